/** Counts, terms, citations, signatures, titles and dates in the forms in which notices word them. The sentences are our own. */
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../src/notice/citations';
import { splitClauses } from '../../src/notice/clauses';
import { findDeadline } from '../../src/notice/deadline';
import { findFigures } from '../../src/notice/figures';
import type { NoticeList } from '../../src/notice/notice';
import { findStatedCount } from '../../src/notice/stated-counts';
import { kindOfTitle } from '../../src/notice/titles';
import { findAgency } from '../../src/notice/agencies';
import { codesOf, readLists, readNotice } from './read-notice';

function list(caption: string | null, entries: number): NoticeList {
  const entry = { no: 1, type: 'app', category: null, name: '甲', developer: null, source: null, version: null, problems: [], rows: [], packages: [] } as const;
  return { caption, agency: null, agencyFrom: 'notice', entries: Array.from({ length: entries }, () => entry) };
}

describe('stated counts', () => {
  it.each([
    ['截至目前，尚有一百零七款APP未完成整改。', 107],
    ['本次共发现1,207款APP存在问题。', 1207],
    ['本次共发现1，207款APP存在问题。', 1207],
    ['画板、字典等35款APP存在违规收集个人信息的问题。', 35],
    ['26家企业的32款APP未按要求整改。', 32],
    ['检查发现有15个APP仍存在问题。', 15],
    ['我局对200款APP进行了抽测，其中35款存在问题。', 35],
    ['我局抽测APP200款，发现35款存在问题，其中工具类20款、游戏类15款。', 35],
    ['发现问题APP的有：北京3款、天津5款，共8款。', 8],
    ['对前期通报的157款APP复核，仍有37款未完成整改。', 37],
    ['已督促368款APP整改，截至目前尚有84款未完成。', 84],
    ['现将12款侵害用户权益的APP通报如下。', 12],
    ['依据规定，10个工作日内完成整改。共发现6款应用存在问题。', 6],
    ['2023年7月6日，我部通报了《关于侵害用户权益行为的APP通报》共31款APP。经复检，尚有3款APP未按要求完成整改。', 3],
    ['3月1日，我局公布了《2023年第3批侵害用户权益APP名单》涉及8款APP存在问题。', 8],
    ['我局上一批通报的15款APP中，尚有3款未完成整改，现已组织应用商店予以下架。', 3],
    ['针对上期通报的APP，经复测仍有4款存在问题，我局已依法予以下架。', 4],
    ['共发现12款APP存在侵害用户权益行为，对3款情节严重的APP进行约谈。', 12],
    ['共发现12款APP存在侵害用户权益行为，决定对3款拒不整改的APP予以下架。', 12],
    ['抽测发现38款APP存在问题，3款APP未按时限要求整改，现对该3款APP予以下架。', 3],
    ['检测发现31款APP存在问题。我局对上述31款APP下发整改通知，经核查，26款APP已完成整改，另有5款APP仍未整改到位，现对上述5款APP进行公开通报。', 5],
    ['本次测评20款App，其中12款存在不同程度问题。', 12],
    ['抽测发现4款应用存在问题。上期通报的22款应用，经复测仍有5款存在问题，应用平台已予以下架。', 4],
    ['抽测发现38款APP存在问题。经督促，35款完成整改，3款APP未按时限要求整改，现对该3款APP进行通报。', 3],
    ['共检出问题APP5款，其中3款已完成整改，尚有2款未按期完成整改。', 2],
    ['共检出问题APP5款，其中工具类有3款。', 5],
    ['发现23款APP（SDK）存在侵害用户权益行为（详见附件）', 23],
  ])('%s', (sentence, number) => {
    expect(findStatedCount(splitClauses([sentence]), [list('名单', 1)])?.number).toBe(number);
  });

  it('adds up what one sentence counts apart', () => {
    expect(findStatedCount(splitClauses(['本次发现32款APP、5款SDK存在问题。']), [list('名单', 37)])).toMatchObject({ number: 37, phrase: null, parts: [{ number: 32 }, { number: 5 }] });
  });

  it('takes a sum of provinces for the count of its annex', () => {
    const body = ['尚有3款APP未完成整改（详见附件1）。各通信管理局检查发现北京2款、天津5款，共7款APP未完成整改（详见附件2）。'];
    const lists = [list('附件1：甲', 3), list('北京市通信管理局', 2), list('天津市通信管理局', 5)];
    expect(findStatedCount(splitClauses(body), lists, { annexes: [1, 2, 2], lines: [] })).toMatchObject({ number: 10, phrase: null, parts: [{ number: 3, lists: [1] }, { number: 7, lists: [2, 3] }] });
  });

  it('adds up annexes where the lists do not say which they are, or are still missing', () => {
    const body = ['尚有3款APP未完成整改（详见附件1）。各通信管理局检查发现仍有5款APP未完成整改（详见附件2）。'];
    expect(findStatedCount(splitClauses(body), [])?.number).toBe(8);
    expect(findStatedCount(splitClauses(body), [list('甲局', 3), list('乙局', 2), list('丙局', 3)])?.number).toBe(8);
  });

  it('adds what was found beside', () => {
    expect(findStatedCount(splitClauses(['经复检，共有14款APP存在问题。此外，各通信管理局发现另有4款。']), [list('名单', 18)])).toMatchObject({ number: 18, phrase: null, parts: [{ number: 14 }, { number: 4 }] });
  });

  it('falls back on the caption, the name of the annex or the title', () => {
    expect(findStatedCount(splitClauses(['现予以公布。']), [list('附件：35款问题APP名单', 35)])).toMatchObject({ number: 35, phrase: '附件：35款问题APP名单' });
    expect(findStatedCount(splitClauses(['现予以公布。']), [list('附件1：3款问题APP', 3), list('附件2：4款问题SDK', 4)])).toMatchObject({ number: 7, phrase: null, parts: [{ number: 3, lists: [1] }, { number: 4, lists: [2] }] });
    expect(findStatedCount(splitClauses(['现予以公布。']), [list(null, 14)], { annexes: [null], lines: ['监测发现十四款违规移动应用'] })?.number).toBe(14);
  });

  it.each(['其中应用宝、豌豆荚发现问题分别占比22.3%、12.0%。', '截至目前，8000多款APP完成整改。', '2021年12月1日起施行。'])('finds none in: %s', (sentence) => {
    expect(findStatedCount(splitClauses([sentence]), [list('名单', 1)])).toBeNull();
  });
});

