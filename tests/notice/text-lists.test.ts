/** Lists without a table: pasted text, sections of a problem, numbered lines, sentences. All names are invented. */
import { describe, expect, it } from 'vitest';
import { codesOf, readNotice, shortLists } from './read-notice';

const PASTED_HEAD = `关于侵害用户权益行为的APP（SDK）通报

（2024年第3批，总第38批）

抽查发现2款APP及SDK存在问题（详见附件），现予以通报。

工业和信息化部信息通信管理局
2024年4月1日
`;

describe('a table pasted one cell a line', () => {
  const cells = ['序号', '应用名称', '应用开发者', '备案号', '应用来源', '应用版本', '所涉问题', '1', '画板', '北京甲有限公司', '京ICP备1号-1A', '应用宝', '2', '违规收集个人信息', '账号注销难', '2', '字典SDK', '上海乙科技有限公司', '小米应用商店', '违规收集个人信息'];

  it.each([['as paragraphs', '\n\n'], ['as lines', '  \n']])('is a list again, %s', (_, between) => {
    const notice = readNotice(`${PASTED_HEAD}\n${cells.join(between)}\n\n后续将依法处置。\n`, 'pasted.txt');
    // The version 2 is no row; the second row lacks its filing number and its version.
    expect(shortLists(notice)).toEqual([['1 画板/北京甲有限公司/应用宝/2/违规收集个人信息、账号注销难', '2 字典SDK/上海乙科技有限公司/小米应用商店//违规收集个人信息']]);
    expect(notice.lists[0]?.entries[1]?.type).toBe('sdk');
    expect(notice.lists[0]?.entries[0]?.rows[0]?.cells[3]).toEqual(['备案号', '京ICP备1号-1A']);
    expect(notice.paragraphs).toEqual(['抽查发现2款APP及SDK存在问题（详见附件），现予以通报。', '后续将依法处置。']);
    expect(notice).toMatchObject({ title: '关于侵害用户权益行为的APP（SDK）通报（2024年第3批，总第38批）', batch: { year: 2024, number: 3, total: 38 }, signedDate: '2024-04-01', statedCount: { number: 2 } });
    expect(codesOf(notice)).toEqual(['list-from-text']);
  });

  it('is a list again where no line is blank, its title over agency and day included', () => {
    const text = '广东省通信管理局关于2款未按要求完成整改APP的通报\n广东省通信管理局\n2022-09-16 17:00\n\n抽查发现2款APP未完成整改，现予以通报。\n\n序号\nAPP名称\n运营者\n备案号\n版本\n应用商店\n违规行为\n1\n画板\n广州甲公司\n粤ICP备12345678号\n1.0.1\n应用宝\n违规收集个人信息\n违规使用个人信息\n2\n字典\n深圳乙公司\n粤ICP备22345678号\n2.0\n华为应用市场\n账号注销难\n附件：名单.xlsx\n';
    const notice = readNotice(text, 'pasted.txt');
    expect(shortLists(notice)).toEqual([['1 画板/广州甲公司/应用宝/1.0.1/违规收集个人信息、违规使用个人信息', '2 字典/深圳乙公司/华为应用市场/2.0/账号注销难']]);
    expect(notice).toMatchObject({ title: '广东省通信管理局关于2款未按要求完成整改APP的通报', agency: '广东省通信管理局', date: '2022-09-16', paragraphs: ['抽查发现2款APP未完成整改，现予以通报。'], attachments: [{ name: '名单.xlsx' }] });
  });

  it('leaves headings that a new page repeats out, and begins a new list under new headings', () => {
    const head = ['序号', '应用名称', '应用开发者'];
    const text = [...head, '1', '画板', '甲公司', ...head, '2', '字典', '乙公司', '附件2：安徽省通信管理局通报名单', ...head, '1', '地图', '丙公司'].join('\n\n');
    const notice = readNotice(`${PASTED_HEAD}\n附件1：工业和信息化部通报名单\n\n${text}\n`, 'pasted.txt');
    expect(shortLists(notice)).toEqual([['1 画板/甲公司', '2 字典/乙公司'], ['1 地图/丙公司']]);
    expect(notice.lists.map((l) => [l.caption, l.agency])).toEqual([['附件1：工业和信息化部通报名单', '工业和信息化部'], ['附件2：安徽省通信管理局通报名单', '安徽省通信管理局']]);
  });
});

