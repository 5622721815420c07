/** Writes small Word 97 documents for tests ([MS-DOC]): text in one or two pieces, with properties by paragraph and by character. */
import { bytesOf, makeCompoundFile, u16le, u32le, utf16le } from './compound-file';

export interface MadeRun {
  readonly text: string;
  /** Changes of properties (sprm), as bytes. */
  readonly changes?: readonly number[];
}

export interface MadeParagraph {
  readonly runs: readonly MadeRun[];
  /** `\r`, or `\u0007` at the end of a cell or row. */
  readonly mark?: '\r' | '\u0007';
  readonly changes?: readonly number[];
  readonly markChanges?: readonly number[];
  readonly style?: number;
}

export const IN_TABLE = [0x16, 0x24, 1];
export const ROW_END = [...IN_TABLE, 0x17, 0x24, 1];
export const DELETED = [0x00, 0x08, 1];
export const HIDDEN = [0x3c, 0x08, 1];
export const INNER = [...IN_TABLE, 0x49, 0x66, 2, 0, 0, 0];
export const INNER_CELL = [...INNER, 0x4b, 0x24, 1];
export const INNER_ROW = [...INNER, 0x4b, 0x24, 1, 0x4c, 0x24, 1];

/** sprmTDefTable: edges in twentieths of a point, and how each cell is merged (1: with the left one; 0x20: with the one above; 0x60: begins such a merge). */
export function rowLayout(edges: readonly number[], merges: readonly number[] = []): number[] {
  const count = edges.length - 1;
  const body = [count, ...edges.flatMap((edge) => u16le(edge & 0xffff)), ...Array.from({ length: count }, (_, at) => [...u16le(merges[at] ?? 0), ...new Array<number>(18).fill(0)]).flat()];
  return [0x08, 0xd6, ...u16le(body.length + 1), ...body];
}

/** A cell that holds one paragraph. */
export function cell(...runs: readonly (string | MadeRun)[]): MadeParagraph {
  return { runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)), mark: '\u0007', changes: IN_TABLE };
}

export function rowEnd(layout: readonly number[], markChanges: readonly number[] = []): MadeParagraph {
  return { runs: [], mark: '\u0007', changes: [...ROW_END, ...layout], markChanges };
}

export function plain(...runs: readonly (string | MadeRun)[]): MadeParagraph {
  return { runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)) };
}

export interface MadeWordOptions {
  /** Paragraphs of the text boxes. */
  readonly boxes?: readonly MadeParagraph[];
  /** Keep the text with one byte a character: Latin text only. */
  readonly compressed?: boolean;
  readonly flags?: number;
  readonly nFib?: number;
  /** Bytes of the list tables: PlcfLst with its levels, and PlfLfo. */
  readonly lists?: { readonly heads: readonly number[]; readonly levels: readonly number[]; readonly overrides: readonly number[] };
}

const TEXT_AT = 2048;
const PAGE = 512;

export function makeWord97(paragraphs: readonly MadeParagraph[], options: MadeWordOptions = {}): Uint8Array {
  const width = options.compressed === true ? 1 : 2;
  const all = [...paragraphs, ...(options.boxes ?? [])];
  let text = '';
  const characterRuns: { end: number; changes: readonly number[] }[] = [];
  const paragraphRuns: { end: number; changes: readonly number[]; style: number }[] = [];
  let mainLength = 0;
  for (const [at, paragraph] of all.entries()) {
    for (const run of paragraph.runs) {
      text += run.text;
      characterRuns.push({ end: text.length, changes: run.changes ?? [] });
    }
    text += paragraph.mark ?? '\r';
    characterRuns.push({ end: text.length, changes: paragraph.markChanges ?? [] });
    paragraphRuns.push({ end: text.length, changes: paragraph.changes ?? [], style: paragraph.style ?? 0 });
    if (at === paragraphs.length - 1) mainLength = text.length;
  }
  const letters = width === 2 ? utf16le(text) : Array.from(text, (char) => (char === '’' ? 0x92 : char.charCodeAt(0)));
  const place = (position: number): number => TEXT_AT + position * width;
  const pages: Uint8Array[] = [];
  const firstPage = Math.ceil((TEXT_AT + letters.length) / PAGE);
  // One page a run: simple, and as valid as full ones.
  const addPages = (runs: readonly { end: number; data: readonly number[] }[]): number[] => {
    const starts = runs.map((_, at) => place(at === 0 ? 0 : (runs[at - 1]?.end ?? 0)));
    const numbers = runs.map(({ end, data }, at) => {
      const page = new Uint8Array(PAGE);
      page.set([...u32le(starts[at] ?? 0), ...u32le(place(end))]);
      const offset = PAGE - 2 - data.length - (data.length % 2);
      page[8] = data.length === 0 ? 0 : offset / 2;
      page.set(data, offset);
      page[PAGE - 1] = 1;
      pages.push(page);
      return firstPage + pages.length - 1;
    });
    return [...[...starts, place(runs.at(-1)?.end ?? 0)].flatMap(u32le), ...numbers.flatMap(u32le)];
  };
  const characterTable = addPages(characterRuns.filter(({ end }, at) => end > (characterRuns[at - 1]?.end ?? 0)).map(({ end, changes }) => ({ end, data: changes.length === 0 ? [] : [changes.length, ...changes] })));
  const paragraphTable = addPages(paragraphRuns.map(({ end, changes, style }) => {
    const body = [...u16le(style), ...changes];
    // An odd length is written as half of it plus one, an even one after a zero byte.
    return { end, data: body.length % 2 === 1 ? [(body.length + 1) / 2, ...body] : [0, body.length / 2, ...body] };
  }));
  const pieces = [2, ...u32le(16), ...u32le(0), ...u32le(text.length), 0, 0, ...u32le(width === 1 ? (TEXT_AT * 2) | 0x40000000 : TEXT_AT), 0, 0];
  const table: number[] = [];
  const main = new Uint8Array((firstPage + pages.length) * PAGE);
  const addPart = (number: number, bytes: readonly number[], size = bytes.length): void => {
    main.set([...u32le(table.length), ...u32le(size)], 154 + 8 * number);
    for (const byte of bytes) table.push(byte);
  };
  main.set([...u16le(0xa5ec), ...u16le(options.nFib ?? 0xc1)]);
  main.set(u16le(0x0200 | (options.flags ?? 0)), 10);
  main.set(u32le(mainLength), 76);
  main.set(u32le(text.length - mainLength), 100);
  addPart(12, characterTable);
  addPart(13, paragraphTable);
  addPart(33, pieces);
  if (options.lists !== undefined) {
    addPart(73, [...options.lists.heads, ...options.lists.levels], options.lists.heads.length);
    addPart(74, options.lists.overrides);
  }
  main.set(letters, TEXT_AT);
  for (const [at, page] of pages.entries()) main.set(page, (firstPage + at) * PAGE);
  return makeCompoundFile({ WordDocument: main, '1Table': bytesOf(table) });
}
