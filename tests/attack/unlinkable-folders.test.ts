/** A folder whose name no wikilink can hold: the notes that are linked to stay out of it, and every link leads on. */
import { expect, it } from 'vitest';
import { planMigration } from '../../src/plan/plan-migration';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { infringementText } from '../support/made-notices-text';
import { apply, importTexts } from '../support/made-vault';
import { memoryVault } from '../support/memory-vault';
import { brokenLinks } from '../support/vault-links';

const ROW = { name: '青禾相册', developer: '杭州青禾软件有限公司', source: '应用宝', version: '1.0' };

it.each(['应用#1', '应用/[旧]', '应用|甲', '应用^'])('%s', async (apps) => {
  const vault = memoryVault({ '日记.md': '见[[青禾相册|它]]和[[通报/应用/青禾相册]]\n' });
  await importTexts(vault, [infringementText(10, '2021-01-22', [ROW])]);
  const after = { ...DEFAULT_SETTINGS, folders: { ...DEFAULT_SETTINGS.folders, apps } };
  const before = new Map(vault.files);
  const plan = await planMigration(DEFAULT_SETTINGS, after, vault);
  await apply(vault, plan);
  expect(new Map(vault.files)).toEqual(before);
  expect(plan.diagnostics.map(({ code, file }) => [code, file])).toContainEqual(['move-target-unlinkable', '通报/应用/青禾相册.md']);
  await importTexts(vault, [infringementText(11, '2021-02-22', [ROW, { ...ROW, name: '山雀听书', developer: '成都山雀科技有限公司' }])], after);
  expect(brokenLinks(vault.files)).toEqual([]);
});
