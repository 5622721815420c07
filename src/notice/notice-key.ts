/** What makes two sources one notice: series and total batch, else series, year and number, else series, title and date. */
import { batchLabel } from './batches';
import type { Batch, Notice } from './notice';
import { titleKey } from './titles';

/** The facts that name a notice; a note keeps them as properties. */
export interface NoticeIdentity {
  readonly series: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly batch: Batch | null;
}

/** Key of a notice, the same in whatever format or mirror: `miit-infringement:10`, `sh-ca-infringement:2023-3`, `miit-takedown:关于…@2020-09-14`. */
export function noticeKey(notice: NoticeIdentity): string {
  const { batch } = notice;
  if (batch?.total != null) return `${notice.series}:${batch.total}`;
  if (batch?.year != null && batch.number != null) return `${notice.series}:${batch.year}-${batch.number}`;
  return `${notice.series}:${titleKey(notice.title.replace(/^\d{4}_\d{2}_/, ''))}@${notice.date ?? ''}`;
}

/** The short name of a notice in lists: 总第10批, 2023年第3批, 2020-09-14. Takedowns go by their date. */
export function noticeLabel(notice: Pick<Notice, 'kind' | 'batch' | 'date'>): string {
  return notice.kind === 'takedown' ? (notice.date ?? '') : batchLabel(notice.batch, notice.date);
}
