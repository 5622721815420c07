/** Every place where a body says how many apps it names, with what tells the count apart from counts of other things. */
import type { Clause } from './clauses';
import { NUMERAL, readNumeral } from './numerals';

/** One place that says a count of apps. */
export interface Mention {
  /** Sum of `pieces`. */
  readonly number: number;
  /** 北京3款、天津5款: the numbers that the words enumerate; one number where they do not. */
  readonly pieces: readonly number[];
  readonly clause: Clause;
  /** Numbers of the annexes that the words name (详见附件2-9). */
  readonly annexes: ReadonlySet<number>;
  /** 上述145款, 共计55款. */
  readonly isTotal: boolean;
  /** Said as a share of something (其中…), of what was asked of firms or of an earlier notice: counts only where nothing better is said. */
  readonly isWeak: boolean;
  /** 尚有, 仍有, 共发现 stands before it. */
  readonly isLeft: boolean;
  /** 现对该3款APP予以通报. */
  readonly isNamed: boolean;
  /** 另有, 另发现: to be added to what was counted before. */
  readonly isMore: boolean;
}

const AMOUNT = `[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|${NUMERAL}`;
const COUNTED = new RegExp(`(${AMOUNT})\\s*(余|多|来)?\\s*(?:款|个|家|项)(?!月|工作日|自然日|批次|部门|方面|阶段|省|市|平台|环节|问题(?!APP|应用|软件|SDK|小程序|的))`, 'g');
const OF_APPS = /^\s*(?:[（(][^）)]*[）)])?\s*(?:违法违规|违规|问题)?(?:移动|互联网)?(?:APP|应用|软件|小程序|快应用|SDK|智能终端)/i;
/** What the count is of, when it is of the apps named here. */
const NAMED_HERE = /未(?:按|完成|整改|落实)|仍(?:有|存在|未)|存在|发现|检出|查出|反复出现|下架|予以(?:公开)?通报|进行(?:了)?通报|通报如下|公布如下|名单|上述|侵害用户权益|违法违规|不合规/;
/** Counts of something else: of what was checked, told to mend or mended, named earlier, or of shares. */
const BACKGROUND = /提出整改要求|责令整改[^，]*企业|占比|向社会(?:公开)?(?:通报|公布)了|(?:通报|公布|曝光)了\s*[0-9]+\s*家|累计|(?:此前|前期|前批|上一?[批期]|之前|曾)[^，]{0,12}(?:通报|公布|曝光)/;
/** 我部通报了《甲通报》共31款: most often of an earlier notice. */
const CITES_NOTICE = /^(?!.*(?:本次|此次|本期|本批|现))[^《]*(?:通报|公布|曝光)了《/;
const MENDED = /(?:^|[^未])完成(?:了)?整改/;
const CHECK = '(?:检测|抽测|检查|抽查|监测|测试|巡查|复检|核查|复测|拨测|测评|评测|排查)';
const CHECKED = new RegExp(`${CHECK}(?:了)?\\s*(?:[0-9０-９]|[一二三四五六七八九十百千])`);
const CHECKED_BEHIND = new RegExp(`^[^，]{0,24}(?:进行|开展|实施)(?:了)?[\\u4e00-\\u9fff]{0,4}${CHECK}`);
const WEAK = /其中|(?:责令|督促|要求|约谈|通知)[^，]*$/;
const LEFT = /(?:尚有|仍有|还有|仍存在|共?发现|尚存|共有)\s*$/;
const MORE = /另(?:外)?(?:还)?(?:有|发现|检测发现|检查发现)?\s*$/;
const TOTAL = /(?:上述|以上|共计|合计|总计|总共|一共|共)\s*$/;

/** 尚有3款未完成整改: those are the ones named, also as a share of all that were found. */
const STILL = /(?:尚有|仍有|还有)\s*$/;

/** What is longer is no sentence: every number in it would be weighed against all of it. */
const LONGEST_CLAUSE = 1000;

/** All mentions in the clauses of a body, in the order of the text. */
export function findMentions(clauses: readonly Clause[]): readonly Mention[] {
  const found = clauses.flatMap((clause, i) => mentionsIn(clause, clauses[i + 1], sharedBefore(clauses, i)));
  return found.filter((mention) => !isSummedUp(mention, found));
}

const RANGE = /[-—–~～至到]/;
const ANNEXES = new RegExp(`附\\s*[件表]\\s*((?:${NUMERAL})(?:\\s*(?:${RANGE.source}|[、,，和及])\\s*(?:附\\s*[件表])?\\s*(?:${NUMERAL}))*)`, 'g');

