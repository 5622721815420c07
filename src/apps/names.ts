/**
 * Names of apps as they are compared. The words of a source are never changed: keys are beside them.
 *
 * | in the source | key | main |
 * |---|---|---|
 * | `2345 浏览器` | 2345浏览器 | 2345浏览器 |
 * | `秒拍-超火短视频` | 秒拍超火短视频 | 秒拍 |
 * | `掌心天气（原真实天气）` | 掌心天气 (former: 真实天气) | 掌心天气 |
 * | `单机斗地主(开心版)` | 单机斗地主开心版 | 单机斗地主开心版 (edition 开心版) |
 */
import { commonSubsequenceLength, differsByOneCharacter, foldText, keepLettersAndDigits } from './fold-text';

/** A name in the forms in which it is compared. */
export interface AppName {
  /** The whole name, in comparison form. Equal keys are the same name. */
  readonly key: string;
  /** The name without a store slogan, a bracket of explanation and words such as 客户端. Edition words stay. */
  readonly main: string;
  /** What sets an edition apart from the app without it: `极速版`, `2`, `pro`; empty where there is none. */
  readonly edition: string;
  /** Keys of the names that the cell calls former ones. */
  readonly former: readonly string[];
  /** Keys of other names in brackets. */
  readonly others: readonly string[];
}

/** How two names relate. `edition`: the same words with another edition, therefore another app. */
export type NameRelation = 'equal' | 'former' | 'slogan' | 'one-character' | 'contained' | 'near' | 'edition' | 'none';

const EDITION_WORDS =
  '极速|急速|快速|轻享|青春|精简|简洁|大字|关怀|老年|长辈|儿童|少儿|青少年|亲子|成人|家长|学生|教师|老师|园丁|园长|校园|学校|司机|车主|乘客|骑手|配送员|商家|商户|商城|企业|政企|个人|员工|经纪人|医生|医护|患者|国际|海外|国内|大陆|专业|专家|标准|旗舰|尊享|豪华|高级|免费|付费|会员|开心|欢乐|经典|怀旧|单机|联机|竞技|体验|测试|内测|平板|电视|车机|车载|手表|买家|卖家|房东|用户|服务|管理|工作|主播|女生|男生|福利|红包|赚钱|养老|语音';
const EDITION_END = new RegExp(`(?:(?:${EDITION_WORDS})(?:版|端)|极速|lite|mini|pro|plus|max|ultra|hd|tv|vip|[0-9一二三四五六七八九十]代|20[0-9]{2})$`);
/** The same where a text goes on after a name: 极速版, 司机端, Pro, 2, also in a bracket. A digit before a counted word is none: 2月, 3款. */
const EDITION_START = new RegExp(
  `^[\\s·\\-—]?[(（【]?(?:(?:${EDITION_WORDS})(?:版|端)|极速|(?:lite|mini|pro|plus|max|ultra|hd|tv|vip)(?![a-z])|[0-9一二三四五六七八九十]代|[2-9](?![0-9.%年月日号款个次批期项种家人万亿倍元点]))`, 'i',
);
/** A numbered sequel: 汤姆猫2. A number of several digits is part of the name: 8684, 12306. */
const SEQUEL = /^.*[^0-9]([2-9])$/;
/** What a containing name may add and still be an edition of its own, whatever the word: 家校版, 用户端, S, 2. */
const EDITION_TAIL = /^(?:\p{Script=Han}{0,4}(?:版|端)|[0-9]{1,4}|[a-z]{1,5}|小程序|第?[一二三四五六七八九十]+(?:代|季|部)?|极速|青春|直播|国际)$/u;
const NEUTRAL_END = /(?:手机客户端|客户端|手机版|安卓版|android版|官方版|正式版|app|软件)$/;
const KIND_END = /(?:小程序|快应用|sdk)$/;
const FORMER = /^(?:原名?|曾用名|前身|旧称|旧名|更名前|原名称)[为是:]*(.+)$/;
const BRACKET = /[([{<《【「]([^()[\]{}<>《》【】「」]*)[)\]}>》】」]?/gu;
const SLOGAN_DASH = /^(.{2,}?)\s*[-‐‑–—―_|丨]+\s*(.{3,})$/u;

