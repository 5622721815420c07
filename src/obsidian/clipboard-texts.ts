/** What "Add list from clipboard" says, in both languages. */
import type { Language } from '../document/diagnostic';

/** The sentences of the command and of its box. */
export interface ClipboardTexts {
  readonly command: string;
  readonly title: string;
  readonly refused: string;
  readonly noList: string;
  readonly label: string;
  readonly hint: string;
  readonly read: string;
  readonly add: string;
}

/** The sentences by language. */
export const CLIPBOARD_TEXTS: Readonly<Record<Language, ClipboardTexts>> = {
  en: {
    command: 'Add list from clipboard',
    title: 'Add list',
    refused: 'The clipboard cannot be read from here. Paste the list into the box.',
    noList: 'No list of apps was found in what you copied. Copy the whole table with its headings, and paste it here.',
    label: 'The list',
    hint: 'A table from Word, Excel or a web page keeps its rows when it is pasted.',
    read: 'Read list',
    add: 'Add list',
  },
  zh: {
    command: '从剪贴板补充名单',
    title: '补充名单',
    refused: '无法直接读取剪贴板，请将名单粘贴到下面的框里。',
    noList: '复制的内容中没有找到应用名单。请连同表头复制整张表格，再粘贴到这里。',
    label: '名单内容',
    hint: '从 Word、Excel 或网页复制的表格，粘贴后会保留行列。',
    read: '读取名单',
    add: '补充',
  },
};
