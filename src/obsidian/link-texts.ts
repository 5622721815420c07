/** What the window for links in the user's own notes says, in both languages. */
import type { Language } from '../document/diagnostic';
import type { ApplyTitles } from './apply-page';

/** The sentences of the window. */
export interface LinkTexts {
  readonly command: string;
  readonly title: string;
  readonly nothing: string;
  readonly lead: (sure: number, ask: number) => string;
  readonly line: (line: number) => string;
  readonly app: string;
  readonly showChanges: string;
  readonly link: (count: number) => string;
  readonly titles: ApplyTitles;
}

/** The sentences by language. */
export const LINK_TEXTS: Readonly<Record<Language, LinkTexts>> = {
  en: {
    command: 'Link app names in this note',
    title: 'Link app names',
    nothing: 'No app name that is not linked yet was found in this note.',
    lead: (sure, ask) => [...(sure > 0 ? [`${sure} sure, ticked.`] : []), ...(ask > 0 ? [`${ask} doubtful, for you to decide.`] : [])].join(' '),
    line: (line) => `line ${line}`,
    app: 'App',
    showChanges: 'Show the changes',
    link: (count) => (count === 1 ? 'Link 1 name' : `Link ${count} names`),
    titles: { writing: 'Linking', done: 'Names linked', stopped: 'Stopped', broken: 'Something went wrong' },
  },
  zh: {
    command: '为当前笔记中的应用名称添加链接',
    title: '为应用名称添加链接',
    nothing: '当前笔记中没有可添加链接的应用名称。',
    lead: (sure, ask) => `${[...(sure > 0 ? [`确定的 ${sure} 处，已勾选`] : []), ...(ask > 0 ? [`存疑的 ${ask} 处，请您判断`] : [])].join('；')}。`,
    line: (line) => `第 ${line} 行`,
    app: '应用',
    showChanges: '查看改动',
    link: (count) => `添加 ${count} 处链接`,
    titles: { writing: '正在写入', done: '已添加链接', stopped: '已停止', broken: '操作中断' },
  },
};
