import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checksum } from '../../../src/document/zip/checksum';
import { openZip, type ZipArchive } from '../../../src/document/zip/open-zip';
import { unpackPart, type UnpackFault } from '../../../src/document/zip/unpack-part';
import { zipParts } from '../../support/office-files';

const TEXT = '名单'.repeat(5000);
const LIMIT = 1_000_000;

function unpack(bytes: Uint8Array, change: Partial<{ size: number; crc: number; compressedSize: number; encrypted: boolean; method: number; offset: number }> = {}, limit = LIMIT): string {
  const archive = openZip(bytes);
  const entry = archive?.entries.get('a.txt');
  if (archive === null || entry === undefined) return 'no part';
  const part: Uint8Array | UnpackFault = unpackPart(archive, { ...entry, ...change }, limit);
  return typeof part === 'string' ? part : new TextDecoder().decode(part);
}

describe('parts of an archive', () => {
  const deflated = zipParts({ 'A.txt': TEXT });
  const stored = zipParts({ 'A.txt': TEXT }, 0);

  test('deflated and stored parts come out as they went in, by name whatever its case', () => {
    expect(unpack(deflated)).toBe(TEXT);
    expect(unpack(stored)).toBe(TEXT);
  });

  test('bytes before the archive and a comment behind it do not matter', () => {
    const comment = new Uint8Array([...deflated.subarray(0, deflated.length - 2), 3, 0, 1, 2, 3]);
    expect(unpack(new Uint8Array([1, 2, 3, ...comment]))).toBe(TEXT);
  });

  test('a part that holds more or less than it states is not unpacked, and never beyond what it states', () => {
    const size = strToU8(TEXT).length;
    expect(unpack(deflated, { size: size - 1 })).toBe('damaged');
    expect(unpack(deflated, { size: 10 })).toBe('damaged');
    expect(unpack(deflated, { size: size + 1 })).toBe('damaged');
    expect(unpack(stored, { size: size - 1 })).toBe('damaged');
  });

  test('a part over the limit, one that is protected, broken or of another method', () => {
    expect(unpack(deflated, {}, 100)).toBe('too-large');
    expect(unpack(deflated, { encrypted: true })).toBe('encrypted');
    expect(unpack(deflated, { crc: 1 })).toBe('damaged');
    expect(unpack(deflated, { method: 99 })).toBe('damaged');
    expect(unpack(deflated, { offset: 5 })).toBe('damaged');
    expect(unpack(deflated, { offset: deflated.length })).toBe('damaged');
    expect(unpack(deflated, { compressedSize: deflated.length })).toBe('damaged');
  });

  test('an archive cut off, or without its end, is none', () => {
    for (let length = 0; length < deflated.length; length += 7) expect(openZip(deflated.subarray(0, length))).toBeNull();
  });

  test('sizes in the field for large files are read', () => {
    const archive = openZip(withLargeSizes(deflated));
    expect(archive?.entries.get('a.txt')).toMatchObject({ size: strToU8(TEXT).length });
    expect(unpack(withLargeSizes(deflated))).toBe(TEXT);
  });

  test('the checksum is that of ZIP', () => {
    expect(checksum(strToU8('123456789'))).toBe(0xcbf43926);
    expect(checksum(new Uint8Array())).toBe(0);
  });

  test('a directory of very many files is refused', () => {
    const many = zipParts(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}`, new Uint8Array()])), 0);
    expect(openZip(many)).toBeNull();
  });
});

/** The same archive with its sizes moved into the extra field, as some writers do it. */
function withLargeSizes(bytes: Uint8Array): Uint8Array {
  const archive = openZip(bytes) as ZipArchive;
  const { size, compressedSize, name } = archive.entries.get('a.txt')!;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const end = bytes.length - 22;
  const directory = view.getUint32(end + 16, true);
  const extra = new DataView(new ArrayBuffer(20));
  extra.setUint16(0, 1, true);
  extra.setUint16(2, 16, true);
  extra.setUint32(4, size, true);
  extra.setUint32(12, compressedSize, true);
  const nameEnd = directory + 46 + name.length;
  const made = new Uint8Array([...bytes.subarray(0, nameEnd), ...new Uint8Array(extra.buffer), ...bytes.subarray(nameEnd)]);
  const changed = new DataView(made.buffer);
  changed.setUint32(directory + 20, 0xffffffff, true);
  changed.setUint32(directory + 24, 0xffffffff, true);
  changed.setUint16(directory + 30, 20, true);
  changed.setUint32(made.length - 22 + 12, view.getUint32(end + 12, true) + 20, true);
  return made;
}
