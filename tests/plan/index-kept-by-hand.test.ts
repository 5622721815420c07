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

describe('a section that is no list', () => {
  const lines = (text: (i: number) => string, join = '\n'): string => `${ALL.map(text).join(join)}\n`;
  const table = `| 批次 | 通报 |\n| --- | --- |\n${lines((i) => `| ${i} | ${L(i)} |`)}`;
  const forms: Readonly<Record<string, string>> = {
    'lines with hard breaks': pageWith(lines(L, '  \n')),
    'lines with <br>': pageWith(lines(L, '<br>\n')),
    'a paragraph each': pageWith(lines(L, '\n\n')),
    'Chinese numbers': pageWith(lines((i) => `${'一二三四五六'.charAt(i - 1)}、${L(i)}`)),
    'bullets that are none': pageWith(lines((i) => `• ${L(i)}`)),
    'a heading each': pageWith(lines((i) => `### ${L(i)}\n\n我的摘要${i}\n`)),
    'a table': pageWith(table),
    'a table in a callout': `# 通报\n\n> [!abstract]+ 侵害通报\n>\n${table.replace(/^/gm, '> ').replace(/> $/, '')}\n## 下架通报\n\n${TAKEDOWNS}`,
    'a table with wikilinks': pageWith(table.replace(/\[(关[^\]]*)\]\([^)]*\)/g, '[[$1\\|通报]]')),
    'lines of a callout': `# 通报\n\n> [!abstract]+ 侵害通报\n${lines((i) => `> ${L(i)}`)}\n## 下架通报\n\n${TAKEDOWNS}`,
    'a list in HTML': pageWith(`<ul>\n${lines((i) => `<li><a href="侵害通报/${T(i)}.md">${T(i)}</a></li>`)}</ul>\n`),
    'a sentence': pageWith(`侵害通报：${ALL.map(L).join('、')}。\n`),
  };

  it.each(Object.entries(forms))('gets no list beside it, and is named: %s', async (_, page) => {
    expect(await ordered(page)).toEqual({ page, said: ['index-section-no-list'] });
  });

  it('is one below the title of the page, too, where it links to the notices', async () => {
    const page = `# 通报\n\n侵害通报：${ALL.map(L).join('、')}。\n\n## 下架通报\n\n${TAKEDOWNS}`;
    expect(await ordered(page)).toEqual({ page, said: ['index-section-no-list'] });
  });

  it('has what it does not link to yet named, and nothing written', async () => {
    const page = pageWith(table.replace(/.*第4批.*\n/, ''));
    const vault = memoryVault({ ...NOTES, [INDEX]: page });
    const plan = await planIndex(vault, settings);
    expect(plan.changes).toEqual([]);
    expect(plan.diagnostics.map(({ code, values, file }) => ({ code, values, file }))).toEqual([
      { code: 'index-section-no-list', values: { section: '侵害通报' }, file: INDEX },
      { code: 'index-not-entered', values: { section: '侵害通报', count: 1, titles: T(4) }, file: INDEX },
    ]);
  });

  it('is left alone where a query lists the notices, and where other code stands in it', async () => {
    const query = pageWith('```dataview\nTABLE 发布日期 FROM "通报/侵害通报"\n```\n');
    expect(await ordered(query)).toEqual({ page: query, said: ['index-section-no-list'] });
    const code = pageWith('```mermaid\ngantt\n```\n');
    expect(await ordered(code)).toEqual({ page: code, said: ['index-section-no-list', 'index-not-entered'] });
  });

  it('gets its list as before where it holds words alone, or links to other things', async () => {
    const { page, said } = await ordered(pageWith('工信部的通报，见[[整治通知]]和[官网](https://www.miit.gov.cn/2021年第1批.html)。\n'));
    expect(page.match(/^[-+*] .*侵害通报\//gm)).toHaveLength(6);
    expect(said).toEqual([]);
  });

  it('does not keep the list of another year from its entries', async () => {
    const old = [3, 4].map((i) => `关于侵害用户权益行为的APP通报（2020年第${i}批）`);
    const notes = Object.fromEntries(old.map((title, i) => [`通报/侵害通报/${title}.md`, `---\ntitle: ${title}\n通报类型: 侵害通报\n发布日期: 2020-0${i + 7}-12\n年度批次: 2020-0${i + 3}\n总批次: ${i + 5}\n---\n`]));
    const page = (...rest: readonly number[]): string => pageWith(`### 2020年\n\n| 通报 |\n| --- |\n| [[${old[0] ?? ''}]] |\n\n### 2021年\n\n${rest.map((i) => `- ${L(i)}\n`).join('')}`);
    expect(await ordered(page(1, 2, 4, 6), notes)).toEqual({ page: page(...ALL), said: ['index-section-no-list', 'index-not-entered'] });
  });
});

