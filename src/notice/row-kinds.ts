/** What a row of a list is: an entry, or one of the rows that stand between entries (repeated header, total, note, an agency's or a category's name). */
import type { TableRow } from '../document/document';
import { findAgency } from './agencies';
import { headerWithin, type Columns } from './headers';
import { readRowNumber } from './row-numbers';

/** What a row is, with what later rows need of it. */
export type RowKind =
  | { readonly kind: 'entry' | 'blank' }
  /** `columns` where its columns are others than those above. */
  | { readonly kind: 'header'; readonly columns: Columns | null }
  | { readonly kind: 'agency' | 'category' | 'total' | 'note'; readonly text: string };

const ENTRY: RowKind = { kind: 'entry' };
const TOTAL = /^(?:合|总|总共|共|小)\s*[计計]\s*[:：]?\s*(?:[0-9０-９].*)?$|^总\s*数$|^共\s*[0-9０-９]+\s*[款个家]/;
const NOTE = /^(?:[（(]?(?:备?注|说明|附注|備註|註)\s*[0-9一二三四五六七八九]?\s*[:：.、]|[*＊※]\s*\S)/;
const CATEGORY = /^(?:[（(]?[一二三四五六七八九十]+\s*[、）)]\s*)?([\u4e00-\u9fff、]{2,12}类)(?:APP|应用(?:程序|软件)?|软件)?(?:[（(][0-9]+[款个][）)])?[:：]?$/i;

/** @param columns of the list so far. */
export function kindOfRow(row: TableRow, columns: Columns): RowKind {
  const at = columns.fields.indexOf('no');
  // Most rows count and say more: nothing else can be meant.
  if (/^[0-9]+$/.test(row.cells[at]?.text ?? '') && row.cells.some((c, i) => i !== at && c.text !== '')) return ENTRY;
  const filled = row.cells.filter((c) => c.text !== '');
  const only = filled.length === 1 ? filled[0] : undefined;
  // A number prepared for an entry that was never filled in says nothing either.
  if (filled.length === 0 || (only !== undefined && only === row.cells[at] && readRowNumber(only.text) !== null)) return { kind: 'blank' };
  // The line below a heading that was copied into the table with it.
  if (row.cells.length > 1 && row.cells.every(({ text }) => /^:?-+:?$/.test(text))) return { kind: 'blank' };
  if (columns.headerRows.some((headings) => row.cells.every((c, i) => sameWords(c.text, headings[i] ?? '')))) return { kind: 'header', columns: null };
  const first = filled[0]?.text ?? '';
  if (at >= 0 && /^[\s*]*(?:序\s*号|序\s*號|编\s*号)[\s*]*$/.test(row.cells[at]?.text ?? first)) {
    const other = headerWithin(row);
    if (other !== null) return { kind: 'header', columns: other.fields.every((f, i) => f === columns.fields[i]) ? null : other };
  }
  if (TOTAL.test(first)) return { kind: 'total', text: filled.map((c) => c.text.replace(/\n/g, '')).join(' ') };
  // 备注： in the column of numbers, and what is noted in the next.
  if (at >= 0 && /^(?:备?注|说明|附注)\s*[:：]?$/.test(row.cells[at]?.text ?? '')) return { kind: 'note', text: filled.map((c) => c.text.replace(/\n/g, '')).join('') };
  const spanning = spanningText(row, columns);
  if (spanning === null) return ENTRY;
  if (NOTE.test(spanning)) return { kind: 'note', text: spanning };
  if (spanning.length <= 60 && !/[。；]/.test(spanning) && (findAgency(spanning) !== null || /名单|^附\s*[件表]/.test(spanning))) return { kind: 'agency', text: spanning };
  const category = categoryName(spanning);
  if (category !== null) return { kind: 'category', text: category };
  return { kind: 'note', text: spanning };
}

/** 出行服务类, 一、游戏类: the name of a group of entries; null where a text is none. */
export function categoryName(text: string): string | null {
  return CATEGORY.exec(text.replace(/[\s*]+/g, ''))?.[1] ?? null;
}

/** The text of a row that is one merged cell, or that says one thing where no entry begins; null for a data row. */
export function spanningText(row: TableRow, columns?: Columns): string | null {
  if (row.cells.length < 2) return null;
  const filled = row.cells.filter((c) => c.text !== '');
  const text = filled[0]?.text ?? '';
  if (text === '' || /^[0-9０-９]+\s*[.．、]?$/.test(text)) return null;
  const one = text.replace(/\n/g, '');
  if (filled.length === row.cells.length && filled.every((c) => c.text === text)) return one;
  if (filled.length > 1) return null;
  if (filled[0] === row.cells[0]) return columns?.fields[0] === 'name' && !NOTE.test(one) && !columns.fields.includes('no') && one.length <= 20 && findAgency(one) === null && categoryName(one) === null ? null : one;
  // Alone in another column it goes on with the entry above, unless it reads as a note or an agency's name.
  const inName = columns?.fields[row.cells.indexOf(filled[0] as (typeof row.cells)[number])] === 'name';
  return NOTE.test(one) || (inName && (/[。；]$/.test(one) || one.length > 40 || (findAgency(one) !== null && /(?:局|部|办|中心|名单)$/.test(one)))) ? one : null;
}

/** Equal but for blanks and marks of emphasis; most cells differ in their first character from the heading above. */
function sameWords(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [a.charCodeAt(0), b.charCodeAt(0)];
  return (x === y || x === 42 || y === 42 || x === 32 || y === 32) && a.replace(/[\s*]+/g, '') === b.replace(/[\s*]+/g, '');
}
