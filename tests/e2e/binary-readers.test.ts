/** PDF and the old office formats in a real browser, where neither Buffer nor process is: the same Document as on Node. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { readCompound } from '../../src/document/cfb/read-compound';
import type { ReaderHost } from '../../src/document/document';
import type { PdfJs } from '../../src/document/pdf/pdf-library';
import { readPdf } from '../../src/document/pdf/read-pdf';
import { readRtf } from '../../src/document/rtf/read-rtf';
import { label, makeExcel97, number, strings, style } from '../support/made-files/excel-97';
import { drawTable, makePdf } from '../support/made-files/pdf';
import { cell, makeWord97, plain, rowEnd, rowLayout } from '../support/made-files/word-97';
import { launchBrowser } from './launch-browser';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pdfFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const PAGE = 'http://reader.test/';

const page = drawTable({ edges: [50, 90, 200, 330, 545], top: 700, rows: [['序号', '应用名称', '版本号', '所涉问题'], ['1', '看图', '4.10', '账号注销难']] });
const layout = rowLayout([0, 1000, 4000]);
const pdf = makePdf([page, { picture: true }]);
const FILES = [
  ['PDF', 'readPdf', pdf],
  ['scan', 'readPdf', makePdf([{ picture: true }])],
  ['damaged PDF', 'readPdf', pdf.slice(0, 700)],
  ['Word 97', 'readCompound', makeWord97([plain('关于通报的公告'), cell('序号'), cell('应用名称'), rowEnd(layout), cell('1'), cell('看图'), rowEnd(layout)])],
  ['Excel 97', 'readCompound', makeExcel97({ shared: [style(0), strings('序号', '应用名称', '看图')], sheets: [{ name: '附件1', records: [label(0, 0, 0), label(0, 1, 1), number(1, 0, 1), label(1, 1, 2)] }] })],
  ['RTF', 'readRtf', new TextEncoder().encode("{\\rtf1\\ansi\\ansicpg936 \\'b9\\'a4\\'d0\\'c5\\'b2\\'bf\\par}")],
] as const;
const readers = { readPdf, readCompound, readRtf };
type Read = (bytes: Uint8Array, fileName: string, host: ReaderHost) => unknown;

let browser: Browser;
let bundle: string;

beforeAll(async () => {
  const contents = "export { readPdf } from './src/document/pdf/read-pdf'; export { readCompound } from './src/document/cfb/read-compound'; export { readRtf } from './src/document/rtf/read-rtf';";
  const built = build({ stdin: { contents, resolveDir: root }, bundle: true, write: false, format: 'iife', globalName: 'readers', platform: 'browser', target: 'es2021', absWorkingDir: join(root) });
  const [result, launched] = await Promise.all([built, launchBrowser()]);
  bundle = result.outputFiles[0]?.text ?? '';
  browser = launched;
});

afterAll(() => browser.close());

it.each(FILES)('%s: as on Node', async (_, reader, bytes) => {
  const tab = await browser.newPage();
  await tab.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ body: '<!DOCTYPE html><title>x</title>', contentType: 'text/html' });
    return route.fulfill({ body: readFileSync(join(pdfFolder, path)), contentType: path.endsWith('js') ? 'text/javascript' : 'application/octet-stream' });
  });
  await tab.goto(PAGE);
  await tab.addScriptTag({ content: bundle });
  // As in Obsidian, pdf.js is a global once it is loaded.
  await tab.addScriptTag({ type: 'module', content: "import * as pdfjs from '/build/pdf.mjs'; pdfjs.GlobalWorkerOptions.workerSrc = '/build/pdf.worker.mjs'; globalThis.pdfjsLib = pdfjs;" });
  await tab.waitForFunction(() => 'pdfjsLib' in globalThis);
  const read = await tab.evaluate(async ({ reader, numbers }) => {
    const globals = globalThis as unknown as { readers: Record<string, Read>; pdfjsLib: PdfJs; Buffer?: unknown; process?: unknown };
    const host: ReaderHost = {
      parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html'),
      loadPdf: () => Promise.resolve({ pdfjs: globals.pdfjsLib, cMapUrl: '/cmaps/' }),
    };
    return { result: await globals.readers[reader]?.(new Uint8Array(numbers), '名单', host), node: [typeof globals.Buffer, typeof globals.process] };
  }, { reader, numbers: [...bytes] });
  expect(read.node).toEqual(['undefined', 'undefined']);
  expect(read.result).toEqual(await readers[reader](bytes, '名单', nodeReaderHost));
  await tab.close();
});
