/** The lines of a page with their own line ends, and which of them say nothing: front matter, code, comments. */

/** A line of a page; its text, and the end that it has in the file. */
export interface PageLine {
  /** Without its line end. */
  readonly raw: string;
  readonly eol: string;
  /** Front matter, code or a comment: no list is looked for in it. */
  readonly isSilent: boolean;
}

/** Every line with the line end that it has; the last has none where the file ends without one. */
export function readPageLines(text: string): readonly PageLine[] {
  const pieces = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const raws = pieces.map((piece) => piece.replace(/\r?\n$/, ''));
  const silent = silentLines(raws);
  return pieces.map((piece, i) => ({ raw: raws[i] ?? '', eol: piece.slice((raws[i] ?? '').length), isSilent: silent.has(i) }));
}

/** The text of lines again, byte for byte. */
export function joinPageLines(lines: readonly Pick<PageLine, 'raw' | 'eol'>[]): string {
  return lines.map(({ raw, eol }) => raw + eol).join('');
}

function silentLines(lines: readonly string[]): ReadonlySet<number> {
  const silent = new Set<number>();
  let at = 0;
  if (/^\uFEFF?---[ \t]*$/.test(lines[0] ?? '')) {
    const end = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
    for (; at <= end; at += 1) silent.add(at);
  }
  let fence: { readonly mark: string; readonly depth: number } | null = null;
  let comment: '-->' | '%%' | null = null;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const marks = /^(?:[ \t]{0,3}>[ \t]?)*/.exec(line)?.[0] ?? '';
    const depth = (marks.match(/>/g) ?? []).length;
    const bare = line.slice(marks.length);
    if (fence !== null && depth < fence.depth) fence = null;
    if (comment !== null) {
      silent.add(at);
      if (line.includes(comment)) comment = null;
      continue;
    }
    const mark = /^\s*(?:[-+*]\s+|\d+[.)]\s+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(bare)?.[1];
    if (fence !== null) {
      silent.add(at);
      if (mark?.startsWith(fence.mark) === true && /^\s*[`~]+\s*$/.test(bare)) fence = null;
      continue;
    }
    if (mark !== undefined) {
      fence = { mark, depth };
      silent.add(at);
      continue;
    }
    comment = opensComment(bare);
    if (comment !== null || /^\s*(?:<!--.*-->|%%.*%%)\s*$/.test(bare)) silent.add(at);
  }
  return silent;
}

/** What ends the comment that a line leaves open. */
function opensComment(line: string): '-->' | '%%' | null {
  const html = line.lastIndexOf('<!--');
  if (html !== -1 && line.indexOf('-->', html) === -1) return '-->';
  return ((line.match(/%%/g) ?? []).length & 1) === 1 ? '%%' : null;
}
