import { describe, expect, test } from 'vitest';
import { describeDiagnostic } from '../../../src/document/diagnostic';
import type { Document } from '../../../src/document/document';
import { outline, readOfficeFile, refusal, sheetRows, xlsxParts, zipParts, type SheetParts, type XlsxParts } from '../../support/office-files';
import { within } from '../../support/processor-time';

const HEAD = ['序号', '名称', '版本'];

async function read(sheets: string | readonly SheetParts[], parts?: XlsxParts): Promise<Document> {
  const list = typeof sheets === 'string' ? [{ name: 'Sheet1', content: sheets }] : sheets;
  return readOfficeFile(zipParts(xlsxParts(list, parts)), '名单.xlsx');
}
const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const said = (document: Document): string[] => document.diagnostics.map((d) => describeDiagnostic(d, 'en'));

describe('sheets of an Excel file', () => {
  test('values are shown as formatted, texts wherever they are kept', async () => {
    const formats = ['General', '0.00', '000', 'yyyy.mm.dd', '0%', '@'];
    const strings = ['名称', '<r><t>甲</t></r><r><rPr/><t>应用</t></r><rPh sb="0" eb="1"><t>jia</t></rPh><phoneticPr fontId="1"/>', '一行&#10;_x000D_二行 _x005F_x'];
    const row = (at: number, cells: string): string => `<row r="${at}">${cells}</row>`;
    const content = data(
      row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>版本</t></is></c><c r="C1" t="str"><f>"日"&amp;"期"</f><v>日期</v></c>') +
        row(2, '<c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>4.1</v></c><c r="C2" s="3"><v>45207</v></c>') +
        row(3, '<c r="A3" t="s"><v>2</v></c><c r="B3" s="2"><f>3+4</f><v>7</v></c><c r="C3" t="b"><v>1</v></c>') +
        row(4, '<c r="A4"><v>4.0999999999999996</v></c><c r="B4" s="4"><v>0.125</v></c><c r="C4" t="e"><v>#N/A</v></c>') +
        row(5, '<c r="A5" s="5"><v>1.1</v></c><c r="B5"><v>123456789012</v></c><c r="C5" t="d" s="3"><v>2024-05-21</v></c>'),
    );
    expect(outline(await read(content, { strings, formats }))).toEqual(['名称 | 版本 | 日期', '甲应用 | 4.10 | 2023.10.08', '一行 ⏎ 二行 _x | 007 | TRUE', '4.1 | 13% | #N/A', '1.1 | 123456789012 | 2024.05.21']);
  });

  test('days count from 1904 where the file says so', async () => {
    const content = data('<row r="1"><c r="A1" s="0"><v>0</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2" s="0"><v>43745</v></c><c r="B2"><v>2</v></c></row>');
    expect(outline(await read(content, { formats: ['yyyy-mm-dd'], workbookProperties: '<workbookPr date1904="1"/>' }))).toEqual(['1904-01-01 | 1904-01-02', '2023-10-08 | 1904-01-03']);
  });

  test('cells and rows without a name follow the one before', async () => {
    const content = data('<row><c t="inlineStr"><is><t>名称</t></is></c><c t="inlineStr"><is><t>版本</t></is></c></row><row><c t="inlineStr"><is><t>甲</t></is></c><c><v>2</v></c></row>');
    expect(outline(await read(content))).toEqual(['名称 | 版本', '甲 | 2']);
  });

  test('a merged cell has its value in every place, and what it covers is not shown', async () => {
    const content = `${data(sheetRows([['存在问题的名单', '', ''], HEAD, ['1', '甲', '1.0'], ['2', '', '1.1'], ['3', '乙', '旧']]))}<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B3:B4"/><mergeCell ref="B5:C5"/></mergeCells>`;
    expect(outline(await read(content))).toEqual(['[存在问题的名单]', '序号 | 名称 | 版本', '1 | 甲 | 1.0', '2 | 甲 | 1.1', '3 | 乙 | 乙']);
  });

  test('a merge over rows that hold nothing of their own makes no rows, one over the whole sheet fills only what is there', async () => {
    const content = `${data(sheetRows([['名单']]) + sheetRows([HEAD, ['1', '甲', '1.0']], 4))}<mergeCells><mergeCell ref="A1:XFD3"/></mergeCells>`;
    expect(outline(await read(content))).toEqual(['[名单]', '序号 | 名称 | 版本', '1 | 甲 | 1.0']);
  });

  test('hidden sheets, rows and columns are left out, and that is said', async () => {
    const rows = sheetRows([['序号', '名称', '内部编号', '版本'], ['1', '甲', 'X1', '1.0'], ['2', '乙', 'X2', '1.1']]).replace('<row r="2">', '<row r="2" hidden="1">');
    const document = await read([
      { name: '名单', content: `<cols><col min="3" max="3" hidden="1"/></cols>${data(rows)}` },
      { name: '草稿', state: 'hidden', content: data(sheetRows([['不应读取']])) },
      { name: '旧稿', state: 'veryHidden', content: data(sheetRows([['不应读取']])) },
    ]);
    expect(outline(document)).toEqual(['## 名单', '序号 | 名称 | 版本', '2 | 乙 | 1.1']);
    expect(said(document)).toEqual(['Hidden rows were left out: 1.', 'Hidden columns of the sheet “名单” were left out: 1.', 'The hidden sheet “草稿” was left out.', 'The hidden sheet “旧稿” was left out.']);
  });

  test('a blank row is kept with its line; lines are the numbers of rows', async () => {
    const { blocks } = await read(data(sheetRows([HEAD, ['1', '甲', '1.0']], 3) + sheetRows([['2', '乙', '1.1']], 6)));
    expect(blocks).toMatchObject([{ line: 3, rows: [{ line: 4 }, { line: 5, cells: [{ text: '' }, { text: '' }, { text: '' }] }, { line: 6 }] }]);
  });

  test('a sheet can hold two tables; a note below a blank row begins none', async () => {
    const rows = [...[['附件1 应用名单'], HEAD, ['1', '甲', '1.0'], [], ['附件2 SDK名单'], ['序号', 'SDK名称'], ['1', '乙SDK'], [], ['注：排名不分先后']]];
    expect(outline(await read(data(sheetRows(rows))))).toEqual(['[附件1 应用名单]', '序号 | 名称 | 版本', '1 | 甲 | 1.0', '[附件2 SDK名单]', '序号 | SDK名称', '1 | 乙SDK', ' | ', '注：排名不分先后 | ']);
  });

  test('a second table without a caption is told by its headings', async () => {
    const rows = [HEAD, ['1', '甲', '1.0'], [], [], ['序号', 'SDK名称', '来源', '版本'], ['1', '乙SDK', '官网', '2.0'], [], ['2', '丙SDK', '官网', '']];
    expect(outline(await read(data(sheetRows(rows))))).toEqual(['序号 | 名称 | 版本', '1 | 甲 | 1.0', '序号 | SDK名称 | 来源 | 版本', '1 | 乙SDK | 官网 | 2.0', ' |  |  | ', '2 | 丙SDK | 官网 | ']);
  });

  test('the same headings below a blank row are repeated ones, unless the numbers begin again', async () => {
    const rows = (number: string): string[][] => [HEAD, ['1', '甲', '1.0'], [], HEAD, [number, '乙', '2.0']];
    expect(outline(await read(data(sheetRows(rows('2')))))).toEqual(['序号 | 名称 | 版本', '1 | 甲 | 1.0', ' |  | ', '序号 | 名称 | 版本', '2 | 乙 | 2.0']);
    expect((await read(data(sheetRows(rows('2'))))).blocks).toHaveLength(1);
    expect((await read(data(sheetRows(rows('1'))))).blocks).toHaveLength(2);
  });

  test('a day below the name of the list leaves it the caption', async () => {
    for (const day of ['2024年6月5日', '（2024年6月5日）', '2024 年 12 月 15 日']) expect((await read(data(sheetRows([['应用名单'], [day], HEAD, ['1', '甲', '1.0']])))).blocks.map((block) => ('text' in block ? block.text : block.kind === 'table' && block.caption))).toEqual([day, '应用名单']);
  });

  test('the day under a text is its end, not the caption of the list below', async () => {
    expect((await read(data(sheetRows([['现予公布。'], ['某省通信管理局'], ['2024年6月5日'], HEAD, ['1', '甲', '1.0']])))).blocks.map((block) => ('text' in block ? block.text : block.kind === 'table' && block.caption))).toEqual(['现予公布。', '某省通信管理局', '2024年6月5日', null]);
  });

  test('links of cells keep their address', async () => {
    const content = `${data(sheetRows([['名称', '版本'], ['甲', '1.0']]))}<hyperlinks><hyperlink ref="A2:A2" r:id="k"/><hyperlink ref="B2" location="Sheet2!A1"/></hyperlinks>`;
    const { blocks } = await read([{ name: 'Sheet1', content, links: { k: 'https://example.com/?a=1&amp;b=2' } }]);
    expect(blocks[0]).toMatchObject({ rows: [{ cells: [{ links: [{ text: '甲', target: 'https://example.com/?a=1&b=2' }] }, { links: [] }] }] });
  });

  test('a stray cell in the last row of the sheet costs nothing and is counted', async () => {
    const content = data(`${sheetRows([HEAD, ['1', '甲', '1.0']])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`);
    const document = await within(500, () => read(content));
    expect(outline(document)).toEqual(['序号 | 名称 | 版本', '1 | 甲 | 1.0']);
    expect(said(document)).toEqual(['The sheet “Sheet1” has cells far outside any list (beyond row 100,000 or column IV); left out: 1.']);
  });

  test('formulas whose result was never stored are counted', async () => {
    const content = data('<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>序号</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><f>ROW()-1</f></c></row>');
    expect(said(await read(content))).toEqual(['The sheet “Sheet1” has formulas without a stored result (1); open and save the file in Excel or WPS, then import it again.']);
  });

  test('grids and merges beyond all lists are refused soon', async () => {
    const wide = `${data(Array.from({ length: 5000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join(''))}<mergeCells>${'<mergeCell ref="A1:IV99999"/>'.repeat(60_000)}</mergeCells>`;
    const file = zipParts(xlsxParts([{ name: '表', content: wide }]));
    expect(await within(2000, () => refusal(file, '名单.xlsx'))).toMatch(/the sheet “表” has more cells than can be held/);
  });

  test('a sheet that is named but missing is said, the others are read', async () => {
    const { 'xl/worksheets/sheet1.xml': _, ...parts } = xlsxParts([{ name: '附件1', content: data(sheetRows([HEAD, ['1', '甲', '1.0']])) }, { name: '附件2', content: '' }]);
    const document = await readOfficeFile(zipParts(parts));
    expect(outline(document)).toEqual(['## 附件1', '序号 | 名称 | 版本', '1 | 甲 | 1.0']);
    expect(said(document)).toEqual(['The sheet “附件2” is named in the file but not in it.']);
  });

  test('a workbook without text says so', async () => {
    expect(await refusal(zipParts(xlsxParts([{ name: '空', content: data('') }])))).toBe('The file holds no text that is shown.');
  });
});
