/** Notice → listings: its entries as identity and app notes need them. */
import { noticeKey, noticeLabel } from '../notice/notice-key';
import type { Entry, Notice, Package } from '../notice/notice';
import type { ListedPackage, Listing, ListingKey, NoticeRef } from './listing';

/** What other notes need to know of a notice. */
export function noticeRef(notice: Notice): NoticeRef {
  return { key: noticeKey(notice), series: notice.series, kind: notice.kind, title: notice.title, date: notice.date, label: noticeLabel(notice) };
}

/** One listing an entry, list by list, in the order of the source. */
export function listingsOf(notice: Notice): readonly Listing[] {
  const ref = noticeRef(notice);
  return notice.lists.flatMap((list, listIndex) => {
    const keys = entryKeys(list.entries);
    return list.entries.map((entry, i): Listing => ({
      key: `${ref.key}#${listIndex + 1}#${keys[i] ?? ''}` as ListingKey,
      notice: ref,
      list: listIndex + 1,
      no: entry.no,
      agency: list.agency,
      type: entry.type,
      name: entry.name,
      packages: [listedPackage(entry), ...entry.packages.map(listedPackage)],
    }));
  });
}

/** The number of an entry, or `~` and its place in the list where it has none or shares it with one before. */
export function entryKeys(entries: readonly { readonly no: number | null }[]): readonly string[] {
  const seen = new Set<number>();
  return entries.map(({ no }, i) => {
    if (no === null || seen.has(no)) return `~${i + 1}`;
    seen.add(no);
    return String(no);
  });
}

function listedPackage(p: Entry | Package): ListedPackage {
  return { developer: p.developer, source: p.source, version: p.version, problems: p.problems };
}
