/** Tables of lists in the forms in which people keep them. All names are invented. */
import { describe, expect, it } from 'vitest';
import { readRowNumber } from '../../src/notice/row-numbers';
import { fieldsOfHeader } from '../../src/notice/columns';
import { codesOf, readLists, readNotice, shortLists } from './read-notice';

const HEAD = '| 序号 | 应用名称 | 应用开发者 | 应用来源 | 版本号 | 所涉问题 |\n|---|---|---|---|---|---|';
const row = (no: string, name: string, problem = '账号注销难'): string => `| ${no} | ${name} | 甲公司 | 应用宝 | 1.0 | ${problem} |`;

describe('numbers of rows', () => {
  it.each([['7', 7], ['７', 7], ['07', 7], ['7.', 7], ['7、', 7], ['(7)', 7], ['（七）', 7], ['⑦', 7], ['⑺', 7], ['No.7', 7], ['十二', 12], ['12 ', 12], ['合计', null], ['', null], ['1.2.3', null]])('%s', (text, number) => {
    expect(readRowNumber(text)).toBe(number);
  });
});

describe('headings', () => {
  it.each([
    [['序号', '应用名称及版本', '开发者（运营者）', '违法违规行为'], ['no', 'name', 'developer', 'problems']],
    [['序号', 'APP名称', '应用名称及版本', '应用商店'], ['no', 'name', 'version', 'source']],
    [['项次', '存在问题的APP', '所属企业', '应用版本号', '下架原因'], ['no', 'name', 'developer', 'version', 'problems']],
    [['序号', '产品型号', '生产企业', '整改期限'], ['no', 'name', 'developer', 'other']],
    [['序號', '應用名稱', '應用開發者', '應用來源', '版本號', '所涉問題'], ['no', 'name', 'developer', 'source', 'version', 'problems']],
    [['企业名称', '应用名', '检测平台', '检测发现的问题'], ['developer', 'name', 'source', 'problems']],
  ])('%j', (headings, fields) => {
    expect(fieldsOfHeader(headings)).toEqual(fields);
  });
});

describe('headers of tables', () => {
  it('reads a header in two rows whose upper cells span several columns', () => {
    const notice = readLists('| 序号 | 应用信息 | 应用信息 | 检测情况 | 检测情况 |\n|---|---|---|---|---|\n| 序号 | 应用名称 | 应用开发者 | 版本号 | 所涉问题 |\n| 1 | 画板 | 甲公司 | 1.0 | 账号注销难 |');
    expect(shortLists(notice)).toEqual([['1 画板/甲公司//1.0/账号注销难']]);
  });
  it('reads it where merged cells were left blank', () => {
    const notice = readLists('| 序号 | 应用 |  | 检测 |  |\n|---|---|---|---|---|\n|  | 名称 | 开发者 | 版本 | 问题 |\n| 1 | 画板 | 甲公司 | 1.0 | 账号注销难 |');
    expect(shortLists(notice)).toEqual([['1 画板/甲公司//1.0/账号注销难']]);
    expect(notice.lists[0]?.entries[0]?.rows[0]?.cells[1]).toEqual(['名称', '画板']);
  });
  it('takes a column without a heading that counts for the numbers', () => {
    const notice = readLists('| | 应用名称 | 开发者 |\n|---|---|---|\n| 1 | 画板 | 甲公司 |\n| | | 乙公司 |\n| 2 | 字典 | 乙公司 |');
    expect(shortLists(notice)).toEqual([['1 画板/甲公司 + 乙公司', '2 字典/乙公司']]);
  });
  it('reads on under another header within the table', () => {
    const notice = readLists(`${HEAD}\n${row('1', '画板')}\n| 序号 | 应用开发者 | 应用名称 | 应用来源 | 版本号 | 所涉问题 |\n| 2 | 乙公司 | 字典 | 豌豆荚 | 2.0 | 账号注销难 |`);
    expect(shortLists(notice)).toEqual([['1 画板/甲公司/应用宝/1.0/账号注销难', '2 字典/乙公司/豌豆荚/2.0/账号注销难']]);
    expect(codesOf(notice)).toContain('repeated-header');
  });
});

