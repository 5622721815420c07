/** Vaults without decisions of the user: whatever the order of notices, the same apps with the same records. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings';
import { archiveFiles, HAS_ARCHIVE } from '../support/archive';
import { infringementText, takedownText, type MadeRow } from '../support/made-notices-text';
import { importTexts } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { acceptBridges, recordsOf } from '../support/vault-apps';
import { brokenLinks } from '../support/vault-links';

const SEED = 20210122;
const NOTABLE: Settings = { ...DEFAULT_SETTINGS, appNotes: 'notable' };
const DATES = ['2021-01-22', '2021-02-05', '2021-03-12', '2021-04-02'];

const row: fc.Arbitrary<MadeRow> = fc.record({
  name: fc.constantFrom('青柠', '青柠天气', '晴空天气', '晴空天气（原青柠天气）', '青柠天气-看天看地', '青柠天气极速版', '青柠天汽', '山雨地图', '山雨'),
  developer: fc.constantFrom('杭州青柠科技有限公司', '杭州青柠信息有限公司', '北京青柠科技有限公司', '北京山雨网络有限公司', '北京山宇网络有限公司', 'Lime Ltd', '陈小青', null),
  source: fc.constantFrom('应用宝', '豌豆荚'),
  version: fc.constantFrom('1.0.0', '1.0.2', '2.3.4', '3.1.2091', null),
});
const rows = fc.array(row, { minLength: 1, maxLength: 3 });
/** Four notices, and a takedown that follows the first. */
const notices = fc.tuple(rows, rows, rows, rows, rows).map(([a, b, c, d, down]) => [
  ...[a, b, c, d].map((each, i) => infringementText(10 + i, DATES[i] ?? '', each)),
  takedownText('2021-05-10', DATES[0] ?? '', a.length, down),
]);

async function oneByOne(texts: readonly string[], settings: Settings): Promise<{ readonly vault: MemoryVault; readonly bridges: number }> {
  const vault = memoryVault();
  const reports = [];
  for (const text of texts) reports.push(await importTexts(vault, [text], settings));
  return { vault, bridges: await acceptBridges(vault, reports, settings) };
}

describe.each([['all', DEFAULT_SETTINGS], ['notable', NOTABLE]] as const)('with notes for %s apps, notices imported in any order', (_, settings) => {
  it('give what they give all at once, when the pairs left to the user are accepted', async () => {
    let bridges = 0;
    await fc.assert(
      fc.asyncProperty(notices.chain((texts) => fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length }))), async ([texts, shuffled]) => {
        const all = memoryVault();
        await importTexts(all, texts, settings);
        const { vault, bridges: met } = await oneByOne(shuffled, settings);
        bridges += met;
        expect(recordsOf(vault)).toEqual(recordsOf(all));
        expect(brokenLinks(vault.files)).toEqual([]);
        if (met === 0) expect([...vault.files.values()].join('\n').match(/\[\[通报\/应用\//g)?.length).toBe([...all.files.values()].join('\n').match(/\[\[通报\/应用\//g)?.length);
      }),
      { seed: SEED, numRuns: 150 },
    );
    console.info(`order: ${bridges} pairs accepted`);
    expect(bridges).toBeGreaterThan(0);
  });

  it('change nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(notices, async (texts) => {
        const vault = memoryVault();
        await importTexts(vault, texts, settings);
        const again = await importTexts(vault, [...texts].reverse(), settings);
        expect(again.plan.changes).toEqual([]);
        expect(again.review).toEqual([]);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe.skipIf(!HAS_ARCHIVE)('the archive', () => {
  it('gives the same apps and records one by one in random orders as all at once', async () => {
    const texts = archiveFiles('notices').map(({ bytes }) => new TextDecoder().decode(bytes));
    const all = memoryVault();
    await importTexts(all, texts);
    const wanted = recordsOf(all);
    const orders = fc.sample(fc.shuffledSubarray(texts, { minLength: texts.length }), { seed: SEED, numRuns: 3 });
    for (const order of orders) {
      const { vault, bridges } = await oneByOne(order, DEFAULT_SETTINGS);
      console.info(`archive in a random order: ${wanted.length} apps, ${bridges} pairs accepted`);
      expect(recordsOf(vault)).toEqual(wanted);
    }
  });
});