describe('cells with tabs between', () => {
  it('are a list, a further problem on a line of its own included', () => {
    const notice = readNotice(`${PASTED_HEAD}\n序号\t应用名称\t应用开发者\t应用来源\t应用版本\t所涉问题\n1\t画板\t甲公司\t应用宝\t1.0\t违规收集个人信息\n账号注销难\n2\t字典\t\t豌豆荚\t2.0\t账号注销难\n`, 'pasted.txt');
    expect(shortLists(notice)).toEqual([['1 画板/甲公司/应用宝/1.0/违规收集个人信息、账号注销难', '2 字典//豌豆荚/2.0/账号注销难']]);
  });
});

describe('a list between fences', () => {
  it('is one, and no text', () => {
    const notice = readNotice('# 关于侵害用户权益行为的APP通报（2021年第2批，总第11批）\n\n尚有2款APP未完成整改。\n\n```\n序号\t应用名称\t应用来源\t所涉问题\n1\t画板\t应用宝\t账号注销难\n2\t字典\t豌豆荚\t过度索取权限\n以上按名称排列。\n```\n');
    expect(shortLists(notice)).toEqual([['1 画板//应用宝//账号注销难', '2 字典//豌豆荚//过度索取权限']]);
    expect(notice.paragraphs).toEqual(['尚有2款APP未完成整改。', '以上按名称排列。']);
  });
});

describe('sections of one problem', () => {
  const text = `# 国家计算机病毒应急处理中心监测发现4款违规移动应用

依据《个人信息保护法》和《App违法违规收集使用个人信息行为认定方法》，监测发现4款移动应用存在问题。

1、隐私政策难以访问。涉及2款App如下：《画板》（版本1.7.3，应用宝）、《地图：出行》（版本V2.0，小米应用商店）。

2、未告知收集目的。依据《网络安全法》。涉及3款App如下：

《画板》（版本1.7.3，应用宝）、《字典（极速版）》（版本5.2，vivo应用商店）、《大明律法》（豌豆荚，版本1.0）。

请用户谨慎下载。`;

  it('name each app once, with all its problems', () => {
    const notice = readNotice(text);
    expect(notice.kind).toBe('infringement');
    expect(notice.agency).toBe('国家计算机病毒应急处理中心');
    expect(shortLists(notice)).toEqual([[
      '- 画板//应用宝/1.7.3/隐私政策难以访问、未告知收集目的。依据《网络安全法》',
      '- 地图：出行//小米应用商店/V2.0/隐私政策难以访问',
      '- 字典（极速版）//vivo应用商店/5.2/未告知收集目的。依据《网络安全法》',
      '- 大明律法//豌豆荚/1.0/未告知收集目的。依据《网络安全法》',
    ]]);
    // The text stays the text.
    expect(notice.paragraphs).toHaveLength(5);
    expect(codesOf(notice)).not.toContain('count-mismatch');
  });
  it('say where a section names fewer than it states', () => {
    const notice = readNotice(text.replace('涉及3款', '涉及5款'));
    expect(notice.diagnostics.find((d) => d.code === 'section-count-mismatch')?.values).toMatchObject({ stated: 5, read: 3 });
  });
});

describe('a section without a problem for its name', () => {
  it('names the apps and leaves their problems open', () => {
    const notice = readNotice('# 关于侵害用户权益行为的APP通报（2021年第2批，总第11批）\n\n## 一、总体情况\n\n依据《网络安全法》检测。\n\n## 二、存在的主要问题\n\n《画板》（版本1.0，应用宝）问题较多。\n\n《字典》（版本2.0，豌豆荚）亦然。\n');
    expect(shortLists(notice)).toEqual([['- 画板//应用宝/1.0', '- 字典//豌豆荚/2.0']]);
  });
});

