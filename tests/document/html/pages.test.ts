/** Pages as agencies, archives and news sites publish them, each in a few lines. */
import { describe, expect, test } from 'vitest';
import { facts, linesOf, readPage } from './read-page';
import { processorTime } from '../../support/processor-time';

const LIST = '<table><tr><td>序号</td><td>应用名称</td><td>问题</td></tr><tr><td>1</td><td>甲乙</td><td>过度索权</td></tr><tr><td>2</td><td>丙丁</td><td>强制推送</td></tr></table>';
const LIST_LINES = ['head 序号 ¦ 应用名称 ¦ 问题', 'row 1 ¦ 甲乙 ¦ 过度索权', 'row 2 ¦ 丙丁 ¦ 强制推送'];
const BODY = '<p>&#12288;&#12288;我局近期抽查了一批应用，发现两款应用存在问题，现向社会公布，请有关企业尽快整改，逾期不改的依法处理。</p>';
const BODY_LINE = 'p 我局近期抽查了一批应用，发现两款应用存在问题，现向社会公布，请有关企业尽快整改，逾期不改的依法处理。';

describe('a page of a ministry', () => {
  const page = `<!DOCTYPE html><html><head><title>关于某些应用的通报_某部</title>
    <meta name="ArticleTitle" content="关于某些应用的通报"><meta name="PubDate" content="2025-03-04 10:00"><meta name="ContentSource" content="某局"><meta name="SiteName" content="某部">
    </head><body><div class="header"><ul><li><a href="/">首页</a></li></ul></div>
    <div class="content-wrap"><h1 id="con_title">关于某些应用的通报</h1>
    <div class="cinfo"><span>发布时间：2025-03-05 09:30</span><span>来源：某某局</span><span>字号：[大] [中] [小]</span></div>
    <div id="con_con">${BODY}<p>附件：<a href="/cms_files/a/名单.docx">名单.docx</a></p><div style="display:none">看不见的话</div><p hidden>也看不见</p>${LIST}</div>
    <div class="bdsharebuttonbox">分享到：<a href="#">某信</a></div></div>
    <div class="related"><h3>相关阅读</h3><ul><li><a href="/b">别的通报</a></li></ul></div><footer>版权所有</footer></body></html>`;

  test('body and tables without what stands around them', async () => {
    expect(linesOf(await readPage(page))).toEqual([BODY_LINE, 'p 附件：名单.docx </cms_files/a/名单.docx>', ...LIST_LINES]);
  });

  test('what the page says of itself, in its own words', async () => {
    expect(facts(await readPage(page))).toEqual({
      title: '关于某些应用的通报', PubDate: '2025-03-04 10:00', ContentSource: '某局', SiteName: '某部', 发布时间: '2025-03-05 09:30', 来源: '某某局',
    });
  });

  test('links are complete where the address is known', async () => {
    const document = await readPage(page, '页面.html', 'https://www.example.gov.cn/art/2025/1.html');
    expect(linesOf(document)[1]).toBe('p 附件：名单.docx <https://www.example.gov.cn/cms_files/a/%E5%90%8D%E5%8D%95.docx>');
    expect(facts(document)['url']).toEqual(['https://www.example.gov.cn/art/2025/1.html']);
  });

  test('lines count what is shown, each block its own', async () => {
    const document = await readPage(page.replace(/\n\s*/g, ''));
    expect(document.blocks.map((block) => block.line)).toEqual([1, 2, 3]);
    expect(document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.line) : []))).toEqual([4, 5]);
  });
});

