/** The lists of notices that a page holds, and what each is for. */
import { findAgency } from '../notice/agencies';
import { kindOfTitle } from '../notice/titles';
import type { NoteLanguage } from '../settings';
import { baseName } from './file-names';
import { findItemStyle, type ItemStyle } from './index-item-style';
import { readPieces, type IndexItem, type Piece } from './index-items';
import { findTitledRuns, type TitledRun } from './index-lists';
import { matchItems, noticeAtLinks, noticeOf, refOfItem, type IndexedNotice, type MatchedItem, type NoticeFinder } from './index-match';
import type { PageLine } from './index-page-lines';
import { entriesBeside, formOfSection, linkedNotices, type SectionForm } from './index-sections';
import { isSeriesOf, readListTitle, type ListKind } from './index-titles';
import { findRegions } from './managed-regions';

/** What the lists of a page depend on beside the notices. */
export interface IndexContext {
  /** Vault path of the index page. */
  readonly path: string;
  /** Title of the page, for a new one. */
  readonly title: string;
  /** Name of the agency of a series other than 工信部's, e.g. 上海市通信管理局; null where it is not known. */
  readonly agencyOf: (series: string) => string | null;
  /** The agency that all lists of the page are of; null or left out for a page of all agencies. */
  readonly agency?: string | null;
  /** Of titles that the program writes; Chinese where it is left out. */
  readonly language?: NoteLanguage;
  /** The files of the vault, asked for where a link leads to no notice and where a short link is to be written. */
  readonly files?: VaultFiles;
  /** Name and value of the property by which a page of ours is found when it was moved. */
  readonly mark?: { readonly name: string; readonly value: string };
}

/** The files of the vault, as far as links are concerned. */
export interface VaultFiles {
  readonly exists: (path: string) => boolean;
  /** Number of notes of that file name, without `.md`. */
  readonly countName: (name: string) => number;
  /** Whether a note has a heading; left out where notes are not read. */
  readonly holds?: (path: string, heading: string) => boolean;
}

/** A list that was found on a page, with what its items mean. */
export interface PageList {
  readonly run: TitledRun;
  readonly kind: ListKind;
  readonly series: string;
  readonly year: number | null;
  /** The notices that belong into it. */
  readonly own: readonly IndexedNotice[];
  /** It leads to notices that name no agency: the user knows whose they are. */
  readonly holdsUnknown: boolean;
  readonly pieces: readonly Piece[];
  readonly matched: readonly MatchedItem[];
  /** Null where no item of it has a link. */
  readonly style: ItemStyle | null;
  /** Without an item that says which notice it means. */
  readonly isEmpty: boolean;
  /** Of one that is empty, whether a list may be begun in it. `beside`: there is a list elsewhere, over which words may link to notices. */
  readonly form: SectionForm | 'beside';
  /** Notices that its section links to: as entries, or in any form where it is no list. */
  readonly linked: readonly IndexedNotice[];
}

/** Of a page outside any vault: no link leads anywhere, every name is its own. */
export const NO_FILES: VaultFiles = { exists: () => false, countName: () => 1 };

/** Block id of the list of a series that the program writes. */
export function listId(series: string): string {
  const main = /^miit-(infringement|takedown)$/.exec(series)?.[1];
  return `rn-index-${main ?? series.replace(/[^A-Za-z0-9-]/g, '-')}`;
}

/** The series of notices that a page holds lists of, those without items included. `agency` is that of the whole page. */
export function seriesOfLists(page: readonly PageLine[], text: string, path: string, agency: string | null): ReadonlySet<string> {
  return new Set(readPageLists(page, text, [], { path, title: '', agencyOf: () => null, agency }).map(({ series }) => series));
}

/** Whether a page holds a list of notices: by its title, and where that is not enough by its items. */
export function holdsIndexList(page: readonly PageLine[], text: string, path: string): boolean {
  return readPageLists(page, text, [], { path, title: '', agencyOf: () => null }).some((list) => !list.isEmpty || list.run.id !== null);
}

/** All lists of a page. Of titles without a list one of each kind and series is given, where no other has items. */
export function readPageLists(page: readonly PageLine[], text: string, notices: readonly IndexedNotice[], context: IndexContext): readonly PageList[] {
  const ids = callouts(page, text);
  const find = noticeAtLinks(notices);
  const lists = findTitledRuns(page, ids, readListTitle(baseName(context.path))).flatMap((run) => readList(run, page, notices, find, context) ?? []);
  const settled = lists.map((list) => (list.form === 'list' || !hasListBeside(list, lists) ? list : { ...list, form: 'beside' as const, linked: list.entries }));
  return settled.filter((list, i) => {
    if (!list.isEmpty || list.run.id !== null) return true;
    const others = settled.filter((other) => other !== list && other.series === list.series);
    if (!list.run.title.isExact) return others.length === 0;
    if (list.form !== 'list') return true;
    return !others.some((other) => !other.isEmpty || settled.indexOf(other) > i || (isClosed(other) && (other.year === null || other.year === list.year)));
  });
}

/** Whether a section holds notices in a form that no entry is written in. */
export function isClosed({ form }: PageList): boolean {
  return form === 'other' || form === 'query';
}

