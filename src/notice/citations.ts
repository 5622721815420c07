/** Citations: the notices that a takedown (or a look-back) follows, cited by signing date and count, by batch, or by topic only. */
import { findBatch } from './batches';
import type { Clause } from './clauses';
import { dayOnOrBefore, findChineseDay } from './dates';
import type { Batch, Citation, NoticeList } from './notice';
import { NUMERAL, readNumeral } from './numerals';

const NAMED_EARLIER = /(?:通报|公布|曝光)[了的过]|公开通报|社会通报/;
const NAMES_BATCH = /[批期]/;
/** What this notice itself does. */
const NAMED_NOW = /现(?:将|予以|对)|如下/;
const COUNT = new RegExp(`(${NUMERAL})\\s*(?:家|款|个)`);
/** 2021年第6、7批, 第6批和第7批, 总第15、16批: several batches in one phrase. */
const SEVERAL = new RegExp(`(?:(${NUMERAL})\\s*年(?:度)?\\s*|(总))?\\s*第\\s*((?:${NUMERAL})\\s*[批期]?(?:\\s*[、和及与]\\s*第?\\s*(?:${NUMERAL})\\s*[批期]?)+)(?![0-9])`);

/**
 * @param clauses of the body.
 * @param own batch of the notice itself, which its body may name.
 * @param date day of the notice: a day without a year is the last such day on or before it, a batch without a year is of its year.
 */
export function findCitations(clauses: readonly Clause[], lists: readonly NoticeList[], own: Batch | null, date: string | null = null): readonly Citation[] {
  const cites: Citation[] = [];
  for (const [i, clause] of clauses.entries()) {
    const namedEarlier = NAMED_EARLIER.test(clause.text);
    if (!namedEarlier && !NAMES_BATCH.test(clause.text)) continue;
    const before = clauses[i - 1];
    const text = before !== undefined && before.sentenceIndex === clause.sentenceIndex ? `${before.text}，${clause.text}` : clause.text;
    const named = findChineseDay(text);
    // The day says more than a batch whose year is left open.
    const batches = batchesIn(clause.text, named === null ? date : null).filter((b) => !isSame(b, own));
    const onlyList = lists.length === 1 ? [1] : [];
    if (batches.length > 0) {
      for (const batch of batches) cites.push({ phrase: clause.text, date: null, batch, count: null, lists: onlyList });
      continue;
    }
    if (!namedEarlier) continue;
    const day = named === null ? null : dayOnOrBefore(named, NAMED_NOW.test(clause.text) ? null : date);
    const count = COUNT.exec(clause.text);
    if (day === null) continue;
    cites.push({ phrase: text, date: day, batch: null, count: count === null ? null : readNumeral(count[1] ?? ''), lists: onlyList });
  }
  return cites;
}

function batchesIn(text: string, date: string | null): readonly Batch[] {
  if (!NAMES_BATCH.test(text)) return [];
  const several = SEVERAL.exec(text);
  if (several !== null && /[批期]/.test(text.slice(several.index, several.index + several[0].length + 1))) {
    const year = several[1] === undefined ? (date === null ? null : Number(date.slice(0, 4))) : readNumeral(several[1]);
    const numbers = (several[3] ?? '').split(/[、和及与]/).map((n) => readNumeral(n.replace(/[第批期\s]/g, '')));
    return numbers.map((n) => (several[2] === undefined ? { year, number: n, total: null } : { year: null, number: null, total: n }));
  }
  const batch = /\d\s*批次/.test(text) ? null : findBatch(text);
  if (batch === null) return [];
  if (batch.year !== null || batch.total !== null) return [batch];
  // 今年第3批, or a batch that was named earlier, is of the notice's own year.
  const ofThisYear = /今年|本年度/.test(text) || (NAMED_EARLIER.test(text) && !NAMED_NOW.test(text));
  return ofThisYear && date !== null ? [{ ...batch, year: Number(date.slice(0, 4)) }] : [];
}

function isSame(a: Batch, b: Batch | null): boolean {
  if (b === null) return false;
  if (a.total !== null && b.total !== null) return a.total === b.total;
  return a.year === b.year && a.number === b.number;
}
