/** The files that the user points at: single files as they are, folders with all that is below them and could be a notice. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { isReadableName } from '../src/document/readable-name';
import { messageOf } from '../src/document/message-of';
import { isAddress } from './addresses';
import { errorCode } from './durable-files';

/** A file that was read. */
export interface SourceFile {
  /** The path as the user would say it: as given, or the folder as given and the way down from it. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A source that could not be read, and why. */
export interface SourceProblem {
  readonly file: string;
  readonly reason: 'not-found' | 'not-a-file' | 'no-files' | 'too-large' | 'unreadable' | 'address';
  /** What the system said, for `unreadable`. */
  readonly detail: string;
}

/** What was found where the user pointed. */
export interface SourceFiles {
  readonly sources: readonly SourceFile[];
  readonly problems: readonly SourceProblem[];
  /** Files of the folders that were passed over. */
  readonly skipped: readonly string[];
}

/** A README tells people about its folder. */
const ABOUT_THE_FOLDER = /^README\b/i;
/** Such a file is not even loaded; the readers' own limit is far below. */
const MOST_BYTES = 1024 ** 3;

/** Never throws for a file: what cannot be read becomes a problem. Files come in the order given, those of a folder by name. */
export function collectSources(given: readonly string[]): SourceFiles {
  const found: SourceFile[] = [];
  const problems: SourceProblem[] = [];
  const skipped: string[] = [];
  const seen = new Set<string>();

  const readFile = (file: string, size: number): void => {
    if (size > MOST_BYTES) {
      problems.push({ file, reason: 'too-large', detail: '' });
      return;
    }
    // The same file named twice is one source.
    const real = fs.realpathSync(file);
    if (seen.has(real)) return;
    seen.add(real);
    found.push({ fileName: file, bytes: new Uint8Array(fs.readFileSync(file)) });
  };
  const readFolder = (folder: string): void => {
    const before = found.length + problems.length;
    for (const file of filesBelow(folder)) {
      const name = nodePath.basename(file);
      if (!isReadableName(name) || ABOUT_THE_FOLDER.test(name)) skipped.push(file);
      else attempt(file, () => readFile(file, fs.statSync(file).size));
    }
    if (found.length + problems.length === before) problems.push({ file: folder, reason: 'no-files', detail: '' });
  };
  const attempt = (file: string, read: () => void): void => {
    try {
      read();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') problems.push({ file, reason: 'not-found', detail: '' });
      else problems.push({ file, reason: 'unreadable', detail: messageOf(error) });
    }
  };

  for (const file of given) {
    if (isAddress(file)) {
      problems.push({ file, reason: 'address', detail: '' });
      continue;
    }
    attempt(file, () => {
      const stat = fs.statSync(file);
      if (stat.isDirectory()) readFolder(file);
      else if (stat.isFile()) readFile(file, stat.size);
      else problems.push({ file, reason: 'not-a-file', detail: '' });
    });
  }
  return { sources: found, problems, skipped };
}

/** All plain files, folder by folder in name order. Hidden ones, node_modules and links are passed over. */
function filesBelow(folder: string): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = nodePath.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
