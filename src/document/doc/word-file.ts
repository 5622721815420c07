/** The head of a Word 97 document: where its parts lie. Source: [MS-DOC] 2.5. */
import { u16, u32, utf16, cp1252 } from '../cfb/bytes';
import type { CompoundFile } from '../cfb/compound-file';

/** The streams of a Word 97 document that was found fit to be read; numbers count characters. */
export interface WordFile {
  readonly main: Uint8Array;
  readonly table: Uint8Array;
  /** Large properties are kept apart; empty where there are none. */
  readonly data: Uint8Array;
  /** A part of the table stream by its number in FibRgFcLcb. */
  readonly part: (number: number) => Uint8Array;
  /** Characters of the main text, and of the text boxes with the place of their first. */
  readonly mainLength: number;
  readonly boxStart: number;
  readonly boxLength: number;
}

/** Numbers of the parts that are read, as pairs of offset and length in FibRgFcLcb97. Source: [MS-DOC] 2.5.6. */
export const PART = { styles: 1, characterPages: 12, paragraphPages: 13, pieces: 33, lists: 73, listOverrides: 74 } as const;

const MAGIC = 0xa5ec;
const WORD_97 = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const PARTS_AT = 154;

/** Reads the head. A reason where the document cannot be used. */
export function openWordFile(file: CompoundFile): WordFile | 'damaged' | 'old' | 'locked' {
  const main = file.stream('WordDocument');
  if (main === null || main.length < 900) return 'damaged';
  if (u16(main, 0) !== MAGIC || u16(main, 2) < WORD_97) return 'old';
  const flags = u16(main, 10);
  if ((flags & ENCRYPTED) !== 0) return 'locked';
  const table = file.stream((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table');
  if (table === null) return 'damaged';
  const length = (index: number): number => u32(main, 64 + 4 * index);
  return {
    main,
    table,
    data: file.stream('Data') ?? new Uint8Array(),
    part: (number) => {
      const [offset, size] = [u32(main, PARTS_AT + 8 * number), u32(main, PARTS_AT + 8 * number + 4)];
      return table.subarray(Math.min(offset, table.length), Math.min(offset + size, table.length));
    },
    mainLength: length(3),
    // After the main text: footnotes, headers, macros, comments, endnotes.
    boxStart: [3, 4, 5, 6, 7, 8].reduce((sum, index) => sum + length(index), 0),
    boxLength: length(9),
  };
}

/** A stretch of text that lies in one place of the file. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Byte of its first character in the main stream. */
  readonly offset: number;
  /** Bytes of a character. */
  readonly width: 1 | 2;
}

const MAX_PIECES = 200_000;

/** The piece table: in which order the stretches of the file make up the text ([MS-DOC] 2.8.35). */
export function readPieces({ main, part }: WordFile): Piece[] {
  const bytes = part(PART.pieces);
  let at = 0;
  // Property lists come first; each says its length.
  while (bytes[at] === 1) at += 3 + u16(bytes, at + 1);
  if (bytes[at] !== 2) return [];
  const count = Math.min(Math.floor((u32(bytes, at + 1) - 4) / 12), Math.floor((bytes.length - at - 9) / 12), MAX_PIECES);
  const first = at + 5;
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const [start, end] = [u32(bytes, first + 4 * index), u32(bytes, first + 4 * index + 4)];
    const place = u32(bytes, first + 4 * (count + 1) + 8 * index + 2);
    const width = (place & 0x40000000) === 0 ? 2 : 1;
    const offset = width === 1 ? (place & 0x3fffffff) >> 1 : place & 0x3fffffff;
    // Pieces follow each other; what lies outside the file is none.
    if (start < (pieces.at(-1)?.end ?? 0) || end <= start || offset + (end - start) * width > main.length) continue;
    pieces.push({ start, end, offset, width });
  }
  return pieces;
}

/** Text of bytes `from` to `to` of the main stream, with one or two bytes a character. */
export function readText({ main }: WordFile, from: number, to: number, width: 1 | 2): string {
  return width === 1 ? cp1252(main, from, to - from) : utf16(main, from, (to - from) / 2);
}
