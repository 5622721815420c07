/** Blocks that hold no others: headings, rules, code, footnotes, link references, paragraphs. */
import { diagnostic } from '../diagnostic';
import type { Paragraph } from '../document';
import { trimText } from '../join-text';
import { attributesOf, closesFence, fenceOf, footnoteOf, headingOf, interruptsParagraph, isBlockId, isRule, referenceOf } from './line-starts';
import type { Fence } from './line-starts';
import { readInline } from './read-inline';
import { MAX_DEPTH } from './reading';
import type { BlockReader, ReadBlock, Reading } from './reading';
import { indentOf, isBlank, skipBlankLines, stripIndent } from './source-lines';
import type { SourceLine } from './source-lines';
import { startsTable } from './table';

const NO_BLOCK: readonly never[] = [];

/** Passes over blank lines. */
export const readBlankLines: BlockReader = (lines, at) => {
  const next = skipBlankLines(lines, at);
  return next === at ? null : { blocks: NO_BLOCK, next };
};

/** `{.is-info}`, `{: #id }` at the end of a heading are for the renderer. */
const HEADING_ATTRIBUTES = /^\{(?::|[.#][\w-])/;

/** Reads a line of `#` to a heading; attributes in braces behind it (`{#id}`, as MkDocs has them) are no words of it. */
export const readHeading: BlockReader = (lines, at, reading) => {
  const line = lines[at];
  const heading = line === undefined ? null : headingOf(line.text);
  if (line === undefined || heading === null) return null;
  const brace = heading.text.endsWith('}') ? heading.text.lastIndexOf('{') : -1;
  const isAttributes = brace !== -1 && HEADING_ATTRIBUTES.test(heading.text.slice(brace));
  const bare = isAttributes ? heading.text.slice(0, brace) : heading.text;
  const inline = readInline(bare, reading);
  const alts = inline.images.map((image) => image.alt);
  const text = trimText([inline.text, ...alts].join(' '));
  return { blocks: [{ kind: 'heading', level: heading.level, text, links: inline.links, line: line.line }], next: at + 1 };
};

/** Passes over a thematic break: it says nothing. */
export const readRule: BlockReader = (lines, at) => (isRule(lines[at]?.text ?? '') ? { blocks: NO_BLOCK, next: at + 1 } : null);

/** Reads a fence to code. Without an end it goes as far as the next blank line, with the diagnostic `fence-unclosed`. */
export const readFencedCode: BlockReader = (lines, at, reading) => {
  const line = lines[at];
  const fence = line === undefined ? null : fenceOf(line.text);
  if (line === undefined || fence === null) return null;
  let end = endOfFence(lines, at, fence, reading);
  let next = end + 1;
  if (end === -1) {
    // CommonMark would read the rest of the file as code, tables and all.
    reading.diagnostics.push(diagnostic('fence-unclosed', { line: line.line }));
    for (end = at + 1; end < lines.length && !isBlank(lines[end]?.text ?? ''); ) end += 1;
    next = end;
  }
  const indent = indentOf(line.text);
  const text = lines.slice(at + 1, end).map((inner) => stripIndent(inner.text, indent)).join('\n');
  return { blocks: [{ kind: 'code', language: fence.language, text, line: line.line }], next };
};

/** Place of the line that closes the fence at `at`, or -1. */
function endOfFence(lines: readonly SourceLine[], at: number, fence: Fence, reading: Reading): number {
  const unclosed = reading.unclosedFences.get(lines) ?? new Map<string, number>();
  if (fence.length >= (unclosed.get(fence.mark) ?? Number.POSITIVE_INFINITY)) return -1;
  for (let end = at + 1; end < lines.length; end += 1) if (closesFence(lines[end]?.text ?? '', fence)) return end;
  reading.unclosedFences.set(lines, unclosed.set(fence.mark, fence.length));
  return -1;
}

const CHINESE = /[\u3400-\u9FFF]/;

/** Four blanks make code in markdown. In a notice Chinese text set in so is a paragraph or a table, and is read as such. */
export const readIndented: BlockReader = (lines, at, reading, depth) => {
  if (indentOf(lines[at]?.text ?? '') < 4) return null;
  let next = at;
  for (let look = at; look < lines.length; look += 1) {
    const text = lines[look]?.text ?? '';
    if (isBlank(text)) continue;
    if (indentOf(text) < 4) break;
    next = look + 1;
  }
  const inner = lines.slice(at, next).map((line) => ({ text: stripIndent(line.text, 4), line: line.line }));
  if (depth < MAX_DEPTH && inner.some((line) => CHINESE.test(line.text))) return { blocks: reading.readInner(inner, reading, depth + 1), next };
  return { blocks: [{ kind: 'code', language: '', text: inner.map((line) => line.text).join('\n'), line: lines[at]?.line ?? 1 }], next };
};

/** `[^id]: …` with its indented lines; goes to the footnotes of the document. */
export const readFootnote: BlockReader = (lines, at, reading) => {
  const line = lines[at];
  const note = line === undefined ? null : footnoteOf(line.text);
  if (line === undefined || note === null) return null;
  const texts = [note.text];
  let next = at + 1;
  for (let look = next; look < lines.length; look += 1) {
    const text = lines[look]?.text ?? '';
    const blankBefore = isBlank(lines[look - 1]?.text ?? '');
    if (isBlank(text)) continue;
    if (indentOf(text) < 4 && (blankBefore || interruptsParagraph(text) || startsTable(lines, look))) break;
    // A paragraph break inside the note is a line break in its text.
    texts.push(blankBefore ? `<br>${text.trim()}` : text.trim());
    next = look + 1;
  }
  const inline = readInline(texts.join('\n'), reading);
  reading.footnotes.push({ id: note.id, text: inline.text, links: inline.links, line: line.line });
  return { blocks: NO_BLOCK, next };
};

/** `[label]: target`, known from the first pass over the text. */
export const readReference: BlockReader = (lines, at) => (referenceOf(lines[at]?.text ?? '') === null ? null : { blocks: NO_BLOCK, next: at + 1 });

/** Chinese paragraphs begin two ideographic spaces in; pages copied into a file keep them and lose the blank lines between. */
const INDENTED_BY_HAND = /^[ \t\u00A0]*\u3000/;

/** Reads what no other reader knows: a paragraph, or a heading where `===` or `---` stands under it. */
export const readParagraph: BlockReader = (lines, at, reading) => {
  const first = lines[at];
  if (first === undefined) return null;
  let next = at + 1;
  let underline = 0;
  while (next < lines.length) {
    const text = lines[next]?.text ?? '';
    underline = underlineOf(text);
    if (isBlank(text) || INDENTED_BY_HAND.test(text) || underline > 0 || interruptsParagraph(text) || startsTable(lines, next)) break;
    underline = 0;
    next += 1;
  }
  return paragraphOf(lines.slice(at, next), underline, next, reading);
};

function paragraphOf(lines: readonly SourceLine[], underline: number, next: number, reading: Reading): ReadBlock {
  const line = lines[0]?.line ?? 1;
  const texts = lines.map((each) => each.text.trimStart());
  let attributes = '';
  while (texts.length > 0) {
    const last = texts[texts.length - 1] ?? '';
    const found = attributesOf(last);
    if (found === null && !isBlockId(last)) break;
    attributes = found ?? attributes;
    texts.pop();
  }
  if (texts.length === 0) return { blocks: attributes === '' ? NO_BLOCK : [{ kind: 'paragraph', text: '', links: [], images: [], attributes, line }], next };
  const trailing = TRAILING_ATTRIBUTES.exec(texts[texts.length - 1] ?? '');
  if (trailing?.[1] !== undefined) {
    attributes = trailing[1].trim();
    texts[texts.length - 1] = (texts[texts.length - 1] ?? '').slice(0, trailing.index);
  }
  const apart = standApart(texts);
  const inline = readInline(texts.map((text, i) => (apart && i + 1 < texts.length ? `${text}  ` : keepLineEnd(text, texts[i + 1] ?? ''))).join('\n'), reading);
  if (underline > 0) return { blocks: [{ kind: 'heading', level: underline, text: inline.text, links: inline.links, line }], next: next + 1 };
  const paragraph: Paragraph = { kind: 'paragraph', text: inline.text, links: inline.links, images: inline.images, attributes, line };
  return { blocks: [paragraph], next };
}

/** Official documents set 28 characters a line: a line well under it was not wrapped but ended, as a signature over its date is. */
const SHORT_LINE = 20;
const ENDS_IN_A_WORD = /[\u3400-\u9FFF0-9A-Za-z）)》]$/;

const WRAP_WIDTH = 30;

/**
 * Whether short lines were never wrapped: wrapped text has lines of about one length, up to its last. A table pasted one cell a line,
 * or a title over its agency and its day, has not.
 */
function standApart(texts: readonly string[]): boolean {
  if (texts.length < 3 || !texts.some((text) => CHINESE.test(text))) return false;
  const lengths = texts.map((text) => text.trim().length);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  if (longest <= WRAP_WIDTH) return texts.slice(0, -1).some((text) => text.trim().length < longest * 0.6 && ENDS_IN_A_WORD.test(text.trim()));
  const median = [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  return texts.length >= 6 && longest <= 3 * WRAP_WIDTH && median <= WRAP_WIDTH / 2;
}

/** The next line counts on (2、…), or both lines are rows of cells with tabs between: what was pasted line by line. */
const BEGINS_ITEM = /^(?:[0-9]{1,4}\s*[、．]|[0-9]{1,2}\.(?=[^0-9\s])|[（(](?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳])/;

/** Marks the end of a line as a hard break: of a short Chinese line where no punctuation leads on to the next, and of one item or row before another. */
function keepLineEnd(text: string, next: string): string {
  if (next === '') return text;
  const isShort = text.length <= SHORT_LINE && CHINESE.test(text) && ENDS_IN_A_WORD.test(text);
  return isShort || (text.includes('\t') && next.trim() !== '') || BEGINS_ITEM.test(next) ? `${text}  ` : text;
}

const TRAILING_ATTRIBUTES = /\{:([^{}]*)\}\s*$/;

/** Level of the heading that `===` or `---` makes of the paragraph above; 0 where the line is neither. */
function underlineOf(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '' || indentOf(text) > 3) return 0;
  if (/^=+$/.test(trimmed)) return 1;
  return /^-+$/.test(trimmed) ? 2 : 0;
}
