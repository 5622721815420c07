/**
 * Vault paths and the names on the disk. A vault path is NFC; the disk may hold the same name decomposed (files that came from a Mac),
 * or in another case. No vault path leads out of the folder, by its parts or through a link.
 */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { refusal } from '../src/plan/vault-port';
import { errorCode } from './durable-files';

/** The files of a vault by their vault paths. */
export interface VaultPaths {
  /** The vault's folder, absolute. */
  readonly root: string;
  /** Vault paths of all files, in code unit order. Dot-folders, dot-files, node_modules and links that lead outside are not part of a vault. */
  list(): string[];
  /** The file on disk, or null where there is none. Throws for a path that leaves the vault. */
  locate(path: string): string | null;
  /** The folder on disk, or null where there is none; the vault itself for the empty path. Throws for a path that leaves the vault. */
  locateFolder(path: string): string | null;
  /** Where a new file goes, its folders made. Throws "File already exists." whatever the case, and for a path that leaves the vault. */
  prepareNew(path: string): string;
}

/** @throws Error where `folder` is a file */
export function openVaultPaths(folder: string): VaultPaths {
  const given = nodePath.resolve(folder);
  const stat = fs.statSync(given, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isDirectory()) throw new Error(`Not a folder: ${folder}`);
  const root = stat === undefined ? given : fs.realpathSync(given);
  /** Names of a folder on disk, by comparison key. Read once: a folder of 100,000 notes is not listed again for each new one. A name in it may be gone. */
  const folders = new Map<string, Map<string, string>>();

  const namesIn = (directory: string): Map<string, string> => {
    const known = folders.get(directory);
    if (known !== undefined) return known;
    const names = new Map<string, string>();
    for (const name of readNames(directory)) names.set(keyOf(name), name);
    folders.set(directory, names);
    return names;
  };

  /** The way down: the parts that exist, in the disk's own spelling, and those that do not. */
  const descend = (path: string): { found: string; missing: readonly string[] } => {
    const parts = splitPath(path);
    let found = root;
    for (const [index, part] of parts.entries()) {
      const exact = nodePath.join(found, part);
      const name = fs.existsSync(exact) ? part : namesIn(found).get(keyOf(part));
      if (name === undefined || !fs.existsSync(nodePath.join(found, name))) return { found, missing: parts.slice(index) };
      found = nodePath.join(found, name);
      if (fs.lstatSync(found).isSymbolicLink()) refuseOutside(found, root, path);
    }
    return { found, missing: [] };
  };

  return {
    root,
    list: () => walk(root, root, '').sort(),
    locate: (path) => {
      const { found, missing } = descend(path);
      return missing.length === 0 && fs.statSync(found).isFile() ? fs.realpathSync(found) : null;
    },
    locateFolder: (path) => {
      if (path === '') return fs.existsSync(root) ? root : null;
      const { found, missing } = descend(path);
      return missing.length === 0 && fs.statSync(found).isDirectory() ? found : null;
    },
    prepareNew: (path) => {
      const { found, missing } = descend(path);
      const name = missing[missing.length - 1];
      if (name === undefined) throw new Error('File already exists.');
      const directory = nodePath.join(found, ...missing.slice(0, -1));
      fs.mkdirSync(directory, { recursive: true });
      const first = missing[0] ?? name;
      namesIn(found).set(keyOf(first), first);
      return nodePath.join(directory, name);
    },
  };
}

/** Names that are the same file to Obsidian: whatever the case, whatever the normal form. */
function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Refuses what leads out (`..`, `/x`, `C:x`) and what Obsidian does not see as part of a vault (`.obsidian`). */
function splitPath(path: string): string[] {
  const parts = path.normalize('NFC').split('/');
  const bad = parts.some((part) => part === '' || part.startsWith('.') || /[\\\0]/.test(part)) || /^[A-Za-z]:/.test(path);
  if (bad) throw refusal(`Not a path inside the vault: ${path}`);
  return parts;
}

/** A link inside the vault may lead outside; what is there is not the vault's. */
function refuseOutside(file: string, root: string, path: string): void {
  if (!isInside(fs.realpathSync(file), fs.realpathSync(root))) throw refusal(`Not a path inside the vault: ${path}`);
}

function isInside(real: string, root: string): boolean {
  return real === root || real.startsWith(root.endsWith(nodePath.sep) ? root : root + nodePath.sep);
}

function walk(directory: string, root: string, prefix: string): string[] {
  const found: string[] = [];
  for (const entry of readEntries(directory)) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = prefix + entry.name.normalize('NFC');
    const file = nodePath.join(directory, entry.name);
    if (entry.isDirectory()) found.push(...walk(file, root, `${path}/`));
    else if (entry.isFile() || (entry.isSymbolicLink() && isOwnFile(file, root))) found.push(path);
  }
  return found;
}

/** A link to a file of the same vault. Linked folders are not followed: they would show every note twice, or never end. */
function isOwnFile(link: string, root: string): boolean {
  try {
    return fs.statSync(link).isFile() && isInside(fs.realpathSync(link), root);
  } catch {
    // It leads nowhere, round in a circle, or where nobody may look: no file of the vault.
    return false;
  }
}

function readEntries(directory: string): fs.Dirent[] {
  return unlessMissing(() => fs.readdirSync(directory, { withFileTypes: true }));
}

function readNames(directory: string): string[] {
  return unlessMissing(() => fs.readdirSync(directory));
}

function unlessMissing<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}
