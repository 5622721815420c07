/** The archive of real notices with their truth, where it is at hand: `../shared` beside the project. Tests that need it are skipped in sight where it is missing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const ARCHIVE = resolve(import.meta.dirname, '../../../shared/archive');
export const HAS_ARCHIVE = existsSync(join(ARCHIVE, 'truth/notices.json'));
if (!HAS_ARCHIVE) console.warn('SKIPPED: ../shared/archive is not here, the tests on real notices do not run');

export interface ArchiveFile {
  /** Path below the folder asked for, e.g. `侵害通报/….md`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** All markdown files below a folder of the archive, sorted by path. */
export function archiveFiles(folder: 'notices' | 'wikijs-2021'): readonly ArchiveFile[] {
  const root = join(ARCHIVE, folder);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return paths.map((path) => ({ path: relative(root, path).replace(/\\/g, '/'), bytes: readFileSync(path) }));
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows the shape of the file that it names
export function readTruth<T>(name: string): T {
  return JSON.parse(readFileSync(join(ARCHIVE, 'truth', name), 'utf8')) as T;
}
