/** Tables as an Excel file: one sheet each, headings in bold and fixed, text as text so that nothing turns into a number, a date or a formula. */
import type { Language } from '../document/diagnostic';
import type { CellValue, Column } from './export-columns';
import { packZip } from './pack-zip';

/** A sheet: one row of headings, then the rows. */
export interface Sheet<T> {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
}

/** Rows of a sheet, the headings among them, that Excel can hold. */
export const MOST_ROWS = 1_048_576;
/** Characters that a cell can hold; what is beyond them is cut, with `…` in its place. */
const LONGEST_TEXT = 32_767;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Styles by their place: 0 plain, 1 heading, 2 text that stays text when it is edited. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A sheet whose rows are done: the file needs to know no more of it. */
export interface WrittenSheet {
  readonly name: string;
  readonly xml: string;
}

/** @throws RangeError where there are more rows than a sheet can hold: look at `MOST_ROWS` before. */
export function writeSheet<T>({ name, columns, rows }: Sheet<T>, language: Language): WrittenSheet {
  if (rows.length + 1 > MOST_ROWS) throw new RangeError(`a sheet holds at most ${MOST_ROWS} rows`);
  const letters = columns.map((_, i) => columnName(i));
  const line = (values: readonly CellValue[], at: number, style: number): string =>
    `<row r="${at}">${values.map((value, i) => cellXml(value, `${letters[i] ?? ''}${at}`, style)).join('')}</row>`;
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  const lines = [line(columns.map(({ title }) => title[language]), 1, 1), ...rows.map((row, i) => line(columns.map(({ value }) => value(row, language)), i + 2, 2))];
  const range = `A1:${letters[letters.length - 1] ?? 'A'}${rows.length + 1}`;
  const pane = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return { name, xml: `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="${range}"/>${pane}<cols>${widths}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="${range}"/></worksheet>` };
}

/** The bytes of a file with these sheets. */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const styleId = `rId${sheets.length + 1}`;
  const overrides = [['workbook.xml', 'sheet.main'] as const, ['styles.xml', 'styles'] as const, ...paths.map((path) => [path, 'worksheet'] as const)];
  const parts: readonly (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([path, type]) => `<Override PartName="/xl/${path}" ContentType="${CONTENT}.${type}+xml"/>`).join('')}</Types>`],
    ['_rels/.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${paths.map((path, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="${path}"/>`).join('')}<Relationship Id="${styleId}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`],
    ['xl/styles.xml', STYLES],
    ...sheets.map(({ xml }, i) => [`xl/${paths[i] ?? ''}`, xml] as const),
  ];
  return packZip(parts.map(([name, xml]) => ({ name, bytes: new TextEncoder().encode(xml) })));
}

function cellXml(value: CellValue, place: string, style: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(value))}</t></is></c>`;
}

/** What XML cannot hold is written `_x0007_` (ECMA-376 part 1, 22.9.2.19), and what looks like that is kept from being read so. */
function cellText(value: string): string {
  const text = value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT - 1)}…` : value;
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

function xmlText(text: string): string {
  return text.replace(/[&<>"\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** A, B … Z, AA. */
function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (index % 26));
}
