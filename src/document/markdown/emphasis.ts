/**
 * Emphasis by the delimiter algorithm of CommonMark 6.2, for text of which only the words are wanted: it finds which marks are
 * taken away. Chinese characters count as a boundary beside punctuation, so that `发现**“回头看”**问题` is strong,
 * as it was meant. `~~` and Obsidian's `==` pair in the same way.
 */
import { isEastAsian } from '../join-text';

/** A piece of inline text; a run of marks carries what it may do. */
export interface InlinePiece {
  text: string;
  readonly run?: DelimiterRun;
}

/** A run of `*`, `_`, `~` or `=` (CommonMark 6.2, "delimiter run"). */
export interface DelimiterRun {
  readonly char: string;
  /** Marks not yet taken away. */
  count: number;
  /** Marks as written: the rule of three looks at it. */
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

const PUNCTUATION = /[!-/:-@[-`{-~\u2010-\u2027\u2030-\u205E\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]/;

/** What a run of `char` between two characters may do; an empty string stands for the edge of the text. */
export function delimiterRun(char: string, length: number, before: string, after: string): DelimiterRun {
  const spaceBefore = before === '' || /\s/.test(before);
  const spaceAfter = after === '' || /\s/.test(after);
  const markBefore = PUNCTUATION.test(before);
  const markAfter = PUNCTUATION.test(after);
  const opens = !spaceAfter && (!markAfter || spaceBefore || markBefore || isEastAsian(before));
  const closes = !spaceBefore && (!markBefore || spaceAfter || markAfter || isEastAsian(after));
  const canOpen = char === '_' ? opens && (!closes || markBefore) : opens;
  const canClose = char === '_' ? closes && (!opens || markAfter) : closes;
  return { char, count: length, length, canOpen, canClose };
}

/** Pairs the runs among `pieces` from `from` on and takes the marks of each pair away. */
export function pairDelimiters(pieces: InlinePiece[], from: number): void {
  const open: number[] = [];
  // Below this height of the stack no opener for such a closer was found before: keeps the search linear.
  const bottoms = new Map<string, number>();
  for (let at = from; at < pieces.length; at += 1) {
    const run = pieces[at]?.run;
    if (run === undefined) continue;
    while (run.canClose && run.count > 0) {
      const key = `${run.char}${run.canOpen ? 1 : 0}${run.length % 3}`;
      const height = findOpener(pieces, open, run, Math.min(bottoms.get(key) ?? 0, open.length));
      const opener = height === -1 ? undefined : pieces[open[height] ?? -1]?.run;
      if (opener === undefined) {
        bottoms.set(key, open.length);
        break;
      }
      const used = run.char === '~' || run.char === '=' ? 2 : Math.min(opener.count, run.count) >= 2 ? 2 : 1;
      opener.count -= used;
      run.count -= used;
      open.length = opener.count > 0 ? height + 1 : height;
    }
    if (run.canOpen && run.count > 0) open.push(at);
  }
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece?.run !== undefined && piece.run.count !== piece.text.length) piece.text = piece.run.char.repeat(piece.run.count);
  }
}

function findOpener(pieces: readonly InlinePiece[], open: readonly number[], closer: DelimiterRun, bottom: number): number {
  for (let height = open.length - 1; height >= bottom; height -= 1) {
    const opener = pieces[open[height] ?? -1]?.run;
    if (opener === undefined || opener.char !== closer.char) continue;
    const ofThree = (opener.canClose || closer.canOpen) && (opener.length + closer.length) % 3 === 0 && (opener.length % 3 !== 0 || closer.length % 3 !== 0);
    if (!ofThree || opener.char === '~' || opener.char === '=') return height;
  }
  return -1;
}