describe('deadlines', () => {
  it.each([
    ['上述APP应在1月5日（含）前完成整改。', '2021-12-28', '2022-01-05'],
    ['请相关企业于3月12日之前完成整改。', '2022-03-05', '2022-03-12'],
    ['整改期限为2022年3月12日。', '2022-03-05', '2022-03-12'],
    ['相关运营者最迟应于3月12日18时完成整改。', '2022-03-05', '2022-03-12'],
    ['3月12日前仍未完成整改的，将予以下架。', '2022-03-05', '2022-03-12'],
    ['上述APP应在七月二十六日前完成整改，8月1日前提交报告。', '2021-07-19', '2021-07-26'],
    ['“3·15”前夕，上述APP应在3月21日前完成整改。', '2022-03-14', '2022-03-21'],
  ])('%s', (sentence, date, deadline) => {
    expect(findDeadline(splitClauses([sentence]), date)?.date).toBe(deadline);
  });
  it.each(['截至3月1日前，已有10款完成整改。', '企业已于2月3日前完成整改。', '3月12日，约谈了相关企业。'])('is none in: %s', (sentence) => {
    expect(findDeadline(splitClauses([sentence]), '2022-03-05')).toBeNull();
  });
});

describe('citations', () => {
  it.each([
    ['12月21日，我部公开通报了63家企业的APP。', [['2020-12-21', null, null, 63]]],
    ['2019年12月19日，我部向社会通报了第一批问题名单。', [['2019-12-19', null, null, null]]],
    ['今年第3批通报的APP，尚有5款未整改。', [[null, 2021, 3, null]]],
    ['对2020年第6批和第7批通报的APP进行复检。', [[null, 2020, 6, null], [null, 2020, 7, null]]],
    ['对总第15、16批通报的APP进行复检。', [[null, null, null, null, 15], [null, null, null, null, 16]]],
  ])('%s', (sentence, cited) => {
    const cites = findCitations(splitClauses([sentence]), [], null, '2021-01-19');
    expect(cites.map((c) => [c.date, c.batch?.year ?? null, c.batch?.number ?? null, c.count, ...(c.batch?.total == null ? [] : [c.batch.total])])).toEqual(cited);
  });
  it.each(['现将2款APP通报如下，1月5日起施行。', '在我部组织的十批次检测中，发现10款问题APP。'])('are none in: %s', (sentence) => {
    expect(findCitations(splitClauses([sentence]), [], null, '2021-01-19')).toEqual([]);
  });
});

