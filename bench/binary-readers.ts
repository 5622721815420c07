/** How long a list of 2,000 rows takes to read from PDF, Excel 97 and rich text. PDF stands beside pdf.js alone, which is the host's. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { nodeReaderHost } from '../cli/html';
import { loadNodePdf } from '../cli/pdf-js';
import { readDocument } from '../src/document/read-document';
import { label, makeExcel97, number, strings, style } from '../tests/support/made-files/excel-97';
import { drawTable, makePdf } from '../tests/support/made-files/pdf';
import { cell, makeWord97, rowEnd, rowLayout } from '../tests/support/made-files/word-97';

const ROWS = 2000;
const ROWS_ON_PAGE = 20;
const HEADER = ['序号', '应用名称', '应用开发者', '应用来源', '版本号', '所涉问题'];

function cellsOf(no: number): readonly string[] {
  return [String(no), `应用${no}号`, `某市${no}号科技有限公司`, ['应用宝', '华为应用市场', 'vivo应用商店'][no % 3] ?? '', `${no % 9}.${no % 40}.10`, '违规收集个人信息'];
}

/** A real one where it is at hand, else a made one without embedded fonts. */
function listAsPdf(): Uint8Array {
  const shared = nodePath.resolve('../shared/documents/pdf/lib-2000.pdf');
  if (fs.existsSync(shared)) return new Uint8Array(fs.readFileSync(shared));
  return makePdf(Array.from({ length: ROWS / ROWS_ON_PAGE }, (_, page) => drawTable({
    edges: [40, 75, 160, 300, 380, 440, 560], top: 800,
    rows: [HEADER, ...Array.from({ length: ROWS_ON_PAGE }, (_row, at) => cellsOf(page * ROWS_ON_PAGE + at + 1))],
  })));
}

function listAsXls(): Uint8Array {
  // Shared strings fill one record here, as in a file of Excel they fill several: only firms and apps of the first hundred rows differ.
  const texts = [...HEADER, ...Array.from({ length: 100 }, (_, at) => cellsOf(at + 1)).flat()];
  const records = Array.from({ length: ROWS }, (_, at) => [number(at + 1, 0, at + 1), ...[1, 2, 3, 4, 5].map((column) => label(at + 1, column, HEADER.length + (at % 100) * 6 + column))]).flat();
  return makeExcel97({ shared: [style(0), strings(...texts)], sheets: [{ name: '名单', records: [...HEADER.map((_, column) => label(0, column, column)), ...records] }] });
}

function listAsRtf(): Uint8Array {
  const rtfCell = (text: string): string => `\\pard\\plain\\intbl\\ql\\f0\\fs21\\lang1033 ${Array.from(text, (char) => (char.charCodeAt(0) < 128 ? char : `\\u${char.charCodeAt(0)}?`)).join('')}\\cell`;
  const rows = [HEADER, ...Array.from({ length: ROWS }, (_, at) => cellsOf(at + 1))].map((cells) => `\\trowd\\trql${cells.map((_, at) => `\\clbrdrt\\brdrs\\brdrw10\\cellx${(at + 1) * 1500}`).join('')}${cells.map(rtfCell).join('')}\\row`);
  return new TextEncoder().encode(`{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 A;}}${rows.join('\n')}}`);
}

function listAsDoc(): Uint8Array {
  const layout = rowLayout([0, 1500, 3000, 4500, 6000, 7500, 9000]);
  const rows = [HEADER, ...Array.from({ length: ROWS }, (_, at) => cellsOf(at + 1))];
  return makeWord97(rows.flatMap((cells) => [...cells.map((text) => cell(text)), rowEnd(layout)]));
}

/** Jobs to be timed, by what they print. */
export function prepareBinaryBench(): Readonly<Record<'pdfAlone' | 'readPdf' | 'readXls' | 'readRtf' | 'readDoc', () => unknown>> {
  const [pdf, xls, rtf, doc] = [listAsPdf(), listAsXls(), listAsRtf(), listAsDoc()];
  return {
    readDoc: () => readDocument({ fileName: '名单.doc', bytes: doc }, nodeReaderHost),
    pdfAlone: () => readPagesAlone(pdf),
    readPdf: () => readDocument({ fileName: '名单.pdf', bytes: pdf }, nodeReaderHost),
    readXls: () => readDocument({ fileName: '名单.xls', bytes: xls }, nodeReaderHost),
    readRtf: () => readDocument({ fileName: '名单.rtf', bytes: rtf }, nodeReaderHost),
  };
}

/** What any reader of PDF tables must ask of pdf.js: the text and the lines of every page. */
async function readPagesAlone(bytes: Uint8Array): Promise<void> {
  const { pdfjs, cMapUrl } = await loadNodePdf();
  const loading = pdfjs.getDocument({ data: bytes.slice(), cMapUrl, cMapPacked: true, isEvalSupported: false, disableFontFace: true, maxImageSize: 1, stopAtErrors: false, verbosity: 0 });
  const file = await loading.promise;
  for (let at = 1; at <= file.numPages; at += 1) {
    const page = await file.getPage(at);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  await loading.destroy();
}
