/** Apps that a sentence names: 《甲》（版本1.7.3，360手机助手）, 甲（应用宝，V2.0）. */
import { fieldOfDetail, fitOf } from './cell-fit';
import { splitOutsideBrackets } from './clauses';
import { simplify } from './traditional';

/** One app that the words name, with what they say of it, in their words without labels such as 版本. Null for what is not said. */
export interface AppMention {
  readonly name: string;
  readonly developer: string | null;
  readonly source: string | null;
  readonly version: string | null;
  readonly problems: string | null;
  /** The group under whose name it stands: 运动健身类. */
  readonly category?: string | null;
}

const BRACKETS = '[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]';
const TITLED = new RegExp(`《([^《》]{1,60})》\\s*(?:${BRACKETS})?`, 'g');
/** Texts of rules and papers of an app stand in the same marks. */
const RULE = /(?:法|规定|条例|办法|通知|公告|通告|意见|标准|规范|指南|决定|细则|方案|制度|目录|清单|通报|协议|政策|规则|声明|条款|要求|暂行|草案)(?:[（(][^）)]*[）)])?$/;
const NAME = '[《“"「]?([^《》“”"「」（()）]{1,40}?(?:[（(][^（）()0-9，,；;：:]{1,16}[）)])?)[》”"」]?\\s*';
const ONE = new RegExp(`^${NAME}(?:${BRACKETS})?$`);
/** 甲（版本1.2，应用宝）：违规收集个人信息, 甲（版本1.2）存在账号注销难问题: the problems are told behind the brackets. */
const TOLD = new RegExp(`^${NAME}${BRACKETS}\\s*(?:[:：，,；;—－-]+\\s*|(?=存在|涉嫌|涉及|所涉|问题))(.+)$`);
const TELLS = /^(?:主要)?(?:存在|涉嫌|涉及)?(?:所涉|的)?(?:问题(?:是|为)?)?\s*[:：]?\s*/;
const TELLS_BEHIND = /(?:等)?的?(?:问题|行为|情形|情况)$/;

/** Every app in 《》, in order. A law is none; a name with a version or a store behind it always is one. */
export function titledApps(text: string): readonly AppMention[] {
  const found: AppMention[] = [];
  for (const match of text.matchAll(TITLED)) {
    const mention = withDetails((match[1] ?? '').trim(), match[2] ?? null);
    if (hasDetails(mention) || !RULE.test(mention.name)) found.push(mention);
  }
  return found;
}

/** Longer pieces name no app; looking for one in them would take the square of their length. */
const LONGEST_MENTION = 1000;

