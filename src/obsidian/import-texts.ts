/** What the import window says of watched apps and of the first import, in both languages. */
import type { Language } from '../document/diagnostic';

export interface ImportTexts {
  readonly watchedTitle: string;
  /** The firm as the settings name it. */
  readonly watchedFirm: (name: string) => string;
  readonly knownBefore: string;
  readonly mendBy: (date: string) => string;
  readonly noProblems: string;
  readonly choiceTitle: string;
  readonly choiceHint: string;
  readonly choiceAll: (notes: number) => string;
  readonly choiceNotable: (notes: number) => string;
  readonly review: (pairs: number) => string;
}

export const IMPORT_TEXTS: Readonly<Record<Language, ImportTexts>> = {
  en: {
    watchedTitle: 'You watch these',
    watchedFirm: (name) => `Firm: ${name}`,
    knownBefore: 'Already in the vault',
    mendBy: (date) => `To be mended by ${date}`,
    noProblems: 'No problem stated',
    choiceTitle: 'Which apps get a note of their own?',
    choiceHint: 'An app without a note stays in the lists of its notices, and gets a note when it is named again.',
    choiceAll: (notes) => `All apps (${notes})`,
    choiceNotable: (notes) => `Only apps listed twice, taken down or watched (${notes})`,
    review: (pairs) => (pairs === 1 ? 'Review 1 pair…' : `Review ${pairs} pairs…`),
  },
  zh: {
    watchedTitle: '您关注的应用和企业',
    watchedFirm: (name) => `企业：${name}`,
    knownBefore: '仓库中已有',
    mendBy: (date) => `整改期限 ${date}`,
    noProblems: '未写明所涉问题',
    choiceTitle: '为哪些应用建立笔记？',
    choiceHint: '未建笔记的应用仍保留在通报名单中，再次被通报时会自动建立笔记。',
    choiceAll: (notes) => `全部应用（${notes} 款）`,
    choiceNotable: (notes) => `仅限多次被通报、被下架或您关注的应用（${notes} 款）`,
    review: (pairs) => `核对 ${pairs} 对应用…`,
  },
};
