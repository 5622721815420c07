/** The record of an app: its listings as a table, and the table read back after people and formatters had it in hand. */
import type { ListedPackage, Listing, ListingKey, NoticeRef } from '../apps/listing';
import { compareText } from '../document/compare-text';
import type { EntryType } from '../notice/notice';
import { NOTE_WORDS, type NoteWord } from '../notice/note-words';
import type { NoteLanguage, NoteStyle } from '../settings';
import { displayText, readInline } from './inline-text';
import { inertText } from './inert';
import { linkTo } from './links';
import { findRegions } from './managed-regions';
import { isDelimiterRow, splitRow, tableLines, unquoteLines } from './table-lines';

/** Block id of the region that holds the record, without `^`. */
export const RECORD_ID = 'rn-record';

/** Headings by what they hold. The program finds columns by them, so that people may move columns. */
const HEADINGS = {
  date: 'date',
  notice: 'notice',
  name: 'listedName',
  type: 'type',
  developer: 'developer',
  source: 'source',
  version: 'version',
  problems: 'problems',
  agency: 'listAgency',
} as const satisfies Readonly<Record<string, NoteWord>>;
type Column = keyof typeof HEADINGS;

const TYPE_NAMES: Readonly<Record<EntryType, string>> = { app: 'APP', sdk: 'SDK', 'mini-program': '小程序', 'quick-app': '快应用', device: '终端' };
const PROBLEM_SEPARATOR = '；';

/** Oldest first; within a day by series, list and number. Listings without a date stand last. */
export function compareListings(a: Listing, b: Listing): number {
  return (
    compareText(a.notice.date ?? '9999', b.notice.date ?? '9999') ||
    compareText(a.notice.series, b.notice.series) ||
    compareText(a.notice.key, b.notice.key) ||
    a.list - b.list ||
    (a.no ?? Infinity) - (b.no ?? Infinity) ||
    compareText(a.key, b.key)
  );
}

/** The record as the lines of a table. The column 类型 is there only where something is not a plain app. */
export function recordTable(listings: readonly Listing[], noticePath: (notice: NoticeRef) => string | null, style: NoteStyle): readonly string[] {
  const sorted = [...listings].sort(compareListings);
  const hasTypes = sorted.some((listing) => listing.type !== 'app');
  const columns = (Object.keys(HEADINGS) as Column[]).filter((column) => column !== 'type' || hasTypes);
  return tableLines(
    columns.map((column) => NOTE_WORDS[HEADINGS[column]][style.noteLanguage]),
    sorted.map((listing) => columns.map((column) => recordCell(listing, column, noticePath, style))),
  );
}

function recordCell(listing: Listing, column: Column, noticePath: (notice: NoticeRef) => string | null, { linkStyle: style, noteLanguage }: NoteStyle): string {
  switch (column) {
    case 'date':
      return listing.notice.date ?? '';
    case 'notice': {
      const { heading } = listing;
      const display = [listing.notice.label, ...(heading === undefined ? [] : [listLabel(listing.list, noteLanguage)]), entryLabel(listing, noteLanguage)].filter((part) => part !== '').join(' ');
      const path = noticePath(listing.notice);
      if (path === null) return inertText(display, 'cell');
      return linkTo(path, display, { inTable: true, style, ...(heading === undefined ? { block: `rn-list-${listing.list}` } : heading === '' ? {} : { heading }) });
    }
    case 'name':
      return inertText(listing.name, 'cell');
    case 'type':
      return TYPE_NAMES[listing.type];
    case 'agency':
      return inertText(listing.agency ?? '', 'cell');
    case 'problems':
      return listing.packages.map((one) => inertText(one.problems.join(PROBLEM_SEPARATOR), 'cell')).join('<br>');
    case 'developer':
    case 'source':
    case 'version':
      return packageCell(listing.packages, column);
  }
}

/** One line a package. Only where there is one can a value have lines of its own. */
function packageCell(packages: readonly ListedPackage[], column: 'developer' | 'source' | 'version'): string {
  return packages.map((one) => inertText(packages.length > 1 ? (one[column] ?? '').replace(/\s*\n\s*/g, ' ') : (one[column] ?? ''), 'cell')).join('<br>');
}

function listLabel(list: number, language: NoteLanguage): string {
  return language === 'zh' ? `名单${list}` : `list ${list}`;
}

/** №12, or the place in its list for an entry whose number is missing (第39项) or repeated (№12（第39项）). */
function entryLabel(listing: Listing, language: NoteLanguage): string {
  const place = /#~(\d+)$/.exec(listing.key)?.[1];
  if (place === undefined) return listing.no === null ? '' : `№${listing.no}`;
  if (language === 'en') return listing.no === null ? `item ${place}` : `№${listing.no} (item ${place})`;
  return listing.no === null ? `第${place}项` : `№${listing.no}（第${place}项）`;
}

/** List, number and place as the words of a link say them, in either language. */
const LABEL = /(?:名单(\d+) ?|list (\d+) ?)?(?:№(\d+))?(?:（第(\d+)项）|第(\d+)项| \(item (\d+)\)|item (\d+))?$/;

