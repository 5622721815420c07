/** Lists kept as csv. */
import { describe, expect, test } from 'vitest';
import { outline, readOfficeFile } from '../support/office-files';

const read = async (bytes: Uint8Array, name = '名单.csv'): Promise<string[]> => outline(await readOfficeFile(bytes, name));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const LINES = ['序号 | 应用名称 | 版本号 | 所涉问题', '1 | 看图 | 4.10 | 违规收集 ⏎ 账号注销难', '2 | 看"书" | 007 | ', '3 | 看报，看书 | 1,0 | 账号注销难'];

describe('csv', () => {
  test('with commas, semicolons or tabs, as spreadsheets write it', async () => {
    const cells = [['序号', '应用名称', '版本号', '所涉问题'], ['1', '看图', '4.10', '"违规收集\n账号注销难"'], ['2', '"看""书"""', '007'], ['3', '看报，看书', '"1,0"', '账号注销难']];
    for (const separator of [',', ';', '\t']) expect(await read(utf8(`\ufeff${cells.map((row) => row.join(separator)).join('\r\n')}\r\n`))).toEqual(LINES);
  });

  test('with its caption above, in GBK', async () => {
    // 名单,,\r\n序号,名称\r\n1,看图
    const bytes = [0xc3, 0xfb, 0xb5, 0xa5, 44, 13, 10, 0xd0, 0xf2, 0xba, 0xc5, 44, 0xc3, 0xfb, 0xb3, 0xc6, 13, 10, 49, 44, 0xbf, 0xb4, 0xcd, 0xbc];
    expect(await read(Uint8Array.from(bytes))).toEqual(['[名单]', '序号 | 名称', '1 | 看图']);
  });

  test('semicolons between the problems of every row part no cells', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at + 1},应用${at + 1},`);
    for (const quote of ['', '"']) expect((await read(utf8(['序号,应用名称,所涉问题', ...rows.map((row) => `${row}${quote}甲；乙;丙;丁;戊${quote}`)].join('\n'))))[1]).toBe('1 | 应用1 | 甲；乙;丙;丁;戊');
  });

  test('a quotation mark that nothing closes is one of the text, however much follows', async () => {
    expect(await read(utf8(`序号,应用名称\n1,"看图\n${'2,看报\n'.repeat(200_000)}`))).toHaveLength(200_002);
  });

  test('more cells than can be held are refused with a sentence', async () => {
    await expect(read(utf8('甲\n'.repeat(2_000_000)))).rejects.toThrow('more cells than can be held');
    await expect(read(utf8(`${','.repeat(100_000)}甲\n${'乙\n'.repeat(1000)}`))).rejects.toThrow('more cells than can be held');
  });

  test('a file of blanks between separators says that it is empty', async () => {
    await expect(read(utf8(',,\n,,\n'))).rejects.toThrow('holds no text');
  });
});
