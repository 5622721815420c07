/** Lists of notices in the forms that people keep them in: a new item is written as the others are, at its place, and nothing else moves. */
import { describe, expect, it } from 'vitest';
import { planIndex } from '../../src/import-notices';
import { applyPlan } from '../../src/plan/apply-plan';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings';
import { memoryVault, type MemoryVault } from '../support/memory-vault';

const INDEX = '通报/目录.md';
const settings: Settings = { ...DEFAULT_SETTINGS, indexNote: INDEX };

const batchNote = (total: number, title = `甲通报（2021年第${total - 9}批，总第${total}批）`): string =>
  `---\ntitle: "${title}"\n通报类型: 侵害通报\n发布日期: 2021-0${total - 9}-10\n年度批次: 2021-0${total - 9}\n总批次: ${total}\n---\n`;
const takedownNote = (date: string): string => `---\ntitle: 下架乙的通报\n通报类型: 下架通报\n发布日期: ${date}\n---\n`;
const B = (total: number): string => `甲通报（2021年第${total - 9}批，总第${total}批）`;

const NOTES: Record<string, string> = {
  ...Object.fromEntries([10, 11, 12].map((total) => [`通报/侵害通报/${B(total)}.md`, batchNote(total)])),
  '通报/下架通报/2021_01_下架乙的通报.md': takedownNote('2021-01-19'),
  '通报/下架通报/2021_03_下架乙的通报.md': takedownNote('2021-03-02'),
};

async function run(files: Record<string, string>, used: Settings = settings): Promise<{ vault: MemoryVault; codes: readonly string[]; changed: readonly string[] }> {
  const vault = memoryVault(files);
  const plan = await planIndex(vault, used);
  expect((await applyPlan(plan, vault)).failed).toEqual([]);
  expect((await planIndex(vault, used)).changes).toEqual([]);
  return { vault, codes: plan.diagnostics.map(({ code }) => code), changed: plan.changes.map(({ path }) => path) };
}

async function completed(page: string, notes = NOTES): Promise<string> {
  return (await run({ ...notes, [INDEX]: page })).vault.files.get(INDEX) ?? '';
}

