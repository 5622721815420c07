/**
 * A folder on disk as a vault. Nothing outside the folder is read or written, a text is on the disk before its name is,
 * and a crash between two steps leaves either the old file or the new one.
 */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { readFrontMatter } from '../src/document/front-matter';
import type { YamlValue } from '../src/document/document';
import type { NoteSummary, VaultPort } from '../src/plan/vault-port';
import { createFile, replaceFile } from './durable-files';
import { openVaultPaths } from './vault-paths';

/** Front matter is looked for in so many bytes; only where it does not end there is the whole note read. */
const HEAD_BYTES = 16 * 1024;
const MILLISECONDS_BETWEEN_TURNS = 50;

/**
 * Opens a folder as a vault. A folder that does not exist is an empty vault and comes into being with its first note.
 * @throws Error where `root` is a file
 */
export function openNodeVault(root: string): VaultPort {
  const paths = openVaultPaths(root);
  const later = takeTurns();
  const existing = (path: string): string => {
    const file = paths.locate(path);
    if (file === null) throw new Error(`No such file in the vault: ${path}`);
    return file;
  };
  return {
    listNotes: () => later(() => paths.list().filter((path) => path.toLowerCase().endsWith('.md')).map((path): NoteSummary => ({ path, properties: readProperties(existing(path)) }))),
    listPaths: () => later(() => paths.list()),
    // Bytes that are no UTF-8 come out as U+FFFD here; `replace` refuses to write such a note back.
    read: (path) => later(() => fs.readFileSync(existing(path)).toString('utf8')),
    create: (path, text) => later(() => createFile(paths.prepareNew(path), text)),
    createBinary: (path, bytes) => later(() => createFile(paths.prepareNew(path), bytes)),
    replace: (path, before, after) => later(() => {
      const file = existing(path);
      const bytes = fs.readFileSync(file);
      const text = bytes.toString('utf8');
      if (text !== before) return false;
      if (!Buffer.from(text, 'utf8').equals(bytes)) throw new Error(`Not valid UTF-8, left as it is: ${path}`);
      replaceFile(file, after);
      return true;
    }),
    trash: (path) => later(() => moveToTrash(existing(path), paths.root)),
  };
}

/** `.trash` at the top of the vault, flat, a second file of a name as `Note 2.md`: where Obsidian's own vault trash puts it. */
function moveToTrash(file: string, root: string): void {
  const folder = nodePath.join(root, '.trash');
  fs.mkdirSync(folder, { recursive: true });
  if (fs.lstatSync(folder).isSymbolicLink()) throw new Error('The folder .trash is a link; nothing was moved.');
  const { name, ext } = nodePath.parse(file);
  let target = nodePath.join(folder, name + ext);
  for (let n = 2; fs.existsSync(target); n += 1) target = nodePath.join(folder, `${name} ${n}${ext}`);
  fs.renameSync(file, target);
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
