/** Numbered lists of notices: only the lines that were missing or stood wrong are written, whatever way the list is numbered. */
import { describe, expect, it } from 'vitest';
import { renderIndexNote, type IndexContext, type IndexedNotice } from '../../src/notes/index-note';

const titleOf = (total: number): string => `甲通报（2021年第${total - 9}批，总第${total}批）`;
const notices = (count: number): readonly IndexedNotice[] => Array.from({ length: count }, (_, i): IndexedNotice => ({
  path: `通报/侵害通报/${titleOf(10 + i)}.md`,
  ref: { key: `miit-infringement:${10 + i}`, series: 'miit-infringement', kind: 'infringement', title: titleOf(10 + i), date: `2021-${String(i + 1).padStart(2, '0')}-10`, label: `总第${10 + i}批` },
}));
const mended = (page: string, count: number): string => {
  const context: IndexContext = { path: '通报/目录.md', title: '目录', agencyOf: () => null, files: { exists: (path) => notices(count).some((one) => one.path === path), countName: () => 1 } };
  return renderIndexNote(page, notices(count), context).text;
};
const entry = (i: number): string => `[${titleOf(10 + i)}](侵害通报/${titleOf(10 + i)}.md)`;
const pageOf = (lines: readonly string[]): string => `## 侵害通报\n\n${lines.join('\n')}\n\n## 别的\n`;

const WAYS: Record<string, readonly [number, (i: number) => string]> = {
  'from 1': [12, (i) => `${i + 1}. `],
  'two figures': [12, (i) => `${String(i + 1).padStart(2, '0')}. `],
  'two figures and a bracket': [11, (i) => `${String(i + 1).padStart(2, '0')}) `],
  'three figures in a quote': [10, (i) => `> ${String(i + 1).padStart(3, '0')}. `],
  'all 1': [4, () => '1. '],
  'all 01': [4, () => '01. '],
  'from 0': [4, (i) => `${i}. `],
  'from 10': [4, (i) => `${i + 10}. `],
};

describe('a numbered list', () => {
  for (const [name, [count, mark]] of Object.entries(WAYS)) {
    const lines = Array.from({ length: count }, (_, i) => mark(i) + entry(i));

    it(`gets any one line back, and no other changes: ${name}`, () => {
      // Without its first line a list from 0 is one from 1.
      for (let i = name === 'from 0' ? 1 : 0; i < count; i += 1) expect(mended(pageOf(lines.filter((_, k) => k !== i)), count)).toBe(pageOf(lines));
    });

    it(`keeps its numbers where two entries, or two lines, change places: ${name}`, () => {
      const [first = '', second = '', third = '', ...more] = lines;
      expect(mended(pageOf([first, third, second, ...more]), count)).toBe(pageOf(lines));
      expect(mended(pageOf([first, mark(1) + entry(2), mark(2) + entry(1), ...more]), count)).toBe(pageOf(lines));
    });
  }

  it('takes the numbers that are free before its first, and moves the others only where there are none', () => {
    expect(mended(pageOf([`3. ${entry(2)}`, `4. ${entry(3)}`]), 4)).toBe(pageOf([0, 1, 2, 3].map((i) => `${i + 1}. ${entry(i)}`)));
    expect(mended(pageOf([`1. ${entry(1)}`, `2. ${entry(2)}`]), 3)).toBe(pageOf([0, 1, 2].map((i) => `${i + 1}. ${entry(i)}`)));
    expect(mended(pageOf([`01. ${entry(0)}`, `02. ${entry(2)}`]), 3)).toBe(pageOf([0, 1, 2].map((i) => `0${i + 1}. ${entry(i)}`)));
  });

  it('keeps the start that its keeper chose', () => {
    const lines = [0, 1, 2].map((i) => `${i + 10}. ${entry(i)}`);
    expect(mended(pageOf(lines), 3)).toBe(pageOf(lines));
    expect(mended(pageOf(lines.slice(0, 2)), 3)).toBe(pageOf(lines));
  });

  it('keeps numbers that do not run on', () => {
    expect(mended(pageOf([`1. ${entry(0)}`, `3. ${entry(1)}`, `5. ${entry(3)}`, `7. ${entry(2)}`]), 5)).toBe(pageOf([`1. ${entry(0)}`, `3. ${entry(1)}`, `5. ${entry(2)}`, `7. ${entry(3)}`, `8. ${entry(4)}`]));
  });

  it('may begin anew behind words of its keeper', () => {
    const lines = (...last: readonly string[]): string => pageOf([`1. ${entry(0)}`, `2. ${entry(1)}`, '', '下面是后来的。', '', ...last]);
    expect(mended(lines(`1. ${entry(2)}`, `2. ${entry(4)}`, `3. ${entry(3)}`), 5)).toBe(lines(`1. ${entry(2)}`, `2. ${entry(3)}`, `3. ${entry(4)}`));
    expect(mended(lines(`1. ${entry(2)}`, `3. ${entry(4)}`), 5)).toBe(lines(`1. ${entry(2)}`, `2. ${entry(3)}`, `3. ${entry(4)}`));
  });
});
