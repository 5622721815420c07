/** Lines of a markdown table and of a callout. */

/** The cells of a row between its outer pipes, trimmed; a pipe behind a backslash is text. Null where the line is no row. */
export function splitRow(line: string): readonly string[] | null {
  const row = line.trim();
  if (!row.includes('|')) return null;
  const cells: string[] = [];
  let cell = '';
  let escaped = false;
  for (const c of row) {
    if (c === '|' && !escaped) {
      cells.push(cell.trim());
      cell = '';
    } else cell += c;
    escaped = c === '\\' && !escaped;
  }
  if (cell.trim() !== '') cells.push(cell.trim());
  return row.startsWith('|') ? cells.slice(1) : cells;
}

/** Whether the cells are those of the line below a table's head. */
export function isDelimiterRow(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));
}

/** A table: one line a row, cells as given. */
export function tableLines(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || ' ').join(' | ')} |`.replace(/ {2,}\|/g, ' |');
  return [line(header), `| ${header.map(() => '---').join(' | ')} |`, ...rows.map(line)];
}

/** An open callout: a title, a blank line, and lines of markdown. */
export function calloutLines(type: 'abstract' | 'quote', title: string, lines: readonly string[]): string {
  return [`> [!${type}]+ ${title}`, '>', ...lines.map((line) => (line === '' ? '>' : `> ${line}`))].join('\n');
}

/** The lines of a quote without their marks and line ends. */
export function unquoteLines(markdown: string): readonly string[] {
  return markdown.split(/\r?\n/).map((line) => line.replace(/^ {0,3}> ?/, ''));
}
