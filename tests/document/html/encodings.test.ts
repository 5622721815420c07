/** A page is read in whatever encoding it stands, whatever it says of it. */
import { describe, expect, test } from 'vitest';
import { linesOf, readPage } from './read-page';

/** 某局通报两款应用：过度索取权限，请整改。 in GBK. */
const GBK = [0xc4, 0xb3, 0xbe, 0xd6, 0xcd, 0xa8, 0xb1, 0xa8, 0xc1, 0xbd, 0xbf, 0xee, 0xd3, 0xa6, 0xd3, 0xc3, 0xa3, 0xac, 0xc7, 0xeb, 0xd5, 0xfb, 0xb8, 0xc4, 0xa1, 0xa3];
const TEXT = '某局通报两款应用，请整改。';
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));
const page = (head: string, words: readonly number[]): Uint8Array => new Uint8Array([...ascii(`<html><head>${head}</head><body><div id="zoom"><p>`), ...words, ...ascii('</p></div></body></html>')]);
const utf16 = (text: string, order: 'le' | 'be'): number[] => [...text].flatMap((char) => {
  const code = char.charCodeAt(0);
  return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
});

describe('encodings', () => {
  test.each([
    ['GBK, declared in meta charset', page('<meta charset="gbk">', GBK)],
    ['GB2312, declared by http-equiv', page('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', GBK)],
    ['GBK, declared as UTF-8', page('<meta charset="utf-8">', GBK)],
    ['GBK, not declared', page('', GBK)],
    ['UTF-8, declared as GB2312', page('<meta charset="gb2312">', [...new TextEncoder().encode(TEXT)])],
    ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...page('', [...new TextEncoder().encode(TEXT)])])],
    ['UTF-16LE with a byte order mark', new Uint8Array([0xff, 0xfe, ...utf16(`<html><body><div id="zoom"><p>${TEXT}</p></div></body></html>`, 'le')])],
    ['UTF-16BE without one', new Uint8Array(utf16(`<html><body><div id="zoom"><p>${TEXT}</p></div></body></html>`, 'be'))],
  ])('%s', async (_, bytes) => {
    expect(linesOf(await readPage(bytes))).toEqual([`p ${TEXT}`]);
  });

  test('two Chinese characters in GBK that could be Cyrillic in UTF-8', async () => {
    // 脴脴 is D0 B4 twice in GBK's bytes; as UTF-8 they are дд.
    expect(linesOf(await readPage(page('<meta charset="gbk">', [0xd0, 0xb4, 0xd0, 0xb4])))).toEqual(['p 写写']);
    expect(linesOf(await readPage(page('', [0xd0, 0xb4, 0xd0, 0xb4])))).toEqual(['p дд']);
  });

  test('Big5, declared', async () => {
    expect(linesOf(await readPage(page('<meta charset="big5">', [0xb3, 0x71, 0xb3, 0xf8])))).toEqual(['p 通報']);
  });
});
