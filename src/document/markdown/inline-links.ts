/** The address parts of links: `(target "title")`, `[[note|alias]]`, `<https://…>` and bare addresses. Each gives what it read and where it ends. */
import { entityAt } from './entities';

/** An address, and where the reading of it ended. */
export interface Address {
  readonly target: string;
  /** Place after the last character read. */
  readonly end: number;
}

/** Longest target or title that is looked for, in characters; bounds the search in text that only looks like a link. */
const MAX_ADDRESS = 2048;
/** Brackets nested deeper than this make no address (CommonMark 6.3 lets a reader set the limit). */
const MAX_BRACKETS = 32;
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/** Reads `(target "title")` whose `(` stands at `at`. Blanks in a target need `<…>`; brackets in it must balance. */
export function inlineAddressAt(text: string, at: number): Address | null {
  const limit = Math.min(text.length, at + MAX_ADDRESS);
  let next = skipSpace(text, at + 1, limit);
  let target: string;
  if (text[next] === '<') {
    const inside = /^<([^<>\n]*)>/.exec(text.slice(next, limit));
    if (inside?.[1] === undefined) return null;
    target = inside[1];
    next += inside[0].length;
  } else {
    const start = next;
    let depth = 0;
    for (; next < limit; next += 1) {
      const char = text[next] ?? '';
      if (char === '\\' && ESCAPABLE.test(text[next + 1] ?? '')) next += 1;
      else if (char === ' ' || char === '\n' || char === '\t') break;
      else if (char === '(' && (depth += 1) > MAX_BRACKETS) return null;
      else if (char === ')' && (depth -= 1) < 0) break;
    }
    target = text.slice(start, next);
  }
  next = skipSpace(text, next, limit);
  const quote = text[next];
  if (quote === '"' || quote === "'" || quote === '(') {
    const close = closingQuote(text, next + 1, quote === '(' ? ')' : quote, limit);
    if (close === -1) return null;
    next = skipSpace(text, close + 1, limit);
  }
  return text[next] === ')' ? { target: unescapeText(target), end: next + 1 } : null;
}

/** Reads `[[target|alias]]` whose first `[` stands at `at`; the alias is what is shown, else the target. */
export function wikiLinkAt(text: string, at: number): (Address & { readonly shown: string }) | null {
  const ahead = text.slice(at + 2, at + 2 + MAX_ADDRESS);
  const length = ahead.indexOf(']]');
  if (length === -1) return null;
  const inside = ahead.slice(0, length);
  if (inside.trim() === '' || inside.includes('\n') || inside.includes('[[')) return null;
  const bar = inside.search(/\\?\|/);
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const shown = bar === -1 ? inside : inside.slice(inside.indexOf('|', bar) + 1);
  return { target: target.trim(), shown: shown.trim() || target.trim(), end: at + 2 + length + 2 };
}

const AUTOLINK = /^<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)|(?:[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}))>/;

/** Reads `<https://…>` or `<name@host>` whose `<` stands at `at`. */
export function autolinkAt(text: string, at: number): (Address & { readonly shown: string }) | null {
  const match = AUTOLINK.exec(text.slice(at, at + MAX_ADDRESS));
  if (match?.[1] === undefined) return null;
  const shown = match[1];
  const isMail = !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(shown);
  return { target: isMail ? `mailto:${shown}` : shown, shown, end: at + match[0].length };
}

// Written without separators, Chinese text runs on right after an address: it ends there.
const BARE_ADDRESS = /^https?:\/\/[^\s<>`"\\\u2018-\u201F\u2E80-\uFFEF]+/i;

/** Reads an address that stands in the text as it is; closing marks of the sentence around it are left out. */
export function bareAddressAt(text: string, at: number): Address | null {
  const match = BARE_ADDRESS.exec(text.slice(at, at + MAX_ADDRESS));
  if (match === null) return null;
  const found = match[0];
  let end = found.length;
  let unopened = count(found, ')') - count(found, '(');
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!/[.,;:!?'"*_~|\]]/.test(last)) break;
  }
  return end > 'https://'.length ? { target: found.slice(0, end), end: at + end } : null;
}

/** Takes backslash escapes and character references out of an address. */
function unescapeText(text: string): string {
  if (!text.includes('\\') && !text.includes('&')) return text;
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    const entity = char === '&' ? entityAt(text, at) : null;
    if (entity !== null) {
      out += entity.char;
      at += entity.length - 1;
    } else if (char === '\\' && ESCAPABLE.test(text[at + 1] ?? '')) {
      at += 1;
      out += text[at] ?? '';
    } else out += char;
  }
  return out;
}

function skipSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (text[at] === ' ' || text[at] === '\n' || text[at] === '\t')) at += 1;
  return at;
}

function closingQuote(text: string, from: number, quote: string, limit: number): number {
  for (let at = from; at < limit; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  }
  return -1;
}

function count(text: string, char: string): number {
  let found = 0;
  for (const each of text) if (each === char) found += 1;
  return found;
}
