/**
 * Inline markdown to plain text with its links and images. One pass from left to right as in CommonMark's appendix;
 * every look ahead is bounded, so the time follows the length of the text.
 */
import type { Image, Link } from '../document';
import { softBreakBetween, trimText } from '../join-text';
import { tidyText } from '../tidy-lines';
import { delimiterRun, pairDelimiters } from './emphasis';
import type { InlinePiece } from './emphasis';
import { entityAt } from './entities';
import { attributeOf, breaksLine, endOfRawElement, inlineTagAt } from './inline-html';
import { autolinkAt, bareAddressAt, inlineAddressAt, wikiLinkAt } from './inline-links';
import { foldLabel } from './reading';

/** The words of a paragraph or a cell. */
export interface InlineText {
  /** Ends trimmed; hard breaks and `<br>` are `\n`. */
  readonly text: string;
  readonly links: readonly Link[];
  readonly images: readonly Image[];
}

/** What the rest of the document tells about a text: where references lead, which footnotes exist. */
export interface InlineNames {
  readonly references: ReadonlyMap<string, string>;
  readonly footnoteIds: ReadonlySet<string>;
}

interface Opener {
  readonly piece: number;
  readonly image: boolean;
  /** Place in the source after the bracket. */
  readonly from: number;
}

interface Scan {
  readonly source: string;
  readonly names: InlineNames;
  readonly pieces: InlinePiece[];
  readonly links: Link[];
  readonly images: Image[];
  readonly openers: Opener[];
  readonly anchors: { readonly piece: number; readonly target: string }[];
  /** Openers below this height cannot make a link: a link holds no links. */
  linksFrom: number;
  /** Lengths of backtick runs known to have no partner further on. */
  readonly lonelyBackticks: Set<number>;
}

const MARKS = /[\\`*_[\]<&~\n]|==|https?:\/\//i;
const NEXT_MARK = /[\\`*_[\]<&~=!\nhH]/g;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const NOTHING: readonly never[] = [];

/** Reads one paragraph, heading or cell. Lines of a paragraph are parted by `\n`. Images leave nothing in the text. */
export function readInline(source: string, names: InlineNames): InlineText {
  if (!MARKS.test(source)) return { text: trimText(source), links: NOTHING, images: NOTHING };
  const scan: Scan = { source, names, pieces: [], links: [], images: [], openers: [], anchors: [], linksFrom: 0, lonelyBackticks: new Set() };
  let at = 0;
  while (at < source.length) {
    NEXT_MARK.lastIndex = at;
    const mark = NEXT_MARK.exec(source)?.index ?? source.length;
    if (mark > at) scan.pieces.push({ text: source.slice(at, mark) });
    if (mark === source.length) break;
    at = readMark(scan, mark);
  }
  pairDelimiters(scan.pieces, 0);
  return { text: tidyText(joinPieces(scan.pieces, 0)), links: scan.links, images: scan.images };
}

/** Reads what begins with the mark at `at` and gives the place after it. */
function readMark(scan: Scan, at: number): number {
  const { source } = scan;
  const char = source[at] ?? '';
  switch (char) {
    case '\\':
      return readEscape(scan, at);
    case '`':
      return readCodeSpan(scan, at);
    case '*':
    case '_':
    case '~':
    case '=':
      return readRun(scan, at, char);
    case '!':
      if (source[at + 1] !== '[') return pushText(scan, '!', at + 1);
      return source[at + 2] === '[' ? readEmbed(scan, at) : openBracket(scan, at, 2);
    case '[':
      return readBracket(scan, at);
    case ']':
      return closeBracket(scan, at);
    case '<':
      return readAngle(scan, at);
    case '&': {
      const entity = entityAt(source, at);
      return entity === null ? pushText(scan, '&', at + 1) : pushText(scan, entity.char, at + entity.length);
    }
    case '\n':
      return readLineEnd(scan, at);
    default: {
      const address = bareAddressAt(source, at);
      if (address === null) return pushText(scan, char, at + 1);
      scan.links.push({ text: address.target, target: address.target });
      return pushText(scan, address.target, address.end);
    }
  }
}

