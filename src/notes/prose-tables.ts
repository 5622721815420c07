/** Tables of a note as far as names are looked for in them: only the column of app names may hold links. */
import { fieldsOfHeader } from '../notice/columns';
import { displayText } from './inline-text';
import { isDelimiterRow, splitRow } from './table-lines';

/** 商品名称 and 名称 alone are no names of apps. */
const APP_HEADING = /app|应用|软件|sdk|程序/i;

/** The columns of a table, from left to right. */
export interface ProseTable {
  /** What each column is to the search; null for a column that is never linked. */
  readonly roles: readonly ('name-cell' | 'cell' | null)[];
  /** The column of developers; -1 where there is none. */
  readonly developerColumn: number;
}

/** The table that begins with the line `head`; null where the line below is not one of dashes. Both without quote marks. */
export function readProseTable(head: string, below: string): ProseTable | null {
  if (!head.includes('|') || !below.includes('-') || !isDelimiterRow(splitRow(below) ?? [])) return null;
  const headings = (splitRow(head) ?? []).map((cell) => displayText(cell));
  const fields = fieldsOfHeader(headings);
  const named = fields.indexOf('name');
  const isOfApps = APP_HEADING.test(headings[named] ?? '') || fields.includes('developer') || fields.includes('version');
  return {
    roles: fields.map((field, i) => (named === -1 ? (field === 'other' ? 'cell' : null) : i !== named ? null : isOfApps ? 'name-cell' : 'cell')),
    developerColumn: fields.indexOf('developer'),
  };
}

/** Places in the source of the cells of the row `source.slice(from, to)`, their padding included. */
export function cellPlaces(source: string, from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
  const cells: { from: number; to: number }[] = [];
  let start = from + (/^\s*\|?/.exec(source.slice(from, to))?.[0].length ?? 0);
  for (let at = start; at < to; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '|') {
      cells.push({ from: start, to: at });
      start = at + 1;
    }
  }
  if (source.slice(start, to).trim() !== '') cells.push({ from: start, to });
  return cells;
}
