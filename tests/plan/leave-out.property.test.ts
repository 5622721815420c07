/** Whatever files the user leaves out of an import, in whatever vault: the rest of it holds together. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planImport, type ImportReport } from '../../src/import-notices';
import { DEFAULT_SETTINGS, type Settings } from '../../src/settings';
import { infringementText, takedownText, type MadeRow } from '../support/made-notices-text';
import { apply, HOST, importTexts, recordRows } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { brokenLinks } from '../support/vault-links';

const SEED = 20221104;
const DATES = ['2021-01-22', '2021-02-05', '2021-03-12'];

const row: fc.Arbitrary<MadeRow> = fc.record({
  name: fc.constantFrom('青柠', '青柠天气', '晴空天气', '晴空天气（原青柠天气）', '山雨地图', '山雨'),
  developer: fc.constantFrom('杭州青柠科技有限公司', '北京青柠科技有限公司', '北京山雨网络有限公司', null),
  source: fc.constantFrom('应用宝', '豌豆荚'),
  version: fc.constantFrom('1.0.0', '2.3.4', null),
});
const rows = fc.array(row, { minLength: 1, maxLength: 4 });
const notices = fc.tuple(rows, rows, rows, rows).map(([a, b, c, down]) => [
  ...[a, b, c].map((each, i) => infringementText(10 + i, DATES[i] ?? '', each)),
  takedownText('2021-05-10', DATES[0] ?? '', a.length, down),
]);

function plan(vault: MemoryVault, texts: readonly string[], settings: Settings, leaveOut: ReadonlySet<string>): Promise<ImportReport> {
  const sources = texts.map((text, i) => ({ fileName: `${i}.md`, bytes: new TextEncoder().encode(text) }));
  return planImport(sources, vault, HOST, settings, { leaveOut });
}

it('leads every link somewhere, touches nothing that is left out, and the next import completes it', async () => {
  let without = 0;
  await fc.assert(
    fc.asyncProperty(notices, fc.nat(4), fc.infiniteStream(fc.boolean()), fc.constantFrom<Settings['linkStyle']>('wiki', 'markdown'), async (texts, before, picks, linkStyle) => {
      const settings: Settings = { ...DEFAULT_SETTINGS, linkStyle };
      const vault = memoryVault();
      await importTexts(vault, texts.slice(0, before), settings);
      const first = await plan(vault, texts, settings, new Set());
      const leaveOut = new Set(first.plan.changes.map(({ path }) => path).filter(() => picks.next().value === true));
      const stood = new Map(vault.files);
      const report = await plan(vault, texts, settings, leaveOut);
      without += report.plan.kept.filter(({ reason }) => reason === 'left-out').length;
      expect(report.plan.changes.filter(({ path }) => leaveOut.has(path))).toEqual([]);
      await apply(vault, report.plan);
      for (const path of leaveOut) expect(vault.files.get(path)).toBe(stood.get(path));
      expect(brokenLinks(vault.files)).toEqual([]);

      // Which app is whose homonym depends on what came first; which notices there are, and that every entry is recorded, does not.
      await importTexts(vault, texts, settings);
      expect([...vault.files.keys()].filter((path) => /\/(?:侵害|下架)通报\//.test(path))).toHaveLength(texts.length);
      expect(first.apps.listed).toBe([...vault.files].flatMap(([path, text]) => (path.startsWith(settings.folders.apps) ? recordRows(text) : [])).length);
      expect(brokenLinks(vault.files)).toEqual([]);
      expect((await plan(vault, texts, settings, new Set())).plan.changes).toEqual([]);
    }),
    { seed: SEED, numRuns: 60 },
  );
  expect(without).toBeGreaterThan(100);
});
