/** Small Word and Excel files for tests, written part by part. */
import { strToU8, zipSync } from 'fflate';
import { nodeReaderHost } from '../../cli/html';
import { describeDiagnostic } from '../../src/document/diagnostic';
import { walkBlocks, type Document, type Table } from '../../src/document/document';
import { readDocument } from '../../src/document/read-document';

const OPENXML = 'http://schemas.openxmlformats.org';
const W = `xmlns:w="${OPENXML}/wordprocessingml/2006/main" xmlns:r="${OPENXML}/officeDocument/2006/relationships" xmlns:mc="${OPENXML}/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="${OPENXML}/drawingml/2006/wordprocessingDrawing" xmlns:a="${OPENXML}/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`;
const X = `xmlns="${OPENXML}/spreadsheetml/2006/main" xmlns:r="${OPENXML}/officeDocument/2006/relationships"`;

export type Parts = Record<string, string | Uint8Array>;

/** When every part of a test's archive was written: the same parts are the same bytes, whenever a test runs. */
const PACKED_AT = '2024-03-01T08:00:00Z';

/** A package of these parts, deflated, or stored where `level` is 0. */
export function zipParts(parts: Parts, level?: 0): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])), { mtime: PACKED_AT, ...(level === undefined ? {} : { level }) });
}

/** Relations as `[id, type, target]`, with `external` behind them where the target is an address. */
export function relations(...list: ReadonlyArray<readonly [id: string, type: string, target: string, mode?: 'external']>): string {
  const each = list.map(([id, type, target, mode]) => `<Relationship Id="${id}" Type="${OPENXML}/officeDocument/2006/relationships/${type}" Target="${target}"${mode ? ' TargetMode="External"' : ''}/>`);
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${OPENXML}/package/2006/relationships">${each.join('')}</Relationships>`;
}

export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly links?: Readonly<Record<string, string>>;
}

/** The parts of a Word file whose body is `body`; change them before zipping to make it odd. */
export function docxParts(body: string, { styles = '', numbering = '', links = {} }: DocxParts = {}): Record<string, string> {
  return {
    '_rels/.rels': relations(['m', 'officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relations(['s', 'styles', 'styles.xml'], ['n', 'numbering', 'numbering.xml'], ...Object.entries(links).map(([id, target]) => [id, 'hyperlink', target, 'external'] as const)),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>`,
  };
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of a text or of runs. */
export function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content === '' || content.startsWith('<') ? content : run(content)}</w:p>`;
}

/** A cell of a text, or of paragraphs as they are. */
export function cell(content: string, properties = ''): string {
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : paragraph(content)}</w:tc>`;
}

export function row(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map((one) => (one.startsWith('<w:tc') || one.startsWith('<w:sdt') ? one : cell(one))).join('')}</w:tr>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
}

export interface SheetParts {
  readonly name: string;
  /** What stands in `worksheet`. */
  readonly content: string;
  readonly state?: string;
  readonly links?: Readonly<Record<string, string>>;
}

export interface XlsxParts {
  readonly strings?: readonly string[];
  /** Format codes; the style number of a code is its place here, from 0. */
  readonly formats?: readonly string[];
  readonly workbookProperties?: string;
}

export function xlsxParts(sheets: readonly SheetParts[], { strings = [], formats = [], workbookProperties = '' }: XlsxParts = {}): Record<string, string> {
  const parts: Record<string, string> = {
    '_rels/.rels': relations(['m', 'officeDocument', 'xl/workbook.xml']),
    'xl/_rels/workbook.xml.rels': relations(['t', 'sharedStrings', 'sharedStrings.xml'], ['f', 'styles', '/xl/styles.xml'], ...sheets.map((_, at) => [`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`] as const)),
    'xl/workbook.xml': `<workbook ${X}>${workbookProperties}<sheets>${sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"${state === undefined ? '' : ` state="${state}"`}/>`).join('')}</sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst ${X}>${strings.map((text) => `<si>${text.startsWith('<') ? text : `<t>${text}</t>`}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${X}><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  for (const [at, { content, links = {} }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at}.xml`] = `<worksheet ${X}>${content}</worksheet>`;
    parts[`xl/worksheets/_rels/sheet${at}.xml.rels`] = relations(...Object.entries(links).map(([id, target]) => [id, 'hyperlink', target, 'external'] as const));
  }
  return parts;
}

/** Rows of texts as sheet data, the first in row `from`. */
export function sheetRows(rows: readonly (readonly string[])[], from = 1): string {
  const each = rows.map((cells, at) => `<row r="${from + at}">${cells.map((text, column) => (text === '' ? '' : `<c r="${String.fromCharCode(65 + column)}${from + at}" t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`);
  return each.join('');
}

/** The Document of a file that must be readable. */
export async function readOfficeFile(bytes: Uint8Array, fileName = '名单.docx'): Promise<Document> {
  const result = await readDocument({ fileName, bytes }, nodeReaderHost);
  if (!result.ok) throw new Error(result.diagnostics.map((d) => describeDiagnostic(d, 'en')).join(' '));
  return result.document;
}

/** Why a file was refused, in English; `read` where it was not. */
export async function refusal(bytes: Uint8Array, fileName = '名单.docx'): Promise<string> {
  const result = await readDocument({ fileName, bytes }, nodeReaderHost);
  return result.ok ? 'read' : result.diagnostics.map((d) => describeDiagnostic(d, 'en')).join(' ');
}

/** A document as lines a person can check: `# heading`, paragraphs, and tables as their caption and rows. */
export function outline(document: Document): string[] {
  return [...walkBlocks(document.blocks)].flatMap(({ block }) => {
    if (block.kind === 'heading') return [`${'#'.repeat(block.level)} ${block.text}`];
    if (block.kind === 'paragraph') return [block.text];
    return block.kind === 'table' ? [...(block.caption === null ? [] : [`[${block.caption}]`]), ...rowTexts(block)] : [];
  });
}

function rowTexts(of: Table): string[] {
  return [of.header, ...of.rows.map(({ cells }) => cells)].map((cells) => cells.map(({ text }) => text.replace(/\n/g, ' ⏎ ')).join(' | '));
}
