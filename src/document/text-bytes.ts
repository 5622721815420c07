/** Bytes to text: which encoding a file is in, told from its bytes and never from its name. */
import { diagnostic } from './diagnostic';
import type { Diagnostic } from './diagnostic';

/** Encodings that are told apart; GB2312 and GBK are parts of GB 18030. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** A text with the encoding that it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** How many characters could not be decoded and stand as U+FFFD. */
  readonly damaged: number;
}

/** First bytes of files that are no text, with the name a person knows them by. */
const SIGNATURES: ReadonlyArray<{ readonly bytes: readonly number[]; readonly kind: string }> = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'ZIP (docx, xlsx)' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], kind: 'ZIP' },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: 'PDF' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: 'Office 97 (doc, xls, wps)' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: 'GIF' },
  { bytes: [0x52, 0x49, 0x46, 0x46], kind: 'RIFF (WebP, WAV)' },
  { bytes: [0x42, 0x4d], kind: 'BMP' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], kind: 'TIFF' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], kind: 'TIFF' },
  { bytes: [0x1f, 0x8b], kind: 'gzip' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: '7-Zip' },
  { bytes: [0x52, 0x61, 0x72, 0x21], kind: 'RAR' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], kind: 'ELF' },
];
/** Formats whose first bytes can also begin a text: their signature counts only where zero bytes follow. */
const NEEDS_ZEROS = new Set(['BMP', 'RIFF (WebP, WAV)']);
/** What a file with zero bytes and no known signature is called. */
const UNKNOWN_BINARY = '0x00';
const SAMPLE = 65_536;

/** Names under which pages declare the encodings read here. */
const DECLARED: Readonly<Record<string, TextEncoding>> = {
  gb2312: 'gb18030', gbk: 'gb18030', gb18030: 'gb18030', 'x-gbk': 'gb18030', cp936: 'gb18030', 'gb_2312-80': 'gb18030', 'hz-gb-2312': 'gb18030', big5: 'big5', 'big5-hkscs': 'big5',
};

/**
 * Decodes a text: byte order mark first, then UTF-8, then UTF-16 by the place of its zero bytes, then GB18030 (which holds
 * GB2312 and GBK). A few damaged bytes do not make a UTF-8 file a GB18030 one; they are counted in `damaged`.
 * What a page declares of itself decides where its bytes allow both; servers and pages often declare wrongly.
 * Gives `binary-file` naming the kind where the bytes are no text.
 * @param charset what the server declared
 */
export function decodeText(bytes: Uint8Array, charset?: string): DecodedText | Diagnostic {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeUtf8(bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes.subarray(2), 'utf-16be');
  const holdsZeros = bytes.subarray(0, SAMPLE).includes(0);
  const signature = SIGNATURES.find((known) => startsWith(bytes, known.bytes) && (holdsZeros || !NEEDS_ZEROS.has(known.kind)));
  if (signature) return diagnostic('binary-file', {}, { kind: signature.kind });
  if (holdsZeros) {
    const order = guessUtf16(bytes.subarray(0, SAMPLE));
    const decoded = order && decodeUtf16(bytes, order);
    return decoded && looksLikeText(decoded.text) ? decoded : diagnostic('binary-file', {}, { kind: UNKNOWN_BINARY });
  }
  if (bytes.includes(0)) return diagnostic('binary-file', {}, { kind: UNKNOWN_BINARY });
  return decodeWithoutZeros(bytes, declaredEncoding(bytes, charset));
}

/** `<meta charset=…>` and `http-equiv` stand in the first bytes; XML declares itself on its first line. */
function declaredEncoding(bytes: Uint8Array, charset: string | undefined): TextEncoding | null {
  const first = bytes.findIndex((byte) => byte > 0x20);
  let inPage: string | undefined;
  if (bytes[first] === 0x3c) {
    let head = '';
    for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte);
    inPage = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  }
  return DECLARED[(inPage ?? charset ?? '').toLowerCase()] ?? null;
}

/** Whether the answer of `decodeText` is a text. */
export function isDecoded(answer: DecodedText | Diagnostic): answer is DecodedText {
  return 'text' in answer;
}

function decodeWithoutZeros(bytes: Uint8Array, declared: TextEncoding | null): DecodedText {
  const utf8 = decodeUtf8(bytes);
  if (utf8.damaged === 0 && (declared === null || !isMisread(utf8.text))) return utf8;
  if (declared === 'big5') return decodeAs('big5', bytes);
  const foreign = countNonAscii(utf8.text);
  // Chinese text in GB18030 reads as damage almost throughout; a torn or mistyped UTF-8 file has a few bad spots.
  if (utf8.damaged > 0 && utf8.damaged * 20 <= foreign) return utf8;
  const gb = decodeAs('gb18030', bytes);
  return gb.damaged <= utf8.damaged ? gb : utf8;
}

/** A few Chinese characters in GBK can pass for UTF-8; they come out as Latin, Greek or Hebrew letters and never as Chinese. */
function isMisread(text: string): boolean {
  return /[\u0080-\u07ff]/.test(text) && !/[\u3000-\u9fff]/.test(text);
}

function decodeAs(encoding: 'gb18030' | 'big5', bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, damaged: countDamaged(text) };
}

function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8', damaged: 0 };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8', damaged: countDamaged(text) };
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding, damaged: countDamaged(text) };
}

/** The zero bytes of UTF-16 are the upper halves of line ends, digits and Latin letters: nearly all at odd or all at even places. */
function guessUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] === 0) at % 2 === 0 ? (even += 1) : (odd += 1);
  }
  if (odd > even * 20) return 'utf-16le';
  return even > odd * 20 ? 'utf-16be' : null;
}

/** Text holds no control characters but tab and line ends, and little damage. */
function looksLikeText(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd || code === 0xfffe || code === 0xffff) odd += 1;
  }
  return odd * 100 <= sample.length;
}

function countDamaged(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) count += 1;
  return count;
}

function countNonAscii(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) count += 1;
  return count;
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte);
}
