/** Files and folders that the user drops on a window or chooses, as sources of an import. */
import { isReadableName } from '../document/readable-name';
import type { Language } from '../document/diagnostic';
import type { ImportSource } from '../import-notices';
import { IMPORT_TEXTS } from './import-texts';
import { TEXTS } from './texts';

/** A file with the name that messages give it: below its folder, where it came in one. */
export interface NamedFile {
  readonly name: string;
  /** Null where the system does not hand it out. */
  readonly file: File | null;
}

/** What files hold, and the names of those that cannot be read. */
export interface ReadFiles {
  readonly sources: readonly ImportSource[];
  readonly unread: readonly string[];
}

/** No one drops so many notices; a folder of a disk can hold any number of files. */
const MOST_FILES = 5000;
const UNREAD_SHOWN = 5;

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
    const children = await childrenOf(entry);
    if (children === null) found.push({ name, file: null });
    else for (const child of children) await collect(child, `${name}/${child.name}`, false, found);
  } else if (isTop || isReadableName(entry.name)) {
    const file = await new Promise<File | null>((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(null)));
    found.push({ name, file });
  }
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A reader gives at most 100 entries a time, and none at the end. Null where the folder cannot be read. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[] | null> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[] | null>((resolve) => reader.readEntries(resolve, () => resolve(null)));
    if (some === null) return null;
    if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...some);
  }
}

/** Reads the bytes of files, one after another. A file may be gone since it was named, or locked: it holds up no other. */
export async function readFiles(files: readonly NamedFile[]): Promise<ReadFiles> {
  const sources: ImportSource[] = [];
  const unread: string[] = [];
  for (const { name, file } of files) {
    const bytes = await file?.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) unread.push(name);
    else sources.push({ fileName: name, bytes: new Uint8Array(bytes) });
  }
  return { sources, unread };
}

/** Says which files cannot be read, a line each; of many the first. */
export function unreadLines(names: readonly string[], language: Language): readonly string[] {
  const lines = names.slice(0, UNREAD_SHOWN).map(IMPORT_TEXTS[language].unread);
  return names.length > UNREAD_SHOWN ? [...lines, TEXTS[language].more(names.length - UNREAD_SHOWN)] : lines;
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
