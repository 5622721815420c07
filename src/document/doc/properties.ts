/** Properties of characters and paragraphs, kept in pages of 512 bytes. Source: [MS-DOC] 2.6, 2.9.33 and 2.9.175. */
import { i16, u16, u32, u8 } from '../cfb/bytes';
import { PART, type WordFile } from './word-file';

/** Properties that hold for bytes `from` to `to` of the main stream. */
export interface PropertyRun {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly changes: Uint8Array;
}

/** One change of a property: its number and its operand. */
export interface Change {
  readonly code: number;
  readonly operand: Uint8Array;
}

const PAGE = 512;
/** Pages named again and again would fill memory. */
const MAX_RUNS = 1_000_000;
/** Properties outside the pages: the layout of 63 cells with all their borders takes less. */
const MAX_OUTSIDE = 16_384;
const TABLE_DEFINITION = 0xd608;
const TABS = 0xc615;
/** Bytes of the operand by the three upper bits of the number; 0 where the operand says its length. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];

/** All runs of a kind, in the order of the file. */
export function readPropertyRuns(file: WordFile, kind: 'paragraphs' | 'characters'): PropertyRun[] {
  const table = file.part(kind === 'paragraphs' ? PART.paragraphPages : PART.characterPages);
  const count = Math.floor((table.length - 4) / 8);
  const runs: PropertyRun[] = [];
  for (let index = 0; index < count && runs.length < MAX_RUNS; index += 1) {
    const start = (u32(table, 4 * (count + 1) + 4 * index) & 0x3fffff) * PAGE;
    const page = file.main.subarray(start, start + PAGE);
    if (page.length === PAGE) readPage(page, kind, runs);
  }
  return runs.sort((a, b) => a.from - b.from);
}

function readPage(page: Uint8Array, kind: 'paragraphs' | 'characters', runs: PropertyRun[]): void {
  const count = u8(page, PAGE - 1);
  for (let index = 0; index < count; index += 1) {
    const [from, to] = [u32(page, 4 * index), u32(page, 4 * index + 4)];
    const place = 2 * u8(page, 4 * (count + 1) + index * (kind === 'paragraphs' ? 13 : 1));
    const none = { from, to, style: 0, changes: page.subarray(0, 0) };
    if (to <= from) continue;
    if (place === 0) runs.push(none);
    else if (kind === 'characters') runs.push({ ...none, changes: page.subarray(place + 1, place + 1 + u8(page, place)) });
    else {
      // The length counts pairs of bytes; where it is 0, the next byte has it.
      const short = u8(page, place);
      const [at, length] = short === 0 ? [place + 2, 2 * u8(page, place + 1)] : [place + 1, 2 * short - 1];
      runs.push({ from, to, style: u16(page, at), changes: page.subarray(at + 2, at + length) });
    }
  }
}

/** The run that holds for a byte; null where none does. */
export function runAt(runs: readonly PropertyRun[], byte: number): PropertyRun | null {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined || run.from > byte) high = middle - 1;
    else if (run.to <= byte) low = middle + 1;
    else return run;
  }
  return null;
}

/** Changes in order. */
export function* readChanges(bytes: Uint8Array): Generator<Change> {
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = u16(bytes, at);
    at += 2;
    let size = OPERAND_BYTES[code >> 13] ?? 1;
    if (size === 0) {
      if (code === TABLE_DEFINITION) {
        size = Math.max(0, u16(bytes, at) - 1);
        at += 2;
      } else {
        size = u8(bytes, at);
        at += 1;
        // A length of 255 means many tabs, counted in the operand itself: deleted ones take 4 bytes each, new ones 3.
        if (code === TABS && size === 255) {
          const deleted = u8(bytes, at);
          size = 2 + 4 * deleted + 3 * u8(bytes, at + 1 + 4 * deleted);
        }
      }
    }
    yield { code, operand: bytes.subarray(at, at + size) };
    at += size;
  }
}

/** What a run of characters says of itself beside its style; false and 0 where it says nothing. */
export interface CharacterProperties {
  readonly deleted: boolean;
  readonly hidden: boolean;
  /** Height in half points. */
  readonly size: number;
}

/** Properties of a run of characters by its changes (sprmCFRMarkDel, sprmCFVanish, sprmCHps; [MS-DOC] 2.6.1); all at rest for null. */
export function readCharacterProperties(run: PropertyRun | null): CharacterProperties {
  let [deleted, hidden, size] = [false, false, 0];
  if (run !== null) {
    for (const { code, operand } of readChanges(run.changes)) {
      if (code === 0x0800) deleted = u8(operand, 0) === 1;
      else if (code === 0x083c) hidden = u8(operand, 0) === 1;
      else if (code === 0x4a43) size = u16(operand, 0);
    }
  }
  return { deleted, hidden, size };
}

