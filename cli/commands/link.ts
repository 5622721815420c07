/** `link NOTE… --vault DIR [--dry-run]`: names of apps in other notes become links. The sure ones are made, the doubtful ones printed. */
import * as nodePath from 'node:path';
import type { Language } from '../../src/document/diagnostic';
import type { LinkProposal } from '../../src/notes/link-names-in-note';
import { describePlan } from '../../src/plan/describe-plan';
import { planLinks, type NoteProposals } from '../../src/plan/plan-links';
import type { VaultPort } from '../../src/plan/vault-port';
import { complainOfDiagnostics, complainOfFailures } from '../complaints';
import type { ExitCode } from '../exit-code';
import { printable } from '../terminal';
import type { Terminal } from '../terminal';
import { fill, SENTENCES } from '../texts';
import { describeDone, describeEnd, isUnwritten } from '../report-plan';
import { vaultSettings } from '../vault-settings';
import { openWritableVault } from '../writable-vault';

/** What was asked for; notes are files on the disk or vault paths. */
export interface LinkCommand {
  readonly notes: readonly string[];
  readonly vault: string;
  readonly dryRun: boolean;
}

/** Links the names of apps. 2 where there is no vault, 1 where a note was not read or not written. */
export async function runLink(command: LinkCommand, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const writable = await openWritableVault(command.vault, false, command.dryRun, terminal);
  if (writable === null) return 2;
  const { vault } = writable;
  const { plan, notes } = await planLinks(await vaultPathsOf(command.notes, command.vault, vault), vault, vaultSettings(command.vault));
  const result = command.dryRun ? null : await writable.apply(plan, 'link');
  const { errors } = complainOfDiagnostics(plan.diagnostics, terminal);
  if (result !== null) complainOfFailures(result.failed, terminal);
  if (result === null) for (const line of describePlan(plan, language)) terminal.out(printable(line));
  for (const note of notes) for (const line of describeProposals(note, language)) terminal.out(printable(line));
  terminal.out(describeDone(plan, result, language));
  const end = describeEnd(result, language);
  if (end !== null) terminal.out(end);
  return errors > 0 || isUnwritten(result) ? 1 : 0;
}

/** Vault paths of notes given as such, with or without `.md`, or as files on the disk. */
async function vaultPathsOf(given: readonly string[], folder: string, vault: VaultPort): Promise<readonly string[]> {
  const paths = new Set(await vault.listPaths());
  return given.map((note) => {
    const plain = note.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');
    const onDisk = nodePath.relative(nodePath.resolve(folder), nodePath.resolve(note)).split(nodePath.sep).join('/').normalize('NFC');
    return [plain, `${plain}.md`, onDisk, `${onDisk}.md`].find((path) => paths.has(path)) ?? plain;
  });
}

function describeProposals({ path, proposals }: NoteProposals, language: Language): string[] {
  const doubtful = proposals.filter(({ certainty }) => certainty === 'ask');
  const counts = fill(SENTENCES.links[language], { note: path, sure: proposals.length - doubtful.length, doubtful: doubtful.length });
  return [counts, ...doubtful.map((proposal) => `  ? ${describeDoubt(proposal, language)}`)];
}

function describeDoubt({ line, text, candidates, reason }: LinkProposal, language: Language): string {
  const paths = candidates.map(({ path }) => path).join(language === 'zh' ? '、' : ', ');
  return fill(SENTENCES.doubtfulLink[language], { line, text, paths, reason: reason[language] });
}
