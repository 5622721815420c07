/**
 * One form for text that differs only in how it was typed. Comparison keys are made from it; it is never shown or written.
 */
import { simplify } from '../notice/traditional';

/** Folds width, case and traditional characters. Blanks, dashes and brackets keep their place (full-width ones become half-width). */
export function foldText(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase());
}

/** Keeps letters and digits of every script, and `+`, which tells `MAX+` from `MAX`. */
export function keepLettersAndDigits(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}+]/gu, '');
}

/** Names and firms are far shorter; the time of a comparison grows with the square of the length. */
const LONGEST_COMPARED = 400;

/** Length of the longest common subsequence, in characters. Of longer texts only whether they are the same. */
export function commonSubsequenceLength(a: string, b: string): number {
  if (a.length > LONGEST_COMPARED || b.length > LONGEST_COMPARED) return a === b ? a.length : 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) {
      next.push(a[i - 1] === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Whether one character was put in, left out, replaced, or two neighbours swapped: what a slip of typing or OCR does. */
export function differsByOneCharacter(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