describe('attachments', () => {
  const read = async (html: string): Promise<readonly string[]> => linesOf(await readPage(`<html><head><title>通报</title></head><body><div id="con_con">${BODY}${html}</div></body></html>`)).slice(1);

  test('behind a viewer', async () => {
    expect(await read('<p>附件1：<a href="/pdfjs/web/viewer.html?x=1&file=%2Fattach%2F1.pdf#page=2">名单</a></p>')).toEqual(['p 附件1：名单 </attach/1.pdf>']);
    expect(await read('<p>附件1：<a href="https://www.example.gov.cn/pdfjs/web/viewer.html?file=../../attach/1.pdf">名单</a></p>')).toEqual(['p 附件1：名单 <https://www.example.gov.cn/attach/1.pdf>']);
  });

  test('in a frame, and no frame that holds none', async () => {
    expect(await read('<iframe src="/pdfjs/web/viewer.html?file=/attach/2.pdf"></iframe><iframe src="https://ads.example/x"></iframe>')).toEqual(['p 2.pdf </attach/2.pdf>']);
    expect(await read('<iframe src="about:blank" fileurl="/attach/3.pdf"></iframe>')).toEqual(['p 3.pdf </attach/3.pdf>']);
  });

  test('behind a download address', async () => {
    expect(await read('<p><a href="/front/document/file-download?fileUrl=/a/b.docx&amp;fileName=名单.docx">下载</a></p>')).toEqual(['p 下载 </front/document/file-download?fileUrl=/a/b.docx&fileName=名单.docx>']);
  });

  test('in a box of its own below the article', async () => {
    const page = `<html><body><div><div class="TRS_Editor">${BODY}</div><div class="fujian"><ul><li>附件：<a href="./P02.xlsx">名单.xlsx</a></li></ul></div></div></body></html>`;
    expect(linesOf(await readPage(page))).toEqual([BODY_LINE, 'p 附件：名单.xlsx <./P02.xlsx>']);
  });
});

describe('a provincial page', () => {
  test('an index table gives the date and the agency, and is no list', async () => {
    const page = `<html><head><title>通知公告 - 某省通信管理局</title></head><body><table class="xxgk"><tr><td>索 引 号：</td><td>0001</td><td>发布机构：</td><td>某省通信管理局</td></tr><tr><td>成文日期：</td><td>2023-05-06</td><td>发布日期：</td><td>2023-05-07</td></tr></table>
      <h2>某省通信管理局关于应用问题的通报</h2><div id="zoom">${BODY}</div><div>${LIST}</div></body></html>`;
    const document = await readPage(page);
    expect(linesOf(document)).toEqual([BODY_LINE, ...LIST_LINES]);
    expect(facts(document)).toMatchObject({ 发布日期: '2023-05-07', 成文日期: '2023-05-06', 发布机构: '某省通信管理局', title: '某省通信管理局关于应用问题的通报' });
  });

  test('an old page laid out by tables, in capitals', async () => {
    const page = `<HTML><HEAD><TITLE>关于应用问题的通报</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=900><TR><TD COLSPAN=2>某省通信管理局 首页 机构 公告</TD></TR><TR><TD><A HREF=a.htm>政务公开</A><BR><A HREF=b.htm>办事指南</A></TD>
      <TD><TABLE><TR><TD ALIGN=center><B>关于应用问题的通报</B></TD></TR><TR><TD><P>我局近期抽查了一批应用，发现两款应用存在问题，现向社会公布，请有关企业尽快整改，逾期不改的依法处理。<P>特此通报。
      <TABLE BORDER=1><TR><TD ROWSPAN=2>1<TD>甲乙<TD>过度索权<TR><TD>丙丁<TD>强制推送</TABLE></TD></TR></TABLE></TD></TR></TABLE></BODY></HTML>`;
    expect(linesOf(await readPage(page))).toEqual([BODY_LINE, 'p 特此通报。', 'head 1 ¦ 甲乙 ¦ 过度索权', 'row 1 ¦ 丙丁 ¦ 强制推送']);
  });

  test('a signature on the right stays, with its date', async () => {
    const page = `<html><body><div id="zoom">${BODY}<p style="text-align:right">某省通信管理局</p><p align="right">2023年5月6日</p></div></body></html>`;
    expect(linesOf(await readPage(page))).toEqual([BODY_LINE, 'p 某省通信管理局', 'p 2023年5月6日']);
  });
});

