/** What a user does between an import and its undo, and what of that must not be taken for a write that a crash cut short. */
import { describe, expect, it } from 'vitest';
import { applyWithJournal } from '../../src/plan/apply-with-journal';
import { EMPTY_PLAN, type FileChange } from '../../src/plan/plan';
import { findInterrupted, finishInterrupted, rollBackInterrupted } from '../../src/plan/recover';
import { undoLast } from '../../src/plan/undo-last';
import { memoryJournal, type MemoryJournal } from '../support/memory-journal';
import { memoryVault, type MemoryVault } from '../support/memory-vault';

async function applied(files: Readonly<Record<string, string>>, changes: readonly FileChange[]): Promise<{ vault: MemoryVault; journal: MemoryJournal }> {
  const [vault, journal] = [memoryVault(files), memoryJournal()];
  const result = await applyWithJournal({ ...EMPTY_PLAN, changes }, vault, journal, { action: 'adopt', startedAt: '2026-03-01T08:00:00.000Z' });
  expect(result.failed).toEqual([]);
  return { vault, journal };
}

describe('a note from whose end the user deleted something since', () => {
  it('is left and named, whether it was there before or not', async () => {
    const { vault, journal } = await applied({ '我的.md': '甲\n乙\n旧的结尾\n' }, [
      { kind: 'update', path: '我的.md', before: '甲\n乙\n旧的结尾\n', after: '甲\n[[乙]]\n旧的结尾\n' },
      { kind: 'create', path: '新的.md', text: '头\n## 笔记\n' },
    ]);
    vault.files.set('我的.md', '甲\n[[乙]]\n');
    vault.files.set('新的.md', '');
    const undone = await undoLast(vault, journal);
    expect(undone.failed.map(({ path }) => path).sort()).toEqual(['我的.md', '新的.md']);
    expect(Object.fromEntries(vault.files)).toEqual({ '我的.md': '甲\n[[乙]]\n', '新的.md': '' });
  });
});

it('is left, too, where the undo was killed and is finished at the next start', async () => {
  const { vault, journal } = await applied({ '我的.md': '甲\n结尾\n', '另.md': '丙\n' }, [
    { kind: 'update', path: '我的.md', before: '甲\n结尾\n', after: '[[甲]]\n结尾\n' },
    { kind: 'update', path: '另.md', before: '丙\n', after: '[[丙]]\n' },
  ]);
  vault.files.set('我的.md', '[[甲]]\n');
  const killed = { ...journal, remove: () => Promise.reject(new Error('killed')) };
  expect((await undoLast(vault, killed)).interrupted).toBe(true);
  const cutOff = await findInterrupted(journal);
  const finished = cutOff === null ? null : await finishInterrupted(cutOff, vault, journal);
  expect(finished?.failed.map(({ path }) => path)).toEqual(['我的.md']);
  expect(Object.fromEntries(vault.files)).toEqual({ '我的.md': '[[甲]]\n', '另.md': '丙\n' });
});

describe('a note that was moved, and whose old place the user took since', () => {
  it('stays where it is and is named', async () => {
    const { vault, journal } = await applied({ '旧/甲.md': '正文\n' }, [{ kind: 'move', path: '旧/甲.md', to: '新/甲.md' }]);
    vault.files.set('旧/甲.md', '用户另写的\n');
    const undone = await undoLast(vault, journal);
    expect(undone.failed.map(({ path }) => path)).toEqual(['新/甲.md']);
    expect(Object.fromEntries(vault.files)).toEqual({ '旧/甲.md': '用户另写的\n', '新/甲.md': '正文\n' });
  });

  it('is named, too, where the move was cut off', async () => {
    const { vault, journal } = await applied({ '旧/甲.md': '正文\n' }, [{ kind: 'move', path: '旧/甲.md', to: '新/甲.md' }]);
    journal.files.delete('000001.done.json');
    vault.files.set('旧/甲.md', '用户另写的\n');
    const cutOff = await findInterrupted(journal);
    const back = cutOff === null ? null : await rollBackInterrupted(cutOff, vault, journal);
    expect(back?.failed.map(({ path }) => path)).toEqual(['新/甲.md']);
    expect(Object.fromEntries(vault.files)).toEqual({ '旧/甲.md': '用户另写的\n', '新/甲.md': '正文\n' });
  });
});
