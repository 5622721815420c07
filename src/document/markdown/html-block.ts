/** HTML inside markdown: handed to the host's parser in whole elements, with the line of each tag written into it first. */
import type { Block } from '../document';
import { readDomBlocks } from '../html/dom-blocks';
import { HTML_BLOCK, fenceOf, headingOf, isQuote, itemStartOf } from './line-starts';
import { readInline } from './read-inline';
import { MAX_DEPTH } from './reading';
import type { BlockReader, Reading, TagEnds } from './reading';
import { isBlank } from './source-lines';
import type { SourceLine } from './source-lines';
import { isDelimiterRow } from './table-rows';

/** Elements that only hold others: where markdown stands inside, they are looked through. */
const WRAPPERS = new Set(['article', 'center', 'details', 'div', 'figure', 'main', 'section', 'blockquote']);
const LINE_ATTRIBUTE = 'data-source-line';

/** A line that begins with the tag of a block element, up to the line that closes it, else up to a blank line. */
export const readHtml: BlockReader = (lines, at, reading, depth) => {
  const match = HTML_BLOCK.exec(lines[at]?.text ?? '');
  if (match?.[2] === undefined) return null;
  const name = match[2].toLowerCase();
  const end = match[1] === '/' ? undefined : elementEnds(lines, reading).get(at);
  let next = (end ?? at) + 1;
  if (end === undefined && match[1] !== '/') while (next < lines.length && !isBlank(lines[next]?.text ?? '')) next += 1;
  const chunk = lines.slice(at, next);
  const mayWrap = end !== undefined && WRAPPERS.has(name) && depth < MAX_DEPTH;
  const blocks = mayWrap && (name === 'details' || holdsMarkdown(chunk)) ? readWrapped(chunk, name, reading, depth) : parseChunk(chunk, reading);
  return { blocks, next };
};

/** Markdown inside an element begins after a blank line (CommonMark 4.6). */
function holdsMarkdown(chunk: readonly SourceLine[]): boolean {
  return chunk.some((line, at) => {
    if (at === 0 || !(isBlank(chunk[at - 1]?.text ?? '') || isDelimiterRow(line.text))) return false;
    return isDelimiterRow(line.text) || isDelimiterRow(chunk[at + 1]?.text ?? '') || headingOf(line.text) !== null || fenceOf(line.text) !== null || isQuote(line.text) || itemStartOf(line.text) !== null;
  });
}

/** Reads the inside of a wrapper as markdown again; its own two tags are taken away. */
function readWrapped(chunk: readonly SourceLine[], name: string, reading: Reading, depth: number): readonly Block[] {
  const first = chunk[0];
  if (first === undefined) return [];
  const inner = chunk.map((line) => ({ ...line }));
  const head = inner[0];
  const tail = inner[inner.length - 1];
  if (head === undefined || tail === undefined) return [];
  head.text = head.text.slice(Math.max(head.text.indexOf('>') + 1, 0));
  const close = tail.text.toLowerCase().lastIndexOf(`</${name}`);
  if (close !== -1) tail.text = tail.text.slice(0, close) + tail.text.slice(tail.text.indexOf('>', close) + 1 || tail.text.length);
  const title = name === 'details' ? takeSummary(inner, reading) : '';
  const blocks = reading.readInner(inner, reading, depth + 1);
  if (name === 'details') return [{ kind: 'container', form: 'details', type: '', title, blocks, line: first.line }];
  return name === 'blockquote' ? [{ kind: 'container', form: 'quote', type: '', title: '', blocks, line: first.line }] : blocks;
}

/** Takes `<summary>…</summary>` out of the lines and gives its text. */
function takeSummary(lines: { text: string }[], reading: Reading): string {
  const open = lines.findIndex((line) => /<summary[\s>]/i.test(line.text));
  const close = lines.findIndex((line) => /<\/summary>/i.test(line.text));
  if (open === -1 || close < open) return '';
  let title = '';
  for (let at = open; at <= close; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const start = at === open ? /<summary[^>]*>/i.exec(line.text) : null;
    const from = start === null ? 0 : start.index + start[0].length;
    const end = at === close ? line.text.toLowerCase().indexOf('</summary>', from) : line.text.length;
    title += `${line.text.slice(from, end === -1 ? line.text.length : end)}\n`;
    line.text = (start === null ? '' : line.text.slice(0, start.index)) + (at === close && end !== -1 ? line.text.slice(end + '</summary>'.length) : '');
  }
  return readInline(title.trim(), reading).text;
}

/** Tags of a frame around nothing, such as a `</div>` that is left over. */
const EMPTY_FRAME = /^\s*<\/?(?:article|body|center|div|html|main|p|section|span)(?:\s[^<>]*)?>\s*$/i;

function parseChunk(chunk: readonly SourceLine[], reading: Reading): readonly Block[] {
  if (chunk.length === 1 && EMPTY_FRAME.test(chunk[0]?.text ?? '')) return [];
  const firstLine = chunk[0]?.line ?? 1;
  // On a single line every element is on the first: nothing needs to be written in.
  const html = chunk.length === 1 ? (chunk[0]?.text ?? '') : chunk.map((line) => markTags(line)).join('\n');
  const root = reading.host.parseHtml(html);
  const body = root.querySelector('body') ?? root;
  const lineOf = (element: Element): number => {
    const line = Number(element.getAttribute(LINE_ATTRIBUTE));
    return Number.isInteger(line) && line >= firstLine ? line : firstLine;
  };
  const found = readDomBlocks(body, lineOf, reading.diagnostics);
  return found.map((block) => (block.line < firstLine ? { ...block, line: firstLine } : block));
}

/** Writes the number of the line into every tag that begins on it; without quotes, so that a tag inside an attribute does no harm. */
function markTags(line: SourceLine): string {
  return line.text.replace(/<([A-Za-z][A-Za-z0-9]*)(?=[\s>/]|$)/g, `<$1 ${LINE_ATTRIBUTE}=${line.line} `);
}

const TAGS = /<(\/?)([A-Za-z][A-Za-z0-9]*)(?=[\s>/]|$)/g;
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);

/** Pairs the tags of the lines in one pass; kept are the pairs whose opening tag is the first on its line. */
function elementEnds(lines: readonly SourceLine[], reading: Reading): TagEnds {
  const known = reading.elementEnds.get(lines);
  if (known !== undefined) return known;
  const ends = new Map<number, number>();
  const open = new Map<string, { readonly at: number; readonly first: boolean }[]>();
  lines.forEach((line, at) => {
    if (!line.text.includes('<')) return;
    let first = true;
    for (const tag of line.text.matchAll(TAGS)) {
      const name = (tag[2] ?? '').toLowerCase();
      if (VOID.has(name)) {
        if (first) ends.set(at, at);
      } else if (tag[1] === '/') {
        const start = open.get(name)?.pop();
        if (start?.first === true) ends.set(start.at, at);
      } else {
        const places = open.get(name);
        if (places === undefined) open.set(name, [{ at, first }]);
        else places.push({ at, first });
      }
      first = false;
    }
  });
  reading.elementEnds.set(lines, ends);
  return ends;
}
