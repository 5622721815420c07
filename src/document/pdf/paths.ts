/** Drawn paths, in the two forms in which versions of pdf.js list them. */
import { toNumbers } from './matrices';

/** What becomes of a path: its outline is drawn, its inside, or neither. */
export type PathPaint = 'stroke' | 'fill' | 'none';

/** Corner points, x and y by turns. Curves are kept as their end points: no rule is a curve. */
export interface SubPath {
  readonly points: readonly number[];
  readonly closed: boolean;
}

/** A path under construction is bounded: a map drawn into a PDF has millions of points and no table. */
const MAX_POINTS = 100_000;

/** How many numbers follow a drawing step, and whether it ends at the last two of them. */
type Step = 'move' | 'line' | 'curve' | 'quadratic' | 'short-curve' | 'close' | 'rectangle';
const NUMBERS: Readonly<Record<Step, number>> = { move: 2, line: 2, curve: 6, quadratic: 4, 'short-curve': 4, close: 0, rectangle: 4 };

/** Steps of pdf.js 5, by their numbers. */
const NEW_STEPS: readonly Step[] = ['move', 'line', 'curve', 'quadratic', 'close'];
const OLD_STEPS: ReadonlyArray<readonly [string, Step]> = [
  ['moveTo', 'move'],
  ['lineTo', 'line'],
  ['curveTo', 'curve'],
  ['curveTo2', 'short-curve'],
  ['curveTo3', 'short-curve'],
  ['closePath', 'close'],
  ['rectangle', 'rectangle'],
];

/** pdf.js 5: one list in which each step stands before its numbers. */
export function readNewPath(data: unknown): readonly SubPath[] {
  const numbers = Array.isArray(data) ? toNumbers(data[0]) : null;
  if (numbers === null) return [];
  const builder = new PathBuilder();
  for (let at = 0; at < numbers.length && !builder.full; ) {
    const step = NEW_STEPS[numbers[at] ?? -1];
    if (step === undefined) return [];
    builder.add(step, numbers, at + 1);
    at += 1 + NUMBERS[step];
  }
  return builder.finish();
}

/** pdf.js up to 4: the steps in one list, by their operator numbers, and all their numbers in another. */
export function readOldPath(steps: unknown, numbers: unknown, operators: Readonly<Record<string, number>>): readonly SubPath[] {
  const [kinds, values] = [toNumbers(steps), toNumbers(numbers)];
  if (kinds === null || values === null) return [];
  const stepOf = new Map(OLD_STEPS.map(([name, step]) => [operators[name], step]));
  const builder = new PathBuilder();
  let at = 0;
  for (const kind of kinds) {
    const step = stepOf.get(kind);
    if (step === undefined || builder.full) break;
    builder.add(step, values, at);
    at += NUMBERS[step];
  }
  return builder.finish();
}

class PathBuilder {
  private readonly done: SubPath[] = [];
  private points: number[] = [];
  private count = 0;

  get full(): boolean {
    return this.count > MAX_POINTS;
  }

  add(step: Step, numbers: readonly number[], at: number): void {
    const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = numbers.slice(at, at + 4);
    if (step === 'rectangle') {
      this.end(false);
      this.done.push({ points: [x, y, x + width, y, x + width, y + height, x, y + height], closed: true });
      this.count += 4;
      return;
    }
    if (step === 'close') {
      this.end(true);
      return;
    }
    if (step === 'move') this.end(false);
    const last = at + NUMBERS[step];
    this.points.push(numbers[last - 2] ?? Number.NaN, numbers[last - 1] ?? Number.NaN);
    this.count += 1;
  }

  finish(): readonly SubPath[] {
    this.end(false);
    return this.done.filter((path) => path.points.every(Number.isFinite));
  }

  private end(closed: boolean): void {
    if (this.points.length > 2) this.done.push({ points: this.points, closed });
    this.points = [];
  }
}
