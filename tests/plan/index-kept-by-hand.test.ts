/** Lists of notices that nobody wrote for a program: an entry that begins with another link, sections that are no list, lines without a link. */
import { describe, expect, it } from 'vitest';
import { planIndex } from '../../src/import-notices';
import { applyPlan } from '../../src/plan/apply-plan';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings';
import { memoryVault } from '../support/memory-vault';

const INDEX = '通报/索引.md';
const settings: Settings = { ...DEFAULT_SETTINGS, indexNote: INDEX };

const T = (i: number): string => `关于侵害用户权益行为的APP通报（2021年第${i}批，总第${i + 9}批）`;
const L = (i: number): string => `[${T(i)}](侵害通报/${T(i)}.md)`;
const ALL = [1, 2, 3, 4, 5, 6];
const DOWN = '关于下架侵害用户权益APP名单的通报';
const TAKEDOWNS = ['01', '03', '08'].map((month) => `- 2021-${month} [${DOWN}](下架通报/2021_${month}_${DOWN}.md)\n`).join('');

const NOTES: Record<string, string> = {
  ...Object.fromEntries(ALL.map((i) => [`通报/侵害通报/${T(i)}.md`, `---\ntitle: ${T(i)}\n通报类型: 侵害通报\n发布日期: 2021-0${i}-12\n年度批次: 2021-0${i}\n总批次: ${i + 9}\n---\n`])),
  ...Object.fromEntries(['01', '03', '08'].map((month) => [`通报/下架通报/2021_${month}_${DOWN}.md`, `---\ntitle: ${DOWN}\n通报类型: 下架通报\n发布日期: 2021-${month}-19\n---\n`])),
};

const pageWith = (section: string): string => `# 通报\n\n## 侵害通报\n\n${section}\n## 下架通报\n\n${TAKEDOWNS}`;
const listOf = (item: (i: number) => string, order: readonly number[] = ALL): string => pageWith(order.map((i) => `- ${item(i)}\n`).join(''));

async function ordered(page: string, more: Readonly<Record<string, string>> = {}): Promise<{ page: string; said: readonly string[] }> {
  const vault = memoryVault({ ...NOTES, ...more, [INDEX]: page });
  const plan = await planIndex(vault, settings);
  expect((await applyPlan(plan, vault)).failed).toEqual([]);
  expect((await planIndex(vault, settings)).changes).toEqual([]);
  return { page: vault.files.get(INDEX) ?? '', said: plan.diagnostics.map(({ code }) => code) };
}

describe('an entry that begins with another link', () => {
  const days = Object.fromEntries(ALL.map((i) => [`日记/2021-0${i}-12.md`, '今天。\n']));
  const forms: Readonly<Record<string, (i: number) => string>> = {
    'a daily note': (i) => `[[2021-0${i}-12]] ${L(i)}`,
    'the agency': (i) => `[[工信部]]：${L(i)}`,
    'a daily note by markdown': (i) => `[2021-0${i}-12](../日记/2021-0${i}-12.md) ${L(i)}`,
    'a takedown notice': (i) => `[先前](下架通报/2021_01_${DOWN}.md)：${L(i)}`,
    'a wikilink for the notice': (i) => `[[工信部]]：[[${T(i)}]]`,
  };
  const cases = Object.entries(forms).flatMap(([name, item]) => [[`${name}, not there`, item, {}], [`${name}, there`, item, { ...days, '工信部.md': '部门\n' }]] as const);

  it.each(cases)('is the notice\'s all the same: %s', async (_, item, more) => {
    expect(await ordered(listOf(item), more)).toEqual({ page: listOf(item), said: [] });
    expect(await ordered(listOf(item, [4, 1, 6, 5, 3, 2]), more)).toEqual({ page: listOf(item), said: [] });
  });

  it('has its place by the notice that a link names where the vault does not hold it', async () => {
    const item = (i: number): string => `[[2021-0${i}-12]] [关于侵害用户权益行为的APP通报（2021年第${i}批，总第${i + 9}批）](旧/${i}.md)`;
    const none = Object.fromEntries(ALL.map((i) => [`通报/侵害通报/${T(i)}.md`, '']));
    const { page, said } = await ordered(listOf(item, [3, 1, 2]), none);
    expect(page).toBe(listOf(item, [1, 2, 3]));
    expect(said).toEqual(['index-entry-without-note', 'index-entry-without-note', 'index-entry-without-note']);
  });
});