describe('a list with other things beside it', () => {
  it('does not get again what a table below it holds', async () => {
    const page = pageWith(`${[4, 5, 6].map((i) => `- ${L(i)}\n`).join('')}\n| 早先 |\n| --- |\n${[1, 2, 3].map((i) => `| ${L(i)} |\n`).join('')}`);
    expect(await ordered(page)).toEqual({ page, said: ['index-section-no-list'] });
  });

  it('gets a missing line back though words above, below and in it link to that notice', async () => {
    const page = (list: string): string => pageWith(`最近一次是${L(6)}。\n\n${list}\n附言：重点看${L(3)}。\n\n### 我的想法\n\n${L(3)}写得好。\n`);
    const items = ALL.map((i) => `- ${L(i)}${i === 2 ? `（比${L(3)}少）` : ''}\n`);
    const short = items.filter((_, i) => i !== 2).join('');
    expect(await ordered(page(short))).toEqual({ page: page(items.join('')), said: [] });
  });

  it('gets its lines in the callout below a heading whose words link to a notice', async () => {
    const page = (list: readonly number[]): string => pageWith(`最近一次是${L(6)}。\n\n> [!abstract]+ 侵害通报\n>\n${list.map((i) => `> - ${L(i)}\n`).join('')}`);
    expect(await ordered(page([1, 2, 4, 6]))).toEqual({ page: page(ALL), said: [] });
  });
});

describe('lines without a link', () => {
  it('get one on the title, and keep what stands behind it', async () => {
    const annotated = (i: number): string => `${T(i)}——我读过，重点是第${i}条`;
    const { page } = await ordered(listOf(annotated));
    expect(page).toBe(listOf((i) => `${L(i)}——我读过，重点是第${i}条`));
    const one = (last: string): string => listOf((i) => (i === 6 ? last : L(i)));
    expect((await ordered(one(`${T(6)}（待补）`))).page).toBe(one(`${L(6)}（待补）`));
    expect((await ordered(one(`要看：${T(6)} #通报 **重要**`))).page).toBe(one(`要看：${L(6)} #通报 **重要**`));
  });

  it('become one where they are the title or its batch, and nothing else', async () => {
    expect((await ordered(listOf(T))).page).toBe(listOf(L));
    expect((await ordered(listOf((i) => `总第${i + 9}批`))).page).toBe(listOf((i) => `[总第${i + 9}批](侵害通报/${T(i)}.md)`));
    const own = (i: number): string => `2021年第${i}批`;
    expect((await ordered(listOf(own))).page).toBe(listOf((i) => `[${own(i)}](侵害通报/${T(i)}.md)`));
  });

  it.each<[string, (i: number) => string]>([
    ['a batch with words', (i) => `总第${i + 9}批：我的说明`],
    ['a batch of a year with words', (i) => `2021年第${i}批——看过`],
    ['a title in code', (i) => `\`${T(i)}\` 看过`],
    ['a title in a comment', (i) => `总第${i + 9}批 %% ${T(i)} %%`],
  ])('stay as they are, and are put in order, where no title stands out: %s', async (_, item) => {
    expect(await ordered(listOf(item))).toEqual({ page: listOf(item), said: [] });
    expect((await ordered(listOf(item, [4, 1, 6, 5, 3, 2]))).page).toBe(listOf(item));
  });

  it('of takedowns get one on the title behind the month', async () => {
    const page = (item: string): string => listOf(L).replace(/- 2021-03 .*/, `- 2021-03 ${item}`);
    expect((await ordered(page(`${DOWN}，已复核`))).page).toBe(page(`[${DOWN}](下架通报/2021_03_${DOWN}.md)，已复核`));
  });

  it('say which notice they mean by its title where that has no batch', async () => {
    const title = '关于侵害用户权益行为的智能终端通报';
    const note = { [`通报/侵害通报/${title}.md`]: `---\ntitle: ${title}\n通报类型: 侵害通报\n发布日期: 2021-07-01\n---\n` };
    const page = (last: string): string => pageWith(`${ALL.map((i) => `- ${L(i)}\n`).join('')}- ${last}\n`);
    expect((await ordered(page(`${title}，已读`), note)).page).toBe(page(`[${title}](侵害通报/${title}.md)，已读`));
  });
});
