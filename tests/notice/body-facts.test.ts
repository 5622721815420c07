/** What the words of a body say: counts, deadlines, citations, figures. The sentences follow the forms of the field and are our own. */
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../src/notice/citations';
import { splitClauses } from '../../src/notice/clauses';
import { findDeadline } from '../../src/notice/deadline';
import { findFigures } from '../../src/notice/figures';
import type { NoticeList } from '../../src/notice/notice';
import { checkStatedCount, findStatedCount } from '../../src/notice/stated-counts';

function list(caption: string, entries: number): NoticeList {
  const entry = { no: 1, type: 'app', category: null, name: '甲', developer: null, source: null, version: null, problems: [], rows: [], packages: [] } as const;
  return { caption, agency: null, agencyFrom: 'notice', entries: Array.from({ length: entries }, () => entry) };
}

describe('stated counts', () => {
  it('takes the count of what is named, not of what was checked or mended', () => {
    const body = ['本阶段共8000多款APP完成整改，我局另对368款APP提出整改要求。截至目前，尚有41款APP未完成整改（详见附件）。'];
    expect(findStatedCount(splitClauses(body), [list('名单', 41)])).toEqual({ number: 41, phrase: '尚有41款APP未完成整改（详见附件）', parts: [{ number: 41, phrase: '尚有41款APP未完成整改（详见附件）', lists: [1] }] });
  });

  it('takes those still unmended where the text also says how many were found', () => {
    const body = ['共发现12款APP存在问题，其中9款已完成整改。截至目前，仍有3款APP未完成整改（见附件）。'];
    expect(findStatedCount(splitClauses(body), [list('名单', 3)])?.number).toBe(3);
  });

  it('adds up the parts where no total is stated', () => {
    const body = ['检查后，尚有3款APP未完成整改（详见附件1）。各地通信管理局检查发现仍有5款APP未完成整改（详见附件2-3）。'];
    const lists = [list('附件1：甲', 3), list('附件2：乙', 4), list('附件3：丙', 1)];
    expect(findStatedCount(splitClauses(body), lists)).toMatchObject({ number: 8, phrase: null, parts: [{ number: 3, lists: [1] }, { number: 5, lists: [2, 3] }] });
  });

  it('takes the total where one is stated beside its parts, firms of an annex included', () => {
    const body = ['尚有3款APP未按要求整改（详见附件1）。此外，甲、乙2家企业反复出现同类问题（详见附件2）。我部组织对上述5款APP进行下架。'];
    const read = findStatedCount(splitClauses(body), [list('1.甲名单', 3), list('2.乙名单', 2)]);
    expect(read).toMatchObject({ number: 5, phrase: '我部组织对上述5款APP进行下架', parts: [{ number: 3, lists: [1] }, { number: 2, lists: [2] }] });
  });

  it('does not take the count of an earlier notice', () => {
    const body = ['2020年8月31日，我部向社会通报了101家存在问题的APP企业的名单。目前尚有23款APP未按要求完成整改。'];
    expect(findStatedCount(splitClauses(body), [list('名单', 23)])?.number).toBe(23);
  });

  it('reports a list that is short of what is stated', () => {
    const lists = [list('附件1：甲', 2), list('附件2：乙', 5)];
    const stated = findStatedCount(splitClauses(['尚有3款APP未完成整改（详见附件1），另有5款APP未完成整改（详见附件2）。']), lists);
    expect(checkStatedCount(stated, lists).map((d) => [d.code, d.values['stated'], d.values['read']])).toEqual([['count-mismatch', 8, 7], ['part-count-mismatch', 3, 2]]);
  });
});

describe('deadlines', () => {
  it.each([
    ['上述APP应在1月29日前完成整改落实工作。', '2021-01-22', '2021-01-29'],
    ['上述APP应按相关通信管理局要求，在9月1日前完成整改。', '2021-08-25', '2021-09-01'],
    ['相关企业须于2022年1月5日前完成整改。', '2021-12-28', '2022-01-05'],
    ['上述APP应在1月5日前完成整改。', '2021-12-28', '2022-01-05'],
    ['更新后的版本应于2020年1月6日12点前，在各渠道上架。', '2020-01-03', '2020-01-06'],
  ])('%s', (sentence, date, deadline) => {
    expect(findDeadline(splitClauses([sentence]), date)?.date).toBe(deadline);
  });
  it('is none where a day only says when something happened', () => {
    expect(findDeadline(splitClauses(['7月22日，已对相关企业进行了约谈。', '上述APP应按有关规定进行整改。']), '2020-07-24')).toBeNull();
  });
});

describe('citations', () => {
  it('finds date and count of the notice that a takedown follows', () => {
    const cites = findCitations(splitClauses(['2020年10月26日，我部向社会通报了131家存在问题的APP企业的名单。']), [list('名单', 60)], null);
    expect(cites).toMatchObject([{ date: '2020-10-26', count: 131, batch: null, lists: [1] }]);
  });
  it('finds batches, several of one year too', () => {
    expect(findCitations(splitClauses(['2021年第5批（总第14批）公开通报的APP，尚有18款未整改。']), [], null)).toMatchObject([{ batch: { year: 2021, number: 5, total: 14 } }]);
    expect(findCitations(splitClauses(['对仍存在问题的APP（2021年第6、7批）进行了公开通报。']), [], null).map((c) => c.batch?.number)).toEqual([6, 7]);
  });
  it('does not cite the notice itself', () => {
    expect(findCitations(splitClauses(['现将2021年第1批（总第10批）通报如下。']), [], { year: 2021, number: 1, total: 10 })).toEqual([]);
  });
});

describe('figures of news', () => {
  it('reads what was tested, named and taken down', () => {
    const read = findFigures(['截至目前，已组织检测 21 批次共 244 万款 App，累计通报 2049 款违规 App，下架 540 款拒不整改的 App，应用商店已主动下架 40 余万款违规 App。'], '2021-11-16');
    expect(read.map((f) => [f.measure, f.value, f.approximate, f.until])).toEqual([
      ['tested', 2_440_000, false, '2021-11-16'],
      ['named', 2049, false, '2021-11-16'],
      ['taken-down', 540, false, '2021-11-16'],
      ['removed-by-stores', 400_000, true, '2021-11-16'],
    ]);
  });
  it('reads counts without a measure word or without a noun', () => {
    const read = findFigures(['据介绍，已检测 21 批次共 244 万 App，累计通报 2049 款，其中下架 540 款。会议提出四方面工作，30 余家企业参加。'], '2021-11-16');
    expect(read.map((f) => [f.measure, f.value])).toEqual([['tested', 2_440_000], ['named', 2049], ['taken-down', 540]]);
  });
  it('reads a takedown said behind its number', () => {
    expect(findFigures(['去年对514款拒不整改的APP进行下架处理'], '2022-02-28').map((f) => [f.measure, f.value])).toEqual([['taken-down', 514]]);
  });
});
