/** Web pages read by the browser's own parser, as in the app: the same Document as on the command line, and soon. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { readHtml } from '../../src/document/html/read-html';
import type { ReadResult } from '../../src/document/read-result';
import { noticePage } from '../support/page-with-list';
import { launchBrowser } from './launch-browser';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROWS = 2000;

const rows = Array.from({ length: ROWS }, (_, at) => `<tr><td>${at + 1}</td><td>应用${at}</td><td${at % 10 === 0 ? ' rowspan="2"' : ''}>某某科技有限公司</td>${at % 10 === 1 ? '' : '<td>应用宝</td>'}<td>1.10</td><td><p>违规收集个人信息</p><p>账号注销难</p></td></tr>`);
const PAGES = {
  'a page of today': noticePage({ attachments: '<p>附件：<a href="/1.docx">名单.docx</a></p><iframe src="/web/viewer.html?file=/2.pdf"></iframe><table><caption>名单</caption><tr><th>序号<th>应用名称<tr><td>1<td>甲<br>乙</table>' }),
  'an old page in capitals': '<HTML><HEAD><TITLE>关于应用问题的通报</TITLE></HEAD><BODY><TABLE WIDTH=900><TR><TD><A HREF=a.htm>政务公开</A></TD><TD><P>我局近期抽查了一批应用，发现两款应用存在问题，现向社会公布，请有关企业尽快整改。<P>特此通报。<TABLE BORDER=1><TR><TD ROWSPAN=2>1<TD>甲乙<TR><TD>丙丁</TABLE></TD></TR></TABLE></BODY></HTML>',
  'two thousand rows': `<!DOCTYPE html><html><head><title>关于应用问题的通报</title></head><body><article><h1>关于应用问题的通报</h1><p>现予以通报。</p><table><tr><th>序号</th><th>应用名称</th><th>应用开发者</th><th>应用来源</th><th>版本号</th><th>所涉问题</th></tr>${rows.join('\n')}</table></article></body></html>`,
} as const;

let browser: Browser;
let bundle: string;

beforeAll(async () => {
  const contents = "export { readHtml } from './src/document/html/read-html';";
  const built = build({ stdin: { contents, resolveDir: root }, bundle: true, write: false, format: 'iife', globalName: 'reader', platform: 'browser', target: 'es2021', absWorkingDir: root });
  const [result, launched] = await Promise.all([built, launchBrowser()]);
  bundle = result.outputFiles[0]?.text ?? '';
  browser = launched;
});

afterAll(() => browser.close());

it.each(Object.entries(PAGES))('%s: as on Node', async (name, html) => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: bundle });
  const read = await page.evaluate((text) => {
    const globals = globalThis as unknown as { reader: { readHtml: typeof readHtml } };
    const host = { parseHtml: (source: string) => new DOMParser().parseFromString(source, 'text/html') };
    const runs = [1, 2, 3].map(() => {
      const start = performance.now();
      const result = globals.reader.readHtml(text, '页面.html', host);
      return { result, ms: performance.now() - start };
    });
    return { result: runs[0]?.result, ms: Math.min(...runs.map(({ ms }) => ms)) };
  }, html);
  const onNode: ReadResult = readHtml(html, '页面.html', nodeReaderHost);
  expect(read.result).toEqual(onNode);
  console.log(`${name}: ${read.ms.toFixed(0)} ms in Chromium`);
  // A page that cost the square of its rows would take minutes.
  expect(read.ms).toBeLessThan(2000);
  await page.close();
});
