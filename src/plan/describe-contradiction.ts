/** A contradiction between two sources in words. */
import type { Language } from '../document/diagnostic';
import type { ContradictedField, Contradiction } from './fill-notice';

const FIELDS: Readonly<Record<ContradictedField, Readonly<Record<Language, string>>>> = {
  date: { zh: '发布日期', en: 'date' },
  agency: { zh: '发文机关', en: 'agency' },
  deadline: { zh: '整改期限', en: 'deadline' },
  statedCount: { zh: '通报数量', en: 'stated count' },
  lists: { zh: '名单份数', en: 'number of lists' },
  entries: { zh: '名单项数', en: 'number of entries' },
  name: { zh: '应用名称', en: 'name' },
  developer: { zh: '应用开发者', en: 'developer' },
  source: { zh: '应用来源', en: 'source' },
  version: { zh: '应用版本', en: 'version' },
  problems: { zh: '所涉问题', en: 'problems' },
};

/** `名单 1 №39 应用版本：采用“1.0”，另一来源为“1.1”`. */
export function describeContradiction(c: Contradiction, language: Language): string {
  const field = FIELDS[c.field][language];
  const place = [c.list > 0 ? (language === 'zh' ? `名单 ${c.list}` : `list ${c.list}`) : '', c.row > 0 ? `№${c.row}` : ''].filter((part) => part !== '').join(' ');
  const where = place === '' ? field : `${place} ${field}`;
  return language === 'zh' ? `${where}：采用“${c.first}”，另一来源为“${c.second}”` : `${where}: “${c.first}” is used, another source says “${c.second}”`;
}

/** The name of a field that two sources contradict each other in. */
export function fieldName(field: ContradictedField, language: Language): string {
  return FIELDS[field][language];
}
