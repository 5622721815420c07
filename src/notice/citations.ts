/** Citations: the notices that a takedown (or a look-back) follows, cited by signing date and count, by batch, or by topic only (DESIGN §6). */
import { findBatch } from './batches';
import { splitClauses } from './clauses';
import { findChineseDay, formatDay } from './dates';
import type { Batch, Citation, NoticeList } from './notice';
import { NUMERAL, readNumeral } from './numerals';

const NAMED_EARLIER = /(?:通报|公布|曝光)了|公开通报|社会通报/;
const COUNT = new RegExp(`(${NUMERAL})\\s*(?:家|款|个)`);
/** 2021年第6、7批: two batches of one year. */
const SEVERAL = new RegExp(`(${NUMERAL})\\s*年(?:度)?\\s*第\\s*((?:${NUMERAL})(?:\\s*[、和及]\\s*第?\\s*(?:${NUMERAL}))+)\\s*[批期]`);

/** @param own batch of the notice itself, which its body may name. */
export function findCitations(paragraphs: readonly string[], lists: readonly NoticeList[], own: Batch | null): readonly Citation[] {
  const clauses = splitClauses(paragraphs);
  const cites: Citation[] = [];
  for (const [i, clause] of clauses.entries()) {
    const batches = batchesIn(clause.text).filter((b) => !isSame(b, own));
    const onlyList = lists.length === 1 ? [1] : [];
    if (batches.length > 0) {
      for (const batch of batches) cites.push({ phrase: clause.text, date: null, batch, count: null, lists: onlyList });
      continue;
    }
    if (!NAMED_EARLIER.test(clause.text)) continue;
    const before = clauses[i - 1];
    const text = before !== undefined && before.sentenceIndex === clause.sentenceIndex ? `${before.text}，${clause.text}` : clause.text;
    const day = findChineseDay(text);
    const count = COUNT.exec(clause.text);
    if (day === null || day.year === null) continue;
    cites.push({
      phrase: text,
      date: formatDay(day.year, day.month, day.day),
      batch: null,
      count: count === null ? null : readNumeral(count[1] ?? ''),
      lists: onlyList,
    });
  }
  return cites;
}

function batchesIn(text: string): readonly Batch[] {
  const several = SEVERAL.exec(text);
  if (several !== null) {
    const year = readNumeral(several[1] ?? '');
    return (several[2] ?? '').split(/[、和及]/).map((n) => ({ year, number: readNumeral(n.replace('第', '')), total: null }));
  }
  const batch = /\d\s*批次/.test(text) ? null : findBatch(text);
  return batch === null || (batch.year === null && batch.total === null) ? [] : [batch];
}

function isSame(a: Batch, b: Batch | null): boolean {
  if (b === null) return false;
  if (a.total !== null && b.total !== null) return a.total === b.total;
  return a.year === b.year && a.number === b.number;
}
