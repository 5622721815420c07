/** The markdown reader: Obsidian, Wiki.js, MkDocs, Hexo and plain CommonMark with tables, as they are found in the field. */
import type { Diagnostic } from '../diagnostic';
import type { Document, Footnote, ReaderHost } from '../document';
import { readFrontMatter } from '../front-matter';
import { markLineEnds } from '../plain-lines';
import { dropComments } from './comments';
import { footnoteOf, referenceOf } from './line-starts';
import { readBlocks } from './read-blocks';
import { foldLabel } from './reading';
import type { Reading } from './reading';
import { splitLines } from './source-lines';
import type { SourceLine } from './source-lines';

/**
 * Reads a text. Never throws and drops nothing in silence: what no reader can name is kept as text, what is left out
 * (comments) is reported. Lines count from 1 in the text as given.
 * In a file called .txt lines end where they end, as in any plain text.
 */
export function readMarkdown(text: string, fileName: string, host: ReaderHost): Document {
  const head = readFrontMatter(text);
  const diagnostics: Diagnostic[] = [...head.diagnostics];
  const body = head.bodyStart === 0 ? text : text.slice(head.bodyStart);
  let lines: readonly SourceLine[] = splitLines(body, head.bodyLine);
  if (body.includes('<!--') || body.includes('%%')) lines = dropComments(lines, diagnostics);
  if (/\.txt$/i.test(fileName)) lines = markLineEnds(lines);
  const footnotes: Footnote[] = [];
  const names = body.includes(']:') ? collectNames(lines) : { references: new Map<string, string>(), footnoteIds: new Set<string>() };
  const reading: Reading = { ...names, host, footnotes, diagnostics, unclosedFences: new WeakMap(), tagEnds: new WeakMap(), elementEnds: new WeakMap(), readInner: readBlocks };
  const blocks = readBlocks(lines, reading, 0);
  diagnostics.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
  return { format: 'markdown', fileName, frontMatter: head.frontMatter, blocks, footnotes, diagnostics };
}

/** References and footnotes may be used before they are defined, and in other containers. */
function collectNames(lines: readonly SourceLine[]): Pick<Reading, 'references' | 'footnoteIds'> {
  const references = new Map<string, string>();
  const footnoteIds = new Set<string>();
  for (const line of lines) {
    if (!line.text.includes(']:')) continue;
    const text = line.text.replace(/^[\s>]*/, '');
    const footnote = footnoteOf(text);
    const reference = footnote === null ? referenceOf(text) : null;
    if (footnote !== null) footnoteIds.add(footnote.id);
    // The first of several definitions counts (CommonMark 4.7).
    else if (reference !== null && !references.has(foldLabel(reference.label))) references.set(foldLabel(reference.label), reference.target);
  }
  return { references, footnoteIds };
}