/** Lines of which each starred one is missing at first. */
const FORMS: Record<string, string> = {
  'a callout with wikilinks by name': `> [!note] 侵害通报
> - [[${B(10)}]]
>* - [[${B(11)}]]
> - [[${B(12)}]]

> [!note]- 下架通报
> - [[2021_01_下架乙的通报|2021年1月 下架乙的通报]]
>* - [[2021_03_下架乙的通报|2021年3月 下架乙的通报]]
`,
  'headings with links from the top, percent-encoded, without ending': `# 目录

## 一、侵害通报：

* [${B(10)}](/${[`通报`, `侵害通报`, B(10)].map(encodeURIComponent).join('/')})
** [${B(11)}](/${[`通报`, `侵害通报`, B(11)].map(encodeURIComponent).join('/')})
* [${B(12)}](/${[`通报`, `侵害通报`, B(12)].map(encodeURIComponent).join('/')})

## 二、下架通报（2）

* **2021.01** [下架乙的通报](/${['通报', '下架通报', '2021_01_下架乙的通报'].map(encodeURIComponent).join('/')})
** **2021.03** [下架乙的通报](/${['通报', '下架通报', '2021_03_下架乙的通报'].map(encodeURIComponent).join('/')})

## 三、别的

* 一
`,
  'MkDocs admonitions and angle brackets': `!!! abstract "侵害通报"

    - [${B(10)}](<侵害通报/${B(10)}.md>)
    *- [${B(11)}](<侵害通报/${B(11)}.md>)
    - [${B(12)}](<侵害通报/${B(12)}.md>)

???+ abstract "下架通报"

    - [2021\\_01\\_下架乙的通报](<下架通报/2021_01_下架乙的通报.md>)
    *- [2021\\_03\\_下架乙的通报](<下架通报/2021_03_下架乙的通报.md>)

别的。
`,
  'tabs of Wiki.js, quotes with a class': `# 专题 {.tabset}

## 侵害通报

> - [${B(10)}](./侵害通报/${B(10)}.md)
>* - [${B(11)}](./侵害通报/${B(11)}.md)
> - [${B(12)}](./侵害通报/${B(12)}.md)
{.is-info}

## 下架通报

- [2021-01-19 下架乙的通报](./下架通报/2021_01_下架乙的通报.md)
*- [2021-03-02 下架乙的通报](./下架通报/2021_03_下架乙的通报.md)
{.links-list}
`,
  'ordered lists under bold lines': `**侵害通报**

1. [${B(10)}](通报/侵害通报/${B(10)}.md)
*2. [${B(11)}](通报/侵害通报/${B(11)}.md)
3. [${B(12)}](通报/侵害通报/${B(12)}.md)

**下架通报**

1. [下架乙的通报](通报/下架通报/2021_01_下架乙的通报.md)（2021-01-19）
*2. [下架乙的通报](通报/下架通报/2021_03_下架乙的通报.md)（2021-03-02）
`,
  'a blank line between items': `### 侵害通报

- [${B(10)}](侵害通报/${B(10)}.md)

*- [${B(11)}](侵害通报/${B(11)}.md)
*
- [${B(12)}](侵害通报/${B(12)}.md)

### 下架通报

- 2021-01 [下架乙的通报](下架通报/2021_01_下架乙的通报.md)

- 2021-03 [下架乙的通报](下架通报/2021_03_下架乙的通报.md)
`,
  'underlined headings': `目录
====

侵害通报
--------

* [[${B(10)}]]
** [[${B(11)}]]
* [[${B(12)}]]

下架通报
---

* [[2021_01_下架乙的通报|2021-01 下架乙的通报]]
** [[2021_03_下架乙的通报|2021-03 下架乙的通报]]
---
`,
  'a quoted remark between items': `## 侵害通报

- [${B(10)}](侵害通报/${B(10)}.md)

> 注：下面的还没有核对：
> - 应用
> - 开发者

- [${B(11)}](侵害通报/${B(11)}.md)
*- [${B(12)}](侵害通报/${B(12)}.md)

## 下架通报

- 2021-01 [下架乙的通报](下架通报/2021_01_下架乙的通报.md)
*- 2021-03 [下架乙的通报](下架通报/2021_03_下架乙的通报.md)
`,
  'a mark of byte order above the first title': `\uFEFF**侵害通报**

- [[${B(10)}]]
*- [[${B(11)}]]
- [[${B(12)}]]

**下架通报**

- [[2021_01_下架乙的通报]]
*- [[2021_03_下架乙的通报]]
`,
  'words beside the titles, and days without their year': `## 侵害通报

- [${B(10)} *01-10*](侵害通报/${B(10)}.md) (日期:: 2021-01-10)
*- [${B(11)} *02-10*](侵害通报/${B(11)}.md) (日期:: 2021-02-10)
- [${B(12)} *03-10*](侵害通报/${B(12)}.md) (日期:: 2021-03-10)

## 2021年下架通报

- 1月19日 [[2021_01_下架乙的通报|下架乙的通报]]
*- 3月2日 [[2021_03_下架乙的通报|下架乙的通报]]
`,
  'words that are the same for all': `## 侵害通报

- [[${B(10)}|2021年第1批 公告]]
*- [[${B(11)}|2021年第2批 公告]]
- [[${B(12)}|2021年第3批 公告]]

## 下架通报

- [[2021_01_下架乙的通报|2021_01_下架乙的通报]]
*- [[2021_03_下架乙的通报|2021_03_下架乙的通报]]
`,
  'headings in items, as outlines have them': `- ## 侵害通报
\t- [[${B(10)}]]
*\t- [[${B(11)}]]
\t- [[${B(12)}]]
- ## 下架通报
\t- [[2021_01_下架乙的通报]]
*\t- [[2021_03_下架乙的通报]]
- ## 别的
`,
  'containers between colons': `::: details 侵害通报
- [${B(10)}](侵害通报/${B(10)}.md)
*- [${B(11)}](侵害通报/${B(11)}.md)
- [${B(12)}](侵害通报/${B(12)}.md)
:::

::: tip 下架通报（按时间排列）
- 2021-01 [下架乙的通报](下架通报/2021_01_下架乙的通报.md)
*- 2021-03 [下架乙的通报](下架通报/2021_03_下架乙的通报.md)
:::
`,
  'items with tasks, remarks and their own items': `> [!todo] 侵害通报
> - [x] [${B(10)}](侵害通报/${B(10)}.md)
>     - 看过两遍
>* - [ ] [${B(11)}](侵害通报/${B(11)}.md)
> - [ ] [${B(12)}](侵害通报/${B(12)}.md)
>
> 附言：还没有完。

> [!abstract]+ 下架通报
>
> +   2021-01 [下架乙的通报](下架通报/2021_01_下架乙的通报.md)
>* +   2021-03 [下架乙的通报](下架通报/2021_03_下架乙的通报.md)
> 附言：以后没有了。
`,
};

