/**
 * Plain text files: where markdown joins lines, a plain text ends them. Only text that was wrapped at one width goes on over its line ends.
 * Lines that are markdown stay as they are: many a file of markdown is called .txt.
 */
import { isBlank, type SourceLine } from './markdown/source-lines';

/** Marks of markdown and HTML, rows of tables, indented text; Chinese text is indented to begin a paragraph. */
const MARKED = /^(?:\s*(?:[>#|<`~]|[-*+]\s|:::|!!!|\?\?\?|\[\^|={3,}|-{3,})|\t| {4}(?!\s*[\u4e00-\u9fff（《“]))|\|/;
const FENCE = /^\s*(?:```|~~~)/;
/** 1、…, 2. …, （3）…, ④… */
const ITEM = /^\s*(?:[0-9]{1,4}\s*[、．.)）]\s*(?=[^0-9\s])|[（(](?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳])/;
const ENDS_A_PARAGRAPH = /[。！？：:；;]\s*$/;

/** Widths in half characters: how much shorter a full line may be, and how wide lines are that were wrapped. */
const RAGGED = 6;
const NARROWEST = 30;
const WIDEST = 120;

/** The lines with their ends marked as markdown marks them: two blanks behind a line that ends, a blank line between paragraphs and items. */
export function markLineEnds(lines: readonly SourceLine[]): readonly SourceLine[] {
  const marked: SourceLine[] = [];
  const first = lines.find((line) => !isBlank(line.text));
  let fenced = false;
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && !isBlank(lines[end]?.text ?? '')) end += 1;
    const run = lines.slice(start, end);
    const isWrapped = wrappingOf(run, first);
    for (const [i, line] of run.entries()) {
      if (FENCE.test(line.text)) fenced = !fenced;
      const next = run[i + 1];
      const plain = next !== undefined && !fenced && !MARKED.test(line.text) && !MARKED.test(next.text);
      if (!plain || isWrapped(line, next)) marked.push(line);
      else if (ENDS_A_PARAGRAPH.test(line.text) || ITEM.test(line.text) || ITEM.test(next.text)) marked.push(line, { text: '', line: next.line });
      else marked.push({ ...line, text: `${line.text}  ` });
    }
    const blank = lines[end];
    if (blank !== undefined) marked.push(blank);
    start = end + 1;
  }
  return marked;
}

/** Tells which lines of a run were wrapped: those as wide as the widest, where more than one is, or where the next line ends the sentence. The first line of a file is its title. */
function wrappingOf(run: readonly SourceLine[], first: SourceLine | undefined): (line: SourceLine, next: SourceLine) => boolean {
  const widths = run.map((line) => widthOf(line.text));
  const widest = widths.reduce((a, b) => Math.max(a, b), 0);
  if (widest < NARROWEST || widest > WIDEST) return () => false;
  const full = new Set(run.filter((line, i) => line !== first && (widths[i] ?? 0) >= widest - RAGGED));
  return (line, next) => full.has(line) && !ENDS_A_PARAGRAPH.test(line.text) && !ITEM.test(next.text) && (full.size > 1 || /[。；：]\s*$/.test(next.text));
}

function widthOf(text: string): number {
  let width = 0;
  for (const c of text.trim()) width += c.charCodeAt(0) < 0x100 ? 1 : 2;
  return width;
}
