/** Tables without upright rules: columns told by the air that runs down between them, rows by level rules or by their numbers. */
import { trimText } from '../join-text';
import { unitsOf } from './cell-text';
import type { Rule } from './page-rules';
import type { CellContent, PageTable } from './page-tables';
import { mergeRules } from './ruled-grid';
import type { Run } from './run';
import { lineOf, textOfLine, type Line } from './text-runs';

interface Span {
  readonly left: number;
  readonly right: number;
}

/** A table that was found, and the lines of the page that went into it. */
export interface UnruledTable {
  readonly table: PageTable;
  readonly lines: ReadonlySet<Line>;
}

const FEWEST_COLUMNS = 3;
const FEWEST_LINES = 3;
/** Words are apart by less than this, columns by more; in parts of the letter size. */
const COLUMN_GAP = 0.8;
/** Air between two columns must be at least so wide in every line, in points. */
const RIVER = 2;
/** A line so far below the one before belongs to something else, in parts of the letter size. */
const FARTHEST = 4;
/** Lines that begin together differ by less, in points; most lines of a table do so in every column. */
const SAME_START = 2;
const MOST = 0.7;
/** Lines nearer to each other than this are of one row: text of several lines, and text in the middle beside it. In parts of the letter size. */
const SAME_ROW = 1.2;
const NUMBER = /^\d{1,4}\s*[.、．]?$/;

/** Finds tables in lines that stand in no grid. */
export function findUnruledTables(lines: readonly Line[], rules: readonly Rule[]): UnruledTable[] {
  const found: UnruledTable[] = [];
  // Each cell draws its own part of the line under its row.
  const levels = mergeRules(rules.filter((rule) => rule.level));
  for (let start = 0; start < lines.length; start += 1) {
    const { end, columns } = extend(lines, start);
    const begin = beginsAbove(lines[start - 1], lines[start], columns) ? start - 1 : start;
    const within = lines.slice(begin, end);
    if (within.filter((line) => segmentsOf(line).length >= FEWEST_COLUMNS).length < FEWEST_LINES) continue;
    const starts = commonStarts(within);
    found.push({ table: tableOf(within, starts.length > columns.length ? starts : columns, levels), lines: new Set(within) });
    start = end - 1;
  }
  return found;
}

/** Whether a line is the beginning of a heading: 序 over 号 in a narrow column begins above the headings beside it. Nothing of its column stands in the next line but a character of a heading written downwards; a caption stands over a whole heading. */
function beginsAbove(above: Line | undefined, next: Line | undefined, columns: readonly Span[]): boolean {
  if (above === undefined || next === undefined || next.base - above.base >= SAME_ROW * above.size) return false;
  const column = columns.find((one) => one.left - RIVER <= above.left && above.right <= one.right + RIVER);
  return column !== undefined && segmentsOf(next).every((segment) => !overlaps(segment, column) || Math.max(segment.right - segment.left, above.right - above.left) < 1.5 * above.size);
}

/** The longest stretch of lines from `start` on whose text leaves the same rivers of air, and its columns. */
function extend(lines: readonly Line[], start: number): { readonly end: number; readonly columns: readonly Span[] } {
  const first = lines[start];
  let columns: readonly Span[] = first === undefined ? [] : segmentsOf(first);
  let end = start + 1;
  if (columns.length < FEWEST_COLUMNS) return { end, columns };
  for (; end < lines.length; end += 1) {
    const [line, before] = [lines[end], lines[end - 1]];
    if (line === undefined || before === undefined || line.base - before.base > FARTHEST * line.size) break;
    const segments = segmentsOf(line);
    if (segments.some((segment) => columns.filter((column) => overlaps(column, segment)).length >= FEWEST_COLUMNS)) break;
    const united = unite([...columns, ...segments]);
    if (united.length < FEWEST_COLUMNS) break;
    columns = united;
  }
  return { end, columns };
}

function segmentsOf(line: Line): Span[] {
  const spans: Span[] = [];
  for (const run of line.runs) {
    const last = spans.at(-1);
    if (last !== undefined && run.left - last.right < COLUMN_GAP * run.size) spans[spans.length - 1] = { left: last.left, right: Math.max(last.right, run.right) };
    else spans.push({ left: run.left, right: run.right });
  }
  return spans;
}

/**
 * Columns by the places where most lines begin a run. Text in fonts that are not embedded is wider on paper than in the file's own
 * measure, and runs over the air between columns; where each cell begins is sure all the same.
 */
function commonStarts(lines: readonly Line[]): Span[] {
  const full = lines.filter((line) => line.runs.length >= FEWEST_COLUMNS);
  const starts: { left: number; lines: Set<Line> }[] = [];
  for (const { line, left } of full.flatMap((one) => one.runs.map((run) => ({ line: one, left: run.left }))).sort((a, b) => a.left - b.left)) {
    const last = starts.at(-1);
    if (last !== undefined && left - last.left <= SAME_START) last.lines.add(line);
    else starts.push({ left, lines: new Set([line]) });
  }
  const common = starts.filter((start) => start.lines.size >= full.length * MOST);
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  return common.map((start, at) => ({ left: start.left, right: (common[at + 1]?.left ?? right + 2 * SAME_START) - 2 * SAME_START }));
}

function overlaps(a: Span, b: Span): boolean {
  return a.left < b.right + RIVER && b.left < a.right + RIVER;
}

