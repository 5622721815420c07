/** Tables that go on over a page break become one again. */
import { readLines } from './cell-text';
import type { CellContent, PageTable } from './page-tables';

/** Edges of the same column may differ so much from page to page, in points. */
const SAME_COLUMN = 6;

/** Whether the second table, first on its page, can be the rest of the first, last on the page before: the same columns. */
export function goesOn(first: PageTable, second: PageTable): boolean {
  return first.columns.length === second.columns.length && first.columns.every((edge, at) => Math.abs(edge - (second.columns[at] ?? 0)) <= SAME_COLUMN);
}

/** Joins the second to the first: a repeated header is left out, a row cut by the page break is made whole. */
export function joinTables(first: PageTable, second: PageTable): PageTable {
  const repeated = countRepeated(first, second);
  const rest = [...second.rows.slice(repeated)];
  const rows = [...first.rows];
  // A row whose text all went to the other side of the break leaves its borders here.
  while (rows.length > 1 && isEmpty(rows.at(-1))) rows.pop();
  while (isEmpty(rest[0])) rest.shift();
  const [last, next] = [rows.at(-1), rest[0]];
  if (last !== undefined && next !== undefined && rows.length > 1 && isCutRow(last, next)) {
    rows[rows.length - 1] = last.map((cell, at) => appendLines(cell, next[at]));
    rest.shift();
  }
  if (last !== undefined) rows.push(...carryDown(rows, rest));
  return { ...first, bottom: first.bottom, rows };
}

/** How many rows at the head of the second say the same as those at the head of the first. */
function countRepeated(first: PageTable, second: PageTable): number {
  let count = 0;
  for (; count < Math.min(3, first.rows.length, second.rows.length); count += 1) {
    const [one, other] = [plain(first.rows[count] ?? []), plain(second.rows[count] ?? [])];
    if (one !== other || one.replace(/\|/g, '') === '') break;
  }
  return count;
}

function isEmpty(row: readonly CellContent[] | undefined): boolean {
  return row !== undefined && row.every((cell) => cell.lines.length === 0);
}

function plain(row: readonly CellContent[]): string {
  return row.map((cell) => textOf(cell).replace(/\s+/g, '')).join('|');
}

function textOf(cell: CellContent | undefined): string {
  return cell === undefined ? '' : readLines(cell.lines, cell.left, cell.right);
}

/** A row without a number that only carries on what the row above began: some line of it would not have fitted above, or it fills one cell only. */
function isCutRow(last: readonly CellContent[], next: readonly CellContent[]): boolean {
  const filled = next.flatMap((cell, at) => (cell.lines.length > 0 && next.indexOf(cell) === at ? [at] : []));
  if (next[0] === undefined || next[0].lines.length > 0 || filled.length === 0) return false;
  if (filled.some((at) => (last[at]?.lines.length ?? 0) === 0)) return false;
  const softly = filled.some((at) => {
    const [above, below] = [last[at], next[at]];
    if (above === undefined || below === undefined) return false;
    const whole = textOf(appendLines(above, below));
    return !whole.startsWith(`${textOf(above)}\n`);
  });
  return softly || filled.length === 1;
}

function appendLines(cell: CellContent, more: CellContent | undefined): CellContent {
  return more === undefined || more.lines.length === 0 ? cell : { ...cell, lines: [...cell.lines, ...more.lines] };
}

/** A cell merged over rows on both pages stands empty at the head of the second: it holds what it held before. */
function carryDown(above: readonly (readonly CellContent[])[], rows: readonly (readonly CellContent[])[]): (readonly CellContent[])[] {
  const last = above.at(-1) ?? [];
  const top = rows[0] ?? [];
  const carried = new Map<CellContent, CellContent>();
  for (const [at, cell] of top.entries()) {
    const [before, earlier] = [last[at], above.at(-2)?.[at]];
    if (at === 0 || cell.lines.length > 0 || before === undefined || before.lines.length === 0) continue;
    if (before === earlier || rows[1]?.[at] === cell) carried.set(cell, before);
  }
  return carried.size === 0 ? [...rows] : rows.map((row) => row.map((cell) => carried.get(cell) ?? cell));
}
