/** One line of a pipe table to the source text of its cells. */

/** Whether the line is the row of dashes under the headings. `dashes` is how many each cell needs. */
export function isDelimiterRow(text: string, dashes = 1): boolean {
  if (!text.includes('-') || !text.includes('|')) return false;
  let inCell = 0;
  let cells = 0;
  let spaceAfter = false;
  let ended = false;
  for (let at = 0; at <= text.length; at += 1) {
    const char = at === text.length ? '|' : text[at];
    if (char === '|') {
      if (inCell > 0) {
        if (inCell < dashes) return false;
        cells += 1;
      } else if (spaceAfter && cells > 0 && at < text.length) return false;
      inCell = 0;
      spaceAfter = false;
      ended = false;
    } else if (char === '-') {
      if (ended) return false;
      inCell += 1;
    } else if (char === ':') {
      if (ended) return false;
      if (inCell > 0) ended = true;
      else if (text[at + 1] !== '-') return false;
    } else if (char === ' ' || char === '\t') {
      if (inCell > 0) ended = true;
      spaceAfter = true;
    } else return false;
  }
  return cells > 0;
}

/** Whether a line holds a pipe that parts cells. */
export function hasPipe(text: string): boolean {
  return text.includes('|');
}

/** A line cut at its pipes. */
export interface RowCells {
  /** Source of each cell with its escapes, ends trimmed. */
  readonly cells: readonly string[];
  /** Whether it begins with a pipe. */
  readonly leadingPipe: boolean;
}

/** Cuts a row at its unescaped pipes. The pipes at its two ends part nothing. */
export function splitRow(text: string): RowCells {
  const trimmed = text.trim();
  const leadingPipe = trimmed.startsWith('|');
  const cells = splitAtPipes(trimmed, leadingPipe ? 1 : 0, () => 0);
  return { cells: dropTrailing(cells, trimmed), leadingPipe };
}

/**
 * Cuts a row again with the pipes inside code spans, wiki links and links held together. GFM parts cells at those too,
 * but their authors did not mean it: this reading counts where it gives exactly the number of columns.
 */
export function splitRowAroundSpans(text: string): readonly string[] {
  const trimmed = text.trim();
  return dropTrailing(splitAtPipes(trimmed, trimmed.startsWith('|') ? 1 : 0, spanLengthAt), trimmed);
}

/** The source of a cell with the escapes of its pipes undone, as the inline reader wants it. */
export function unescapePipes(source: string): string {
  return source.includes('\\|') ? source.replace(/\\\|/g, '|') : source;
}

const HIDES_PIPE = /[\\`[]/;

function splitAtPipes(text: string, from: number, spanAt: (text: string, at: number) => number): string[] {
  // Most rows hold nothing that could hide a pipe.
  if (!HIDES_PIPE.test(text)) return text.slice(from).split('|').map((cell) => cell.trim());
  const cells: string[] = [];
  let start = from;
  for (let at = from; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 92) at += 1;
    else if (char === 124) {
      cells.push(text.slice(start, at).trim());
      start = at + 1;
    } else if (char === 96 || char === 91) at += Math.max(0, spanAt(text, at) - 1);
  }
  cells.push(text.slice(start).trim());
  return cells;
}

/** The piece after a closing pipe is no cell. */
function dropTrailing(cells: string[], text: string): string[] {
  const last = cells[cells.length - 1];
  if (cells.length > 1 && last === '' && text.endsWith('|')) cells.pop();
  return cells;
}

const SPAN = /^(?:`[^`]+`|``[^`]+``|\[\[[^[\]]+\]\]|\[[^[\]]*\]\([^()\s]*\))/;

function spanLengthAt(text: string, at: number): number {
  return SPAN.exec(text.slice(at, at + 1024))?.[0].length ?? 0;
}
