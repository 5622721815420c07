/** Writing a text so that a crash leaves the old file or the new one: temporary file beside it, flush, then its name. */
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import * as nodePath from 'node:path';

/** Creates a file. Throws "File already exists." where one of that name is there, also when it came between look and write. */
export function createFile(file: string, content: string | Uint8Array): void {
  const temporary = writeTemporary(file, content, null);
  try {
    giveNewName(temporary, file);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** Replaces a file that exists, keeping its permissions. */
export function replaceFile(file: string, text: string): void {
  const temporary = writeTemporary(file, text, fs.statSync(file).mode);
  try {
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** A leading dot hides it from Obsidian and from every vault listing should the process be killed here. */
function writeTemporary(file: string, content: string | Uint8Array, mode: number | null): string {
  const temporary = nodePath.join(nodePath.dirname(file), `.regulatory-notices-${randomUUID()}.tmp`);
  const descriptor = fs.openSync(temporary, 'wx');
  try {
    fs.writeFileSync(descriptor, content, 'utf8');
    if (mode !== null) fs.fchmodSync(descriptor, mode & 0o7777);
    fs.fsyncSync(descriptor);
  } catch (error) {
    fs.closeSync(descriptor);
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  fs.closeSync(descriptor);
  return temporary;
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
