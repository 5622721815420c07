/** `index --vault DIR [--dry-run]`: the index pages in order. */
import { planIndex } from '../../src/import-notices';
import type { ExitCode } from '../exit-code';
import { carryOut } from '../report-plan';
import type { Terminal } from '../terminal';
import { openVaultFolder } from '../vault-folder';
import { vaultSettings } from '../vault-settings';

export async function runIndex(command: { readonly vault: string; readonly dryRun: boolean }, terminal: Terminal): Promise<ExitCode> {
  const vault = openVaultFolder(command.vault, false, terminal);
  if (vault === null) return 2;
  return carryOut(await planIndex(vault, vaultSettings(command.vault)), vault, command.dryRun, terminal);
}
