/**
 * A vault in memory that behaves as Obsidian's does where it was measured: creating over a file throws whatever the case,
 * folders come with their files, a read of a missing note throws. Writes can be made to fail or be delayed by a test.
 */
import { readFrontMatter } from '../../src/document/front-matter';
import type { YamlValue } from '../../src/document/document';
import type { VaultPort } from '../../src/plan/vault-port';

export interface MemoryVault extends VaultPort {
  /** Every file by its path; tests may change it as a user would. */
  readonly files: Map<string, string>;
  /** Files that are no notes. */
  readonly binaries: Map<string, Uint8Array>;
  /** What was moved to the trash, by its former path. */
  readonly trashed: Map<string, string>;
  /** Folders, in lower case. */
  readonly folders: ReadonlySet<string>;
  /** Number of calls that would write (create, replace, move, trash …), failed ones included. */
  readonly writes: () => number;
}

export interface Faults {
  /** The n-th write, from 1, throws as a full disk does, and writes nothing. */
  readonly failAtWrite?: number;
  /** Told of each write, before it happens, with its number from 1: a place to edit a file behind the program's back. */
  readonly beforeWrite?: (number: number, vault: MemoryVault) => void;
}

/** A vault holding `files`, path → text. */
export function memoryVault(files: Readonly<Record<string, string>> = {}, faults: Faults = {}): MemoryVault {
  let writes = 0;
  const held = new Map(Object.entries(files));
  const trashed = new Map<string, string>();
  const binaries = new Map<string, Uint8Array>();
  /** Properties by path as long as the text is the same, as the app's own index has them. */
  const known = new Map<string, { readonly text: string; readonly properties: Readonly<Record<string, YamlValue>> }>();
  const propertiesAt = (path: string, text: string): Readonly<Record<string, YamlValue>> => {
    const before = known.get(path);
    if (before?.text === text) return before.properties;
    const properties = propertiesOf(text);
    known.set(path, { text, properties });
    return properties;
  };
  /** Folders in lower case; they stay when their last file goes. */
  const folders = new Set<string>([...held.keys()].flatMap(foldersAbove));
  const textAt = (path: string): string => {
    const bytes = binaries.get(path);
    const text = bytes === undefined ? held.get(path) : new TextDecoder().decode(bytes);
    if (text === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    return text;
  };
  const countWrite = (): void => {
    writes += 1;
    faults.beforeWrite?.(writes, vault);
    if (writes === faults.failAtWrite) throw new Error('ENOSPC: no space left on device, write');
  };
  const refuseCollision = (path: string): void => {
    const key = path.toLowerCase();
    if (folders.has(key)) throw new Error('File already exists.');
    for (const other of [...held.keys(), ...binaries.keys()]) {
      const otherKey = other.toLowerCase();
      if (otherKey === key) throw new Error('File already exists.');
      if (key.startsWith(`${otherKey}/`)) throw new Error(`ENOTDIR: not a directory, mkdir '${path}'`);
    }
  };
  const vault: MemoryVault = {
    files: held,
    trashed,
    binaries,
    folders,
    writes: () => writes,
    listNotes: () => settle(() => [...held].filter(([path]) => path.endsWith('.md')).map(([path, text]) => ({ path, properties: propertiesAt(path, text) }))),
    listPaths: () => settle(() => [...held.keys(), ...binaries.keys()]),
    read: (path) => settle(() => textAt(path)),
    create: (path, text) => settle(() => {
      countWrite();
      refuseCollision(path);
      held.set(path, text);
      for (const folder of foldersAbove(path)) folders.add(folder);
    }),
    createBinary: (path, bytes) => settle(() => {
      countWrite();
      refuseCollision(path);
      binaries.set(path, bytes.slice());
      for (const folder of foldersAbove(path)) folders.add(folder);
    }),
    replace: (path, before, after) => settle(() => {
      countWrite();
      if (textAt(path) !== before) return false;
      held.set(path, after);
      return true;
    }),
    trash: (path) => settle(() => {
      countWrite();
      trashed.set(path, textAt(path));
      held.delete(path);
      binaries.delete(path);
    }),
    move: (from, to) => settle(() => {
      countWrite();
      const text = textAt(from);
      const bytes = binaries.get(from);
      if (from.toLowerCase() !== to.toLowerCase()) refuseCollision(to);
      held.delete(from);
      binaries.delete(from);
      if (bytes === undefined) held.set(to, text);
      else binaries.set(to, bytes);
      for (const folder of foldersAbove(to)) folders.add(folder);
    }),
    discard: (path) => settle(() => {
      countWrite();
      textAt(path);
      held.delete(path);
      binaries.delete(path);
    }),
    restore: (path, text) => settle(() => {
      countWrite();
      if (trashed.get(path) !== text) return false;
      refuseCollision(path);
      trashed.delete(path);
      held.set(path, text);
      for (const folder of foldersAbove(path)) folders.add(folder);
      return true;
    }),
    foldersToMake: (changes) => settle(() => {
      const made = changes.flatMap((change) => (change.kind === 'move' ? foldersAbove(change.to) : change.kind.startsWith('create') ? foldersAbove(change.path) : []));
      return [...new Set(made)].filter((folder) => !folders.has(folder)).sort();
    }),
    removeEmptyFolders: (paths) => settle(() => {
      for (const path of paths) {
        const key = path.toLowerCase();
        const isEmpty = ![...held.keys(), ...binaries.keys(), ...folders].some((other) => other.toLowerCase().startsWith(`${key}/`));
        if (isEmpty) folders.delete(key);
      }
    }),
  };
  return vault;
}

function foldersAbove(path: string): string[] {
  const parts = path.toLowerCase().split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Runs later, as a real vault does: what a caller forgets to await shows in its tests. */
async function settle<T>(run: () => T): Promise<T> {
  await Promise.resolve();
  return run();
}

function propertiesOf(text: string): Readonly<Record<string, YamlValue>> {
  const { frontMatter, diagnostics } = readFrontMatter(text);
  return diagnostics.some(({ code }) => code === 'bad-front-matter') ? {} : frontMatter.values;
}
