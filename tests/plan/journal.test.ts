import { describe, expect, it } from 'vitest';
import { applyWithJournal } from '../../src/plan/apply-with-journal';
import { EMPTY_PLAN, type FileChange, type Plan } from '../../src/plan/plan';
import { findInterrupted } from '../../src/plan/recover';
import { lastApply, undoLast } from '../../src/plan/undo-last';
import { memoryJournal } from '../support/memory-journal';
import { memoryVault } from '../support/memory-vault';

const OPTIONS = { action: 'import', startedAt: '2026-03-01T08:00:00Z' } as const;
const planOf = (...changes: FileChange[]): Plan => ({ ...EMPTY_PLAN, changes });
const COPY = Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0, 0x41);
const BEFORE = { '通报/索引.md': '旧\r\n', '通报/应用/乙.md': '乙 \n', '通报/丙.md': '丙\n见[[乙]]\n', '我的笔记.md': '别动我\n' };
const PLAN = planOf(
  { kind: 'create-binary', path: '通报/附件/原文.pdf', bytes: COPY },
  { kind: 'create', path: '通报/侵害通报/甲.md', text: '甲\n' },
  { kind: 'update', path: '通报/索引.md', before: '旧\r\n', after: '新\r\n' },
  { kind: 'update', path: '通报/丙.md', before: '丙\n见[[乙]]\n', after: '丙\n见[[甲]]\n' },
  { kind: 'move', path: '通报/丙.md', to: '归档/丙.md' },
  { kind: 'trash', path: '通报/应用/乙.md', before: '乙 \n' },
);
const AFTER = { '通报/索引.md': '新\r\n', '通报/侵害通报/甲.md': '甲\n', '归档/丙.md': '丙\n见[[甲]]\n', '我的笔记.md': '别动我\n' };

describe('an apply that is written ahead', () => {
  it('does what the plan says and can be taken back, byte for byte, with the folders that it made', async () => {
    const vault = memoryVault(BEFORE);
    const folders = [...vault.folders];
    const journal = memoryJournal();
    const done = await applyWithJournal(PLAN, vault, journal, OPTIONS);
    expect(done).toEqual({ created: ['通报/附件/原文.pdf', '通报/侵害通报/甲.md'], updated: ['通报/索引.md', '通报/丙.md'], moved: ['通报/丙.md'], trashed: ['通报/应用/乙.md'], failed: [], notDone: [], rolledBack: false, interrupted: false, settings: { changed: false, kept: [] } });
    expect(Object.fromEntries(vault.files)).toEqual(AFTER);
    expect(await lastApply(journal)).toMatchObject({ action: 'import', at: OPTIONS.startedAt, plan: PLAN });
    const undone = await undoLast(vault, journal);
    expect(undone).toMatchObject({ action: 'import', failed: [], notDone: [], interrupted: false });
    expect(Object.fromEntries(vault.files)).toEqual(BEFORE);
    expect([vault.binaries.size, vault.trashed.size, journal.files.size]).toEqual([0, 0, 0]);
    expect([...vault.folders]).toEqual(folders);
    expect(await undoLast(vault, journal)).toMatchObject({ action: null });
  });

  it('leaves what was edited since, names it, and takes back the rest', async () => {
    const vault = memoryVault(BEFORE);
    const journal = memoryJournal();
    await applyWithJournal(PLAN, vault, journal, OPTIONS);
    vault.files.set('通报/侵害通报/甲.md', '甲\n批注\n');
    expect((await undoLast(vault, journal)).failed).toEqual([{ path: '通报/侵害通报/甲.md', reason: 'changed-since-preview', message: '' }]);
    expect(Object.fromEntries(vault.files)).toEqual({ ...BEFORE, '通报/侵害通报/甲.md': '甲\n批注\n' });
    expect(await findInterrupted(journal)).toBeNull();
  });

  it('writes nothing where nothing changes', async () => {
    const journal = memoryJournal(() => {
      throw new Error('written');
    });
    expect(await applyWithJournal(EMPTY_PLAN, memoryVault(), journal, OPTIONS)).toMatchObject({ failed: [], rolledBack: false });
  });
});

const BIG = '字'.repeat(4_000_000);

