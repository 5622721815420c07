/** What "Open demo notices" says, in both languages. */
import type { Language } from '../document/diagnostic';

export interface DemoTexts {
  readonly command: string;
}

export const DEMO_TEXTS: Readonly<Record<Language, DemoTexts>> = {
  en: { command: 'Open demo notices…' },
  zh: { command: '打开示例通报…' },
};