describe('an archived copy', () => {
  const article = `<div id="con_con">${BODY}<p>附件：<a href="/web/20210123045959/https://www.example.gov.cn/a/1.docx">1.docx</a></p><img src="https://web.archive.org/web/20210123045959im_/http://www.example.gov.cn/p.png" alt="图"></div>`;
  const lines = [BODY_LINE, 'p 附件：1.docx <https://www.example.gov.cn/a/1.docx>', '!图 <http://www.example.gov.cn/p.png>'];
  const addresses = ['https://www.example.gov.cn/x.html', 'https://web.archive.org/web/20210123045959/https://www.example.gov.cn/x.html'];

  test('told by its script', async () => {
    const page = `<html><head><script>__wm.wombat("https://www.example.gov.cn/x.html","20210123045959","https://web.archive.org/","web");</script><title>通报</title></head><body><div id="wm-ipp-base"><p>12 captures</p></div>${article}</body></html>`;
    const document = await readPage(page);
    expect(linesOf(document)).toEqual(lines);
    expect(facts(document)['url']).toEqual(addresses);
  });

  test('told by its toolbar and its closing comment', async () => {
    const page = `<html><head><title>通报</title></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp"><input type="text" id="wmtbURL" value="https://www.example.gov.cn/x.html"></div><!-- END WAYBACK TOOLBAR INSERT -->${article}</body></html><!--\n FILE ARCHIVED ON 04:59:59 Jan 23, 2021 AND RETRIEVED FROM THE\n-->`;
    const document = await readPage(page);
    expect(linesOf(document)).toEqual(lines);
    expect(facts(document)['url']).toEqual(addresses);
  });

  test('told by its canonical link', async () => {
    const page = `<html><head><link rel="canonical" href="${addresses[1] ?? ''}"><title>通报</title></head><body>${article}</body></html>`;
    expect(facts(await readPage(page))['url']).toEqual(addresses);
  });

  test('a saved page tells where it was saved from', async () => {
    const page = `<!DOCTYPE html>\n<!-- saved from url=(0034)https://www.example.gov.cn/y/x.html -->\n<html><head><title>通报</title></head><body><div id="con_con">${BODY}<a href="../1.pdf">1.pdf</a></div></body></html>`;
    const document = await readPage(page);
    expect(linesOf(document)[1]).toBe('p 1.pdf <https://www.example.gov.cn/1.pdf>');
    expect(facts(document)['url']).toEqual(['https://www.example.gov.cn/y/x.html']);
  });
});

describe('what is no furniture', () => {
  const read = async (html: string, around = ''): Promise<readonly string[]> => linesOf(await readPage(`<html><head><title>关于应用问题的通报</title></head><body>${around}<div id="con_con">${html}</div></body></html>`));

  test.each(['关闭按钮不可见，误导用户点击。', '打印类应用共3款。', '大小：30MB', '返回的结果与明示的目的不符。', '分享功能须经用户同意。', '应用来源：应用宝', '附件：时间表'])('%s', async (line) => {
    expect(await read(`${BODY}<p>${line}</p>`)).toEqual([BODY_LINE, `p ${line}`]);
  });

  test.each(['【打印】【关闭】', '[大 中 小]', '分享到：', '责任编辑：王五', '字号：[大] [中] [小]', '浏览次数：123', '上一篇：别的通报', '扫一扫在手机打开当前页'])('and what is: %s', async (line) => {
    expect(await read(`${BODY}<p>${line}</p>`)).toEqual([BODY_LINE]);
  });

  test('an article in an element called print, among many links', async () => {
    const links = Array.from({ length: 60 }, (_, at) => `<li><a href="/${at}">栏目栏目栏目栏目${at}</a></li>`).join('');
    const page = `<html><body><ul>${links}</ul><div class="relative print-area"><p>现予公布。</p><img src="/1.png" alt="名单"></div></body></html>`;
    expect(linesOf(await readPage(page))).toEqual(expect.arrayContaining(['p 现予公布。', '!名单 </1.png>']));
  });

  test('a report of the site beside the article is no attachment', async () => {
    const page = `<html><body><div id="con_con">${BODY}</div><p><a href="/2023.pdf">政府网站工作年度报表.pdf</a></p><p>附件下载：<a href="/1.pdf">1.pdf</a></p></body></html>`;
    expect(linesOf(await readPage(page))).toEqual([BODY_LINE, 'p 附件下载：1.pdf </1.pdf>']);
  });
});

