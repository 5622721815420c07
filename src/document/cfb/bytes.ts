/** Little-endian numbers out of foreign bytes. What lies outside is 0: a wrong offset in a damaged file then leads to nothing, not to an error. */

/** The byte at an offset, 0 to 255; 0 outside. */
export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** Unsigned 16-bit number at a byte offset; bytes outside count as 0. */
export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** Signed 16-bit number at a byte offset; bytes outside count as 0. */
export function i16(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) << 16) >> 16;
}

/** Unsigned 32-bit number at a byte offset; bytes outside count as 0. */
export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

/** Signed 32-bit number at a byte offset; bytes outside count as 0. */
export function i32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) | (u16(bytes, at + 2) << 16);
}

/** Characters of two bytes each, as far as there are so many. */
export function utf16(bytes: Uint8Array, at: number, count: number): string {
  const end = Math.min(bytes.length, at + 2 * Math.max(0, count));
  return UTF16.decode(bytes.subarray(Math.max(0, at), Math.max(0, end)));
}

/** Characters of one byte each, as Windows has them in the west. */
export function cp1252(bytes: Uint8Array, at: number, count: number): string {
  let text = '';
  for (const byte of bytes.subarray(Math.max(0, at), Math.max(0, at + Math.max(0, count)))) {
    text += byte >= 0x80 && byte < 0xa0 ? UPPER.charAt(byte - 0x80) : String.fromCharCode(byte);
  }
  return text;
}

/** Bytes 0x80 to 0x9F. Own table: the TextDecoder of Node 20 takes windows-1252 for Latin-1. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const UTF16 = new TextDecoder('utf-16le');
