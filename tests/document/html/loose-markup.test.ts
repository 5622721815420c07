/** Pages whose markup was written by hand, or by programs that end little of what they begin. */
import { describe, expect, test } from 'vitest';
import { linesOf, readPage } from './read-page';

const read = async (html: string): Promise<readonly string[]> => linesOf(await readPage(`<html><body><div id="zoom"><p>现予公布。</p>${html}</div></body></html>`)).slice(1);

describe('tables in which nothing ends', () => {
  test('cells, rows and paragraphs', async () => {
    expect(await read('<TABLE BORDER=1><TR><TD>序号<TD>名称<TD>问题<TR><TD><P>1<TD><P>甲乙<TD><P>过度索权<P>强制推送<TR><TD><P>2<TD><P>丙丁</TD><TD>账号注销难</TABLE>')).toEqual([
      'head 序号 ¦ 名称 ¦ 问题', 'row 1 ¦ 甲乙 ¦ 过度索权⏎强制推送', 'row 2 ¦ 丙丁 ¦ 账号注销难',
    ]);
  });

  test('with a table in a cell', async () => {
    expect(await read('<table><tr><td>序号<td>名称<td>问题<tr><td><p>1<td><table><tr><td><p>某某应用<tr><td><p>极速版</table><td>过度索权，账号注销难<tr><td>2<td>另一应用<td>过度索权，强制推送</table>')).toEqual([
      'head 序号 ¦ 名称 ¦ 问题', 'row 1 ¦ 某某应用⏎极速版 ¦ 过度索权，账号注销难', 'row 2 ¦ 另一应用 ¦ 过度索权，强制推送',
    ]);
  });
});
