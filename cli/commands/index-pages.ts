/** `index --vault DIR [--dry-run]`: the index pages in order. */
import { planIndex } from '../../src/import-notices';
import { DEFAULT_SETTINGS } from '../../src/settings';
import type { ExitCode } from '../exit-code';
import { carryOut } from '../report-plan';
import type { Terminal } from '../terminal';
import { openVaultFolder } from '../vault-folder';

export async function runIndex(command: { readonly vault: string; readonly dryRun: boolean }, terminal: Terminal): Promise<ExitCode> {
  const vault = openVaultFolder(command.vault, false, terminal);
  if (vault === null) return 2;
  return carryOut(await planIndex(vault, DEFAULT_SETTINGS), vault, command.dryRun, terminal);
}
