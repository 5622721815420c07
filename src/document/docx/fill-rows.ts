/** Cells on Word's fine grid to columns as people see them. */
import type { Cell, TableRow } from '../document';

/** A cell with its place on the grid. */
export interface PlacedCell {
  readonly cell: Cell;
  /** First grid column, from 0. */
  readonly start: number;
  /** Grid columns that it covers. */
  span: number;
}

/** A row with its cells placed, before the grid becomes columns. */
export interface PlacedRow {
  readonly cells: readonly PlacedCell[];
  /** Whether it begins with grid columns left out. */
  readonly indented: boolean;
  /** Grid columns of the row, those left out at its ends included. */
  readonly width: number;
  readonly line: number;
}

const EMPTY: Cell = { text: '', raw: '', links: [] };

/**
 * Rows of equal width. Word's grid has a line for every edge of every cell, so a table drawn by hand has more grid columns than
 * columns: where all rows have the same number of cells, those are the columns; else a column begins wherever some cell does.
 */
export function fillRows(rows: readonly PlacedRow[]): TableRow[] {
  const counts = new Set(rows.filter((row) => row.cells.length > 1).map((row) => row.cells.length));
  const starts = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.start)));
  const columns = [...starts].sort((a, b) => a - b);
  // A gap before the first cell is a column too.
  if (columns[0] !== undefined && columns[0] > 0) columns.unshift(0);
  const [count] = counts;
  if (counts.size === 1 && count !== undefined && count < columns.length && !rows.some((row) => row.indented)) {
    return rows.map((row) => ({ cells: Array.from({ length: count }, (_, at) => (row.cells.length === 1 ? row.cells[0] : row.cells[at])?.cell ?? EMPTY), line: row.line }));
  }
  return rows.map((row) => ({ cells: columns.map((column) => row.cells.find(({ start, span }) => start <= column && column < start + span)?.cell ?? EMPTY), line: row.line }));
}
