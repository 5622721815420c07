/** The directory of a ZIP archive: which parts it holds, found from its end as the format asks, nothing unpacked yet. */

/** One file of the archive. Sizes in bytes, as the directory states them. */
export interface ZipEntry {
  /** With `/` between folders, without one at the front. */
  readonly name: string;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc: number;
  /** 0 stored, 8 deflated; nothing else is read. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Offset of the local header in the archive. */
  readonly offset: number;
}

/** An archive whose directory was read. */
export interface ZipArchive {
  readonly bytes: Uint8Array;
  /** By name in lower case: names of parts are the same whatever their case (ECMA-376 part 2, 6.2.2.3). */
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const END_SIZE = 22;
const DIRECTORY_SIZE = 46;
const LONGEST_COMMENT = 0xffff;
/** More files than any document has; a list of a hundred scanned pages has some hundreds. */
const MAX_ENTRIES = 10_000;
const ZIP64 = 0xffffffff;

/** Whether bytes begin as a ZIP archive does, an empty one included. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/** Reads the directory; null where there is none, it is cut off or it lists more than 10,000 files. */
export function openZip(bytes: Uint8Array): ZipArchive | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  if (count > MAX_ENTRIES) return null;
  let at = view.getUint32(end + 16, true);
  // Bytes before the archive shift all that its directory says.
  const shift = end - size - at;
  if (shift < 0) return null;
  at += shift;
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i += 1) {
    if (at + DIRECTORY_SIZE > end || view.getUint32(at, true) !== DIRECTORY) return null;
    const nameSize = view.getUint16(at + 28, true);
    const extraSize = view.getUint16(at + 30, true);
    const next = at + DIRECTORY_SIZE + nameSize + extraSize + view.getUint16(at + 32, true);
    if (next > end) return null;
    const name = new TextDecoder().decode(bytes.subarray(at + DIRECTORY_SIZE, at + DIRECTORY_SIZE + nameSize)).replace(/\\/g, '/').replace(/^\/+/, '');
    const large = readLargeSizes(view, at + DIRECTORY_SIZE + nameSize, extraSize, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]);
    if (large === null) return null;
    const [full, compressedSize, offset] = large;
    entries.set(name.toLowerCase(), {
      name,
      compressedSize,
      size: full,
      crc: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      offset: offset + shift,
    });
    at = next;
  }
  return { bytes, entries };
}

/** The record at the end, which a comment may follow. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return null;
}

type Sizes = readonly [size: number, compressedSize: number, offset: number];

/** Some writers put the sizes of small files, too, into the extra field of large ones (APPNOTE 4.5.3). */
function readLargeSizes(view: DataView, from: number, length: number, stated: Sizes): Sizes | null {
  if (!stated.includes(ZIP64)) return stated;
  const end = from + length;
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    const valueEnd = Math.min(end, value + view.getUint16(at + 2, true));
    const read: number[] = [];
    for (const size of stated) {
      if (size !== ZIP64) {
        read.push(size);
        continue;
      }
      if (value + 8 > valueEnd || view.getUint32(value + 4, true) !== 0) return null;
      read.push(view.getUint32(value, true));
      value += 8;
    }
    const [size = 0, compressedSize = 0, offset = 0] = read;
    return [size, compressedSize, offset];
  }
  return null;
}
