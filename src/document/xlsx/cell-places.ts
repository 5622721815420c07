/** Names of cells and ranges (`B7`, `A1:F1`, `$A$1`) to places, counted from 0. */

/** A cell by its row and column, both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, from 0. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  /** Last row and column, included. */
  readonly bottom: number;
  readonly right: number;
}

/** `B7` to row 6, column 1; null for what is no name of a cell. */
export function readPlace(name: string): CellPlace | null {
  let column = 0;
  let at = 0;
  for (; at < name.length && at < 4; at += 1) {
    const code = name.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const row = Number(name.slice(at));
  return at === 0 || !Number.isInteger(row) || row < 1 ? null : { row: row - 1, column: column - 1 };
}

/** A range, or a single cell as one; corners in any order. Null for what is neither. */
export function readRange(name: string): CellRange | null {
  const [from = '', to = from] = name.replace(/\$/g, '').split(':');
  const start = readPlace(from);
  const end = readPlace(to);
  if (start === null || end === null) return null;
  return { top: Math.min(start.row, end.row), left: Math.min(start.column, end.column), bottom: Math.max(start.row, end.row), right: Math.max(start.column, end.column) };
}
