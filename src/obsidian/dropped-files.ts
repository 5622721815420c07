/** Files and folders that the user drops on a window or chooses, as sources of an import. */
import { isReadableName } from '../document/readable-name';
import type { ImportSource } from '../import-notices';

/** A file with the name that messages give it: below its folder, where it came in one. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** No one drops so many notices; a folder of a disk can hold any number of files. */
const MOST_FILES = 5000;

/**
 * The files of a drop, those in its folders included where their names fit. To be called while the event lasts: entries are gone after it.
 * Names that cannot be listed are left out.
 */
export async function droppedFiles(data: DataTransfer): Promise<readonly NamedFile[]> {
  const plain = [...data.files].map((file): NamedFile => ({ name: file.name, file }));
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  const found: NamedFile[] = [];
  for (const entry of entries) await collect(entry, entry.name, true, found);
  return found;
}

/** Files of the system's own window; those of a folder bear their path in it. */
export function chosenFiles(files: readonly File[]): readonly NamedFile[] {
  return files.flatMap((file): NamedFile[] => {
    const path = file.webkitRelativePath;
    return path !== '' && !isReadableName(path) ? [] : [{ name: path === '' ? file.name : path, file }];
  });
}

async function collect(entry: FileSystemEntry, name: string, isTop: boolean, found: NamedFile[]): Promise<void> {
  if (found.length >= MOST_FILES || (!isTop && entry.name.startsWith('.'))) return;
  if (isDirectory(entry)) {
    for (const child of await childrenOf(entry)) await collect(child, `${name}/${child.name}`, false, found);
  } else if (isTop || isReadableName(entry.name)) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    found.push({ name, file });
  }
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A reader gives at most 100 entries a time, and none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...some);
  }
}

/** Reads the bytes of files, one after another. */
export async function readFiles(files: readonly NamedFile[]): Promise<readonly ImportSource[]> {
  const sources: ImportSource[] = [];
  for (const { name, file } of files) sources.push({ fileName: name, bytes: new Uint8Array(await file.arrayBuffer()) });
  return sources;
}

/** Adds sources to those that are there. A name that is taken gets a number: messages and the files of a page name their source by it. */
export function addSources(held: readonly ImportSource[], added: readonly ImportSource[]): readonly ImportSource[] {
  const all = [...held];
  const renamed = new Map<string, string>();
  for (const source of added) {
    if (all.some((other) => other.fileName === source.fileName && isSame(other.bytes, source.bytes) && source.notice === undefined)) continue;
    const fileName = freeName(source.fileName, all);
    renamed.set(source.fileName, fileName);
    const page = source.attachmentOf === undefined ? undefined : (renamed.get(source.attachmentOf) ?? source.attachmentOf);
    all.push({ ...source, fileName, ...(page === undefined ? {} : { attachmentOf: page }) });
  }
  return all;
}

/** Takes a source off, and the files of its page with it. */
export function removeSource(held: readonly ImportSource[], { fileName }: ImportSource): readonly ImportSource[] {
  return held.filter((source) => source.fileName !== fileName && source.attachmentOf !== fileName);
}

function freeName(name: string, held: readonly ImportSource[]): string {
  const taken = new Set(held.map(({ fileName }) => fileName));
  const [, stem = name, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/.exec(name) ?? [];
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${stem} ${number}${ending}`;
  return free;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