describe('parts of a list beside each other', () => {
  const head = '| 序号 | 应用名称 | 版本号 | 序号 | 应用名称 | 版本号 |\n|---|---|---|---|---|---|';
  it('are read one after the other, in the order of their numbers', () => {
    expect(shortLists(readLists(`${head}\n| 1 | 画板 | 1.0 | 3 | 地图 | 3.0 |\n| 2 | 字典 | 2.0 | | | |`))).toEqual([['1 画板///1.0', '2 字典///2.0', '3 地图///3.0']]);
    expect(shortLists(readLists(`${head}\n| 1 | 画板 | 1.0 | 2 | 字典 | 2.0 |\n| | | | 3 | 地图 | 3.0 |`))).toEqual([['1 画板///1.0', '2 字典///2.0', '3 地图///3.0']]);
    expect(shortLists(readLists(`${head}\n| 1 | 画板 | 1.0 | 2 | 字典 | 2.0 |\n| 3 | 地图 | 3.0 | | | |`))).toEqual([['1 画板///1.0', '2 字典///2.0', '3 地图///3.0']]);
  });
  it('with a column of air between them, a total below, and nothing else said', () => {
    const notice = readLists('| 应用名称 | 版本号 | | 应用名称 | 版本号 |\n|---|---|---|---|---|\n| 画板 | 1.0 | | 地图 | 3.0 |\n| | | | 字典 | 2.0 |\n| 共3款 | | | | |');
    expect(shortLists(notice)).toEqual([['- 画板///1.0', '- 地图///3.0', '- 字典///2.0']]);
    expect(codesOf(notice).filter((code) => /row/.test(code))).toEqual(['total-row']);
  });
  it('are no parts where only some headings repeat', () => {
    expect(shortLists(readLists('| 应用名称 | 版本号 | 应用名称 | 所涉问题 |\n|---|---|---|---|\n| 画板 | 1.0 | 画板Pro | 账号注销难 |'))).toEqual([['- 画板///1.0/账号注销难']]);
  });
});

describe('tables that go on with the list above', () => {
  it('where their caption repeats its caption and says so', () => {
    const part = (caption: string, ...rows: string[]): string => [caption, '', HEAD, ...rows].join('\n');
    expect(shortLists(readLists([part('存在问题的应用名单', row('1', '画板')), part('存在问题的应用名单（续表）', row('2', '字典')), part('存在问题的应用名单（续2）', row('', '地图'))].join('\n\n')))).toHaveLength(1);
    expect(shortLists(readLists([part('甲组名单', row('1', '画板')), part('乙组名单（续表）', row('2', '字典'))].join('\n\n')))).toHaveLength(2);
  });
});

describe('a file of a list alone', () => {
  it('gives the list its title as the caption; the title of a notice is none', () => {
    const list = `${HEAD}\n${row('1', '画板')}`;
    expect(readNotice(`# 存在问题的应用名单\n\n${list}`).lists[0]?.caption).toBe('存在问题的应用名单');
    expect(readNotice(`# 关于下架问题应用名单的通报\n\n${list}`).lists[0]?.caption).toBeNull();
  });
});

describe('characters that nobody sees', () => {
  it('are no part of headings, numbers, names and labels', () => {
    const notice = readLists('| 序\u200b号 | 应用\u00ad名称 | 开发者 | 所涉问题 |\n|---|---|---|---|\n| 1\u200b0 | 画\u200b板 | 甲\u2060公司 | 账号\u00ad注销难 |');
    expect(shortLists(notice)).toEqual([['10 画板/甲公司///账号注销难']]);
    expect(codesOf(notice)).not.toContain('problem-mended');
  });
});

