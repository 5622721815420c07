/** The project's own samples printed to PDF by a real browser: each gives the Notice that the markdown gave, white space aside. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { readDocument } from '../../src/document/read-document';
import type { Notice } from '../../src/notice/notice';
import { recogniseNotice } from '../../src/notice/recognise';
import { meaningOf, toHtml } from '../support/convert-notice';
import { launchBrowser } from './launch-browser';

const samples = new URL('../../samples/', import.meta.url);
const names = ['侵害通报/', '下架通报/'].flatMap((folder) => readdirSync(new URL(folder, samples)).map((name) => folder + name));
const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/400.css'));
const STYLE = '<link rel="stylesheet" href="/fonts/400.css"><style>body{font-family:"Noto Sans SC"} .nav{display:none} h1{text-align:center;font-size:20px} table{border-collapse:collapse;width:100%} td{border:1px solid #000;padding:3px}</style>';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function read(fileName: string, bytes: Uint8Array): Promise<Notice> {
  const result = await readDocument({ fileName, bytes }, nodeReaderHost);
  if (!result.ok) throw new Error(`${fileName}: ${JSON.stringify(result.diagnostics)}`);
  return recogniseNotice(result.document);
}

async function print(html: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ body: html.replace('</head>', `${STYLE}</head>`), contentType: 'text/html; charset=utf-8' });
    const font = /^\/fonts\/(.+)$/.exec(path)?.[1];
    if (font === undefined) return route.abort();
    return route.fulfill({ body: readFileSync(join(fonts, font)), contentType: font.endsWith('.css') ? 'text/css' : 'font/woff2' });
  });
  await page.goto('http://notice.test/');
  await page.evaluate(() => document.fonts.ready);
  const pdf = await page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' } });
  await page.close();
  return new Uint8Array(pdf);
}

/** Breaks and blanks within cells cannot be had back surely from a printed page. */
function withoutWhiteSpace(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, v: unknown) => (typeof v === 'string' ? v.replace(/\s+/g, '') : v)));
}

it.each(names)('%s is the same notice as a PDF', async (name) => {
  const notice = await read(name, readFileSync(new URL(name, samples)));
  const printed = await read('notice.pdf', await print(new TextDecoder().decode(toHtml(notice))));
  expect(withoutWhiteSpace(meaningOf(printed))).toEqual(withoutWhiteSpace(meaningOf(notice)));
});
