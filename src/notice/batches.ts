/** 批次: the numbering of notices, in titles, captions, file names and metadata. 批 and 期, Chinese and Arabic numerals, any brackets are the same thing. */
import type { Batch, NoticeKind } from './notice';
import { NUMERAL, readNumeral } from './numerals';
import { simplify } from './traditional';

const TOTAL = new RegExp(`总\\s*第?\\s*(${NUMERAL})\\s*[批期]`);
const OF_YEAR = new RegExp(`(${NUMERAL})\\s*年(?:度)?\\s*第?\\s*(${NUMERAL})\\s*[批期]`);
const ALONE = new RegExp(`第\\s*(${NUMERAL})\\s*[批期]`);

/** The batch that a text names; null where it names none. Parts that it leaves out are null. */
export function findBatch(verbatim: string): Batch | null {
  const text = simplify(verbatim);
  const total = TOTAL.exec(text);
  const rest = total === null ? text : text.replace(total[0], ' ');
  const ofYear = OF_YEAR.exec(rest);
  const alone = ofYear === null ? ALONE.exec(rest) : null;
  if (total === null && ofYear === null && alone === null) return null;
  return {
    year: ofYear === null ? null : readNumeral(ofYear[1] ?? ''),
    number: readNumeral(ofYear?.[2] ?? alone?.[1] ?? ''),
    total: total === null ? null : readNumeral(total[1] ?? ''),
  };
}

/** First says what it can, second fills what the first leaves out. */
export function mergeBatches(first: Batch | null, second: Batch | null): Batch | null {
  if (first === null) return second;
  if (second === null) return first;
  return { year: first.year ?? second.year, number: first.number ?? second.number, total: first.total ?? second.total };
}

/**
 * Fills in the year from the date and the total where the numbering of the series gives it: in 工信部's 侵害通报
 * 第X批 without a year is total X in 2019 and until 2020-01, and 2020年第X批 is total X + 2.
 */
export function completeBatch(batch: Batch | null, kind: NoticeKind, series: string, date: string | null): Batch | null {
  if (batch === null) return null;
  const dateYear = date === null ? null : Number(date.slice(0, 4));
  const year = batch.year ?? (batch.number === null ? null : dateYear);
  if (kind === 'takedown') return { ...batch, year, total: null };
  let total = batch.total;
  if (total === null && series === 'miit-infringement' && batch.number !== null) {
    if (batch.year === 2020) total = batch.number + 2;
    else if (batch.year === null && date !== null && date < '2020-02-01') total = batch.number;
    else if (batch.year === 2019) total = batch.number;
  }
  return { year: year ?? (total === null ? null : dateYear), number: batch.number, total };
}

/** How a notice is named in short: 总第10批, 2023年第3批, or its date. */
export function batchLabel(batch: Batch | null, date: string | null): string {
  if (batch?.total != null) return `总第${batch.total}批`;
  if (batch?.number != null) return batch.year === null ? `第${batch.number}批` : `${batch.year}年第${batch.number}批`;
  return date ?? '';
}
