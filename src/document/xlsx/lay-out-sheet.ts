/** Cells of a sheet to rows as people see them: merged cells with their value in every place, hidden rows and columns left out. */
import type { Cell, TableRow } from '../document';
import type { CellRange } from './cell-places';
import type { SheetCell, SheetContent, SheetRow } from './read-sheet';

/** A sheet as a table. */
export interface SheetLayout {
  /** Of equal width, from the first row with text to the last. `line` is the row's number in the sheet. */
  readonly rows: readonly TableRow[];
  /** Rows and columns with text that the sheet hides. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

const EMPTY: Cell = { text: '', raw: '', links: [] };
const MAX_PLACES = 1_000_000;
/** Rows touched by merges, all together: a real list has each row in a few. */
const MAX_MERGED_ROWS = 2_000_000;
/** A gap between two parts of a sheet is kept row by row up to this, else as one blank row. */
const MAX_GAP = 20;

/** Lays out a sheet; null where its grid is larger than can be held. */
export function layOutSheet({ rows, merges, hiddenColumns }: SheetContent): SheetLayout | null {
  if (merges.reduce((sum, { top, bottom }) => sum + firstFrom(rows, bottom + 1) - firstFrom(rows, top), 0) > MAX_MERGED_ROWS) return null;
  const areas = merges.map((range) => ({ range, anchor: anchorOf(rows, range), rows: rowsWithin(rows, range) }));
  // What a merge covers is not shown, whatever the file still holds there.
  for (const { range, rows: covered } of areas) for (const row of covered) uncover(row, range);
  const isHidden = (column: number): boolean => hiddenColumns.some(([first, last]) => first <= column && column <= last);
  const filled = rows.filter((row) => row.cells.size > 0);
  const shownRows = filled.filter((row) => !row.hidden);
  const used = new Set(shownRows.flatMap((row) => [...row.cells.keys()]));
  const columns = [...used].filter((column) => !isHidden(column)).sort((a, b) => a - b);
  if (columns.length * shownRows.length > MAX_PLACES) return null;
  const grid = new Map(shownRows.map((row) => [row.index, new Map([...row.cells].map(([column, cell]) => [column, cellOf(cell)]))]));
  for (const { range, anchor } of areas) {
    if (anchor === null) continue;
    const cell = grid.get(range.top)?.get(range.left) ?? cellOf(anchor);
    const across = columns.filter((column) => range.left <= column && column <= range.right);
    for (const row of rowsWithin(shownRows, range)) for (const column of across) grid.get(row.index)?.set(column, cell);
  }
  const lines = shownRows.map((row): TableRow => ({ cells: columns.map((column) => grid.get(row.index)?.get(column) ?? EMPTY), line: row.index + 1 }));
  return { rows: keepGaps(lines, coveredLines(merges, filled)), hiddenRows: filled.length - shownRows.length, hiddenColumns: used.size - columns.length };
}

function cellOf({ text, links }: SheetCell): Cell {
  return { text, raw: text.replace(/\n/g, '<br>'), links };
}

function anchorOf(rows: readonly SheetRow[], { top, left }: CellRange): SheetCell | null {
  const row = rows[firstFrom(rows, top)];
  return row?.index === top ? (row.cells.get(left) ?? null) : null;
}

function rowsWithin(rows: readonly SheetRow[], { top, bottom }: CellRange): readonly SheetRow[] {
  return rows.slice(firstFrom(rows, top), firstFrom(rows, bottom + 1));
}

/** Place of the first row with that index or a later one; rows are in order. */
function firstFrom(rows: readonly SheetRow[], index: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function uncover(row: SheetRow, { top, left, right }: CellRange): void {
  for (const column of row.cells.keys()) if (left <= column && column <= right && (row.index !== top || column !== left)) row.cells.delete(column);
}

/** Lines that are no gap: hidden rows, and those that a merge from above covers. */
function coveredLines(merges: readonly CellRange[], rows: readonly SheetRow[]): ReadonlySet<number> {
  const last = rows.at(-1)?.index ?? 0;
  const changes = new Int32Array(last + 2);
  for (const { top, bottom } of merges) {
    if (top >= last) continue;
    changes[top + 1] = (changes[top + 1] ?? 0) + 1;
    changes[Math.min(bottom, last) + 1] = (changes[Math.min(bottom, last) + 1] ?? 0) - 1;
  }
  const lines = new Set(rows.filter((row) => row.hidden).map((row) => row.index + 1));
  let depth = 0;
  for (const [index, change] of changes.entries()) {
    depth += change;
    if (depth > 0) lines.add(index + 1);
  }
  return lines;
}

/** Blank rows between rows with text, those in `covered` left out. */
function keepGaps(rows: readonly TableRow[], covered: ReadonlySet<number>): TableRow[] {
  const width = rows[0]?.cells.length ?? 0;
  return rows.flatMap((row, at) => {
    const before = rows[at - 1]?.line;
    if (before === undefined || row.line - before < 2) return [row];
    const gap = row.line - before - 1;
    const lines = Array.from({ length: gap > MAX_GAP ? 1 : gap }, (_, i) => before + 1 + i).filter((line) => !covered.has(line));
    return [...lines.map((line): TableRow => ({ cells: Array.from({ length: width }, () => EMPTY), line })), row];
  });
}
