/** One part of a ZIP archive unpacked, never beyond what its directory states and never beyond a limit. */
import { Inflate } from 'fflate';
import { checksum } from './checksum';
import type { ZipArchive, ZipEntry } from './open-zip';

/** Why a part was not unpacked. */
export type UnpackFault = 'damaged' | 'too-large' | 'encrypted';

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** Deflate grows by at most 1:1032, so no push can grow by more than 16 MB before the limit is looked at again. */
const CHUNK = 16 * 1024;

/**
 * Unpacks `entry`. `limit` is the largest size in bytes that is accepted; a part that states more, or turns out to hold more
 * or less than it states, or fails its checksum, is not unpacked.
 */
export function unpackPart(archive: ZipArchive, entry: ZipEntry, limit: number): Uint8Array | UnpackFault {
  if (entry.encrypted) return 'encrypted';
  if (entry.size > limit) return 'too-large';
  const packed = packedBytes(archive, entry);
  if (packed === null) return 'damaged';
  if (entry.method !== 0 && entry.method !== 8) return 'damaged';
  const bytes = entry.method === 0 ? packed : inflate(packed, entry.size);
  if (bytes?.length !== entry.size || checksum(bytes) !== entry.crc) return 'damaged';
  return bytes;
}

function packedBytes({ bytes }: ZipArchive, entry: ZipEntry): Uint8Array | null {
  if (entry.offset + LOCAL_SIZE > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + entry.offset, LOCAL_SIZE);
  if (view.getUint32(0, true) !== LOCAL) return null;
  const start = entry.offset + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + entry.compressedSize;
  return end > bytes.length ? null : bytes.subarray(start, end);
}

/** Exactly `size` bytes, or null where the stream is broken or holds more. */
function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size);
  const state = { filled: 0 };
  const stream = new Inflate((chunk) => {
    if (state.filled + chunk.length <= size) out.set(chunk, state.filled);
    state.filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && state.filled <= size; at += CHUNK) stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch {
    // The library throws on a broken stream.
    return null;
  }
  return state.filled === size ? out : null;
}
