/** `index --vault DIR [--dry-run]`: the index pages in order. */
import { planIndex } from '../../src/import-notices';
import type { ExitCode } from '../exit-code';
import { carryOut } from '../report-plan';
import type { Terminal } from '../terminal';
import { vaultSettings } from '../vault-settings';
import { openWritableVault } from '../writable-vault';

/** Puts the index pages in order. 2 where there is no vault, 1 where something was refused or not written. */
export async function runIndex(command: { readonly vault: string; readonly dryRun: boolean }, terminal: Terminal): Promise<ExitCode> {
  const writable = await openWritableVault(command.vault, false, command.dryRun, terminal);
  if (writable === null) return 2;
  return carryOut(await planIndex(writable.vault, vaultSettings(command.vault)), writable, 'index', command.dryRun, terminal);
}
