/** Tables → lists 名单: which tables are lists, which belong together, whose list each is. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import type { Table, TableRow } from '../document/document';
import { findAgency, type NamedAgency } from './agencies';
import { annexNumber, isContinued, isNoticeTitle, repeatsCaption } from './captions';
import { addRow, closeEntries, lastNumber, rowNumber, type OpenList } from './entries';
import { findHeader, type Columns } from './headers';
import type { NoticeList } from './notice';
import type { PlacedTable } from './placed-tables';
import { kindOfRow, spanningText } from './row-kinds';
import { unfoldTable } from './side-by-side';
import { sectionProblems } from './section-problems';

/** The lists of a document; `annexes` has one place for each of them. */
export interface ReadLists {
  readonly lists: readonly NoticeList[];
  /** Which annex 附件 each list is, null where nothing says. */
  readonly annexes: readonly (number | null)[];
  /** Tables without a column of names. */
  readonly otherTables: readonly Table[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All lists among the tables of a document. `authority` is whose lists those are that name no agency; null where it is not known. @param title of the notice. */
export function readLists(tables: readonly PlacedTable[], authority: NamedAgency | null, title: string): ReadLists {
  const open: OpenList[] = [];
  const otherTables: Table[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const placed of tables) {
    const read = readTable(placed, open.at(-1) ?? null);
    if (read === null) {
      otherTables.push(placed.table);
      continue;
    }
    const list = listFor(placed, read, open);
    if (placed.category !== null) list.category = placed.category;
    for (const row of read.rows) readListRow(row, open, diagnostics);
  }
  const lists = open.map((list): NoticeList => {
    const agency = agencyOf(list);
    return {
      caption: list.caption,
      agency: agency?.authority ?? authority?.authority ?? null,
      agencyFrom: agency === null ? 'notice' : 'caption',
      entries: closeEntries(list, title),
    };
  });
  return { lists, annexes: open.map(annexOf), otherTables, diagnostics };
}

interface ReadTable {
  readonly columns: Columns;
  readonly rows: readonly TableRow[];
  /** A caption found in a merged row over the header. */
  readonly caption: string | null;
}

/** Furthest that the numbers of a table without a header can be behind the list that it goes on with. */
const LOST_ROWS = 5;

/** The header of a table and its data rows. A table without a header that goes on with the columns and numbers of the list before is read by that header. */
function readTable(placed: PlacedTable, before: OpenList | null): ReadTable | null {
  const { table } = placed;
  const header = findHeader(unfoldTable(table));
  if (header !== null) {
    const above = header.above.map((row) => spanningText(row)).filter((t) => t !== null);
    return { columns: header.columns, rows: header.rows, caption: above.filter((t) => !isContinued(t)).at(-1) ?? null };
  }
  if (before === null || table.header.length !== before.columns.fields.length) return null;
  const first: TableRow = { cells: table.header, line: table.line };
  const number = rowNumber(before.columns, first);
  const behind = number === null ? 0 : number - lastNumber(before);
  return behind >= 1 && behind <= LOST_ROWS ? { columns: before.columns, rows: [first, ...table.rows], caption: null } : null;
}

/** The list that a table belongs to: that of the table before, where no caption stands between and the numbers go on, else a new one. */
function listFor(placed: PlacedTable, read: ReadTable, open: OpenList[]): OpenList {
  const before = open.at(-1);
  const caption = read.caption ?? placed.caption;
  if (before !== undefined && sameFields(before.columns, read.columns)) {
    const first = read.rows.find((row) => kindOfRow(row, read.columns).kind === 'entry');
    const number = first === undefined ? null : rowNumber(read.columns, first);
    const next = lastNumber(before) + 1;
    const shared = read.caption === null && !placed.ownCaption;
    if (shared && (number === null ? read.columns.fields.includes('no') || placed.category !== null : number >= next)) return before;
    // A note or a title repeated on a new page stands between two parts of one list.
    const repeated = caption === null || caption === before.caption;
    if (caption !== null && repeatsCaption(caption, before.caption) && (number === null || number >= next)) return before;
    if (repeated && number !== null && number > 1 && number === next) return before;
  }
  const told = caption === null || read.columns.fields.includes('problems') ? null : sectionProblems(caption);
  const list: OpenList = { caption, sections: placed.sections, columns: read.columns, entries: [], category: null, told, problems: new Map(), unknown: new Set(), numbers: new Set() };
  open.push(list);
  return list;
}

function sameFields(a: Columns, b: Columns): boolean {
  return a.fields.length === b.fields.length && a.fields.every((f, i) => f === b.fields[i]);
}

/** One row: a repeated header, a blank row, a total and a note are counted and left out; a row that names an agency heads a list of its own. */
function readListRow(row: TableRow, open: OpenList[], diagnostics: Diagnostic[]): void {
  const list = open.at(-1);
  if (list === undefined) return;
  const place = { list: open.length, line: row.line };
  const kind = kindOfRow(row, list.columns);
  switch (kind.kind) {
    case 'entry':
      addRow(list, row, open.length, diagnostics);
      break;
    case 'blank':
      diagnostics.push(diagnostic('blank-row', place));
      break;
    case 'header':
      if (kind.columns !== null) list.columns = kind.columns;
      diagnostics.push(diagnostic('repeated-header', place));
      break;
    case 'agency':
      if (list.entries.length === 0) open.pop();
      open.push({ caption: kind.text, sections: [list.caption ?? '', ...list.sections], columns: list.columns, entries: [], category: null, told: list.told, problems: list.problems, unknown: list.unknown, numbers: new Set() });
      break;
    case 'category':
      list.category = kind.text;
      break;
    case 'total':
      diagnostics.push(diagnostic('total-row', place, { text: kind.text }));
      break;
    case 'note':
      diagnostics.push(diagnostic('note-row', place, { text: kind.text }));
      break;
  }
}

/** Whose list it is: the agency in its caption, else in the nearest section around it. */
function agencyOf(list: OpenList): NamedAgency | null {
  for (const text of [list.caption ?? '', ...list.sections.filter((s) => !isNoticeTitle(s))]) {
    const agency = findAgency(text);
    if (agency !== null) return agency;
  }
  return null;
}

/** The annex that a list is, as its caption or the words over it number it. */
function annexOf(list: OpenList): number | null {
  const annex = [list.caption ?? '', ...list.sections].find((text) => /^\s*[（(【]?附\s*[件表]\s*\S/.test(text));
  return (annex === undefined ? null : annexNumber(annex)) ?? (list.caption === null ? null : annexNumber(list.caption));
}
