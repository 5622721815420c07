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

/** Columns of the table of rows, from left to right. */
export const ROW_COLUMNS: readonly Column<ExportRow>[] = [
  { title: { en: 'App', zh: '应用' }, width: 20, value: (row) => row.app },
  { title: { en: 'Name in list', zh: '所列名称' }, width: 20, value: (row) => row.name },
  { title: { en: 'Type', zh: '类型' }, width: 8, value: (row, language) => TYPES[row.type][language] },
  { title: { en: 'Category', zh: '应用类别' }, width: 12, value: (row) => row.category },
  { title: { en: 'Developer', zh: '开发者' }, width: 30, value: (row) => row.developer },
  { title: { en: 'Source', zh: '应用来源' }, width: 14, value: (row) => row.source },
  { title: { en: 'Version', zh: '应用版本' }, width: 12, value: (row) => row.version },
  { title: { en: 'Problems', zh: '所涉问题' }, width: 36, value: (row, language) => row.problems.join(BETWEEN_VALUES[language]) },
  { title: { en: 'Notice', zh: '通报' }, width: 44, value: (row) => row.notice },
  { title: { en: 'Kind', zh: '通报类型' }, width: 12, value: (row, language) => KINDS[row.kind][language] },
  { title: { en: 'Series', zh: '通报序列' }, width: 18, value: (row) => row.series },
  { title: { en: 'Agency of the list', zh: '名单机关' }, width: 24, value: (row) => row.agency },
  { title: { en: 'Date', zh: '发布日期' }, width: 12, value: (row) => row.date },
  { title: { en: 'Year of the batch', zh: '批次年度' }, width: 10, value: (row) => row.year },
  { title: { en: 'Batch of the year', zh: '年度批次' }, width: 10, value: (row) => row.number },
  { title: { en: 'Total batch', zh: '总批次' }, width: 10, value: (row) => row.total },
  { title: { en: 'Deadline', zh: '整改期限' }, width: 12, value: (row) => row.deadline },
  { title: { en: 'List', zh: '名单' }, width: 6, value: (row) => row.list },
  { title: { en: 'Heading of the list', zh: '名单标题' }, width: 28, value: (row) => row.caption },
  { title: { en: 'No.', zh: '序号' }, width: 6, value: (row) => row.no },
  { title: { en: 'Package', zh: '安装包序号' }, width: 8, value: (row) => row.package },
  { title: { en: 'Key', zh: '条目编号' }, width: 26, value: (row) => row.key },
  { title: { en: 'App note', zh: '应用笔记' }, width: 30, value: (row) => row.appNote },
  { title: { en: 'Notice note', zh: '通报笔记' }, width: 44, value: (row) => row.noticeNote },
  { title: { en: 'Addresses', zh: '原文链接' }, width: 40, value: (row) => row.urls.join('\n') },
  { title: { en: 'Row as published', zh: '原文各栏' }, width: 50, value: (row, language) => row.cells.map(([heading, cell]) => heading + BEHIND_HEADING[language] + cell).join('\n') },
];

/** Columns of the table of notices, from left to right. */
export const NOTICE_COLUMNS: readonly Column<ExportNotice>[] = [
  { title: { en: 'Notice', zh: '通报' }, width: 50, value: (one) => one.notice },
  { title: { en: 'Kind', zh: '通报类型' }, width: 12, value: (one, language) => KINDS[one.kind][language] },
  { title: { en: 'Series', zh: '通报序列' }, width: 18, value: (one) => one.series },
  { title: { en: 'Agency', zh: '发文机关' }, width: 28, value: (one) => one.agency },
  { title: { en: 'Date', zh: '发布日期' }, width: 12, value: (one) => one.date },
  { title: { en: 'Signed', zh: '落款日期' }, width: 12, value: (one) => one.signedDate },
  { title: { en: 'Year of the batch', zh: '批次年度' }, width: 10, value: (one) => one.year },
  { title: { en: 'Batch of the year', zh: '年度批次' }, width: 10, value: (one) => one.number },
  { title: { en: 'Total batch', zh: '总批次' }, width: 10, value: (one) => one.total },
  { title: { en: 'Deadline', zh: '整改期限' }, width: 12, value: (one) => one.deadline },
  { title: { en: 'Stated count', zh: '通报数量' }, width: 10, value: (one) => one.stated },
  { title: { en: 'Listed count', zh: '名单数量' }, width: 10, value: (one) => one.entries },
  { title: { en: 'Lists', zh: '名单份数' }, width: 8, value: (one) => one.lists },
  { title: { en: 'Notice note', zh: '通报笔记' }, width: 50, value: (one) => one.noticeNote },
  { title: { en: 'Addresses', zh: '原文链接' }, width: 50, value: (one) => one.urls.join('\n') },
];
