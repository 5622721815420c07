/** Rows of tables without upright lines whose cells stand in the middle of their rows, as browsers print them. */
import { describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../../cli/html';
import { readDocument } from '../../../src/document/read-document';
import { outlineOf } from '../../support/made-files/outline';
import { makePdf, type MadePage, type MadeText } from '../../support/made-files/pdf';

async function read(page: MadePage): Promise<string[]> {
  const result = await readDocument({ fileName: '名单.pdf', bytes: makePdf([page]) }, nodeReaderHost);
  return result.ok ? outlineOf(result.document) : [];
}

const LEFT = [50, 80, 180, 260, 400];
const STEP = 14;
const PADDING = 12;

/** The rows with each cell in the middle of its row; lines of a cell are parted by `\n`. Gives the texts and where each row ends. */
function drawRows(rows: readonly (readonly string[])[], top: number): { texts: MadeText[]; ends: number[] } {
  const texts: MadeText[] = [];
  const ends: number[] = [];
  let y = top;
  for (const row of rows) {
    const height = Math.max(...row.map((cell) => cell.split('\n').length)) * STEP + PADDING;
    for (const [column, cell] of row.entries()) {
      const lines = cell.split('\n');
      const first = y - (height - lines.length * STEP) / 2 - 10;
      for (const [at, text] of lines.entries()) texts.push({ x: LEFT[column] ?? 0, y: first - at * STEP, text });
    }
    y -= height;
    ends.push(y);
  }
  return { texts, ends };
}

const ROWS = [
  ['序\n号', '应用名称', '版本号', '所涉问题'],
  ['1', '看图', '4.10', '违规收集个人信息并且\n超范围收集个人信息又\n强制索取权限'],
  ['2', '看书学习阅读\n助手', '007', '账号注销难'],
  ['3', '看报', '1.0', '违规收集个人信息并且\n账号注销难'],
];
const EXPECTED = ['| 序号 | 应用名称 | 版本号 | 所涉问题 |', '| 1 | 看图 | 4.10 | 违规收集个人信息并且超范围收集个人信息又强制索取权限 |', '| 2 | 看书学习阅读助手 | 007 | 账号注销难 |', '| 3 | 看报 | 1.0 | 违规收集个人信息并且账号注销难 |'];
const plain = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/⏎/g, ''));

describe('PDF: cells in the middle of their rows', () => {
  test('rows parted by nothing but air', async () => {
    expect(plain(await read({ texts: [{ x: 50, y: 760, text: '现予公布。' }, ...drawRows(ROWS, 720).texts] }))).toEqual(['现予公布。', ...EXPECTED]);
  });

  test('rows parted by a line under each cell', async () => {
    const { texts, ends } = drawRows(ROWS, 720);
    expect(plain(await read({ texts, lines: ends.flatMap((y) => LEFT.slice(1).map((right, at): [number, number, number, number] => [LEFT[at] ?? 0, y, right, y])) }))).toEqual(EXPECTED);
  });
});

test('PDF: a line that a closing mark left short is full all the same', async () => {
  const texts = [{ x: 71, y: 780, text: `近期检查发现问题，${'一'.repeat(36)}9` }, { x: 50, y: 764, text: '报。' }, { x: 70, y: 748, text: `${'持'.repeat(47)}9` }, { x: 50, y: 732, text: '完。' }];
  expect(await read({ texts })).toEqual([`近期检查发现问题，${'一'.repeat(36)}9报。`, `${'持'.repeat(47)}9完。`]);
});

describe('PDF: what stands right above or below', () => {
  const row = (y: number, cells: readonly string[]): MadeText[] => cells.flatMap((text, at) => (text === '' ? [] : [{ x: [50, 90, 220, 380][at] ?? 0, y, text }]));
  const lists = (y: number, step: number): MadeText[] => [['1', '看图', '甲公司', '账号注销难'], ['2', '看报', '乙公司', '账号注销难'], ['3', '看书', '丙公司', '账号注销难']].flatMap((cells, at) => row(y - at * step, cells));
  const LIST = ['| 1 | 看图 | 甲公司 | 账号注销难 |', '| 2 | 看报 | 乙公司 | 账号注销难 |', '| 3 | 看书 | 丙公司 | 账号注销难 |'];

  test('a caption close above a heading is no part of it', async () => {
    const texts = [...row(740, ['附件']), ...row(728.5, ['序号', '应用名称', '开发者', '所涉问题']), ...lists(717, 11.5)];
    expect(await read({ texts })).toEqual(['附件', '| 序号 | 应用名称 | 开发者 | 所涉问题 |', ...LIST]);
  });

  test('a line under a group of headings parts no rows', async () => {
    const texts = [...row(740, ['序号', '应用信息', '', '所涉问题']), ...row(724, ['', '名称', '开发者']), ...lists(700, 16)];
    expect(await read({ texts, lines: [[85, 734, 375, 734]] })).toEqual(['| 序号 | 应用信息 |  | 所涉问题 |', '|  | 名称 | 开发者 |  |', ...LIST]);
  });

  test('an address below a sentence is a line of its own', async () => {
    const [long, address] = ['一'.repeat(48), 'https://www.example.gov.cn/art/2024/6/5/art_123_456.html'];
    expect(await read({ texts: [{ x: 50, y: 760, text: long }, { x: 50, y: 744, text: '近期发现一批应用存在问题，名单见以下网址的附件和说明。' }, { x: 50, y: 728, text: address }] })).toEqual([`${long}近期发现一批应用存在问题，名单见以下网址的附件和说明。`, address]);
  });
});
