/** `split A --rows KEY… --vault DIR [--dry-run]`: some listings of an app become an app of their own. Keys are those of `apps --json`, or `总第10批#1#7`. */
import { splitApp } from '../../src/plan/split-app';
import { appNotesOf } from '../app-words';
import type { ExitCode } from '../exit-code';
import { nodeReaderHost } from '../html';
import { carryOut } from '../report-plan';
import type { Terminal } from '../terminal';
import { vaultSettings } from '../vault-settings';
import { openWritableVault } from '../writable-vault';

/** What was asked for; `app` is the path or the name of an app note. */
export interface SplitCommand {
  readonly app: string;
  readonly rows: readonly string[];
  readonly vault: string;
  readonly dryRun: boolean;
}

/** Splits listings off an app. 2 where there is no vault, 1 where the note is not found or the split was refused. */
export async function runSplit(command: SplitCommand, terminal: Terminal): Promise<ExitCode> {
  const writable = await openWritableVault(command.vault, false, command.dryRun, terminal);
  if (writable === null) return 2;
  const { vault } = writable;
  const [path] = (await appNotesOf([command.app], vault, vaultSettings(command.vault), terminal)) ?? [];
  if (path === undefined) return 1;
  return carryOut(await splitApp(path, command.rows, vault, nodeReaderHost, vaultSettings(command.vault)), writable, 'split', command.dryRun, terminal);
}
