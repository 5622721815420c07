/** What a preview says of edits of the user that stay, in both languages. */
import type { Language } from '../document/diagnostic';

/** The sentences beside an edit that stays. */
export interface ConflictTexts {
  /** A part of a note by the name that a reader knows it by; null where it is known by its own. */
  readonly part: (id: string) => string | null;
  readonly yours: string;
  readonly proposed: string;
  /** So many lines are the same in both and left out. */
  readonly sameLines: (count: number) => string;
  readonly onlySpacing: string;
}

/** Regions by their block ids; properties bear their own names. */
type PartName = 'text' | 'meta' | 'record' | 'originals' | 'differences' | 'index-infringement' | 'index-takedown';

const PARTS: Readonly<Record<PartName, Readonly<Record<Language, string>>>> = {
  text: { en: 'Text of the notice', zh: '正文' },
  meta: { en: 'Metadata', zh: '元数据' },
  record: { en: 'Record', zh: '通报记录' },
  originals: { en: 'Originals', zh: '原件' },
  differences: { en: 'Differences between sources', zh: '来源差异' },
  'index-infringement': { en: 'List of infringement notices', zh: '侵害通报列表' },
  'index-takedown': { en: 'List of takedown notices', zh: '下架通报列表' },
};

function partName(id: string, language: Language): string | null {
  const list = /^rn-list-(\d+)$/.exec(id)?.[1];
  if (list !== undefined) return language === 'zh' ? `名单 ${list}` : `List ${list}`;
  const name = id.replace(/^rn-/, '');
  return id.startsWith('rn-') && Object.hasOwn(PARTS, name) ? PARTS[name as PartName][language] : null;
}

/** The sentences by language. */
export const CONFLICT_TEXTS: Readonly<Record<Language, ConflictTexts>> = {
  en: {
    part: (id) => partName(id, 'en'),
    yours: 'In your note (stays)',
    proposed: 'What the plugin would write',
    sameLines: (count) => (count === 1 ? '1 line is the same' : `${count} lines are the same`),
    onlySpacing: 'Both read the same; only blanks or line ends differ.',
  },
  zh: {
    part: (id) => partName(id, 'zh'),
    yours: '您的笔记（保留）',
    proposed: '插件原本要写入',
    sameLines: (count) => `${count} 行相同`,
    onlySpacing: '文字相同，只是空白或换行有差别。',
  },
};
