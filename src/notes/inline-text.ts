/** Reading a line of markdown as a person sees it: links apart from text, escapes and character references undone. */
import { decodeSafely } from '../document/web-address';

/** A piece of a line: words as they are shown, or a link. */
export type Inline = { readonly kind: 'text'; readonly text: string } | InlineLink;

/** A link, written as `[[…]]` or `[words](target)`. */
export interface InlineLink {
  readonly kind: 'link';
  /** Text shown. */
  readonly text: string;
  /** Where it leads: percent signs decoded, `.md` as it stands, `#…` included. */
  readonly target: string;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', num: '#', vert: '|' };
/** A wikilink at the beginning of a text: where it leads, and its alias. */
export const WIKILINK = /^\[\[([^[\]|\\]+(?:\\(?!\|)[^[\]|\\]*)*)(?:\\?\|([^\]]*(?:\](?!\])[^\]]*)*))?\]\]/;
const MARKDOWN_LINK = /^\[((?:[^[\]\\]|\\[\s\S])*)\]\(\s*(?:<([^<>]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))(?:\s+"[^"]*")?\s*\)/;

/** The parts of a line of markdown in order. `<br>` is `\n`; embeds and images stay text as they are written. */
export function readInline(markdown: string): readonly Inline[] {
  const parts: Inline[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  let i = 0;
  while (i < markdown.length) {
    const c = markdown.charAt(i);
    const rest = c === '\\' || c === '&' || c === '<' || c === '[' || c === '!' ? markdown.slice(i, i + 4096) : '';
    const embed = c === '!' && rest.startsWith('![');
    const link = c === '[' || embed ? readLink(embed ? rest.slice(1) : rest) : null;
    if (link !== null && !embed) {
      flush();
      parts.push(link.link);
      i += link.length;
      continue;
    }
    if (link !== null) {
      // What an embed would show is not text of this line: it stays as it is written.
      text += rest.slice(0, link.length + 1);
      i += link.length + 1;
      continue;
    }
    const piece = readCharacter(c, rest);
    text += piece.text;
    i += piece.length;
  }
  flush();
  return parts;
}

/** The text of a line of markdown as shown, link targets left out. */
export function displayText(markdown: string): string {
  return readInline(markdown)
    .map((part) => part.text)
    .join('');
}

function readLink(rest: string): { link: InlineLink; length: number } | null {
  const wiki = WIKILINK.exec(rest);
  if (wiki !== null) {
    const target = (wiki[1] ?? '').trim();
    return { link: { kind: 'link', target, text: wiki[2] ?? target }, length: wiki[0].length };
  }
  const markdown = MARKDOWN_LINK.exec(rest);
  if (markdown === null) return null;
  const target = decodeSafely(markdown[2] ?? unescapeText(markdown[3] ?? ''));
  return { link: { kind: 'link', target, text: unescapeText(markdown[1] ?? '') }, length: markdown[0].length };
}

function readCharacter(c: string, rest: string): { text: string; length: number } {
  if (c === '\\' && /^\\[!-/:-@[-`{-~]/.test(rest)) return { text: rest.charAt(1), length: 2 };
  if (c === '&') {
    const entity = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/i.exec(rest);
    if (entity !== null) {
      const code = entity[1] !== undefined ? Number(entity[1]) : entity[2] !== undefined ? parseInt(entity[2], 16) : null;
      const text = code === null ? NAMED[entity[3] ?? ''] : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
      if (text !== undefined) return { text, length: entity[0].length };
    }
  }
  if (c === '<') {
    const lineBreak = /^<br\s*\/?>/i.exec(rest);
    if (lineBreak !== null) return { text: '\n', length: lineBreak[0].length };
  }
  return { text: c, length: 1 };
}

function unescapeText(markdown: string): string {
  let text = '';
  for (let i = 0; i < markdown.length; ) {
    const piece = readCharacter(markdown.charAt(i), markdown.slice(i, i + 64));
    text += piece.text;
    i += piece.length;
  }
  return text;
}