describe('lines of apps under the problems of sections', () => {
  const text = (first: string, second: string, item: (n: number) => string): string =>
    `# 关于侵害用户权益行为的APP通报（2021年第2批，总第11批）\n\n发现3款APP存在问题。\n\n${first}\n\n${item(1)}画板（版本1.0，应用宝）\n${item(2)}字典（版本2.0，豌豆荚）\n\n${second}\n\n${item(1)}地图（版本3.0，应用宝）\n\n请尽快处理。\n`;
  it.each([
    ['1、违规收集个人信息', '2、账号注销难', ''],
    ['（一）违规收集个人信息', '（二）账号注销难', 'n、'],
    ['## 1、违规收集个人信息', '## 2、账号注销难', '- '],
    ['## 违规收集个人信息', '## 账号注销难', 'n. '],
  ])('bear them: %s', (first, second, item) => {
    const notice = readNotice(text(first, second, (n) => item.replace('n', String(n))));
    expect(notice.lists.map((l) => l.caption)).toEqual([first.replace('## ', ''), second.replace('## ', '')]);
    expect(codesOf(notice)).not.toContain('number-repeated');
    expect(shortLists(notice).flat().map((e) => e.replace(/^\S+ /, ''))).toEqual(['画板//应用宝/1.0/违规收集个人信息', '字典//豌豆荚/2.0/违规收集个人信息', '地图//应用宝/3.0/账号注销难']);
    expect(notice.paragraphs).toEqual(['发现3款APP存在问题。', '请尽快处理。']);
  });
});

