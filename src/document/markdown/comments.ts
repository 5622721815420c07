/** Comments are taken out before anything else is read: what stands in them is not part of the notice, but is counted. */
import { diagnostic } from '../diagnostic';
import type { Diagnostic } from '../diagnostic';
import { closesFence, fenceOf } from './line-starts';
import type { Fence } from './line-starts';
import { isBlank } from './source-lines';
import type { SourceLine } from './source-lines';
import { isDelimiterRow } from './table-rows';

const PREFIX = /^[\s>]*/;
/** Marks for a renderer, and the plugin's own line of fingerprints: nothing that an author has taken out. */
const SILENT = /^\s*(?:more\b|toc\b|truncate\b|regulatory-notices\b|(?:end)?tab\b|prettier-ignore|markdownlint)/;

interface CommentForm {
  readonly open: string;
  readonly close: string;
}
const HTML_COMMENT: CommentForm = { open: '<!--', close: '-->' };
/** Obsidian's form; only where it begins a line, for `%%` also occurs in text. */
const OBSIDIAN_COMMENT: CommentForm = { open: '%%', close: '%%' };

/** The lines without `<!-- … -->` and `%% … %%`, each still with its number. A comment in code is code. */
export function dropComments(lines: readonly SourceLine[], diagnostics: Diagnostic[]): readonly SourceLine[] {
  const kept: SourceLine[] = [];
  const fences = findFencedLines(lines);
  // Once a comment has no end, no later one of its form has.
  const unclosed = new Set<CommentForm>();
  let carried: SourceLine | undefined;
  for (let at = 0; at < lines.length; ) {
    const line: SourceLine = carried ?? lines[at] ?? { text: '', line: 0 };
    const found: CutLine = fences.has(at) && carried === undefined ? { text: line.text, open: null } : cutComments(line, unclosed, diagnostics);
    carried = undefined;
    if (found.open === null) {
      kept.push(found.text === line.text ? line : { text: found.text, line: line.line });
      at += 1;
      continue;
    }
    const end: CommentEnd | null = findEnd(lines, at + 1, found.open);
    if (end === null) {
      diagnostics.push(diagnostic('comment-unclosed', { line: line.line }));
      unclosed.add(found.open);
      carried = { text: found.text + found.opening, line: line.line };
      continue;
    }
    reportComment([found.opening, ...lines.slice(at + 1, end.at + 1).map((each) => each.text)], line.line, diagnostics);
    kept.push({ text: found.text, line: line.line });
    const last: string = lines[end.at]?.text ?? '';
    const after: string = last.slice(end.after);
    const prefix: string = found.text.includes('>') ? (PREFIX.exec(last)?.[0] ?? '') : '';
    carried = { text: isBlank(after) ? prefix : prefix + after, line: lines[end.at]?.line ?? line.line };
    at = end.at;
  }
  return kept;
}

/** A line without the comments that end on it; `open` is the form of one that does not, `opening` its part of the line. */
type CutLine = { readonly text: string; readonly open: null } | { readonly text: string; readonly open: CommentForm; readonly opening: string };

interface CommentEnd {
  readonly at: number;
  readonly after: number;
}

function cutComments(line: SourceLine, unclosed: ReadonlySet<CommentForm>, diagnostics: Diagnostic[]): CutLine {
  const { text } = line;
  const start = PREFIX.exec(text)?.[0].length ?? 0;
  if (text.startsWith('%%', start) && !unclosed.has(OBSIDIAN_COMMENT)) {
    const close = text.indexOf('%%', start + 2);
    if (close === -1) return { text: text.slice(0, start), open: OBSIDIAN_COMMENT, opening: text.slice(start) };
    reportComment([text.slice(start, close)], line.line, diagnostics);
    return cutComments({ text: text.slice(0, start) + text.slice(close + 2).replace(/^%+/, ''), line: line.line }, unclosed, diagnostics);
  }
  let kept = '';
  let from = 0;
  let insideCode = false;
  let ticksSeen = 0;
  for (let open = text.indexOf('<!--'); open !== -1; ) {
    for (; ticksSeen < open; ticksSeen += 1) if (text[ticksSeen] === '`') insideCode = !insideCode;
    const isCode = insideCode && text.indexOf('`', open) !== -1;
    const close = isCode ? -1 : text.indexOf('-->', open + 4);
    if (close !== -1) {
      reportComment([text.slice(open, close)], line.line, diagnostics);
      kept += text.slice(from, open);
      from = close + 3;
      ticksSeen = from;
    } else if (!isCode) {
      return unclosed.has(HTML_COMMENT) ? { text: kept + text.slice(from), open: null } : { text: kept + text.slice(from, open), open: HTML_COMMENT, opening: text.slice(open) };
    }
    open = text.indexOf('<!--', Math.max(open + 4, from));
  }
  return { text: from === 0 ? text : kept + text.slice(from), open: null };
}

function findEnd(lines: readonly SourceLine[], from: number, form: CommentForm): CommentEnd | null {
  for (let at = from; at < lines.length; at += 1) {
    const found = lines[at]?.text.indexOf(form.close) ?? -1;
    if (found !== -1) return { at, after: found + form.close.length };
  }
  return null;
}

/** Says what was left out; `texts` are the lines of the comment from its opening mark on. */
function reportComment(texts: readonly string[], line: number, diagnostics: Diagnostic[]): void {
  if (SILENT.test((texts[0] ?? '').replace(/^(?:<!--|%%)/, ''))) return;
  const inner = texts.map((text) => text.replace(PREFIX, ''));
  let rows = 0;
  let inTable = false;
  inner.forEach((text, at) => {
    if (isDelimiterRow(text)) inTable = true;
    else if (!text.includes('|')) inTable = inTable && isBlank(text);
    else if (inTable && !isDelimiterRow(inner[at + 1] ?? '')) rows += 1;
  });
  diagnostics.push(rows > 0 ? diagnostic('table-in-comment', { line }, { rows }) : diagnostic('comment-skipped', { line }, { lines: texts.length }));
}

/** Places of the lines that stand in fenced code. */
function findFencedLines(lines: readonly SourceLine[]): ReadonlySet<number> {
  const inside = new Set<number>();
  const unclosed = new Map<string, number>();
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    if (!text.includes('```') && !text.includes('~~~')) continue;
    const fence = fenceOf(text.replace(PREFIX, ''));
    if (fence === null || fence.length >= (unclosed.get(fence.mark) ?? Number.POSITIVE_INFINITY)) continue;
    const end = findFenceEnd(lines, at, fence);
    if (end === -1) unclosed.set(fence.mark, fence.length);
    for (; end !== -1 && at < end; at += 1) inside.add(at);
  }
  return inside;
}

function findFenceEnd(lines: readonly SourceLine[], at: number, fence: Fence): number {
  for (let end = at + 1; end < lines.length; end += 1) if (closesFence((lines[end]?.text ?? '').replace(PREFIX, ''), fence)) return end;
  return -1;
}
