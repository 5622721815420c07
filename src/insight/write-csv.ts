/** A table as CSV (RFC 4180), such as Excel, WPS and LibreOffice open it by a double click. */
import type { Language } from '../document/diagnostic';
import type { CellValue, Column } from './export-columns';

/**
 * What a spreadsheet would run as a formula, in full width too. Names of apps come from the web, so such a text gets an apostrophe before it,
 * by which a spreadsheet knows text (docs/decisions/0018-exports.md); JSON and xlsx have it unchanged.
 */
const FORMULA = /^[\s\u00A0\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** The rows under their headings, in UTF-8 with a mark of its encoding: without it Excel reads Chinese as the system's own. */
export function writeCsv<T>(columns: readonly Column<T>[], rows: readonly T[], language: Language): string {
  const lines = [columns.map(({ title }) => title[language]), ...rows.map((row) => columns.map(({ value }) => value(row, language)))];
  return `\uFEFF${lines.map((cells) => cells.map(csvField).join(',')).join('\r\n')}\r\n`;
}

function csvField(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
