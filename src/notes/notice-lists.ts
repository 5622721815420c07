/** 名单 → a table with every row of the source as it stands, names as links to the notes of their apps. */
import type { Entry, NoticeList, SourceRow } from '../notice/notice';
import { bothLanguages, NOTE_WORDS } from '../notice/note-words';
import type { NoteLanguage, NoteStyle } from '../settings';
import { regionIn, type RegionPart } from './desired-note';
import { displayText } from './inline-text';
import { inertCell, inertPlainCell, inertText } from './inert';
import { linkTo } from './links';
import { calloutLines, tableLines } from './table-lines';

/** The note of the app that an entry names; list and entry count from 0. */
export type AppLinkOf = (list: number, entry: number) => { readonly path: string } | null;

/** The region of one list. Its block id is `rn-list-N`, N from 1. */
export function listPart(list: NoticeList, index: number, appLink: AppLinkOf, { linkStyle: style, noteLanguage }: NoteStyle): RegionPart {
  const rows = list.entries.flatMap((entry, i) => rowsOf(entry).map((row) => ({ row, entry, link: appLink(index, i) })));
  const columns = columnsOf(rows.map(({ row }) => row));
  const table = tableLines(
    columns.map(({ heading }) => inertText(heading, 'cell')),
    rows.map(({ row, entry, link }) => {
      const nameColumn = link === null ? null : findNameColumn(row, entry.name);
      return columns.map((column) => {
        const at = placeOf(row, column);
        const cell = row.cells[at]?.[1] ?? '';
        return link !== null && at === nameColumn ? linkTo(link.path, shownCell(row, cell), { inTable: true, style }) : row.markup === true ? inertCell(cell) : inertPlainCell(cell);
      });
    }),
  );
  return region(index, noteLanguage, (language) => list.caption ?? ownCaption(index, language), rows.length === 0 ? null : table);
}

/** What a list without a caption is called; `index` counts from 0. */
export function ownCaption(index: number, language: NoteLanguage): string {
  return `${NOTE_WORDS.list[language]} ${index + 1}`;
}

/** Stands where a notice has no list yet. */
export function missingListPart(language: NoteLanguage): RegionPart {
  return region(0, language, (one) => NOTE_WORDS.list[one], null);
}

/** @param table null where there is none yet */
function region(index: number, language: NoteLanguage, title: (language: NoteLanguage) => string, table: readonly string[] | null): RegionPart {
  return regionIn(language, { id: `rn-list-${index + 1}`, policy: 'fill', placeholders: bothLanguages('listToBeAdded') }, (one) =>
    calloutLines('abstract', inertText(title(one), 'title'), table ?? [NOTE_WORDS.listToBeAdded[one]]),
  );
}

/** Every source row of an entry in the order of the source, further packages included, each once. */
function rowsOf(entry: Entry): readonly SourceRow[] {
  const rows: SourceRow[] = [];
  for (const row of [...entry.rows, ...entry.packages.flatMap((one) => one.rows)]) if (!rows.includes(row)) rows.push(row);
  return rows.sort((a, b) => a.line - b.line);
}

/** What the rows of an entry show, cell by cell, empty cells left out: the same for a source and for the note that was written from it. */
export function rowWords(entry: Entry): readonly (readonly string[])[] {
  return rowsOf(entry).map((row) => row.cells.map(([, cell]) => shownCell(row, cell)).filter((shown) => shown !== ''));
}

interface Column {
  readonly heading: string;
  /** Which of the columns of this heading, from 0. */
  readonly nth: number;
}

/** The headings of all rows in order of first appearance. */
function columnsOf(rows: readonly SourceRow[]): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const row of rows) {
    row.cells.forEach(([heading], i) => {
      const nth = row.cells.slice(0, i).filter(([other]) => other === heading).length;
      columns.set(`${nth} ${heading}`, { heading, nth });
    });
  }
  return Array.from(columns.values());
}

function placeOf(row: SourceRow, column: Column): number {
  let nth = 0;
  return row.cells.findIndex(([heading]) => heading === column.heading && nth++ === column.nth);
}

/** The cell that holds the name; null in continuation rows without one. */
function findNameColumn(row: SourceRow, name: string): number | null {
  const wanted = squeeze(name);
  const same = row.cells.map(([heading, cell], i) => ({ heading, i, text: squeeze(shownCell(row, cell)) }));
  const named = same.filter(({ heading }) => /名称|软件|应用|APP|SDK|小程序|产品/i.test(heading) && !/企业|公司|单位|开发|运营|来源|商店|版本|类别|类型/.test(heading));
  const exact = named.find(({ text }) => text === wanted) ?? same.find(({ text }) => text === wanted);
  return (exact ?? named.find(({ text }) => text !== '' && !/^\d+$/.test(text)))?.i ?? null;
}

/** A cell as shown: a link is its text, marks of emphasis around the whole cell are left out. */
function shownCell(row: SourceRow, cell: string): string {
  if (row.markup !== true) return cell.trim().replaceAll('<br>', '\n');
  return displayText(cell.trim().replace(/^(\*\*|__)([^*_]+)\1$/, '$2')).trim();
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
