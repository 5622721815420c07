/** Tables kept as text: rows of cells with a tab, a comma or a semicolon between, as spreadsheets write and copy them. */
import { diagnostic } from './diagnostic';
import type { Cell, TableRow } from './document';
import { numberBlocks } from './html/number-blocks';
import type { ReadResult } from './read-result';
import { blocksOfRows } from './table-from-rows';

/** What can stand between cells. */
export type Separator = '\t' | ',' | ';';

/** Reads a csv file. What stands between its cells is what its first lines have most of. */
export function readSeparated(text: string, fileName: string): ReadResult {
  const head = text.slice(0, 4096);
  const count = (separator: Separator): number => head.split(separator).length;
  const separator = ([',', '\t', ';'] as const).reduce((best, one) => (count(one) > count(best) ? one : best));
  const blocks = numberBlocks(blocksOfRows(rowsOfCells(text, separator)));
  if (blocks.length === 0) return { ok: false, diagnostics: [diagnostic('office-empty')] };
  return { ok: true, document: { format: 'text', fileName, frontMatter: { values: {}, comments: {} }, blocks, footnotes: [], diagnostics: [] } };
}

/** Rows of equal width, blank ones left out. As spreadsheets write it, a cell that begins with a quotation mark ends with one, may hold line ends, and doubles the marks inside. */
export function rowsOfCells(text: string, separator: Separator): readonly TableRow[] {
  const rows: Cell[][] = [[]];
  // A quotation mark that nothing closes is a character like others: the second way takes any cell.
  for (const [, quoted, plain = '', end] of text.matchAll(new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`, 'g'))) {
    rows.at(-1)?.push(cellOf(quoted === undefined ? plain : quoted.replace(/""/g, '"')));
    if (end !== separator) rows.push([]);
  }
  const filled = rows.filter((cells) => cells.some((cell) => cell.text !== ''));
  const width = Math.max(0, ...filled.map((cells) => cells.length));
  return filled.map((cells, i) => ({ cells: Array.from({ length: width }, (_, x) => cells[x] ?? cellOf('')), line: i + 1 }));
}

function cellOf(value: string): Cell {
  const text = value.replace(/\r\n?/g, '\n').trim();
  return { text, raw: text.replace(/\n/g, '<br>'), links: [] };
}
