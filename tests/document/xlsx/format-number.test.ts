import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinFormat } from '../../../src/document/xlsx/builtin-formats';
import { formatNumber, formatText, readFormat } from '../../../src/document/xlsx/format-number';

const show = (value: number, code: string): string => formatNumber(value, readFormat(code), { from1904: false });

describe('number formats', () => {
  test.each([
    [4.1, '0.00', '4.10'], [7, '000', '007'], [1234567.891, '#,##0.00', '1,234,567.89'], [12, '#,##0', '12'], [0, '#,##0', '0'], [0, '#', ''], [0.5, '#.##', '.5'], [0.5, '0.##', '0.5'], [5, '0.##', '5.'],
    [1.005, '0.00', '1.01'], [2.675, '0.00', '2.68'], [0.125, '0%', '13%'], [0.0825, '0.00%', '8.25%'], [12345, '0.00E+00', '1.23E+04'], [0.00012, '0.0E+00', '1.2E-04'],
    [-5, '0', '-5'], [-5, '0;(0)', '(5)'], [-0.001, '0.00', '0.00'], [0, '0;-0;"无"', '无'], [5, '[Red]0', '5'], [5, '[$¥-804]#,##0.00', '¥5.00'], [5, '"第"0"批"', '第5批'], [5, '0\\期', '5期'], [12, '0_ ;-0', '12 '],
    [3, '[<5]"少";"多"', '少'], [8, '[<5]"少";"多"', '多'], [1234567, '0,"千"', '1235千'], [1234567, '0.0,,', '1.2'], [13800138000, '000-0000-0000', '138-0013-8000'], [4.1, 'General', '4.1'], [4.1, 'G/通用格式', '4.1'], [4.1, '@', '4.1'],
    [4.0999999999999996, 'General', '4.1'], [1e21, 'General', '1E+21'], [0.5, '# ?/?', '0.5'], [5, ';;;', ''], [5, '', '5'], [1e20, '0', '100000000000000000000'], [123.456, '0', '123'],
  ])('%d under %s is %s', (value, code, shown) => {
    expect(show(value, code)).toBe(shown);
  });

  test.each([
    [45207, 'yyyy.mm.dd', '2023.10.08'], [45207, 'yyyy/m/d', '2023/10/8'], [45207.5, 'yyyy-mm-dd hh:mm', '2023-10-08 12:00'], [45207, 'yyyy"年"m"月"d"日"', '2023年10月8日'], [45207.75, 'h:mm AM/PM', '6:00 PM'], [0.75, '上午/下午h"时"mm"分"', '下午6时00分'],
    [45207, '[$-804]yyyy"年"m"月"d"日";@', '2023年10月8日'], [45207, 'aaaa', '星期日'], [45207, 'd-mmm-yy', '8-Oct-23'], [1.5, '[h]:mm:ss', '36:00:00'], [0.000011574, 'mm:ss', '00:01'], [1, 'yyyy-mm-dd', '1900-01-01'], [61, 'yyyy-mm-dd', '1900-03-01'], [45207.999999, 'yyyy-mm-dd', '2023-10-09'],
    [0.0000173611, 'mm:ss.0', '00:01.5'], [-1, 'yyyy-mm-dd', '-1'], [9999999, 'yyyy-mm-dd', '9999999'],
  ])('day %d under %s is %s', (value, code, shown) => {
    expect(show(value, code)).toBe(shown);
  });

  test('built-in numbers stand for codes, dates as in China', () => {
    expect(show(45207, builtinFormat(14))).toBe('2023/10/8');
    expect(show(45207, builtinFormat(31))).toBe('2023年10月8日');
    expect(show(0.5, builtinFormat(9))).toBe('50%');
    expect(show(0.5, builtinFormat(999))).toBe('0.5');
  });

  test('texts get what their format puts around them', () => {
    const around = (text: string, code: string): string => formatText(text, readFormat(code));
    expect([around('1.0', '"V"@'), around('1.0', '@'), around('1.0', '0.00'), around('甲', '0;0;0;"【"@"】"')]).toEqual(['V1.0', '1.0', '1.0', '【甲】']);
  });

  test('any number under any code gives a text, and `0.00` the number rounded', () => {
    const codes = fc.string({ unit: fc.constantFrom('0', '#', '?', '.', ',', '%', ';', '"', '\\', '[', ']', 'y', 'm', 'd', 'h', 's', 'E', '+', '@', '_', '*', '年', '<', '5', '/'), maxLength: 20 });
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), codes, (value, code) => typeof show(value, code) === 'string'), { seed: 20240521, numRuns: 3000 });
    fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => Number(show(cents / 100, '0.00')) === cents / 100), { seed: 20240521, numRuns: 1000 });
  });
});
