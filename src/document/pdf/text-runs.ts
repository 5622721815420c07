/** The text of a page as it was placed: runs of characters with their positions, and the lines they make. */
import { multiply, asMatrix, type Matrix } from './matrices';
import { replaceRadicals } from './radicals';
import type { Run } from './run';
import { placeBlanks } from './word-gaps';

/** Runs on one level, from left to right. */
export interface Line {
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** The text of a page that was read. */
export interface PageText {
  readonly runs: readonly Run[];
  /** Text that is not level, such as a watermark. */
  readonly turned: readonly string[];
}

const MAX_RUNS = 200_000;
/** Two runs on one line may stand so far apart in height, in parts of the letter size. */
const SAME_LINE = 0.4;
/** Reads the text items of a page. `toPage` takes its coordinates to points from the upper left corner. */
export function readRuns(items: readonly unknown[], toPage: Matrix): PageText {
  const runs: Run[] = [];
  const turned: string[] = [];
  for (const item of items.slice(0, MAX_RUNS)) {
    const run = readRun(item, toPage);
    if (run === null) continue;
    if (typeof run === 'string') turned.push(run);
    else runs.push(run);
  }
  return { runs: placeBlanks(makeLines(runs).map((line) => line.runs)), turned };
}

function readRun(item: unknown, toPage: Matrix): Run | string | null {
  if (typeof item !== 'object' || item === null || !('str' in item) || !('transform' in item)) return null;
  const placed = asMatrix(item.transform);
  const width = 'width' in item && typeof item.width === 'number' ? item.width : 0;
  if (typeof item.str !== 'string' || placed === null) return null;
  // eslint-disable-next-line no-control-regex -- fonts that name no character for a glyph give control characters
  const text = replaceRadicals(item.str.replace(/[\u0000-\u001f\u00ad]/g, ''));
  if (text.trim() === '') return null;
  const [a, b, c, d, left, base] = multiply(toPage, placed);
  const size = Math.hypot(c, d);
  if (!Number.isFinite(left + base + size + width) || size === 0) return null;
  if (Math.abs(b) > Math.abs(a) * 0.05 || a < 0) return text;
  return { text, left, right: left + Math.max(width, 0), base, size };
}

/** Joins runs into lines, from the top of the page down. */
export function makeLines(runs: readonly Run[]): Line[] {
  const sorted = [...runs].sort((a, b) => a.base - b.base);
  const lines: Line[] = [];
  let open: Run[] = [];
  const close = (): void => {
    if (open.length > 0) lines.push(lineOf(open));
    open = [];
  };
  for (const run of sorted) {
    const first = open[0];
    if (first !== undefined && run.base - first.base > SAME_LINE * Math.max(first.size, run.size)) close();
    open.push(run);
  }
  close();
  return lines;
}

/** A line of these runs, put in order from left to right. */
export function lineOf(runs: readonly Run[]): Line {
  const ordered = [...runs].sort((a, b) => a.left - b.left);
  const right = ordered.reduce((most, run) => Math.max(most, run.right), -Infinity);
  // The line is as high as most of its characters: an index number does not make it small.
  const main = ordered.reduce((most, run) => (run.text.length > most.text.length ? run : most), ordered[0] ?? { text: '', left: 0, right: 0, base: 0, size: 0 });
  return { runs: ordered, left: ordered[0]?.left ?? 0, right, base: main.base, size: main.size };
}

/** The text of a line. */
export function textOfLine(line: Line): string {
  return line.runs.map((run) => run.text).join('');
}