/** The one app that a piece of an enumeration names; null where it reads as something else. */
export function readMention(text: string): AppMention | null {
  if (text.length > LONGEST_MENTION) return null;
  const plain = text.trim().replace(/[；;。，,、\s]+$/, '');
  const whole = ONE.exec(plain);
  if (whole !== null && !/[，,；;。:：]/.test(whole[1] ?? '')) {
    // 甲（北京甲有限公司） names who runs it, 甲（极速版） an edition.
    const run = whole[2] === undefined ? /^(.+)[（(]([^（(]+(?:公司|工作室))[）)]$/.exec(whole[1] ?? '') : null;
    return withDetails((run?.[1] ?? whole[1] ?? '').trim(), run?.[2] ?? whole[2] ?? null);
  }
  const told = mentionWithProblems(plain);
  if (told !== null) return told;
  // 甲，北京甲公司，版本1.2
  const [name, ...details] = splitOutsideBrackets(plain, '，,；;\t');
  if (name === undefined || name === '' || name.length > 24 || details.length > 5 || plain.length > 80 || /[。]/.test(plain) || /[:：]/.test(name) || !isBalanced(name)) return null;
  // 甲（安卓版v1.2），运营者为北京甲公司
  const bracket = new RegExp(`^(.+?)${BRACKETS}$`).exec(name);
  const isDetail = bracket?.[2] !== undefined && fieldOfDetail(bracket[2]) === 'version';
  const mention = withDetails((isDetail ? (bracket[1] ?? '') : name).replace(/^《|》$/g, ''), [...(isDetail ? [bracket[2]] : []), ...details].join('，'));
  return details.length > 0 && hasDetails(mention) ? mention : null;
}

function mentionWithProblems(plain: string): AppMention | null {
  const told = TOLD.exec(simplify(plain));
  const problems = told?.[3];
  if (told === null || problems === undefined || /[，,；;。:：]/.test(told[1] ?? '') || fitOf(problems, 'problems', '') !== 3) return null;
  // Simplified text is as long as its source: places in it are places there.
  const nameAt = plain.search(/[^《“"「]/);
  const name = plain.slice(nameAt, nameAt + (told[1] ?? '').length);
  const detailsAt = simplify(plain).indexOf(told[2] ?? '', nameAt + name.length);
  const mention = withDetails(name.trim(), plain.slice(detailsAt, detailsAt + (told[2] ?? '').length));
  if (mention.version === null && mention.source === null && mention.developer === null) return null;
  const from = plain.length - problems.length + (TELLS.exec(problems)?.[0].length ?? 0);
  const to = plain.length - (TELLS_BEHIND.exec(problems)?.[0].length ?? 0);
  const words = plain.slice(from, Math.max(from, to)).trim();
  return { ...mention, problems: [mention.problems, words === '' ? null : words].filter((text) => text !== null).join('；') || null };
}

/** 存在问题：违规收集个人信息, 存在账号注销难等问题: the labels without the words around them. */
export function toldProblems(text: string): string {
  return text.replace(TELLS, '').replace(TELLS_BEHIND, '');
}

/** A name that opens a bracket and never closes it is the half of something. */
function isBalanced(name: string): boolean {
  let depth = 0;
  for (const c of name) {
    if (/[（(《【[]/.test(c)) depth += 1;
    else if (/[）)》】\]]/.test(c)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Whether anything but the name is known. */
export function hasDetails(mention: AppMention): boolean {
  return mention.developer !== null || mention.source !== null || mention.version !== null || mention.problems !== null;
}

type Detail = 'developer' | 'source' | 'version' | 'problems';

/** 开发者：甲公司, 来源为应用宝: each field with the labels that agencies put before it. */
const LABELS: readonly (readonly [field: Detail, labelled: RegExp])[] = (
  [
    ['version', '(?:应用|APP)?版本号?'],
    ['source', '(?:应用|下载|版本)?(?:来源|商店|渠道|平台)'],
    ['developer', '(?:应用|APP)?(?:开发者|运营者|开发商|(?:开发|运营|主办)(?:单位|企业|公司|主体))(?:名称)?'],
    ['problems', '(?:所涉|涉及|存在)?的?(?:主要|违规|具体)?问题'],
  ] as const
).map(([field, words]) => [field, new RegExp(`^${words}\\s*(?:[:：]|为|是)\\s*(.+)$`, 'i')]);

function readLabelled(text: string): { readonly field: Detail; readonly text: string } | null {
  for (const [field, labelled] of LABELS) {
    const said = labelled.exec(text)?.[1];
    if (said !== undefined) return { field, text: said };
  }
  return null;
}

/** What a line says of the app named above it: 应用版本：1.0.2. Null where it bears no such label, or says of the page where it comes from (来源：甲局). */
export function readDetails(text: string): AppMention | null {
  const mention = /[:：]/.test(text) && readLabelled(text) !== null ? withDetails('', text.replace(/[。；;]$/, '')) : null;
  if (mention === null || !hasDetails(mention)) return null;
  const ofPage = /^(?:来源|渠道|平台)/.test(text) && fitOf(mention.source ?? '', 'source', '') !== 3;
  const noProblem = mention.problems !== null && fitOf(mention.problems, 'problems', '') < 2;
  return ofPage || noProblem ? null : mention;
}

function withDetails(name: string, details: string | null): AppMention {
  const read: Record<Detail, string | null> = { developer: null, source: null, version: null, problems: null };
  const unread: string[] = [];
  for (const piece of (details ?? '').split(/\s*[，,；;]\s*|\s*、\s*(?=版本|[vV]?[0-9])/)) {
    const labelled = readLabelled(piece);
    const text = (labelled?.text ?? piece).trim();
    const field = text === '' ? null : (labelled?.field ?? fieldOfDetail(piece));
    if (field === null) {
      if (text !== '') unread.push(piece);
    } else if (field === 'problems') read.problems = [read.problems, toldProblems(text)].filter((words) => words !== null && words !== '').join('；') || null;
    else read[field] = read[field] === null ? text.replace(/^版本号?\s*[:：]?\s*/, '') : `${read[field] ?? ''}；${text}`;
  }
  // Brackets that say none of these are part of the name: 甲（极速版）.
  const whole = unread.length > 0 && !Object.values(read).some((v) => v !== null) ? `${name}（${details ?? ''}）` : name;
  if (unread.length > 0 && whole === name && read.source === null && unread.length === 1) read.source = unread[0] ?? null;
  return { name: whole, ...read };
}