/** Numbers of the annexes that a text names: 附件1, 附件2-9, 附件2、3、4、5, 附件2…附件6. */
export function annexNumbers(text: string): ReadonlySet<number> {
  const named = new Set<number>();
  if (!text.includes('附')) return named;
  for (const match of text.matchAll(ANNEXES)) {
    const words = (match[1] ?? '').replace(/附\s*[件表]/g, '').replace(/\s+/g, '');
    for (const piece of words.split(/[、,，和及]/)) {
      const [from, to] = piece.split(RANGE).map((n) => readNumeral(n));
      if (from === undefined || from === null) continue;
      for (let n = from; n <= Math.min(to ?? from, from + 50); n += 1) named.add(n);
    }
  }
  return named;
}

/** The first count in a line that names a list or a notice: 附件：35款问题APP名单. */
export function countInLine(text: string): number | null {
  for (const match of text.matchAll(COUNTED)) {
    const number = readAmount(match[1] ?? '');
    if (number !== null && match[2] === undefined && (/款$/.test(match[0]) || OF_APPS.test(text.slice(match.index + match[0].length)))) return number;
  }
  return null;
}

function readAmount(text: string): number | null {
  return readNumeral(text.replace(/[,，]/g, ''));
}

/** Words of the same sentence before a clause. */
function sharedBefore(clauses: readonly Clause[], at: number): string {
  let words = '';
  for (let i = at - 1; i >= 0 && clauses[i]?.sentenceIndex === clauses[at]?.sentenceIndex; i -= 1) words = `${clauses[i]?.text ?? ''}，${words}`;
  return words;
}

function mentionsIn(clause: Clause, next: Clause | undefined, sharedWords: string): Mention[] {
  const { text } = clause;
  if (text.length > LONGEST_CLAUSE) return [];
  const sameSentence = next !== undefined && next.sentenceIndex === clause.sentenceIndex ? next.text : '';
  const annexes = annexNumbers(text);
  const found: (Mention & { readonly end: number })[] = [];
  for (const match of text.matchAll(COUNTED)) {
    const number = readAmount(match[1] ?? '');
    if (number === null || match[2] !== undefined) continue;
    const before = text.slice(0, match.index);
    const end = match.index + match[0].length;
    const behind = text.slice(end);
    const unit = match[0].trim().slice(-1);
    const ofApps = unit === '款' || OF_APPS.test(behind);
    // 26家企业32款APP counts the apps; 5家企业（详见附件7） has nothing else to count.
    if (!ofApps && !(unit === '家' && annexes.size > 0 && !/款/.test(text))) continue;
    if (BACKGROUND.test(text) || CHECKED.test(`${before.slice(-12)}${match[0]}`) || CHECKED_BEHIND.test(behind)) continue;
    // 上期通报的22款应用，经复测仍有5款存在问题，应用平台已予以下架: told of an earlier list, where another is counted too.
    const ofEarlier = CITES_NOTICE.test(text) || (/上一?[期批次]/.test(`${sharedWords}${text}`) && /已[^，。]{0,8}下架/.test(`${text}${sameSentence}`));
    const isTotal = TOTAL.test(before) && !/发现共$|共有$/.test(before);
    if (!isTotal && MENDED.test(text) && !/未/.test(text)) continue;
    if (!NAMED_HERE.test(`${text}${sameSentence}`) && !NAMED_HERE.test(sharedWords)) continue;
    const last = found.at(-1);
    if (last !== undefined && !isTotal && /^[^，。]{0,14}[、和及与]\s*[\u4e00-\u9fff]{0,12}$/.test(text.slice(last.end, match.index))) {
      found[found.length - 1] = { ...last, number: last.number + number, pieces: [...last.pieces, number], end };
      continue;
    }
    found.push({ number, pieces: [number], clause, annexes, isTotal, isWeak: ofEarlier || (WEAK.test(`${sharedWords}${before}`) && !(STILL.test(before) && /未[^，。]{0,12}(?:整改|改正|落实)/.test(behind))), isLeft: LEFT.test(before), isNamed: isNamed(before, behind), isMore: MORE.test(before), end });
  }
  return found;
}

/** 现对该3款APP予以通报; what was done about some of all that were found (对3款APP进行约谈) is not named so. */
function isNamed(before: string, behind: string): boolean {
  if (!/(?:^|现|决定)(?:现|对|将|就)[^，。]{0,16}$/.test(before)) return false;
  return /^[^，。]{0,24}(?:通报|公布|公告|公示|曝光)/.test(behind) || (/该\s*$/.test(before) && /^[^，。]{0,24}下架/.test(behind));
}

/** 北京3款、天津5款，共8款: what a sentence adds up itself says nothing more. */
function isSummedUp(mention: Mention, all: readonly Mention[]): boolean {
  return all.some((other) => other !== mention && other.isTotal && other.clause.sentenceIndex === mention.clause.sentenceIndex && other.number === mention.number && mention.pieces.length > 1);
}
