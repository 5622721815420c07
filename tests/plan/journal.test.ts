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
    expect(done).toEqual({ created: ['通报/附件/原文.pdf', '通报/侵害通报/甲.md'], updated: ['通报/索引.md', '通报/丙.md'], moved: ['通报/丙.md'], trashed: ['通报/应用/乙.md'], failed: [], notDone: [], rolledBack: false, interrupted: false });
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
