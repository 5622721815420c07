/** An HTML table to a grid: merged cells hold their value in every place. */
import type { Cell, Table, TableRow } from '../document';
import { trimText } from '../join-text';
import { asElement, nameOf, readDomText } from './dom-text';

/** The heading of a column of numbers. */
const NUMBERS = /^(?:[序编]\s*号|No\.?)$/i;
/** A span is bounded as browsers bound it; a grid beyond these bounds is refused. */
const MAX_SPAN = 1000;
const MAX_CELLS = 1_000_000;

/** Line of an element in the source, from 1. */
export type LineOf = (element: Element) => number;

const EMPTY_CELL: Cell = { text: '', raw: '', links: [] };

/**
 * Reads the table's own rows (not those of tables inside). The first row is the header; a caption is the `<caption>`, or a
 * first row that is one cell across all columns. Null where there is no cell, or more places than can be held.
 */
export function readDomTable(table: Element, lineOf: LineOf): Table | null {
  const rows = ownRows(table);
  const grid = layOut(rows);
  if (grid === null) return null;
  const caption = Array.from(table.children).find((child) => nameOf(child) === 'caption');
  let captionText = caption === undefined ? null : readDomText(caption.childNodes).text || null;
  let lines: TableRow[] = grid.flatMap((cells, at) => {
    const row = rows[at];
    return row === undefined || cells.length === 0 ? [] : [{ cells, line: lineOf(row) }];
  });
  const first = lines[0];
  if (first === undefined) return null;
  if (captionText === null && lines.length > 1 && first.cells.length > 1 && isOneCell(rows, first)) {
    captionText = first.cells[0]?.text || null;
    lines = lines.slice(1);
  }
  const header = lines[0];
  return header === undefined ? null : { kind: 'table', caption: captionText, header: header.cells, rows: lines.slice(1), line: lineOf(table) };
}

/** Rows of like width that make a table of data, whatever stands in its cells. */
const ROWS_OF_DATA = 3;
/** Characters that no cell of a list has: it is a text in a frame. */
const FRAMED_TEXT = 400;

/**
 * Whether a table only arranges other parts on the page: it is marked so, it is a frame of one cell, or tables stand in its cells.
 * A list in whose cells small tables stand (one problem a row) is none: its rows are of like width, and most of its text is its own.
 */
export function arrangesTables(table: Element): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  const rows = ownRows(table);
  if (table.querySelector('table') === null) return isFrame(rows);
  const widths = rows.map((row) => cellsOf(row).length);
  const width = Math.max(...widths, 0);
  if (width < 2 || widths.filter((each) => each === width).length < ROWS_OF_DATA) return true;
  const inner = Array.from(table.querySelectorAll('table')).reduce((sum, each) => sum + each.textContent.length, 0);
  return inner * 2 > table.textContent.length;
}

/** One cell, or one cell beside which nothing stands, that holds paragraphs or a long text. */
function isFrame(rows: readonly Element[]): boolean {
  const cells = rows.flatMap((row) => (rows.length > 3 ? [] : cellsOf(row))).filter((cell) => cell.children.length > 0 || cell.textContent.trim() !== '');
  const [only] = cells;
  if (only === undefined || cells.length > 1) return false;
  return only.textContent.length > FRAMED_TEXT || only.querySelectorAll('p, div, li').length > 1;
}

function isOneCell(rows: readonly Element[], row: TableRow): boolean {
  return rows[0] !== undefined && cellsOf(rows[0]).length === 1 && row.cells.every((cell) => cell === row.cells[0]);
}

/** Rows of a table in order, those of tables inside it left out. */
export function ownRows(table: Element): Element[] {
  const rows: Element[] = [];
  for (const child of Array.from(table.children)) {
    const name = nameOf(child);
    if (name === 'tr') rows.push(child);
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot') rows.push(...Array.from(child.children).filter((row) => nameOf(row) === 'tr'));
  }
  return rows;
}

/** Cells and heading cells of a row, those of tables inside it left out. */
export function cellsOf(row: Element): Element[] {
  return Array.from(row.children).filter((child) => nameOf(child) === 'td' || nameOf(child) === 'th');
}

/** Every row filled to the width of the widest, or null where the bounds are passed. */
function layOut(rows: readonly Element[]): Cell[][] | null {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  let places = 0;
  let width = 0;
  // Editors keep Word's automatic 序号 as a list of one empty item in each cell; elsewhere such a list is an empty cell.
  let number = 0;
  const numbered = new Set([0]);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const element of cellsOf(row)) {
      while (grid[at]?.[column] !== undefined) column += 1;
      const start = numbered.has(column) ? numberOfCell(element) : null;
      if (start !== null) number = start === 0 ? number + 1 : start;
      const cell = start === null ? readDomCell(element) : { text: String(number), raw: String(number), links: [] };
      if (NUMBERS.test(cell.text)) numbered.add(column);
      const across = spanOf(element, 'colspan', 1);
      const down = Math.min(spanOf(element, 'rowspan', rows.length), rows.length - at);
      places += across * down;
      if (places > MAX_CELLS) return null;
      for (let y = at; y < at + down; y += 1) for (let x = column; x < column + across; x += 1) (grid[y] ??= [])[x] ??= cell;
      column += across;
      width = Math.max(width, column);
    }
  }
  if (width * rows.length > MAX_CELLS) return null;
  return grid.map((cells) => (cells.length === 0 ? [] : Array.from({ length: width }, (_, x) => cells[x] ?? EMPTY_CELL)));
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan', zero: number): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  if (span === 0) return zero;
  return Number.isFinite(span) && span > 0 ? Math.min(span, MAX_SPAN) : 1;
}

/** Where a cell holds nothing but a numbered list of one empty item: the number that the list begins with, 0 where it says none; null for any other cell. */
function numberOfCell(cell: Element): number | null {
  const list = cell.querySelector('ol');
  if (list === null || trimText(cell.textContent) !== '' || cell.querySelectorAll('li').length !== 1 || cell.querySelector('img') !== null) return null;
  const start = Number.parseInt(list.querySelector('li')?.getAttribute('value') ?? list.getAttribute('start') ?? '', 10);
  return start > 0 ? start : 0;
}

function readDomCell(element: Element): Cell {
  const { text, links, images } = readDomText(element.childNodes);
  const alts = images.map((image) => image.alt).filter((alt) => alt !== '');
  const shown = [text, ...alts].filter((part) => part !== '').join(' ').replace(/\n{2,}/g, '\n');
  return asElement(element) === null ? EMPTY_CELL : { text: shown, raw: shown.replace(/\n/g, '<br>'), links };
}
