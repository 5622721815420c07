import { describe, expect, test } from 'vitest';
import { decodeText, isDecoded } from '../../src/document/text-bytes';

const TEXT = '# 通报\n\n应用“甲”违规，共 12 款。\n';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]).flatMap((byte, at, all) => (order === 'le' ? [byte] : [all[at ^ 1] ?? 0])));
const textOf = (bytes: Uint8Array): string => {
  const answer = decodeText(bytes);
  return isDecoded(answer) ? `${answer.encoding}: ${answer.text}` : `${answer.code} ${String(answer.values['kind'])}`;
};

describe('decodeText', () => {
  test('UTF-8, with a byte order mark or without', () => {
    expect(textOf(utf8(TEXT))).toBe(`utf-8: ${TEXT}`);
    expect(textOf(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(TEXT)]))).toBe(`utf-8: ${TEXT}`);
  });

  test('UTF-16 of both orders, with a byte order mark or without', () => {
    expect(textOf(Uint8Array.from([0xff, 0xfe, ...utf16(TEXT, 'le')]))).toBe(`utf-16le: ${TEXT}`);
    expect(textOf(Uint8Array.from([0xfe, 0xff, ...utf16(TEXT, 'be')]))).toBe(`utf-16be: ${TEXT}`);
    expect(textOf(utf16(TEXT, 'le'))).toBe(`utf-16le: ${TEXT}`);
    expect(textOf(utf16(TEXT, 'be'))).toBe(`utf-16be: ${TEXT}`);
  });

  test('GB18030', () => {
    // 通报：甲乙丙，丁。
    const bytes = Uint8Array.from([0xcd, 0xa8, 0xb1, 0xa8, 0xa3, 0xba, 0xbc, 0xd7, 0xd2, 0xd2, 0xb1, 0xfb, 0xa3, 0xac, 0xb6, 0xa1, 0xa1, 0xa3]);
    expect(textOf(bytes)).toBe('gb18030: 通报：甲乙丙，丁。');
  });

  test('one torn byte does not make a UTF-8 file a GB18030 one', () => {
    const bytes = utf8(TEXT.repeat(20));
    const torn = bytes.subarray(0, bytes.length - 2);
    const answer = decodeText(torn);
    expect(isDecoded(answer) && [answer.encoding, answer.damaged, answer.text.startsWith(TEXT)]).toEqual(['utf-8', 1, true]);
  });

  test.each([
    ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37]],
    ['ZIP (docx, xlsx)', [0x50, 0x4b, 3, 4, 20, 0]],
    ['Office 97 (doc, xls, wps)', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
    ['0x00', [1, 0, 0, 2, 0, 3, 0xfa, 0, 0, 0, 7]],
  ])('%s is no text', (kind, bytes) => {
    expect(textOf(Uint8Array.from(bytes))).toBe(`binary-file ${kind}`);
  });

  test('a text that begins like a bitmap is a text', () => {
    expect(textOf(utf8('BM 地图应用'))).toBe('utf-8: BM 地图应用');
  });
});
