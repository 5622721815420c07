/** Which pages with lists of notices are indexes: those that list most of what they are for. A diary that names two notices is none. */
import { readFrontMatter } from '../document/front-matter';
import type { Notice } from '../notice/notice';
import { noticeKey, noticeLabel } from '../notice/notice-key';
import { baseName } from '../notes/file-names';
import type { IndexedNotice } from '../notes/index-match';
import { readPageLists, yearOfNotice } from '../notes/index-page';
import { readPageLines } from '../notes/index-page-lines';
import { readListTitle } from '../notes/index-titles';
import type { IndexPageSetting } from '../settings';

/** A page that holds a list of notices. */
export interface PageWithLists {
  readonly path: string;
  readonly text: string;
}

/**
 * The index pages among pages with lists, the main one first: that which lists most, and which no title binds to a year or an agency.
 * @param found the notices of the folder; pages are judged by these alone
 */
export function judgeIndexPages(pages: readonly PageWithLists[], found: readonly { readonly path: string; readonly notice: Notice }[]): readonly IndexPageSetting[] {
  const notices = found.map(({ path, notice }): IndexedNotice => ({ path, ref: { key: noticeKey(notice), series: notice.series, kind: notice.kind, title: notice.title, date: notice.date, label: noticeLabel(notice) } }));
  const agencies = new Map(found.map(({ notice }) => [notice.series, notice.agency]));
  const judged = pages.map(({ path, text }) => {
    const lines = readPageLines(text);
    const title = readFrontMatter(text).frontMatter.values['title'];
    const heading = lines.find(({ raw, isSilent }) => !isSilent && /^\uFEFF?# /.test(raw))?.raw.replace(/^\uFEFF?# +/, '');
    const titles = [heading, title, baseName(path)].flatMap((one) => (typeof one === 'string' ? [readListTitle(one)] : [])).filter((one) => one.isNeutral || one.kind !== null);
    const agency = titles.find((one) => one.agency !== null)?.agency ?? null;
    const lists = readPageLists(lines, text, notices, { path, title: '', agencyOf: (series) => agencies.get(series) ?? null, agency });
    const listed = new Set(lists.flatMap(({ matched }) => matched.flatMap(({ notice }) => notice ?? [])));
    const year = titles.find((one) => one.year !== null)?.year ?? null;
    const isOfYear = listed.size > 0 && [...listed].every(({ ref }) => yearOfNotice(ref) === year);
    const own = new Set(lists.flatMap((list) => list.own).filter(({ ref }) => !isOfYear || yearOfNotice(ref) === year));
    return { page: { path, agency, year: isOfYear ? year : null }, listed: listed.size, own: own.size };
  });
  const isMain = ({ page }: { readonly page: IndexPageSetting }): boolean => page.agency === null && page.year === null;
  const depth = (path: string): number => path.split('/').length;
  const ranked = judged.sort((a, b) => Number(isMain(b)) - Number(isMain(a)) || b.listed - a.listed || depth(a.page.path) - depth(b.page.path) || a.page.path.length - b.page.path.length || (a.page.path < b.page.path ? -1 : 1));
  // The main page of a vault may have fallen behind; beside it, a page with less than half is about something else.
  return ranked.filter(({ listed, own }, i) => listed * (i === 0 ? 4 : 2) >= own).map(({ page }) => page);
}
