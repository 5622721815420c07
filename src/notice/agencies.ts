/**
 * Agencies 发文机关: who issues a notice, and whose list it is. The 31 通信管理局 are told by their province, others by the form of their name.
 * Province codes are those of the bureaus' sites (`shca.miit.gov.cn`).
 */

import { simplify } from './traditional';

interface Province {
  readonly code: string;
  readonly short: string;
  readonly full: string;
}

const PROVINCES: readonly Province[] = [
  ['bj', '北京', '市'], ['tj', '天津', '市'], ['he', '河北', '省'], ['sx', '山西', '省'], ['nmg', '内蒙古', '自治区'], ['ln', '辽宁', '省'],
  ['jl', '吉林', '省'], ['hlj', '黑龙江', '省'], ['sh', '上海', '市'], ['js', '江苏', '省'], ['zj', '浙江', '省'], ['ah', '安徽', '省'],
  ['fj', '福建', '省'], ['jx', '江西', '省'], ['sd', '山东', '省'], ['ha', '河南', '省'], ['hb', '湖北', '省'], ['hn', '湖南', '省'],
  ['gd', '广东', '省'], ['gx', '广西', '壮族自治区'], ['hi', '海南', '省'], ['cq', '重庆', '市'], ['sc', '四川', '省'], ['gz', '贵州', '省'],
  ['yn', '云南', '省'], ['xz', '西藏', '自治区'], ['sn', '陕西', '省'], ['gs', '甘肃', '省'], ['qh', '青海', '省'], ['nx', '宁夏', '回族自治区'],
  ['xj', '新疆', '维吾尔自治区'],
].map(([code, short, kind]) => ({ code: code ?? '', short: short ?? '', full: `${short ?? ''}${kind ?? ''}` }));

const PROVINCE_PATTERN = PROVINCES.map((p) => `${p.short}(?:省|市|(?:壮族|回族|维吾尔)?自治区)?`).join('|');
const BUREAU = new RegExp(`(${PROVINCE_PATTERN})\\s*(?:通信管理局|通管局)`);
const MINISTRY = /工业和信息化部(?:[\u4e00-\u9fff]{2,12}?(?:局|司|中心))?|工信部(?:信管局)?/;
/** Other bodies that publish such lists, by the form of their name. */
const OTHER = new RegExp(
  [
    '(?:国家|中央)[\\u4e00-\\u9fff]{2,14}?(?:中心|办公室|总局)',
    '(?:国家|中央)网信办',
    'App违法违规收集使用个人信息[\\u4e00-\\u9fff]{0,6}工作组|App专项治理工作组',
    '中国[\\u4e00-\\u9fff]{2,12}?(?:协会|研究院)',
    '公安部(?:(?!关于|通报|公布|组织|[检监]测|联合|会同|[和与及])[\\u4e00-\\u9fff]){2,22}?(?:局|中心)|公安部',
    `(?:${PROVINCE_PATTERN}|[\\u4e00-\\u9fff]{2,7}?市)(?:委|党委)?(?:互联网信息办公室|网络安全和信息化委员会办公室|网信办|公安厅|公安局|市场监督管理局|消费者权益保护委员会|消费者协会|经济和信息化(?:局|委员会|厅))`,
  ].join('|'),
  'i',
);

/** An agency as a text names it. */
export interface NamedAgency {
  /** Full name, short forms written out: 上海通管局 → 上海市通信管理局. */
  readonly name: string;
  /** The body without its bureau (工业和信息化部), whose lists and series these are. */
  readonly authority: string;
  /** First part of the series: `miit`, `sh-ca`, `cverc`. */
  readonly code: string;
}

const OTHER_CODES: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/计算机病毒应急处理中心/, 'cverc'],
  [/互联网信息办公室|网信办|网络安全和信息化委员会/, 'cac'],
  [/工作组/, 'app-group'],
  [/消费者/, 'cca'],
  [/公安/, 'mps'],
  [/市场监督管理/, 'samr'],
];

const MINISTRY_AUTHORITY = '工业和信息化部';