describe('news', () => {
  const text = '<p>记者从有关部门获悉，近期组织第三方机构抽查了一批应用，发现三款应用存在问题，已要求限期整改。</p><p>有关负责人说，下一步将继续加大检查力度，并督促应用商店落实责任。</p>';
  const textLines = ['p 记者从有关部门获悉，近期组织第三方机构抽查了一批应用，发现三款应用存在问题，已要求限期整改。', 'p 有关负责人说，下一步将继续加大检查力度，并督促应用商店落实责任。'];

  test('the article alone, its facts and its picture', async () => {
    const page = `<html><head><meta charset="utf-8"><title>三款应用被要求整改_科技频道_某某网</title><meta property="og:title" content="三款应用被要求整改"><meta property="article:published_time" content="2024-05-06T07:08:09+08:00"><meta name="author" content="李四"></head><body>
      <nav><a href="/">首页</a></nav><aside><h3>热门推荐</h3><ul><li><a href="/1">某车上市</a></li></ul></aside><main><article><h1>三款应用被要求整改</h1><div class="meta"><time>2024年5月6日 07:08</time> <span>来源：某报</span></div>${text}
      <figure><img src="data:image/gif;base64,R0lGOD" data-src="/img/1.png" alt="名单"></figure><p>责任编辑：王五</p></article><section class="comments"><h3>网友评论</h3><p>支持</p></section></main></body></html>`;
    const document = await readPage(page);
    expect(linesOf(document)).toEqual(['h1 三款应用被要求整改', ...textLines, '!名单 </img/1.png>']);
    expect(facts(document)).toMatchObject({ title: '三款应用被要求整改', author: '李四', PubDate: '2024-05-06T07:08:09+08:00', 来源: '某报' });
  });

  test('who checked it, the pages it goes on over, disclaimers and buttons to share are no text of it', async () => {
    const page = `<html><body><div class="x"><h1>三款应用被要求整改</h1><p>发布于 2024年5月6日 由 李四</p>${text}<p>编辑：王五</p><p>审核：赵六</p><p>初审：孙七&#12288;终审：周八</p><div>上一页 <b>1</b> <a href="2">2</a> … <a href="9">下一页</a></div><p>【免责声明】本文只代表作者。</p><div class="sd-sharing"><ul><li><a href="#">某信</a></li></ul></div></div></body></html>`;
    const document = await readPage(page);
    expect(linesOf(document)).toEqual(['h1 三款应用被要求整改', ...textLines]);
    expect(facts(document)).toMatchObject({ 时间: '2024年5月6日' });
  });

  test('found where most of the text stands, without any mark', async () => {
    const page = `<html><head><title>三款应用被要求整改-某某网</title></head><body><div class="a1"><a href="/">首页</a> <a href="/n">新闻</a></div><div class="b"><div class="b1"><h1>三款应用被要求整改</h1><p>2024-05-06 07:08 某报</p>${text}<h3>相关新闻</h3><p><a href="/2">别的新闻</a></p></div><div class="b2"><a href="/3">排行</a></div></div></body></html>`;
    const document = await readPage(page);
    expect(linesOf(document)).toEqual(['h1 三款应用被要求整改', ...textLines]);
    expect(facts(document)).toMatchObject({ title: '三款应用被要求整改', 时间: '2024-05-06 07:08', 来源: '某报' });
  });
});

