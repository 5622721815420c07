/** Paths of the vault: with `/`, without one at either end. */

/** Folder of a file; empty for one that lies right in the vault. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.replace(/\/[^/]*$/, '') : '';
}

/** All folders that a file lies in, outer ones first. */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
}

/** Paths with the same key are one file to Obsidian: whatever the case, whatever the normal form. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
