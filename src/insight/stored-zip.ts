/** A ZIP archive of files that are stored as they are: what an xlsx file is. */
import { checksum } from '../document/zip/checksum';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL_SIZE = 30;
const DIRECTORY_SIZE = 46;
const END_SIZE = 22;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1980-01-01, the first day there is: the same files give the same archive. */
const DAY = 0x0021;
const VERSION = 20;

/** Packs files in the given order. */
export function storeZip(files: readonly ZipFile[]): Uint8Array {
  const entries = files.map(({ name, bytes }) => ({ name: new TextEncoder().encode(name), bytes, crc: checksum(bytes) }));
  const size = entries.reduce((sum, { name, bytes }) => sum + LOCAL_SIZE + DIRECTORY_SIZE + 2 * name.length + bytes.length, END_SIZE);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  /** The fields that both headers have, from "version needed" on. */
  const writeFields = (from: number, { name, bytes, crc }: (typeof entries)[number]): void => {
    view.setUint16(from, VERSION, true);
    view.setUint16(from + 2, FLAGS, true);
    view.setUint16(from + 8, DAY, true);
    view.setUint32(from + 10, crc, true);
    view.setUint32(from + 14, bytes.length, true);
    view.setUint32(from + 18, bytes.length, true);
    view.setUint16(from + 22, name.length, true);
  };
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeFields(at + 4, entry);
    out.set(entry.name, at + LOCAL_SIZE);
    out.set(entry.bytes, at + LOCAL_SIZE + entry.name.length);
    at += LOCAL_SIZE + entry.name.length + entry.bytes.length;
  }
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    writeFields(at + 6, entry);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    out.set(entry.name, at + DIRECTORY_SIZE);
    at += DIRECTORY_SIZE + entry.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}
