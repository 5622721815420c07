/** The settings that the plugin saved in a vault: the command line works in the same folders and under the same names. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { changedSettings, readSettings, type Settings } from '../src/settings';
import { createFile, replaceFile } from './durable-files';

/** Where Obsidian keeps the data of the plugin, below the vault. */
export const DATA_FILE = '.obsidian/plugins/regulatory-notices/data.json';

/** The vault's settings. Without the plugin, or where its data cannot be read, the defaults. */
export function vaultSettings(folder: string): Settings {
  try {
    return readSettings(JSON.parse(fs.readFileSync(nodePath.join(folder, DATA_FILE), 'utf8')));
  } catch {
    return readSettings(null);
  }
}

/**
 * Saves settings where the plugin finds them. What else stands in that file stays. Whether it could be done: a file that is not valid
 * is somebody's work gone wrong, and is left alone.
 */
export function saveVaultSettings(folder: string, settings: Settings): boolean {
  const file = nodePath.join(folder, DATA_FILE);
  const exists = fs.existsSync(file);
  let saved: unknown = {};
  try {
    if (exists) saved = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
  if (typeof saved !== 'object' || saved === null || Array.isArray(saved)) return false;
  const text = `${JSON.stringify({ ...saved, ...changedSettings(settings) }, null, 2)}\n`;
  fs.mkdirSync(nodePath.dirname(file), { recursive: true });
  if (exists) replaceFile(file, text);
  else createFile(file, text);
  return true;
}
