/** Notes that are odd in ways of their own, taken in: nothing but links and properties is added, and a second time changes nothing. */
import { expect, it } from 'vitest';
import { applyPlan } from '../../src/plan/apply-plan';
import { planAdoption } from '../../src/plan/plan-adoption';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { memoryVault } from '../support/memory-vault';
import { parseHtml } from '../support/parse-html';

const host = { parseHtml };
const BODY = ['```yaml', '标题: 关于侵害用户权益行为的APP通报（2021年第2批，总第11批）', '来源: 信息通信管理局', '时间: 2021-02-05', '```', '', '尚有2款APP未完成整改。', '', '## 应用软件名单', '', '| 序号 | 应用名称 | 应用开发者 |', '| --- | --- | --- |', '| 1 | 青禾相册 | 杭州青禾软件有限公司 |', '| 2 | 山雀听书 | |'];

it.each(['档案/甲#1.md', '档案#1/甲 b.md', '档案/甲.md'])('leaves %s as it is where no property could be added to it: linked names alone would be half an adoption', async (path) => {
  const vault = memoryVault({ [path]: ['---', '? 键', ': 值', '---', ...BODY, ''].join('\n') });
  const report = await planAdoption('', vault, host, DEFAULT_SETTINGS);
  expect(report.notices).toEqual([]);
  expect(report.plan.changes).toEqual([]);
  expect(report.plan.diagnostics.map(({ code, file }) => [code, file])).toContainEqual(['front-matter-form', path]);
});

it('leaves the dashes below a heading that stands inside a table as they are', async () => {
  const rows = ['| 序号 | 应用名称 | 应用开发者 |', '| --- | :---: | - |', '| 3 | 云杉日历 | 厦门云杉软件有限公司 |'];
  const vault = memoryVault({ '档案/甲.md': [...BODY, ...rows, ''].join('\n') });
  const report = await planAdoption('', vault, host, DEFAULT_SETTINGS);
  await applyPlan(report.plan, vault);
  const dashes = (text: string): readonly string[] => text.split('\n').filter((line) => /^\| (?:-|:-)/.test(line));
  expect(dashes(vault.files.get('档案/甲.md') ?? '')).toEqual(dashes([...BODY, ...rows].join('\n')));
  expect([...vault.files.keys()].filter((path) => path.startsWith('应用/')).map((path) => path.replace(/.*\//, '')).sort()).toEqual(['云杉日历.md', '山雀听书.md', '青禾相册.md']);
});

it('tells two notes apart whose names differ in case only', async () => {
  const second = BODY.map((line) => line.replace('2021年第2批，总第11批', '2021年第3批，总第12批').replace('2021-02-05', '2021-03-12'));
  const vault = memoryVault({ '档案/A.md': [...BODY, ''].join('\n'), '档案/a.md': [...second, ''].join('\n') });
  const report = await planAdoption('', vault, host, DEFAULT_SETTINGS);
  await applyPlan(report.plan, vault);
  expect((await planAdoption('', vault, host, report.settings)).plan.changes).toEqual([]);
});
