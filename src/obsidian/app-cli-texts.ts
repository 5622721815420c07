/** What the plugin says in Obsidian's own command line, in both languages. */
import type { Language } from '../document/diagnostic';

/** Descriptions of commands and flags, and the answer that a window was opened. */
export interface AppCliTexts {
  readonly check: string;
  readonly json: string;
  readonly import: string;
  readonly file: string;
  readonly url: string;
  readonly opened: string;
}

/** The sentences by language. */
export const APP_CLI_TEXTS: Readonly<Record<Language, AppCliTexts>> = {
  en: {
    check: 'Check the notices of the vault; nothing is written',
    json: 'Print one JSON object',
    import: 'Open the import window with a file of the vault or an address; nothing is written before you say so',
    file: 'Path of a file in the vault',
    url: 'Address of a notice',
    opened: 'The import window is open in Obsidian.',
  },
  zh: {
    check: '检查仓库中的通报，不写入任何内容',
    json: '输出一个 JSON 对象',
    import: '打开导入窗口并填入仓库中的文件或网址，确认后才会写入',
    file: '仓库中文件的路径',
    url: '通报网址',
    opened: '已在 Obsidian 中打开导入窗口。',
  },
};
