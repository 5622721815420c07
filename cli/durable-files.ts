/** Writing a file so that a killed process leaves the old one or the new one: a temporary file beside it, then its name. */
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import * as nodePath from 'node:path';

/**
 * Whether a text is on the disk before its name is (`now`), as is right for a file that stands alone; or whether somebody
 * sees to that later for many files at once (`later`), because a journal knows till then what they should hold.
 */
export type Flush = 'now' | 'later';

/** Creates a file. Throws "File already exists." where one of that name is there, also when it came between look and write. */
export function createFile(file: string, content: string | Uint8Array, flush: Flush = 'now'): void {
  const temporary = writeTemporary(file, content, null, flush);
  try {
    giveNewName(temporary, file);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** Replaces a file that exists, keeping its permissions. */
export function replaceFile(file: string, text: string, flush: Flush = 'now'): void {
  giveName(writeTemporary(file, text, fs.statSync(file).mode, flush), file);
}

/** Writes a file whether it exists or not; its text is on the disk, and its name too, before this returns. */
export function writeFile(file: string, content: string | Uint8Array): void {
  giveName(writeTemporary(file, content, null, 'now'), file);
  flushFolder(nodePath.dirname(file));
}

/** Has files and the folders that name them written to the disk, all together. Files that are gone meanwhile are passed over. */
export async function flushFiles(files: readonly string[]): Promise<void> {
  for (let at = 0; at < files.length; at += OPEN_AT_ONCE) await Promise.all(files.slice(at, at + OPEN_AT_ONCE).map(flushFile));
  for (const folder of new Set(files.map((file) => nodePath.dirname(file)))) flushFolder(folder);
}

/** A system lets a process have some hundred files open at a time. */
const OPEN_AT_ONCE = 64;

async function flushFile(file: string): Promise<void> {
  const handle = await fs.promises.open(file, 'r+').catch((error: unknown) => {
    if (GONE.has(errorCode(error) ?? '')) return null;
    throw error;
  });
  if (handle === null) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A file that another has moved or locked since holds what was written all the same. */
const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

/** Windows has no such thing and says so; there is nothing that could be done about it. */
function flushFolder(folder: string): void {
  let descriptor: number | null = null;
  try {
    descriptor = fs.openSync(folder, 'r');
    fs.fsyncSync(descriptor);
  } catch (error) {
    if (errorCode(error) === 'ENOSPC' || errorCode(error) === 'EIO') throw error;
  } finally {
    if (descriptor !== null) fs.closeSync(descriptor);
  }
}

/** A leading dot hides it from Obsidian and from every vault listing should the process be killed here. */
export const TEMPORARY_NAME = /^\.regulatory-notices-[0-9a-f-]{36}\.tmp$/;

function writeTemporary(file: string, content: string | Uint8Array, mode: number | null, flush: Flush): string {
  const temporary = nodePath.join(nodePath.dirname(file), `.regulatory-notices-${randomUUID()}.tmp`);
  const descriptor = fs.openSync(temporary, 'wx');
  try {
    fs.writeFileSync(descriptor, content, 'utf8');
    if (mode !== null) fs.fchmodSync(descriptor, mode & 0o7777);
    if (flush === 'now') fs.fsyncSync(descriptor);
  } catch (error) {
    fs.closeSync(descriptor);
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  fs.closeSync(descriptor);
  return temporary;
}

function giveName(temporary: string, file: string): void {
  try {
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** A hard link fails where the name is taken; a rename would take it over in silence. */
function giveNewName(temporary: string, file: string): void {
  try {
    fs.linkSync(temporary, file);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') throw new Error('File already exists.');
    if (code === null || !NO_LINKS.has(code)) throw error;
    if (fs.existsSync(file)) throw new Error('File already exists.');
    fs.renameSync(temporary, file);
  }
}

/** What file systems without hard links (exFAT, some network drives) answer. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'UNKNOWN']);

/** Node's code of a system error (`ENOENT`), else null. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
