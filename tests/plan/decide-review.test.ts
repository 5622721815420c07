/** A review's decisions as one plan: what a user sees in the vault after it, and that the plan alone writes nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ListingKey } from '../../src/apps/listing';
import { openAppLibrary } from '../../src/plan/app-details';
import { planDecisions, type ReviewDecision } from '../../src/plan/decide-review';
import { reviewVault } from '../../src/plan/review-list';
import { readProperties } from '../../src/notes/properties';
import { DEFAULT_SETTINGS as SETTINGS } from '../../src/settings';
import { apply, APPS, HOST, importTexts, recordRows } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { noticeOf } from '../support/sample-notice';

const A = `${APPS}/松果词典.md`;
const B = `${APPS}/松果词典（杭州云杉网络有限公司）.md`;
const C = `${APPS}/松果词典（成都木棉信息技术有限公司）.md`;

const join = (a: string, b: string): ReviewDecision => ({ kind: 'join', a: { path: a, row: null }, b: { path: b, row: null } });
const apart = (a: string, b: string): ReviewDecision => ({ ...join(a, b), kind: 'apart' });

let vault: MemoryVault;
const notSame = (path: string): unknown => readProperties(vault.files.get(path) ?? '')?.['不同于'];

beforeEach(async () => {
  vault = memoryVault();
  const firms = ['苏州白桦软件有限公司', '杭州云杉网络有限公司', '成都木棉信息技术有限公司'];
  await importTexts(vault, firms.map((developer, i) => noticeOf(10 + i, `2021-0${i + 1}-15`, [{ name: '松果词典', developer }])));
  expect([...vault.files.keys()].filter((path) => path.startsWith(APPS)).sort()).toEqual([A, B, C].sort());
});

describe('decisions of a review', () => {
  it('make one note of three apps that were joined pair by pair, with every row', async () => {
    await apply(vault, await planDecisions([join(B, C), join(A, B), join(A, C)], vault, HOST, SETTINGS));
    const [left, ...others] = [A, B, C].filter((path) => vault.files.has(path));
    expect(others).toEqual([]);
    expect(recordRows(vault.files.get(left ?? '') ?? '').map((row) => /总第\d+批/.exec(row)?.[0])).toEqual(['总第10批', '总第11批', '总第12批']);
    expect(await reviewVault(vault, SETTINGS)).toEqual([]);
  });

  it('keep apart what was kept apart from a note that was joined into another', async () => {
    await apply(vault, await planDecisions([apart(B, C), join(A, B)], vault, HOST, SETTINGS));
    expect(vault.files.has(B)).toBe(false);
    expect(notSame(A)).toEqual([`[[${C.replace('.md', '')}|松果词典（成都木棉信息技术有限公司）]]`]);
    expect(notSame(C)).toEqual(['[[通报/应用/松果词典|松果词典]]']);
  });

  it('leave out one that cannot be carried out, and say which', async () => {
    vault.files.set(B, (vault.files.get(B) ?? '').replace('\n\n^rn-record', '\n> 我加的一行\n\n^rn-record'));
    const plan = await planDecisions([join(A, B), apart(A, C)], vault, HOST, SETTINGS);
    expect(plan.diagnostics.map(({ code, file }) => [code, file])).toEqual([['record-edited', B]]);
    await apply(vault, plan);
    expect(vault.files.has(B)).toBe(true);
    expect(notSame(C)).toEqual(['[[通报/应用/松果词典|松果词典]]']);
  });

  it('give rows that have no notes one together, and know it from then on', async () => {
    const settings = { ...SETTINGS, appNotes: 'notable' as const };
    vault = memoryVault();
    const firms = ['苏州白桦软件有限公司', '杭州云杉网络有限公司', '成都木棉信息技术有限公司'];
    await importTexts(vault, firms.slice(0, 2).map((developer, i) => noticeOf(10 + i, `2021-0${i + 1}-15`, [{ name: '松果词典', developer }])), settings);
    const { review } = await importTexts(vault, [noticeOf(12, '2021-03-15', [{ name: '松果词典', developer: firms[2] ?? '' }])], settings);
    expect(review.map(({ a, b }) => [a.path, b.path])).toEqual([[null, null], [null, null]]);
    await apply(vault, await planDecisions(review.map(({ a, b }) => ({ kind: 'join', a, b })), vault, HOST, settings));
    expect([...vault.files.keys()].filter((path) => path.startsWith(APPS))).toEqual([A]);
    expect(recordRows(vault.files.get(A) ?? '')).toHaveLength(3);
  });

  it('cannot keep rows apart that have no notes, and say so', async () => {
    const row = { key: 'miit-infringement:10#1#1' as ListingKey, noticePath: '通报/侵害通报/某通报.md' };
    const plan = await planDecisions([{ kind: 'apart', a: { path: A, row: null }, b: { path: null, row } }], vault, HOST, SETTINGS);
    expect([plan.changes, plan.diagnostics.map(({ code, file }) => [code, file])]).toEqual([[], [['not-an-app-note', row.noticePath]]]);
  });

  it('write nothing while they are planned', async () => {
    const before = new Map(vault.files);
    await planDecisions([join(A, B)], vault, HOST, SETTINGS);
    expect(vault.files).toEqual(before);
    expect(vault.trashed.size).toBe(0);
  });
});

it('lists app notes with the rows of their records', async () => {
  const library = await openAppLibrary(vault, SETTINGS);
  expect(library.apps.map(({ path }) => path)).toEqual([A, C, B].sort());
  const details = await library.read(B);
  expect(details).toMatchObject({ name: '松果词典', developers: ['杭州云杉网络有限公司'], watched: false });
  expect(details?.listings.map(({ notice, no }) => [notice.label, notice.date, no])).toEqual([['总第11批', '2021-02-15', 1]]);
  expect(await library.read('没有.md')).toBeNull();
});
