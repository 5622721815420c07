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

describe('what posts on platforms carry along', () => {
  const text = '<p>记者从有关部门获悉，近期组织第三方机构抽查了一批应用，发现三款应用存在问题，已要求限期整改。</p>';
  test('is no text of the article', async () => {
    const tail = '<p>— END —</p><p>来源｜某局</p><p>编辑丨王五</p><p>审核 | 赵六</p><p>返回某某，查看更多</p><p>（本文来源：某报 责任编辑：王_NB1）</p><p>往期推荐</p><p><a href="/1">1. 一图读懂新规</a></p>';
    expect(await read(`<p>点击蓝字 关注我们</p>${text}${tail}`)).toEqual(['p 记者从有关部门获悉，近期组织第三方机构抽查了一批应用，发现三款应用存在问题，已要求限期整改。']);
  });

  test('a day and the name of who posted it', async () => {
    const document = await readPage(`<html><body><div class="article-content"><h1>三款应用被要求整改</h1><div class="article-meta"><span>2024-06-05 20:11</span><span>·</span><span>某某观察</span></div>${text}</div></body></html>`);
    expect(document.frontMatter.values).toMatchObject({ 时间: '2024-06-05 20:11', 来源: '某某观察' });
    expect(linesOf(document)).toHaveLength(2);
  });

  test.each(['点击按钮后即默认关注，用户无法取消。', '点击广告页面后自动关注公众号。', '审核/上架环节责任落实不到位的应用商店有甲市场、乙市场。', '审核：对上架应用资质未予核验，存在过度索权问题。', '编辑/美化类应用：看图、看报', '返回桌面后，查看更多应用发现仍在收集位置信息', '发布于2023年5月6日的通报涉及的应用已全部下架', '发表于 2024-06-09 11:20 回复'])(
    'text that begins with the same words stays: %s', async (line) => {
      expect(await read(`${text}<p>${line}</p>`)).toContain(`p ${line}`);
    });

  test('the source that stands below it is known', async () => {
    const sourceOf = async (line: string): Promise<unknown> => (await readPage(`<html><body><div class="article-content"><h1>三款应用被要求整改</h1>${text}<p>${line}</p></div></body></html>`)).frontMatter.values['来源'];
    expect(await sourceOf('来源｜某某网站')).toBe('某某网站');
    expect(await sourceOf('（本文来源：某某日报 责任编辑：王_NB1）')).toBe('某某日报');
    expect(await sourceOf('（来源：某某日报）')).toBe('某某日报');
    expect(await sourceOf('2024-06-05 20:11 · 阅读1.2万')).toBeUndefined();
  });
});
