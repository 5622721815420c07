/** The five seeds in one vault: a copied post joins its notice, news carry their figures, campaign pages become the index in the Obsidian form. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planImport, type ImportReport } from '../src/import-notices';
import { applyPlan } from '../src/plan/apply-plan';
import { DEFAULT_SETTINGS } from '../src/settings';
import { archiveFiles } from './support/archive';
import { memoryVault, type MemoryVault } from './support/memory-vault';
import { parseHtml } from './support/parse-html';
import { brokenLinks } from './support/vault-links';

const SEEDS = resolve(import.meta.dirname, '../../shared/seeds');
const HAS_SEEDS = existsSync(SEEDS);
if (!HAS_SEEDS) console.warn('SKIPPED: ../shared/seeds is not here, the seeds are not imported');

const seed = (name: string): { fileName: string; bytes: Uint8Array } => ({ fileName: name, bytes: readFileSync(resolve(SEEDS, name)) });
async function importInto(vault: MemoryVault, sources: readonly { fileName: string; bytes: Uint8Array }[]): Promise<ImportReport> {
  const report = await planImport(sources, vault, { parseHtml }, DEFAULT_SETTINGS);
  expect((await applyPlan(report.plan, vault)).failed).toEqual([]);
  return report;
}

describe.skipIf(!HAS_SEEDS)('the seeds', () => {
  const names = ['hexo-post.md', 'ithome-news.md', 'sina-news.md', 'wikijs-campaign-page.md', 'obsidian-campaign-page.md'];
  const notice = (): { fileName: string; bytes: Uint8Array }[] => archiveFiles('notices').filter(({ path }) => path.includes('总第10批')).map(({ path, bytes }) => ({ fileName: path, bytes }));

  it('come into one vault, where every link leads somewhere and a second import changes nothing', async () => {
    const vault = memoryVault();
    const report = await importInto(vault, [...notice(), ...names.map(seed)]);
    expect(report.sources.map((s) => s.outcome)).not.toContain('refused');
    expect(brokenLinks(vault.files)).toEqual([]);
    expect((await importInto(vault, [...notice(), ...names.map(seed)])).plan.changes).toEqual([]);
  });

  it('join the post to the notice that it copies, in either order', async () => {
    const path = '通报/侵害通报/关于侵害用户权益行为的APP通报（2021年第1批，总第10批）.md';
    const together = memoryVault();
    const report = await importInto(together, [...notice(), seed('hexo-post.md')]);
    expect(report.sources.map((s) => s.path)).toEqual([path, path]);
    const postFirst = memoryVault();
    await importInto(postFirst, [seed('hexo-post.md')]);
    const waiting = [...postFirst.files].find(([, text]) => text.includes('名单待补'));
    await importInto(postFirst, notice());
    const filled = postFirst.files.get(waiting?.[0] ?? '') ?? '';
    expect(filled).not.toContain('名单待补');
    expect(filled.split('\n').filter((line) => /^> \| \d+ \|/.test(line))).toHaveLength(157);
  });

  it('keep the figures of news as data', async () => {
    const vault = memoryVault();
    await importInto(vault, [seed('ithome-news.md'), seed('sina-news.md')]);
    const texts = [...vault.files.values()].join('\n');
    for (const [measure, value] of [['检测', 2440000], ['通报', 2049], ['下架', 540], ['应用商店下架', 400000], ['检测', 2080000], ['通报', 1549], ['下架', 514]] as const) {
      expect(texts).toMatch(new RegExp(`指标: ${measure}\\n>     数量: ${value}\\n`));
    }
    expect(texts).toContain('截至: 2021-11-16');
  });

  it('make the campaign page an index in the Obsidian form, its lists in true order', async () => {
    const vault = memoryVault();
    await importInto(vault, [...notice(), seed('wikijs-campaign-page.md')]);
    const page = vault.files.get(DEFAULT_SETTINGS.indexNote) ?? '';
    expect(page.match(/^## .*$/gm)).toEqual(['## 简介', '## 全部页面', '## 行动详情']);
    expect(page.match(/^> \[!.*$/gm)).toEqual([
      '> [!quote]+ 工业和信息化部开展APP侵犯用户权益专项整治行动',
      '> [!abstract]+ 侵害通报',
      '> [!abstract]+ 下架通报',
      '> [!abstract]+ 元数据',
      '> [!quote]+ 工业和信息化部关于开展纵深推进APP侵害用户权益专项整治行动的通知',
    ]);
    const batches = [...page.matchAll(/2020年第([一二三四五六七])批/g)].map((m) => m[1]).join('');
    expect(batches).toBe('一二三四五六七');
    expect(page).toContain('[关于侵害用户权益行为的APP通报（2021年第1批，总第10批）](侵害通报/关于侵害用户权益行为的APP通报（2021年第1批，总第10批）.md)');
    expect(page).not.toMatch(/\?\?\?|\/punish\//);
  });
});
