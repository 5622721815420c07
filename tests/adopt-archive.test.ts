/** A whole archive kept by hand is adopted: every changed line is one of those that may change, and then nothing changes any more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { planImport, type ImportSource } from '../src/import-notices';
import { applyPlan } from '../src/plan/apply-plan';
import { planAdoption, type AdoptionReport } from '../src/plan/plan-adoption';
import { DEFAULT_SETTINGS, PROPERTY_NAMES } from '../src/settings';
import { classifyIndex, classifyNotice, type ClassifiedChanges } from './support/adopted-lines';
import { ARCHIVE, archiveFiles, HAS_ARCHIVE } from './support/archive';
import { memoryVault, type MemoryVault } from './support/memory-vault';
import { parseHtml } from './support/parse-html';
import { brokenLinks } from './support/vault-links';

const host = { parseHtml };
const PAGES = ['index.md', 'wikijs-2021/APP侵害用户权益专项整治行动.md'];
const NAMES: ReadonlySet<string> = new Set([...Object.values(PROPERTY_NAMES), 'title']);

/** The archive as its author keeps it: index page, notices, and the older copy beside them. */
function archiveVault(): MemoryVault {
  const files: Record<string, string> = { 'index.md': readFileSync(join(ARCHIVE, 'index.md'), 'utf8') };
  for (const folder of ['notices', 'wikijs-2021'] as const) for (const { path, bytes } of archiveFiles(folder)) files[`${folder}/${path}`] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return memoryVault(files);
}

describe.skipIf(!HAS_ARCHIVE)('adopting the archive', () => {
  let vault: MemoryVault;
  let before: ReadonlyMap<string, string>;
  let report: AdoptionReport;
  beforeAll(async () => {
    vault = archiveVault();
    before = new Map(vault.files);
    report = await planAdoption('', vault, host, DEFAULT_SETTINGS);
    const result = await applyPlan(report.plan, vault);
    expect(result.failed).toEqual([]);
  });

  it('takes in every notice and proposes the folders and pages that are there', () => {
    expect(report.notices).toHaveLength(36);
    expect(report.notices.filter(({ isCopy }) => isCopy).map(({ path }) => path.split('/')[0])).toEqual(Array.from({ length: 7 }, () => 'wikijs-2021'));
    expect(report.settings).toMatchObject({ folders: { infringement: 'notices/侵害通报', takedown: 'notices/下架通报', apps: 'notices/应用' }, indexNote: PAGES[0], indexPages: [{ path: PAGES[1], agency: null, year: null }] });
    expect(report.diagnostics.filter(({ code }) => code === 'notice-twice')).toHaveLength(7);
  });

  it('changes name cells, missing properties and lines of the index, and nothing else', () => {
    const sum = { files: 0, nameCells: 0, properties: 0, indexLines: 0 };
    for (const [path, text] of before) {
      const after = vault.files.get(path) ?? '';
      const found: ClassifiedChanges = PAGES.includes(path) ? classifyIndex(text, after) : classifyNotice(text, after, NAMES);
      expect(found.others, path).toEqual([]);
      if (after !== text) sum.files += 1;
      sum.nameCells += found.nameCells;
      sum.properties += found.properties;
      sum.indexLines += found.indexLines;
    }
    console.info(`adoption of the archive: ${before.size} files, ${sum.files} changed; lines: ${sum.nameCells} name cells, ${sum.properties} properties, ${sum.indexLines} of index pages; ${vault.files.size - before.size} app notes`);
    expect(sum.nameCells).toBe(report.notices.reduce((all, { linked }) => all + linked, 0));
    expect(sum.nameCells).toBeGreaterThan(2500);
  });

  it('writes no link that leads nowhere', () => {
    const dead = new Set(brokenLinks(before).map(({ from, target }) => `${from} ${target}`));
    expect(brokenLinks(vault.files).filter(({ from, target }) => !dead.has(`${from} ${target}`))).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    for (const settings of [report.settings, DEFAULT_SETTINGS]) {
      const again = await planAdoption('', vault, host, settings);
      expect(again.plan.changes.map(({ path }) => path)).toEqual([]);
      expect(again.settings).toEqual(report.settings);
    }
  });

  it('keeps the notes when the same notices are imported', async () => {
    const sources = archiveFiles('notices').map(({ path, bytes }): ImportSource => ({ fileName: path, bytes }));
    const again = await planImport(sources, vault, host, report.settings);
    expect(again.plan.changes.map(({ path }) => path)).toEqual([]);
    expect(again.plan.conflicts).toEqual([]);
    expect(again.sources.every(({ outcome }) => outcome === 'known')).toBe(true);
  });

  it('writes nothing when an app note was renamed, a table padded and a callout folded', async () => {
    const app = [...vault.files.keys()].find((path) => path.startsWith('notices/应用/')) ?? '';
    const renamed = app.replace(/\.md$/, ' 旧名.md');
    let [links, padded, folded] = [0, 0, 0];
    for (const [path, text] of [...vault.files]) {
      const relinked = text.replaceAll(`[[${app.replace(/\.md$/, '')}\\|`, `[[${renamed.replace(/\.md$/, '')}\\|`);
      if (relinked !== text) links += 1;
      const isNotice = before.has(path) && !PAGES.includes(path);
      const wider = isNotice ? relinked.replace(/^((?:> ?)*\|)(.*)\|$/gm, (_, start: string, row: string) => ((padded += 1), `${start}  ${row}   |`)) : relinked;
      const closed = isNotice ? wider.replace(/^(> \[![a-z]+\])\+/gm, (_, mark: string) => ((folded += 1), `${mark}-`)) : wider;
      vault.files.delete(path);
      vault.files.set(path === app ? renamed : path, closed);
    }
    expect(Math.min(links, padded, folded)).toBeGreaterThan(0);
    console.info(`adopted archive after edits: ${links} notes relinked, ${padded} rows padded, ${folded} callouts folded`);
    const adopted = await planAdoption('', vault, host, report.settings);
    expect(adopted.plan.changes.map(({ path }) => path)).toEqual([]);
    const sources = archiveFiles('notices').map(({ path, bytes }): ImportSource => ({ fileName: path, bytes }));
    const imported = await planImport(sources, vault, host, report.settings);
    expect(imported.plan.changes.map(({ path }) => path)).toEqual([]);
    expect([...adopted.plan.conflicts, ...imported.plan.conflicts]).toEqual([]);
  });
});
