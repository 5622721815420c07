/** Two parts of one list beside each other in one table (序号 名称 版本 | 序号 名称 版本), as short columns are set to save a page. */
import type { Cell, Table, TableRow } from '../document/document';
import { fieldsOfHeader } from './columns';
import { readRowNumber } from './row-numbers';

/** How far down a table the row of headings may stand. */
const DEPTH = 5;
const EMPTY: Cell = { text: '', raw: '', links: [] };

/** The table with its parts one below the other, in the order of their numbers; the table itself where its headings do not repeat. */
export function unfoldTable(table: Table): Table {
  const all: readonly TableRow[] = [{ cells: table.header, line: table.line }, ...table.rows];
  for (let at = 0; at < Math.min(DEPTH, all.length); at += 1) {
    const parts = repeatedColumns(all[at]);
    const [first] = parts;
    if (first === undefined) {
      // Only captions, which say one thing, stand above the headings.
      if (new Set(all[at]?.cells.map(({ text }) => text).filter((text) => text !== '')).size > 1) return table;
      continue;
    }
    const [header, ...above] = all.slice(0, at + 1).map((row) => partOf(row, first));
    const below = parts.map((columns, i) => all.slice(at + 1).flatMap((row): TableRow[] => {
      const part = partOf(row, columns);
      const isBlank = part.cells.every(({ text }) => text === '') && (i > 0 || row.cells.some(({ text }) => text !== ''));
      // What stands across the whole table is read once.
      return isBlank || (i > 0 && row.cells.every(({ text }) => text === row.cells[0]?.text)) ? [] : [part];
    }));
    const rows = countAcross(below) ? interleave(below) : below.flat();
    return header === undefined ? table : { ...table, header: header.cells, rows: [...above, ...rows] };
  }
  return table;
}

/** The columns of each part where the headings of a row say the same twice or more, one of them a name; else none. */
function repeatedColumns(row: TableRow | undefined): readonly (readonly number[])[] {
  const headings = (row?.cells ?? []).flatMap(({ text }, column) => (text === '' ? [] : [{ text: text.replace(/[\s*]+/g, ''), column }]));
  if (new Set(headings.map(({ text }) => text)).size === headings.length) return [];
  for (let width = 2; width * 2 <= headings.length; width += 1) {
    const texts = headings.slice(0, width).map(({ text }) => text);
    const repeats = headings.length % width === 0 && new Set(texts).size === width && headings.every(({ text }, i) => text === texts[i % width]);
    if (repeats && fieldsOfHeader(texts).includes('name')) return Array.from({ length: headings.length / width }, (_, part) => headings.slice(part * width, (part + 1) * width).map(({ column }) => column));
  }
  return [];
}

function partOf(row: TableRow, columns: readonly number[]): TableRow {
  return { cells: columns.map((column) => row.cells[column] ?? EMPTY), line: row.line };
}

/** Whether 2 stands beside 1, and not below it. */
function countAcross(parts: readonly (readonly TableRow[])[]): boolean {
  const [left, right] = parts.map((rows) => readRowNumber(rows[0]?.cells[0]?.text ?? ''));
  return left != null && right === left + 1 && (parts[0]?.length ?? 0) > 1;
}

function interleave(parts: readonly (readonly TableRow[])[]): TableRow[] {
  const longest = Math.max(...parts.map((rows) => rows.length));
  return Array.from({ length: longest }, (_, at) => parts.flatMap((rows) => rows[at] ?? [])).flat();
}
