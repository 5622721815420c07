/** The true order of notices within a series: that of their numbers and days, for sorted by title 第七批 comes before 第三批. */
import type { NoticeRef } from '../apps/listing';
import { completeBatch, findBatch, mergeBatches } from '../notice/batches';

/**
 * Infringement notices by total batch, stated or derived; those without one take their place by date. Others by date.
 * Notices of several series may be given: each series stays together, in the order in which they first appear.
 */
export function sortNotices<T extends NoticeRef>(notices: readonly T[]): readonly T[] {
  const series = new Map<string, T[]>();
  for (const notice of notices) series.set(notice.series, [...(series.get(notice.series) ?? []), notice]);
  return Array.from(series.values()).flatMap((ones) => sortSeries(ones, (a, b) => compareByDate(a, b) || compareByTitle(a, b)));
}

/** One series in true order; what is of the same day or batch stays as it was given: a list says more of it than we know. */
export function sortListed<T extends NoticeRef>(notices: readonly T[]): readonly T[] {
  return sortSeries(notices, compareByDate);
}

function sortSeries<T extends NoticeRef>(notices: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  const placed = notices.map((notice) => ({ notice, rank: rankOf(notice) }));
  const ranked = placed.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.notice.date === null || b.notice.date === null ? 0 : compare(a.notice, b.notice)));
  const rest = placed.filter(({ rank }) => rank === null).map(({ notice }) => notice);
  const order = ranked.map(({ notice }) => notice);
  for (const notice of [...rest].sort(compare)) order.splice(placeByDate(order, notice), 0, notice);
  return order;
}

/** Behind the last notice that is not younger, else before the first that has a date at all. */
function placeByDate(order: readonly NoticeRef[], notice: NoticeRef): number {
  const day = notice.date ?? '9999';
  for (let at = order.length; at > 0; at -= 1) {
    const date = order[at - 1]?.date ?? null;
    if (date !== null ? date <= day : notice.date === null) return at;
  }
  const first = order.findIndex(({ date }) => date !== null);
  return first === -1 ? order.length : first;
}

/** Total batch in the ministry's series, year and number in others, which seldom count through; null for takedowns and for what has no number. */
function rankOf(notice: NoticeRef): number | null {
  if (notice.kind === 'takedown') return null;
  const batch = completeBatch(mergeBatches(findBatch(notice.label), findBatch(notice.title)), notice.kind, notice.series, notice.date);
  if (notice.series === 'miit-infringement') return batch?.total ?? null;
  return batch?.year != null && batch.number !== null ? batch.year * 1000 + batch.number : null;
}

function compareByDate(a: NoticeRef, b: NoticeRef): number {
  const [dayA, dayB] = [a.date ?? '9999', b.date ?? '9999'];
  return dayA < dayB ? -1 : dayA > dayB ? 1 : 0;
}

function compareByTitle(a: NoticeRef, b: NoticeRef): number {
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}
