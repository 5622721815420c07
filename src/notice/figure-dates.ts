/** Until when a figure counts, as its sentence says. */
import { findChineseDay, formatDay } from './dates';
import { NUMERAL, readNumeral } from './numerals';

const MONTH = new RegExp(`截[至止]\\s*(?:(${NUMERAL})\\s*年\\s*)?(${NUMERAL})\\s*月\\s*(?:底|末|份)?(?!\\s*(?:${NUMERAL})\\s*[日号])`);
const YEAR = new RegExp(`(${NUMERAL})\\s*年(?:\\s*(?:底|末|全年|度|以来|[上下]半年|第?[一二三四前])|\\s*[，,]|\\s*(?:我部|工信部|全国|共|累计|组织))`);
/** Parts of a year by their last month. */
const PARTS: readonly (readonly [words: RegExp, month: number])[] = [
  [/上半年|二季度/, 6],
  [/前?三季度/, 9],
  [/一季度/, 3],
];

/** `YYYY-MM-DD`; null where the sentence says none. @param date day of the article. */
export function untilOf(sentence: string, date: string | null): string | null {
  if (/截至目前|截至今|截至当前|到目前为止|迄今|今年以来|今年(?:已|累计)/.test(sentence)) return date;
  const ownYear = date === null ? null : Number(date.slice(0, 4));
  const month = MONTH.exec(sentence);
  if (month !== null) return endOfMonth(month[1] === undefined ? ownYear : readNumeral(month[1]), readNumeral(month[2] ?? ''));
  if (/截[至止]|当时|曾/.test(sentence)) {
    const day = findChineseDay(sentence);
    const year = day?.year ?? ownYear;
    if (day !== null && year !== null) return formatDay(year, day.month, day.day);
  }
  const lastYear = /去年|上一?年(?!度?[，,]?第)|过去一年/.test(sentence) && ownYear !== null ? ownYear - 1 : null;
  const stated = YEAR.exec(sentence);
  const year = lastYear ?? (stated === null ? null : readNumeral(stated[1] ?? ''));
  const part = PARTS.find(([words]) => words.test(sentence));
  if (part !== undefined && (year ?? ownYear) !== null) return endOfMonth(year ?? ownYear, part[1]);
  if (year === null || (ownYear !== null && year >= ownYear)) return year === ownYear && year !== null ? date : null;
  return formatDay(year, 12, 31);
}

function endOfMonth(year: number | null, month: number | null): string | null {
  if (year === null || month === null || month < 1 || month > 12) return null;
  return formatDay(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}
