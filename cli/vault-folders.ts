/** Folders of a vault that come and go with the files in them, and what a killed process leaves beside them. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { foldersAbove } from '../src/plan/paths';
import type { FileChange } from '../src/plan/plan';
import { errorCode, TEMPORARY_NAME } from './durable-files';
import type { VaultPaths } from './vault-paths';
import { TRASH } from './vault-trash';

/** Folders that are not there and that these changes make, outer ones first. @throws Error that `folderOutside` knows */
export function foldersToMake(changes: readonly FileChange[], paths: VaultPaths): string[] {
  const needed = new Set(changes.flatMap((change) => (change.kind === 'move' ? foldersAbove(change.to) : change.kind === 'create' || change.kind === 'create-binary' ? foldersAbove(change.path) : [])));
  const missing = [...needed].filter((folder) => isMissing(folder, paths)).sort();
  const makesTrash = changes.some(({ kind }) => kind === 'trash') && !fs.existsSync(nodePath.join(paths.root, TRASH));
  return makesTrash ? [...missing, TRASH] : missing;
}

function isMissing(folder: string, paths: VaultPaths): boolean {
  try {
    return paths.locateFolder(folder) === null;
  } catch (cause) {
    const error = new Error(folder, { cause });
    error.name = OUTSIDE;
    throw error;
  }
}

const OUTSIDE = 'FolderOutside';

/** The vault path of the folder that an error is about, where that folder is a link out of the vault; null for any other error. */
export function folderOutside(error: unknown): string | null {
  return error instanceof Error && error.name === OUTSIDE ? error.message : null;
}

/** Takes away those that are empty, in the order given. */
export function removeEmptyFolders(folders: readonly string[], paths: VaultPaths): void {
  for (const folder of folders) {
    const directory = folder === TRASH ? nodePath.join(paths.root, TRASH) : findFolder(folder, paths);
    if (directory !== null) removeIfEmpty(directory);
  }
}

/** Says whether the folder is gone. */
export function removeIfEmpty(directory: string): boolean {
  try {
    fs.rmdirSync(directory);
    return true;
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'ENOENT') return true;
    if (NOT_EMPTY.has(code)) return false;
    throw error;
  }
}

const NOT_EMPTY: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EBUSY']);

/** Takes away temporary files in the folders that these changes write to. */
export function removeTemporaries(changes: readonly FileChange[], paths: VaultPaths): void {
  const folders = new Set(changes.map(({ path }) => path.split('/').slice(0, -1).join('/')));
  for (const folder of folders) {
    const directory = findFolder(folder, paths);
    if (directory === null) continue;
    for (const name of fs.readdirSync(directory)) {
      if (TEMPORARY_NAME.test(name)) fs.rmSync(nodePath.join(directory, name), { force: true });
    }
  }
}

/** Null also for one that leads out of the vault by now: nothing of ours is there. */
function findFolder(folder: string, paths: VaultPaths): string | null {
  try {
    return paths.locateFolder(folder);
  } catch {
    return null;
  }
}
