import { describe, expect, test } from 'vitest';
import { formatLabel } from '../../../src/document/docx/number-labels';
import { cell, docxParts, outline, paragraph, readOfficeFile, row, table, zipParts } from '../../support/office-files';

const level = (at: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const abstractNum = (id: number, levels: string): string => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, of: number, override = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${override}</w:num>`;
const numbered = (list: number, at = 0): string => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`;
const item = (text: string, list: number, at = 0): string => paragraph(text, numbered(list, at));

async function read(body: string, numbering: string, styles = ''): Promise<string[]> {
  return outline(await readOfficeFile(zipParts(docxParts(body, { numbering, styles }))));
}

describe('automatic numbers', () => {
  test('a cell that holds only an automatic number says that number; deleted rows are not counted', async () => {
    const line = (name: string, properties = ''): string => row([cell(item('', 1)), name], properties);
    const body = table(row(['序号', '名称']), line('甲'), line('删', '<w:del w:id="1"/>'), line('乙'), line('丙'));
    expect(await read(body, abstractNum(0, level(0, 'decimal', '%1')) + num(1, 0))).toEqual(['序号 | 名称', '1 | 甲', '2 | 乙', '3 | 丙']);
  });

  test('a list begins where it says, another of the same kind goes on, one that overrides its start begins anew', async () => {
    const start = (value: number): string => `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${value}"/></w:lvlOverride>`;
    const numbering = abstractNum(0, level(0, 'decimal', '%1.')) + num(1, 0, start(31)) + num(2, 0) + num(3, 0, start(1));
    expect(await read([item('甲', 1), item('乙', 1), item('丙', 2), item('丁', 3), item('戊', 3)].join(''), numbering)).toEqual(['31. 甲', '32. 乙', '33. 丙', '1. 丁', '2. 戊']);
  });

  test('deeper levels name those above and begin anew below each', async () => {
    const numbering = abstractNum(0, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>') + level(2, 'decimal', '（%3）', '<w:lvlRestart w:val="0"/>')) + num(1, 0);
    expect(await read([item('甲', 1), item('子', 1, 1), item('丑', 1, 1), item('注', 1, 2), item('乙', 1), item('寅', 1, 1), item('注', 1, 2)].join(''), numbering)).toEqual(['一、甲', '1.1 子', '1.2 丑', '（1）注', '二、乙', '2.1 寅', '（2）注']);
  });

  test('numbers come by style as well, and a paragraph can decline them', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="l"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering = abstractNum(0, level(0, 'decimal', '第%1条', '<w:pStyle w:val="l"/>')) + num(1, 0);
    const styled = (text: string, more = ''): string => paragraph(text, `<w:pStyle w:val="l"/>${more}`);
    expect(await read(styled('甲') + styled('无号', numbered(0)) + styled('乙'), numbering, styles)).toEqual(['第1条 甲', '无号', '第2条 乙']);
  });

  test('bullets say nothing; a list that is not defined numbers nothing', async () => {
    expect(await read(item('点', 1) + item('缺', 9), abstractNum(0, level(0, 'bullet', '\uF0B7')) + num(1, 0))).toEqual(['点', '缺']);
  });

  test.each([
    [3, 'decimalZero', '03'], [4, 'upperRoman', 'IV'], [1999, 'lowerRoman', 'mcmxcix'], [27, 'upperLetter', 'AA'], [12, 'decimalEnclosedCircle', '⑫'], [15, 'decimalFullWidth', '１５'],
    [10, 'chineseCounting', '十'], [21, 'chineseCounting', '二十一'], [105, 'chineseCountingThousand', '一百〇五'], [110, 'chineseCounting', '一百一十'], [2000, 'japaneseCounting', '二千'],
    [12, 'chineseLegalSimplified', '壹拾贰'], [11, 'ideographTraditional', '甲'], [2, 'ideographZodiac', '丑'], [7, 'somethingNew', '7'], [7, 'none', ''],
  ])('%i as %s is %s', (value, format, label) => {
    expect(formatLabel(value, format)).toBe(label);
  });
});