function unite(spans: readonly Span[]): Span[] {
  const united: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.left - b.left)) {
    const last = united.at(-1);
    if (last !== undefined && span.left < last.right + RIVER) united[united.length - 1] = { left: last.left, right: Math.max(last.right, span.right) };
    else united.push(span);
  }
  return united;
}

function tableOf(lines: readonly Line[], columns: readonly Span[], levels: readonly Rule[]): PageTable {
  const edges = columns.map((column, at) => ((columns[at - 1]?.right ?? column.left) + column.left) / 2).concat(columns.at(-1)?.right ?? 0);
  const rows = rowsOf(lines, columns, levels).map((own) => columns.map((_, at) => contentOf(own, edges, at)));
  const [first, last] = [lines[0], lines.at(-1)];
  return { top: (first?.base ?? 0) - (first?.size ?? 0), bottom: last?.base ?? 0, columns: edges, rows };
}

/** Groups lines into rows: a level rule ends one, and so does the next number where no rule parts the rows. */
function rowsOf(lines: readonly Line[], columns: readonly Span[], levels: readonly Rule[]): Line[][] {
  const [left, right] = [columns[0]?.left ?? 0, columns.at(-1)?.right ?? 0];
  const crossing = levels.filter((rule) => Math.min(rule.to, right) - Math.max(rule.from, left) > (right - left) / 2);
  const firstText = (line: Line): string => trimText(textOfLine(lineOf(line.runs.filter((run) => run.left < (columns[0]?.right ?? 0)))));
  const numbers = lines.filter((line) => NUMBER.test(firstText(line)));
  const numbered = numbers.length > 0;
  const parts = numbered && crossing.length === 0 ? splitAtGaps(lines, (line) => NUMBER.test(firstText(line))) : null;
  if (parts !== null) return parts;
  const rulesBetween = (above: Line | undefined, below: Line | undefined): number => crossing.filter((rule) => above !== undefined && below !== undefined && rule.at > above.base - above.size * 0.35 && rule.at < below.base).length;
  const rows: Line[][] = [];
  let hasNumber = false;
  // Where a line stands under the header and under each row, the first number may stand in the middle of its row.
  let isHeader = rulesBetween(lines[0], numbers[0]) === 0 || rulesBetween(numbers[0], numbers.at(-1)) < numbers.length - 1;
  for (const [at, line] of lines.entries()) {
    const parted = rulesBetween(lines[at - 1], line) > 0;
    const first = firstText(line);
    const begins = numbered ? NUMBER.test(first) && (hasNumber || isHeader) : first !== '' && crossing.length === 0;
    const row = rows.at(-1);
    if (row === undefined || parted || begins) {
      rows.push([line]);
      hasNumber = false;
    } else row.push(line);
    if (NUMBER.test(first)) {
      hasNumber = true;
      isHeader = false;
    }
  }
  return rows;
}

/** Parts the lines where the gaps between them are wide, if so each part but the header has one number: numbers may stand in the middle of their rows. Null where no width of gaps does. */
function splitAtGaps(lines: readonly Line[], isNumber: (line: Line) => boolean): Line[][] | null {
  const gaps = lines.map((line, at) => line.base - (lines[at - 1]?.base ?? line.base));
  for (const least of [...new Set(gaps.map(Math.round))].sort((a, b) => b - a)) {
    const parts: Line[][] = [];
    for (const [at, line] of lines.entries()) {
      if (at === 0 || (gaps[at] ?? 0) >= least - 0.5) parts.push([]);
      parts.at(-1)?.push(line);
    }
    const counts = parts.map((part) => part.filter(isNumber).length);
    if (counts.length > 2 && counts.every((count, at) => count === 1 || (at === 0 && count === 0))) return parts;
  }
  return null;
}

function contentOf(lines: readonly Line[], edges: readonly number[], column: number): CellContent {
  const [left, right] = [edges[column] ?? 0, edges[column + 1] ?? 0];
  const own = (line: Line): Run[] => line.runs.flatMap((run) => splitAtColumns(run, edges)).filter((run) => {
    // By where it begins: it may end in the next column.
    const begin = Math.min(run.left + run.size / 2, (run.left + run.right) / 2);
    return (begin >= left || column === 0) && (begin < right || column === edges.length - 2);
  });
  return { lines: lines.map(own).filter((runs) => runs.length > 0).map(lineOf), left, right };
}

/** Cuts a run in which pdf.js joined two cells that nearly touch: at the blank, or the change of script, nearest to the column's edge. */
function splitAtColumns(run: Run, edges: readonly number[]): Run[] {
  const edge = edges.slice(1, -1).find((at) => at > run.left + run.size && at < run.right - run.size);
  if (edge === undefined) return [run];
  const chars = Array.from(run.text);
  const units = chars.reduce((sum, char) => sum + unitsOf(char), 0);
  let [at, best] = [run.left, { index: -1, distance: 4 * run.size }];
  for (const [index, char] of chars.entries()) {
    const before = chars[index - 1];
    const distance = Math.abs(at - edge);
    if (before !== undefined && (before === ' ' || (unitsOf(before) !== unitsOf(char) && char !== ' ')) && distance < best.distance) best = { index, distance };
    at += ((run.right - run.left) * unitsOf(char)) / units;
  }
  if (best.index === -1) return [run];
  const first = { ...run, text: chars.slice(0, best.index).join(''), right: edge - 1 };
  return [first, ...splitAtColumns({ ...run, text: chars.slice(best.index).join(''), left: edge }, edges)];
}
