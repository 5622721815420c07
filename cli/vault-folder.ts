/** The folder given with `--vault`. */
import * as fs from 'node:fs';
import type { VaultPort } from '../src/plan/vault-port';
import { openNodeVault } from './node-vault';
import { printable } from './terminal';
import type { Terminal } from './terminal';
import { fill, SENTENCES } from './texts';

/**
 * Opens the vault, or says why not and gives null. What is written to it must go through the journal, which says when it is to be on the disk.
 * @param mayBeNew whether a folder that does not exist is a vault to be; it is made with the first note
 */
export function openVaultFolder(folder: string, mayBeNew: boolean, terminal: Terminal): VaultPort | null {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined ? mayBeNew : stat.isDirectory()) return openNodeVault(folder, 'later');
  const text = stat === undefined ? SENTENCES.noVault : SENTENCES.vaultIsFile;
  terminal.err(printable(fill(text[terminal.language], { folder })));
  return null;
}