function hasListBeside(list: PageList, lists: readonly PageList[]): boolean {
  return lists.some((other) => !other.isEmpty && other.series === list.series && (list.year === null || other.year === list.year));
}

/** Block ids of our lists by the line that their callout begins on. */
function callouts(page: readonly PageLine[], text: string): ReadonlyMap<number, string> {
  const regions = findRegions(text).filter(({ id }) => id.startsWith('rn-index-'));
  const ids = new Map<number, string>();
  if (regions.length === 0) return ids;
  const at = new Map(regions.map(({ start, id }) => [start, id]));
  let offset = 0;
  page.forEach(({ raw, eol }, i) => {
    const id = at.get(offset);
    if (id !== undefined) ids.set(i, id);
    offset += raw.length + eol.length;
  });
  return ids;
}

function readList(run: TitledRun, page: readonly PageLine[], notices: readonly IndexedNotice[], find: NoticeFinder, context: IndexContext): (PageList & { readonly entries: readonly IndexedNotice[] }) | null {
  const ofId = run.id === null ? undefined : (notices.find(({ ref }) => listId(ref.series) === run.id)?.ref.series ?? run.id.replace(/^rn-index-(?=infringement$|takedown$)/, 'miit-').replace(/^rn-index-/, ''));
  const kind = ofId === undefined ? run.title.kind : ofId.endsWith('takedown') ? 'takedown' : 'infringement';
  if (kind === null) return null;
  const series = ofId ?? seriesOf(run.title.agency ?? context.agency ?? null, kind, notices, context);
  const year = ofId === undefined ? run.title.year : null;
  const { exists } = context.files ?? NO_FILES;
  const reader = { path: context.path, kind, noticeAt: (targets: readonly string[]) => noticeOf(targets, find, exists), exists };
  const pieces = readPieces(run, page, reader);
  const items = pieces.flatMap((piece) => (piece.kind === 'item' ? [piece.item] : []));
  const unknown = `unknown-${kind}`;
  const holdsUnknown = run.id === null && items.some(({ targets }) => targets.some((target) => (find.atPath(target) ?? find.byName(target))?.ref.series === unknown));
  const own = notices.filter(({ ref }) => ref.kind === kind && (ref.series === series || (holdsUnknown && ref.series === unknown)) && (year === null || yearOfNotice(ref) === year));
  const matched = matchItems(items, own, kind, find, exists);
  const placed = matched.filter(({ item, notice, fault }) => notice !== null || (fault === null && refOfItem(item, kind, series) !== null));
  const isSaid = run.title.isExact || ofId !== undefined;
  const said = isSaid || itemsSay(matched, kind, series);
  const isEmpty = placed.length === 0;
  const inSection = isEmpty && run.id === null ? linkedNotices(isSaid ? run.extent : run.lines, page, reader) : [];
  // Of a title that could mean other things, its own lines decide: half of the notices at least.
  if (!said && !holdsHalf(inSection, own)) return null;
  const form = !isEmpty || run.id !== null ? 'list' : said ? formOfSection(run, page, reader) : 'other';
  const entries = entriesBeside(run, reader).filter(({ ref }) => ref.kind === kind && (ref.series === series || ref.series === unknown));
  return { run, kind, series, year, own, holdsUnknown, pieces, matched, style: findItemStyle(matched, context.path, page), isEmpty, form, entries, linked: form === 'list' ? entries : inSection };
}

function holdsHalf(linked: readonly IndexedNotice[], own: readonly IndexedNotice[]): boolean {
  const held = own.filter((notice) => linked.includes(notice)).length;
  return held > 1 && held * 2 >= own.length;
}

/** The series of a list whose title names an agency, or none: then it is 工信部's. */
function seriesOf(agency: string | null, kind: ListKind, notices: readonly IndexedNotice[], context: IndexContext): string {
  if (agency === null) return `miit-${kind}`;
  const known = notices.find(({ ref }) => ref.kind === kind && isSeriesOf(agency, ref.series, context.agencyOf(ref.series)));
  return known?.ref.series ?? `${findAgency(agency)?.code ?? `agency ${agency}`}-${kind}`;
}

/** Of a title that could mean other things the items decide: half of them at least name notices of the kind. */
function itemsSay(matched: readonly MatchedItem[], kind: ListKind, series: string): boolean {
  const named = matched.filter(({ item, notice }) => notice !== null || namesNotice(item, kind, series));
  return named.length > 0 && named.length * 2 >= matched.length;
}

function namesNotice(item: IndexItem, kind: ListKind, series: string): boolean {
  if (item.link === null) return false;
  const told = kindOfTitle(item.title, false);
  return told === kind || (told !== 'takedown' && kind === 'infringement' && refOfItem(item, kind, series) !== null);
}

/** The year under which a notice is listed: that of its day, else one that its label or title says; null where nothing does. */
export function yearOfNotice(ref: IndexedNotice['ref']): number | null {
  const year = ref.date?.slice(0, 4) ?? /(\d{4})年/.exec(`${ref.label} ${ref.title}`)?.[1];
  return year === undefined ? null : Number(year);
}
