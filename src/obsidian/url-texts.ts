/** What the window that asks for an address says. */
import type { Language } from '../document/diagnostic';

export interface UrlTexts {
  readonly command: string;
  readonly title: string;
  readonly explanation: string;
  readonly field: string;
  readonly fetch: string;
  readonly cancel: string;
  readonly notAnAddress: string;
  readonly fetching: (address: string) => string;
}

export const URL_TEXTS: Readonly<Record<Language, UrlTexts>> = {
  en: {
    command: 'Import notice from URL…',
    title: 'Import notice from URL',
    explanation: 'The page and the files that it links to are fetched, and copies are kept in the attachments folder.',
    field: 'Address of the notice',
    fetch: 'Fetch',
    cancel: 'Cancel',
    notAnAddress: 'Enter an address that begins with https:// or http://.',
    fetching: (address) => `Fetching ${address}…`,
  },
  zh: {
    command: '从网址导入通报…',
    title: '从网址导入通报',
    explanation: '将获取该网页及其链接的附件，并在附件文件夹中保存副本。',
    field: '通报网址',
    fetch: '获取',
    cancel: '取消',
    notAnAddress: '请输入以 https:// 或 http:// 开头的网址。',
    fetching: (address) => `正在获取 ${address}…`,
  },
};
