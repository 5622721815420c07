/** Notes that the user deleted stay deleted, until he wants them back or a new notice has news of them. */
import { describe, expect, it } from 'vitest';
import { planImport, type ImportReport } from '../src/import-notices';
import { applyPlan } from '../src/plan/apply-plan';
import { DEFAULT_SETTINGS, type Settings } from '../src/settings';
import { HOST, apply, importTexts, recordRows } from './support/made-vault';
import { memoryVault, type MemoryVault } from './support/memory-vault';
import { noticeOf, titleOf } from './support/sample-notice';
import { move } from './support/user-edits';

const LOOK = { name: '晨光看看', developer: '上海晨光信息科技有限公司' };
const WALK = { name: '乐行计步', developer: '杭州乐行网络科技有限公司' };
const TENTH = noticeOf(10, '2021-01-22', [LOOK, WALK]);
const TWELFTH = noticeOf(12, '2021-03-12', [LOOK]);
const LOOK_PATH = '通报/应用/晨光看看.md';
const WALK_PATH = '通报/应用/乐行计步.md';
const TENTH_PATH = `通报/侵害通报/${titleOf(10)}.md`;

async function vaultOf(...texts: readonly string[]): Promise<MemoryVault> {
  const vault = memoryVault();
  await importTexts(vault, texts);
  return vault;
}

const deletedIn = (report: ImportReport): string[] => report.plan.kept.filter(({ reason }) => reason === 'deleted-by-user').map(({ path }) => path);

async function restore(vault: MemoryVault, text: string, path: string): Promise<void> {
  const sources = [{ fileName: 'notice.md', bytes: new TextEncoder().encode(text) }];
  await apply(vault, (await planImport(sources, vault, HOST, DEFAULT_SETTINGS, { restore: new Set([path]) })).plan);
}

describe('the note of an app that the user deleted', () => {
  it('is not made again by the notice that made it; the links to it stay', async () => {
    const vault = await vaultOf(TENTH);
    vault.files.delete(LOOK_PATH);
    const before = new Map(vault.files);
    const report = await importTexts(vault, [TENTH]);
    expect(deletedIn(report)).toEqual([LOOK_PATH]);
    expect(report.plan.changes).toEqual([]);
    expect(new Map(vault.files)).toEqual(before);
  });

  it('comes back where the user wants it back, with its record, and then stays', async () => {
    const vault = await vaultOf(TENTH);
    const made = vault.files.get(LOOK_PATH);
    vault.files.delete(LOOK_PATH);
    await restore(vault, TENTH, LOOK_PATH);
    expect(vault.files.get(LOOK_PATH)).toBe(made);
    expect((await importTexts(vault, [TENTH])).plan.changes).toEqual([]);
  });

  it('is made when a new notice lists the app', async () => {
    const vault = await vaultOf(TENTH);
    vault.files.delete(LOOK_PATH);
    expect(deletedIn(await importTexts(vault, [TWELFTH]))).toEqual([]);
    expect(recordRows(vault.files.get(LOOK_PATH) ?? '')).toHaveLength(1);
    await importTexts(vault, [TENTH]);
    expect(recordRows(vault.files.get(LOOK_PATH) ?? '')).toHaveLength(2);
  });

  it('is not taken for deleted where it was moved, renamed, or joined with another', async () => {
    const vault = await vaultOf(TENTH);
    move(vault, new Map([[LOOK_PATH, '我的应用/看看.md'], [WALK_PATH, '我的应用/乐行计步.md']]), false);
    const report = await importTexts(vault, [TENTH]);
    expect(deletedIn(report)).toEqual([]);
    expect([...vault.files.keys()].filter((path) => path.includes('应用/'))).toEqual(['我的应用/看看.md', '我的应用/乐行计步.md']);
  });

  it('keeps the name under which the user had renamed it', async () => {
    const vault = await vaultOf(TENTH);
    move(vault, new Map([[LOOK_PATH, '通报/应用/看看.md']]), true);
    vault.files.delete('通报/应用/看看.md');
    expect(deletedIn(await importTexts(vault, [TENTH]))).toEqual(['通报/应用/看看.md']);
    expect(vault.files.has(LOOK_PATH)).toBe(false);
  });

  it('is told apart from one that a broken-off import had not made yet', async () => {
    const vault = memoryVault();
    const sources = [{ fileName: 'notice.md', bytes: new TextEncoder().encode(TENTH) }];
    const { plan } = await planImport(sources, vault, HOST, DEFAULT_SETTINGS);
    let written = 0;
    await applyPlan(plan, vault, () => (written += 1), () => written === 2);
    expect([...vault.files.keys()]).toEqual([TENTH_PATH, LOOK_PATH]);
    expect(deletedIn(await importTexts(vault, [TENTH]))).toEqual([]);
    expect(vault.files.has(WALK_PATH)).toBe(true);
  });

  it('is known by the link alone where no index is kept', async () => {
    const settings: Settings = { ...DEFAULT_SETTINGS, write: { ...DEFAULT_SETTINGS.write, index: false } };
    const vault = memoryVault();
    await importTexts(vault, [TENTH], settings);
    vault.files.delete(LOOK_PATH);
    expect(deletedIn(await importTexts(vault, [TENTH], settings))).toEqual([LOOK_PATH]);
  });
});

describe('the note of a notice that the user deleted', () => {
  it('is not made again, and records and index stay as they are', async () => {
    const vault = await vaultOf(TENTH, TWELFTH);
    vault.files.delete(TENTH_PATH);
    const before = new Map(vault.files);
    const report = await importTexts(vault, [TENTH]);
    expect(deletedIn(report)).toEqual([TENTH_PATH]);
    expect(report.sources.map(({ outcome, path, diagnostics }) => [outcome, path, diagnostics.map(({ code }) => code)])).toEqual([['known', null, ['note-deleted']]]);
    expect(new Map(vault.files)).toEqual(before);
  });

  it('comes back where the user wants it back', async () => {
    const vault = await vaultOf(TENTH, TWELFTH);
    const before = new Map(vault.files);
    vault.files.delete(TENTH_PATH);
    await restore(vault, TENTH, TENTH_PATH);
    expect([...vault.files].sort()).toEqual([...before].sort());
  });

  it('leaves the other notices of the same import alone', async () => {
    const vault = await vaultOf(TENTH);
    vault.files.delete(TENTH_PATH);
    const report = await importTexts(vault, [TENTH, TWELFTH]);
    expect(deletedIn(report)).toEqual([TENTH_PATH]);
    expect(vault.files.has(`通报/侵害通报/${titleOf(12)}.md`)).toBe(true);
    expect(recordRows(vault.files.get(LOOK_PATH) ?? '')).toHaveLength(2);
  });

  it('is made where only an index page kept by hand names it', async () => {
    const vault = memoryVault({ [DEFAULT_SETTINGS.indexNote]: `> [!abstract]+ 侵害通报\n>\n> + [${titleOf(10)}](侵害通报/${titleOf(10)}.md)\n` });
    expect(deletedIn(await importTexts(vault, [TENTH]))).toEqual([]);
    expect(vault.files.has(TENTH_PATH)).toBe(true);
  });

  it('is made again where all that it made is gone', async () => {
    const vault = await vaultOf(TENTH);
    vault.files.clear();
    expect(deletedIn(await importTexts(vault, [TENTH]))).toEqual([]);
    expect(vault.files.has(LOOK_PATH)).toBe(true);
  });
});
