/** Files that the user or a sync changes between the preview and the apply: they stay, the rest is done, and trying again completes it. */
import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/import-notices';
import { applyWithJournal } from '../../src/plan/apply-with-journal';
import type { Plan } from '../../src/plan/plan';
import { undoLast } from '../../src/plan/undo-last';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { HOST, importTexts } from '../support/made-vault';
import { memoryJournal } from '../support/memory-journal';
import { memoryVault, type Faults, type MemoryVault } from '../support/memory-vault';
import { noticeOf, titleOf } from '../support/sample-notice';

const OPTIONS = { action: 'import', startedAt: '2026-03-01T08:00:00Z' } as const;
const APPS = [{ name: '青禾相册', developer: '杭州青禾软件有限公司' }, { name: '山雀听书', developer: '成都山雀科技有限公司' }];
const FIRST = noticeOf(10, '2021-01-22', APPS);
const SECOND = noticeOf(11, '2021-02-05', [...APPS, { name: '鹭岛导航', developer: '厦门鹭岛信息技术有限公司' }]);
const NEW_NOTE = `通报/侵害通报/${titleOf(11)}.md`;
const OLD_APP = '通报/应用/青禾相册.md';

async function vaultWithFirst(faults: Faults = {}): Promise<MemoryVault> {
  const made = memoryVault();
  await importTexts(made, [FIRST]);
  return memoryVault(Object.fromEntries(made.files), faults);
}

async function planSecond(vault: MemoryVault): Promise<Plan> {
  return (await planImport([{ fileName: '二.md', bytes: new TextEncoder().encode(SECOND) }], vault, HOST, DEFAULT_SETTINGS)).plan;
}

describe('between preview and apply', () => {
  it('a note that was edited stays as the user left it; the import made again takes both in', async () => {
    const vault = await vaultWithFirst();
    const plan = await planSecond(vault);
    vault.files.set(OLD_APP, `${vault.files.get(OLD_APP) ?? ''}\n我的批注\n`);
    const edited = vault.files.get(OLD_APP);
    const result = await applyWithJournal(plan, vault, memoryJournal(), OPTIONS);
    expect(result).toMatchObject({ failed: [{ path: OLD_APP, reason: 'changed-since-preview' }], rolledBack: false });
    expect(vault.files.get(OLD_APP)).toBe(edited);
    expect(vault.files.has(NEW_NOTE)).toBe(true);
    expect(await applyWithJournal(await planSecond(vault), vault, memoryJournal(), OPTIONS)).toMatchObject({ failed: [], updated: [OLD_APP] });
    expect(vault.files.get(OLD_APP)).toContain('我的批注');
    expect(vault.files.get(OLD_APP)).toContain('总第11批');
    expect((await planSecond(vault)).changes).toEqual([]);
  });

  it('a note that was deleted is not brought back, and the rest is done', async () => {
    const vault = await vaultWithFirst();
    const plan = await planSecond(vault);
    vault.files.delete(OLD_APP);
    const result = await applyWithJournal(plan, vault, memoryJournal(), OPTIONS);
    expect(result).toMatchObject({ failed: [{ path: OLD_APP, reason: 'changed-since-preview' }], rolledBack: false });
    expect([vault.files.has(OLD_APP), vault.files.has(NEW_NOTE)]).toEqual([false, true]);
  });

  it('a file that was made in the way, in another case too, is neither written over nor taken away by undo', async () => {
    const vault = await vaultWithFirst();
    const plan = await planSecond(vault);
    const inTheWay = NEW_NOTE.replace('APP', 'app');
    vault.files.set(inTheWay, '别的\n');
    const journal = memoryJournal();
    const result = await applyWithJournal(plan, vault, journal, OPTIONS);
    expect(result).toMatchObject({ failed: [{ path: NEW_NOTE, reason: 'already-exists' }], rolledBack: false });
    await undoLast(vault, journal);
    expect(vault.files.get(inTheWay)).toBe('别的\n');
  });

  it('a note that got another name is not made twice under the old one', async () => {
    const vault = await vaultWithFirst();
    const plan = await planSecond(vault);
    const text = vault.files.get(OLD_APP) ?? '';
    vault.files.delete(OLD_APP);
    vault.files.set('通报/应用/相册.md', text);
    const result = await applyWithJournal(plan, vault, memoryJournal(), OPTIONS);
    expect(result.failed.map(({ path }) => path)).toEqual([OLD_APP]);
    expect(vault.files.get('通报/应用/相册.md')).toBe(text);
    expect(vault.files.has(OLD_APP)).toBe(false);
    await applyWithJournal(await planSecond(vault), vault, memoryJournal(), OPTIONS);
    expect(vault.files.get('通报/应用/相册.md')).toContain('总第11批');
    expect(vault.files.has(OLD_APP)).toBe(false);
  });

  it('a note edited while the apply runs is kept', async () => {
    const vault = await vaultWithFirst({ beforeWrite: (n, v) => { if (n === 1) v.files.set(OLD_APP, '刚写的\n'); } });
    const result = await applyWithJournal(await planSecond(vault), vault, memoryJournal(), OPTIONS);
    expect(result.failed.map(({ path }) => path)).toEqual([OLD_APP]);
    expect(vault.files.get(OLD_APP)).toBe('刚写的\n');
  });
});

describe('an apply that the user stops', () => {
  it('keeps what was done, and undo takes exactly that back', async () => {
    const vault = await vaultWithFirst();
    const before = Object.fromEntries(vault.files);
    const journal = memoryJournal();
    const plan = await planSecond(vault);
    let asked = 0;
    const result = await applyWithJournal(plan, vault, journal, { ...OPTIONS, shouldStop: () => (asked += 1) > 2 });
    expect([...result.created, ...result.updated]).toHaveLength(2);
    expect(result.notDone).toHaveLength(plan.changes.length - 2);
    expect(Object.fromEntries(vault.files)).not.toEqual(before);
    expect(await undoLast(vault, journal)).toMatchObject({ failed: [], notDone: [] });
    expect(Object.fromEntries(vault.files)).toEqual(before);
  });
});