describe('rows between entries', () => {
  it('leaves totals, notes, blank rows and repeated headers out, and counts each', () => {
    const notice = readLists([HEAD, row('1', '画板'), '| 序号 | 应用名称 | 应用开发者 | 应用来源 | 版本号 | 所涉问题 |', row('2', '字典'), '| 3 | | | | | |', '| | | | | | |', '| 合计 | 2款 | | | | |', '| | 注：带*的为重复出现的应用。 | | | | |', '| 备注：版本以检测时为准 | | | | | |'].join('\n'));
    expect(shortLists(notice)[0]).toHaveLength(2);
    expect([...codesOf(notice)].sort()).toEqual(['blank-row', 'blank-row', 'note-row', 'note-row', 'repeated-header', 'total-row']);
  });
  it('does not take an app for a total', () => {
    expect(shortLists(readLists('| 应用名称 | 开发者 |\n|---|---|\n| 小计账本 | 甲公司 |\n| 合计 | |'))).toEqual([['- 小计账本/甲公司']]);
  });
  it('gives the lists of several agencies in one table to each', () => {
    const notice = readLists(`### 附件2：各地通信管理局通报存在问题的应用软件名单\n\n${HEAD}\n| 江苏省通信管理局 | | | | | |\n${row('1', '画板')}\n| 安徽省通信管理局 | 安徽省通信管理局 | 安徽省通信管理局 | 安徽省通信管理局 | 安徽省通信管理局 | 安徽省通信管理局 |\n${row('1', '字典')}\n${row('2', '地图')}`);
    expect(notice.lists.map((l) => [l.agency, l.agencyFrom, l.entries.length])).toEqual([['江苏省通信管理局', 'caption', 1], ['安徽省通信管理局', 'caption', 2]]);
  });
  it('fills a category down, from a column, a row of its own or the words above', () => {
    const fromRow = readLists(`${HEAD}\n| 一、游戏类 | | | | | |\n${row('1', '画板')}\n${row('2', '字典')}\n| （二）学习类 | | | | | |\n${row('3', '地图')}`);
    expect(fromRow.lists[0]?.entries.map((e) => e.category)).toEqual(['游戏类', '游戏类', '学习类']);
    const fromText = readLists(`### 附件：问题APP名单\n\n**一、游戏类**\n\n${HEAD}\n${row('1', '画板')}\n\n**二、学习类**\n\n${HEAD}\n${row('2', '字典')}`);
    expect(fromText.lists.map((l) => [l.caption, l.entries.map((e) => e.category)])).toEqual([['附件：问题APP名单', ['游戏类', '学习类']]]);
  });
});

describe('entries', () => {
  it('reads numbers, names, versions and labels however they are written', () => {
    const notice = readLists([
      '| 序号 | 应用名称及版本 | 开发者 | 应用来源 | 存在问题 |', '|---|---|---|---|---|',
      '| 1. | [画板](apps/画板.md)（V1.2.3） | 甲公司 | 应用宝 | 问题一：违规收集个人信息；问题二：账号注销难 |',
      '| (2) | **字典** 2.0.1 |  | 豌豆荚 | ①违规收集个人信息 ②账号注销难 |',
      '| ③ | 地图[1] | 乙公司 | 应用宝 | 违规收集个人信息<br />账号注销难 |',
      '| ０４ | A\\|B课堂 | 乙公司 | 应用宝 | 账号注销难 |',
    ].join('\n'));
    expect(shortLists(notice)).toEqual([[
      '1 画板/甲公司/应用宝/V1.2.3/违规收集个人信息、账号注销难',
      '2 字典//豌豆荚/2.0.1/违规收集个人信息、账号注销难',
      '3 地图/乙公司/应用宝//违规收集个人信息、账号注销难',
      '4 A|B课堂/乙公司/应用宝//账号注销难',
    ]]);
  });
  it('reads a row without a number as a further problem, a further package, or an entry that is reported', () => {
    const notice = readLists([HEAD, row('1', '画板'), '| | | | | | 违规收集个人信息 |', '| | | 乙公司 | 豌豆荚 | 1.1 | |', '| 2 | 字典 | | 应用宝 | 2.0 | 账号注销难 |', '| | 地图 | 丙公司 | 应用宝 | 3.0 | 账号注销难 |', '| 3 | | 丁公司 | 豌豆荚 | 3.1 | 账号注销难 |'].join('\n'));
    expect(shortLists(notice)).toEqual([[
      '1 画板/甲公司/应用宝/1.0/账号注销难、违规收集个人信息 + 乙公司/豌豆荚/1.1',
      '2 字典//应用宝/2.0/账号注销难',
      '- 地图/丙公司/应用宝/3.0/账号注销难',
      '3 地图/丁公司/豌豆荚/3.1/账号注销难',
    ]]);
    expect(codesOf(notice)).toContain('row-without-number');
  });
  it('joins rows that merged cells repeat, numbered or not', () => {
    expect(shortLists(readLists(`${HEAD}\n${row('1', '画板')}\n${row('1', '画板', '违规收集个人信息')}\n${row('2', '字典')}`))).toEqual([['1 画板/甲公司/应用宝/1.0/账号注销难、违规收集个人信息', '2 字典/甲公司/应用宝/1.0/账号注销难']]);
    const without = readLists('| 应用名称 | 开发者 | 版本 | 问题 |\n|---|---|---|---|\n| 画板 | 甲公司 | 1.0 | 账号注销难 |\n| 画板 | 甲公司 | 1.0 | 违规收集个人信息 |\n| 画板 | 甲公司 | 2.0 | 账号注销难 |');
    expect(shortLists(without)).toEqual([['- 画板/甲公司//1.0/账号注销难、违规收集个人信息', '- 画板/甲公司//2.0/账号注销难']]);
  });
  it('reports missing and repeated numbers', () => {
    const notice = readLists([HEAD, row('1', '画板'), row('3', '字典'), row('3', '地图')].join('\n'));
    expect(notice.lists[0]?.entries.map((e) => e.no)).toEqual([1, 3, 3]);
    expect(codesOf(notice)).toEqual(expect.arrayContaining(['number-gap', 'number-repeated']));
  });
  it('says once that a label is unknown', () => {
    const notice = readLists([HEAD, row('1', '画板', '未提供青少年模式'), row('2', '字典', '未提供青少年模式')].join('\n'));
    expect(codesOf(notice).filter((code) => code === 'problem-unknown')).toHaveLength(1);
  });
});

