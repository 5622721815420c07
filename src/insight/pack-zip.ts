/** A ZIP archive, which an xlsx file is. Deflated where the host can (`CompressionStream`, 2023 and later), stored where it cannot: no code of ours for it. */
import { checksum } from '../document/zip/checksum';

/** A part of the archive: its path, with `/`, and its bytes. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const LOCAL_SIZE = 30;
const DIRECTORY_SIZE = 46;
const END_SIZE = 22;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1980-01-01, the first day there is: the same files give the same archive. */
const DAY = 0x0021;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;

/** Packs files in the given order. */
export async function packZip(files: readonly ZipFile[]): Promise<Uint8Array> {
  const entries = await Promise.all(files.map(async ({ name, bytes }) => {
    const deflated = await deflate(bytes);
    return { name: new TextEncoder().encode(name), size: bytes.length, crc: checksum(bytes), method: deflated === null ? STORED : DEFLATED, packed: deflated ?? bytes };
  }));
  const size = entries.reduce((sum, { name, packed }) => sum + LOCAL_SIZE + DIRECTORY_SIZE + 2 * name.length + packed.length, END_SIZE);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  /** The fields that both headers have, from "version needed" on. */
  const writeFields = (from: number, { name, size: full, crc, method, packed }: (typeof entries)[number]): void => {
    view.setUint16(from, VERSION, true);
    view.setUint16(from + 2, FLAGS, true);
    view.setUint16(from + 4, method, true);
    view.setUint16(from + 8, DAY, true);
    view.setUint32(from + 10, crc, true);
    view.setUint32(from + 14, packed.length, true);
    view.setUint32(from + 18, full, true);
    view.setUint16(from + 22, name.length, true);
  };
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeFields(at + 4, entry);
    out.set(entry.name, at + LOCAL_SIZE);
    out.set(entry.packed, at + LOCAL_SIZE + entry.name.length);
    at += LOCAL_SIZE + entry.name.length + entry.packed.length;
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

/** Null where the host has no such stream, or none for bare deflate. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  let stream: CompressionStream;
  try {
    stream = new CompressionStream('deflate-raw');
  } catch {
    return null;
  }
  const packed = await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();
  return packed.byteLength < bytes.length ? new Uint8Array(packed) : null;
}