describe('tables on pages', () => {
  const read = async (html: string): Promise<readonly string[]> => linesOf(await readPage(`<html><body><div id="zoom">${BODY}${html}</div></body></html>`)).slice(1);

  test('merged cells fill every place, a caption is kept', async () => {
    expect(await read('<table><caption>名单</caption><tr><th>序号</th><th>名称</th><th>企业</th></tr><tr><td>1</td><td>甲</td><td rowspan="2">某企业</td></tr><tr><td>2</td><td>乙</td></tr><tr><td>3</td><td colspan="2">丙</td></tr></table>')).toEqual([
      'caption 名单', 'head 序号 ¦ 名称 ¦ 企业', 'row 1 ¦ 甲 ¦ 某企业', 'row 2 ¦ 乙 ¦ 某企业', 'row 3 ¦ 丙 ¦ 丙',
    ]);
  });

  test('a table in a cell of a list is its text', async () => {
    const inner = '<table><tr><td>过度索权</td></tr><tr><td>强制推送</td></tr></table>';
    expect(await read(`<table><tr><td>序号</td><td>名称</td><td>问题</td></tr><tr><td>1</td><td>某某应用软件</td><td>${inner}</td></tr><tr><td>2</td><td>另一应用软件</td><td>账号注销难</td></tr></table>`)).toEqual([
      'head 序号 ¦ 名称 ¦ 问题', 'row 1 ¦ 某某应用软件 ¦ 过度索权⏎强制推送', 'row 2 ¦ 另一应用软件 ¦ 账号注销难',
    ]);
  });

  test('a figure gives its table the caption, whether it stands above or below', async () => {
    const [caption, lines] = ['<figcaption>名单</figcaption>', ['caption 名单', ...LIST_LINES]];
    expect(await read(`<figure>${LIST}${caption}</figure><figure>${caption}<div>${LIST}</div></figure><figure><img src="a.png"><figcaption>图一</figcaption></figure>`)).toEqual([...lines, ...lines, '! <a.png>', 'p 图一']);
  });

  test('a line of a figure that says where the table is from, what to know or what to open is no caption', async () => {
    for (const line of ['数据来源：某局网站', '注：以上排名不分先后', '（点击查看大图）']) expect(await read(`<figure>${LIST}<figcaption>${line}</figcaption></figure>`)).not.toContain(`caption ${line}`);
    expect(await read(`<figure>${LIST}<figcaption><a href="https://www.example.cn/a.docx">名单下载</a></figcaption></figure>`)).toEqual([...LIST_LINES, 'p 名单下载 <https://www.example.cn/a.docx>']);
  });

  test('automatic numbers that an editor keeps as lists of one empty item', async () => {
    const number = (attributes: string): string => `<td><ol${attributes}><li><p><br/></p></li></ol></td>`;
    expect(await read(`<table><tr><td>序号</td><td>名称</td></tr><tr>${number('')}<td>甲</td></tr><tr>${number(' start="2"')}<td>乙</td></tr><tr>${number('')}<td>丙</td></tr></table>`)).toEqual(['head 序号 ¦ 名称', 'row 1 ¦ 甲', 'row 2 ¦ 乙', 'row 3 ¦ 丙']);
    expect(await read(`<table><tr><td>类别</td><td>序号</td><td>名称</td><td>备注</td></tr><tr><td>工具</td>${number('')}<td>甲</td>${number('')}</tr><tr><td>工具</td>${number('')}<td>乙</td><td></td></tr></table>`)).toEqual(['head 类别 ¦ 序号 ¦ 名称 ¦ 备注', 'row 工具 ¦ 1 ¦ 甲 ¦ ', 'row 工具 ¦ 2 ¦ 乙 ¦ ']);
  });

  test('a list in a frame of one cell', async () => {
    expect(await read(`<table role="presentation"><tr><td>${LIST}</td></tr></table>`)).toEqual(LIST_LINES);
  });

  test('two thousand rows cost time in proportion', async () => {
    const rows = (count: number): string => `<html><body><div id="zoom">${BODY}<table><tr><td>序号</td><td>名称</td></tr>${Array.from({ length: count }, (_, at) => `<tr><td>${at + 1}</td><td>应用${at}</td></tr>`).join('')}</table></div></body></html>`;
    const time = (count: number): Promise<number> => {
      const html = rows(count);
      return processorTime(() => readPage(html));
    };
    await time(1000);
    const [small, large] = [await time(1000), await time(8000)];
    // Eight times the rows; sixty-four times the time would be quadratic.
    expect(large).toBeLessThan(Math.max(small, 20) * 32);
  });
});

describe('what is refused, and what is not', () => {
  test('a page whose article a script would load', async () => {
    await expect(readPage('<!DOCTYPE html><html><head><title>通报</title></head><body><div id="app"></div><script>load()</script></body></html>')).rejects.toThrow('html-without-article');
  });

  test('markdown that begins with HTML is markdown', async () => {
    expect((await readPage('<div>\n\n# 标题\n\n</div>\n', '笔记.md')).format).toBe('markdown');
    expect((await readPage(`<div>${BODY}</div>`, '片段.html')).format).toBe('html');
  });

  test('a saved page with its pictures in one long line', async () => {
    const page = `<html><body><div id="zoom">${BODY}<img src="data:image/png;base64,${'A'.repeat(5_000_000)}"></div></body></html>`;
    expect(linesOf(await readPage(page))).toEqual([BODY_LINE]);
  });

  test('ten thousand elements one in the other', async () => {
    const page = `<html><body>${'<div>'.repeat(10_000)}${BODY}${'</div>'.repeat(10_000)}</body></html>`;
    expect(JSON.stringify((await readPage(page)).blocks)).toContain('我局近期抽查了一批应用');
  });
});