describe('the journal', () => {
  it('keeps the last ten applies, and all ten can be taken back', async () => {
    const vault = memoryVault();
    const journal = memoryJournal();
    for (let n = 1; n <= 14; n += 1) await applyWithJournal(planOf({ kind: 'create', path: `通报/${n}.md`, text: `${n}\n` }), vault, journal, OPTIONS);
    expect([...journal.files.keys()].filter((name) => name.endsWith('.plan.json'))).toHaveLength(10);
    expect([...journal.files.keys()].filter((name) => name.endsWith('.done.json'))).toHaveLength(10);
    for (let n = 0; n < 10; n += 1) expect(await undoLast(vault, journal)).toMatchObject({ action: 'import', failed: [] });
    expect(await undoLast(vault, journal)).toMatchObject({ action: null });
    expect([...vault.files.keys()]).toEqual(['通报/1.md', '通报/2.md', '通报/3.md', '通报/4.md']);
    expect(journal.files.size).toBe(0);
  });

  it('holds no more than 50 MB of what was done, but always the last apply', async () => {
    const vault = memoryVault();
    const journal = memoryJournal();
    const bytes = (): number => [...journal.files.values()].reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
    // Each of them takes twelve megabytes.
    for (let n = 1; n <= 6; n += 1) await applyWithJournal(planOf({ kind: 'create', path: `${n}.md`, text: `${n}${BIG}` }), vault, journal, OPTIONS);
    expect([...journal.files.keys()].filter((name) => name.endsWith('.plan.json'))).toEqual(['000003.plan.json', '000004.plan.json', '000005.plan.json', '000006.plan.json']);
    expect(bytes()).toBeLessThan(50_000_000);
    await applyWithJournal(planOf({ kind: 'create', path: '大.md', text: BIG.repeat(5) }), vault, journal, OPTIONS);
    expect([...journal.files.keys()].filter((name) => name.endsWith('.plan.json'))).toEqual(['000007.plan.json']);
    await undoLast(vault, journal);
    expect(vault.files.has('大.md')).toBe(false);
  });

  it('sets a damaged entry aside and names it; the one before it can still be taken back, and the next apply is not disturbed', async () => {
    const vault = memoryVault();
    const journal = memoryJournal();
    const make = (path: string): Promise<unknown> => applyWithJournal(planOf({ kind: 'create', path, text: `${path}\n` }), vault, journal, OPTIONS);
    await make('一.md');
    await make('二.md');
    const plan = journal.files.get('000002.plan.json') ?? '';
    const scrawl = plan.replace('"kind":"create"', '"kind":"crea??"');
    expect(scrawl).not.toBe(plan);
    journal.files.set('000002.plan.json', scrawl);
    journal.files.delete('000002.done.json');
    const named: string[] = [];
    expect(await findInterrupted(journal, (name) => named.push(name))).toBeNull();
    expect(named).toEqual(['000002.damaged.json']);
    expect(journal.files.get('000002.damaged.json')).toBe(scrawl);
    expect([...journal.files.keys()].filter((name) => name.startsWith('000002.'))).toEqual(['000002.damaged.json']);
    expect(await undoLast(vault, journal)).toMatchObject({ action: 'import', trashed: ['一.md'], failed: [] });
    expect([...vault.files.keys()]).toEqual(['二.md']);
    await make('三.md');
    expect(journal.files.has('000003.plan.json')).toBe(true);
    expect(await undoLast(vault, journal)).toMatchObject({ trashed: ['三.md'], failed: [] });
  });

  it('takes an entry that was cut short for one that was never begun', async () => {
    const vault = memoryVault();
    const journal = memoryJournal();
    await applyWithJournal(planOf({ kind: 'create', path: '一.md', text: '一\n' }), vault, journal, OPTIONS);
    journal.files.set('000002.plan.json', (journal.files.get('000001.plan.json') ?? '').slice(0, -5));
    const named: string[] = [];
    expect(await findInterrupted(journal, (name) => named.push(name))).toBeNull();
    expect(named).toEqual([]);
    expect([...journal.files.keys()]).toEqual(['000001.plan.json', '000001.done.json']);
  });
});
