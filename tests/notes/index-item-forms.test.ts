/** Whatever form the entries of a list have in common, a new one has it too: each list here gets any one of its lines back, byte for byte. */
import { describe, expect, it } from 'vitest';
import { renderIndexNote, type IndexContext, type IndexedNotice } from '../../src/notes/index-note';

const PAGE = '通报/索引.md';
const batches = [1, 2, 3, 4, 5, 6];
const T = (i: number): string => `甲通报（2021年第${i}批，总第${9 + i}批）`;
const day = (i: number): string => `2021-0${i}-1${i}`;
const noticeOf = (i: number, folder: string): IndexedNotice => ({
  path: `${folder}${T(i)}.md`,
  ref: { key: `miit-infringement:${9 + i}`, series: 'miit-infringement', kind: 'infringement', title: T(i), date: day(i), label: `总第${9 + i}批` },
});

const HEADINGS = ['全文', '附件', '应用 名单'];

function mended(page: string, path = PAGE, folder = '通报/侵害通报/', more: readonly IndexedNotice[] = []): string {
  const notices = [...batches.map((i) => noticeOf(i, folder)), ...more];
  const context: IndexContext = { path, title: '索引', agencyOf: () => null, files: { exists: (one) => notices.some((notice) => notice.path === one), countName: () => 1, holds: (_, heading) => HEADINGS.includes(heading) } };
  return renderIndexNote(page, notices, context).text;
}

const pageOf = (lines: readonly string[]): string => `# 通报\n\n## 侵害通报\n\n${lines.map((line) => `${line}\n`).join('')}\n## 别的\n\n- 我的话\n`;
const link = (i: number): string => `[${T(i)}](侵害通报/${T(i)}.md)`;

const FORMS: Record<string, (i: number) => string> = {
  'the batch of the year before it': (i) => `- 第${i}批：[[${T(i)}]]`,
  'the total batch, called 第…批': (i) => `- 第${9 + i}批：[[${T(i)}]]`,
  'the total batch with a blank': (i) => `- 总第 ${9 + i} 批：[[${T(i)}]]`,
  'the issue of the year behind it': (i) => `- [[${T(i)}]]（2021年第${i}期）`,
  'its year': (i) => `- 2021 年：${link(i)}`,
  'batch and day, words and a tag': (i) => `- 第${i}批 [原文](侵害通报/${T(i)}.md)（${day(i)} 发布） #通报`,
  'a tag': (i) => `- ${link(i)} #通报/2021`,
  'words of its keeper': (i) => `- 工信部：${link(i)}，见[[总表]]`,
  'a comment': (i) => `- ${link(i)} %% 核对 %%`,
  'html': (i) => `- <span style="color:#c00">${link(i)}</span><br>`,
  'symbols': (i) => `- 📌 ${link(i)} ★`,
  'words in its label': (i) => `- [工信部 ${T(i)}](侵害通报/${T(i)}.md)`,
  'a folder as seen from the page': (i) => `- [[侵害通报/${T(i)}|总第${9 + i}批]]`,
  'a folder with its point': (i) => `- [[./侵害通报/${T(i)}|总第${9 + i}批]]`,
  'a folder with its ending': (i) => `- [[侵害通报/${T(i)}.md]]`,
  'a heading': (i) => `- [[${T(i)}#全文|第${i}批]]`,
  'a heading of a markdown link': (i) => `- [${T(i)}](侵害通报/${T(i)}.md#应用%20名单)`,
  'a heading in angle brackets': (i) => `- [${T(i)}](<侵害通报/${T(i)}.md#全文>)`,
  'its title under the pointer': (i) => `- [第${i}批](侵害通报/${T(i)}.md "${T(i)}")`,
  'words under the pointer': (i) => `- [${T(i)}](<侵害通报/${T(i)}.md> '工信部')`,
  'the note in full': (i) => `- ![[${T(i)}]]`,
  'a part of the note in full': (i) => `- ![[侵害通报/${T(i)}#附件]]`,
};

