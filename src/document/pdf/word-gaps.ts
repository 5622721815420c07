/** Blanks between words. A PDF places letters and often writes no blanks: the gaps between them say where one was. */
import { isEastAsian } from '../join-text';
import type { Run } from './run';

/** A gap wider than this parts two Latin words, in parts of the letter size. */
const LATIN_GAP = 0.15;
/** Chinese characters stand in squares: only a whole empty one is a blank. */
const CHINESE_GAP = 1;
/** Gaps of one kind differ by less than this. */
const SAME = 0.012;

/** Puts a blank before every run that follows one on the same line after a gap. `lines` are runs from left to right. */
export function placeBlanks(lines: readonly (readonly Run[])[]): Run[] {
  const mixedGap = Math.max(LATIN_GAP, usualMixedGap(lines) + SAME);
  return lines.flatMap((line) => line.map((run, at) => {
    const before = line[at - 1];
    return before !== undefined && isBlank(before, run, mixedGap) ? { ...run, text: ` ${run.text}` } : run;
  }));
}

function isBlank(before: Run, after: Run, mixedGap: number): boolean {
  const [last, first] = [before.text.slice(-1), after.text.charAt(0)];
  if (last === ' ' || first === ' ') return false;
  const gap = gapBetween(before, after);
  if (isEastAsian(last) && isEastAsian(first)) return gap > CHINESE_GAP;
  return gap > (isEastAsian(last) || isEastAsian(first) ? mixedGap : LATIN_GAP);
}

function gapBetween(before: Run, after: Run): number {
  return (after.left - before.right) / Math.max(before.size, after.size);
}

/**
 * The gap that most places between a Chinese and a Latin character have. Word processors leave a quarter of a letter there by
 * themselves: only what is wider than usual is a blank that someone wrote.
 */
function usualMixedGap(lines: readonly (readonly Run[])[]): number {
  const counts = new Map<number, number>();
  const count = (gap: number): void => {
    const rounded = Math.round(gap * 100) / 100;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  };
  for (const line of lines) {
    for (const [at, run] of line.entries()) {
      for (let index = 1; index < run.text.length; index += 1) if (isMixed(run.text.charAt(index - 1), run.text.charAt(index))) count(0);
      const before = line[at - 1];
      if (before === undefined || !isMixed(before.text.slice(-1), run.text.charAt(0))) continue;
      const gap = gapBetween(before, run);
      if (gap > -0.05 && gap < 0.5) count(gap);
    }
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

function isMixed(one: string, other: string): boolean {
  return one !== ' ' && other !== ' ' && isEastAsian(one) !== isEastAsian(other);
}