describe('figures of news', () => {
  it.each([
    ['去年累计检测了208万款APP，通报了1549款，对514款拒不整改的进行下架处理。', [['tested', 2_080_000, '2021-12-31'], ['named', 1549, '2021-12-31'], ['taken-down', 514, '2021-12-31']]],
    ['截至9月底，下架334款违规APP。', [['taken-down', 334, '2022-09-30']]],
    ['2021年上半年，检测1,620款APP。', [['tested', 1620, '2021-06-30']]],
    ['组织227家网站和APP完成改造，再推进一批新的APP，占比22.3%的APP已整改。', []],
    ['第三方检测机构开展了三方面工作，详见第3页。', []],
  ])('%s', (sentence, figures) => {
    expect(findFigures([sentence], '2022-10-28').map((f) => [f.measure, f.value, f.until])).toEqual(figures);
  });
  it('go on under the day of the sentence before', () => {
    expect(findFigures(['截至目前，已通报2049款APP。', '应用商店已主动下架40余万款违规APP。'], '2021-11-16').map((f) => [f.measure, f.approximate, f.until])).toEqual([['named', false, '2021-11-16'], ['removed-by-stores', true, '2021-11-16']]);
  });
});

describe('signatures', () => {
  const signed = (lines: string): ReturnType<typeof readNotice> => readNotice(`# 关于侵害用户权益行为的APP通报（2021年第7批，总第16批）\n\n尚有3款APP未完成整改。\n\n${lines}\n`);
  it.each([
    ['工业和信息化部信息通信管理局\n\n2021年8月2日', '工业和信息化部信息通信管理局'],
    ['工 业 和 信 息 化 部\n\n信 息 通 信 管 理 局\n\n2021 年 8 月 2 日', '工业和信息化部信息通信管理局'],
    ['工业和信息化部信息通信管理局　　2021年8月2日', '工业和信息化部信息通信管理局'],
    ['浙江省通信管理局\n{: align=right }\n\n二〇二一年八月二日\n{: align=right }', '浙江省通信管理局'],
    ['浙江省通信管理局　浙江省互联网信息办公室\n\n2021年8月2日', '浙江省通信管理局、浙江省互联网信息办公室'],
    ['上海市通信管理局\n\n上海市公安局\n\n2021年8月2日', '上海市通信管理局、上海市公安局'],
  ])('%j', (lines, agency) => {
    const notice = signed(lines);
    expect(notice).toMatchObject({ agency, agencyFrom: 'signature', signedDate: '2021-08-02', paragraphs: ['尚有3款APP未完成整改。'] });
  });
  it('stays behind what heads the page', () => {
    const notice = readNotice('工业和信息化部\n\n关于侵害用户权益行为的APP通报\n\n尚有3款APP未完成整改。\n\n安徽省通信管理局\n\n2021年8月2日\n');
    expect(notice.agency).toBe('安徽省通信管理局');
  });
  it('is told by the page, the title or the address where there is none', () => {
    expect(readNotice('# 广东省通信管理局关于问题APP的通告（2022年第3期）\n\n来源：广东省通信管理局　发布时间：2022-03-05 15:00\n\n有3款APP未整改。')).toMatchObject({ agency: '广东省通信管理局', agencyFrom: 'page', source: '广东省通信管理局', date: '2022-03-05', series: 'gd-ca-infringement', batch: { year: 2022, number: 3, total: null } });
    expect(readNotice('# 关于问题APP的通报\n\n链接：https://ahca.miit.gov.cn/x.html\n\n时间：2022-03-05\n\n有3款APP未整改。')).toMatchObject({ agency: '安徽省通信管理局', agencyFrom: 'domain' });
  });
});