describe('an entry that is missing', () => {
  for (const [name, write] of Object.entries(FORMS)) {
    it(`comes back with what the others have: ${name}`, () => {
      const lines = batches.map(write);
      expect(mended(pageOf(lines))).toBe(pageOf(lines));
      for (const i of batches) expect(mended(pageOf(lines.filter((_, k) => k !== i - 1)))).toBe(pageOf(lines));
    });
  }

  it.each<[string, string, string, (i: number) => string]>([
    ['up to the vault and down again', '目录/索引.md', '通报/侵害通报/', (i) => `- [${T(i)}](./../通报/侵害通报/${T(i)}.md)`],
    ['up, as a wikilink', '目录/索引.md', '通报/侵害通报/', (i) => `- [[../通报/侵害通报/${T(i)}]]`],
    ['by the last of its folders', '索引.md', 'wiki/通报/侵害通报/', (i) => `- [[侵害通报/${T(i)}|${T(i)}]]`],
    ['from the top', '通报/索引.md', '通报/侵害通报/', (i) => `- [[通报/侵害通报/${T(i)}|第${i}批]]`],
  ])('is led to as the others are: %s', (_, path, folder, write) => {
    const lines = batches.map(write);
    for (const i of batches) expect(mended(pageOf(lines.filter((_line, k) => k !== i - 1)), path, folder)).toBe(pageOf(lines));
  });

  it('has nothing that its keeper says of others', () => {
    const remarks: Record<number, string> = { 1: '（附言：先看这篇）', 2: ' ★', 5: ' #重点' };
    for (const write of [link, (i: number): string => `[[${T(i)}]] #通报`]) {
      const lines = batches.map((i) => `- ${write(i)}${remarks[i] ?? ''}`);
      for (const i of [3, 4, 6]) expect(mended(pageOf(lines.filter((_, k) => k !== i - 1)))).toBe(pageOf(lines));
    }
  });

  it('has no words, no heading and no symbol of one other entry alone', () => {
    const lines = (first: string): string => pageOf([first, ...batches.slice(1).map((i) => `- [[${T(i)}]]`)]);
    for (const first of [`- [[${T(1)}]] #通报`, `- ⭐ [[${T(1)}]]`, `- [[${T(1)}#全文]]`, `- [[${T(1)}]]（附言：已读）`]) expect(mended(pageOf([first]))).toBe(lines(first));
  });

  it('has no count and no day that may not be its own', () => {
    for (const remark of ['（2 款）', ' ✅ 2022-01-05', '（3 家）']) {
      const lines = batches.map((i) => `- [[${T(i)}]]${i === 4 ? '' : remark}`);
      expect(mended(pageOf(lines.filter((_, k) => k !== 3)))).toBe(pageOf(lines));
    }
  });

  it('has no batch that it has not, and no heading that its note has not', () => {
    const other: IndexedNotice = { path: '通报/侵害通报/回头看.md', ref: { key: 'x', series: 'miit-infringement', kind: 'infringement', title: '回头看', date: '2021-12-01', label: '2021-12-01' } };
    const lines = batches.map((i) => `- 第${i}批：[[${T(i)}#没有|${T(i)}]]`);
    expect(mended(pageOf(lines), PAGE, '通报/侵害通报/', [other])).toBe(pageOf([...lines, '- [[回头看|回头看]]']));
  });

  it('leads to its own note, not to one that the same words lead to from the top', () => {
    const lines = batches.map((i) => `- [[侵害通报/${T(i)}]]`);
    const top: IndexedNotice = { ...noticeOf(6, '侵害通报/'), ref: { ...noticeOf(6, '').ref, kind: 'takedown', series: 'miit-takedown' } };
    expect(mended(pageOf(lines.slice(0, 5)), PAGE, '通报/侵害通报/', [top])).toContain(`- [[侵害通报/${T(5)}]]\n- [[通报/侵害通报/${T(6)}]]\n`);
  });
});
