/** Tables drawn with lines: which rules belong together, and which places of their grid are one cell. */
import type { Rule } from './page-rules';

/** The grid of one table. `region[row][column]` numbers the cell that a place belongs to: merged places have the same number. */
export interface Grid {
  /** Edges from left to right; one more than there are columns. */
  readonly columns: readonly number[];
  /** Edges from top to bottom; one more than there are rows. */
  readonly rows: readonly number[];
  readonly region: readonly (readonly number[])[];
}

/** Rules this near to each other are one: borders are drawn double, in pieces, or with a gap between cells. In points. */
const NEAR = 3;
const SAME_EDGE = 4;
/** Above this many rules a page is a drawing. */
const MAX_RULES = 6000;
const MAX_COLUMNS = 64;
const MAX_ROWS = 2000;

/** Finds the grids of a page, from the top down. Boxes of one column, and rules that cross no other, are none. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  const merged = mergeRules(rules);
  if (merged.length > MAX_RULES) return [];
  return groupCrossing(merged)
    .flatMap((group) => makeGrid(group) ?? [])
    .sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}

/** Joins pieces of one line, so that every border is one rule. */
export function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const level of [true, false]) {
    const sorted = rules.filter((rule) => rule.level === level).sort((a, b) => a.at - b.at);
    for (let start = 0; start < sorted.length; ) {
      const first = sorted[start]?.at ?? 0;
      let end = start;
      while (end < sorted.length && (sorted[end]?.at ?? 0) - first <= 1) end += 1;
      merged.push(...joinPieces(sorted.slice(start, end), first));
      start = end;
    }
  }
  return merged;
}

/** Pieces on one level at `at`, those that touch joined. */
function joinPieces(pieces: readonly Rule[], at: number): Rule[] {
  const joined: Rule[] = [];
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && piece.from <= last.to + NEAR) joined[joined.length - 1] = { ...last, to: Math.max(last.to, piece.to) };
    else joined.push({ ...piece, at });
  }
  return joined;
}

/** Sets of rules that hang together. */
function groupCrossing(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  const levels = rules.flatMap((rule, at) => (rule.level ? [{ rule, at }] : [])).sort((a, b) => a.rule.at - b.rule.at);
  for (const [at, upright] of rules.entries()) {
    if (upright.level) continue;
    for (const { rule: level, at: other } of levels) {
      if (level.at > upright.to + NEAR) break;
      if (level.at >= upright.from - NEAR && upright.at >= level.from - NEAR && upright.at <= level.to + NEAR) parent[find(other)] = find(at);
    }
  }
  const groups = new Map<number, Rule[]>();
  for (const [at, rule] of rules.entries()) {
    const root = find(at);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [rule]);
    else group.push(rule);
  }
  return [...groups.values()];
}

function makeGrid(group: readonly Rule[]): Grid | null {
  const levels = group.filter((rule) => rule.level);
  const uprights = group.filter((rule) => !rule.level);
  if (levels.length < 2 || uprights.length === 0) return null;
  // Open sides end where the rules that run to them end.
  const columns = edges([...uprights.map((rule) => rule.at), ...openEnds(levels)]);
  const rows = edges([...levels.map((rule) => rule.at), ...openEnds(uprights)]);
  // A single row can be the rest of a table from the page before.
  if (columns.length < 3 || rows.length < 2 || columns.length > MAX_COLUMNS || rows.length > MAX_ROWS) return null;
  return { columns, rows, region: findRegions(columns, rows, levels, uprights) };
}

function openEnds(rules: readonly Rule[]): number[] {
  return [rules.reduce((least, rule) => Math.min(least, rule.from), Infinity), rules.reduce((most, rule) => Math.max(most, rule.to), -Infinity)];
}

/** Positions without their near doubles. */
function edges(positions: readonly number[]): number[] {
  const kept: { from: number; sum: number; count: number }[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = kept.at(-1);
    if (last !== undefined && position - last.from <= SAME_EDGE) {
      last.sum += position;
      last.count += 1;
    } else kept.push({ from: position, sum: position, count: 1 });
  }
  return kept.map(({ sum, count }) => sum / count);
}

/** Joins neighbouring places that no rule parts. */
function findRegions(columns: readonly number[], rows: readonly number[], levels: readonly Rule[], uprights: readonly Rule[]): number[][] {
  const width = columns.length - 1;
  const height = rows.length - 1;
  const levelParts = covered(levels, rows, columns);
  const uprightParts = covered(uprights, columns, rows);
  const region = Array.from({ length: height }, () => new Array<number>(width).fill(-1));
  const isOpen = (row: number, column: number): boolean => region[row]?.[column] === -1;
  let next = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isOpen(y, x)) continue;
      const open: (readonly [number, number])[] = [[y, x]];
      for (let place = open.pop(); place !== undefined; place = open.pop()) {
        const [row, column] = place;
        if (!isOpen(row, column)) continue;
        const own = region[row];
        if (own !== undefined) own[column] = next;
        if (column + 1 < width && uprightParts[column + 1]?.[row] !== true) open.push([row, column + 1]);
        if (column > 0 && uprightParts[column]?.[row] !== true) open.push([row, column - 1]);
        if (row + 1 < height && levelParts[row + 1]?.[column] !== true) open.push([row + 1, column]);
        if (row > 0 && levelParts[row]?.[column] !== true) open.push([row - 1, column]);
      }
      next += 1;
    }
  }
  return region;
}

/** `covered[edge][band]`: whether a rule on that edge runs along more than half of the band between two cross edges. */
function covered(rules: readonly Rule[], own: readonly number[], cross: readonly number[]): boolean[][] {
  const table = own.map(() => new Array<boolean>(Math.max(0, cross.length - 1)).fill(false));
  for (const rule of rules) {
    const edge = nearest(own, rule.at);
    for (let band = 0; band + 1 < cross.length; band += 1) {
      const [from, to] = [cross[band] ?? 0, cross[band + 1] ?? 0];
      const line = table[edge];
      if (line !== undefined && Math.min(rule.to, to) - Math.max(rule.from, from) > (to - from) / 2) line[band] = true;
    }
  }
  return table;
}

function nearest(positions: readonly number[], at: number): number {
  let best = 0;
  for (const [index, position] of positions.entries()) if (Math.abs(position - at) < Math.abs((positions[best] ?? 0) - at)) best = index;
  return best;
}