describe('agencies', () => {
  it.each([
    ['北京市委网信办', '北京市委网信办', 'bj-cac'],
    ['App专项治理工作组', 'App专项治理工作组', 'app-group'],
    ['上海市消费者权益保护委员会', '上海市消费者权益保护委员会', 'sh-cca'],
    ['公安部计算机信息系统安全产品质量监督检验中心检测发现45款移动应用', '公安部计算机信息系统安全产品质量监督检验中心', 'mps'],
    ['公安部公布45款移动应用', '公安部', 'mps'],
    ['公安部和工业和信息化部信息通信管理局通报', '公安部', 'mps'],
    ['公安部联合国家计算机病毒应急处理中心', '公安部', 'mps'],
    ['國家計算機病毒應急處理中心', '国家计算机病毒应急处理中心', 'cverc'],
  ])('%s', (text, name, code) => {
    expect(findAgency(text)).toMatchObject({ name, code });
  });
});

describe('titles', () => {
  it.each([
    ['国家计算机病毒应急处理中心监测发现14款违规移动应用', 'infringement'],
    ['关于侵害用户权益行为的APP通报 （2022年第1批，总第21批）', 'infringement'],
    ['關於下架侵害用戶權益APP名單的通報', 'takedown'],
    ['关于问题APP名单的通报（2023年第2期）（附名单）', 'infringement'],
    ['工信部通报30款侵害用户权益APP及SDK', 'news'],
    // what is taken back names no app anew
    ['上海市通信管理局关于恢复2款侵害用户权益APP上架的通告', 'other'],
    ['关于撤销下架部分APP的公告', 'other'],
    ['关于撤销对2款APP通报的公告', 'other'],
    ['关于无法取消自动续费等侵害用户权益APP的通报', 'infringement'],
    ['关于拒不整改及擅自恢复上架的APP通报', 'infringement'],
    ['关于整改不到位重新上架APP名单的通报', 'infringement'],
    ['关于下架3款APP及恢复2款APP上架的通报', 'takedown'],
  ])('%s is %s', (title, kind) => {
    expect(kindOfTitle(title, false)).toBe(kind);
  });
  it('stand in the first lines of a text without headings', () => {
    const notice = readNotice('首页 > 通知公告\n\n关于侵害用户权益行为的APP通报\n\n（2022年第5批，总第25批）\n\n有3款APP未整改。\n', '下载.txt');
    expect(notice).toMatchObject({ title: '关于侵害用户权益行为的APP通报（2022年第5批，总第25批）', batch: { year: 2022, number: 5, total: 25 } });
    expect(notice.paragraphs).not.toContain('（2022年第5批，总第25批）');
  });
  it('leave the batch to the name of the file', () => {
    expect(readNotice('有3款APP未整改。', '关于侵害用户权益行为的APP_SDK_通报_2023年第4批_总第30批.md')).toMatchObject({ kind: 'infringement', batch: { year: 2023, number: 4, total: 30 } });
  });
});

