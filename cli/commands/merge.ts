/** `merge A B --vault DIR [--dry-run]`: the app of note B is that of note A; B's record, names and text go into A, and every link follows. */
import { mergeApps } from '../../src/plan/merge-apps';
import { appNotesOf } from '../app-words';
import type { ExitCode } from '../exit-code';
import { carryOut } from '../report-plan';
import type { Terminal } from '../terminal';
import { vaultSettings } from '../vault-settings';
import { openWritableVault } from '../writable-vault';

/** What was asked for; `keep` and `drop` are paths or names of app notes. */
export interface MergeCommand {
  readonly keep: string;
  readonly drop: string;
  readonly vault: string;
  readonly dryRun: boolean;
}

/** Merges two apps. 2 where there is no vault, 1 where a note is not found or the merge was refused. */
export async function runMerge(command: MergeCommand, terminal: Terminal): Promise<ExitCode> {
  const writable = await openWritableVault(command.vault, false, command.dryRun, terminal);
  if (writable === null) return 2;
  const { vault } = writable;
  const [keep, drop] = (await appNotesOf([command.keep, command.drop], vault, vaultSettings(command.vault), terminal)) ?? [];
  if (keep === undefined || drop === undefined) return 1;
  return carryOut(await mergeApps(keep, drop, vault, vaultSettings(command.vault)), writable, 'merge', command.dryRun, terminal);
}
