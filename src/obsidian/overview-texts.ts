/** What the overview says, in both languages. */
import type { Language } from '../document/diagnostic';
import { counted } from './counted';

/** The sentences of the pane and of its command. */
export interface OverviewTexts {
  readonly command: string;
  readonly title: string;
  readonly show: string;
  readonly again: string;
  readonly empty: string;
  readonly import: string;
  readonly check: string;
  readonly infringement: string;
  readonly takedown: string;
  readonly entries: string;
  readonly apps: string;
  readonly namedAgain: string;
  readonly takenDown: string;
  readonly namedAfterTakedown: string;
  readonly lastNotice: string;
  readonly deadlines: string;
  readonly mendBy: (date: string) => string;
  readonly watched: string;
  readonly lastNamed: (date: string) => string;
  readonly years: string;
  readonly year: string;
  readonly noDate: string;
  /** Cell of one year and kind: how many notices, how many entries. */
  readonly inYear: (notices: number, entries: number) => string;
  readonly problems: string;
  readonly developers: string;
  readonly ofApps: (apps: number) => string;
}

/** The sentences by language. */
export const OVERVIEW_TEXTS: Readonly<Record<Language, OverviewTexts>> = {
  en: {
    command: 'Open overview',
    title: 'Overview of notices',
    show: 'Show overview',
    again: 'Refresh',
    empty: 'There are no notices in this vault yet.',
    import: 'Import notices…',
    check: 'Check vault',
    infringement: 'Infringement notices',
    takedown: 'Takedown notices',
    entries: 'Entries listed',
    apps: 'Apps',
    namedAgain: 'Named more than once',
    takenDown: 'Taken down',
    namedAfterTakedown: 'Named again after a takedown',
    lastNotice: 'Latest notice',
    deadlines: 'Upcoming deadlines',
    mendBy: (date) => `to be fixed by ${date}`,
    watched: 'Apps you watch',
    lastNamed: (date) => `last named ${date}`,
    years: 'By year',
    year: 'Year',
    noDate: 'No date',
    inYear: (notices, entries) => (notices === 0 ? '–' : `${notices} · ${counted(entries, 'entry', 'entries')}`),
    problems: 'Most frequent problems',
    developers: 'Developers with the most apps',
    ofApps: (apps) => counted(apps, 'app', 'apps'),
  },
  zh: {
    command: '打开总览',
    title: '通报总览',
    show: '显示总览',
    again: '刷新',
    empty: '此仓库中还没有通报。',
    import: '导入通报…',
    check: '检查仓库',
    infringement: '侵害通报',
    takedown: '下架通报',
    entries: '名单条目',
    apps: '应用',
    namedAgain: '多次被通报',
    takenDown: '被下架',
    namedAfterTakedown: '下架后再被通报',
    lastNotice: '最新通报',
    deadlines: '临近的整改期限',
    mendBy: (date) => `整改期限 ${date}`,
    watched: '您关注的应用',
    lastNamed: (date) => `最近通报 ${date}`,
    years: '历年通报',
    year: '年份',
    noDate: '日期不详',
    inYear: (notices, entries) => (notices === 0 ? '–' : `${notices} 份 · ${entries} 项`),
    problems: '最常见的问题',
    developers: '涉及应用最多的开发者',
    ofApps: (apps) => `${apps} 款`,
  },
};
