/** 整改期限: the day before which the named apps are to be mended, and the words that set it. */
import type { Clause } from './clauses';
import { dayOnOrAfter, findChineseDay } from './dates';
import type { Notice } from './notice';

/** A term: …日前, …日（含）之前, …日18时前; 不晚于…日, 最迟于…日, 截止日期为…日. A day without them is when something happened. */
const TERM_BEHIND = /[日号][^，。；]{0,8}?前/;
const TERM_BEFORE = /(?:不晚于|不迟于|最迟(?:应|须)?(?:于|在)?|截止(?:日期|时间)(?:到|至|为|是)?|(?:整改|改正|提交|反馈)[^，。；]{0,6}截止(?:到|至|为|是|于)?|期限(?:到|至|为|是))\s*[^，。；日号前]{0,12}[日号]/;
const SETS_TERM = /(?:应|须|需|请|务必|限|要求|责令|督促|完成)[^。；]{0,40}?[日号][^，。；]{0,8}?前|[日号][^，。；]{0,8}?前[^，。；]{0,12}(?:完成|落实|提交|整改|反馈|改正)/;

/** 截止2月28日，共有5款尚未整改: up to when something was counted, as 截至 says it. */
const COUNTED_UNTIL = /截至|已[于在]|^(?:目前)?截止(?!日期|时间)(?![^，。；]{0,40}[日号][^，。；]{0,8}?前[^，。；未尚仍]{0,40}(?:完成|整改|提交|反馈|改正))/;

/** The first deadline in the clauses of the body, never one before `date`; a day without a year is the first such day on or after `date`. Null where none is set. */
export function findDeadline(clauses: readonly Clause[], date: string | null): Notice['deadline'] {
  for (const [i, clause] of clauses.entries()) {
    const before = clauses[i - 1];
    const joined = before !== undefined && before.sentenceIndex === clause.sentenceIndex ? `${before.text}，${clause.text}` : clause.text;
    if (COUNTED_UNTIL.test(clause.text)) continue;
    const latest = TERM_BEFORE.exec(clause.text)?.[0];
    if (latest === undefined && (!TERM_BEHIND.test(clause.text) || !SETS_TERM.test(joined))) continue;
    const term = latest ?? /[^前]*[日号][^，。；]{0,8}?前/.exec(clause.text)?.[0] ?? clause.text;
    // 自3月14日起5个工作日内（即3月21日前）
    const named = findChineseDay(term.replace(/^.*[日号]起/, ''));
    if (named === null) continue;
    const day = date === null && named.year === null ? null : dayOnOrAfter(named, date ?? '0000-01-01');
    if (day !== null && (date === null || day >= date)) return { date: day, phrase: SETS_TERM.test(clause.text) ? clause.text : joined };
  }
  return null;
}
