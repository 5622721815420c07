/**
 * What the program says about a source: a code, a place and a sentence, instead of a guess or silence.
 * The sentence is made from the code and its values (see `diagnostic-texts.ts`), so that it can be said in Chinese and in English.
 */

export type Severity = 'error' | 'warning' | 'note';
export type Language = 'zh' | 'en';

/** Where in a source something was seen. Lines count from 1 in the source as the user has it; lists and rows as in the notice. */
export interface Place {
  readonly line?: number;
  /** Number of the list in the notice, from 1. */
  readonly list?: number;
  /** 序号 of the entry, or the count of the row where it has none. */
  readonly row?: number;
}

/** Values that a sentence names. */
export type DiagnosticValues = Readonly<Record<string, string | number>>;

/** One finding. An `error` means that the source, or a part of it, could not be used; a `warning`, that a person should look; a `note`, that something was mended or left out. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly place: Place;
  readonly values: DiagnosticValues;
}

/** Every code, with its severity and its sentences. `{name}` stands for a value of the diagnostic. Add new ones here only. */
export const DIAGNOSTIC_TEXTS = {
  // document: bytes → Document
  'empty-file': { severity: 'error', en: 'The file is empty.', zh: '文件是空的。' },
  'binary-file': { severity: 'error', en: 'This is not text: {kind}.', zh: '这不是文本文件：{kind}。' },
  'unknown-format': { severity: 'error', en: 'The format of this file is not known.', zh: '无法识别该文件的格式。' },
  'file-too-large': { severity: 'error', en: 'The file is {size} MB, over the limit of {limit} MB.', zh: '文件有 {size} MB，超过 {limit} MB 的上限。' },
  'line-too-long': { severity: 'error', en: 'A line is {length} characters long, over the limit of {limit}.', zh: '有一行长达 {length} 个字符，超过 {limit} 的上限。' },
  'bad-front-matter': { severity: 'error', en: 'The front matter is not valid YAML: {reason}', zh: '文首的属性区不是有效的 YAML：{reason}' },
  'bad-metadata-block': { severity: 'warning', en: 'The metadata block is not valid YAML and was kept as text: {reason}', zh: '元数据块不是有效的 YAML，已按原文保留：{reason}' },
  'comment-skipped': { severity: 'note', en: 'A comment of {lines} lines was left out.', zh: '略过一段 {lines} 行的注释。' },
  'table-in-comment': { severity: 'note', en: 'A table of {rows} rows stands in a comment and was not counted.', zh: '注释里有一张 {rows} 行的表格，未计入名单。' },
  'row-too-wide': { severity: 'warning', en: 'The row has {cells} cells under {columns} headings; the rest was kept in the last column.', zh: '该行有 {cells} 个单元格，而表头只有 {columns} 列；多出的内容并入了最后一列。' },
  'html-table-unread': { severity: 'warning', en: 'An HTML table could not be read.', zh: '有一张 HTML 表格无法读取。' },
} as const satisfies Record<string, { severity: Severity; en: string; zh: string }>;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_TEXTS;

/** Makes a diagnostic. */
export function diagnostic(code: DiagnosticCode, place: Place = {}, values: DiagnosticValues = {}): Diagnostic {
  return { code, place, values };
}

export function severityOf(d: Diagnostic): Severity {
  return DIAGNOSTIC_TEXTS[d.code].severity;
}

/** The sentence of a diagnostic in the given language, with its values filled in. */
export function describeDiagnostic(d: Diagnostic, language: Language): string {
  return DIAGNOSTIC_TEXTS[d.code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = d.values[name];
    return value === undefined ? whole : String(value);
  });
}

/** The place of a diagnostic as a person says it: `list 1, row 39`, `line 41`; empty where there is none. */
export function describePlace(place: Place, language: Language): string {
  const parts: string[] = [];
  if (place.list !== undefined) parts.push(language === 'zh' ? `名单 ${place.list}` : `list ${place.list}`);
  if (place.row !== undefined) parts.push(language === 'zh' ? `第 ${place.row} 项` : `row ${place.row}`);
  if (place.line !== undefined) parts.push(language === 'zh' ? `第 ${place.line} 行` : `line ${place.line}`);
  return parts.join(language === 'zh' ? '，' : ', ');
}
