/** Rows of a Word table or a sheet to blocks: which row is the caption, which the header. */
import type { Block, Cell, TableRow } from './document';

const DAY = /^[（(]?\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年[^，。；：]{2,12}日\s*[）)]?$/;
const NAMES_LIST = /(?:名单|清单|列表|一览表?|明细表?)\s*(?:[（(【].*)?$/;

/**
 * Rows of equal width in order, to what they say. Rows above the header that hold one text only, across the row or alone in
 * it, are the caption (the last of them that is no day) and paragraphs (the others). Then comes the header, whatever it says, and all
 * other rows as they are. A table of one cell is a frame around a text.
 */
export function blocksOfRows(all: readonly TableRow[]): Block[] {
  const first = all.findIndex((row) => !holdsNothing(row));
  if (first === -1) return [];
  const rows = all.slice(first).filter((row, at, kept) => !continuesWholly(row, kept[at - 1]));
  const [only] = rows;
  if (only?.cells.length === 1 && rows.length === 1) return [paragraphOf(only)];
  const header = only?.cells.length === 1 ? 0 : rows.findIndex((row) => !holdsOneText(row));
  const above = header === -1 ? [] : rows.slice(0, header).filter((row) => !holdsNothing(row));
  const body = rows.slice(Math.max(0, header));
  const [top] = body;
  if (top === undefined) return [];
  // A notice in a sheet ends with its day right above the list; the day can also stand below the name of the list.
  const day = above.slice(-1).find((row) => DAY.test(textOf(row)));
  const caption = above.slice(day === undefined ? -1 : -2).find((row) => day === undefined || NAMES_LIST.test(textOf(row)));
  return [
    ...above.filter((row) => row !== caption).map(paragraphOf),
    { kind: 'table', caption: caption === undefined ? null : textOf(caption), header: top.cells, rows: body.slice(1), line: top.line },
  ];
}

/** Whether every cell of a row is merged with the one above: to a reader the two are one row. */
function continuesWholly(row: TableRow, above: TableRow | undefined): boolean {
  return above !== undefined && !holdsNothing(row) && row.cells.every((cell, at) => cell === above.cells[at]);
}

function holdsNothing(row: TableRow): boolean {
  return row.cells.every((cell) => cell.text === '');
}

/** Whether a row is blank, or says one thing: a merged cell, or a cell alone. */
export function holdsOneText(row: TableRow): boolean {
  const texts = new Set(row.cells.map((cell) => cell.text));
  texts.delete('');
  return texts.size <= 1;
}

function textOf(row: TableRow): string {
  return firstCell(row)?.text ?? '';
}

function firstCell(row: TableRow): Cell | undefined {
  return row.cells.find((cell) => cell.text !== '');
}

function paragraphOf(row: TableRow): Block {
  return { kind: 'paragraph', text: textOf(row), links: firstCell(row)?.links ?? [], images: [], attributes: '', line: row.line };
}
