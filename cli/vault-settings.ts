/** The settings that the plugin saved in a vault: the command line works in the same folders and under the same names. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { readSettings, type Settings } from '../src/settings';

/** Where Obsidian keeps the data of the plugin, below the vault. */
const DATA_FILE = '.obsidian/plugins/regulatory-notices/data.json';

/** The vault's settings. Without the plugin, or where its data cannot be read, the defaults. */
export function vaultSettings(folder: string): Settings {
  try {
    return readSettings(JSON.parse(fs.readFileSync(nodePath.join(folder, DATA_FILE), 'utf8')));
  } catch {
    return readSettings(null);
  }
}
