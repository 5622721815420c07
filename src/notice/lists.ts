/** Tables → lists 名单: which tables are lists, which belong together, whose list each is. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import type { Document, Table, TableRow } from '../document/document';
import { findAgency, type NamedAgency } from './agencies';
import { fieldsOfHeader } from './columns';
import { addRow, closeEntries, lastNumber, rowNumber, type Columns, type OpenList } from './entries';
import type { NoticeList } from './notice';
import { placeTables, type PlacedTable } from './placed-tables';

export interface ReadLists {
  readonly lists: readonly NoticeList[];
  /** Tables without a column of names. */
  readonly otherTables: readonly Table[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How far down a table its header row may stand, below a caption in merged cells. */
const HEADER_DEPTH = 4;

/** All lists of a document. `authority` is whose lists those are that name no agency; null where it is not known. */
export function readLists(document: Document, authority: NamedAgency | null): ReadLists {
  const open: OpenList[] = [];
  const otherTables: Table[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const placed of placeTables(document)) {
    const read = columnsOf(placed, open.at(-1) ?? null);
    if (read === null) {
      otherTables.push(placed.table);
      continue;
    }
    const target = listFor(placed, read, open);
    for (const row of read.rows) readListRow(row, target.list, open, diagnostics);
  }
  const lists = open.map((list): NoticeList => {
    const agency = agencyOf(list);
    return {
      caption: list.caption,
      agency: agency?.authority ?? authority?.authority ?? null,
      agencyFrom: agency === null ? 'notice' : 'caption',
      entries: closeEntries(list),
    };
  });
  return { lists, otherTables, diagnostics };
}

interface ReadColumns {
  readonly columns: Columns;
  readonly rows: readonly TableRow[];
  /** A caption found in a merged row over the header. */
  readonly caption: string | null;
}

/** The header of a table and its data rows. A table without a header that goes on with the columns and numbers of the list before is read by that header. */
function columnsOf(placed: PlacedTable, before: OpenList | null): ReadColumns | null {
  const { table } = placed;
  const all: readonly TableRow[] = [{ cells: table.header, line: table.line }, ...table.rows];
  for (let i = 0; i < Math.min(HEADER_DEPTH, all.length); i += 1) {
    const headings = (all[i]?.cells ?? []).map((c) => c.text.replace(/\s*\n\s*/g, ''));
    if (new Set(headings).size === 1 && headings.length > 1) continue;
    // A row that counts is an entry, even where a cell of it (应用宝) could pass for a heading.
    if (headings.some((heading) => /^[0-9０-９]+$/.test(heading))) break;
    const fields = fieldsOfHeader(headings);
    if (fields.includes('name') && (headings.length === 1 || fields.some((f) => f !== 'name' && f !== 'other'))) {
      const above = all.slice(0, i).map((r) => spanningText(r)).filter((t) => t !== null);
      return { columns: { headings, fields }, rows: all.slice(i + 1), caption: above.at(-1) ?? null };
    }
  }
  if (before !== null && table.header.length === before.columns.fields.length) {
    const first = rowNumber(before.columns, { cells: table.header, line: table.line });
    if (first === lastNumber(before) + 1) return { columns: before.columns, rows: all, caption: null };
  }
  return null;
}

/** The list that a table belongs to: that of the table before, where no caption stands between and the numbers go on, else a new one. */
function listFor(placed: PlacedTable, read: ReadColumns, open: OpenList[]): { list: OpenList } {
  const before = open.at(-1);
  const caption = read.caption ?? placed.caption;
  if (before !== undefined && read.caption === null && !placed.ownCaption && sameFields(before.columns, read.columns)) {
    const first = read.rows.find((row) => spanningText(row) === null && row.cells.some((c) => c.text !== ''));
    const number = first === undefined ? null : rowNumber(read.columns, first);
    if (number === null ? read.columns.fields.includes('no') : number === lastNumber(before) + 1) return { list: before };
  }
  const list: OpenList = { caption, sections: placed.sections, columns: read.columns, entries: [], category: null, problems: new Map() };
  open.push(list);
  return { list };
}

function sameFields(a: Columns, b: Columns): boolean {
  return a.fields.length === b.fields.length && a.fields.every((f, i) => f === b.fields[i]);
}

/** One row: a repeated header, a blank row and a note are counted and left out; a row that names an agency heads a list of its own. */
function readListRow(row: TableRow, target: OpenList, open: OpenList[], diagnostics: Diagnostic[]): void {
  const list = open.at(-1) ?? target;
  const place = { list: open.length, line: row.line };
  if (row.cells.every((c) => c.text === '')) {
    diagnostics.push(diagnostic('blank-row', place));
    return;
  }
  if (row.cells.every((c, i) => sameWords(c.text, list.columns.headings[i] ?? ''))) {
    diagnostics.push(diagnostic('repeated-header', place));
    return;
  }
  const spanning = spanningText(row);
  if (spanning === null) {
    addRow(list, row, open.length, diagnostics);
    return;
  }
  if (findAgency(spanning) !== null || /名单|^附\s*[件表]/.test(spanning)) {
    if (list.entries.length === 0) open.pop();
    open.push({ caption: spanning, sections: [list.caption ?? '', ...list.sections], columns: list.columns, entries: [], category: null, problems: list.problems });
  } else if (/^(?:[一二三四五六七八九十]+\s*、\s*)?[\u4e00-\u9fff、]{2,12}类$/.test(spanning)) {
    list.category = spanning.replace(/^[一二三四五六七八九十]+\s*、\s*/, '');
  } else {
    diagnostics.push(diagnostic('note-row', place, { text: spanning }));
  }
}

/** The text of a row that is one merged cell, or whose first cell alone holds text that is no number; null for a data row. */
function spanningText(row: TableRow): string | null {
  if (row.cells.length < 2) return null;
  const texts = row.cells.map((c) => c.text);
  const first = texts[0] ?? '';
  if (first === '' || /^[0-9０-９]+\s*[.．、]?$/.test(first)) return null;
  const merged = texts.every((t) => t === first);
  const alone = texts.slice(1).every((t) => t === '');
  return merged || alone ? first.replace(/\n/g, '') : null;
}

/** Equal but for blanks; most cells differ in their first character from the heading above. */
function sameWords(a: string, b: string): boolean {
  return a === b || (a.charAt(0) === b.charAt(0) && a.replace(/\s+/g, '') === b.replace(/\s+/g, ''));
}

/** Whose list it is: the agency in its caption, else in the nearest section around it. */
function agencyOf(list: OpenList): NamedAgency | null {
  for (const text of [list.caption ?? '', ...list.sections.filter((s) => !/通报\s*(?:[（(][^）)]*[）)])?\s*$/.test(s))]) {
    const agency = findAgency(text);
    if (agency !== null) return agency;
  }
  return null;
}
