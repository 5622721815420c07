/** Names in an imported news item become links, and importing it again leaves them there. */
import { expect, it } from 'vitest';
import { planImport } from '../../src/import-notices';
import { applyPlan } from '../../src/plan/apply-plan';
import { planLinks } from '../../src/plan/plan-links';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { memoryVault } from '../support/memory-vault';
import { parseHtml } from '../support/parse-html';
import { noticeOf } from '../support/sample-notice';

it('links the names in the quoted text of news, not in its metadata, and keeps the links on the next import', async () => {
  const news = '---\ntitle: 工信部：两款《晨光看看》类应用被点名\ndate: 2021-02-01\n---\n\n据报道，《晨光看看》等应用已被通报。\n';
  const sources = [noticeOf(10, '2021-01-22', [{ name: '晨光看看', developer: '上海晨光信息科技有限公司' }]), news].map((text, i) => ({ fileName: `${i}.md`, bytes: new TextEncoder().encode(text) }));
  const vault = memoryVault();
  const importAll = async (): ReturnType<typeof planImport> => {
    const report = await planImport(sources, vault, { parseHtml }, DEFAULT_SETTINGS);
    await applyPlan(report.plan, vault);
    return report;
  };
  const path = (await importAll()).sources[1]?.path ?? '';
  await applyPlan((await planLinks([path], vault, DEFAULT_SETTINGS)).plan, vault);
  const linked = vault.files.get(path) ?? '';
  expect(linked).toContain('> 据报道，《[[通报/应用/晨光看看|晨光看看]]》等应用已被通报。');
  expect(linked.match(/\[\[/g)).toHaveLength(1);
  const again = await importAll();
  expect(again.plan.changes).toEqual([]);
  expect(again.plan.conflicts).toEqual([]);
});
