/** The title of a page, without the names of its site. */
import { describe, expect, test } from 'vitest';
import { facts, readPage } from './read-page';

const title = async (head: string, body = ''): Promise<unknown> => facts(await readPage(`<html><head>${head}</head><body>${body}<div id="zoom"><p>现予公布，请有关企业尽快整改。</p></div></body></html>`))['title'];

describe('titles of pages', () => {
  test.each([
    ['三款应用被要求整改_新浪财经_新浪网', '三款应用被要求整改'],
    ['三款应用被要求整改_科技频道_某某网', '三款应用被要求整改'],
    ['三款应用被要求整改 - 某某之家', '三款应用被要求整改'],
    ['三款应用被要求整改-上海市通信管理局', '三款应用被要求整改'],
    ['三款应用被要求整改|某某新闻', '三款应用被要求整改'],
    ['关于某应用 - 甲的通报', '关于某应用 - 甲的通报'],
    ['关于侵害用户权益行为的APP通报（2024年第9批，总第44批）', '关于侵害用户权益行为的APP通报（2024年第9批，总第44批）'],
  ])('%s', async (written, expected) => {
    expect(await title(`<title>${written}</title>`)).toBe(expected);
  });

  test('what the head calls the article comes first, then the heading that the window names', async () => {
    expect(await title('<title>通报_某网</title><meta name="ArticleTitle" content="关于甲的通报"><meta property="og:title" content="某网"><h1>x</h1>')).toBe('关于甲的通报');
    expect(await title('<title>关于甲应用的通报 - 通知公告 - 某省</title>', '<h1>某省通信管理局</h1><h2>关于甲<br>应用的通报</h2>')).toBe('关于甲应用的通报');
  });

  test('a window that names only a column leaves it to the page', async () => {
    expect(await title('<title>通知公告</title>', '<h1>某省通信管理局关于甲的通报</h1>')).toBe('某省通信管理局关于甲的通报');
    expect(await title('<title>某某省通信管理局</title>', '<h1>某某省通信管理局</h1><h2>关于甲应用的通报</h2>')).toBe('关于甲应用的通报');
  });

  test('without headings, the line that is the title of a notice and no link', async () => {
    const old = '<table><tr><td><a href="/1">关于旧应用的通报</a></td><td><b><font size="4">关于甲应用的<br>通报（2024年第3批）</font></b></td></tr></table>';
    expect(await title('<title>某某省通信管理局</title>', old)).toBe('关于甲应用的通报（2024年第3批）');
    expect(await title('<title>附件</title>', '<p>关于乙应用的情况通报</p>')).toBe('关于乙应用的情况通报');
    expect(await title('<title>通知公告</title>', '<p>依据关于甲应用的通报，现予公布。</p>')).toBe('通知公告');
    expect(await title('<title>公告</title>', '<p>为落实关于甲应用的通报</p>')).toBe('公告');
  });

  test('a headline is no name of a site, whatever word it ends with', async () => {
    const section = '<h2>一、违规收集个人信息情况</h2>';
    expect(await title('<title>监管部门约谈某某出行网</title>', `<h1>监管部门约谈某某出行网</h1>${section}`)).toBe('监管部门约谈某某出行网');
    expect(await title('<title>工信部约谈某某购票客户端</title>', section)).toBe('工信部约谈某某购票客户端');
    expect(await title('<title>要闻</title>', `<h1>三款应用下架 涉及某购票客户端</h1>${section}`)).toBe('三款应用下架 涉及某购票客户端');
    expect(await title('<title>多款应用遭下架：某某新闻</title>', '<h1>多款应用遭下架：某某新闻</h1><p>某局印发关于开展专项治理工作的通知</p>')).toBe('多款应用遭下架：某某新闻');
  });
});