describe('annexes and days', () => {
  it('are told by lines of their own, and are no text', () => {
    const notice = readNotice('# 浙江省通信管理局关于2023年第3批侵害用户权益行为APP的通报\n\n2023-05-06 10:00\n\n仍有12款APP未整改。\n\n附件：1.侵害用户权益APP名单（2023年第3批）\n2.整改情况一览表\n\n浙江省通信管理局\n\n2023年5月5日\n');
    expect(notice).toMatchObject({ date: '2023-05-06', signedDate: '2023-05-05', paragraphs: ['仍有12款APP未整改。'] });
    expect(notice.attachments.map((a) => a.name)).toEqual(['1.侵害用户权益APP名单（2023年第3批）', '2.整改情况一览表']);
  });
});

describe('metadata', () => {
  const block = (yaml: string): ReturnType<typeof readNotice> => readNotice(`\`\`\`YAML\n${yaml}\n\`\`\`\n\n> 尚有3款APP未整改。\n`);
  it.each([['批次: 21'], ['批次: "21"'], ['批次: 总第21批'], ['批次: 第21批'], ['批次: 2022年第1批，总第21批']])('%s', (line) => {
    expect(block(`标题: 关于侵害用户权益行为的APP通报（2022年第1批）\n来源: 信息通信管理局\n时间: 2022-02-18 10:00\n${line}`).batch).toEqual({ year: 2022, number: 1, total: 21 });
  });
  it('reads a title with a colon, and several addresses', () => {
    expect(block('标题: 工信部: 关于侵害用户权益行为的APP通报（2022年第1批，总第21批）\n时间: 2022-02-18\n链接:\n  - https://wap.miit.gov.cn/a.html\n  - https://web.archive.org/web/20220218000000/https://wap.miit.gov.cn/a.html')).toMatchObject({
      title: '工信部: 关于侵害用户权益行为的APP通报（2022年第1批，总第21批）', date: '2022-02-18', urls: ['https://wap.miit.gov.cn/a.html', 'https://web.archive.org/web/20220218000000/https://wap.miit.gov.cn/a.html'],
    });
  });
  it('reads properties with Chinese names, but not the day of the note', () => {
    const note = readNotice('---\n标题: 安徽省通信管理局关于问题APP的通报（2023年第2批）\n发文日期: 2023-06-09\n日期: 2026-01-01\n来源: 安徽省通信管理局\n---\n\n有3款APP未整改。\n');
    expect(note).toMatchObject({ title: '安徽省通信管理局关于问题APP的通报（2023年第2批）', date: '2023-06-09', source: '安徽省通信管理局', batch: { year: 2023, number: 2 } });
    const clipped = readNotice('---\n标题: 关于问题APP的通报（2023年第2批）\n来源: https://example.org/a.html\n---\n\n有3款APP未整改。\n');
    expect(clipped.source).toBeNull();
    expect(readNotice('---\n标题: 关于问题APP的通报\n来源: "[[机构/安徽|安徽省通信管理局]]"\n---\n\n有3款APP未整改。\n')).toMatchObject({ source: '安徽省通信管理局', agency: '安徽省通信管理局' });
    expect(readNotice('---\n标题: 关于问题APP的通报\n日期: 2026-01-01\n---\n\n有3款APP未整改。\n').date).toBeNull();
  });
  it('lets the first block speak, and the list of a comment not count', () => {
    const notice = readLists('```YAML\n标题: 关于甲的APP通报（2021年第7批，总第16批）\n```\n\n| 序号 | 应用名称 | 开发者 |\n|---|---|---|\n| 1 | 画板 | 甲公司 |\n\n<!--\n| 序号 | 应用名称 | 开发者 |\n|---|---|---|\n| 1 | 旧画板 | 甲公司 |\n-->\n\n```YAML\n标题: 另一份通报\n时间: 2019-01-01\n```');
    expect(notice.title).toBe('关于甲的APP通报（2021年第7批，总第16批）');
    expect(notice.lists.map((l) => l.entries.length)).toEqual([1]);
    expect(codesOf(notice)).toContain('table-in-comment');
  });
});
