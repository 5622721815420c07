/** The straight lines that a page draws: what holds its tables together. */
import { IDENTITY, apply, asMatrix, multiply, type Matrix } from './matrices';
import { readNewPath, readOldPath, type PathPaint, type SubPath } from './paths';

/** A level or upright line on the page, in points from its upper left corner. */
export interface Rule {
  readonly level: boolean;
  /** y of a level rule, x of an upright one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page draws beside its text. */
export interface Drawing {
  readonly rules: readonly Rule[];
  /** Whether there may be pictures: they are not looked at. */
  readonly hasPictures: boolean;
  /** Whether the page writes anything, readable or not. */
  readonly writes: boolean;
}

/** A filled shape this narrow is a line, in points: programs draw borders as thin rectangles. */
const THIN = 3;
/** Shorter lines are dots, ticks and parts of letters. */
const SHORTEST = 3;
/** How far from level or upright a line may run, in points. */
const SLANT = 0.8;
const MAX_RULES = 20_000;
/** Smaller pictures are emblems and seals, in points. */
const LARGE_PICTURE = 100;
const MAX_DEPTH = 100;

type Operators = Readonly<Record<string, number>>;

/** How each painting operator paints the path before it. */
const PAINTS: Readonly<Record<string, PathPaint>> = {
  stroke: 'stroke', closeStroke: 'stroke', fillStroke: 'stroke', eoFillStroke: 'stroke', closeFillStroke: 'stroke', closeEOFillStroke: 'stroke',
  fill: 'fill', eoFill: 'fill', endPath: 'none',
};
const WRITES = ['showText', 'showSpacedText', 'nextLineShowText', 'nextLineSetSpacingShowText'];

/** Reads what a page draws. `toPage` takes its coordinates to points from the upper left corner. */
export function readDrawing(list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }, operators: Operators, toPage: Matrix): Drawing {
  const paintOf = new Map(Object.entries(PAINTS).flatMap(([name, paint]) => (operators[name] === undefined ? [] : [[operators[name], paint] as const])));
  const writing = new Set(WRITES.map((name) => operators[name]));
  const pictures = new Set(Object.entries(operators).filter(([name]) => /^paint.*Image/.test(name) && !name.includes('SolidColor')).map(([, number]) => number));
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = IDENTITY;
  let path: readonly SubPath[] = [];
  let [hasPictures, writes] = [false, false];
  for (const [at, operator] of list.fnArray.entries()) {
    const args: unknown = list.argsArray[at];
    const values = Array.isArray(args) ? (args as readonly unknown[]) : [];
    if (rules.length > MAX_RULES) break;
    if (pictures.has(operator)) hasPictures = true;
    else if (writing.has(operator)) writes = true;
    else if (operator === operators['save'] || operator === operators['paintFormXObjectBegin']) {
      if (saved.length < MAX_DEPTH) saved.push(matrix);
      const inner = operator === operators['save'] ? null : asMatrix(values[0]);
      if (inner !== null) matrix = multiply(matrix, inner);
    } else if (operator === operators['restore'] || operator === operators['paintFormXObjectEnd']) matrix = saved.pop() ?? matrix;
    else if (operator === operators['transform']) {
      matrix = multiply(matrix, asMatrix(values) ?? IDENTITY);
      // A picture fills the unit square; this is how one shows that was too large to be unpacked.
      if (Math.min(extent(matrix[0], matrix[1]), extent(matrix[2], matrix[3])) > LARGE_PICTURE) hasPictures = true;
    }
    else if (operator === operators['constructPath']) {
      // Version 5 hands over the painting with the path, older ones let it follow.
      if (typeof values[0] === 'number') addRules(readNewPath(values[1]), paintOf.get(values[0]) ?? 'none', multiply(toPage, matrix), rules);
      else path = [...path, ...readOldPath(values[0], values[1], operators)];
    } else if (paintOf.has(operator)) {
      addRules(path, paintOf.get(operator) ?? 'none', multiply(toPage, matrix), rules);
      path = [];
    }
  }
  return { rules, hasPictures, writes };
}

function addRules(paths: readonly SubPath[], paint: PathPaint, matrix: Matrix, rules: Rule[]): void {
  if (paint === 'none') return;
  for (const path of paths) {
    const corners: (readonly [number, number])[] = [];
    for (let at = 0; at + 1 < path.points.length; at += 2) corners.push(apply(matrix, path.points[at] ?? 0, path.points[at + 1] ?? 0));
    const box = boxOf(corners);
    if (Math.min(box.right - box.left, box.bottom - box.top) <= THIN) {
      addLine(box.left, box.top, box.right, box.bottom, THIN, rules);
    } else if (paint === 'stroke') {
      const ends = path.closed ? [...corners, corners[0] ?? [0, 0]] : corners;
      for (const [at, [x, y]] of ends.entries()) {
        const next = ends[at + 1];
        if (next !== undefined) addLine(x, y, next[0], next[1], SLANT, rules);
      }
    }
  }
}

function addLine(x1: number, y1: number, x2: number, y2: number, slant: number, rules: Rule[]): void {
  const [across, down] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (down <= slant && across > down && across >= SHORTEST) rules.push({ level: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  else if (across <= slant && down >= SHORTEST) rules.push({ level: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
}

function extent(x: number, y: number): number {
  return Math.hypot(x, y);
}

function boxOf(corners: readonly (readonly [number, number])[]): { left: number; right: number; top: number; bottom: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of corners) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, right, top, bottom };
}
