/**
 * Where the journal lies in Obsidian: the plugin's own folder, below an id that only this device knows. The vault and all
 * that is in it may be synced to other devices half-way; none of them may take up what this one has begun.
 *
 * `DataAdapter.write` overwrites in place: an app that is killed meanwhile leaves a part of the new text and nothing of
 * the old. And `rename` refuses a name that is taken. So a new entry is written beside its name and then renamed; an
 * entry that is written again keeps its old text until the new one lies whole beside it, and that one counts from the
 * moment when the old one is gone.
 */
import type { App, DataAdapter } from 'obsidian';
import type { JournalStore } from '../plan/journal';

/** A first text that may be cut short: nothing until it has its name. */
const PART = '.part';
/** A text that replaces another: whole where the other is gone. */
const NEXT = '.next';

const DEVICE_KEY = 'regulatory-notices-device';

/** Makes the store. Nothing is read or written before it is asked for. */
export function createJournalFolder(app: App, pluginFolder: string): JournalStore {
  const { adapter } = app.vault;
  const folderOf = (device: string): string => `${pluginFolder}/journal/${device}`;
  /** Where the entries are; null where this device has begun nothing yet: one that never imports needs no id. */
  const folder = (): string | null => {
    const device = knownDeviceId(app);
    return device === null ? null : folderOf(device);
  };
  return {
    async list() {
      const place = folder();
      const names = place === null ? [] : (await filesIn(adapter, place)).filter((name) => !name.endsWith(PART));
      return [...new Set(names.map((name) => (name.endsWith(NEXT) ? name.slice(0, -NEXT.length) : name)))].sort();
    },
    async read(name) {
      const place = folder();
      if (place === null) return null;
      for (const path of [`${place}/${name}`, `${place}/${name}${NEXT}`]) if (await adapter.exists(path)) return adapter.read(path);
      return null;
    },
    async write(name, text) {
      const place = folder() ?? folderOf(makeDeviceId(app));
      await makeFolders(adapter, place);
      // What an app that was killed left of an entry that never began.
      for (const part of (await filesIn(adapter, place)).filter((file) => file.endsWith(PART))) await adapter.remove(`${place}/${part}`);
      const path = `${place}/${name}`;
      // Left where the app was killed between the two steps below: it is the entry's text until the new one is there.
      if (!(await adapter.exists(path)) && (await adapter.exists(path + NEXT))) await adapter.rename(path + NEXT, path);
      const isThere = await adapter.exists(path);
      const beside = path + (isThere ? NEXT : PART);
      await writeWhole(adapter, beside, text);
      if (isThere) await adapter.remove(path);
      await adapter.rename(beside, path);
    },
    async remove(name) {
      const place = folder();
      if (place === null) return;
      const path = `${place}/${name}`;
      // In this order: what is left of a cut removal is the old entry, never a new text that may be cut short.
      for (const file of [path + PART, path + NEXT, path]) if (await adapter.exists(file)) await adapter.remove(file);
    },
  };
}

/** The id that the app keeps for this device, outside the vault; null where there is none yet. */
function knownDeviceId(app: App): string | null {
  const known: unknown = app.loadLocalStorage(DEVICE_KEY);
  return typeof known === 'string' && /^[0-9a-f]{16}$/.test(known) ? known : null;
}

function makeDeviceId(app: App): string {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  app.saveLocalStorage(DEVICE_KEY, id);
  return id;
}

async function filesIn(adapter: DataAdapter, folder: string): Promise<readonly string[]> {
  if (!(await adapter.exists(folder))) return [];
  return (await adapter.list(folder)).files.map((path) => path.slice(path.lastIndexOf('/') + 1));
}

async function makeFolders(adapter: DataAdapter, folder: string): Promise<void> {
  const parts = folder.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const path = parts.slice(0, depth).join('/');
    if (!(await adapter.exists(path))) await adapter.mkdir(path);
  }
}

/** Throws where the disk did not keep all of it: a phone that runs out of room can cut a file short without a word. */
async function writeWhole(adapter: DataAdapter, path: string, text: string): Promise<void> {
  await adapter.write(path, text);
  if ((await adapter.read(path)) !== text) throw new Error(`The journal could not be written: ${path}`);
}
