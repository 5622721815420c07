/** What "Open demo notices" says, in both languages. */
import type { Language } from '../document/diagnostic';

/** The name of the command. */
export interface DemoTexts {
  readonly command: string;
}

/** The sentences by language. */
export const DEMO_TEXTS: Readonly<Record<Language, DemoTexts>> = {
  en: { command: 'Open demo notices…' },
  zh: { command: '打开示例通报…' },
};
