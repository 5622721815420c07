/** Rows of a sheet to blocks: a sheet can hold several tables, one below the other. */
import type { Block, TableRow } from '../document';
import { blocksOfRows, holdsOneText } from '../table-from-rows';

/**
 * Blocks of the rows in order; a table ends at a blank row that a caption and headings follow, or headings that begin as its own.
 * The very same headings are repeated for the reader, unless the numbers begin again below them.
 */
export function blocksOfSheet(rows: readonly TableRow[]): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  /** The headings of the table; null as long as only its caption was seen. */
  let headings: TableRow | null = null;
  for (const [at, row] of rows.entries()) {
    if (headings === null && !holdsOneText(row)) headings = row;
    if (isBlank(row) && at > start && (beginsTable(rows, at + 1) || (headings !== null && headsAnother(rows, at + 1, headings)))) {
      const own = rows.slice(start, at);
      blocks.push(...blocksOfRows(withoutEmptyColumns(own.slice(0, own.map(isBlank).lastIndexOf(false) + 1))));
      headings = null;
      start = at + 1;
    }
  }
  return [...blocks, ...blocksOfRows(withoutEmptyColumns(rows.slice(start)))];
}

function headsAnother(rows: readonly TableRow[], at: number, headings: TableRow): boolean {
  const row = rows[at];
  if (row === undefined || firstText(row) === '' || firstText(row) !== firstText(headings)) return false;
  return row.cells.some((cell, column) => cell.text !== (headings.cells[column]?.text ?? '')) || rows[at + 1]?.cells.find(({ text }) => text !== '')?.text === '1';
}

/** Whether rows of one text each stand there, and headings below them: several texts, none of them a number. */
function beginsTable(rows: readonly TableRow[], from: number): boolean {
  if (rows[from] === undefined || isBlank(rows[from]) || !holdsOneText(rows[from])) return false;
  const header = rows.slice(from, from + 10).find((row) => !holdsOneText(row));
  return header !== undefined && !header.cells.some((cell) => /^\d+$/.test(cell.text));
}

/** The first text of a row that says no number, as headings do; empty for any other. */
function firstText(row: TableRow): string {
  return row.cells.some(({ text }) => /^\d+$/.test(text)) ? '' : (row.cells.find(({ text }) => text !== '')?.text ?? '');
}

function isBlank(row: TableRow): boolean {
  return row.cells.every((cell) => cell.text === '');
}

function withoutEmptyColumns(rows: readonly TableRow[]): readonly TableRow[] {
  const width = rows[0]?.cells.length ?? 0;
  const used = Array.from({ length: width }, (_, column) => rows.some((row) => row.cells[column]?.text !== ''));
  return used.every(Boolean) ? rows : rows.map((row) => ({ ...row, cells: row.cells.filter((_, column) => used[column]) }));
}
