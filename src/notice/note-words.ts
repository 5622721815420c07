/**
 * Words that the program itself writes into notes, in both languages. They stand beside the reading of notices, for a note is a source, too:
 * whatever the setting says now, the words of both languages are known in what is there.
 */
import type { NoteLanguage } from '../settings';

/** Titles and labels of notes, as they are written where the notes are Chinese and where they are English. */
export const NOTE_WORDS = {
  fullText: { zh: '全文', en: 'Full text' },
  metadata: { zh: '元数据', en: 'Metadata' },
  original: { zh: '原文', en: 'Original' },
  archivedCopy: { zh: '存档', en: 'Archived copy' },
  textToBeAdded: { zh: '正文待补', en: 'Text to be added' },
  annexes: { zh: '附件', en: 'Annexes' },
  list: { zh: '名单', en: 'List' },
  listToBeAdded: { zh: '名单待补', en: 'List to be added' },
  originals: { zh: '原件', en: 'Originals' },
  address: { zh: '网址', en: 'Address' },
  differences: { zh: '来源差异', en: 'Differences between sources' },
  record: { zh: '通报记录', en: 'Record' },
  ownNotes: { zh: '笔记', en: 'Notes' },
  allPages: { zh: '全部页面', en: 'All pages' },
  mergedFrom: { zh: '合并自', en: 'Merged from ' },
  infringementNotices: { zh: '侵害通报', en: 'infringement notices' },
  takedownNotices: { zh: '下架通报', en: 'takedown notices' },
  date: { zh: '日期', en: 'Date' },
  notice: { zh: '通报', en: 'Notice' },
  listedName: { zh: '所列名称', en: 'Name as listed' },
  type: { zh: '类型', en: 'Type' },
  developer: { zh: '开发者', en: 'Developer' },
  source: { zh: '应用来源', en: 'Source' },
  version: { zh: '应用版本', en: 'Version' },
  problems: { zh: '所涉问题', en: 'Problems' },
  listAgency: { zh: '名单机关', en: 'Agency of the list' },
} as const satisfies Readonly<Record<string, Readonly<Record<NoteLanguage, string>>>>;

/** A word of the program in a note, by its meaning. */
export type NoteWord = keyof typeof NOTE_WORDS;

/** Whether a text is the word in either language. */
export function isNoteWord(text: string, word: NoteWord): boolean {
  return bothLanguages(word).includes(text.trim());
}

/** The word in all languages. */
export function bothLanguages(word: NoteWord): readonly string[] {
  return Object.values(NOTE_WORDS[word]);
}

/** The other language. */
export function otherLanguage(language: NoteLanguage): NoteLanguage {
  return language === 'zh' ? 'en' : 'zh';
}