/** The form with all of its lines, and without the starred ones. */
function readForm(form: string): { whole: string; less: string } {
  const lines = form.split('\n');
  const starred = (line: string): boolean => /^(?:>\*|\*[-\d*\t]|\*$| +\*-)/.test(line) && !/^\*\* ?\S+\*\*$|^\*\*侵|^\*\*下/.test(line);
  const plain = (line: string): string => (starred(line) ? line.replace('*', '') : line);
  return { whole: lines.map(plain).join('\n'), less: lines.filter((line) => !starred(line)).join('\n') };
}

describe('a list in its own form', () => {
  for (const [name, form] of Object.entries(FORMS)) {
    const { whole, less } = readForm(form);

    it(`is left alone where it is complete: ${name}`, async () => {
      expect((await run({ ...NOTES, [INDEX]: whole })).changed).toEqual([]);
    });

    it(`gets its missing lines back: ${name}`, async () => {
      expect(less).not.toBe(whole);
      if (name.startsWith('ordered')) expect(await completed(less.replace('\n3. ', '\n2. '))).toBe(whole);
      else expect(await completed(less)).toBe(whole);
    });

    it(`keeps Windows line ends, and the end of a file without one: ${name}`, async () => {
      const windows = (text: string): string => text.trimEnd().replace(/\n/g, '\r\n');
      expect(await completed(windows(whole))).toBe(windows(whole));
      if (!name.startsWith('ordered')) expect(await completed(windows(less))).toBe(windows(whole));
    });
  }
});

