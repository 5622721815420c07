/** The text of a table cell out of its lines: which line ends are paragraphs, and which are only where the cell was full. */
import { isEastAsian, softBreakBetween, trimText } from '../join-text';
import { textOfLine, type Line } from './text-runs';

/** Cells set their text off from their borders; a line that comes this near to the inner edge is full. In parts of the letter size. */
const SLACK = 0.35;
/** Usual width of a Latin letter or digit, in parts of the letter size. */
const LATIN_WIDTH = 0.5;
const WORD_AT_END = /[0-9A-Za-z.]+$/;
/** What may not begin a line, and so goes down together with the character before it. */
const CLOSING = /[，。、；：？！）》」』】〕〉”’…%,.;:?!)\]}]/;

/** Joins the lines of a cell between its edges `left` and `right`: `\n` where a line ended before it was full. */
export function readLines(lines: readonly Line[], left: number, right: number): string {
  if (lines.length === 0) return '';
  // The air on the left of the fullest line is taken to be on its right as well.
  const padding = Math.max(0, Math.min(...lines.map((line) => line.left - left)));
  const room = right - left - 2 * padding;
  let text = '';
  for (const [at, line] of lines.entries()) {
    const words = trimText(textOfLine(line));
    const before = lines[at - 1];
    text += before === undefined ? words : breakBetween(before, line, text, words, room) + words;
  }
  return text;
}

function breakBetween(before: Line, after: Line, text: string, next: string, room: number): string {
  const used = before.right - before.left;
  if (used + widthOfFirst(next, after) < room - SLACK * after.size) return '\n';
  // A word wider than the column was cut where not one more letter fitted; one with a hyphen or slash, behind that.
  const lastWord = WORD_AT_END.exec(text)?.[0] ?? '';
  const isFull = used + LATIN_WIDTH * before.size > room && lastWord.length * LATIN_WIDTH * before.size + widthOfFirst(next, after) > room;
  const isCut = isFull && lastWord !== '' && /^[0-9A-Za-z.]/.test(next) && !/[a-z][A-Z]/.test(text.slice(-1) + next.charAt(0));
  return isCut || /[0-9A-Za-z][-/_@&=?]$/.test(text) ? '' : softBreakBetween(text.slice(-1), next.charAt(0));
}

/** Width of what had to go down together: a Latin word, or one Chinese character with the closing marks behind it. */
export function widthOfFirst(text: string, line: Line): number {
  const chars = Array.from(text);
  let count = 0;
  if (isEastAsian(chars[0] ?? '')) count = 1;
  else while (count < chars.length && !isEastAsian(chars[count] ?? '') && !/[\s-]/.test(chars[count] ?? '')) count += 1;
  while (CLOSING.test(chars[count] ?? '')) count += 1;
  const units = chars.slice(0, count).reduce((sum, char) => sum + unitsOf(char), 0);
  const all = chars.reduce((sum, char) => sum + unitsOf(char), 0);
  return all === 0 ? 0 : ((line.right - line.left) * units) / all;
}

/** Rough width of a character: a Chinese one is as wide as two Latin ones. */
export function unitsOf(char: string): number {
  return isEastAsian(char) ? 2 : 1;
}
