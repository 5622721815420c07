/**
 * A stretch of markdown as it is shown, with the place of every character in the source. What is no text of the author's (code, tags,
 * addresses, math, comments) is one `BARRIER`; the words of a link are shown and marked, so that what stands around them reads the
 * same whether or not they are a link.
 */
import { BARRIER } from '../apps/name-context';
import { readLink } from './link-spans';

/** A stretch that is shown as it stands in the source. Offsets and lengths in UTF-16 units. */
export interface Run {
  /** Offset in the shown text. */
  readonly shown: number;
  /** Offset in the source. */
  readonly source: number;
  readonly length: number;
  readonly isLink: boolean;
}

/** A stretch of markdown as a reader sees it. */
export interface ShownText {
  readonly text: string;
  /** The runs of text in order; a barrier is in none. */
  readonly runs: readonly Run[];
  /** Targets of the links, percent signs decoded. */
  readonly targets: readonly string[];
}

/** What a line leaves open for the next: the text that ends it, and whether a blank line does too. */
export interface OpenSpan {
  readonly close: string;
  readonly endsAtBlank: boolean;
}

/** Elements whose content is no running text of a note. */
const CLOSED_ELEMENTS = /^<(a|code|pre|script|style|textarea|iframe|kbd|samp|button|svg|math|video|audio|select|title)(?=[\s>])/i;
const SPECIAL = /[\\`<%$![*~={^#:]/g;
const TAG = /^#[^\s#!-,.:-@[-^`{-~，。；：！？、（）“”‘’《》【】]+/;
/** Links and tags that are longer are text. */
const LONGEST_SPAN = 2048;
const URL_END = /[\s<>"，。；：！？、（）“”‘’《》【】]/;

/**
 * Reads `source.slice(from, to)`, which holds no line end.
 * @param open what an earlier line left open
 * @param labels labels of the link definitions of the note, in lower case
 */
export function readShownText(source: string, from: number, to: number, open: OpenSpan | null, labels: ReadonlySet<string>): { shown: ShownText; open: OpenSpan | null } {
  let text = '';
  const runs: { shown: number; source: number; length: number; isLink: boolean }[] = [];
  const targets: string[] = [];
  const add = (start: number, end: number, isLink: boolean): void => {
    if (end <= start) return;
    const last = runs[runs.length - 1];
    // A colon or a lone bracket is text like the rest: names that hold one stay in one run.
    if (last !== undefined && !isLink && !last.isLink && last.source + last.length === start && last.shown + last.length === text.length) last.length += end - start;
    else runs.push({ shown: text.length, source: start, length: end - start, isLink });
    text += source.slice(start, end);
  };
  const bar = (): void => {
    if (!text.endsWith(BARRIER)) text += BARRIER;
  };
  // Searched apart from the rest of the note, which may hold none of these characters for a long way.
  const line = source.slice(from, to);
  let at = from;
  let left = open;
  if (open !== null) {
    const close = line.indexOf(open.close);
    bar();
    if (close === -1) return { shown: { text, runs, targets }, open };
    at = from + close + open.close.length;
    left = null;
  }
  /** Passes over a span up to `close`, which a later line may hold. */
  const pass = (start: number, skip: number, close: string, endsAtBlank: boolean): number => {
    bar();
    const end = line.indexOf(close, start - from + skip);
    if (end !== -1) return from + end + close.length;
    left = { close, endsAtBlank };
    return to;
  };
  while (at < to) {
    SPECIAL.lastIndex = at - from;
    const next = SPECIAL.exec(line)?.index;
    add(at, next === undefined ? to : from + next, false);
    if (next === undefined) break;
    at = from + next;
    const character = source.charAt(at);
    const rest = source.slice(at, Math.min(to, at + LONGEST_SPAN));
    const before = at === from ? '' : source.charAt(at - 1);
    switch (character) {
      case '\\':
        add(at + 1, Math.min(at + 2, to), false);
        at += 2;
        continue;
      case '`': {
        const ticks = /^`+/.exec(rest)?.[0] ?? '`';
        at = pass(at, ticks.length, ticks, true);
        continue;
      }
      case '<': {
        if (rest.startsWith('<!--')) at = pass(at, 4, '-->', false);
        else if (rest.startsWith('<%')) at = pass(at, 2, '%>', false);
        else {
          const element = CLOSED_ELEMENTS.exec(rest)?.[1];
          const tag = /^<[a-z/!?][^<>]*>/i.exec(rest)?.[0];
          if (element !== undefined && !/\/>$/.test(tag ?? '')) at = pass(at, element.length, `</${element}>`, true);
          else if (tag !== undefined) {
            bar();
            at += tag.length;
          } else {
            add(at, at + 1, false);
            at += 1;
          }
        }
        continue;
      }
      case '%':
        if (rest.startsWith('%%')) at = pass(at, 2, '%%', false);
        else {
          add(at, at + 1, false);
          at += 1;
        }
        continue;
      case '$': {
        const math = /^\$(?=\S)(?:[^$\n]*[^$\s])?\$(?!\d)/.exec(rest)?.[0];
        if (rest.startsWith('$$')) at = pass(at, 2, '$$', false);
        else if (math !== undefined && math.length > 2) {
          bar();
          at += math.length;
        } else {
          add(at, at + 1, false);
          at += 1;
        }
        continue;
      }
      case '{': {
        const template = /^(?:\{\{[^}]*\}\}|\{%[^%]*%\}|\{:[^}]*\})/.exec(rest)?.[0];
        if (template === undefined) add(at, at + 1, false);
        else bar();
        at += template?.length ?? 1;
        continue;
      }
      case '!':
      case '[': {
        const shift = character === '!' ? 1 : 0;
        const link = rest.charAt(shift) === '[' && rest.includes(']') ? readLink(rest.slice(shift), labels) : null;
        if (link === null) {
          add(at, at + 1, false);
          at += 1;
          continue;
        }
        if (link.words === null || shift === 1) bar();
        else add(at + link.words.from, at + link.words.to, true);
        if (shift === 0 && link.target !== null) targets.push(link.target);
        at += shift + link.length;
        continue;
      }
      case '*':
        at += /^\*+/.exec(rest)?.[0].length ?? 1;
        continue;
      case '~':
      case '=':
        if (rest.startsWith(character + character)) at += 2;
        else {
          add(at, at + 1, false);
          at += 1;
        }
        continue;
      case '^': {
        const block = /^\^[A-Za-z0-9-]+\s*$/.exec(rest)?.[0];
        if (block !== undefined) bar();
        else add(at, at + 1, false);
        at += block?.length ?? 1;
        continue;
      }
      case '#': {
        const tag = before === '' || /\s/.test(before) ? TAG.exec(rest)?.[0] : undefined;
        if (tag !== undefined) bar();
        else add(at, at + 1, false);
        at += tag?.length ?? 1;
        continue;
      }
      default: {
        // A colon: an address has its scheme shown already, which no name can reach into: a barrier follows it.
        const length = rest.startsWith('://') ? rest.search(URL_END) : 1;
        if (rest.startsWith('://')) bar();
        else add(at, at + 1, false);
        at += length === -1 ? rest.length : Math.max(length, 1);
      }
    }
  }
  return { shown: { text, runs, targets }, open: left };
}
