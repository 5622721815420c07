/** How long it takes to read a list of 2,000 rows as Word and as Excel write it, beside the least that it could take: unpacking it. */
import exceljs from 'exceljs';
import { unzipSync, zipSync, strToU8 } from 'fflate';
import mammoth from 'mammoth';
import { marked } from 'marked';
import { nodeReaderHost } from '../cli/html';
import { readDocument } from '../src/document/read-document';
import { docxParts, relations, xlsxParts } from '../tests/support/office-files';

const ROWS = 2000;
const RUN = '<w:rPr><w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋"/><w:color w:val="000000"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>';

function cellsOf(number: number): readonly string[] {
  return [String(number), `应用${number}号`, `某市${number}号科技有限公司`, ['应用宝', '华为应用市场', 'vivo应用商店'][number % 3] ?? '', `${number % 9}.${number % 40}.10`, '违规收集个人信息'];
}

/** A table as Word writes it, formatting and all. */
function madeDocx(): Uint8Array {
  const cell = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p w:rsidR="00A1" w:rsidRDefault="00A1"><w:pPr><w:jc w:val="center"/>${RUN}</w:pPr><w:r>${RUN}<w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const rows = Array.from({ length: ROWS }, (_, at) => `<w:tr>${cellsOf(at + 1).map(cell).join('')}</w:tr>`);
  return zipText(docxParts(`<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`));
}

/** The same with shared strings, as Excel writes it. */
function madeXlsx(): Uint8Array {
  const strings = new Map<string, number>();
  const place = (text: string): number => {
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const rows = Array.from({ length: ROWS }, (_, at) => `<row r="${at + 1}" spans="1:6">${cellsOf(at + 1).map((text, column) => (column === 0 ? `<c r="A${at + 1}" s="0"><v>${text}</v></c>` : `<c r="${String.fromCharCode(65 + column)}${at + 1}" s="1" t="s"><v>${place(text)}</v></c>`)).join('')}</row>`);
  const content = `<sheetData>${rows.join('')}</sheetData>`;
  return zipText({ ...xlsxParts([{ name: '名单', content }], { strings: [...strings.keys()], formats: ['General', '@'] }), 'docProps/_rels/none.rels': relations() });
}

function zipText(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** The same as a web page and as markdown. */
function madeHtml(): string {
  const rows = Array.from({ length: ROWS }, (_, at) => `<tr>${cellsOf(at + 1).map((text) => `<td>${text}</td>`).join('')}</tr>`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>名单</title></head><body><h1 id="con_title">名单</h1><div id="con_con"><p>名单如下。</p><table>${rows.join('')}</table></div></body></html>`;
}

function madeMarkdown(): string {
  const rows = Array.from({ length: ROWS }, (_, at) => `| ${cellsOf(at + 1).join(' | ')} |`);
  return ['| 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |', '| - | - | - | - | - | - |', ...rows, ''].join('\n');
}

/** Jobs to be timed, by what they print; peers that read the same file stand beside ours (what they get wrong: docs/decisions/0003 and 0008). */
export function prepareReaderBench(): Readonly<Record<'unpackDocx' | 'readDocx' | 'mammothDocx' | 'unpackXlsx' | 'readXlsx' | 'exceljsXlsx' | 'readHtml' | 'parseHtml' | 'readMarkdown' | 'markedMarkdown', () => unknown>> {
  const docx = madeDocx();
  const xlsx = madeXlsx();
  const html = strToU8(madeHtml());
  const markdown = strToU8(madeMarkdown());
  const unpack = (bytes: Uint8Array): void => Object.values(unzipSync(bytes)).forEach((part) => void new TextDecoder().decode(part));
  return {
    unpackDocx: () => unpack(docx),
    readDocx: () => readDocument({ fileName: '名单.docx', bytes: docx }, nodeReaderHost),
    unpackXlsx: () => unpack(xlsx),
    readXlsx: () => readDocument({ fileName: '名单.xlsx', bytes: xlsx }, nodeReaderHost),
    mammothDocx: () => mammoth.convertToHtml({ buffer: Buffer.from(docx) }),
    exceljsXlsx: () => new exceljs.Workbook().xlsx.load(Uint8Array.from(xlsx).buffer),
    readHtml: () => readDocument({ fileName: '名单.html', bytes: html }, nodeReaderHost),
    parseHtml: () => nodeReaderHost.parseHtml(new TextDecoder().decode(html)),
    readMarkdown: () => readDocument({ fileName: '名单.md', bytes: markdown }, nodeReaderHost),
    markedMarkdown: () => marked.lexer(new TextDecoder().decode(markdown)),
  };
}
