/** Rich Text Format cut into its tokens. Source: Rich Text Format Specification 1.9.1, "Basic Entities". */

/** One token; text is cut off wherever a group or a control word stands. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A control word or symbol with its number; null where it has none. */
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  /** Bytes of text in the character set of the font. */
  | { readonly kind: 'bytes'; readonly bytes: readonly number[] };

const [OPEN, CLOSE, ESCAPE, BLANK, MINUS, QUOTE] = [0x7b, 0x7d, 0x5c, 0x20, 0x2d, 0x27];
const MAX_WORD = 32;

/** Cuts a file into tokens, one by one; whatever the bytes are, it comes to their end. */
export function* readTokens(file: Uint8Array): Generator<RtfToken> {
  let text: number[] = [];
  for (let at = 0; at < file.length; ) {
    const byte = file[at] ?? 0;
    const hex = byte === ESCAPE && file[at + 1] === QUOTE ? hexAt(file, at + 2) : null;
    if (hex !== null) {
      text.push(hex);
      at += 4;
      continue;
    }
    if (byte !== OPEN && byte !== CLOSE && byte !== ESCAPE) {
      // Line ends of the file itself mean nothing.
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) text.push(byte);
      at += 1;
      continue;
    }
    if (text.length > 0) yield { kind: 'bytes', bytes: text };
    text = [];
    if (byte !== ESCAPE) {
      yield byte === OPEN ? { kind: 'open' } : { kind: 'close' };
      at += 1;
      continue;
    }
    const next = file[at + 1] ?? 0;
    if (!isLetter(next)) {
      at += 2;
      if (next === OPEN || next === CLOSE || next === ESCAPE) text.push(next);
      else yield { kind: 'word', word: String.fromCharCode(next), value: null };
      continue;
    }
    let end = at + 1;
    while (end - at <= MAX_WORD && isLetter(file[end] ?? 0)) end += 1;
    const word = String.fromCharCode(...file.subarray(at + 1, end));
    let digits = file[end] === MINUS ? end + 1 : end;
    while (digits - end < 12 && isDigit(file[digits] ?? 0)) digits += 1;
    const number = Number(String.fromCharCode(...file.subarray(end, digits)));
    const value = digits === end || Number.isNaN(number) ? null : number;
    at = file[digits] === BLANK ? digits + 1 : digits;
    // Raw bytes, such as those of a picture, follow this one.
    if (word === 'bin' && value !== null && value > 0) at += value;
    else yield { kind: 'word', word, value };
  }
  if (text.length > 0) yield { kind: 'bytes', bytes: text };
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function hexAt(file: Uint8Array, at: number): number | null {
  const digits = String.fromCharCode(file[at] ?? 0, file[at + 1] ?? 0);
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null;
}
