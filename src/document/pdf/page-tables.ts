/** Tables of one page, with their text still in lines, so that a row can go on over a page break. */
import type { Grid } from './ruled-grid';
import type { Run } from './run';
import { makeLines, type Line } from './text-runs';
import { unitsOf } from './cell-text';

/** What one cell holds; merged places hold the same object. */
export interface CellContent {
  readonly lines: readonly Line[];
  /** Inner edges, in points. */
  readonly left: number;
  readonly right: number;
}

/** A table or the piece of one that is on this page; places in points from the page's upper left corner. */
export interface PageTable {
  readonly top: number;
  readonly bottom: number;
  /** Edges of the columns from left to right; one more than there are columns. */
  readonly columns: readonly number[];
  readonly rows: readonly (readonly CellContent[])[];
}

/** Bands lower than this are gaps between double borders, in points. */
const LOWEST_ROW = 5;
/** A run that reaches so far into the next column is text of both, in parts of the letter size. */
const OVERLAP = 0.6;

/** Takes the runs inside a grid into its cells. Gives the table and the runs that are left; null where the grid holds no text. */
export function fillGrid(grid: Grid, runs: readonly Run[]): { readonly table: PageTable; readonly rest: readonly Run[] } | null {
  const { columns, rows, region } = grid;
  const [top, bottom] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  const inside = new Map<number, Run[]>();
  const rest: Run[] = [];
  for (const run of runs) {
    const row = bandOf(rows, run.base - run.size * 0.35);
    const column = bandOf(columns, (run.left + run.right) / 2);
    if (row === null || column === null) {
      rest.push(run);
      continue;
    }
    for (const part of splitRun(run, columns, region[row] ?? [])) {
      const key = region[row]?.[bandOf(columns, (part.left + part.right) / 2) ?? column] ?? -1;
      const own = inside.get(key);
      if (own === undefined) inside.set(key, [part]);
      else own.push(part);
    }
  }
  if (inside.size === 0) return null;
  const contents = new Map<number, CellContent>();
  const kept = region.flatMap((places, y) => {
    if ((rows[y + 1] ?? 0) - (rows[y] ?? 0) < LOWEST_ROW) return [];
    return [places.map((key, x) => contentOf(key, x, places, columns, inside, contents))];
  });
  return { table: { top, bottom, columns, rows: kept }, rest };
}

function contentOf(key: number, x: number, places: readonly number[], columns: readonly number[], inside: ReadonlyMap<number, readonly Run[]>, contents: Map<number, CellContent>): CellContent {
  const known = contents.get(key);
  if (known !== undefined) return known;
  const last = places.lastIndexOf(key);
  const content: CellContent = { lines: makeLines(inside.get(key) ?? []), left: columns[x] ?? 0, right: columns[last + 1] ?? 0 };
  contents.set(key, content);
  return content;
}

/** The band between two edges in which a position lies; null outside. */
export function bandOf(edges: readonly number[], at: number): number | null {
  if (at < (edges[0] ?? Infinity) || at > (edges.at(-1) ?? -Infinity)) return null;
  let [low, high] = [0, edges.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Cuts a run that was written across a border, each character to the cell in which it stands. */
function splitRun(run: Run, columns: readonly number[], places: readonly number[]): readonly Run[] {
  const margin = OVERLAP * run.size;
  const [first, last] = [bandOf(columns, run.left + margin), bandOf(columns, run.right - margin)];
  if (first === null || last === null || first >= last || places[first] === places[last]) return [run];
  const chars = Array.from(run.text);
  const units = chars.reduce((sum, char) => sum + unitsOf(char), 0);
  const parts: Run[] = [];
  let [at, cell] = [run.left, -1];
  for (const char of chars) {
    const width = ((run.right - run.left) * unitsOf(char)) / units;
    const place = places[bandOf(columns, at + width / 2) ?? first] ?? -1;
    const open = parts.at(-1);
    if (open !== undefined && place === cell) parts[parts.length - 1] = { ...open, text: open.text + char, right: at + width };
    else parts.push({ ...run, text: char, left: at, right: at + width });
    cell = place;
    at += width;
  }
  return parts;
}
