/** What ribbon, menus and links say that lead into an import, in both languages. */
import type { Language } from '../document/diagnostic';
import type { LinkProblem } from './import-link';

/** The sentences that lead into an import. */
export interface WaysInTexts {
  readonly ribbon: string;
  readonly file: string;
  readonly files: (count: number) => string;
  readonly selection: string;
  readonly selectionCommand: string;
  readonly inbox: string;
  readonly inboxEmpty: (folder: string) => string;
  /** Why a link was not followed. */
  readonly link: Readonly<Record<LinkProblem, string>>;
}

/** The sentences by language. */
export const WAYS_IN_TEXTS: Readonly<Record<Language, WaysInTexts>> = {
  en: {
    ribbon: 'Import notices',
    file: 'Import as notice',
    files: (count) => `Import ${count} files as notices`,
    selection: 'Import selection as notice',
    selectionCommand: 'Import selected text as notice',
    inbox: 'Import notices from inbox',
    inboxEmpty: (folder) => `There is nothing to import in “${folder}”.`,
    link: {
      empty: 'Nothing to import was named.',
      'bad-address': 'Not opened: the address does not begin with https:// or http://, or is too long.',
      'long-text': 'Not opened: the text is too long.',
      'bad-file': 'Not opened: there is no such file in this vault, or it cannot be imported.',
    },
  },
  zh: {
    ribbon: '导入通报',
    file: '作为通报导入',
    files: (count) => `将 ${count} 个文件作为通报导入`,
    selection: '将选中内容作为通报导入',
    selectionCommand: '将选中的文字作为通报导入',
    inbox: '导入收件箱中的通报',
    inboxEmpty: (folder) => `“${folder}”中没有可以导入的文件。`,
    link: {
      empty: '没有指明要导入的内容。',
      'bad-address': '未打开：网址不以 https:// 或 http:// 开头，或者过长。',
      'long-text': '未打开：文字过长。',
      'bad-file': '未打开：此仓库中没有该文件，或者无法导入。',
    },
  },
};
