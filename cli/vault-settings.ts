/** The settings that the plugin saved in a vault: the command line works in the same folders and under the same names. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import type { SettingsStore } from '../src/plan/settings-step';
import { readSettings, type Settings } from '../src/settings';
import { createFile, flushFiles, replaceFile } from './durable-files';

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

/** The file as it is written and read when settings change together with notes. What is written is on the disk before it resolves. */
export function vaultSettingsStore(folder: string): SettingsStore {
  const file = nodePath.join(folder, DATA_FILE);
  return {
    read: () => Promise.resolve().then(() => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null)),
    write: async (text) => {
      if (text === null) fs.rmSync(file, { force: true });
      else if (fs.existsSync(file)) replaceFile(file, text);
      else {
        fs.mkdirSync(nodePath.dirname(file), { recursive: true });
        createFile(file, text);
      }
      await flushFiles([file]);
    },
  };
}

/** Whether there is a file and it is not valid: somebody's work gone wrong, which is left alone. */
export function hasDamagedSettings(folder: string): boolean {
  const file = nodePath.join(folder, DATA_FILE);
  if (!fs.existsSync(file)) return false;
  try {
    const saved: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return typeof saved !== 'object' || saved === null || Array.isArray(saved);
  } catch {
    return true;
  }
}
