/** Pages saved as one file, by browsers and by Word. */
import { describe, expect, test } from 'vitest';
import { facts, linesOf, readPage } from './read-page';

const LIST = '<table><tr><td>序号</td><td>应用名称</td></tr><tr><td>1</td><td>青禾相册</td></tr></table>';
const PAGE = `<html><head><title>关于某些应用的通报</title></head><body><p>现予公布，请有关企业尽快整改。</p>${LIST}</body></html>`;
const LINES = ['p 现予公布，请有关企业尽快整改。', 'head 序号 ¦ 应用名称', 'row 1 ¦ 青禾相册'];
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const quoted = (text: string): string => [...utf8(text)].map((byte) => (byte === 0x3d || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte))).join('').replace(/((?:=..|[^=]){70})(?=.)/g, '$1=\r\n');
const base64 = (text: string): string => btoa(String.fromCharCode(...utf8(text))).replace(/(.{76})/g, '$1\r\n');

const archive = (encoding: string, body: string, border = '----Border--1'): string => [
  'From: <Saved>', 'Snapshot-Content-Location: https://www.example.gov.cn/a.html', 'Subject: =?utf-8?Q?x?=', 'MIME-Version: 1.0', 'Content-Type: multipart/related;', '\ttype="text/html";', `\tboundary="${border}"`, '', '',
  `--${border}`, 'Content-Type: text/css', '', 'p{color:red}', `--${border}`, 'Content-Type: text/html; charset="utf-8"', `Content-Transfer-Encoding: ${encoding}`, 'Content-Location: https://www.example.gov.cn/a.html', '', body, `--${border}--`, '',
].join('\r\n');

describe('a page saved as one file', () => {
  test.each([['quoted-printable', quoted(PAGE)], ['base64', base64(PAGE)], ['8bit', PAGE]])('%s', async (encoding, body) => {
    const document = await readPage(archive(encoding, body), '页面.mhtml');
    expect(linesOf(document)).toEqual(LINES);
    expect(facts(document)).toMatchObject({ title: '关于某些应用的通报', url: ['https://www.example.gov.cn/a.html'] });
  });

  test('named as a Word file', async () => {
    expect(linesOf(await readPage(archive('base64', base64(PAGE)).replace(/\r\n/g, '\n'), '名单.doc'))).toEqual(LINES);
  });

  test('without a page in it, and with borders without end', async () => {
    expect(linesOf(await readPage('MIME-Version: 1.0\nContent-Type: text/plain\n\n现予公布。'))).toEqual(['p MIME-Version: 1.0 Content-Type: text/plain', 'p 现予公布。']);
    expect(linesOf(await readPage(`MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n${'--a\n'.repeat(100_000)}`)).length).toBeGreaterThan(0);
  });
});
