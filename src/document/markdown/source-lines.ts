/** Lines of a source with the number each bears in the file, kept through every container that is stripped away. */

/** A line of the text, or what a container leaves of it. `line` is its number in the source, from 1. */
export interface SourceLine {
  readonly text: string;
  /** Number in the file, from 1. */
  readonly line: number;
}

/** Cuts a text into lines without their ends (LF, CRLF or CR); the first bears number `firstLine`. */
export function splitLines(text: string, firstLine: number): SourceLine[] {
  const texts = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
  return texts.map((lineText, at) => ({ text: lineText, line: firstLine + at }));
}

/** A line of blanks and tabs only. A no-break space is text, as in CommonMark. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

/** Columns of white space before the text; a tab leads to the next multiple of four. */
export function indentOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) columns += 1;
    else if (code === 9) columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** The text without up to `columns` columns of white space; what is left of a tab cut in two stays as blanks. */
export function stripIndent(text: string, columns: number): string {
  let done = 0;
  let at = 0;
  while (done < columns && at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32) done += 1;
    else if (code === 9) done += 4 - (done % 4);
    else break;
    at += 1;
  }
  return done > columns ? ' '.repeat(done - columns) + text.slice(at) : text.slice(at);
}

/** Number of the first line at or after `from` that is not blank, or the count of lines. */
export function skipBlankLines(lines: readonly SourceLine[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at]?.text ?? '')) at += 1;
  return at;
}
