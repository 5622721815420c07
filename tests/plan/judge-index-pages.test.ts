/** Which of the user's pages an adoption takes for indexes: not every note that names a few notices under a title. */
import { expect, it } from 'vitest';
import { applyPlan } from '../../src/plan/apply-plan';
import { planAdoption } from '../../src/plan/plan-adoption';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { memoryVault } from '../support/memory-vault';
import { parseHtml } from '../support/parse-html';

const titles = ['2020年第三批', '2020年第四批', '2021年第1批，总第10批', '2021年第3批，总第12批', '2021年第4批，总第13批'].map((batch) => `关于侵害用户权益行为的APP通报（${batch}）`);
const days = ['2020-07-24', '2020-08-31', '2021-01-22', '2021-03-12', '2021-04-23'];
const note = (i: number): string => `---\ntitle: ${titles[i] ?? ''}\n---\n\n发布时间：${days[i] ?? ''}\n来源：工业和信息化部\n\n## 附件\n\n| 序号 | 应用名称 | 应用开发者 |\n| --- | --- | --- |\n| 1 | 青禾${i}号 | 杭州青禾软件有限公司 |\n`;
const link = (i: number): string => `- [[抄录/${titles[i] ?? ''}|${titles[i] ?? ''}]]\n`;
const NOTES = Object.fromEntries(titles.map((title, i) => [`抄录/${title}.md`, note(i)]));
const listing = (heading: string, ...which: readonly number[]): string => `# ${heading}\n\n## 侵害通报\n\n${which.map(link).join('')}`;

async function adopt(pages: Readonly<Record<string, string>>): Promise<{ changed: readonly string[]; indexNote: string; further: readonly unknown[] }> {
  const vault = memoryVault({ ...NOTES, ...pages });
  const { plan, settings } = await planAdoption('', vault, { parseHtml }, DEFAULT_SETTINGS);
  await applyPlan(plan, vault);
  expect((await planAdoption('', vault, { parseHtml }, settings)).plan.changes).toEqual([]);
  return { changed: Object.keys(pages).filter((path) => vault.files.get(path) !== pages[path]), indexNote: settings.indexNote, further: settings.indexPages };
}

it('leaves a diary that names a notice under such a title, though it lies nearer to the top', async () => {
  const pages = { '周记.md': listing('三月周记', 3), '抄录/目录/总目.md': listing('目录', 0, 1, 2, 3, 4) };
  expect(await adopt(pages)).toEqual({ changed: [], indexNote: '抄录/目录/总目.md', further: [] });
  expect(await adopt({ '周记.md': listing('三月周记', 3) })).toMatchObject({ changed: [], indexNote: DEFAULT_SETTINGS.indexNote });
});

it('keeps pages of a year to their years, whether a heading or the name of the file says it', async () => {
  const pages = { '抄录/总目.md': listing('总目', 0, 1, 2, 3, 4), '2020.md': listing('2020年通报', 0, 1), '抄录/2021年.md': '## 侵害通报\n\n' + [2, 3, 4].map(link).join('') };
  expect(await adopt(pages)).toEqual({ changed: [], indexNote: '抄录/总目.md', further: [{ path: '抄录/2021年.md', agency: null, year: 2021 }, { path: '2020.md', agency: null, year: 2020 }] });
});

it('completes the main page and that of a year where a line is missing', async () => {
  expect(await adopt({ '抄录/总目.md': listing('总目', 0, 1, 3, 4), '抄录/2021年.md': listing('2021年', 2, 4) })).toMatchObject({ changed: ['抄录/总目.md', '抄录/2021年.md'], indexNote: '抄录/总目.md' });
});

it('takes a table of notices for neither an index nor a notice that it could not read', async () => {
  const table = `## 侵害通报\n\n| 批次 | 通报 | 日期 |\n| --- | --- | --- |\n${titles.map((title, i) => `| ${i} | [[${title}]] | ${days[i] ?? ''} |\n`).join('')}`;
  const vault = memoryVault({ ...NOTES, '目录.md': table });
  const report = await planAdoption('', vault, { parseHtml }, DEFAULT_SETTINGS);
  expect({ pages: report.indexPages, about: report.diagnostics.filter(({ file }) => file === '目录.md') }).toEqual({ pages: [], about: [] });
});

it('completes a page that has fallen far behind, where it begins with the first notice or is named for a list', async () => {
  const many = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`抄录/第${i}批.md`, note(4).replace(/2021年第4批，总第13批/, `2022年第${i + 1}批，总第${i + 21}批`).replace(/2021-04-23/g, `2022-02-${i + 10}`)]));
  for (const [path, page] of Object.entries({ '专项.md': listing('专项', 0, 1), 'index.md': listing('专项', 3), '目录.md': `## 侵害通报\n\n${link(3)}` })) {
    expect((await adopt({ ...many, [path]: page })).indexNote, path).toBe(path);
  }
  for (const page of [listing('会议记录', 2, 3), listing('三月周记', 0)]) expect((await adopt({ ...many, '某页.md': page })).indexNote).toBe(DEFAULT_SETTINGS.indexNote);
});

it('takes no daily, weekly or monthly note for an index, though it names half of the notices', async () => {
  for (const name of ['2021-03-12', '2021-W10', '2021年3月']) expect(await adopt({ [`${name}.md`]: listing('记事', 2, 3, 4) })).toMatchObject({ changed: [], indexNote: DEFAULT_SETTINGS.indexNote });
});

const TAKEDOWNS = Object.fromEntries(['02-03', '05-10', '07-19'].map((day) => [`抄录/下架${day}.md`, note(0).replace(titles[0] ?? '', '关于下架侵害用户权益APP名单的通报').replace(/2020-07-24/g, `2021-${day}`)]));

it('completes a page that is named for one kind, or for an agency, whatever it has', async () => {
  const takedowns = '- [[抄录/下架02-03|2021-02 关于下架侵害用户权益APP名单的通报]]\n';
  const pages = { '侵害通报.md': [0, 1, 2, 3, 4].map(link).join(''), '下架通报.md': takedowns };
  expect(await adopt({ ...TAKEDOWNS, ...pages })).toMatchObject({ indexNote: '侵害通报.md', further: [{ path: '下架通报.md', agency: null, year: null }] });
});

it('binds no page to the ministry where there are no notices but its own', async () => {
  expect(await adopt({ '工信部通报.md': listing('工信部通报', 0, 1, 2, 3, 4) })).toEqual({ changed: [], indexNote: '工信部通报.md', further: [] });
});

it('reports a notice that it could not read, though its words name earlier ones', async () => {
  const broken = `---\ntitle: 关于下架侵害用户权益APP名单的通报\n---\n\n发布时间：2021-08-03\n来源：工业和信息化部\n\n《${titles[0] ?? ''}》《${titles[1] ?? ''}》里的几款没有改。\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n`;
  const report = await planAdoption('', memoryVault({ ...NOTES, '下架.md': broken }), { parseHtml }, DEFAULT_SETTINGS);
  expect(report.diagnostics.filter(({ file }) => file === '下架.md').map(({ code }) => code)).toContain('notice-not-adopted');
});
