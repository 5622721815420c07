import { describe, expect, test } from 'vitest';
import { describeDiagnostic } from '../../../src/document/diagnostic';
import { cell, docxParts, outline, paragraph, readOfficeFile, refusal, row, run, table, zipParts, type DocxParts } from '../../support/office-files';

const docx = (body: string, parts?: DocxParts): Uint8Array => zipParts(docxParts(body, parts));
const read = async (body: string, parts?: DocxParts): Promise<string[]> => outline(await readOfficeFile(docx(body, parts)));

const RESTART = '<w:vMerge w:val="restart"/>';
const GO_ON = '<w:vMerge/>';
const HEAD = row(['序号', '名称', '版本']);

describe('tables of a Word file', () => {
  test('a cell merged downwards or across has its value in every place', async () => {
    const body = table(
      HEAD,
      row(['1', cell('甲应用', RESTART), '1.0']),
      row(['2', cell('', GO_ON), '2.0']),
      row(['3', cell('两列合一', '<w:gridSpan w:val="2"/>')]),
      row([cell('4', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), '3.0']),
    );
    expect(await read(body)).toEqual(['序号 | 名称 | 版本', '1 | 甲应用 | 1.0', '2 | 甲应用 | 2.0', '3 | 两列合一 | 两列合一', '4 | 4 | 3.0']);
  });

  test('columns left out before a row are not filled from the right', async () => {
    const body = table(HEAD, row(['1', '甲', '1.0']), row(['乙', '1.1'], '<w:gridBefore w:val="1"/>'));
    expect(await read(body)).toEqual(['序号 | 名称 | 版本', '1 | 甲 | 1.0', ' | 乙 | 1.1']);
  });

  test('a merge that goes on with nothing above is a cell of its own', async () => {
    expect(await read(table(HEAD, row(['1', cell('孤', GO_ON), '1.0'])))).toEqual(['序号 | 名称 | 版本', '1 | 孤 | 1.0']);
  });

  test('a row merged with the one above from end to end is no row of its own', async () => {
    const body = table(HEAD, row([cell('1', RESTART), cell('甲', RESTART), cell('1.0', RESTART)]), row([cell('', GO_ON), cell('', GO_ON), cell('', GO_ON)]), row(['2', '乙', '2.0']));
    expect(await read(body)).toEqual(['序号 | 名称 | 版本', '1 | 甲 | 1.0', '2 | 乙 | 2.0']);
  });

  test('edges drawn by hand a little beside each other make no columns', async () => {
    const span = (text: string, count: number): string => cell(text, `<w:gridSpan w:val="${count}"/>`);
    const body = table(row([span('序号', 1), span('名称', 2), span('版本', 1)]), row([span('1', 2), span('甲', 1), span('1.0', 1)]));
    expect(await read(body)).toEqual(['序号 | 名称 | 版本', '1 | 甲 | 1.0']);
  });

  test('a grid column in which no cell begins is none', async () => {
    const wide = (text: string): string => cell(text, '<w:gridSpan w:val="2"/>');
    expect(await read(table(row(['序号', wide('名称'), '版本']), row(['1', wide('甲'), '1.0']), row([cell('说明', '<w:gridSpan w:val="4"/>')])))).toEqual(['序号 | 名称 | 版本', '1 | 甲 | 1.0', '说明 | 说明 | 说明']);
  });

  test('rows of one text above the headings: the last is the caption, others are paragraphs', async () => {
    const across = (text: string): string => row([cell(text, '<w:gridSpan w:val="3"/>')]);
    expect(await read(table(across('附件'), across('存在问题的应用名单'), HEAD, row(['1', '甲', '1.0']), across('一、游戏类'), row(['2', '乙', '1.1'])))).toEqual([
      '附件', '[存在问题的应用名单]', '序号 | 名称 | 版本', '1 | 甲 | 1.0', '一、游戏类 | 一、游戏类 | 一、游戏类', '2 | 乙 | 1.1',
    ]);
  });

  test('headings in two rows and headings repeated on the next page stay as they are', async () => {
    const body = table(
      row([cell('序号', RESTART), cell('应用信息', '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>'),
      row([cell('', GO_ON), '名称', '版本'], '<w:tblHeader/>'),
      row(['1', '甲', '1.0']),
      HEAD,
    );
    expect(await read(body)).toEqual(['序号 | 应用信息 | 应用信息', '序号 | 名称 | 版本', '1 | 甲 | 1.0', '序号 | 名称 | 版本']);
  });

  test('paragraphs and breaks in a cell are its lines; a pipe is a pipe', async () => {
    const lines = `${paragraph('违规收集')}${paragraph('')}${paragraph(`${run('强制')}<w:r><w:br/></w:r>${run('推送')}`)}`;
    const document = await readOfficeFile(docx(table(row(['名称', '问题']), row(['甲|乙', cell(lines)]))));
    expect(document.blocks[0]).toMatchObject({ rows: [{ cells: [{ text: '甲|乙', raw: '甲|乙' }, { text: '违规收集\n强制\n推送', raw: '违规收集<br>强制<br>推送' }] }] });
  });

  test('deleted rows and cells vanish, inserted ones stay, hidden rows are left out and counted', async () => {
    const body = table(HEAD, row(['1', '删', '0'], '<w:del w:id="1"/>'), row(['1', '增', '1.0'], '<w:ins w:id="2"/>'), row(['2', '藏', '2.0'], '<w:hidden/>'), row(['3', cell('去', '<w:cellDel w:id="3"/>'), '乙', '3.0']));
    const document = await readOfficeFile(docx(body));
    expect(outline(document)).toEqual(['序号 | 名称 | 版本', '1 | 增 | 1.0', '3 | 乙 | 3.0']);
    expect(document.diagnostics.map((d) => describeDiagnostic(d, 'zh'))).toEqual(['略过 1 个隐藏的行。']);
  });

  test('rows and cells in content controls are rows and cells', async () => {
    const control = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(await read(table(HEAD, control(row(['1', control(cell('甲')), '1.0']))))).toEqual(['序号 | 名称 | 版本', '1 | 甲 | 1.0']);
  });

  test('a frame around one text is a paragraph, a frame around a list is that list', async () => {
    expect(await read(table(row(['说明文字'])))).toEqual(['说明文字']);
    const list = table(HEAD, row(['1', '甲', '1.0']));
    expect(await read(table(row([cell(`${paragraph('附件一')}${list}${paragraph('')}`)])))).toEqual(['附件一', '序号 | 名称 | 版本', '1 | 甲 | 1.0']);
  });

  test('a small table in a cell is lines of that cell', async () => {
    const small = table(row(['华为', '1.0']), row(['小米', '1.1']));
    expect(await read(table(row(['序号', '来源与版本']), row(['1', cell(small + paragraph(''))]), row(['2', '应用宝']), row(['3', 'vivo'])))).toContain('1 | 华为 1.0 ⏎ 小米 1.1');
  });

  test('a table in a text box is a table', async () => {
    const box = `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${table(HEAD, row(['1', '甲', '1.0']))}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`;
    expect(await read(box)).toEqual(['序号 | 名称 | 版本', '1 | 甲 | 1.0']);
  });

  test('lines count paragraphs and rows, so that no two parts share one', async () => {
    const { blocks } = await readOfficeFile(docx(paragraph('一') + paragraph('') + table(HEAD, row(['1', '甲', '1.0'])) + paragraph('二')));
    expect(blocks.map((block) => [block.line, ...('rows' in block ? block.rows.map(({ line }) => line) : [])])).toEqual([[1], [3, 4], [5]]);
  });

  test('a cell over 63 columns is cut to that, one over thousands refuses the file', async () => {
    expect(await read(table(HEAD, row([cell('宽', '<w:gridSpan w:val="100"/>')])))).toContain('宽 | 宽 | 宽');
    expect(await refusal(docx(table(HEAD, row([cell('宽', '<w:gridSpan w:val="99999999"/>')]))))).toMatch(/claims to span 99999999 columns/);
  });

  test('names of object properties are names of apps like others', async () => {
    expect(await read(table(row(['__proto__', 'constructor']), row(['toString', '1'])))).toEqual(['__proto__ | constructor', 'toString | 1']);
  });
});
