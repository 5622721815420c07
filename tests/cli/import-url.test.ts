/** `import https://…`: what a user finds in the vault, and what is said where a server does not answer as it should. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeFetcher } from '../../cli/fetch';
import { nodeReaderHost } from '../../cli/html';
import { describeDiagnostic } from '../../src/document/diagnostic';
import { fetchSources } from '../../src/import-url';
import { startServer, type Answer, type LocalServer } from '../support/local-server';
import { listDocx, listXlsx, noticePage, PAGE_TITLE } from '../support/page-with-list';
import { runHere } from '../support/run-command-line';
import { filesIn, scratchFolder } from '../support/scratch-folder';

const HTML = 'text/html; charset=utf-8';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NOTE = `通报/侵害通报/${PAGE_TITLE}.md`;

let server: LocalServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function serve(answers: Parameters<typeof startServer>[0]): Promise<string> {
  server = await startServer(answers);
  return server.origin;
}

const page = (attachments: string): Answer => ({ type: HTML, body: noticePage({ attachments }) });
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

describe('a page and its files', () => {
  it('become one note with the list, the apps and copies of all that was fetched', async () => {
    const docx = listDocx();
    const body = noticePage({ attachments: '<p>附件：<a href="../attach/1a2b.docx">存在问题的APP名单.docx</a></p>' });
    const origin = await serve({ '/art/2024/art_1.html': { type: HTML, body }, '/art/attach/1a2b.docx': { type: DOCX, body: docx } });
    const vault = join(scratchFolder(), 'vault');
    const { code, err, out } = await runHere(['import', `${origin}/art/2024/art_1.html`, '--vault', vault]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out.slice(0, 2)).toEqual([`art_1.html: new → ${NOTE}`, `存在问题的APP名单.docx: new → ${NOTE}`]);
    const files = filesIn(vault);
    const note = files[NOTE] ?? '';
    expect(note).toContain('[[通报/应用/青禾相册\\|青禾相册]]');
    expect(note).toContain('发现2款APP仍未完成整改');
    expect(note).toContain('### 存在问题的APP名单');
    expect(note).toMatch(/^通报数量: 2$/m);
    expect(note).toMatch(/^获取时间: "?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"?$/m);
    expect(note).toContain(`SHA-256 \`${sha256(docx)}\``);
    expect(note).toContain(`SHA-256 \`${sha256(body)}\``);
    expect(note).toContain(`${origin}/art/attach/1a2b.docx`);
    const copies = fs.readdirSync(join(vault, '通报/附件')).sort();
    expect(copies).toEqual([`${PAGE_TITLE} ${sha256(body).slice(0, 12)}.html`, `存在问题的APP名单 ${sha256(docx).slice(0, 12)}.docx`].sort());
    expect(fs.readFileSync(join(vault, '通报/附件', copies.find((name) => name.endsWith('.docx')) ?? ''))).toEqual(Buffer.from(docx));
    for (const copy of copies) expect(note).toContain(`通报/附件/${copy}`);
  });

  it('fetched again change nothing', async () => {
    let visits = 0;
    const origin = await serve({
      // A page is another at every visit.
      '/a.html': () => ({ type: HTML, body: noticePage({ attachments: `<p>附件：<a href="/1.docx">名单.docx</a></p><!-- ${(visits += 1)} -->` }) }),
      '/1.docx': { type: DOCX, body: listDocx() },
    });
    const vault = join(scratchFolder(), 'vault');
    await runHere(['import', `${origin}/a.html`, '--vault', vault]);
    const before = filesIn(vault);
    const { out } = await runHere(['import', `${origin}/a.html`, '--vault', vault]);
    expect(visits).toBe(2);
    expect(out.at(-1)).toMatch(/^0 created, 0 changed/);
    expect(filesIn(vault)).toEqual(before);
  });

  it('that the vault has as text gets its list, and keeps what the user wrote', async () => {
    const origin = await serve({ '/a.html': page('<p>附件：<a href="/1.docx">名单.docx</a></p>'), '/1.docx': { type: DOCX, body: listDocx() }, '/bare.html': page('') });
    const vault = join(scratchFolder(), 'vault');
    await runHere(['import', `${origin}/bare.html`, '--vault', vault]);
    const note = join(vault, NOTE);
    expect(fs.readFileSync(note, 'utf8')).toContain('名单待补');
    fs.appendFileSync(note, '\n我的备注\n');
    await runHere(['import', `${origin}/a.html`, '--vault', vault]);
    const text = fs.readFileSync(note, 'utf8');
    expect(text).toContain('山雀听书');
    expect(text).not.toContain('名单待补');
    expect(text).toContain('\n我的备注\n');
  });

  it('two files with two lists, and a third that holds the first list again', async () => {
    const origin = await serve({
      '/a.html': page('<p>附件1：<a href="/1.docx">APP名单.docx</a></p><p>附件2：<a href="/2.xlsx">SDK名单.xlsx</a></p><p>附件3：<a href="/3.xlsx">APP名单（表格）.xlsx</a></p>'),
      '/1.docx': { type: DOCX, body: listDocx() },
      '/2.xlsx': { body: listXlsx() },
      '/3.xlsx': { body: listXlsx([['1', '青禾相册', '杭州青禾软件有限公司', '应用宝', '4.10', '违规收集个人信息'], ['2', '山雀听书', '成都山雀科技有限公司', '小米应用商店', '2.0.2', '超范围收集个人信息']]) },
    });
    const vault = join(scratchFolder(), 'vault');
    const { err } = await runHere(['import', `${origin}/a.html`, '--vault', vault]);
    const note = filesIn(vault)[NOTE] ?? '';
    expect(note.match(/\^rn-list-\d+/g)).toEqual(['^rn-list-1', '^rn-list-2']);
    expect(note).toContain('灰鹤推送SDK');
    expect(err.join('\n')).toContain('2.0.2');
    expect(note).toContain('来源差异');
  });

  it('behind a viewer and in a frame are found', async () => {
    const origin = await serve({ '/a.html': page('<iframe src="/web/viewer.html?file=/x/%E5%90%8D%E5%8D%95.docx"></iframe>'), '/x/名单.docx': { type: DOCX, body: listDocx() } });
    const { sources } = await fetchSources(`${origin}/a.html`, nodeFetcher(), nodeReaderHost);
    expect(sources.map(({ fileName, attachmentOf }) => [fileName, attachmentOf])).toEqual([['a.html', undefined], ['名单.docx', 'a.html']]);
  });

  it('in a dry run are read and not written', async () => {
    const origin = await serve({ '/a.html': page('<p>附件：<a href="/1.docx">名单.docx</a></p>'), '/1.docx': { type: DOCX, body: listDocx() } });
    const vault = join(scratchFolder(), 'vault');
    const { code, out } = await runHere(['import', `${origin}/a.html`, '--vault', vault, '--dry-run']);
    expect(code).toBe(0);
    expect(out.filter((line) => /^\+ 通报\/附件\/.*\(\d+ KB\)$/.test(line))).toHaveLength(2);
    expect(fs.existsSync(vault)).toBe(false);
  });
});

describe('servers', () => {
  it('redirects are followed, and links are relative to where they led', async () => {
    const origin = await serve({ '/old': { status: 302, headers: { location: '/new/a.html' } }, '/new/a.html': page('<p>附件：<a href="1.docx">名单.docx</a></p>'), '/new/1.docx': { type: DOCX, body: listDocx() } });
    const { sources } = await fetchSources(`${origin}/old`, nodeFetcher(), nodeReaderHost);
    expect(sources.map(({ fetched }) => fetched?.address)).toEqual([`${origin}/new/a.html`, `${origin}/new/1.docx`]);
  });

  it('a page in GBK that only the server declares', async () => {
    const gbk = [0xb9, 0xd8, 0xd3, 0xda, 0xcd, 0xa8, 0xb1, 0xa8];
    const origin = await serve({ '/a.html': { type: 'text/html; charset=GBK', body: new Uint8Array([...new TextEncoder().encode('<html><body><div id="zoom"><p>'), ...gbk, ...new TextEncoder().encode('</p></div></body></html>')]) } });
    const { sources } = await fetchSources(`${origin}/a.html`, nodeFetcher(), nodeReaderHost);
    expect(sources[0]?.charset).toBe('GBK');
  });

  it('a page that is not there: its status, exit code 1, nothing written', async () => {
    const origin = await serve({});
    const vault = join(scratchFolder(), 'vault');
    const { code, err } = await runHere(['import', `${origin}/gone.html`, '--vault', vault]);
    expect({ code, err }).toEqual({ code: 1, err: [`${origin}/gone.html: error: The server answered with status 404.`] });
    expect(fs.existsSync(join(vault, '通报/侵害通报'))).toBe(false);
  });

  it('a file that is not there: the page is imported, the file named', async () => {
    const origin = await serve({ '/a.html': page('<p>附件：<a href="/1.docx">名单.docx</a></p>') });
    const vault = join(scratchFolder(), 'vault');
    const { code, err } = await runHere(['import', `${origin}/a.html`, '--vault', vault]);
    expect(code).toBe(1);
    expect(err).toContain(`${origin}/1.docx: error: The server answered with status 404.`);
    expect(filesIn(vault)[NOTE]).toContain('名单待补');
  });

  it('an error page instead of a file is refused by its content', async () => {
    const origin = await serve({ '/a.html': page('<p>附件：<a href="/1.docx">名单.docx</a></p>'), '/1.docx': { type: HTML, body: '<!DOCTYPE html><html><head><title>系统繁忙</title></head><body>请稍后再试</body></html>' } });
    const { code, err } = await runHere(['import', `${origin}/a.html`, '--vault', join(scratchFolder(), 'vault')]);
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('系统繁忙');
  });

  it('a file whose type the server states wrongly is told by its bytes', async () => {
    const origin = await serve({ '/a.html': page('<p>附件：<a href="/1.docx">名单.docx</a></p>'), '/1.docx': { type: 'text/plain', body: listDocx() } });
    const vault = join(scratchFolder(), 'vault');
    const { code } = await runHere(['import', `${origin}/a.html`, '--vault', vault]);
    expect(code).toBe(0);
    expect(filesIn(vault)[NOTE]).toContain('青禾相册');
  });

  it('slow ones are given up', async () => {
    const origin = await serve({ '/slow.html': { type: HTML, write: (response) => response.write('<html>') } });
    expect(await failure(`${origin}/slow.html`, { timeout: 200, bytes: 1e6 })).toBe('The server gave no answer within 0.2 seconds. Try again later.');
  });

  it('endless ones are cut off, and large ones not begun', async () => {
    const origin = await serve({
      '/endless': { type: HTML, write: (response) => {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      } },
      '/large': { type: HTML, headers: { 'content-length': '99000000' }, write: (response) => response.write('x') },
    });
    expect(await failure(`${origin}/endless`, { timeout: 120_000, bytes: 2 * 1024 * 1024 })).toBe('The answer of the server is larger than 2 MB; it was not taken in.');
    expect(await failure(`${origin}/large`, { timeout: 120_000, bytes: 2 * 1024 * 1024 })).toBe('The answer of the server is larger than 2 MB; it was not taken in.');
  });

  it('nobody there', async () => {
    const origin = await serve({});
    await server?.close();
    server = null;
    expect(await failure(`${origin}/a.html`, { timeout: 120_000, bytes: 1e6 })).toMatch(/^It could not be fetched: .*ECONNREFUSED/);
  });
});

async function failure(url: string, limits: Parameters<typeof nodeFetcher>[0]): Promise<string> {
  const { sources, diagnostics } = await fetchSources(url, nodeFetcher(limits), nodeReaderHost);
  expect(sources).toEqual([]);
  return diagnostics.map((found) => describeDiagnostic(found, 'en')).join('\n');
}
