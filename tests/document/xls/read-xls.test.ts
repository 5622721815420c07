import { describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../../cli/html';
import { describeDiagnostic } from '../../../src/document/diagnostic';
import { readDocument } from '../../../src/document/read-document';
import { u16le, u32le, utf16le } from '../../support/made-files/compound-file';
import { at, float, format, label, makeExcel97, merge, number, strings, style, xlString, type MadeRecord, type MadeWorkbook } from '../../support/made-files/excel-97';
import { outlineOf } from '../../support/made-files/outline';
import { within } from '../../support/processor-time';

async function read(workbook: MadeWorkbook): Promise<string[]> {
  const result = await readDocument({ fileName: '名单.et', bytes: makeExcel97(workbook) }, nodeReaderHost);
  const said = (result.ok ? result.document.diagnostics : result.diagnostics).map((one) => `! ${describeDiagnostic(one, 'en')}`);
  return [...(result.ok ? outlineOf(result.document) : []), ...said];
}

const HEADER = ['序号', '应用名称', '版本号'];
const header = [label(0, 0, 0), label(0, 1, 1), label(0, 2, 2)];

describe('Excel 97', () => {
  test('numbers and dates as they are shown', async () => {
    const shared = [format(164, '0.00'), format(165, '000'), format(166, 'yyyy.mm.dd'), style(0), style(164), style(165), style(166), strings(...HEADER, '看图', '看书')];
    const versions = [number(1, 2, 4.1, 1), number(2, 2, 7, 2), number(3, 2, 45207, 3)];
    expect(await read({ shared, sheets: [{ name: 'Sheet1', records: [...header, number(1, 0, 1), label(1, 1, 3), number(2, 0, 2), label(2, 1, 4), number(3, 0, 3), label(3, 1, 3), ...versions] }] })).toEqual([
      '| 序号 | 应用名称 | 版本号 |', '| 1 | 看图 | 4.10 |', '| 2 | 看书 | 007 |', '| 3 | 看图 | 2023.10.08 |',
    ]);
  });

  test('small numbers, several in a record, formulas with their results, truth and errors', async () => {
    const whole = (value: number): number[] => u32le(((value << 2) | 2) >>> 0);
    const records: MadeRecord[] = [
      ...header,
      [0xbd, [...u16le(1), ...u16le(0), ...u16le(0), ...whole(1), ...u16le(0), ...u32le((321 << 2) | 3), ...u16le(1)]],
      [0x06, [...at(1, 2), 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...new Array<number>(8).fill(0)]],
      [0x207, xlString('V2')],
      [0x06, [...at(2, 0), ...float(2), ...new Array<number>(8).fill(0)]],
      [0x205, [...at(2, 1), 1, 0]],
      [0x205, [...at(2, 2), 0x2a, 1]],
      [0x27e, [...at(3, 0), ...whole(-3)]],
      [0x204, [...at(3, 1), ...xlString('caf\u00e9', false)]],
    ];
    expect(await read({ shared: [style(0), strings(...HEADER)], sheets: [{ name: 'Sheet1', records }] })).toEqual(['| 序号 | 应用名称 | 版本号 |', '| 1 | 3.21 | V2 |', '| 2 | TRUE | #N/A |', '| -3 | café |  |']);
  });

  test('strings that go on in the next record, in the middle of one and with formatting behind them', async () => {
    const first = [...u32le(4), ...u32le(4), ...xlString('序号'), ...u16le(4), 1, ...utf16le('应用')];
    // The seam has flags of its own: here from two bytes a character to two again, then to one.
    const second = [1, ...utf16le('名称'), ...u16le(4), 1 | 8, ...u16le(1), ...utf16le('版')];
    const third = [1, ...utf16le('本号一'), 1, 2, 3, 4, ...u16le(6), 1, ...utf16le('看')];
    const fourth = [0, ...Array.from('Book2', (char) => char.charCodeAt(0))];
    const shared: MadeRecord[] = [style(0), [0xfc, first], [0x3c, second], [0x3c, third], [0x3c, fourth]];
    expect(await read({ shared, sheets: [{ name: 'Sheet1', records: [...header, number(1, 0, 1), label(1, 1, 3)] }] })).toEqual(['| 序号 | 应用名称 | 版本号一 |', '| 1 | 看Book2 |  |']);
  });

  test('merged cells, captions, hidden sheets, rows and columns, names of sheets and links', async () => {
    const shared = [style(0), strings(...HEADER, '附件：应用名单', '看图', '看书', '内部')];
    const link: MadeRecord = [0x1b8, [...[2, 2, 1, 1].flatMap(u16le), ...new Array<number>(16).fill(0), ...u32le(2), ...u32le(3), ...u32le(0x79eac9e0), ...new Array<number>(12).fill(0), ...u32le(2 * 'https://example.cn\0'.length), ...utf16le('https://example.cn\0')]];
    const records: MadeRecord[] = [
      label(0, 0, 3), merge(0, 0, 0, 2), label(1, 0, 0), label(1, 1, 1), label(1, 2, 2), number(2, 0, 1), label(2, 1, 4), number(2, 2, 9), number(3, 0, 2), label(3, 1, 5), merge(2, 3, 2, 2), link,
      [0x208, [...u16le(4), ...new Array<number>(10).fill(0), 0x20, 0, 0, 0]], label(4, 0, 6), [0x7d, [...u16le(5), ...u16le(6), 0, 0, 0, 0, 1, 0]], label(2, 5, 6),
    ];
    const workbook = { shared, sheets: [{ name: '附件1', records }, { name: '草稿', hidden: true, records: [label(0, 0, 6)] }] };
    expect(await read(workbook)).toEqual([
      '## 附件1', '(附件：应用名单)', '| 序号 | 应用名称 | 版本号 |', '| 1 | 看图 | 9 |', '| 2 | 看书 | 9 |',
      '! Hidden rows were left out: 1.', '! Hidden columns of the sheet “附件1” were left out: 1.', '! The hidden sheet “草稿” was left out.',
    ]);
    const result = await readDocument({ fileName: 'a.xls', bytes: makeExcel97(workbook) }, nodeReaderHost);
    expect(JSON.stringify(result)).toContain('{"text":"看图","target":"https://example.cn"}');
  });

  test('what cannot be read says why', async () => {
    expect(await read({ sheets: [{ name: 'a', records: [] }], version: 0x0500 })).toEqual(['! The file was made by Excel 95 or an older version, which is not read. Open it in Excel and save it anew.']);
    expect(await read({ shared: [[0x2f, [0, 0]]], sheets: [] })).toEqual(['! The file is protected by a password. Save a copy without one and import that.']);
    expect(await read({ sheets: [{ name: 'a', records: [] }] })).toEqual(['! The file holds no text that is shown.']);
  });

  test('a merge over the whole sheet takes no memory', async () => {
    const workbook = { shared: [style(0), strings('甲')], sheets: [{ name: 'Sheet1', records: [label(0, 0, 0), label(65535, 255, 0), merge(0, 65535, 0, 255)] }] };
    expect(await within(1000, () => read(workbook))).toEqual(['甲']);
  });
});
