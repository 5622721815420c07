/** The true order of notices within a series (DESIGN §6). */
import type { NoticeRef } from '../apps/listing';
import { completeBatch, findBatch, mergeBatches } from '../notice/batches';

/**
 * Infringement notices by total batch, stated or derived; those without one take their place by date. Others by date.
 * Notices of several series may be given: each series stays together, in the order in which they first appear.
 */
export function sortNotices<T extends NoticeRef>(notices: readonly T[]): readonly T[] {
  const series = new Map<string, T[]>();
  for (const notice of notices) series.set(notice.series, [...(series.get(notice.series) ?? []), notice]);
  return Array.from(series.values()).flatMap(sortSeries);
}

function sortSeries<T extends NoticeRef>(notices: readonly T[]): readonly T[] {
  const placed = notices.map((notice) => ({ notice, rank: rankOf(notice) }));
  const ranked = placed.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareByDate(a.notice, b.notice));
  const rest = placed.filter(({ rank }) => rank === null).map(({ notice }) => notice);
  const order = ranked.map(({ notice }) => notice);
  for (const notice of [...rest].sort(compareByDate)) {
    // Behind the last notice that is not younger.
    let at = order.length;
    while (at > 0 && isYounger(order[at - 1], notice)) at -= 1;
    order.splice(at, 0, notice);
  }
  return order;
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
  return dayA < dayB ? -1 : dayA > dayB ? 1 : a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}

function isYounger(there: NoticeRef | undefined, notice: NoticeRef): boolean {
  return there?.date != null && there.date > (notice.date ?? '9999');
}
