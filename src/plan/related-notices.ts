/** 相关通报: which notices cite which. A takedown cites its parent by signing date and count, by batch, or by topic only. */
import type { Batch, Citation, NoticeKind } from '../notice/notice';

/** A notice as citations speak of it; days are `YYYY-MM-DD`. */
export interface CitedNotice {
  readonly key: string;
  readonly kind: NoticeKind;
  readonly series: string;
  readonly date: string | null;
  readonly signedDate: string | null;
  readonly batch: Batch | null;
  /** Stated count, in all and by parts; a citation may give that of one annex. */
  readonly counts: readonly number[];
}

/** Keys of the notices that the citations of one notice mean. */
export function resolveCitations(cites: readonly Citation[], own: { readonly key: string; readonly series: string; readonly date: string | null }, notices: readonly CitedNotice[]): readonly string[] {
  const issuer = issuerOf(own.series);
  const candidates = notices.filter((n) => n.key !== own.key && n.kind === 'infringement' && issuerOf(n.series) === issuer && (own.date === null || n.date === null || n.date <= own.date));
  const found = cites.flatMap((cite) => candidates.filter((n) => isCited(cite, n)).map((n) => n.key));
  return [...new Set(found)];
}

function isCited(cite: Citation, notice: CitedNotice): boolean {
  if (cite.batch !== null) return sameBatch(cite.batch, notice.batch);
  if (cite.date === null) return false;
  if (notice.signedDate === cite.date) return true;
  if (notice.date === cite.date) return notice.signedDate === null || notice.counts.includes(cite.count ?? -1);
  return cite.count !== null && notice.counts.includes(cite.count) && daysBetween(notice.date, cite.date) <= 3;
}

function sameBatch(a: Batch, b: Batch | null): boolean {
  if (b === null) return false;
  if (a.total !== null && b.total !== null) return a.total === b.total;
  return a.number !== null && a.number === b.number && a.year === b.year;
}

/** `miit` of `miit-takedown`. */
function issuerOf(series: string): string {
  return series.replace(/-[a-z]+$/, '');
}

function daysBetween(a: string | null, b: string): number {
  return a === null ? Infinity : Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
