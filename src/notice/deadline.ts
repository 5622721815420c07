/** 整改期限: the day before which the named apps are to be mended, and the words that set it. */
import { splitClauses } from './clauses';
import { dayOnOrAfter, findChineseDay } from './dates';
import type { Notice } from './notice';

/** Words that set a term: 应在1月29日前, 须于…之前, 限…前. A day without 前 is when something happened. */
const SETS_TERM = /(?:应|须|需|请|务必|限|要求)[^。；]{0,40}?[日号][^，。；]{0,8}?前/;

/** The first deadline in the body; a day without a year is the first such day on or after `date`. Null where none is set. */
export function findDeadline(paragraphs: readonly string[], date: string | null): Notice['deadline'] {
  const clauses = splitClauses(paragraphs);
  for (const [i, clause] of clauses.entries()) {
    const before = clauses[i - 1];
    const joined = before !== undefined && before.sentenceIndex === clause.sentenceIndex ? `${before.text}，${clause.text}` : clause.text;
    if (!/[日号][^，。；]{0,8}?前/.test(clause.text) || !SETS_TERM.test(joined)) continue;
    const term = /[^前]*[日号][^，。；]{0,8}?前/.exec(clause.text)?.[0] ?? clause.text;
    const named = findChineseDay(term);
    if (named === null) continue;
    const day = date === null && named.year === null ? null : dayOnOrAfter(named, date ?? '0000-01-01');
    if (day !== null) return { date: day, phrase: SETS_TERM.test(clause.text) ? clause.text : joined };
  }
  return null;
}
