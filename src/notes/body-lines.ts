/** The lines of a note's body with what they are part of, so that code is left alone and tables are known. */
import { isDelimiterRow, splitRow } from './table-lines';

/** A line of the body, and what it is part of. */
export interface BodyLine {
  /** From 0. */
  readonly index: number;
  /** Offsets in the body, line end left out. */
  readonly start: number;
  readonly end: number;
  /** In a fence, also one inside a quote or callout, or indented as code. */
  readonly inCode: boolean;
  /** A row of a table: the pipe of an alias needs a backslash. */
  readonly inTable: boolean;
}

/** Reads the lines of a body (front matter left out). */
export function bodyLines(body: string): readonly BodyLine[] {
  const lines: BodyLine[] = [];
  let start = 0;
  const texts = body.split('\n').map((line) => line.replace(/\r$/, ''));
  const code = codeLines(texts);
  const table = tableRows(texts);
  body.split('\n').forEach((line, index) => {
    const text = texts[index] ?? '';
    lines.push({ index, start, end: start + text.length, inCode: code.has(index), inTable: table.has(index) });
    start += line.length + 1;
  });
  return lines;
}

function withoutQuote(line: string): string {
  return line.replace(/^(?:[ \t]{0,3}>[ \t]?)+/, '');
}

function depthOf(line: string): number {
  return (/^(?:[ \t]{0,3}>[ \t]?)+/.exec(line)?.[0].match(/>/g) ?? []).length;
}

function codeLines(lines: readonly string[]): ReadonlySet<number> {
  const code = new Set<number>();
  let fence: { readonly mark: string; readonly depth: number } | null = null;
  let inList = false;
  let afterBlank = true;
  lines.forEach((line, i) => {
    const depth = depthOf(line);
    // A fence ends with the quote that it stands in.
    if (fence !== null && depth < fence.depth) fence = null;
    const bare = withoutQuote(line);
    const mark = /^\s*(?:[-+*]\s+|\d+[.)]\s+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(bare)?.[1];
    if (fence !== null) {
      code.add(i);
      if (mark?.startsWith(fence.mark) === true && /^\s*[`~]+\s*$/.test(bare)) fence = null;
      return;
    }
    if (mark !== undefined) {
      fence = { mark, depth };
      code.add(i);
      return;
    }
    const isBlank = bare.trim() === '';
    const isIndented = /^(?: {4}|\t)/.test(bare);
    if (/^\s*(?:[-+*]|\d+[.)])\s/.test(bare)) inList = true;
    else if (!isBlank && !isIndented && afterBlank) inList = false;
    const isCode = isIndented && !isBlank && !inList && afterBlank;
    if (isCode) code.add(i);
    // Indented code goes on: its next line needs no blank line before it.
    afterBlank = isBlank || isCode;
  });
  return code;
}

function tableRows(lines: readonly string[]): ReadonlySet<number> {
  const rows = new Set<number>();
  lines.forEach((line, i) => {
    const cells = splitRow(withoutQuote(line));
    if (cells === null || !isDelimiterRow(cells)) return;
    for (let row = i - 1; row < lines.length; row += 1) {
      const text = withoutQuote(lines[row] ?? '').trim();
      if (row > i && (text === '' || !text.includes('|'))) break;
      rows.add(row);
    }
  });
  return rows;
}
