/** `apps --vault DIR [--json]`: the apps that have notes, one line each. */
import { listApps } from '../../src/import-notices';
import type { ExitCode } from '../exit-code';
import { printable } from '../terminal';
import type { Terminal } from '../terminal';
import { fill, SENTENCES } from '../texts';
import { vaultSettings } from '../vault-settings';
import { openReadableVault } from '../writable-vault';

/** Lists the apps, separated by tabs or as one JSON object a line. 2 where there is no vault. */
export async function runApps(command: { readonly vault: string; readonly json: boolean }, terminal: Terminal): Promise<ExitCode> {
  const vault = await openReadableVault(command.vault, terminal);
  if (vault === null) return 2;
  for (const { path, names, developers, listings } of await listApps(vault, vaultSettings(command.vault))) {
    if (command.json) {
      const rows = listings.map(({ notice, title, list, no, key }) => ({ notice, title, list, no, key }));
      terminal.out(JSON.stringify({ path, names, developers, listings: rows }));
    } else {
      const count = fill(SENTENCES.listings[terminal.language], { count: listings.length });
      terminal.out(printable([names.join(' / '), developers.join(' / '), count, path].join('\t')));
    }
  }
  return 0;
}
