/** The whole archive of real notices imported, then exported and checked: every row comes out as it went in, and what is said is true. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkVault } from '../../src/insight/check-vault';
import { exportRows } from '../../src/insight/export-rows';
import { planImport } from '../../src/import-notices';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { archiveFiles, HAS_ARCHIVE, readTruth } from '../support/archive';
import { apply, HOST } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import type { TruthNotice } from '../support/notice-truth-types';

describe.skipIf(!HAS_ARCHIVE)('the archive', () => {
  let vault: MemoryVault;
  let truth: readonly TruthNotice[];
  beforeAll(async () => {
    vault = memoryVault();
    truth = readTruth<readonly TruthNotice[]>('notices.json');
    const sources = archiveFiles('notices').map(({ path, bytes }) => ({ fileName: path, bytes }));
    await apply(vault, (await planImport(sources, vault, HOST, DEFAULT_SETTINGS)).plan);
  });

  it('is exported row by row as its truth has it, each row with the app that it means', async () => {
    const { rows, notices } = await exportRows(vault, DEFAULT_SETTINGS, HOST);
    const expected = truth.flatMap((one) => one.lists.flatMap((list, l) => list.rows.flatMap((row) => [row, ...(row.sub_rows ?? [])].map((each, i) =>
      JSON.stringify([one.title, one.date, l + 1, row.no, i + 1, row.name, each.developer, each.source, each.version, each.problems_canonical])))));
    const found = rows.map((row) => JSON.stringify([row.notice, row.date, row.list, row.no, row.package, row.name, row.developer, row.source, row.version, row.problems]));
    console.info(`export of the archive: ${rows.length} rows of ${notices.length} notices`);
    expect([...found].sort()).toEqual([...expected].sort());
    expect(rows.filter(({ app, appNote }) => app === null || appNote === null)).toEqual([]);
    expect(rows.filter(({ urls }) => urls.length === 0)).toEqual([]);
  });

  it('has the gaps and counts that its truth has, and nothing wrong in its notes', async () => {
    const { findings, counts } = await checkVault(vault, DEFAULT_SETTINGS, HOST);
    const codes = [...new Set(findings.map(({ code }) => code))].sort();
    expect(codes).toEqual(['batches-missing', 'cited-notice-missing', 'count-mismatch', 'number-gap', 'part-count-mismatch', 'taken-down-unnamed']);
    const totals = truth.flatMap((one) => (one.kind === '侵害' && one.total_batch !== null ? [one.total_batch] : []));
    const missing = Array.from({ length: Math.max(...totals) - Math.min(...totals) + 1 }, (_, i) => Math.min(...totals) + i).filter((total) => !totals.includes(total));
    const said = findings.filter(({ code }) => code === 'batches-missing').flatMap(({ values }) => {
      const [, from = '', to = from] = /^总第(\d+)(?:–(\d+))?批$/.exec(String(values['batches'])) ?? [];
      return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
    });
    expect(said.sort((a, b) => a - b)).toEqual(missing);
    const wrong = truth.filter((one) => one.stated_count !== null && one.stated_count.number !== one.lists.reduce((sum, { rows }) => sum + rows.length, 0));
    expect(findings.filter(({ code }) => code === 'count-mismatch')).toHaveLength(wrong.length);
    expect(counts).toMatchObject({ notices: truth.length, findings: { error: 0 } });
  });
});
