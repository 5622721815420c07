/** Titles over lists of notices: 侵害通报, 上海市通信管理局下架通报, 通报批次（2021年）. */
import { findAgency, isOnlyAgency } from '../notice/agencies';
import { simplify } from '../notice/traditional';
import { displayText } from './inline-text';

/** The kinds of notices that have lists. */
export type ListKind = 'infringement' | 'takedown';

/** What a title says of the list under it. */
export interface ListTitle {
  /** What the list under it holds; null where the title does not say. */
  readonly kind: ListKind | null;
  /** The title says it by itself; else the items have to bear it out. */
  readonly isExact: boolean;
  /** Says nothing of its own (全部页面, 2021年, an agency): what stands above it counts. */
  readonly isNeutral: boolean;
  /** As the title names it; null where it names none. */
  readonly agency: string | null;
  readonly year: number | null;
}

const EXACT = /^(.*?)(侵害|下架)通报(?:列表|目录|索引|清单|一览|汇总)?$/;
/** Titles of our own lists in notes with English words; blanks are taken out. */
const ENGLISH = /^(.*?)(infringement|takedown)notices$/i;
const CLOSE_TAKEDOWN = /^(.*?)下架(?:侵害用户权益)?的?(?:APP|应用|软件)*(?:名单|公告|公示|通告|通报)*(?:列表|目录|索引|清单|一览|汇总|批次)?$/i;
const CLOSE_INFRINGEMENT =
  /^(.*?)(?:侵害用户权益(?:行为)?的?(?:APP|应用|软件|SDK|[()])*(?:名单|通报|公告|公示|通告)*|侵权(?:APP|应用)?(?:名单|通报|公告|公示)|(?:APP|应用)通报|通报)(?:列表|目录|索引|清单|一览|汇总|批次)?$/i;
const ANY_OF_ALL = /^(?:all|listof|全部|所有|历次|历年|历批|各批次?|的|APP|应用)*$/i;
const SOME_AGENCY = /^[\u4e00-\u9fff]{2,24}(?:局|部|委|办|厅|中心|协会|办公室)的?$/;
const SAYS_NOTHING = /^(?:全部|所有|页面|列表|目录|索引|清单|批次|名单|一览|汇总|首页|abstract|info|note|summary|quote|list|tabs?|allpages|index|readme|home|\s)*$/i;

/** Reads the words of a heading, the title of a callout or an admonition, or a bold line over a list. */
export function readListTitle(markdown: string): ListTitle {
  const shown = displayText(markdown.replace(/\{[^}]*\}\s*$/, '').replace(/<[^>]*>/g, ''));
  let words = simplify(shown.normalize('NFKC').replace(/[\s*=~`]|__/g, ''));
  words = words.replace(/^[\p{So}\p{Sk}\uFE0F\u200D]+/u, '').replace(/^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.．）])+/, '');
  words = words.replace(/[:：。]+$/, '').replace(/\((?:共?\d+[批条份篇个次则]?|.{0,6}(?:更新|排列|排序|[倒正]序|在[上前下后]|未完|待续|待补))\)$/, '');
  const found = /(?:^|[^\d])((?:19|20)\d{2})(?:年度?|(?=\D|$))/.exec(words);
  const year = found === null ? null : Number(found[1]);
  if (found !== null) words = words.replace(new RegExp(`[(]?${found[1] ?? ''}(?:年度?)?[)]?`), '').replace(/[:：。]+$/, '');
  const none = { kind: null, isExact: false, agency: null, year };
  if (SAYS_NOTHING.test(words)) return { ...none, isNeutral: true };
  if (isOnlyAgency(words)) return { ...none, isNeutral: true, agency: words };
  const exact = EXACT.exec(words);
  if (exact !== null && namesNobodyElse(exact[1] ?? '')) return { kind: exact[2] === '下架' ? 'takedown' : 'infringement', isExact: true, isNeutral: false, agency: agencyIn(exact[1] ?? ''), year };
  const english = ENGLISH.exec(words);
  if (english !== null && namesNobodyElse(english[1] ?? '')) return { kind: /takedown/i.test(english[2] ?? '') ? 'takedown' : 'infringement', isExact: true, isNeutral: false, agency: agencyIn(english[1] ?? ''), year };
  const takedown = CLOSE_TAKEDOWN.exec(words);
  if (takedown !== null && namesNobodyElse(takedown[1] ?? '')) return { kind: 'takedown', isExact: false, isNeutral: false, agency: agencyIn(takedown[1] ?? ''), year };
  const close = CLOSE_INFRINGEMENT.exec(words);
  if (close !== null && namesNobodyElse(close[1] ?? '')) return { kind: 'infringement', isExact: false, isNeutral: false, agency: agencyIn(close[1] ?? ''), year };
  return { ...none, isNeutral: false };
}

/** The words before 侵害通报 are an agency, or say that all are meant: 我关注的下架通报 is another list. */
function namesNobodyElse(words: string): boolean {
  return ANY_OF_ALL.test(words) || SOME_AGENCY.test(words) || (findAgency(words) !== null && words.length < 28);
}

function agencyIn(words: string): string | null {
  return ANY_OF_ALL.test(words) ? null : words.replace(/的$/, '');
}

/** Whether a list of that agency is one of the series; `name` is what the series' agency is called, null where it is not known. */
export function isSeriesOf(agency: string, series: string, name: string | null): boolean {
  const named = findAgency(agency);
  if (named !== null) return series.startsWith(`${named.code}-`) || (name !== null && findAgency(name)?.code === named.code && findAgency(name)?.authority === named.authority);
  return name !== null && (name.includes(agency) || agency.includes(name));
}