describe('lines of apps', () => {
  const notice = (lines: string): ReturnType<typeof readNotice> => readNotice(`# 四川省通信管理局关于下架侵害用户权益APP的通报\n\n尚有3款APP未整改，决定下架，名单如下：\n\n${lines}\n\n四川省通信管理局\n\n2023年5月26日\n`);

  it.each([
    ['with brackets', '1、画板（版本1.2，应用宝）\n2、《字典》（V2.2，豌豆荚）；\n3、地图（极速版）（3.2，vivo应用商店）。'],
    ['as a markdown list', '1. 画板（版本1.2，应用宝）\n2. 《字典》（V2.2，豌豆荚）\n3. 地图（极速版）（版本3.2，vivo应用商店）'],
    ['with who runs them', '（一）画板（1.2），运营者为北京甲公司，来源为应用宝；\n（二）字典（V2.2），运营者为北京乙公司，来源为豌豆荚；\n（三）地图（极速版）（版本3.2），运营者为北京丙公司，来源为vivo应用商店。'],
    ['with commas', '1、画板，版本1.2，应用宝\n2、字典，V2.2，豌豆荚\n3、地图（极速版），版本3.2，vivo应用商店'],
  ])('%s', (_, lines) => {
    expect(shortLists(notice(lines))[0]?.map((e) => e.replace('/V2.2', '/2.2').replace(/北京.公司/, ''))).toEqual(['1 画板//应用宝/1.2', '2 字典//豌豆荚/2.2', '3 地图（极速版）//vivo应用商店/3.2']);
    expect(notice(lines).paragraphs).toEqual(['尚有3款APP未整改，决定下架，名单如下：']);
  });
  it.each([
    ['a colon', '1. 画板通（版本1.2，应用宝）：违规收集个人信息\n2. 字典（2.2，豌豆荚）：账号注销难、违规使用个人信息。'],
    ['words', '1、画板通（版本1.2，应用宝）存在违规收集个人信息问题；\n2、《字典》（2.2，豌豆荚）存在账号注销难、违规使用个人信息等问题。'],
    ['a comma', '画板通（版本1.2，应用宝），违规收集个人信息\n\n字典（2.2，豌豆荚），存在的问题：账号注销难、违规使用个人信息'],
  ])('with their problems behind the brackets, after %s', (_, lines) => {
    expect(shortLists(notice(lines))[0]?.map((e) => e.replace(/^\S+ /, ''))).toEqual(['画板通//应用宝/1.2/违规收集个人信息', '字典//豌豆荚/2.2/账号注销难、违规使用个人信息']);
  });
  it('with commas, and their problems told behind the last', () => {
    expect(shortLists(notice('1、画板，版本1.2，应用宝，存在违规收集个人信息问题\n2、字典，V2.2，豌豆荚，存在账号注销难问题'))).toEqual([['1 画板//应用宝/1.2/违规收集个人信息', '2 字典//豌豆荚/V2.2/账号注销难']]);
  });
  it('with systems and problems told behind who runs them', () => {
    expect(shortLists(notice('（一）画板（安卓版v4.1.0），运营者为北京甲有限公司，存在未公开收集使用规则问题。\n（二）字典（iOS版2.0），运营者为北京乙有限公司，存在账号注销难问题。'))).toEqual([['1 画板/北京甲有限公司//安卓版v4.1.0/未公开收集使用规则', '2 字典/北京乙有限公司//iOS版2.0/账号注销难']]);
  });
  it('with who runs them in brackets', () => {
    expect(shortLists(notice('1. 画板（北京甲有限公司）\n2. 字典（北京乙有限公司，豌豆荚）\n3. 地图（极速版）'))).toEqual([['1 画板/北京甲有限公司', '2 字典/北京乙有限公司/豌豆荚', '3 地图（极速版）']]);
  });
  it('in an indented text, with their problems on lines below', () => {
    const read = readNotice('甘肃省通信管理局关于问题APP的通报\n\n    现将检查发现的2款未完成整改的问题APP通报如下：\n    一、画板（运营者：兰州甲有限公司，版本：2.0.1，下载渠道：应用宝）\n    存在问题：违规收集个人信息。\n    二、字典（运营者：兰州乙有限公司，版本：1.3，下载渠道：豌豆荚）\n    存在问题：账号注销难；过度索取权限。\n\n    请以上企业于4月12日前完成整改。\n\n            甘肃省通信管理局\n            2024年4月3日\n', '通报.txt');
    expect(shortLists(read)).toEqual([['1 画板/兰州甲有限公司/应用宝/2.0.1/违规收集个人信息', '2 字典/兰州乙有限公司/豌豆荚/1.3/账号注销难、过度索取权限']]);
    expect(read).toMatchObject({ signedDate: '2024-04-03', agency: '甘肃省通信管理局', deadline: { date: '2024-04-12' }, statedCount: { number: 2 } });
    expect(read.paragraphs).toEqual(['现将检查发现的2款未完成整改的问题APP通报如下：', '请以上企业于4月12日前完成整改。']);
  });
  it('with a line for each thing that is said of them', () => {
    const read = notice('1、《画板》\n应用开发者：北京甲有限公司\n应用来源：应用宝\nAPP版本：1.0.2\n所涉问题：违规收集个人信息、过度索取权限\n\n2、《字典》\n运营单位：北京乙有限公司\n存在的主要问题：账号注销难');
    expect(shortLists(read)).toEqual([['1 画板/北京甲有限公司/应用宝/1.0.2/违规收集个人信息、过度索取权限', '2 字典/北京乙有限公司///账号注销难']]);
    expect(read.paragraphs).toEqual(['尚有3款APP未整改，决定下架，名单如下：']);
  });
  it.each(['来源：甘肃省通信管理局', '来源：工信微报', '平台：全国互联网信息服务投诉平台', '问题：请拨打12300'])('before what a page says of itself below them: %s', (line) => {
    expect(shortLists(notice(`1、画板（版本1.2）\n2、字典（V2.2）\n\n${line}`))).toEqual([['1 画板///1.2', '2 字典///V2.2']]);
    expect(shortLists(notice(`1、画板（版本1.2，应用宝）\n2、字典（V2.2，豌豆荚）\n\n${line}`))).toEqual([['1 画板//应用宝/1.2', '2 字典//豌豆荚/V2.2']]);
  });
  it('under headings of their own, as far as the next heading that is none', () => {
    const read = notice('### 画板（北京甲有限公司）\n\n版本：1.0\n来源：应用宝\n问题：账号注销难\n\n### 字典（北京乙有限公司）\n\n版本：2.0\n来源：豌豆荚\n\n### 关于未公开收集使用规则的说明\n\n1、立即整改，违规收集个人信息的应删除');
    expect(shortLists(read)).toEqual([['- 画板/北京甲有限公司/应用宝/1.0/账号注销难', '- 字典/北京乙有限公司/豌豆荚/2.0']]);
    expect(read.source).toBeNull();
  });
  it('under headings that group them', () => {
    const read = notice('## 一、学习类App\n\n1. 画板（版本1.0，北京甲有限公司）\n\n- 未公开收集使用规则。\n\n## 二、出行类App\n\n2. 字典（版本2.0，北京乙有限公司）\n\n- 未经用户同意收集使用个人信息。');
    expect(read.lists[0]?.entries.map((e) => e.category)).toEqual(['学习类', '出行类']);
    expect(shortLists(read)).toEqual([['1 画板/北京甲有限公司//1.0/未公开收集使用规则', '2 字典/北京乙有限公司//2.0/未经用户同意收集使用个人信息']]);
  });
  it('with their problems in traditional characters', () => {
    expect(notice('1、畫板通（版本1.2，應用寶）：違規收集個人信息\n2、《字典》（2.2，豌豆莢）存在賬號註銷難問題').lists[0]?.entries).toMatchObject([
      { name: '畫板通', version: '1.2', source: '應用寶', problems: ['违规收集个人信息'] },
      { name: '字典', version: '2.2', source: '豌豆莢', problems: ['账号注销难'] },
    ]);
  });
  it('never take the half of a bracket for a name', () => {
    const read = notice('1、画板通（版本1.2，应用宝\n2、字典（版本2.2，应用宝');
    expect(read.lists.flatMap((list) => list.entries.map((e) => e.name))).toEqual([]);
    expect(read.paragraphs.join('\n')).toContain('画板通（版本1.2，应用宝');
  });
  it('names only', () => {
    expect(shortLists(notice('1、画板\n2、字典\n3、地图'))).toEqual([['1 画板', '2 字典', '3 地图']]);
  });
  it('with their problems and categories on lines between', () => {
    const read = readNotice(`# 关于画板等3款App违法违规收集使用个人信息情况的通报

来源：中国网信网 2021年06月11日 16:00

针对反映强烈的问题，依据法律，组织对常见的应用进行了检测，现将3款App的情况通报如下：

一、学习类App

1、**画板（版本6.87.0，甲科技有限公司）**

（1）违反必要原则，收集与其提供的服务无关的个人信息。
（2）未经用户同意收集使用个人信息。

2、字典（版本5.12.0，乙科技有限公司）

（1）未公开收集使用规则。

二、出行类App

3、地图（版本2.0，丙科技有限公司）

（1）未公开收集使用规则。

相关运营者应于15个工作日内完成整改。
`);
    expect(read).toMatchObject({ source: '中国网信网', date: '2021-06-11', agency: '国家互联网信息办公室', statedCount: { number: 3 } });
    expect(read.paragraphs).toHaveLength(2);
    expect(read.lists[0]?.entries.map((e) => e.category)).toEqual(['学习类', '学习类', '出行类']);
    expect(shortLists(read)).toEqual([['1 画板/甲科技有限公司//6.87.0/违反必要原则，收集与其提供的服务无关的个人信息、未经用户同意收集使用个人信息', '2 字典/乙科技有限公司//5.12.0/未公开收集使用规则', '3 地图/丙科技有限公司//2.0/未公开收集使用规则']]);
  });
  it('are none where they are rules to follow', () => {
    const read = notice('1、应用商店应加强审核。\n2、企业应落实主体责任。\n3、各单位须及时反馈。');
    expect(read.lists).toEqual([]);
    expect(codesOf(read)).toContain('no-list');
  });
});

