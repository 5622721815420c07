/** What "Rebuild indexes" says, in both languages. */
import type { Language } from '../document/diagnostic';

/** The sentences of the command and of its preview. */
export interface IndexTexts {
  readonly command: string;
  readonly title: string;
  readonly lead: string;
  readonly action: string;
}

/** The sentences by language. */
export const INDEX_TEXTS: Readonly<Record<Language, IndexTexts>> = {
  en: {
    command: 'Rebuild index pages…',
    title: 'Rebuild index pages',
    lead: 'Every notice of the vault gets its line, in true order. Your own lines stay where they are.',
    action: 'Rebuild',
  },
  zh: {
    command: '整理索引页…',
    title: '整理索引页',
    lead: '仓库中的每份通报都会列入索引，并按批次排好。您自己写的内容位置不变。',
    action: '整理',
  },
};
