/** Tables kept as text: rows of cells with a tab, a comma or a semicolon between, as spreadsheets write and copy them. */
import { diagnostic } from './diagnostic';
import type { Cell, TableRow } from './document';
import { numberBlocks } from './html/number-blocks';
import { refuse, type ReadResult } from './read-result';
import { blocksOfRows } from './table-from-rows';

/** What can stand between cells. */
export type Separator = '\t' | ',' | ';';

/** Reads a csv file. What stands between its cells is what most of its first lines hold: in a list the headings hold nothing else of the kind, problems may. */
export function readSeparated(text: string, fileName: string): ReadResult {
  const lines = text.slice(0, 4096).replace(/"[^"]*"/g, '').split(/[\r\n]+/);
  const count = (separator: Separator): number => lines.filter((line) => line.includes(separator)).length;
  const separator = ([',', '\t', ';'] as const).reduce((best, one) => (count(one) > count(best) ? one : best));
  const rows = rowsOfCells(text, separator);
  if (rows === null) return refuse(diagnostic('table-too-large'));
  const blocks = numberBlocks(blocksOfRows(rows));
  if (blocks.length === 0) return refuse(diagnostic('office-empty'));
  return { ok: true, document: { format: 'text', fileName, frontMatter: { values: {}, comments: {} }, blocks, footnotes: [], diagnostics: [] } };
}

/** As many cells as other formats may hold. */
const MAX_CELLS = 1_000_000;

/** Rows of equal width, blank ones left out; null where they have more cells than can be held. As spreadsheets write it, a cell that begins with a quotation mark ends with one, may hold line ends, and doubles the marks inside. */
export function rowsOfCells(text: string, separator: Separator): readonly TableRow[] | null {
  const rows: Cell[][] = [[]];
  const ends = new RegExp(`[${separator}\\r\\n]|$`, 'g');
  let count = 0;
  for (let at = 0; at <= text.length; ) {
    if ((count += 1) > MAX_CELLS) return null;
    const quote = text[at] === '"' ? closingQuote(text, at + 1) : -1;
    // A quotation mark that nothing closes is a character like others.
    const isQuoted = quote !== -1 && [separator, '\r', '\n', undefined].includes(text[quote + 1]);
    ends.lastIndex = at;
    const end = isQuoted ? quote + 1 : (ends.exec(text)?.index ?? text.length);
    rows.at(-1)?.push(cellOf(isQuoted ? text.slice(at + 1, quote).replace(/""/g, '"') : text.slice(at, end)));
    if (text[end] !== separator) rows.push([]);
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  const filled = rows.filter((cells) => cells.some((cell) => cell.text !== ''));
  const width = filled.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (width * filled.length > MAX_CELLS) return null;
  return filled.map((cells, i) => ({ cells: Array.from({ length: width }, (_, x) => cells[x] ?? cellOf('')), line: i + 1 }));
}

/** Where the next quotation mark stands that is not doubled; -1 where none does. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function cellOf(value: string): Cell {
  const text = value.replace(/\r\n?/g, '\n').trim();
  return { text, raw: text.replace(/\n/g, '<br>'), links: [] };
}