function readEscape(scan: Scan, at: number): number {
  const next = scan.source[at + 1] ?? '';
  if (next === '\n') return pushText(scan, '\n', skipBlanks(scan.source, at + 2));
  return ESCAPABLE.test(next) ? pushText(scan, next, at + 2) : pushText(scan, '\\', at + 1);
}

function readCodeSpan(scan: Scan, at: number): number {
  const { source } = scan;
  const length = runLength(source, at, '`');
  const from = at + length;
  if (!scan.lonelyBackticks.has(length)) {
    for (let close = source.indexOf('`', from); close !== -1; ) {
      const found = runLength(source, close, '`');
      if (found === length) {
        const inside = source.slice(from, close).replace(/\n/g, ' ');
        const padded = inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '';
        return pushText(scan, padded ? inside.slice(1, -1) : inside, close + length);
      }
      close = source.indexOf('`', close + found);
    }
    scan.lonelyBackticks.add(length);
  }
  return pushText(scan, '`'.repeat(length), from);
}

function readRun(scan: Scan, at: number, char: string): number {
  const { source } = scan;
  const length = runLength(source, at, char);
  const text = source.slice(at, at + length);
  // A single `~` is a range (1~2月); `=` and `~` mark text only in pairs.
  if ((char === '~' || char === '=') && length !== 2) return pushText(scan, text, at + length);
  scan.pieces.push({ text, run: delimiterRun(char, length, source[at - 1] ?? '', source[at + length] ?? '') });
  return at + length;
}

function readEmbed(scan: Scan, at: number): number {
  const embed = wikiLinkAt(scan.source, at + 1);
  if (embed === null) return pushText(scan, '!', at + 1);
  scan.images.push({ alt: embed.shown, target: embed.target });
  return embed.end;
}

function readBracket(scan: Scan, at: number): number {
  const { source } = scan;
  if (source[at + 1] === '^') {
    const marker = /^\[\^([^\]\s]+)\]/.exec(source.slice(at, at + 256));
    if (marker?.[1] !== undefined && scan.names.footnoteIds.has(marker[1])) return at + marker[0].length;
  }
  const wiki = source[at + 1] === '[' ? wikiLinkAt(source, at) : null;
  if (wiki === null) return openBracket(scan, at, 1);
  scan.links.push({ text: wiki.shown, target: wiki.target });
  return pushText(scan, wiki.shown, wiki.end);
}

function openBracket(scan: Scan, at: number, length: 1 | 2): number {
  scan.openers.push({ piece: scan.pieces.length, image: length === 2, from: at + length });
  return pushText(scan, scan.source.slice(at, at + length), at + length);
}

function closeBracket(scan: Scan, at: number): number {
  const opener = scan.openers.pop();
  const height = scan.openers.length;
  if (opener === undefined) return pushText(scan, ']', at + 1);
  const mayLink = opener.image || height >= scan.linksFrom;
  scan.linksFrom = Math.min(scan.linksFrom, height);
  const address = mayLink ? addressAfter(scan, opener, at) : null;
  if (address === null) return pushText(scan, ']', at + 1);
  pairDelimiters(scan.pieces, opener.piece + 1);
  const shown = joinPieces(scan.pieces, opener.piece + 1);
  scan.pieces.length = opener.piece;
  if (opener.image) {
    scan.images.push({ alt: tidyText(shown), target: address.target });
    return address.end;
  }
  scan.links.push({ text: tidyText(shown), target: address.target });
  scan.linksFrom = height;
  return pushText(scan, shown, address.end);
}

