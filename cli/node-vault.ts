/**
 * A folder on disk as a vault. Nothing outside the folder is read or written, and a crash between two steps leaves either
 * the old file or the new one.
 */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { readFrontMatter } from '../src/document/front-matter';
import type { YamlValue } from '../src/document/document';
import { refusal, type NoteSummary, type VaultPort } from '../src/plan/vault-port';
import { createFile, flushFiles, replaceFile, type Flush } from './durable-files';
import { foldersToMake, removeEmptyFolders, removeTemporaries } from './vault-folders';
import { openVaultPaths } from './vault-paths';
import { findInTrash, moveToTrash } from './vault-trash';

/** Front matter is looked for in so many bytes; only where it does not end there is the whole note read. */
const HEAD_BYTES = 16 * 1024;
const MILLISECONDS_BETWEEN_TURNS = 50;

/**
 * Opens a folder as a vault. A folder that does not exist is an empty vault and comes into being with its first note.
 * @param flush `later` where a journal knows what is being written: texts are on the disk once `flush()` has resolved
 * @throws Error where `root` is a file
 */
export function openNodeVault(root: string, flush: Flush = 'now'): VaultPort {
  const paths = openVaultPaths(root);
  const later = takeTurns();
  /** Files on disk that were written and not flushed yet. */
  const unflushed = new Set<string>();
  const existing = (path: string): string => {
    const file = paths.locate(path);
    if (file === null) throw new Error(`No such file in the vault: ${path}`);
    return file;
  };
  const written = (file: string): void => {
    if (flush === 'later') unflushed.add(file);
  };
  const create = (path: string, content: string | Uint8Array): void => {
    const file = paths.prepareNew(path);
    createFile(file, content, flush);
    written(file);
  };
  const replace = (path: string, before: string, after: string, mayBeTorn: boolean): boolean => {
    const file = existing(path);
    const bytes = fs.readFileSync(file);
    const text = bytes.toString('utf8');
    if (text !== before) return false;
    if (!mayBeTorn && !Buffer.from(text, 'utf8').equals(bytes)) throw refusal(`Not valid UTF-8, left as it is: ${path}`);
    if (isLocked(file)) throw refusal(`Read-only, left as it is: ${path}`);
    replaceFile(file, after, flush);
    written(file);
    return true;
  };
  return {
    listNotes: () => later(() => paths.list().filter((path) => path.toLowerCase().endsWith('.md')).map((path): NoteSummary => ({ path, properties: readProperties(existing(path)) }))),
    listPaths: () => later(() => paths.list()),
    // Bytes that are no UTF-8 come out as U+FFFD here; `replace` refuses to write such a note back.
    read: (path) => later(() => fs.readFileSync(existing(path)).toString('utf8')),
    create: (path, text) => later(() => create(path, text)),
    createBinary: (path, bytes) => later(() => create(path, bytes)),
    replace: (path, before, after) => later(() => replace(path, before, after, false)),
    mend: (path, torn, text) => later(() => replace(path, torn, text, true)),
    move: (from, to) => later(() => {
      const file = existing(from);
      const isOtherCase = paths.locate(to) === file;
      const target = isOtherCase ? nodePath.join(nodePath.dirname(file), nodePath.posix.basename(to)) : paths.prepareNew(to);
      fs.renameSync(file, target);
      unflushed.delete(file);
      written(target);
    }),
    trash: (path) => later(() => moveToTrash(existing(path), paths.root)),
    holds: (path, bytes) => later(() => fs.readFileSync(existing(path)).equals(bytes)),
    discard: (path) => later(() => fs.rmSync(existing(path))),
    restore: (path, text) => later(() => {
      const trashed = findInTrash(nodePath.posix.basename(path), text, paths.root);
      if (trashed === null) return false;
      const file = paths.prepareNew(path);
      fs.renameSync(trashed, file);
      written(file);
      return true;
    }),
    foldersToMake: (changes) => later(() => foldersToMake(changes, paths)),
    removeEmptyFolders: (folders) => later(() => removeEmptyFolders(folders, paths)),
    clearLeftovers: (changes) => later(() => removeTemporaries(changes, paths)),
    flush: async () => {
      await flushFiles([...unflushed]);
      unflushed.clear();
    },
  };
}

/** Whether nobody may write to a file: another that takes its name would get round that. */
function isLocked(file: string): boolean {
  return (fs.statSync(file).mode & 0o222) === 0;
}

/** Properties of a note from its first bytes; none where the front matter is not valid. */
function readProperties(file: string): Readonly<Record<string, YamlValue>> {
  const head = readHead(file);
  if (!/^\uFEFF?---/.test(head)) return {};
  const { frontMatter, diagnostics } = readFrontMatter(head);
  return diagnostics.some(({ code }) => code === 'bad-front-matter') ? {} : frontMatter.values;
}

function readHead(file: string): string {
  const descriptor = fs.openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    const length = fs.readSync(descriptor, bytes, 0, HEAD_BYTES, 0);
    const head = bytes.toString('utf8', 0, length);
    const closed = !/^\uFEFF?---/.test(head) || /\n---[ \t]*\r?\n/.test(head);
    return length < HEAD_BYTES || closed ? head : fs.readFileSync(file, 'utf8');
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * The port is asynchronous; the disk is asked synchronously, which for thousands of small files is several times faster.
 * A promise alone never lets the process hear of a signal: now and then it takes a turn of the event loop, or Ctrl-C would count only at the end.
 */
function takeTurns(): <T>(run: () => T) => Promise<T> {
  let lastTurn = performance.now();
  return async (run) => {
    if (performance.now() - lastTurn > MILLISECONDS_BETWEEN_TURNS) {
      await new Promise((resolve) => setImmediate(resolve));
      lastTurn = performance.now();
    } else await Promise.resolve();
    return run();
  };
}
