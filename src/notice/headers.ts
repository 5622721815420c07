/** The header of a list: which row it is, whether it stands in two rows, which field each column holds. */
import type { Table, TableRow } from '../document/document';
import { fieldOfHeading, fieldsOfHeader, holdsVersion, type ColumnField } from './columns';
import { readRowNumber } from './row-numbers';

/** The columns of a list from left to right; `headings` and `fields` have one place for each. */
export interface Columns {
  readonly headings: readonly string[];
  readonly fields: readonly ColumnField[];
  /** The rows of the header as they stand: a list over several pages repeats them. */
  readonly headerRows: readonly (readonly string[])[];
  /** Whether the column of names says the version too. */
  readonly namesHoldVersion: boolean;
}

/** A table taken apart at its header. */
export interface Header {
  readonly columns: Columns;
  /** Rows below it. */
  readonly rows: readonly TableRow[];
  /** Rows above it: captions in merged cells. */
  readonly above: readonly TableRow[];
}

/** How far down a table its header row may stand, below a caption in merged cells. */
const HEADER_DEPTH = 5;
/** Longest heading: what is longer is the text of a cell. */
const HEADING_LENGTH = 16;

/** The header among the first rows of a table; null where no row names a column of names and another one. */
export function findHeader(table: Table): Header | null {
  const all: readonly TableRow[] = [{ cells: table.header, line: table.line }, ...table.rows];
  for (let i = 0; i < Math.min(HEADER_DEPTH, all.length); i += 1) {
    const first = headingsOf(all[i]);
    if (first.length > 1 && new Set(first.filter((h) => h !== '')).size <= 1) continue;
    // A row that counts is an entry, even where a cell of it (应用宝) could pass for a heading.
    if (first.some((heading) => /^[0-9０-９]+$/.test(heading))) return null;
    const second = headingsOf(all[i + 1]);
    for (const headerRows of isSecondRow(first, second) ? [[first, second], [first]] : [[first]]) {
      const headings = first.map((heading, j) => (headerRows.length === 2 && second[j] !== '' ? (second[j] ?? '') : heading));
      const rows = all.slice(i + headerRows.length);
      const fields = withNumbers(headings, fieldsOfHeader(headings), rows);
      if (fields.includes('name') && (headings.length === 1 || fields.some((f) => f !== 'name' && f !== 'other'))) {
        return { columns: columnsOf(headings, fields, headerRows), rows, above: all.slice(0, i) };
      }
    }
  }
  return null;
}

/** Headings of a row within a list, where another header stands in it: 序号 in the column of numbers, a name column beside it. */
export function headerWithin(row: TableRow): Columns | null {
  const headings = headingsOf(row);
  const fields = fieldsOfHeader(headings);
  const isHeader = fields.includes('no') && fields.includes('name') && headings.every((h) => h.length <= HEADING_LENGTH);
  return isHeader ? columnsOf(headings, fields, [headings]) : null;
}

function columnsOf(headings: readonly string[], fields: readonly ColumnField[], headerRows: Columns['headerRows']): Columns {
  return { headings, fields, headerRows, namesHoldVersion: holdsVersion(headings[fields.indexOf('name')] ?? '') };
}

function headingsOf(row: TableRow | undefined): readonly string[] {
  return (row?.cells ?? []).map((c) => c.text.replace(/\s*\n\s*/g, ''));
}

/**
 * Whether a row goes on with the header above it: it names the columns under a heading that spans several (repeated, or blank behind
 * the first), and says nothing new where the heading above stands alone.
 */
function isSecondRow(first: readonly string[], second: readonly string[]): boolean {
  if (second.length !== first.length || second.every((h, i) => h === '' || h === first[i])) return false;
  const spans = first.map((heading, i) => heading === '' || (i > 0 && first[i - 1] === heading) || first[i + 1] === heading || (first[i + 1] === '' && second[i + 1] !== ''));
  return second.every((heading, i) => (spans[i] ? heading.length <= HEADING_LENGTH && (heading === '' || heading === first[i] || fieldOfHeading(heading) !== 'other') : heading === '' || heading === first[i]));
}

/** A column without a heading that counts is the column of numbers. */
function withNumbers(headings: readonly string[], fields: readonly ColumnField[], rows: readonly TableRow[]): readonly ColumnField[] {
  if (fields.includes('no')) return fields;
  const start = rows.slice(0, 5);
  const counts = (column: number): boolean => readRowNumber(start[0]?.cells[column]?.text ?? '') !== null && start.every((row) => row.cells[column]?.text === '' || readRowNumber(row.cells[column]?.text ?? '') !== null || row.cells.slice(1).every((c) => c.text === ''));
  const at = headings.findIndex((heading, i) => heading.replace(/[\s*]+/g, '') === '' && counts(i));
  return at < 0 ? fields : fields.map((field, i) => (i === at ? 'no' : field));
}
