/**
 * What stands around a name and tells whether an app is meant. Chinese has no blanks: a name may begin or end only beside a mark, or
 * beside one of the words below; the dictionary alone does not know names of apps and cuts them as it likes.
 */

const OPEN_MARKS = '《“"「『‘\'';
const CLOSE_OF: Readonly<Record<string, string>> = { '《': '》', '“': '”', '"': '"', '「': '」', '『': '』', '‘': '’', "'": "'" };

/** Stands in for what is no text of the author's (code, an address): no rule reads across it. */
export const BARRIER = '\uFFFC';

const LATIN_BEFORE = /[\p{Script=Latin}0-9_\-@/\\#&%+=~$'’.]$/u;
const LATIN_AFTER = /^(?:[\p{Script=Latin}0-9_\-@/\\#&%+=~$'’:]|\.[\p{L}0-9])/u;
const ENGLISH_BEFORE = /[\p{Script=Latin}0-9][,;]? $/u;
const ENGLISH_AFTER = /^[,;]? (?!apps?\b|sdk\b)[\p{Script=Latin}0-9]/iu;
/** @美团, #美团, [美团]: a mention, a tag, a label. 美团.apk and 美团.com: a file, an address. */
const OTHER_NOTATION_BEFORE = /[@#[]$|[\p{Script=Latin}0-9]\.$/u;
const OTHER_NOTATION_AFTER = /^(?:\]|[@.][\p{Script=Latin}0-9])/u;

/** The rest of the name of a firm: 知衣科技有限公司, 知衣（杭州）网络公司, 美团公司. */
const FIRM_AFTER = /^(?:[（(]\p{Script=Han}{2,8}[）)])?[^\s\p{P}的了被在和与及或等是为将已对向因称并]{0,16}(?:有限|公司|集团|工作室|研究院)/u;
/** 开发者：知衣: what follows is no app, as in another column of a table. */
const FIELD_BEFORE = /(?:开发者|开发商|运营者|运营商|运营方|公司|企业|单位|主体|主办方|来源|商店|市场|渠道)(?:名称)?\s?[：:]\s?$/;

const EDGE = String.raw`^|[\s，。！？；：、,.!?;:（(【《“"'‘「『|—…·>]`;
const VERBS = '发现|下载|安装|卸载|打开|登录|注册|使用|点名|下架|通报|约谈|包括|例如|比如|譬如|其中|涉及|分别为|分别是|旗下|名为|叫做|叫作|推出|开发的?|运营的?|发布的?|应用|app|软件|客户端';
const EDGE_BEFORE = new RegExp(`(?:${EDGE})$`);
const OPEN_BEFORE = new RegExp(`(?:${EDGE}|[的在是被和与及或对向从把让用由到如像叫即过了将因为于给款]|(?:${VERBS})(?:了|过)?)$`, 'i');
const OPEN_AFTER = /^(?:$|[\s，。！？；：、,.!?;:）)】》”"'’」』|—…·/]|[的了在是被和与及或等也都将已未因为对向从里内中上后时则并还又再就却仍可会要把让遭称]|以及|表示|回应|存在|涉嫌|违规|拒不|用户|app|客户端)/i;

/** The word App behind a name. 软件 and 应用 are words of their own (应用广泛), so that a clause must end or go on behind them. */
const CLAUSE_AFTER = '(?=$|[\\s，。！？；：、,.!?;:（()）】」』”]|[的被遭因已也未等存有是在和与及又再])';
const APP_WORD_AFTER = new RegExp(`^\\s?(?:手机)?(?:app(?![a-z])|客户端|(?:应用程序|应用软件|软件|应用)${CLAUSE_AFTER})`, 'i');
/** The same where the name might be a word before it: 必要App权限. */
const APP_WORD_ALONE_AFTER = new RegExp(`^\\s?(?:手机)?(?:app|客户端|应用程序|应用软件|软件|应用)${CLAUSE_AFTER}`, 'i');
const APP_WORD_BEFORE = /(?:app|应用|应用程序|软件|客户端)\s?$/i;
/** Kinds of programs that stand apart from the app of the same name. */
const OTHER_KIND_AFTER = /^\s?(?:微信|支付宝|百度|抖音)?(?:小程序|快应用|sdk(?![a-z]))/i;
/** What a regulator does to an app, said of the name before it. */
const PREDICATE_AFTER =
  /^\s?(?:app|客户端|软件|应用)?(?:[（(][^（）()]{0,40}[）)])?(?:因[^，。；]{0,20})?(?:等[^，。；]{0,15})?(?:已经?|也|再次|又|均|先后|此前|曾|近日|日前|今日|仍|还|再度)*(?:(?:被|遭到?|受到)[^，。；]{0,12}?(?:通报|下架|点名|约谈|处罚|责令|曝光)|存在[^，。；]{0,20}(?:问题|行为|情形)|涉嫌|违规|超范围|拒不整改|未按|(?:仍|尚)?未完成整改|已?完成整改)/i;
const SUBJECT_AFTER = /^(?:方面)?(?:回应|表示|称|发布|致歉|宣布)/;

/** “…” after these is speech or a title of something else; after 据报道 it is neither. */
const NOT_APP_BEFORE = /(?:说|[^报]道|喊|喊着|问|叫|答|喊声|歌曲|电影|电视剧|小说|专著|栏目|节目|央视|中央电视台|卫视|电视台|杂志|论文|词语|单词|英文|所谓的?)[：:，,]?$/;
const NOT_APP_AFTER = /^(?:栏目|节目|频道|一词|二字|两字|三字|四字|这个词|这一|这句|一书|一文|一歌|电影|电视剧|歌曲|专辑|杂志|报道|类|式|的说法|字样|主题|话题)/;

const APP_CONTEXT = /app(?![a-z])|应用(?![于到在题])|软件|客户端|小程序|sdk|工信部|工业和信息化部|通信管理局/i;
const LOOSE_APP_CONTEXT = /app(?![a-z])|应用(?![于到在题])|软件|客户端|小程序|sdk|下架|通报(?!批评)|安装|卸载|下载|工信部|工业和信息化部|通信管理局|个人信息|侵害用户/i;

/** Words behind an enumeration: 甲、乙、丙等12款App, 甲、乙2家企业的App. Words before it: App包括甲、乙; 通报了甲、乙. */
const LIST_TAIL = /(?:等|[0-9一二三四五六七八九十]余?[款家个])[^、。；，]{0,14}(?:app(?![a-z])|应用(?![于到场领价程]|[题型])|软件|小程序|sdk|客户端)/i;
const LIST_HEAD = /(?:app|应用|软件|客户端|小程序|sdk|名单)[^。；]{0,12}(?:包括|包含|分别(?:为|是)|有|如下|：|:)\s?(?:[^，。；：:]{1,30}、)*[《“"]?$/i;
/** Goods are named and taken off shelves too: this is enough for names that are no words. */
const LOOSE_LIST_HEAD = /(?:通报|下架|点名|约谈|涉及)了?[：:]?\s?(?:[^，。；：:]{1,30}、)*[《“"]?$/;

/** A name with the text around it, as far as rules look. */
export interface Surroundings {
  /** Text before and behind the name, the marks around it left out. */
  readonly before: string;
  readonly after: string;
  readonly isMarked: boolean;
  readonly name: string;
}

const REACH = 200;

/** The surroundings of `text.slice(start, end)`, as far as rules look. */
export function surroundingsOf(text: string, start: number, end: number): Surroundings {
  const before = afterLast(text.slice(Math.max(0, start - REACH), start));
  const after = beforeFirst(text.slice(end, end + REACH));
  const name = text.slice(start, end);
  const close = OPEN_MARKS.includes(before.slice(-1)) ? CLOSE_OF[before.slice(-1)] : undefined;
  if (close === undefined) return { before, after, isMarked: false, name };
  const inner = /^\s?(?:app|客户端|软件)?/i.exec(after)?.[0].length ?? 0;
  if (after.charAt(inner) !== close) return { before, after, isMarked: false, name };
  return { before: before.slice(0, -1), after: after.slice(inner + 1), isMarked: true, name };
}

function afterLast(text: string): string {
  const at = text.lastIndexOf(BARRIER);
  return at === -1 ? text : text.slice(at);
}

function beforeFirst(text: string): string {
  const at = text.indexOf(BARRIER);
  return at === -1 ? text : text.slice(0, at + 1);
}

/** Whether the letters are part of something longer: a Latin word, an address, the name of a firm, the value of another field. */
export function isPartOfOther({ before, after, name, isMarked }: Surroundings): boolean {
  if (FIELD_BEFORE.test(tail(before))) return true;
  if (isMarked) return false;
  if (LATIN_EDGE_START.test(name) && LATIN_BEFORE.test(tail(before))) return true;
  if (LATIN_EDGE_END.test(name) && LATIN_AFTER.test(after)) return true;
  if (LATIN_ONLY.test(name) && (ENGLISH_BEFORE.test(tail(before)) || ENGLISH_AFTER.test(after))) return true;
  return OTHER_NOTATION_BEFORE.test(tail(before)) || OTHER_NOTATION_AFTER.test(after) || FIRM_AFTER.test(after);
}

const LATIN_EDGE_START = /^[\p{Script=Latin}0-9]/u;
const LATIN_EDGE_END = /[\p{Script=Latin}0-9+]$/u;
const LATIN_ONLY = /^[^\p{Script=Han}]+$/u;

/** So much of the text before a name is enough for rules that look at its end: a search for an end begins at the beginning. */
const tail = (before: string): string => (before.length > 12 ? `${BARRIER}${before.slice(-12)}` : before);

/** Whether nothing can run on from the left into the name: a mark or the beginning of the text stands there. */
export const isAtLeftEdge = ({ before, isMarked }: Surroundings): boolean => isMarked || EDGE_BEFORE.test(tail(before));
/** Whether a name may begin here: at an edge, or behind a word that takes one (的, 对, 下架了). */
export const isOpenBefore = ({ before, isMarked }: Surroundings): boolean => isMarked || OPEN_BEFORE.test(tail(before));
/** Whether a name may end here: at a mark, or before a word that follows one (的, 等, 存在). */
export const isOpenAfter = ({ after, isMarked }: Surroundings): boolean => isMarked || OPEN_AFTER.test(after);
/** Whether App, 客户端 or the like stands right behind; 应用 and 软件 only where the clause ends with them. */
export const isCalledApp = ({ after }: Surroundings): boolean => APP_WORD_AFTER.test(after);
/** Whether the text goes on with 小程序, 快应用 or SDK: something other than the app of that name. */
export const isOtherKind = ({ after }: Surroundings): boolean => OTHER_KIND_AFTER.test(after);
/** As `isCalledApp`, but App and 客户端, too, must end the clause. */
export const isAppAlone = ({ after }: Surroundings): boolean => APP_WORD_ALONE_AFTER.test(after);
/** Whether what is said next is said of apps: 被通报, 违规, 下架 and the like. */
export const isRegulated = ({ after }: Surroundings): boolean => PREDICATE_AFTER.test(after);
/** Whether the text goes on as of somebody who speaks: 回应, 表示, 致歉. */
export const isSpeaking = ({ after }: Surroundings): boolean => SUBJECT_AFTER.test(after);
/** Whether the words around say that something else is meant: a programme, a film, a word that is quoted. */
export const isNoApp = ({ before, after }: Surroundings): boolean => NOT_APP_BEFORE.test(tail(before)) || NOT_APP_AFTER.test(after);
/** App《名》 or 《名》App. */
export const hasAppWordBeside = (around: Surroundings): boolean => isCalledApp(around) || APP_WORD_BEFORE.test(tail(around.before));

/** Whether the sentence speaks of apps, the name itself not counted; `loose`: or of what is done to apps and to other things. */
export function speaksOfApps({ before, after }: Surroundings, loose: boolean): boolean {
  const context = loose ? LOOSE_APP_CONTEXT : APP_CONTEXT;
  const from = Math.max(...['。', '！', '？', '；'].map((end) => before.lastIndexOf(end)));
  const to = after.search(/[。！？；]/);
  return context.test(before.slice(from + 1)) || context.test(to === -1 ? after : after.slice(0, to));
}

/** Whether the name is a whole item of an enumeration of apps; `loose`: or of what was taken down or named. */
export function isListedAsApp({ before, after, isMarked }: Surroundings, loose: boolean): boolean {
  const rest = after.replace(/^\s?(?:app)?\s?(?:[（(][^（）()]{0,40}[）)])?/i, '');
  // Marked items may follow each other without a comma: “甲”“乙”等.
  const afterItem = rest.startsWith('、') || (isMarked && /^[《“「『]/.test(rest));
  const beforeItem = before.endsWith('、') || (isMarked && /[》”」』]$/.test(before));
  if (!afterItem && !(beforeItem && /^(?:$|等|和|与|及|以及|[，。；！？\s]|[0-9一二三四五六七八九十]+余?[款家个])/.test(rest))) return false;
  if (!beforeItem && !OPEN_BEFORE.test(tail(before))) return false;
  const sentence = rest.split(/[。！？；]/, 1)[0] ?? '';
  return LIST_TAIL.test(sentence) || LIST_HEAD.test(before) || (loose && LOOSE_LIST_HEAD.test(before));
}

/** What may stand between a firm and its app. */
const OWNER_WORDS = /(?:旗下|开发|运营|推出|发布)?的?(?:app|应用|软件)?$/i;

/** Developer named beside the app: 知衣（杭州知衣科技有限公司）, 由杭州知衣科技有限公司开发的“知衣”; there with the words before it. */
export function developerBeside({ before, after }: Surroundings): string | null {
  const behind = /^\s?(?:app|客户端|软件|应用)?\s?[（(](?:(?:开发者|开发商|运营者|运营商|主办|出品|企业)[^：:]{0,2}[：:])?([^（()）：:]{2,30}(?:[（(][^（()）]{1,8}[）)][^（()）]{0,20})?)[）)]/i.exec(after)?.[1];
  if (behind !== undefined) return behind;
  const end = before.length - (OWNER_WORDS.exec(before.slice(-16))?.[0].length ?? 0);
  const owner = before.slice(Math.max(0, end - 60), end);
  return /(?:公司|集团|工作室)$/.test(owner.slice(-3)) ? (/[\p{L}\p{N}（）()]+$/u.exec(owner)?.[0] ?? null) : null;
}