/** The agency that a text names first; null where it names none. */
export function findAgency(text: string): NamedAgency | null {
  const plain = simplify(text.replace(/\s+/g, ''));
  const found = [bureauIn(plain), ministryIn(plain), otherIn(plain)].filter((f) => f !== null);
  found.sort((a, b) => a.index - b.index);
  return found[0]?.agency ?? null;
}

/** Whether a text is the name of an agency and nothing else, as a line of a signature is. Joint notices name several, each on its line. */
export function isOnlyAgency(text: string): boolean {
  const plain = simplify(text.replace(/\s+/g, ''));
  if (plain.length < 3 || plain.length > 40 || /关于|通报[^中]|[0-9的，。：]/.test(plain)) return false;
  const found = [bureauIn(plain), ministryIn(plain), otherIn(plain)].some((f) => f !== null && f.index === 0);
  return found && /(?:部|局|司|厅|委|中心|办公室|网信办|办|总队|支队|工作组|协会|研究院)$/.test(plain);
}

/** 信息通信管理局 as a page's 来源 is a bureau of the ministry; its name there leaves the ministry out. */
export function agencyOfSource(source: string): NamedAgency | null {
  if (/^信息通信(?:管理|发展)局$|^信管局$/.test(simplify(source.trim()))) return ministry('工业和信息化部信息通信管理局');
  if (/^中国网信网$/.test(source.trim())) return findAgency('国家互联网信息办公室');
  return findAgency(source);
}

/** The agency of a government address: `wap.miit.gov.cn` the ministry, `shca.miit.gov.cn` the bureau of Shanghai. */
export function agencyOfUrl(url: string): NamedAgency | null {
  const host = /^https?:\/\/([^/:]+)/.exec(originalUrl(url))?.[1]?.toLowerCase() ?? '';
  const bureau = /^(?:www\.|wap\.)?([a-z]{2,3})ca\.miit\.gov\.cn$/.exec(host);
  const province = bureau === null ? undefined : PROVINCES.find((p) => p.code === bureau[1]);
  if (province !== undefined) return bureauOf(province);
  if (/(?:^|\.)miit\.gov\.cn$/.test(host)) return ministry(MINISTRY_AUTHORITY);
  if (/(?:^|\.)cverc\.org\.cn$/.test(host)) return { name: '国家计算机病毒应急处理中心', authority: '国家计算机病毒应急处理中心', code: 'cverc' };
  if (/(?:^|\.)cac\.gov\.cn$/.test(host)) return { name: '国家互联网信息办公室', authority: '国家互联网信息办公室', code: 'cac' };
  return null;
}

/** The address that an archived copy is of (`web.archive.org/web/<14 digits>[mp_|id_]/<original>`); other addresses as they are. */
export function originalUrl(url: string): string {
  return /^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(.+)$/.exec(url)?.[1] ?? url;
}

function bureauIn(text: string): { index: number; agency: NamedAgency } | null {
  const found = BUREAU.exec(text);
  if (found === null) return null;
  const province = PROVINCES.find((p) => (found[1] ?? '').startsWith(p.short));
  return province === undefined ? null : { index: found.index, agency: bureauOf(province) };
}

function bureauOf(province: Province): NamedAgency {
  const name = `${province.full}通信管理局`;
  return { name, authority: name, code: `${province.code}-ca` };
}

function ministryIn(text: string): { index: number; agency: NamedAgency } | null {
  const found = MINISTRY.exec(text);
  if (found === null) return null;
  return { index: found.index, agency: ministry(found[0].replace(/^工信部信管局$/, '工业和信息化部信息通信管理局').replace(/^工信部/, MINISTRY_AUTHORITY)) };
}

function ministry(name: string): NamedAgency {
  return { name, authority: MINISTRY_AUTHORITY, code: 'miit' };
}

function otherIn(text: string): { index: number; agency: NamedAgency } | null {
  const found = OTHER.exec(text);
  if (found === null) return null;
  const name = found[0];
  const code = OTHER_CODES.find(([pattern]) => pattern.test(name))?.[1] ?? 'agency';
  const province = PROVINCES.find((p) => name.startsWith(p.short));
  return { index: found.index, agency: { name, authority: name, code: province === undefined ? code : `${province.code}-${code}` } };
}
