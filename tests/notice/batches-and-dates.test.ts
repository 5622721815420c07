import { describe, expect, it } from 'vitest';
import { batchLabel, completeBatch, findBatch } from '../../src/notice/batches';
import { dayOnOrAfter, findChineseDay, isOnlyDay, readDay } from '../../src/notice/dates';
import { readNumeral } from '../../src/notice/numerals';

describe('numerals', () => {
  it.each([['7', 7], ['１２', 12], ['七', 7], ['十', 10], ['十二', 12], ['二十三', 23], ['一百零三', 103], ['二〇二一', 2021]])('%s is %d', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });
  it('is null for other text', () => {
    expect(readNumeral('第七')).toBeNull();
    expect(readNumeral('')).toBeNull();
  });
});

describe('batches', () => {
  it.each([
    ['关于侵害用户权益行为的APP通报（2021年第1批，总第10批）', { year: 2021, number: 1, total: 10 }],
    ['关于侵害用户权益行为的APP通报(2024年 第2批 总第 37 批)', { year: 2024, number: 2, total: 37 }],
    ['关于侵害用户权益行为的APP_SDK_通报_2023年第2批_总第28批.md', { year: 2023, number: 2, total: 28 }],
    ['关于侵害用户权益行为的APP通报（2020年第七批）', { year: 2020, number: 7, total: null }],
    ['关于侵害用户权益行为的APP（第二批）通报', { year: null, number: 2, total: null }],
    ['关于问题APP的通报（2023年第三期）', { year: 2023, number: 3, total: null }],
    ['总第十五批', { year: null, number: null, total: 15 }],
    ['关于下架侵害用户权益APP名单的通报', null],
  ])('%s', (text, batch) => {
    expect(findBatch(text)).toEqual(batch);
  });

  it.each([
    ['第一批 of 2019 is total 1', { year: null, number: 1, total: null }, '2019-12-19', { year: 2019, number: 1, total: 1 }],
    ['第二批 of 2020-01 is total 2', { year: null, number: 2, total: null }, '2020-01-08', { year: 2020, number: 2, total: 2 }],
    ['2020年第一批 is total 3', { year: 2020, number: 1, total: null }, '2020-05-15', { year: 2020, number: 1, total: 3 }],
    ['a stated total stays', { year: 2021, number: 1, total: 10 }, '2021-01-22', { year: 2021, number: 1, total: 10 }],
  ])('%s', (_, batch, date, completed) => {
    expect(completeBatch(batch, 'infringement', 'miit-infringement', date)).toEqual(completed);
  });

  it('gives a takedown and a provincial notice no total batch', () => {
    expect(completeBatch({ year: null, number: 1, total: null }, 'takedown', 'miit-takedown', '2020-01-03')).toEqual({ year: 2020, number: 1, total: null });
    expect(completeBatch({ year: 2020, number: 1, total: null }, 'infringement', 'sh-ca-infringement', '2020-05-01')).toEqual({ year: 2020, number: 1, total: null });
  });

  it('names a notice in short', () => {
    expect(batchLabel({ year: 2021, number: 1, total: 10 }, '2021-01-22')).toBe('总第10批');
    expect(batchLabel({ year: 2023, number: 3, total: null }, '2023-05-06')).toBe('2023年第3批');
    expect(batchLabel(null, '2020-09-14')).toBe('2020-09-14');
  });
});

describe('days', () => {
  it.each([
    ['2021-01-22 19:45', '2021-01-22'],
    ['2021-01-22', '2021-01-22'],
    ['2021/1/2', '2021-01-02'],
    ['2021.01.22', '2021-01-22'],
    ['2021年1月22日', '2021-01-22'],
    ['二〇二一年一月二十二日', '2021-01-22'],
    ['2021-10-17T18:44:47+08:00', '2021-10-17'],
    ['2021-10-17T18:44:47.287Z', '2021-10-18'], // Beijing is eight hours ahead
    ['Tue, 16 Nov 2021 07:14:22 GMT', '2021-11-16'],
    ['Tue, 16 Nov 2021 17:14:22 GMT', '2021-11-17'],
  ])('%s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
  it('is null for what is no day', () => {
    expect(readDay('2021-13-01')).toBeNull();
    expect(readDay('近日')).toBeNull();
  });
  it('knows a line that is a day and nothing else', () => {
    expect(isOnlyDay(' 2020年1月3日')).toBe(true);
    expect(isOnlyDay('截至2020年1月3日')).toBe(false);
  });
  it('puts a day without a year on or after the notice', () => {
    const named = findChineseDay('应在1月5日前完成整改');
    expect(named).toEqual({ year: null, month: 1, day: 5 });
    expect(named && dayOnOrAfter(named, '2021-12-28')).toBe('2022-01-05');
    expect(named && dayOnOrAfter(named, '2022-01-05')).toBe('2022-01-05');
  });
});
