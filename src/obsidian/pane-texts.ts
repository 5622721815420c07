/** What the plugin's panes say while they look, in both languages. */
import type { Language } from '../document/diagnostic';

/** The sentences that all panes share. */
export interface PaneTexts {
  readonly looking: string;
  readonly progress: (done: number, total: number) => string;
  readonly failed: (reason: string) => string;
}

/** The sentences by language. */
export const PANE_TEXTS: Readonly<Record<Language, PaneTexts>> = {
  en: {
    looking: 'Reading the vault…',
    progress: (done, total) => `${done} of ${total} notes read`,
    failed: (reason) => `The vault could not be read: ${reason}`,
  },
  zh: {
    looking: '正在读取仓库…',
    progress: (done, total) => `已读取 ${done} / ${total} 篇笔记`,
    failed: (reason) => `未能读取仓库：${reason}`,
  },
};
