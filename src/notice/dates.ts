/** Days as notices, wiki pages and feeds write them. A day is `YYYY-MM-DD` in Beijing time; the host's time zone never matters. */
import { NUMERAL, readNumeral } from './numerals';

const BEIJING_OFFSET_MS = 8 * 3600 * 1000;
const CHINESE_DAY = new RegExp(`(?:(${NUMERAL})\\s*年)?\\s*(${NUMERAL})\\s*月\\s*(${NUMERAL})\\s*[日号]`);

/** A day named in a text: `year` is null where the text leaves it out (上述APP应在1月29日前…). */
export interface NamedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** `YYYY-MM-DD`, or null where there is no such day. */
export function formatDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** The first day in Chinese form (2021年1月22日, 二〇二一年一月二十二日, 1月29日) in a text. */
export function findChineseDay(text: string): NamedDay | null {
  const found = CHINESE_DAY.exec(text);
  if (found === null) return null;
  const month = readNumeral(found[2] ?? '');
  const day = readNumeral(found[3] ?? '');
  const year = found[1] === undefined ? null : readNumeral(found[1]);
  if (month === null || day === null || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { year, month, day };
}

/**
 * The day that a date field says: `2021-01-22 19:45`, `2021/1/22`, `2021.01.22`, `2021年1月22日`, ISO with an offset, `Tue, 16 Nov 2021 07:14:22 GMT`.
 * A time without a zone is Beijing time; one with a zone is turned into it.
 */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const zoned = /\d[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})$/.test(plain) || /\b(?:GMT|UTC)\b/.test(plain);
  if (zoned) {
    const instant = Date.parse(plain);
    if (!Number.isNaN(instant)) return new Date(instant + BEIJING_OFFSET_MS).toISOString().slice(0, 10);
  }
  const numeric = /(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})/.exec(plain);
  if (numeric !== null) return formatDay(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const chinese = findChineseDay(plain);
  if (chinese !== null && chinese.year !== null) return formatDay(chinese.year, chinese.month, chinese.day);
  return null;
}

/** Whether a text is a day and nothing else, as the last line of a signature is; 印发 may stand behind it. */
export function isOnlyDay(text: string): boolean {
  return new RegExp(`^\\s*(?:${NUMERAL})\\s*年\\s*(?:${NUMERAL})\\s*月\\s*(?:${NUMERAL})\\s*日\\s*(?:印发\\s*)?$`).test(text);
}

/** The first such day on or after another (docs/notice-json.md, `deadline`): 1月5日 in a notice of 2021-12-28 is 2022-01-05. */
export function dayOnOrAfter(named: NamedDay, from: string): string | null {
  if (named.year !== null) return formatDay(named.year, named.month, named.day);
  const year = Number(from.slice(0, 4));
  const sameYear = formatDay(year, named.month, named.day);
  return sameYear !== null && sameYear >= from ? sameYear : formatDay(year + 1, named.month, named.day);
}

/** The last such day on or before another: what was named on 12月21日 is of the year before in a notice of January. Null where the year is open. */
export function dayOnOrBefore(named: NamedDay, from: string | null): string | null {
  if (named.year !== null) return formatDay(named.year, named.month, named.day);
  if (from === null) return null;
  const year = Number(from.slice(0, 4));
  const sameYear = formatDay(year, named.month, named.day);
  return sameYear !== null && sameYear <= from ? sameYear : formatDay(year - 1, named.month, named.day);
}

/** Whether a text is a day in figures and nothing else: 2024-05-21, 2024/5/21. */
export function isOnlyNumericDay(text: string): boolean {
  return /^\s*\d{4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}\s*$/.test(text.normalize('NFKC')) && readDay(text) !== null;
}
