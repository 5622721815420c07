/** The columns of an export as a table, in both languages. JSON has the fields of the rows instead (see `ExportRow`). */
import type { Language } from '../document/diagnostic';
import type { EntryType, NoticeKind } from '../notice/notice';
import type { ExportNotice, ExportRow } from './export-rows';

/** What stands in a cell: numbers are counts and places, all else is text, so that a version 4.10 stays 4.10. */
export type CellValue = string | number | null;

/** A column of a table; `value` gives the cell of a row, null for an empty one. */
export interface Column<T> {
  readonly title: Readonly<Record<Language, string>>;
  /** In characters, about. */
  readonly width: number;
  readonly value: (row: T, language: Language) => CellValue;
}

const KINDS: Readonly<Record<NoticeKind, Readonly<Record<Language, string>>>> = {
  infringement: { en: 'infringement', zh: '侵害通报' },
  takedown: { en: 'takedown', zh: '下架通报' },
  campaign: { en: 'campaign', zh: '专项行动' },
  policy: { en: 'policy', zh: '政策文件' },
  news: { en: 'news', zh: '新闻' },
  other: { en: 'other', zh: '其他' },
};

const TYPES: Readonly<Record<EntryType, Readonly<Record<Language, string>>>> = {
  app: { en: 'app', zh: 'APP' },
  sdk: { en: 'SDK', zh: 'SDK' },
  'mini-program': { en: 'mini program', zh: '小程序' },
  'quick-app': { en: 'quick app', zh: '快应用' },
  device: { en: 'device', zh: '终端' },
};

const BETWEEN_VALUES: Readonly<Record<Language, string>> = { en: '; ', zh: '；' };
const BEHIND_HEADING: Readonly<Record<Language, string>> = { en: ': ', zh: '：' };

function column<T>(en: string, zh: string, width: number, value: Column<T>['value']): Column<T> {
  return { title: { en, zh }, width, value };
}

/** Columns of the table of rows, from left to right. */
export const ROW_COLUMNS: readonly Column<ExportRow>[] = [
  column('App', '应用', 20, (row) => row.app),
  column('Name in list', '所列名称', 20, (row) => row.name),
  column('Type', '类型', 8, (row, language) => TYPES[row.type][language]),
  column('Category', '应用类别', 12, (row) => row.category),
  column('Developer', '开发者', 30, (row) => row.developer),
  column('Source', '应用来源', 14, (row) => row.source),
  column('Version', '应用版本', 12, (row) => row.version),
  column('Problems', '所涉问题', 36, (row, language) => row.problems.join(BETWEEN_VALUES[language])),
  column('Notice', '通报', 44, (row) => row.notice),
  column('Kind', '通报类型', 12, (row, language) => KINDS[row.kind][language]),
  column('Series', '通报序列', 18, (row) => row.series),
  column('Agency of the list', '名单机关', 24, (row) => row.agency),
  column('Date', '发布日期', 12, (row) => row.date),
  column('Year of the batch', '批次年度', 10, (row) => row.year),
  column('Batch of the year', '年度批次', 10, (row) => row.number),
  column('Total batch', '总批次', 10, (row) => row.total),
  column('Deadline', '整改期限', 12, (row) => row.deadline),
  column('List', '名单', 6, (row) => row.list),
  column('Heading of the list', '名单标题', 28, (row) => row.caption),
  column('No.', '序号', 6, (row) => row.no),
  column('Package', '安装包序号', 8, (row) => row.package),
  column('Key', '条目编号', 26, (row) => row.key),
  column('App note', '应用笔记', 30, (row) => row.appNote),
  column('Notice note', '通报笔记', 44, (row) => row.noticeNote),
  column('Addresses', '原文链接', 40, (row) => row.urls.join('\n')),
  column('Row as published', '原文各栏', 50, (row, language) => row.cells.map(([heading, cell]) => heading + BEHIND_HEADING[language] + cell).join('\n')),
];

/** Columns of the table of notices, from left to right. */
export const NOTICE_COLUMNS: readonly Column<ExportNotice>[] = [
  column('Notice', '通报', 50, (one) => one.notice),
  column('Kind', '通报类型', 12, (one, language) => KINDS[one.kind][language]),
  column('Series', '通报序列', 18, (one) => one.series),
  column('Agency', '发文机关', 28, (one) => one.agency),
  column('Date', '发布日期', 12, (one) => one.date),
  column('Signed', '落款日期', 12, (one) => one.signedDate),
  column('Year of the batch', '批次年度', 10, (one) => one.year),
  column('Batch of the year', '年度批次', 10, (one) => one.number),
  column('Total batch', '总批次', 10, (one) => one.total),
  column('Deadline', '整改期限', 12, (one) => one.deadline),
  column('Stated count', '通报数量', 10, (one) => one.stated),
  column('Listed count', '名单数量', 10, (one) => one.entries),
  column('Lists', '名单份数', 8, (one) => one.lists),
  column('Notice note', '通报笔记', 50, (one) => one.noticeNote),
  column('Addresses', '原文链接', 50, (one) => one.urls.join('\n')),
];