describe('an enumeration in a sentence', () => {
  const notice = (sentence: string): ReturnType<typeof readNotice> => readNotice(`# 湖北省通信管理局关于下架侵害用户权益APP的通报\n\n${sentence}\n`);
  it('is a list where as many are named as are counted', () => {
    expect(shortLists(notice('我局对3款APP予以下架，分别是画板、和平词典和地图。'))).toEqual([['- 画板', '- 和平词典', '- 地图']]);
  });
  it('is none where it is cut short', () => {
    expect(notice('我局对8款APP予以下架，包括画板、字典等。').lists).toEqual([]);
  });
});

describe('traditional characters', () => {
  it('are recognised and kept', () => {
    const notice = readNotice(`# 關於侵害用戶權益行為的APP通報（2021年第1批，總第10批）

截至目前，尚有1款APP未完成整改，上述APP應在1月29日前完成整改。

工業和信息化部信息通信管理局

2021年1月22日

| 序號 | 應用名稱 | 應用開發者 | 應用來源 | 版本號 | 所涉問題 |
|---|---|---|---|---|---|
| 1 | 畫板 | 甲網絡公司 | 應用寶 | 1.0 | 違規收集個人信息 |`);
    expect(notice).toMatchObject({
      kind: 'infringement', series: 'miit-infringement', agency: '工业和信息化部信息通信管理局', batch: { year: 2021, number: 1, total: 10 },
      deadline: { date: '2021-01-29', phrase: '上述APP應在1月29日前完成整改' }, statedCount: { number: 1, phrase: '尚有1款APP未完成整改' },
    });
    expect(shortLists(notice)).toEqual([['1 畫板/甲網絡公司/應用寶/1.0/违规收集个人信息']]);
  });
});

