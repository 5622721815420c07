/**
 * 通报数量: how many apps the text says it names. The first number is often not it (8000款 checked, 368款 asked to mend, 107款 named),
 * and a total can be stated as a sum of parts, one an annex.
 */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import { annexNumber } from './captions';
import type { Clause } from './clauses';
import { countInLine, findMentions, type Mention } from './count-mentions';
import type { NoticeList, StatedCount, StatedPart } from './notice';

/** What else can state the count, beside the body. */
export interface CountEvidence {
  /** Which annex each list is, null where nothing says. */
  readonly annexes: readonly (number | null)[];
  /** Names of attachments and the title. */
  readonly lines: readonly string[];
}

/** @returns the count that the clauses of the body state, with its parts, or null where they state none. */
export function findStatedCount(clauses: readonly Clause[], lists: readonly NoticeList[], evidence: CountEvidence = { annexes: annexesOf(lists), lines: [] }): StatedCount | null {
  const all = lists.map((_, i) => i + 1);
  const every = findMentions(clauses);
  const strong = every.filter((m) => !m.isWeak);
  const mentions = strong.length > 0 ? strong : every;
  if (mentions.length === 0) return fromLines(lists, evidence.lines);
  const listsOf = (mention: Mention): readonly number[] => {
    const numbered = evidence.annexes.some((annex) => annex !== null);
    return all.filter((n) => mention.annexes.has(numbered ? (evidence.annexes[n - 1] ?? -1) : n));
  };
  const part = (mention: Mention, of: readonly number[]): StatedPart => ({ number: mention.number, phrase: mention.clause.text, lists: of });
  // 共7款（详见附件2） beside 3款（详见附件1） adds up one annex and not the notice.
  const ofOneAnnex = (m: Mention): boolean => m.annexes.size > 0 && mentions.some((other) => !other.isTotal && other.annexes.size > 0 && [...other.annexes].every((annex) => !m.annexes.has(annex)));
  // 对上述31款APP下发整改通知…现对上述5款APP进行通报
  const totals = mentions.filter((m) => m.isTotal && !ofOneAnnex(m));
  const total = totals.find((m) => m.isNamed) ?? totals[0];
  const parts = mentions.filter((m) => !m.isTotal || ofOneAnnex(m));
  if (total !== undefined) {
    const same = parts.find((m) => m.number === total.number);
    const said = same ?? total;
    return { number: total.number, phrase: said.clause.text, parts: same !== undefined || parts.length < 2 ? [part(said, all)] : parts.map((m) => part(m, listsOf(m))) };
  }
  const [first, ...others] = parts;
  if (first === undefined) return null;
  // Each of annexes of its own: parts of one sum, whether or not the lists say which annex they are.
  if (others.length > 0 && parts.every((m) => m.annexes.size > 0) && disjoint(parts.map((m) => [...m.annexes]))) {
    return { number: parts.reduce((sum, m) => sum + m.number, 0), phrase: null, parts: parts.map((m) => part(m, listsOf(m))) };
  }
  // 共发现12款…其中9款已完成整改，仍有3款未完成整改: those still unmended are the ones named.
  const more = parts.filter((m) => m.isMore);
  const base = parts.find((m) => !m.isMore && m.isLeft) ?? parts.find((m) => !m.isMore);
  if (more.length > 0 && base !== undefined) {
    const added = [base, ...more];
    return { number: added.reduce((sum, m) => sum + m.number, 0), phrase: null, parts: added.map((m) => part(m, listsOf(m))) };
  }
  const best = parts.find((m) => /(?:尚|仍|还)[^，。]{0,30}未[^，。]{0,12}(?:整改|落实)/.test(m.clause.text)) ?? parts.find((m) => m.isNamed) ?? parts.find((m) => m.isLeft) ?? parts.find((m) => /尚有|仍有|共?发现/.test(m.clause.text)) ?? first;
  if (best.pieces.length > 1) return { number: best.number, phrase: null, parts: best.pieces.map((number) => ({ number, phrase: best.clause.text, lists: [] })) };
  return { number: best.number, phrase: best.clause.text, parts: [part(best, all)] };
}

/** Compares what is stated with the entries read, in all and part by part. */
export function checkStatedCount(stated: StatedCount | null, lists: readonly NoticeList[]): readonly Diagnostic[] {
  if (stated === null || lists.length === 0) return [];
  const diagnostics: Diagnostic[] = [];
  const read = lists.reduce((sum, list) => sum + list.entries.length, 0);
  if (read !== stated.number) diagnostics.push(diagnostic('count-mismatch', {}, { stated: stated.number, read, phrase: stated.phrase ?? stated.parts.map((p) => p.phrase).join(' + ') }));
  if (stated.parts.length < 2) return diagnostics;
  for (const p of stated.parts) {
    const inPart = p.lists.reduce((sum, n) => sum + (lists[n - 1]?.entries.length ?? 0), 0);
    if (p.lists.length > 0 && inPart !== p.number) diagnostics.push(diagnostic('part-count-mismatch', p.lists.length === 1 ? { list: p.lists[0] ?? 1 } : {}, { stated: p.number, lists: p.lists.join(', '), read: inPart, phrase: p.phrase }));
  }
  return diagnostics;
}

/** Which annex each list is, as its caption numbers it; null where it does not. */
export function annexesOf(lists: readonly NoticeList[]): readonly (number | null)[] {
  return lists.map((list) => (list.caption === null ? null : annexNumber(list.caption)));
}

/** A body without a number: captions that count each its list, else the name of the annex or the title. */
function fromLines(lists: readonly NoticeList[], lines: readonly string[]): StatedCount | null {
  const ofLists = lists.map((list) => countInLine(list.caption ?? ''));
  const counted = ofLists.filter((n) => n !== null);
  const all = lists.map((_, i) => i + 1);
  if (counted.length > 0 && counted.length === lists.length) {
    const parts = counted.map((number, i): StatedPart => ({ number, phrase: lists[i]?.caption ?? '', lists: [i + 1] }));
    return { number: counted.reduce((sum, n) => sum + n, 0), phrase: parts.length === 1 ? (parts[0]?.phrase ?? null) : null, parts };
  }
  for (const line of lines) {
    const number = countInLine(line);
    if (number !== null) return { number, phrase: line, parts: [{ number, phrase: line, lists: all }] };
  }
  return null;
}

function disjoint(parts: readonly (readonly number[])[]): boolean {
  const named = parts.flat();
  return new Set(named).size === named.length;
}
