/** What kind of thing an entry is: told by its name, its source, or the words over its list. */
import { kindOfSection } from './captions';
import type { EntryType } from './notice';
import { simplify } from './traditional';

interface TypeEvidence {
  readonly name: string;
  readonly source: string | null;
  readonly version: string | null;
  readonly category: string | null;
  /** What the list around says, see `typeOfList`. */
  readonly around: EntryType;
}

/** A character of every source that says so: 小程序, 快应用, 微信, 支付宝. Most sources are stores and hold none. */
const MAY_TELL = /[序快信支]/;

/** SDK where the name ends so; mini-program by its host; quick-app by source or version; else what the list is of. */
export function entryType(evidence: TypeEvidence): EntryType {
  const name = /[kKｋＫ]\s*$/.test(evidence.name) ? evidence.name.normalize('NFKC').replace(/\s+/g, '') : '';
  const source = evidence.source === null || !MAY_TELL.test(evidence.source) ? '' : simplify(evidence.source.replace(/\s+/g, ''));
  const category = evidence.category ?? '';
  if (/SDK$/i.test(name) || /^SDK$/i.test(category)) return 'sdk';
  if (/^(?:微信|支付宝|百度|抖音|QQ|淘宝|京东|美团|快手)?小程序/.test(source) || /^(?:微信|支付宝)$/.test(source) || /小程序$/.test(source) || /^小程序/.test(category)) return 'mini-program';
  if (/快应用/.test(source) || evidence.version === '快应用' || /快应用/.test(category)) return 'quick-app';
  return evidence.around;
}

const SECTION_TYPES: Readonly<Record<string, EntryType>> = { SDK: 'sdk', 小程序: 'mini-program', 快应用: 'quick-app' };

/** What the caption and the headings of a list say its entries are, where their own words leave it open; what they leave open, the title of the notice. */
export function typeOfList(caption: string | null, headings: readonly string[], title = ''): EntryType {
  const words = [caption ?? '', ...headings].map((w) => simplify(w.replace(/\s+/g, '')));
  const section = caption === null ? null : (SECTION_TYPES[kindOfSection(caption)?.toUpperCase() ?? ''] ?? null);
  if (section !== null) return section;
  if (words.some((w) => /SDK名称|SDK名单/i.test(w) && !/APP|应用/i.test(w))) return 'sdk';
  if (words.some((w) => /小程序名称|小程序名单/.test(w) && !/APP|应用/i.test(w))) return 'mini-program';
  if (words.some((w) => /终端名称|终端型号|设备型号|智能终端/.test(w))) return 'device';
  const ofPrograms = words.some((w) => /APP|应用(?!类)|软件|程序|SDK|游戏/i.test(w));
  const models = words.some((w) => /型号/.test(w)) && words.some((w) => /^(?:产品|终端|设备|商品)(?:名称)?$/.test(w));
  if (!ofPrograms && (models || /智能终端/.test(simplify(title)))) return 'device';
  return 'app';
}
