import { describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../../cli/html';
import { describeDiagnostic } from '../../../src/document/diagnostic';
import { readDocument } from '../../../src/document/read-document';
import { bytesOf, makeCompoundFile, u16le, u32le, utf16le } from '../../support/made-files/compound-file';
import { cell, DELETED, HIDDEN, IN_TABLE, INNER, INNER_CELL, INNER_ROW, makeWord97, plain, rowEnd, rowLayout, type MadeParagraph, type MadeWordOptions } from '../../support/made-files/word-97';
import { outlineOf } from '../../support/made-files/outline';

async function read(paragraphs: readonly MadeParagraph[], options: MadeWordOptions = {}): Promise<string[]> {
  return readBytes(makeWord97(paragraphs, options));
}

async function readBytes(bytes: Uint8Array): Promise<string[]> {
  const result = await readDocument({ fileName: '名单.wps', bytes }, nodeReaderHost);
  return result.ok ? outlineOf(result.document) : result.diagnostics.map((one) => describeDiagnostic(one, 'en'));
}

const THREE = rowLayout([0, 1000, 4000, 6000]);

describe('Word 97', () => {
  test('paragraphs, headings by outline level, and alignment', async () => {
    expect(await read([
      { runs: [{ text: '关于通报的公告' }], changes: [0x40, 0x26, 0] },
      plain('第一段\u000b第二行'),
      { runs: [{ text: '二〇二一年一月二日' }], changes: [0x61, 0x24, 2] },
    ])).toEqual(['# 关于通报的公告', '第一段⏎第二行', '二〇二一年一月二日 {align=right}']);
  });

  test('a table: cells of several paragraphs, and an empty one', async () => {
    expect(await read([
      cell('序号'), cell('应用名称'), cell('所涉问题'), rowEnd(THREE),
      cell('1'), cell('看图'), { ...plain('违规收集个人信息'), changes: IN_TABLE }, cell('账号注销难'), rowEnd(THREE),
      cell('2'), cell(''), cell('账号注销难'), rowEnd(THREE),
    ])).toEqual(['| 序号 | 应用名称 | 所涉问题 |', '| 1 | 看图 | 违规收集个人信息⏎账号注销难 |', '| 2 |  | 账号注销难 |']);
  });

  test('cells merged across, down and over the whole row', async () => {
    expect(await read([
      cell('应用名单'), rowEnd(rowLayout([0, 6000])),
      cell('序号'), cell('应用名称'), cell('开发者'), rowEnd(THREE),
      cell('1'), cell('看图'), cell('甲公司'), rowEnd(rowLayout([0, 1000, 4000, 6000], [0, 0, 0x60])),
      cell('2'), cell('看书'), cell(''), rowEnd(rowLayout([0, 1000, 4000, 6000], [0, 0, 0x20])),
      cell('3'), cell('看报'), cell(''), rowEnd(rowLayout([0, 1000, 4000, 6000], [0, 2, 1])),
      cell('4'), cell('看天'), rowEnd(rowLayout([0, 1000, 6000])),
    ])).toEqual(['(应用名单)', '| 序号 | 应用名称 | 开发者 |', '| 1 | 看图 | 甲公司 |', '| 2 | 看书 | 甲公司 |', '| 3 | 看报 | 看报 |', '| 4 | 看天 | 看天 |']);
  });

  test('edges that differ by a hair are one', async () => {
    expect(await read([
      cell('序号'), cell('应用名称'), rowEnd(rowLayout([0, 1000, 4000])),
      cell('共一项'), rowEnd(rowLayout([0, 4010])),
      cell('1'), cell('看图'), rowEnd(rowLayout([-15, 1020, 3990])),
    ])).toEqual(['| 序号 | 应用名称 |', '| 共一项 | 共一项 |', '| 1 | 看图 |']);
  });

  test('a table inside a cell is read as a table of its own', async () => {
    const inner = (text: string): MadeParagraph => ({ ...plain(text), changes: INNER_CELL });
    expect(await read([
      cell('左'), cell('右'), rowEnd(rowLayout([0, 1000, 6000])),
      { ...plain('前'), changes: IN_TABLE }, inner('序号'), inner('应用名称'), { runs: [], changes: [...INNER_ROW, ...rowLayout([0, 500, 900])] },
      inner('1'), inner('看图'), { runs: [], changes: [...INNER_ROW, ...rowLayout([0, 500, 900])] },
      cell('后'), cell('旁'), rowEnd(rowLayout([0, 1000, 6000])),
    ])).toEqual(['| 左 | 右 |', '| 前⏎后 | 旁 |', '| 序号 | 应用名称 |', '| 1 | 看图 |']);
    expect(INNER).not.toEqual(IN_TABLE);
  });

  test('fields show their result; web links keep their target', async () => {
    const [heading] = (await readDocument({ fileName: 'a.doc', bytes: makeWord97([plain('见\u0013 HYPERLINK "https://example.cn/a" \u0014附件\u0015。\u0013 PAGE \u00147\u0015')]) }, nodeReaderHost).then((result) => (result.ok ? result.document.blocks : [])));
    expect(heading).toMatchObject({ kind: 'paragraph', text: '见附件。7', links: [{ text: '附件', target: 'https://example.cn/a' }] });
  });

  test('deleted and hidden text is left out, deleted rows too', async () => {
    expect(await read([
      plain('共', { text: '十', changes: DELETED }, '二款', { text: '内部', changes: HIDDEN }),
      { ...plain('一段分'), markChanges: DELETED }, plain('为两段'),
      cell('序号'), cell('应用名称'), rowEnd(rowLayout([0, 1000, 4000])),
      cell({ text: '1', changes: DELETED }), cell({ text: '误列', changes: DELETED }), rowEnd(rowLayout([0, 1000, 4000]), DELETED),
      cell('2'), cell('看图'), rowEnd(rowLayout([0, 1000, 4000])),
    ])).toEqual(['共二款', '一段分为两段', '| 序号 | 应用名称 |', '| 2 | 看图 |']);
  });

  test('text kept in one byte a character', async () => {
    expect(await read([plain('It’s 4.10')], { compressed: true })).toEqual(['It’s 4.10']);
  });

  test('text boxes follow the main text', async () => {
    expect(await read([plain('正文')], { boxes: [cell('序号'), cell('应用名称'), rowEnd(rowLayout([0, 1, 2].map((at) => at * 900))), cell('1'), cell('看图'), rowEnd(rowLayout([0, 900, 1800]))] })).toEqual(['正文', '| 序号 | 应用名称 |', '| 1 | 看图 |']);
  });

  test('automatic numbers', async () => {
    const level = (start: number, pattern: string): number[] => [...u32le(start), 0, ...new Array<number>(23).fill(0), ...u16le(pattern.length), ...utf16le(pattern)];
    const lists = { heads: [...u16le(1), ...u32le(77), ...new Array<number>(22).fill(0), 1, 0], levels: level(3, '\u0000.'), overrides: [...u32le(1), ...u32le(77), ...new Array<number>(12).fill(0)] };
    const numbered = { ...cell(''), changes: [...IN_TABLE, 0x0b, 0x46, 1, 0] };
    const layout = rowLayout([0, 900, 1800]);
    expect(await read([cell('序号'), cell('应用名称'), rowEnd(layout), numbered, cell('看图'), rowEnd(layout), numbered, cell('看书'), rowEnd(layout)], { lists })).toEqual(['| 序号 | 应用名称 |', '| 3. | 看图 |', '| 4. | 看书 |']);
  });

  test('a file that is cut off says so', async () => {
    const whole = makeWord97([plain('前一段'), ...Array.from({ length: 9 }, (_, at) => plain(`${at}${'很长的段落'.repeat(200)}`))]);
    const result = await readDocument({ fileName: 'a.doc', bytes: whole }, nodeReaderHost);
    expect(result.ok && result.document.diagnostics).toEqual([]);
    // The text is said to be longer than the pieces of it that the file holds.
    const at = whole.findIndex((_, index) => index % 512 === 0 && whole[index] === 0xec && whole[index + 1] === 0xa5) + 76;
    whole[at + 2] = 1;
    const cut = await readDocument({ fileName: 'a.doc', bytes: whole }, nodeReaderHost);
    expect(cut.ok && cut.document.diagnostics.map((one) => describeDiagnostic(one, 'en'))).toEqual(['The file is damaged or cut off: a part of what it should hold is missing.']);
  });

  test('what cannot be read says why', async () => {
    expect(await read([plain('甲')], { flags: 0x0100 })).toEqual(['The file is protected by a password. Save a copy without one and import that.']);
    expect(await read([plain('甲')], { nFib: 0x65 })).toEqual(['The file was made by Word 95 or an older version, which is not read. Open it in Word and save it anew.']);
    expect(await read([plain('')])).toEqual(['The file holds no text that is shown.']);
    expect(await readBytes(makeCompoundFile({ 'PowerPoint Document': bytesOf([1, 2, 3]) }))).toEqual(['This is not text: PowerPoint.']);
    expect(await readBytes(makeCompoundFile({ EncryptedPackage: bytesOf([1, 2, 3]) }))).toEqual(['The file is protected by a password. Save a copy without one and import that.']);
    expect(await readBytes(makeWord97([plain('甲')]).subarray(0, 700))).toEqual([expect.stringContaining('The file is damaged or cut off')]);
  });
});
