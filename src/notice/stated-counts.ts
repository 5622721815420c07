/**
 * 通报数量: how many apps the text says it names. The first number is often not it (8000款 checked, 368款 asked to mend, 107款 named),
 * and a total can be stated as a sum of parts, one an annex (DESIGN §6).
 */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import { annexNumber } from './captions';
import { splitClauses, type Clause } from './clauses';
import type { NoticeList, StatedCount, StatedPart } from './notice';
import { NUMERAL, readNumeral } from './numerals';

interface Mention {
  readonly number: number;
  readonly clause: Clause;
  /** Lists whose annexes the words name (详见附件2-9); empty where none are named. */
  readonly lists: readonly number[];
  readonly isTotal: boolean;
}

const COUNTED = new RegExp(`(${NUMERAL})\\s*(余|多|来)?\\s*(?:款|个|家|项)(?!月|工作日|批次|部门|方面|阶段|省|平台)`, 'g');
/** What the count is of, when it is of the apps named here. */
const NAMED_HERE = /未(?:按|完成|整改|落实)|仍(?:有|存在|未)|存在|发现|反复出现|下架|予以通报|进行(?:了)?通报|名单|上述/;
/** Counts of something else: of what was checked, told to mend or mended, named earlier, or of shares. */
const BACKGROUND = /提出整改要求|责令整改[^，]*企业|占比|向社会(?:公开)?(?:通报|公布)了|(?:通报|公布|曝光)了\s*[0-9]+\s*家|累计/;
const MENDED = /(?:^|[^未])完成(?:了)?整改/;
const CHECKED = /(?:检测|抽测|检查|抽查|监测|测试)(?:了)?\s*(?:[0-9]|[一二三四五六七八九十百千])/;

/** @returns the count that the text states, with its parts, or null where it states none. */
export function findStatedCount(paragraphs: readonly string[], lists: readonly NoticeList[]): StatedCount | null {
  const mentions = splitClauses(paragraphs).flatMap((clause, i, all) => mentionsIn(clause, all[i + 1], lists));
  if (mentions.length === 0) return null;
  const all = lists.map((_, i) => i + 1);
  const parts = mentions.filter((m) => !m.isTotal);
  const total = mentions.find((m) => m.isTotal);
  if (total !== undefined) {
    const same = parts.find((m) => m.number === total.number);
    const said = same ?? total;
    return { number: total.number, phrase: said.clause.text, parts: same !== undefined || parts.length < 2 ? [part(said, all)] : parts.map((m) => part(m, m.lists)) };
  }
  const [first, ...others] = parts;
  if (first === undefined) return null;
  if (others.length > 0 && parts.every((m) => m.lists.length > 0) && disjoint(parts)) {
    return { number: parts.reduce((sum, m) => sum + m.number, 0), phrase: null, parts: parts.map((m) => part(m, m.lists)) };
  }
  const best = parts.find((m) => /尚有|仍有|共?发现/.test(m.clause.text)) ?? first;
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

function part(mention: Mention, lists: readonly number[]): StatedPart {
  return { number: mention.number, phrase: mention.clause.text, lists };
}

function disjoint(parts: readonly Mention[]): boolean {
  const named = parts.flatMap((m) => m.lists);
  return new Set(named).size === named.length;
}

function mentionsIn(clause: Clause, next: Clause | undefined, lists: readonly NoticeList[]): Mention[] {
  const found: Mention[] = [];
  const sameSentence = next !== undefined && next.sentenceIndex === clause.sentenceIndex ? next.text : '';
  for (const match of clause.text.matchAll(COUNTED)) {
    const number = readNumeral(match[1] ?? '');
    if (number === null || match[2] !== undefined) continue;
    const before = clause.text.slice(0, match.index);
    const behind = clause.text.slice(match.index + match[0].length);
    const context = `${clause.text}${sameSentence}`;
    const unit = match[0].trim().slice(-1);
    const named = annexLists(clause.text, lists);
    const ofApps = unit === '款' || /^\s*(?:APP|应用|软件|小程序|SDK|移动|互联网)/i.test(behind);
    if (!ofApps && !(unit === '家' && named.length > 0)) continue;
    const isTotal = /(?:上述|共计|合计|总计)\s*$/.test(before);
    if (BACKGROUND.test(clause.text) || CHECKED.test(`${before}${match[0]}`)) continue;
    if (!isTotal && MENDED.test(clause.text) && !/未/.test(clause.text)) continue;
    if (!NAMED_HERE.test(context)) continue;
    found.push({ number, clause, lists: named, isTotal });
  }
  return found;
}

/** Lists of the annexes that a text names: 详见附件1, 附件2-9, 附件2、3、4、5, 附件2…附件6. */
function annexLists(text: string, lists: readonly NoticeList[]): readonly number[] {
  const named = new Set<number>();
  const range = '[-—–~～至到]';
  for (const match of text.matchAll(new RegExp(`附\\s*件\\s*((?:${NUMERAL})(?:\\s*(?:${range}|[、,，和及])\\s*(?:附\\s*件)?\\s*(?:${NUMERAL}))*)`, 'g'))) {
    const words = (match[1] ?? '').replace(/附\s*件/g, '').replace(/\s+/g, '');
    for (const piece of words.split(/[、,，和及]/)) {
      const [from, to] = piece.split(new RegExp(range)).map((n) => readNumeral(n));
      if (from === undefined || from === null) continue;
      for (let n = from; n <= Math.min(to ?? from, from + 50); n += 1) named.add(n);
    }
  }
  return lists.map((list, i) => ({ number: i + 1, annex: list.caption === null ? null : annexNumber(list.caption) }))
    .filter(({ number, annex }) => named.has(annex ?? number))
    .map(({ number }) => number);
}
