/** Affine transformations as PDF writes them: [a b c d e f] takes (x, y) to (a·x + c·y + e, b·x + d·y + f). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Leaves every point where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** Where a transformation takes the point (x, y). */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Six finite numbers, or null: matrices come out of foreign files. */
export function asMatrix(value: unknown): Matrix | null {
  const list = toNumbers(value);
  if (list === null) return null;
  const [a, b, c, d, e, f] = list;
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) return null;
  return list.every(Number.isFinite) ? [a, b, c, d, e, f] : null;
}

/** A list of numbers, whatever kind of list a version of pdf.js uses for it (array, typed array, or an object with numbers as keys). */
export function toNumbers(value: unknown): readonly number[] | null {
  if (value instanceof Float32Array || value instanceof Float64Array) return Array.from(value);
  if (typeof value !== 'object' || value === null) return null;
  const list: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return list.every((one) => typeof one === 'number') ? list : null;
}
