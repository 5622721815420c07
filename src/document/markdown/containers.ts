/** Blocks that hold others by a mark before each line or by an indent: quotes, callouts, admonitions, tabs. */
import type { Block, Container } from '../document';
import { admonitionOf, fenceOf, headingOf, interruptsParagraph, isQuote, isRule, stripQuote } from './line-starts';
import { readInline } from './read-inline';
import { MAX_DEPTH } from './reading';
import type { BlockReader, Reading } from './reading';
import { indentOf, isBlank, skipBlankLines, stripIndent } from './source-lines';
import type { SourceLine } from './source-lines';
import { startsTable } from './table';

const CALLOUT = /^\[!([^\]|\n]{1,64})(?:\|[^\]]*)?\]([+-]?)(?:[ \t]+(.*))?$/;

/** `> …`: a callout of Obsidian where its first line says so, else a plain quote. */
export const readQuote: BlockReader = (lines, at, reading, depth) => {
  const first = lines[at];
  if (first === undefined || !isQuote(first.text) || depth >= MAX_DEPTH) return null;
  const { inner, next } = gatherQuote(lines, at);
  const callout = CALLOUT.exec((inner[0]?.text ?? '').trim());
  if (callout?.[1] === undefined) {
    return { blocks: [{ kind: 'container', form: 'quote', type: '', title: '', blocks: reading.readInner(inner, reading, depth + 1), line: first.line }], next };
  }
  const title = readInline(callout[3] ?? '', reading).text;
  const blocks = reading.readInner(inner.slice(1), reading, depth + 1);
  return { blocks: [{ kind: 'container', form: 'callout', type: callout[1].trim().toLowerCase(), title, blocks, line: first.line }], next };
};

/** The lines of a quote without their marks, those of a paragraph that goes on without one (lazily) included. */
function gatherQuote(lines: readonly SourceLine[], at: number): { readonly inner: SourceLine[]; readonly next: number } {
  const inner: SourceLine[] = [];
  let inFence = false;
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined) break;
    if (isQuote(line.text)) {
      const text = stripQuote(line.text);
      if (fenceOf(text) !== null) inFence = !inFence;
      inner.push({ text, line: line.line });
    } else {
      const last = inner[inner.length - 1]?.text ?? '';
      if (inFence || isBlank(line.text) || interruptsParagraph(line.text) || startsTable(lines, next) || !endsInParagraph(last)) break;
      inner.push({ text: line.text.trimStart(), line: line.line });
    }
  }
  return { inner, next };
}

/** Whether a paragraph may go on after this line; the inside of nested quotes counts. */
function endsInParagraph(text: string): boolean {
  let inside = text;
  for (let depth = 0; depth < MAX_DEPTH && isQuote(inside); depth += 1) inside = stripQuote(inside);
  if (isBlank(inside) || inside.trimStart().startsWith('|') || CALLOUT.test(inside.trim())) return false;
  return headingOf(inside) === null && !isRule(inside) && fenceOf(inside) === null;
}

/** MkDocs: `???`, `???+`, `!!!` and `=== "tab"` with a body set in by four columns (two or three where an editor has reset it). */
export const readAdmonition: BlockReader = (lines, at, reading, depth) => {
  const first = lines[at];
  const start = first === undefined ? null : admonitionOf(first.text);
  if (first === undefined || start === null || depth >= MAX_DEPTH) return null;
  const { inner, next } = gatherIndented(lines, at + 1, indentOf(first.text));
  const blocks = reading.readInner(inner, reading, depth + 1);
  return { blocks: [{ ...nameAdmonition(start.mark, start.rest, reading), kind: 'container', blocks, line: first.line }], next };
};

function gatherIndented(lines: readonly SourceLine[], from: number, outer: number): { readonly inner: SourceLine[]; readonly next: number } {
  const start = skipBlankLines(lines, from);
  const indent = Math.min(4, indentOf(lines[start]?.text ?? '') - outer);
  if (start >= lines.length || indent < 2) return { inner: [], next: from };
  const inner: SourceLine[] = [];
  let next = from;
  for (let look = start; look < lines.length; look += 1) {
    const line = lines[look];
    if (line === undefined) break;
    const blank = isBlank(line.text);
    if (!blank && indentOf(line.text) < outer + indent) break;
    inner.push({ text: stripIndent(line.text, outer + indent), line: line.line });
    if (!blank) next = look + 1;
  }
  return { inner: inner.slice(0, next - start), next };
}

function nameAdmonition(mark: string, rest: string, reading: Reading): Pick<Container, 'form' | 'type' | 'title'> {
  const quoted = /["“](.*)["”]\s*$/.exec(rest);
  if (mark.startsWith('===')) return { form: 'tab', type: '', title: readInline(quoted?.[1] ?? rest, reading).text };
  const words = (quoted === null ? rest : rest.slice(0, quoted.index)).trim();
  const type = /^[A-Za-z][\w-]*/.exec(words)?.[0] ?? '';
  // Words between the type and the title place the box (`inline end`); without quotes what follows the type is the title.
  const title = quoted?.[1] ?? words.slice(type.length).trim();
  return { form: 'admonition', type: type.toLowerCase(), title: readInline(title, reading).text };
}

/** A list whose attribute has a line of its own says how the block before it looks: `{: align=right }`. */
export function joinAttributes(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const isLoose = block.kind === 'paragraph' && block.attributes !== '' && block.text === '' && block.images.length === 0;
    const before = joined[joined.length - 1];
    if (!isLoose) joined.push(block);
    else if (before?.kind === 'paragraph' && before.attributes === '') joined[joined.length - 1] = { ...before, attributes: block.attributes };
    // Classes of Wiki.js below a table or a heading: `{.dense}`.
    else if (before === undefined || !/^(?:[.#][\w-]+\s*)+$/.test(block.attributes)) joined.push({ kind: 'unreadable', text: `{${block.attributes}}`, line: block.line });
  }
  return joined;
}
