/** What the check of the vault says, in both languages. */
import type { Language } from '../document/diagnostic';
import type { VaultCheck } from '../insight/check-vault';
import { counted } from './counted';

type Counts = Pick<VaultCheck['counts'], 'notices' | 'entries' | 'apps' | 'news'>;

/** The sentences of the pane and of its command. */
export interface CheckTexts {
  readonly command: string;
  readonly title: string;
  readonly start: string;
  readonly again: string;
  readonly counts: (counts: Counts) => string;
  readonly noNotices: string;
  readonly nothingFound: string;
}

/** The sentences by language. */
export const CHECK_TEXTS: Readonly<Record<Language, CheckTexts>> = {
  en: {
    command: 'Check vault',
    title: 'Check of notices',
    start: 'Check now',
    again: 'Check again',
    counts: ({ notices, entries, apps, news }) => `Read: ${[counted(notices, 'notice', 'notices'), counted(entries, 'entry', 'entries'), counted(apps, 'app', 'apps'), ...(news > 0 ? [counted(news, 'news item', 'news items')] : [])].join(', ')}.`,
    noNotices: 'No notices have been imported or adopted yet.',
    nothingFound: 'Nothing needs your attention.',
  },
  zh: {
    command: '检查仓库',
    title: '通报检查',
    start: '立即检查',
    again: '重新检查',
    counts: ({ notices, entries, apps, news }) => `已检查通报 ${notices} 份、名单条目 ${entries} 项、应用 ${apps} 款${news > 0 ? `、新闻 ${news} 篇` : ''}。`,
    noNotices: '尚未导入或接管任何通报。',
    nothingFound: '没有需要处理的问题。',
  },
};
