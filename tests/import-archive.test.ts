/** The real archive into an empty vault: true order, links that lead somewhere, and a second import that changes nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { listApps, planImport, type ImportReport } from '../src/import-notices';
import { applyPlan } from '../src/plan/apply-plan';
import { readProperties } from '../src/notes/properties';
import { DEFAULT_SETTINGS } from '../src/settings';
import { archiveFiles, HAS_ARCHIVE, readTruth } from './support/archive';
import { memoryVault, type MemoryVault } from './support/memory-vault';
import type { TruthNotice } from './support/notice-truth-types';
import { parseHtml } from './support/parse-html';
import { allLinks, brokenLinks } from './support/vault-links';

const sources = (): { fileName: string; bytes: Uint8Array }[] => archiveFiles('notices').map(({ path, bytes }) => ({ fileName: path, bytes }));
const plan = (vault: MemoryVault): Promise<ImportReport> => planImport(sources(), vault, { parseHtml }, DEFAULT_SETTINGS);

describe.skipIf(!HAS_ARCHIVE)('importing the archive', () => {
  let vault: MemoryVault;
  let first: ImportReport;
  beforeAll(async () => {
    vault = memoryVault();
    first = await plan(vault);
    await applyPlan(first.plan, vault);
  });

  it('makes a note of every notice and writes no link that leads nowhere', () => {
    expect(first.sources.map((s) => s.outcome)).toEqual(sources().map(() => 'new'));
    const links = allLinks(vault.files);
    console.info(`archive: ${vault.files.size} notes, ${links.length} links, ${brokenLinks(vault.files).length} broken`);
    expect(links.length).toBeGreaterThan(4500);
    expect(brokenLinks(vault.files)).toEqual([]);
  });

  it('lists the notices in true order', () => {
    const index = vault.files.get(DEFAULT_SETTINGS.indexNote) ?? '';
    const [infringement = '', takedown = ''] = index.split('下架通报\n');
    const truth = readTruth<readonly TruthNotice[]>('notices.json');
    const byBatch = truth.filter((t) => t.kind === '侵害').sort((a, b) => (a.total_batch ?? 0) - (b.total_batch ?? 0));
    const byDate = truth.filter((t) => t.kind === '下架').sort((a, b) => (a.date < b.date ? -1 : 1));
    expect([...infringement.matchAll(/\[([^\]]+)\]\(/g)].map((m) => m[1])).toEqual(byBatch.map((t) => t.title));
    expect([...takedown.matchAll(/\+ {3}(\d{4}-\d{2}) \[([^\]]+)\]/g)].map((m) => [m[1], m[2]])).toEqual(byDate.map((t) => [t.date.slice(0, 7), t.title]));
  });

  it('links a takedown with the notices that it cites', () => {
    const takedowns = readTruth<readonly { id: string; file: string; refers_to: readonly { to: string; to_title: string; how: string }[] }[]>('takedown-links.json');
    const here = new Map(readTruth<readonly TruthNotice[]>('notices.json').map((t) => [t.id, t.title]));
    let cited = 0;
    for (const takedown of takedowns) {
      const note = [...vault.files].find(([path]) => path.endsWith(takedown.file))?.[1] ?? '';
      const related = [...(/相关通报:\n((?: {2}- .*\n)+)/.exec(note)?.[1] ?? '').matchAll(/\/([^/|]+)\|/g)].map((m) => m[1]);
      const expected = takedown.refers_to.filter((r) => !r.how.startsWith('implied') && here.has(r.to)).map((r) => here.get(r.to));
      for (const title of expected) {
        if (title === undefined) continue;
        cited += 1;
        expect(related, `${takedown.file} cites ${title}`).toContain(title);
      }
    }
    console.info(`archive: ${cited} citations of takedowns linked`);
    expect(cited).toBeGreaterThan(5);
  });

  it('gives every app its whole record and confuses no two', async () => {
    const undecided = new Set(readTruth<readonly { a: string; b: string }[]>('undecided.json').flatMap((u) => [u.a, u.b]));
    const idOf = new Map(readTruth<readonly TruthNotice[]>('notices.json').map((t) => [t.total_batch === null ? `miit-takedown@${t.date}` : `miit-infringement:${t.total_batch}`, t.id]));
    const clusters = (await listApps(vault, DEFAULT_SETTINGS)).map((app) =>
      app.listings.map((l) => {
        const note = readProperties(vault.files.get(l.notice) ?? '') ?? {};
        const total = note['总批次'];
        const key = typeof total === 'number' ? `miit-infringement:${total}` : `miit-takedown@${JSON.stringify(note['发布日期'] ?? null).slice(1, -1)}`;
        return `${idOf.get(key) ?? key}#${l.list}#${l.no ?? ''}`;
      }),
    );
    const pairs = (groups: readonly (readonly string[])[]): Set<string> => new Set(groups.flatMap((g) => g.filter((r) => !undecided.has(r)).flatMap((a, i, rows) => rows.slice(i + 1).map((b) => [a, b].sort().join(' ')))));
    const truth = pairs(readTruth<readonly (readonly string[])[]>('clusters.json'));
    const joined = pairs(clusters);
    const right = [...joined].filter((pair) => truth.has(pair)).length;
    console.info(`archive: ${joined.size} pairs joined, precision ${(right / joined.size).toFixed(3)}, recall ${(right / truth.size).toFixed(3)}, ${first.review.length} entries to review`);
    expect(clusters.flat().length).toBe(2280);
    expect([...joined].filter((pair) => !truth.has(pair))).toEqual([]);
    expect(right / truth.size).toBeGreaterThanOrEqual(0.95);
  });

  it('changes nothing the second time', async () => {
    const second = await plan(vault);
    expect(second.plan.changes).toEqual([]);
    expect(second.plan.conflicts).toEqual([]);
    expect(second.sources.every((s) => s.outcome === 'known')).toBe(true);
    expect(second.apps).toMatchObject({ created: 0, updated: 0 });
  });
});
