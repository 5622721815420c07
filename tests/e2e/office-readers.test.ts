/** Word and Excel files in a real browser, where neither Buffer nor process is: the same Document as on Node, and soon. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOffice } from '../../src/document/office/read-office';
import type { ReadResult } from '../../src/document/read-result';
import { cell, docxParts, paragraph, row, sheetRows, table, xlsxParts, zipParts } from '../support/office-files';
import { launchBrowser } from './launch-browser';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HEAD = ['序号', '名称', '版本'];
const ROWS = 2000;

const word = zipParts(docxParts(paragraph('𠮷野通报', '<w:outlineLvl w:val="0"/>') + table(row(HEAD, '<w:tblHeader/>'), ...Array.from({ length: ROWS }, (_, at) => row([String(at + 1), cell(`应用${at}`), '1.10'])))));
const excel = zipParts(xlsxParts([{ name: '附件1', content: `<sheetData>${sheetRows([HEAD, ['1', '甲', '']])}<row r="3"><c r="A3"><v>2</v></c><c r="C3" s="0"><v>45207</v></c></row></sheetData>` }], { formats: ['yyyy.mm.dd'] }));
const damaged = word.slice(0, word.length / 2);

let browser: Browser;
let bundle: string;

beforeAll(async () => {
  const built = build({ stdin: { contents: "export { readOffice } from './src/document/office/read-office';", resolveDir: root }, bundle: true, write: false, format: 'iife', globalName: 'reader', platform: 'browser', target: 'es2021', absWorkingDir: join(root) });
  const [result, launched] = await Promise.all([built, launchBrowser()]);
  bundle = result.outputFiles[0]?.text ?? '';
  browser = launched;
});

afterAll(() => browser.close());

it.each([['Word', word], ['Excel', excel], ['damaged', damaged]] as const)('%s: as on Node', async (_, bytes) => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: bundle });
  const read = await page.evaluate((numbers) => {
    const globals = globalThis as unknown as { reader: { readOffice: (file: Uint8Array, name: string) => ReadResult }; Buffer?: unknown; process?: unknown };
    const runs = [1, 2, 3].map(() => {
      const start = performance.now();
      const result = globals.reader.readOffice(new Uint8Array(numbers), '名单');
      return { result, ms: performance.now() - start };
    });
    return { result: runs[0]?.result, ms: Math.min(...runs.map(({ ms }) => ms)), node: [typeof globals.Buffer, typeof globals.process] };
  }, [...bytes]);
  expect(read.node).toEqual(['undefined', 'undefined']);
  expect(read.result).toEqual(readOffice(bytes, '名单'));
  expect(read.ms).toBeLessThan(3000);
  await page.close();
});
