/** What "Open app record" says, in both languages. */
import type { Language } from '../document/diagnostic';

/** The sentences of the command and of its chooser. */
export interface RecordTexts {
  readonly command: string;
  readonly pick: string;
  readonly none: string;
}

/** The sentences by language. */
export const RECORD_TEXTS: Readonly<Record<Language, RecordTexts>> = {
  en: { command: 'Open app record…', pick: 'Find an app by its name or developer…', none: 'There is no app note in this vault yet.' },
  zh: { command: '打开应用记录…', pick: '输入应用名称或开发者…', none: '此仓库中还没有应用笔记。' },
};