/** What a row itself says of its notice, for a notice whose note is gone. */
export interface RecordedNotice {
  readonly date: string | null;
  /** Short name of the notice: 总第10批. */
  readonly label: string;
}

/** Finds the notice that a link of a record leads to: the link decoded, without `.md` and subpath. Null where it leads to none. */
export type NoticeAt = (linkPath: string, row: RecordedNotice) => NoticeRef | null;

/** What was read of the table of an app note. */
export interface ReadRecord {
  readonly listings: readonly Listing[];
  /** Rows that are no longer understood, as they stand. */
  readonly unread: readonly string[];
}

/** Reads the record of an app note. */
export function readAppRecord(text: string, noticeAt: NoticeAt): ReadRecord {
  const region = findRegions(text).find(({ id }) => id === RECORD_ID);
  if (region === undefined) return { listings: [], unread: [] };
  const rows = unquoteLines(text.slice(region.start, region.end)).flatMap((line) => {
    const cells = line.trim().startsWith('|') ? splitRow(line) : null;
    return cells === null ? [] : [{ line: line.trim(), cells }];
  });
  const [header, ...rest] = rows;
  const places = columnPlaces((header?.cells ?? []).map((cell) => displayText(cell)));
  const listings: Listing[] = [];
  const unread: string[] = [];
  rest.forEach(({ line, cells }, i) => {
    if (i === 0 && isDelimiterRow(cells)) return;
    const listing = readRow((column) => cells[places.get(column) ?? -1] ?? '', noticeAt);
    if (listing === null) unread.push(line);
    else listings.push(listing);
  });
  return { listings, unread };
}

/** Where the columns stand, by the words of the language that fits most of them: a user may have a column of his own that the other one knows. */
function columnPlaces(headings: readonly string[]): ReadonlyMap<Column, number> {
  const [chinese, english] = [columnPlacesIn('zh', headings), columnPlacesIn('en', headings)];
  return english.size > chinese.size ? english : chinese;
}

function columnPlacesIn(language: NoteLanguage, headings: readonly string[]): ReadonlyMap<Column, number> {
  const places = new Map(headings.map((heading, i) => [heading, i] as const));
  return new Map((Object.keys(HEADINGS) as Column[]).flatMap((column) => {
    const place = places.get(NOTE_WORDS[HEADINGS[column]][language]);
    return place === undefined ? [] : [[column, place] as const];
  }));
}

function readRow(cell: (column: Column) => string, noticeAt: NoticeAt): Listing | null {
  const link = readInline(cell('notice')).find((part) => part.kind === 'link');
  if (link?.kind !== 'link') return null;
  const shown = link.text.trim();
  // A list that the user keeps has no block id: its number stands in the words.
  const label = LABEL.exec(shown);
  // A name with a number sign can only be in a link of the form that names the ending, too.
  const [, path = '', block = '', heading = ''] = /^(.+)\.md(?:#\^rn-list-(\d+)|#([^^].*))?$/i.exec(link.target) ?? /^(.*?)(?:#\^rn-list-(\d+)|#([^^].*))?$/.exec(link.target) ?? [];
  const list = block !== '' ? block : (label?.[1] ?? label?.[2] ?? '');
  const date = /^\d{4}-\d{2}-\d{2}$/.exec(displayText(cell('date')).trim())?.[0] ?? null;
  const notice = path === '' ? null : noticeAt(path, { date, label: shown.slice(0, label?.index ?? shown.length).trim() });
  const no = label?.[3] === undefined ? null : Number(label[3]);
  const place = label?.[4] ?? label?.[5] ?? label?.[6] ?? label?.[7];
  if (notice === null || list === '' || (no === null && place === undefined)) return null;
  const type = (Object.keys(TYPE_NAMES) as EntryType[]).find((one) => TYPE_NAMES[one] === displayText(cell('type')));
  return {
    key: `${notice.key}#${list}#${place === undefined ? String(no) : `~${place}`}` as ListingKey,
    notice,
    list: Number(list),
    no,
    agency: displayText(cell('agency')) || null,
    type: type ?? 'app',
    name: displayText(cell('name')),
    packages: readPackages(cell),
    ...(block === '' ? { heading } : {}),
  };
}

/** As many packages as every column of the row has lines; one where the columns disagree. */
function readPackages(cell: (column: Column) => string): readonly [ListedPackage, ...ListedPackage[]] {
  const columns = [cell('developer'), cell('source'), cell('version'), cell('problems')];
  const lines = columns.map((one) => one.split(/<br\s*\/?>/i).map((line) => displayText(line).trim()));
  const count = lines[0]?.length ?? 1;
  const agree = lines.every((one) => one.length === count);
  const at = (column: number, i: number): string => (agree ? lines[column]?.[i] : lines[column]?.join('\n')) ?? '';
  const read = (i: number): ListedPackage => ({
    developer: at(0, i) || null,
    source: at(1, i) || null,
    version: at(2, i) || null,
    problems: at(3, i).split(/[；\n]/).filter((problem) => problem !== ''),
  });
  return [read(0), ...Array.from({ length: agree ? count - 1 : 0 }, (_, i) => read(i + 1))];
}
