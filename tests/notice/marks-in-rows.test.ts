/** Cells that say “as above”, and lists of things that are no programs. All names are invented. */
import { describe, expect, it } from 'vitest';
import { codesOf, readLists, readNotice, shortLists } from './read-notice';

describe('a mark for “as above”', () => {
  const head = '| 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |\n|---|---|---|---|---|---|\n';
  it.each(['同上', '〃', '″', '（同上）'])('%s stands for the value of the row above', (mark) => {
    const notice = readLists(`${head}| 1 | 画板 | 北京甲有限公司 | 应用宝 | 1.2 | 违规收集个人信息<br>账号注销难 |\n| 2 | 字典 | ${mark} | ${mark} | 2.0 | ${mark} |\n| 3 | 地图 | ${mark} | 豌豆荚 | ${mark} | 账号注销难 |\n`);
    expect(shortLists(notice)).toEqual([['1 画板/北京甲有限公司/应用宝/1.2/违规收集个人信息、账号注销难', '2 字典/北京甲有限公司/应用宝/2.0/违规收集个人信息、账号注销难', '3 地图/北京甲有限公司/豌豆荚/2.0/账号注销难']]);
    expect(codesOf(notice).filter((code) => code === 'ditto')).toHaveLength(5);
    expect(codesOf(notice)).not.toContain('problem-unknown');
    // The row keeps what its source says.
    expect(notice.lists[0]?.entries[1]?.rows[0]?.cells[2]).toEqual(['应用开发者', mark]);
  });
  it('stands for the name above too', () => {
    expect(shortLists(readLists(`${head}| 1 | 画板 | 甲公司 | 应用宝 | 1.2 | 账号注销难 |\n| 2 | 同上 | 同上 | 豌豆荚 | 1.3 | 同上 |\n`))).toEqual([['1 画板/甲公司/应用宝/1.2/账号注销难', '2 画板/甲公司/豌豆荚/1.3/账号注销难']]);
  });
  it('in the first row stands for nothing, and is reported', () => {
    const notice = readLists(`${head}| 1 | 画板 | 同上 | 应用宝 | 1.2 | 账号注销难 |\n| 2 | 字典 | 乙公司 | 应用宝 | 1.2 | 账号注销难 |\n`);
    expect(shortLists(notice)[0]?.[0]).toBe('1 画板//应用宝/1.2/账号注销难');
    expect(codesOf(notice)).toContain('ditto-without-row');
  });
});

describe('a list of devices', () => {
  const types = (title: string, table: string): unknown => readNotice(`# ${title}\n\n来源：信息通信管理局\n\n时间：2025-10-22\n\n${table}`).lists[0]?.entries.map((e) => [e.name, e.type]);
  it('has models beside its products', () => {
    expect(types('关于存在问题产品的通报', '| 序号 | 产品名称 | 型号 | 生产企业 | 所涉问题 |\n|---|---|---|---|---|\n| 1 | 童趣手表 | A1 | 甲公司 | 违规收集个人信息 |\n')).toEqual([['童趣手表', 'device']]);
  });
  it('stands under a title that speaks of 智能终端', () => {
    expect(types('关于侵害用户权益行为的智能终端通报', '| 序号 | 产品名称 | 生产企业 | 所涉问题 |\n|---|---|---|---|\n| 1 | 童趣手表 | 甲公司 | 违规收集个人信息 |\n')).toEqual([['童趣手表', 'device']]);
  });
  it('is none where the headings speak of apps', () => {
    expect(types('关于侵害用户权益行为的APP和智能终端通报', '| 序号 | 应用名称 | 应用开发者 | 所涉问题 |\n|---|---|---|---|\n| 1 | 画板 | 甲公司 | 违规收集个人信息 |\n')).toEqual([['画板', 'app']]);
  });
});
