/** What a clipboard holds, as blocks. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/document';
import { readPasted } from '../../src/document/pasted-text';
import { parseHtml } from '../support/parse-html';

const read = (text: string, html: string | null = null): readonly (readonly Block[])[] => readPasted({ html, text }, { parseHtml });
/** The first table as lines of cells. */
const table = (blocks: readonly Block[] | undefined): readonly string[] | null => {
  const found = blocks?.find((block) => block.kind === 'table');
  return found?.kind !== 'table' ? null : [found.header, ...found.rows.map((row) => row.cells)].map((cells) => cells.map((cell) => cell.text).join(' | '));
};

describe('cells with tabs between', () => {
  it('are rows and cells, with cells of several lines as spreadsheets write them', () => {
    const text = '序号\t应用名称\t所涉问题\r\n1\t青禾记账\t"违规收集\n超范围""收集"""\r\n2\t远山天气\t\r\n';
    expect(table(read(text)[0])).toEqual(['序号 | 应用名称 | 所涉问题', '1 | 青禾记账 | 违规收集\n超范围"收集"', '2 | 远山天气 | ']);
  });

  it('may begin with a quotation mark that nothing closes', () => {
    expect(table(read('名称\t版本\n"甲\t1.0\n乙\t"2"版\n')[0])).toEqual(['名称 | 版本', '"甲 | 1.0', '乙 | "2"版']);
  });
});

describe('a copied table', () => {
  const html = '<html><head><style>td{color:red}</style></head><body><!--StartFragment--><table><tr><td>序号</td><td>应用名称</td></tr><tr><td>1</td><td>青禾<br>记账<script>alert(1)</script></td></tr></table><!--EndFragment--></body></html>';

  it('is read from the HTML, which a browser keeps beside its text', () => {
    expect(table(read('序号 应用名称 1 青禾', html)[0])).toEqual(['序号 | 应用名称', '1 | 青禾\n记账']);
  });

  it('is read from the text where the HTML has no table', () => {
    expect(table(read('序号\t名称\n1\t甲', '<p>序号</p>')[0])).toEqual(['序号 | 名称', '1 | 甲']);
  });

  it('gives the rows lines in their order', () => {
    const [blocks] = read('', html);
    const found = blocks?.find((block) => block.kind === 'table');
    expect(found?.kind === 'table' && found.rows.every((row) => row.line > found.line)).toBe(true);
  });
});

it('reads plain lines as paragraphs, and markdown tables as tables', () => {
  expect(read('甲\r\n乙\n\n\n丙')[0]?.map((block) => block.kind === 'paragraph' && block.text)).toEqual(['甲\n乙', '丙']);
  expect(table(read('| 序号 | 名称 |\n| --- | --- |\n| 1 | 甲 |')[0])).toEqual(['序号 | 名称', '1 | 甲']);
  expect(read(' \n ')).toEqual([]);
});
