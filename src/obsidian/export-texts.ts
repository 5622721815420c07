/** What the window of an export says, in both languages. */
import type { Language } from '../document/diagnostic';
import type { ExportFormat } from '../insight/export-file';
import { counted } from './counted';

/** The sentences of the window. */
export interface ExportTexts {
  readonly command: string;
  readonly title: string;
  readonly format: string;
  /** Name of a format, and what is in it. */
  readonly formats: Readonly<Record<ExportFormat, readonly [name: string, hint: string]>>;
  readonly path: string;
  readonly fileName: string;
  readonly problem: Readonly<Record<'taken' | 'in-file' | 'tooLong', string>>;
  readonly action: string;
  readonly reading: string;
  readonly progress: (done: number, total: number) => string;
  readonly nothing: string;
  readonly done: (rows: number, notices: number) => string;
  readonly hint: string;
  readonly failed: (reason: string) => string;
}

/** The sentences by language. */
export const EXPORT_TEXTS: Readonly<Record<Language, ExportTexts>> = {
  en: {
    command: 'Export lists…',
    title: 'Export lists',
    format: 'Format',
    formats: {
      xlsx: ['Excel (.xlsx)', 'One sheet of all entries, one of all notices.'],
      csv: ['CSV (.csv)', 'All entries as one table, for Excel, WPS and other programs.'],
      json: ['JSON (.json)', 'All entries with every field, for scripts.'],
    },
    path: 'File in the vault',
    fileName: 'Notices',
    problem: {
      taken: 'A file of that name is there already. Choose another name.',
      'in-file': 'One of the folders of this path is a file. Choose another place.',
      tooLong: 'There are more entries than a sheet of Excel can hold. Choose CSV or JSON.',
    },
    action: 'Export',
    reading: 'Reading the notices…',
    progress: (done, total) => `${done} of ${total} notes read`,
    nothing: 'There are no notices in this vault yet. Nothing was exported.',
    done: (rows, notices) => `${counted(rows, 'row', 'rows')} of ${counted(notices, 'notice', 'notices')} were exported to:`,
    hint: 'The file list shows it where “Detect all file extensions” is on under Files and links.',
    failed: (reason) => `The export could not be written: ${reason}`,
  },
  zh: {
    command: '导出名单…',
    title: '导出名单',
    format: '格式',
    formats: {
      xlsx: ['Excel 工作簿（.xlsx）', '两张工作表：全部名单条目、全部通报。'],
      csv: ['CSV 表格（.csv）', '全部名单条目，可用 Excel、WPS 等打开。'],
      json: ['JSON 数据（.json）', '全部名单条目及所有字段，供程序读取。'],
    },
    path: '保存到仓库中的文件',
    fileName: '通报名单',
    problem: {
      taken: '已有同名文件，请换一个名称。',
      'in-file': '路径中的文件夹与已有文件重名，请换一个位置。',
      tooLong: '条目数超出 Excel 工作表的上限，请改用 CSV 或 JSON。',
    },
    action: '导出',
    reading: '正在读取通报…',
    progress: (done, total) => `已读取 ${done} / ${total} 篇笔记`,
    nothing: '此仓库中还没有通报，未导出任何内容。',
    done: (rows, notices) => `已导出 ${notices} 份通报的 ${rows} 行名单，保存在：`,
    hint: '在“设置 → 文件与链接”中开启“检测所有类型文件”后，文件列表中才会显示该文件。',
    failed: (reason) => `导出失败：${reason}`,
  },
};
