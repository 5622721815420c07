import { describe, expect, it } from 'vitest';
import { readTypedFacts, type TypedFacts } from '../../src/notice/stated-facts';

const EMPTY: TypedFacts = { date: '', agency: '', year: '', number: '', total: '' };
const read = (typed: Partial<TypedFacts>) => readTypedFacts({ ...EMPTY, ...typed }, '2022-06-01');
const problems = (typed: Partial<TypedFacts>) => read(typed).problems.map(({ problem }) => problem);

describe('what a person types of a notice', () => {
  it('is read in any usual form', () => {
    expect(read({ date: '2022年3月14日', agency: ' 工业和信息化部信息通信管理局 ', year: '2022', number: '第二批', total: '总第22批' })).toEqual({
      date: '2022-03-14', agency: '工业和信息化部信息通信管理局', batch: { year: 2022, number: 2, total: 22 }, problems: [],
    });
    expect(read({ date: '2022/3/14', number: '３' })).toMatchObject({ date: '2022-03-14', batch: { year: null, number: 3, total: null }, problems: [] });
  });

  it('says nothing where nothing is typed', () => {
    expect(read({})).toEqual({ date: null, agency: null, batch: null, problems: [] });
  });

  it.each([
    [{ date: '2022-02-30' }, ['date']],
    [{ date: '昨天' }, ['date']],
    [{ date: '1999-02-03' }, ['date']],
    [{ date: '2022-06-02' }, ['date-ahead']],
    [{ agency: '[[某局]]' }, ['agency']],
    [{ agency: '局' }, ['agency']],
    [{ year: '22', number: '1' }, ['year']],
    [{ number: '0' }, ['number']],
    [{ number: '一批半' }, ['number']],
    [{ total: '-3' }, ['total']],
    [{ number: '12', total: '3' }, ['total-small']],
    [{ year: '2022' }, ['year-alone']],
    [{ date: '2020-03-04', year: '2022', number: '1' }, ['year-apart']],
  ] as const)('refuses %o', (typed, expected) => {
    expect(problems(typed)).toEqual(expected);
  });

  it('takes a batch of the turn of the year', () => {
    expect(problems({ date: '2022-01-04', year: '2021', number: '12' })).toEqual([]);
  });
});