describe('captions', () => {
  it.each([
    ['a heading', '#### 附件1：甲组问题APP名单', '附件1：甲组问题APP名单'],
    ['a paragraph', '附件1：甲组问题APP名单', '附件1：甲组问题APP名单'],
    ['a bold line with a colon', '**附件1 甲组问题APP名单：**', '附件1 甲组问题APP名单'],
    ['a callout', '> [!abstract]+ 附件1：甲组问题APP名单\n>', '附件1：甲组问题APP名单'],
    ['two lines, the first its number', '附件1\n\n甲组问题APP名单', '甲组问题APP名单'],
    ['odd numbering', '（一）上海市通信管理局通报的APP名单', '（一）上海市通信管理局通报的APP名单'],
    ['an annex without a name', '附表二', '附表二'],
  ])('%s', (_, above, caption) => {
    const quoted = above.startsWith('>');
    const table = `${HEAD}\n${row('1', '画板')}`;
    const notice = readLists(`结果见附件1。\n\n${above}${quoted ? '\n' : '\n\n'}${quoted ? table.replace(/^/gm, '> ') : table}`);
    expect(notice.lists.map((l) => l.caption)).toEqual([caption]);
    expect(notice.paragraphs).toEqual(['结果见附件1。']);
  });
  it('never takes a sentence that leads to a table for a caption', () => {
    const notice = readLists(`现将名单公布如下：\n\n${HEAD}\n${row('1', '画板')}`);
    expect(notice.lists[0]?.caption).toBeNull();
    expect(notice.paragraphs).toEqual(['现将名单公布如下：']);
  });
  it('joins tables that go on under one caption, and parts those that begin anew', () => {
    const notice = readLists(`附件1：甲组问题APP名单\n\n${HEAD}\n${row('1', '画板')}\n\n（续表）\n\n${HEAD}\n${row('2', '字典')}\n\n${HEAD}\n${row('1', '地图')}`);
    expect(notice.lists.map((l) => [l.caption, l.entries.map((e) => e.name)])).toEqual([['附件1：甲组问题APP名单', ['画板', '字典']], ['附件1：甲组问题APP名单', ['地图']]]);
    expect(notice.paragraphs).toEqual([]);
  });
  it('parts the lists of agencies under one annex, by headings or by bold lines', () => {
    const notice = readLists(`### 附件2：各地通信管理局通报的名单\n\n#### 江苏省通信管理局\n\n${HEAD}\n${row('1', '画板')}\n\n**安徽通管局：**\n\n${HEAD}\n${row('2', '字典')}`);
    expect(notice.lists.map((l) => l.agency)).toEqual(['江苏省通信管理局', '安徽省通信管理局']);
  });
});