describe('links to a heading', () => {
  const page = (link: (total: number) => string): string => `## 侵害通报\n\n${[10, 11, 12].map((total) => `- ${link(total)}\n`).join('')}`;
  const notes = (text: string): Record<string, string> => Object.fromEntries([10, 11, 12].map((total) => [`通报/侵害通报/${B(total)}.md`, `${batchNote(total)}\n${text}\n`]));
  const less = (whole: string): string => whole.replace(/- .*总第11批.*\n/, '');

  it('are what a new entry has where its note has the heading', async () => {
    for (const whole of [page((total) => `[[${B(total)}#全文]]`), page((total) => `[${B(total)}](侵害通报/${B(total)}.md#全文)`)]) expect(await completed(less(whole), notes('## 全文\n\n话。'))).toBe(whole);
  });

  it('lead to the note where it has none of that name', async () => {
    const whole = page((total) => `[[${B(total)}#全文]]`);
    expect(await completed(less(whole), notes('```\n# 全文\n```\n\n## 附件'))).toBe(whole.replace(/(总第11批）)#全文/, '$1'));
  });
});

describe('what stands on a page', () => {
  it('moves an item with what belongs to it, and leaves remarks between items where they are', async () => {
    const page = (first: string, second: string): string => `## 侵害通报\n\n${first}\n\n上半年到此为止。\n\n${second}\n`;
    const [a, b] = [`- [${B(10)}](侵害通报/${B(10)}.md)  \n  第一次\n  - 细节`, `- [${B(11)}](侵害通报/${B(11)}.md)`];
    const notes = Object.fromEntries(Object.entries(NOTES).filter(([path]) => /总第1[01]批/.test(path)));
    expect(await completed(page(b, a), notes)).toBe(page(a, b));
  });

  it('numbers an ordered list anew where a line goes in between', async () => {
    const item = (total: number): string => `[${B(total)}](侵害通报/${B(total)}.md)`;
    const notes = Object.fromEntries(Object.entries(NOTES).filter(([path]) => path.includes('侵害')));
    expect(await completed(`## 侵害通报\n\n1. ${item(10)}\n2. ${item(12)}\n`, notes)).toBe(`## 侵害通报\n\n1. ${item(10)}\n2. ${item(11)}\n3. ${item(12)}\n`);
  });

  it('takes a list of another title for what its items are, and other lists for what they are', async () => {
    const notes = Object.fromEntries(Object.entries(NOTES).filter(([path]) => path.includes('侵害')));
    const page = `## 通报批次\n\n- [${B(10)}](侵害通报/${B(10)}.md)\n- [${B(12)}](侵害通报/${B(12)}.md)\n\n## 我关注的通报\n\n- [${B(12)}](侵害通报/${B(12)}.md)\n\n\`\`\`md\n## 侵害通报\n- [x](x.md)\n\`\`\`\n`;
    expect(await completed(page, notes)).toBe(page.replace(`\n- [${B(12)}]`, `\n- [${B(11)}](侵害通报/${B(11)}.md)\n- [${B(12)}]`));
  });

  it('leaves a link to the web as it is, and does not list its notice twice', async () => {
    const notes = { [`通报/侵害通报/${B(10)}.md`]: batchNote(10) };
    const page = `## 侵害通报\n\n- [${B(10)}](https://www.example.org/10.html)\n`;
    expect(await completed(page, notes)).toBe(page);
  });

  it('closes every mark of emphasis that it opens', async () => {
    const item = (total: number, note: string): string => `- **[${B(total)}](侵害通报/${B(total)}.md)**${note}\n`;
    const notes = Object.fromEntries(Object.entries(NOTES).filter(([path]) => path.includes('侵害')));
    expect(await completed(`## 侵害通报\n\n${item(10, '[^1]')}${item(12, '[^2]')}`, notes)).toBe(`## 侵害通报\n\n${item(10, '[^1]')}- [${B(11)}](侵害通报/${B(11)}.md)\n${item(12, '[^2]')}`);
  });

  it('knows the notices that a page shows in full', async () => {
    const page = `## 侵害通报\n\n${[10, 11, 12].map((total) => `- ![[${B(total)}#附件]]\n`).join('')}\n## 下架通报\n\n- ![[2021_01_下架乙的通报]]\n- ![[封面.png]] [[2021_03_下架乙的通报]]\n`;
    expect(await completed(page)).toBe(page);
  });

  it('leaves what was there of a list of both kinds, and comes to an end', async () => {
    const page = `## 全部通报\n\n- [${B(10)}](侵害通报/${B(10)}.md)\n- [下架乙的通报](下架通报/2021_01_下架乙的通报.md)\n- [${B(12)}](侵害通报/${B(12)}.md)\n`;
    const after = await completed(page);
    expect(after.startsWith(page.replace(`- [${B(12)}]`, `- [${B(11)}](侵害通报/${B(11)}.md)\n- [${B(12)}]`))).toBe(true);
    expect(after.match(/2021_03_/g)).toHaveLength(1);
  });

  it('takes the name of the page for the title of a list above all headings', async () => {
    const page = `[[总目]]\n\n${[10, 12].map((total) => `- [[${B(total)}]]\n`).join('')}\n## 备注\n\n- 无\n`;
    const notes = Object.fromEntries(Object.entries(NOTES).filter(([path]) => path.includes('侵害')));
    const { vault } = await run({ ...notes, '通报/侵害通报.md': page }, { ...settings, indexNote: '通报/侵害通报.md' });
    expect(vault.files.get('通报/侵害通报.md')).toBe(page.replace(`- [[${B(12)}]]`, `- [[${B(11)}]]\n- [[${B(12)}]]`));
  });

  it('names what stands twice, what belongs to another list and what leads nowhere, and leaves it', async () => {
    const notes = { [`通报/侵害通报/${B(10)}.md`]: batchNote(10), '通报/下架通报/2021_01_下架乙的通报.md': takedownNote('2021-01-19') };
    const page = `## 侵害通报\n\n- [${B(10)}](侵害通报/${B(10)}.md)\n- [${B(10)}](侵害通报/${B(10)}.md)\n- [下架乙的通报](下架通报/2021_01_下架乙的通报.md)\n- [${B(14)}](没有/14.md)\n`;
    const { changed, codes } = await run({ ...notes, [INDEX]: page });
    expect(changed).toEqual([]);
    expect([...codes].sort()).toEqual(['index-entry-other-list', 'index-entry-twice', 'index-entry-without-note']);
  });

  it('keeps a list a year, and begins a further year in the same form', async () => {
    const item = (total: number): string => `- [${B(total)}](侵害通报/${B(total)}.md)`;
    const old = '甲通报（2020年第三批）';
    const notes = { ...NOTES, [`通报/侵害通报/${old}.md`]: `---\ntitle: ${old}\n通报类型: 侵害通报\n发布日期: 2020-07-24\n年度批次: 2020-03\n总批次: 5\n---\n`, '通报/侵害通报/甲通报（2022年第1批，总第21批）.md': '---\ntitle: 甲通报（2022年第1批，总第21批）\n通报类型: 侵害通报\n发布日期: 2022-02-18\n总批次: 21\n---\n' };
    const infringements = Object.fromEntries(Object.entries(notes).filter(([path]) => path.includes('侵害')));
    const page = `## 侵害通报\n\n### 2020年\n\n- [${old}](侵害通报/${old}.md)\n\n### 2021年\n\n${item(10)}\n${item(12)}\n\n## 别的\n`;
    expect(await completed(page, infringements)).toBe(`## 侵害通报\n\n### 2020年\n\n- [${old}](侵害通报/${old}.md)\n\n### 2021年\n\n${item(10)}\n${item(11)}\n${item(12)}\n\n### 2022年\n\n- [甲通报（2022年第1批，总第21批）](侵害通报/甲通报（2022年第1批，总第21批）.md)\n\n## 别的\n`);
  });
});

describe('what a user says of single notices', () => {
  const notes = Object.fromEntries(Object.entries(NOTES).filter(([path]) => path.includes('侵害')));
  const page = (item: (total: number) => string, ...totals: readonly number[]): string => `## 侵害通报\n\n${totals.map((total) => `- ${item(total)}\n`).join('')}`;

  it.each<[string, (total: number) => string]>([
    ['the day of checking', (total) => `（2023-05-${total + 9} 已核对）`],
    ['the day of doing', (total) => ` ✅ 2023-05-${total + 9}`],
    ['a day without its year', (total) => ` 5月${total + 9}日读过`],
  ])('stays theirs, and is not said of a new one: %s', async (_, remark) => {
    const item = (total: number): string => `[[${B(total)}]]${total === 11 ? '' : remark(total)}`;
    expect(await completed(page(item, 10, 12), notes)).toBe(page(item, 10, 11, 12));
  });

  it('is another thing than the day of a notice, which may be that of its signature', async () => {
    const item = (total: number): string => `2021-0${total - 9}-${total === 11 ? '10' : '11'} [[${B(total)}]]`;
    expect(await completed(page(item, 10, 12), notes)).toBe(page(item, 10, 11, 12));
  });

  it('is no part of a new entry where it is a title beside a link', async () => {
    const other = '乙通报（2021年第2批，总第11批）';
    const kept = Object.fromEntries(Object.entries(notes).filter(([path]) => !path.includes('总第11批')));
    const item = (total: number): string => (total === 11 ? `[${other}](侵害通报/${other}.md)` : `${B(total)}：[原文](侵害通报/${B(total)}.md)`);
    expect(await completed(page(item, 10, 12), { ...kept, [`通报/侵害通报/${other}.md`]: batchNote(11, other) })).toBe(page(item, 10, 11, 12));
  });

  it('ends no list where a rule stands below a sentence', async () => {
    const lists = (...totals: readonly number[]): string => `${page((total) => `[[${B(total)}]]`, ...totals)}\n以上已经核对。\n---\n\n- [[${B(12)}]]\n`;
    expect(await completed(lists(10), notes)).toBe(lists(10, 11));
  });
});

describe('more than one index page', () => {
  const shanghai = (number: number): string => `---\ntitle: 沪通报（2021年第${number}期）\n通报类型: 侵害通报\n通报序列: sh-ca-infringement\n发文机关: 上海市通信管理局\n发布日期: 2021-0${number}-01\n年度批次: 2021-0${number}\n---\n`;
  const notes = { ...NOTES, '通报/侵害通报/沪一.md': shanghai(1), '通报/侵害通报/沪三.md': shanghai(3) };

  it('lists the notices of one agency, and of one year, each on its page', async () => {
    const pages = [{ path: '通报/上海.md', agency: '上海通管局', year: null }, { path: '通报/2020.md', agency: null, year: 2020 }, { path: '通报/2021.md', agency: null, year: 2021 }];
    const { vault } = await run(notes, { ...settings, indexPages: pages });
    const items = (path: string): readonly string[] => (vault.files.get(path) ?? '').split('\n').filter((line) => line.startsWith('> +'));
    expect(items('通报/上海.md')).toEqual(['> +   [沪通报（2021年第1期）](侵害通报/沪一.md)', '> +   [沪通报（2021年第3期）](侵害通报/沪三.md)']);
    expect(vault.files.has('通报/2020.md')).toBe(false);
    expect(items('通报/2021.md')).toHaveLength(7);
    expect(items(INDEX)).toHaveLength(7);
  });

  it('gives a page of one kind no list of the other where that has a page of its own', async () => {
    const [infringements, takedowns] = [`# 侵害通报\n\n- [[${B(10)}]]\n- [[${B(12)}]]\n`, '# 下架通报\n\n- [[2021_01_下架乙的通报]]\n'];
    const { vault } = await run({ ...NOTES, [INDEX]: infringements, '通报/下架目录.md': takedowns }, { ...settings, indexPages: [{ path: '通报/下架目录.md', agency: null, year: null }] });
    expect(vault.files.get(INDEX)).toBe(infringements.replace(`- [[${B(12)}`, `- [[${B(11)}]]\n- [[${B(12)}`));
    expect(vault.files.get('通报/下架目录.md')).toBe(`${takedowns}- [[2021_03_下架乙的通报]]\n`);
  });

  it('takes a page of the user for that of its kind, though it has no entry yet', async () => {
    const infringements = `# 侵害通报\n\n${[10, 11, 12].map((total) => `- [[${B(total)}]]\n`).join('')}`;
    const { vault } = await run({ ...NOTES, [INDEX]: infringements, '通报/下架目录.md': '# 下架通报\n' }, { ...settings, indexPages: [{ path: '通报/下架目录.md', agency: null, year: null }] });
    expect(vault.files.get(INDEX)).toBe(infringements);
    expect((vault.files.get('通报/下架目录.md') ?? '').split('\n').map((line) => line.slice(0, 12))).toEqual(['# 下架通报', '', '+   2021-01 ', '+   2021-03 ', '']);
  });

  it('leaves the notices of an agency to the page that the user keeps for it', async () => {
    const main = `# 侵害通报\n\n${[10, 11, 12].map((total) => `- [[${B(total)}]]\n`).join('')}\n# 下架通报\n\n- [[2021_01_下架乙的通报]]\n- [[2021_03_下架乙的通报]]\n`;
    const pages = { [INDEX]: main, '通报/上海.md': '## 侵害通报\n\n- [[沪一|沪通报（2021年第1期）]]\n' };
    const { vault } = await run({ ...notes, ...pages }, { ...settings, indexPages: [{ path: '通报/上海.md', agency: '上海市通信管理局', year: null }] });
    expect(vault.files.get(INDEX)).toBe(main);
    expect(vault.files.get('通报/上海.md')).toBe('## 侵害通报\n\n- [[沪一|沪通报（2021年第1期）]]\n- [[沪三|沪通报（2021年第3期）]]\n');
  });

  it('lists all notices on the page that the program made, whatever other pages the user keeps', async () => {
    const first = await run(NOTES);
    const page = '## 侵害通报\n\n- [[沪一|沪通报（2021年第1期）]]\n';
    const { vault } = await run({ ...notes, [INDEX]: first.vault.files.get(INDEX) ?? '', '通报/上海.md': page }, { ...settings, indexPages: [{ path: '通报/上海.md', agency: '上海市通信管理局', year: null }] });
    expect(vault.files.get(INDEX)).toContain('上海市通信管理局侵害通报\n>\n> +   [沪通报（2021年第1期）](侵害通报/沪一.md)\n> +   [沪通报（2021年第3期）](侵害通报/沪三.md)\n');
  });

  it('fills the list of the user on the page of an agency, whose title need not name it again', async () => {
    const page = '# 上海\n\n## 侵害通报\n\n- [沪通报（2021年第3期）](侵害通报/沪三.md)\n';
    const { vault } = await run({ ...notes, '通报/上海.md': page }, { ...settings, indexPages: [{ path: '通报/上海.md', agency: '上海市通信管理局', year: null }] });
    expect(vault.files.get('通报/上海.md')).toBe(page.replace('- [', '- [沪通报（2021年第1期）](侵害通报/沪一.md)\n- ['));
  });
});

describe('a page that was moved', () => {
  const notes = { [`通报/侵害通报/${B(10)}.md`]: batchNote(10), [`通报/侵害通报/${B(11)}.md`]: batchNote(11) };

  it('is found by its name where it is the user\'s', async () => {
    const page = `## 侵害通报\n\n- [[通报/侵害通报/${B(10)}|${B(10)}]]\n`;
    const { vault, changed } = await run({ ...notes, '档案/目录.md': page, '别处/目录.md': '# 目录\n' });
    expect(changed).toEqual(['档案/目录.md']);
    expect(vault.files.get('档案/目录.md')).toBe(`${page}- [[通报/侵害通报/${B(11)}|${B(11)}]]\n`);
  });

  it('is found by its property where it is ours, renamed or not', async () => {
    const first = await run({ [`通报/侵害通报/${B(10)}.md`]: batchNote(10) });
    const page = first.vault.files.get(INDEX) ?? '';
    expect(page).toContain('通报类型: 索引');
    const { changed } = await run({ ...notes, '档案/总表.md': page });
    expect(changed).toEqual(['档案/总表.md']);
  });
});
