/** `adopt [FOLDER] --vault DIR [--dry-run] [--json]`: takes in the notices and index pages that the user keeps by hand. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { severityOf, type Language } from '../../src/document/diagnostic';
import type { JournaledResult } from '../../src/plan/apply-with-journal';
import { describePlan } from '../../src/plan/describe-plan';
import type { FileChange } from '../../src/plan/plan';
import { planAdoption, type AdoptionReport } from '../../src/plan/plan-adoption';
import type { Settings } from '../../src/settings';
import { complainOfDiagnostics, complainOfFailures, complainOfSettings } from '../complaints';
import type { ExitCode } from '../exit-code';
import { fileDiagnosticJson } from '../notice-json';
import { nodeReaderHost } from '../html';
import { describeDone, describeEnd, isUnwritten } from '../report-plan';
import { printable } from '../terminal';
import type { Terminal } from '../terminal';
import { fill, SENTENCES } from '../texts';
import { DATA_FILE, hasDamagedSettings, vaultSettings } from '../vault-settings';
import { openWritableVault } from '../writable-vault';

interface AdoptCommand {
  readonly folder: string;
  readonly vault: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** What the settings say now, where an adoption proposes something else. */
type ProposedSettings = Partial<Pick<Settings, 'folders' | 'indexNote' | 'indexPages'>>;

/** Adopts the notes of a folder (the whole vault for an empty one). 2 where there is no vault, 1 where something was not read or not written. */
export async function runAdopt(command: AdoptCommand, terminal: Terminal): Promise<ExitCode> {
  const writable = await openWritableVault(command.vault, false, command.dryRun, terminal);
  if (writable === null) return 2;
  const before = vaultSettings(command.vault);
  const report = await planAdoption(folderInVault(command.folder, command.vault), writable.vault, nodeReaderHost, before);
  const { errors } = complainOfDiagnostics(report.plan.diagnostics, terminal);
  const proposed = proposedSettings(before, report.settings);
  const isDamaged = hasDamagedSettings(command.vault);
  const settings = proposed === null || isDamaged ? undefined : { before, after: report.settings };
  const result = command.dryRun ? null : await writable.apply(report.plan, 'adopt', settings);
  if (result !== null) complainOfFailures(result.failed, terminal);
  if (result !== null) complainOfSettings(result.settings, terminal);
  const wasStopped = result !== null && (result.rolledBack || result.interrupted || result.notDone.length > 0);
  const saved = result === null || wasStopped || proposed === null ? null : result.settings.changed;
  if (command.json) terminal.out(JSON.stringify(adoptJson(report, result, proposed, saved, terminal.language)));
  else for (const line of describeAdoption(report, result, proposed, saved, terminal.language)) terminal.out(printable(line));
  return errors > 0 || wasStopped || saved === false || isUnwritten(result) ? 1 : 0;
}

/** A folder given as a path in the vault, or as one on the disk below it. */
function folderInVault(given: string, vault: string): string {
  const plain = given.replaceAll('\\', '/').replace(/^\.\//, '').replace(/^\.$/, '').normalize('NFC');
  if (plain === '' || (!nodePath.isAbsolute(given) && fs.existsSync(nodePath.join(vault, plain)))) return plain;
  const onDisk = nodePath.relative(nodePath.resolve(vault), nodePath.resolve(given)).split(nodePath.sep).join('/').normalize('NFC');
  return onDisk === '..' || onDisk.startsWith('../') ? plain : onDisk;
}

function proposedSettings(before: Settings, after: Settings): ProposedSettings | null {
  const isSame = (key: 'folders' | 'indexNote' | 'indexPages'): boolean => JSON.stringify(before[key]) === JSON.stringify(after[key]);
  const changed: ProposedSettings = {
    ...(isSame('folders') ? {} : { folders: after.folders }),
    ...(isSame('indexNote') ? {} : { indexNote: after.indexNote }),
    ...(isSame('indexPages') ? {} : { indexPages: after.indexPages }),
  };
  return Object.keys(changed).length === 0 ? null : changed;
}

function describeAdoption(report: AdoptionReport, result: JournaledResult | null, proposed: ProposedSettings | null, saved: boolean | null, language: Language): string[] {
  const sum = (count: (one: AdoptionReport['notices'][number]) => number): number => report.notices.reduce((all, one) => all + count(one), 0);
  const lines = result === null ? [...describePlan(report.plan, language)] : [];
  lines.push(fill(SENTENCES.adopted[language], {
    notices: report.notices.length, copies: sum(({ isCopy }) => (isCopy ? 1 : 0)), linked: sum(({ linked }) => linked), properties: sum(({ properties }) => properties), pages: report.indexPages.length,
  }));
  const notes = report.diagnostics.filter((each) => severityOf(each) === 'note').length;
  if (notes > 0) lines.push(fill(SENTENCES.adoptionRemarks[language], { count: notes }));
  lines.push(describeDone(report.plan, result, language));
  if (proposed !== null && (result === null || saved !== null)) {
    const sentence = saved === null ? SENTENCES.settingsProposed : saved ? SENTENCES.settingsSaved : SENTENCES.settingsUnsaved;
    lines.push(fill(sentence[language], { file: DATA_FILE, settings: JSON.stringify(proposed) }));
  }
  const end = describeEnd(result, language);
  return end === null ? lines : [...lines, end];
}

/** What an adoption comes to, for programs: one object. In a dry run `created` and `changed` are what would be. */
function adoptJson(report: AdoptionReport, result: JournaledResult | null, proposed: ProposedSettings | null, saved: boolean | null, language: Language): unknown {
  const planned = (kind: FileChange['kind']): string[] => report.plan.changes.filter((change) => change.kind === kind).map(({ path }) => path);
  return {
    dryRun: result === null,
    notices: report.notices,
    indexPages: report.indexPages,
    apps: report.apps,
    settings: proposed,
    settingsSaved: saved ?? false,
    created: result?.created ?? planned('create'),
    changed: result?.updated ?? planned('update'),
    kept: report.plan.kept,
    diagnostics: report.diagnostics.map((each) => fileDiagnosticJson(each, language)),
    failed: result?.failed ?? [],
    rolledBack: result?.rolledBack ?? false,
    notDone: result?.notDone ?? [],
  };
}
