/**
 * What changed between two texts, line by line, as a unified diff. Small on purpose: notes are short and mostly alike,
 * so the time goes with the size of the change (Myers, "An O(ND) difference algorithm", 1986).
 */

/** A line of both texts, of the old one alone, or of the new one alone. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  /** Without its line feed; a carriage return is still there. */
  readonly text: string;
}

/** Beyond so many changed lines a shortest script is worth nothing to a reader: all removed, then all added. */
const MOST_EDITS = 1000;

/** The lines of both texts in order, each marked as kept, removed or added. A last line without line feed counts as a line; `''` has none. */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = splitLines(before);
  const b = splitLines(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return [
    ...a.slice(0, head).map((text): DiffLine => ({ kind: 'same', text })),
    ...diffMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map((text): DiffLine => ({ kind: 'same', text })),
  ];
}

/**
 * The diff as `diff -u` shows it, without the two file lines: `@@ -1,3 +1,4 @@`, then lines led by blank, `-` or `+`.
 * Empty where the texts are equal.
 * @param context how many unchanged lines stand around a change
 */
export function unifiedDiff(before: string, after: string, context = 3): string[] {
  if (before === after) return [];
  const lines = diffLines(before, after);
  const shown = lines.map(() => false);
  lines.forEach((line, i) => {
    if (line.kind !== 'same') shown.fill(true, Math.max(0, i - context), i + context + 1);
  });
  const out: string[] = [];
  let oldLine = 1;
  let newLine = 1;
  let hunk: DiffLine[] = [];
  const closeHunk = (): void => {
    if (hunk.length === 0) return;
    const oldCount = hunk.filter(({ kind }) => kind !== 'added').length;
    const newCount = hunk.filter(({ kind }) => kind !== 'removed').length;
    out.push(`@@ -${range(oldLine - oldCount, oldCount)} +${range(newLine - newCount, newCount)} @@`);
    out.push(...hunk.map(({ kind, text }) => MARKS[kind] + text));
    hunk = [];
  };
  lines.forEach((line, i) => {
    if (shown[i] !== true) closeHunk();
    else hunk.push(line);
    if (line.kind !== 'added') oldLine += 1;
    if (line.kind !== 'removed') newLine += 1;
  });
  closeHunk();
  if (before.endsWith('\n') !== after.endsWith('\n') && before !== '' && after !== '') {
    out.push(after.endsWith('\n') ? '\\ No newline at the end before' : '\\ No newline at the end after');
  }
  return out;
}

const MARKS: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', removed: '-', added: '+' };

/** `start,count`; an empty range names the line before it, as diff does. */
function range(start: number, count: number): string {
  return `${count === 0 ? start - 1 : start},${count}`;
}

function splitLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}

function diffMiddle(a: readonly string[], b: readonly string[]): DiffLine[] {
  const trace = a.length === 0 || b.length === 0 ? null : shortestEdit(a, b);
  if (trace === null) {
    return [...a.map((text): DiffLine => ({ kind: 'removed', text })), ...b.map((text): DiffLine => ({ kind: 'added', text }))];
  }
  const lines: DiffLine[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const furthest = trace[d] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
    const previousK = down ? k + 1 : k - 1;
    const previousX = d === 0 ? 0 : furthest.get(previousK) ?? 0;
    const previousY = d === 0 ? 0 : previousX - previousK;
    while (x > previousX && y > previousY) {
      x -= 1;
      y -= 1;
      lines.push({ kind: 'same', text: a[x] ?? '' });
    }
    if (d === 0) break;
    if (down) lines.push({ kind: 'added', text: b[previousY] ?? '' });
    else lines.push({ kind: 'removed', text: a[previousX] ?? '' });
    x = previousX;
    y = previousY;
  }
  return lines.reverse();
}

/** For each number of edits, how far along `a` each diagonal had come before that edit; null where it takes too many. */
function shortestEdit(a: readonly string[], b: readonly string[]): Map<number, number>[] | null {
  const most = Math.min(a.length + b.length, MOST_EDITS);
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= most; d += 1) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
      let x = down ? furthest.get(k + 1) ?? 0 : (furthest.get(k - 1) ?? 0) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      furthest.set(k, x);
      if (x >= a.length && y >= b.length) return trace;
    }
  }
  return null;
}