/** How the cells of a row lie. */
export interface RowLayout {
  /** Edges of the cells in twentieths of a point, one more than there are cells. */
  readonly edges: readonly number[];
  readonly cells: readonly { readonly joinsLeft: boolean; readonly joinsAbove: boolean }[];
}

/** What a paragraph says of itself, and of the table row that it ends. */
export interface ParagraphProperties {
  /** Number of its style in the document (istd). */
  readonly style: number;
  /** How many tables it lies in. */
  readonly depth: number;
  readonly endsRow: boolean;
  /** Ends of inner cells and rows are plain paragraph marks with these properties. */
  readonly endsInnerCell: boolean;
  readonly endsInnerRow: boolean;
  readonly row: RowLayout | null;
  /** 0 to 8; 9 is body text, null where nothing is said. */
  readonly outline: number | null;
  readonly align: '' | 'center' | 'right';
  /** Number of its list, from 1; 0 where it has none. */
  readonly list: number;
  /** From 0. */
  readonly listLevel: number;
}

const ALIGNMENTS = ['', 'center', 'right'] as const;

/** Properties of a paragraph by its changes ([MS-DOC] 2.6.2 and 2.6.3); `data` is the data stream, where large changes are kept. A body paragraph for null. */
export function readParagraphProperties(run: PropertyRun | null, data: Uint8Array): ParagraphProperties {
  const found = { style: run?.style ?? 0, depth: 0, inTable: false, endsRow: false, endsInnerCell: false, endsInnerRow: false, outline: null as number | null, align: '' as ParagraphProperties['align'], list: 0, listLevel: 0 };
  let row: RowLayout | null = null;
  const read = (bytes: Uint8Array, level: number): void => {
    for (const { code, operand } of readChanges(bytes)) {
      const flag = u8(operand, 0) !== 0;
      if (code === 0x2416) found.inTable = flag;
      else if (code === 0x2417) found.endsRow = flag;
      else if (code === 0x244b) found.endsInnerCell = flag;
      else if (code === 0x244c) found.endsInnerRow = flag;
      else if (code === 0x6649) found.depth = u32(operand, 0);
      else if (code === 0x664a) found.depth += u32(operand, 0) | 0;
      else if (code === 0x2640) found.outline = u8(operand, 0);
      else if (code === 0x2461 || code === 0x2403) found.align = ALIGNMENTS[u8(operand, 0)] ?? '';
      else if (code === 0x260a) found.listLevel = u8(operand, 0);
      else if (code === 0x460b) found.list = u16(operand, 0);
      else if (code === TABLE_DEFINITION) row = readRowLayout(operand);
      else if (code === 0x5624 && row !== null) row = mergeAcross(row, u8(operand, 0), u8(operand, 1));
      else if (code === 0xd62b && row !== null) row = mergeDown(row, u8(operand, 0), u8(operand, 1));
      else if ((code === 0x6646 || code === 0x646b) && level === 0) {
        // Properties too long for the page lie in the data stream, after their length.
        const at = u32(operand, 0);
        read(data.subarray(at + 2, at + 2 + Math.min(u16(data, at), MAX_OUTSIDE)), 1);
      }
    }
  };
  if (run !== null) read(run.changes, 0);
  const { inTable, ...rest } = found;
  return { ...rest, depth: inTable ? Math.max(1, found.depth) : found.depth, row };
}

const MAX_CELLS = 63;

/** sprmTDefTable: the count, the edges, then 20 bytes a cell, of which the first two say how it is merged. */
function readRowLayout(operand: Uint8Array): RowLayout {
  const count = Math.min(u8(operand, 0), MAX_CELLS);
  const edges = Array.from({ length: count + 1 }, (_, at) => i16(operand, 1 + 2 * at));
  const cells = Array.from({ length: count }, (_, at) => {
    const flags = u16(operand, 1 + 2 * (count + 1) + 20 * at);
    return { joinsLeft: (flags & 3) === 1, joinsAbove: ((flags >> 5) & 3) === 1 };
  });
  return { edges, cells };
}

function mergeAcross(row: RowLayout, first: number, end: number): RowLayout {
  return { ...row, cells: row.cells.map((cell, at) => (at > first && at < end ? { ...cell, joinsLeft: true } : cell)) };
}

function mergeDown(row: RowLayout, at: number, flags: number): RowLayout {
  return { ...row, cells: row.cells.map((cell, index) => (index === at ? { ...cell, joinsAbove: (flags & 3) === 1 } : cell)) };
}
