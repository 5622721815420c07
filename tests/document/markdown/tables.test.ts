import { describe, expect, test } from 'vitest';
import { read, rowsOf } from './outline';

const codes = (text: string): string[] => read(text).diagnostics.map((d) => `${d.code} ${d.place.line ?? ''}`);

describe('pipe tables', () => {
  test('marks, escapes and breaks are taken away, the source is kept beside', () => {
    const text = '| **序号** | 应用名称 | 问题 |\n| :--: | --- | --: |\n| 1 | [甲](https://example.com/a) \\| `b` | 一<br>二<br/>三 |\n';
    expect(rowsOf(text)).toEqual(['1 head 序号 ¦ 应用名称 ¦ 问题', '3 row 1 ¦ 甲 | b ¦ 一⏎二⏎三']);
    const cell = read(text).blocks.flatMap((block) => (block.kind === 'table' ? (block.rows[0]?.cells[1] ?? []) : []))[0];
    expect(cell).toEqual({ text: '甲 | b', raw: '[甲](https://example.com/a) \\| `b`', links: [{ text: '甲', target: 'https://example.com/a' }] });
  });

  test('without outer pipes; there a leading pipe stands for an empty cell', () => {
    expect(rowsOf('序号 | 名称 | 版本\n--- | --- | ---\n1 | 甲 | 1.0\n | 乙 | 2.0\n')).toEqual(['1 head 序号 ¦ 名称 ¦ 版本', '3 row 1 ¦ 甲 ¦ 1.0', '4 row  ¦ 乙 ¦ 2.0']);
  });

  test('missing cells are empty, cells too many are kept in the last and reported', () => {
    const text = '| 序号 | 名称 | 问题 |\n|-|-|-|\n| 1 | 甲 |\n| 2 | 乙 | 一 | 二 |\n| 3 | 丙 | 三 | |\n|\n';
    expect(rowsOf(text)).toEqual(['1 head 序号 ¦ 名称 ¦ 问题', '3 row 1 ¦ 甲 ¦ ', '4 row 2 ¦ 乙 ¦ 一 | 二', '5 row 3 ¦ 丙 ¦ 三', '6 row  ¦  ¦ ']);
    expect(codes(text)).toEqual(['row-too-wide 4']);
  });

  test('a pipe in a code span, a wiki link or a link parts no cells where the row then fits', () => {
    expect(rowsOf('| a | b |\n|---|---|\n| `x|y` | 1 |\n| [[甲|乙]] | 2 |\n| [[甲\\|乙]] | 3 |\n| `x\\|y` | 4 |')).toEqual(['1 head a ¦ b', '3 row x|y ¦ 1', '4 row 乙 ¦ 2', '5 row 乙 ¦ 3', '6 row x|y ¦ 4']);
  });

  test('rows after a blank line belong to the table above, a new heading row does not', () => {
    const text = '> [!abstract] 名单\n> | 序号 | 名称 |\n> | --- | --- |\n> | 1 | 甲 |\n>\n> | 2 | 乙 |\n>\n> | 序号 | 名称 |\n> | --- | --- |\n> | 1 | 丙 |\n';
    expect(rowsOf(text)).toEqual(['2 head 序号 ¦ 名称', '4 row 1 ¦ 甲', '6 row 2 ¦ 乙', '8 head 序号 ¦ 名称', '10 row 1 ¦ 丙']);
    expect(codes(text)).toEqual(['table-continued 6']);
  });

  test('two tables glued together are two', () => {
    expect(rowsOf('| a | b |\n| --- | --- |\n| 1 | 甲 |\n| c | d |\n| --- | --- |\n| 2 | 乙 |')).toEqual(['1 head a ¦ b', '3 row 1 ¦ 甲', '4 head c ¦ d', '6 row 2 ¦ 乙']);
  });

  test('a row of single dashes is a row', () => {
    expect(rowsOf('| a | b |\n| --- | --- |\n| 1 | 甲 |\n| - | - |')).toEqual(['1 head a ¦ b', '3 row 1 ¦ 甲', '4 row - ¦ -']);
  });

  test('rows without a line of dashes are a table, and that is said', () => {
    const text = '名单如下：\n| 序号 | 名称 |\n| 1 | 甲 |\n';
    expect(rowsOf(text)).toEqual(['2 head 序号 ¦ 名称', '3 row 1 ¦ 甲']);
    expect(codes(text)).toEqual(['table-rule-missing 2']);
  });

  test('a table may follow a paragraph directly, and a heading may end it', () => {
    expect(rowsOf('附件\n| a | b |\n|--|--|\n| 1 | 2 |\n## 下一节\n')).toEqual(['2 head a ¦ b', '4 row 1 ¦ 2']);
  });

  test('CRLF, no last line end, tabs and no-break spaces at the ends', () => {
    expect(rowsOf('| 序号 | 名称 |\r\n| --- | --- |\r\n|\t1\u00A0| \u200B甲\u00A0乙\u3000 |')).toEqual(['1 head 序号 ¦ 名称', '3 row 1 ¦ 甲\u00A0乙']);
  });

  test('unknown tags in a name are text, known ones are not', () => {
    expect(rowsOf('| a |\n| - |\n| 编译器<IDE> <font color="red">红</font>&amp;&lt;b&gt; |')).toEqual(['1 head a', '3 row 编译器<IDE> 红&<b>']);
  });
});

describe('HTML tables', () => {
  test('merged cells hold their value in every place, each row its line', () => {
    const text = '前文\n\n<table>\n<thead><tr><th>序号</th><th>名称</th><th>版本</th></tr></thead>\n<tbody>\n<tr><td rowspan="2">1</td><td rowspan=2><p>甲</p><p>乙</p></td><td>1.0</td></tr>\n<tr><td>2.0<br>3.0</td></tr>\n<tr><td>2</td><td colspan="2"><a href="https://example.com/x">丙</a></td></tr>\n</tbody>\n</table>\n\n后文\n';
    expect(rowsOf(text)).toEqual(['3 head 序号 ¦ 名称 ¦ 版本', '6 row 1 ¦ 甲⏎乙 ¦ 1.0', '7 row 1 ¦ 甲⏎乙 ¦ 2.0⏎3.0', '8 row 2 ¦ 丙 ¦ 丙']);
  });

  test('a first row of one cell is the caption', () => {
    const table = read('<table><tr><td colspan="2">附件名单</td></tr><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>甲</td></tr></table>').blocks[0];
    expect(table?.kind === 'table' && [table.caption, table.header.map((cell) => cell.text), table.rows.length]).toEqual(['附件名单', ['序号', '名称'], 1]);
  });

  test('spans without measure are bounded, and what cannot be held is kept as text', () => {
    const huge = `<table>${'<tr><td colspan="1000" rowspan="1000">甲</td></tr>'.repeat(1200)}</table>`;
    const { blocks, diagnostics } = read(huge);
    expect(blocks.map((block) => block.kind)).toEqual(['unreadable']);
    expect(diagnostics.map((d) => d.code)).toEqual(['html-table-unread']);
  });
});
