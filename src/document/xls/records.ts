/** Records of a BIFF8 workbook stream. Source: [MS-XLS] 2.1.4 and 2.4. */
import { u16, utf16, u8 } from '../cfb/bytes';

/** A record with its type, one of `RECORD` where it is read. */
export interface BiffRecord {
  readonly type: number;
  /** Its data and those of the CONTINUE records behind it, not joined: strings have a mark at each seam. */
  readonly parts: readonly Uint8Array[];
  readonly data: Uint8Array;
}

/** Types of the records that are read ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x06, end: 0x0a, date1904: 0x22, filePass: 0x2f, continue: 0x3c, columnInfo: 0x7d, sheet: 0x85, multipleNumbers: 0xbd, richLabel: 0xd6, style: 0xe0, merges: 0xe5,
  strings: 0xfc, sharedLabel: 0xfd, link: 0x1b8, number: 0x203, label: 0x204, booleanOrError: 0x205, formulaText: 0x207, row: 0x208, smallNumber: 0x27e, format: 0x41e, begin: 0x809,
} as const;

/** Records from an offset on, to the end of the stream or of the bytes. */
export function* readRecords(stream: Uint8Array, from: number): Generator<BiffRecord> {
  for (let at = from; at + 4 <= stream.length; ) {
    const type = u16(stream, at);
    const data = stream.subarray(at + 4, at + 4 + u16(stream, at + 2));
    const parts = [data];
    at += 4 + u16(stream, at + 2);
    while (u16(stream, at) === RECORD.continue && at + 4 <= stream.length) {
      parts.push(stream.subarray(at + 4, at + 4 + u16(stream, at + 2)));
      at += 4 + u16(stream, at + 2);
    }
    yield { type, parts, data };
  }
}

/** Reads over the seams between a record and its CONTINUE records. */
export class PartsReader {
  private part = 0;

  constructor(
    private readonly parts: readonly Uint8Array[],
    private at = 0,
  ) {}

  get done(): boolean {
    this.settle();
    return this.part >= this.parts.length;
  }

  /** The next byte; 0 behind the end. */
  byte(): number {
    this.settle();
    const value = u8(this.parts[this.part] ?? new Uint8Array(), this.at);
    this.at += 1;
    return value;
  }

  /** The next two bytes as an unsigned number, low byte first. */
  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  /** The next four bytes as an unsigned number, low byte first. */
  long(): number {
    return (this.short() | (this.short() << 16)) >>> 0;
  }

  /** Passes over so many bytes, as far as there are any. */
  skip(count: number): void {
    for (let left = count; left > 0 && !this.done; ) {
      const step = Math.min(left, (this.parts[this.part]?.length ?? 0) - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** A string of so many characters after its flags; a seam within it begins with flags of its own ([MS-XLS] 2.5.293). */
  characters(count: number, flags: number): string {
    let text = '';
    let wide = (flags & 1) === 1;
    for (let left = count; left > 0 && !this.done; ) {
      const part = this.parts[this.part] ?? new Uint8Array();
      const here = Math.min(left, Math.floor((part.length - this.at) / (wide ? 2 : 1)));
      text += wide ? utf16(part, this.at, here) : latin1(part.subarray(this.at, this.at + here));
      this.at += here * (wide ? 2 : 1);
      left -= here;
      if (left === 0) break;
      this.part += 1;
      this.at = 0;
      if (this.part < this.parts.length) wide = (this.byte() & 1) === 1;
    }
    return text;
  }

  private settle(): void {
    while (this.part < this.parts.length && this.at >= (this.parts[this.part]?.length ?? 0)) {
      this.at -= this.parts[this.part]?.length ?? 0;
      this.part += 1;
    }
  }
}

/** The low bytes of UTF-16 characters: not Windows' table, where 0x80–0x9F differ. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** A string with its length in two bytes (`longLength`) or one, and its flags, at the head of `parts`. */
export function readString(parts: readonly Uint8Array[], at: number, longLength = true): string {
  const reader = new PartsReader(parts, at);
  const count = longLength ? reader.short() : reader.byte();
  return reader.characters(count, reader.byte());
}