/** `(target)`, `[label]`, `[]` or nothing after the closing bracket at `at`. */
function addressAfter(scan: Scan, opener: Opener, at: number): { readonly target: string; readonly end: number } | null {
  const { source } = scan;
  const inline = source[at + 1] === '(' ? inlineAddressAt(source, at + 1) : null;
  if (inline !== null || scan.names.references.size === 0) return inline;
  const label = source[at + 1] === '[' ? /^\[([^[\]]*)\]/.exec(source.slice(at + 1, at + 1001)) : null;
  const own = at - opener.from <= 1000 ? source.slice(opener.from, at) : '';
  const target = scan.names.references.get(foldLabel(label?.[1] ? label[1] : own));
  return target === undefined ? null : { target, end: at + 1 + (label?.[0].length ?? 0) };
}

function readAngle(scan: Scan, at: number): number {
  const { source } = scan;
  const autolink = autolinkAt(source, at);
  if (autolink !== null) {
    scan.links.push({ text: autolink.shown, target: autolink.target });
    return pushText(scan, autolink.shown, autolink.end);
  }
  const tag = inlineTagAt(source, at);
  if (tag === null) return pushText(scan, '<', at + 1);
  // Each `<br>` is a line break; the two ends of a paragraph and of its neighbour are one.
  if (breaksLine(tag)) return pushText(scan, tag.name !== 'br' && scan.pieces[scan.pieces.length - 1]?.text === '\n' ? '' : '\n', tag.end);
  if (tag.name === 'img' && !tag.closing) scan.images.push({ alt: attributeOf(tag.attributes, 'alt'), target: attributeOf(tag.attributes, 'src') });
  if (tag.name === 'iframe' && !tag.closing) scan.links.push({ text: '', target: attributeOf(tag.attributes, 'src') });
  if ((tag.name === 'script' || tag.name === 'style') && !tag.closing) return endOfRawElement(source, tag.end, tag.name);
  if (tag.name === 'a' && !tag.closing) scan.anchors.push({ piece: scan.pieces.length, target: attributeOf(tag.attributes, 'href') });
  const anchor = tag.name === 'a' && tag.closing ? scan.anchors.pop() : undefined;
  if (anchor !== undefined && anchor.target !== '' && anchor.piece <= scan.pieces.length) {
    scan.links.push({ text: tidyText(joinPieces(scan.pieces, anchor.piece)), target: anchor.target });
  }
  return tag.end;
}

function readLineEnd(scan: Scan, at: number): number {
  const { source, pieces } = scan;
  let start = at;
  while (start > 0 && source[start - 1] === ' ') start -= 1;
  const next = skipBlanks(source, at + 1);
  if (at - start >= 2) return pushText(scan, '\n', next);
  const last = pieces[pieces.length - 1];
  if (last !== undefined && start < at && last.text.endsWith(' ')) last.text = last.text.slice(0, -1);
  return pushText(scan, softBreakBetween(lastShown(pieces), firstShown(source, next)), next);
}

/** The last character that will be seen, marks of emphasis passed over. */
function lastShown(pieces: readonly InlinePiece[]): string {
  for (let at = pieces.length - 1; at >= 0 && at >= pieces.length - 8; at -= 1) {
    const piece = pieces[at];
    if (piece !== undefined && piece.run === undefined && piece.text !== '') return piece.text.charAt(piece.text.length - 1);
  }
  return '';
}

function firstShown(source: string, from: number): string {
  let at = from;
  while (at < from + 8 && /[*_[~=!`]/.test(source[at] ?? '')) at += 1;
  return source[at] ?? '';
}

function pushText(scan: Scan, text: string, next: number): number {
  if (text !== '') scan.pieces.push({ text });
  return next;
}

function joinPieces(pieces: readonly InlinePiece[], from: number): string {
  let text = '';
  for (let at = from; at < pieces.length; at += 1) text += pieces[at]?.text ?? '';
  return text;
}

function runLength(text: string, at: number, char: string): number {
  let end = at;
  while (text[end] === char) end += 1;
  return end - at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}
