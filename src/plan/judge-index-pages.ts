/** Which pages with lists of notices are indexes: those that are named for it, or list most of what they are for. A diary that names two notices is none. */
import { readFrontMatter } from '../document/front-matter';
import type { Notice } from '../notice/notice';
import { noticeKey, noticeLabel } from '../notice/notice-key';
import { baseName } from '../notes/file-names';
import type { IndexedNotice } from '../notes/index-match';
import { readPageLists, yearOfNotice } from '../notes/index-page';
import { readPageLines } from '../notes/index-page-lines';
import { isSeriesOf, readListTitle } from '../notes/index-titles';
import { sortNotices } from '../notes/notice-order';
import type { IndexPageSetting } from '../settings';

/** A page that holds a list of notices. */
export interface PageWithLists {
  readonly path: string;
  readonly text: string;
}

/** A page as it was judged, `listed` and `own` being numbers of notices: those on it, and those that it is for. */
interface JudgedPage {
  readonly page: IndexPageSetting;
  readonly listed: number;
  readonly own: number;
  /** It lists the first notice of all that one of its lists is for. */
  readonly fromFirst: boolean;
  /** By title or name: for a kind of notices or an agency, or as a table of contents. */
  readonly named: 'for notices' | 'contents' | null;
}

/** Names of daily, weekly and monthly notes: 2021-03-12, 2021年3月, 2021-W12. */
const PERIODIC_NOTE = /^\d{4}(?:\D{0,2}\d\d?){1,2}\D?$/;

/**
 * The index pages among pages with lists, the main one first: that which lists most, and which no title binds to a year or an agency.
 * @param found the notices of the folder; pages are judged by these alone
 */
export function judgeIndexPages(pages: readonly PageWithLists[], found: readonly { readonly path: string; readonly notice: Notice }[]): readonly IndexPageSetting[] {
  const notices = found.map(({ path, notice }): IndexedNotice => ({ path, ref: { ...notice, key: noticeKey(notice), label: noticeLabel(notice) } }));
  const agencies = new Map(found.map(({ notice }) => [notice.series, notice.agency]));
  const depth = (path: string): number => path.split('/').length;
  return pages
    .filter(({ path }) => !PERIODIC_NOTE.test(baseName(path)))
    .map((page) => judge(page, notices, (series) => agencies.get(series) ?? null))
    .sort((a, b) => Number(isMain(b)) - Number(isMain(a)) || b.listed - a.listed || depth(a.page.path) - depth(b.page.path) || a.page.path.length - b.page.path.length)
    .filter((one, i) => isIndex(one, i === 0))
    .map(({ page }) => page);
}

function judge({ path, text }: PageWithLists, notices: readonly IndexedNotice[], agencyOf: (series: string) => string | null): JudgedPage {
  const lines = readPageLines(text);
  const heading = lines.find(({ raw, isSilent }) => !isSilent && /^\uFEFF?# /.test(raw))?.raw.replace(/^\uFEFF?# +/, '');
  const titles = [heading, readFrontMatter(text).frontMatter.values['title'], baseName(path)].flatMap((one) => (typeof one === 'string' ? readListTitle(one) : [])).filter((one) => one.isNeutral || one.kind !== null);
  const [agency, year] = [titles.find((one) => one.agency !== null)?.agency ?? null, titles.find((one) => one.year !== null)?.year ?? null];
  const lists = readPageLists(lines, text, notices, { path, title: '', agencyOf, agency });
  const listed = new Set(lists.flatMap(({ matched, linked }) => [...matched.flatMap(({ notice }) => notice ?? []), ...linked].map(({ ref }) => ref)));
  const isOfYear = listed.size > 0 && [...listed].every((ref) => yearOfNotice(ref) === year);
  // Where all notices are the ministry's, its name over a page leaves none out.
  const isOfAgency = agency !== null && [...listed].every(({ series }) => series.startsWith('unknown-') || isSeriesOf(agency, series, agencyOf(series))) && notices.some(({ ref }) => !ref.series.startsWith('miit-'));
  const own = lists.map((list) => list.own.flatMap(({ ref }) => (!isOfYear || yearOfNotice(ref) === year ? ref : [])));
  return {
    page: { path, agency: isOfAgency ? agency : null, year: isOfYear ? year : null },
    listed: listed.size,
    own: new Set(own.flat()).size,
    fromFirst: own.some((refs) => sortNotices(refs).slice(0, 1).some((first) => listed.has(first))),
    named: titles.some((one) => one.kind !== null || one.agency !== null) ? 'for notices' : titles.some((one) => one.year === null) ? 'contents' : null,
  };
}

function isMain({ page }: JudgedPage): boolean {
  return page.agency === null && page.year === null;
}

/** The first page of a vault may have fallen behind, or have just been begun; beside it, a page with less than half is about something else. */
function isIndex({ listed, own, fromFirst, named }: JudgedPage, isFirst: boolean): boolean {
  if (named === 'for notices' || (isFirst && (named !== null || own < 3))) return true;
  return listed > 1 && (isFirst ? fromFirst || listed * 4 >= own : listed * 2 >= own);
}