/** Comparison key of a name: width, case, blanks, dashes, marks and traditional characters folded away. */
export function nameKey(name: string): string {
  return readName(name).key;
}

/** Reads a name as it stands in a cell (`<br>` and line breaks included). */
export function readName(verbatim: string): AppName {
  const folded = foldText(verbatim.replace(/<br\s*\/?>/gi, '\n').replace(/[®™©]/g, '')).replace(/\s+/g, ' ').trim();
  const former: string[] = [];
  const others: string[] = [];
  let editionBracket = '';
  const bare = folded.replace(BRACKET, (whole: string, inner: string, at: number) => {
    const old = FORMER.exec(inner.trim());
    const key = withoutKind(keepLettersAndDigits(old?.[1] ?? inner));
    if (at === 0 || key === '') return whole;
    if (old !== null) former.push(key);
    else if (isEditionText(key)) editionBracket += key;
    else others.push(key);
    return old === null ? whole : ' ';
  });
  const key = withoutKind(keepLettersAndDigits(bare)) || folded;
  const head = bare.replace(BRACKET, (whole: string, _inner: string, at: number) => (at === 0 ? whole : ' ')).trim();
  const main = mainKey(head) + editionBracket;
  return { key, main: main === '' ? key : main, edition: editionOf(main), former, others };
}

function mainKey(head: string): string {
  const dash = SLOGAN_DASH.exec(head);
  const slogan = dash === null ? '' : keepLettersAndDigits(dash[2] ?? '');
  const kept = dash !== null && /\p{Script=Han}/u.test(slogan) && !isEditionText(slogan) ? (dash[1] ?? head) : head;
  const key = withoutKind(keepLettersAndDigits(kept));
  const plain = key.replace(NEUTRAL_END, '');
  return plain.length >= 2 ? plain : key;
}

function editionOf(main: string): string {
  return EDITION_END.exec(main)?.[0] ?? SEQUEL.exec(main)?.[1] ?? '';
}

/** Whether a text that follows a name makes it the name of another edition, and so of another app. */
export function beginsWithEdition(text: string): boolean {
  return EDITION_START.test(text);
}

function isEditionText(key: string): boolean {
  return EDITION_END.test(key) || EDITION_TAIL.test(key);
}

/** 小程序 and SDK are told apart by the kind of a listing; the word itself is written in one notice and left out in the next. */
function withoutKind(key: string): string {
  const plain = key.replace(KIND_END, '');
  return plain.length >= 2 ? plain : key;
}

/** Says how two names relate, the strongest relation first. */
export function compareNames(a: AppName, b: AppName): NameRelation {
  if (a.key === b.key) return 'equal';
  if (a.former.includes(b.key) || a.former.includes(b.main) || b.former.includes(a.key) || b.former.includes(a.main)) return 'former';
  if (a.edition !== b.edition) return 'edition';
  if (a.main === b.main) return 'slogan';
  const [short, long] = a.main.length <= b.main.length ? [a.main, b.main] : [b.main, a.main];
  if (long.startsWith(short) && isEditionText(long.slice(short.length))) return 'edition';
  if (a.others.includes(b.main) || b.others.includes(a.main)) return 'contained';
  if (long.includes(short)) return 'contained';
  if (digitsOf(a.main) !== digitsOf(b.main)) return 'none';
  if (short.length >= 3 && differsByOneCharacter(a.main, b.main)) return 'one-character';
  const common = commonSubsequenceLength(a.main, b.main);
  return short.length >= 4 && 2 * common >= 0.75 * (a.main.length + b.main.length) ? 'near' : 'none';
}

function digitsOf(key: string): string {
  return key.replace(/[^0-9一二三四五六七八九十]/g, '');
}
