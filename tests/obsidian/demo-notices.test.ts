/** The demo: small enough to be read, and complete enough to show what the plugin makes of a notice. */
import { expect, it } from 'vitest';
import { diagnostic } from '../../src/document/diagnostic';
import { applyPlan } from '../../src/plan/apply-plan';
import { planImport } from '../../src/import-notices';
import { demoNotices } from '../../src/obsidian/demo-notices';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { memoryVault } from '../support/memory-vault';
import { parseHtml } from '../support/parse-html';

it('is read as a notice and the takedown that follows it, which name one app twice', async () => {
  const vault = memoryVault();
  const { sources, plan, apps } = await planImport(demoNotices(), vault, { parseHtml }, DEFAULT_SETTINGS);
  expect(sources.map(({ notice }) => [notice?.kind, notice?.title, notice?.date, notice?.statedCount?.number, notice?.lists.map(({ entries }) => entries.length)])).toEqual([
    ['infringement', '示范省关于侵害用户权益行为APP的通报（示例）', '2024-03-06', 4, [4]],
    ['takedown', '示范省关于下架侵害用户权益APP名单的通报（示例）', '2024-03-20', 1, [1]],
  ]);
  // The agency is made up, and that is all that there is to say.
  expect(sources.flatMap(({ diagnostics }) => diagnostics)).toEqual([diagnostic('no-agency'), diagnostic('no-agency')]);
  expect(apps).toEqual({ created: 4, updated: 0, listed: 5 });
  await applyPlan(plan, vault);
  const record = await vault.read('通报/应用/山雀天气.md');
  expect(record).toMatch(/通报次数: 1\n下架次数: 1\n/);
});

it('belongs to no batch, so that no real notice is taken for it', async () => {
  const { sources } = await planImport(demoNotices(), memoryVault(), { parseHtml }, DEFAULT_SETTINGS);
  for (const { notice } of sources) expect(notice).toMatchObject({ batch: null, agency: null, series: expect.stringMatching(/^unknown-/) as unknown });
});
