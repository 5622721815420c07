import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, unifiedDiff } from '../../src/plan/line-diff';

function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

describe('the diff of a note', () => {
  it('shows the changed line between its neighbours', () => {
    const before = lines('一', '二', '三', '四', '五', '六', '七', '八', '九');
    const after = lines('一', '二', '三', '四', '伍', '六', '七', '八', '九');
    expect(unifiedDiff(before, after)).toEqual(['@@ -2,7 +2,7 @@', ' 二', ' 三', ' 四', '-五', '+伍', ' 六', ' 七', ' 八']);
  });

  it('shows two far changes apart and the lines between them not at all', () => {
    const many = Array.from({ length: 40 }, (_, i) => `第${i + 1}行`);
    const after = [...many.slice(0, 2), '插入', ...many.slice(2, 38), ...many.slice(39)];
    expect(unifiedDiff(lines(...many), lines(...after), 1)).toEqual(['@@ -2,2 +2,3 @@', ' 第2行', '+插入', ' 第3行', '@@ -38,3 +39,2 @@', ' 第38行', '-第39行', ' 第40行']);
  });

  it('is empty for equal texts and shows a change of line ends', () => {
    expect(unifiedDiff('a\r\n', 'a\r\n')).toEqual([]);
    expect(unifiedDiff('a\r\n', 'a\n')).toEqual(['@@ -1,1 +1,1 @@', '-a\r', '+a']);
  });

  it('names the line before an empty range, as diff does', () => {
    expect(unifiedDiff('', lines('甲'))).toEqual(['@@ -0,0 +1,1 @@', '+甲']);
    expect(unifiedDiff(lines('甲'), '')).toEqual(['@@ -1,1 +0,0 @@', '-甲']);
  });

  it('says when only the last line feed came or went', () => {
    expect(unifiedDiff('甲', '甲\n')).toEqual(['\\ No newline at the end before']);
  });

  it('gives both texts back, whatever they are, by the shortest way', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '', '甲'), { maxLength: 30 }).map((all) => lines(...all));
    fc.assert(fc.property(text, text, (before, after) => {
      const diff = diffLines(before, after);
      expect(lines(...diff.filter(({ kind }) => kind !== 'added').map((line) => line.text))).toBe(before);
      expect(lines(...diff.filter(({ kind }) => kind !== 'removed').map((line) => line.text))).toBe(after);
      expect(diff.filter(({ kind }) => kind === 'same').length).toBe(longestCommon(before.split('\n').slice(0, -1), after.split('\n').slice(0, -1)));
    }), { seed: 20191219, numRuns: 500 });
  });

  it('stays quick for two long texts that share nothing', () => {
    const before = lines(...Array.from({ length: 20000 }, (_, i) => `a${i}`));
    const after = lines(...Array.from({ length: 20000 }, (_, i) => `b${i}`));
    const diff = diffLines(before, after);
    expect(diff.length).toBe(40000);
    expect(diff[0]).toEqual({ kind: 'removed', text: 'a0' });
  });
});

/** The plain table method, as a measure for the quick one. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const row = table[i] ?? [];
      row[j] = a[i - 1] === b[j - 1] ? (table[i - 1]?.[j - 1] ?? 0) + 1 : Math.max(table[i - 1]?.[j] ?? 0, row[j - 1] ?? 0);
    }
  }
  return table[a.length]?.[b.length] ?? 0;
}