describe('notices whose list is pictures', () => {
  const post = `---
title: 转载：关于侵害用户权益行为的APP通报
date: 2021-01-24 10:00:00
---

来源：信息通信管理局

发布时间：2021-01-22

尚有157款APP未完成整改（详见附件）。

## 软件名单

![](https://img.example.org/list-0.webp)

![[scan 2.png]]

[附件：问题软件名单（2021年第1批，总第10批）.docx](https://example.org/download?fileUrl=/a.docx)
`;
  it('keep the pictures and the file, and wait for the list', () => {
    const notice = readNotice(post);
    expect(notice).toMatchObject({ kind: 'infringement', series: 'miit-infringement', batch: { year: 2021, number: 1, total: 10 }, date: '2021-01-22', lists: [] });
    expect(notice.attachments).toEqual([
      { name: '问题软件名单（2021年第1批，总第10批）.docx', url: 'https://example.org/download?fileUrl=/a.docx' },
      { name: '图片 1', url: 'https://img.example.org/list-0.webp' },
      { name: 'scan 2.png', url: 'scan 2.png' },
    ]);
    expect(codesOf(notice)).toContain('no-list');
  });
  it('are read the same from links to the pictures', () => {
    const linked = readNotice(post.replace('![](https', '- [图片 1](https').replace('![[scan 2.png]]', '- scan 2.png'));
    expect(linked.attachments.map((a) => a.name).sort()).toEqual(readNotice(post).attachments.map((a) => a.name).sort());
    expect(linked.paragraphs).toEqual(readNotice(post).paragraphs);
  });
});

describe('pages that are no notices', () => {
  it.each([
    ['commands between fences', '# 2023年工作日志\n\n今天升级：\n\n```text\n1. alpha（18.2.0）\n2. beta（4.17.21）\n```\n'],
    ['what is printed between fences', '# 依赖\n\n```\nalpha (2.28.1)\nbeta (1.26.0)\n```\n'],
    ['chapters that tell of apps', '# 手机软件周报\n\n## 1. 新应用\n\n试用了《画板》（版本2.0，应用宝），不错。\n\n## 2. 更新\n\n《字典》更新了。\n'],
    ['chapters that tell of books', '# 读书笔记\n\n## 一、小说\n\n读了《城》和《井》（1955年）。\n'],
  ])('hold no list in %s', (_, text) => {
    expect(readNotice(text)).toMatchObject({ kind: 'other', lists: [] });
  });
});
