import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/plan/apply-plan';
import { EMPTY_PLAN } from '../../src/plan/plan';
import type { FileChange, Plan } from '../../src/plan/plan';
import { memoryVault } from '../support/memory-vault';

function planOf(...changes: FileChange[]): Plan {
  return { ...EMPTY_PLAN, changes };
}

const THREE = planOf(
  { kind: 'create', path: '通报/应用/甲.md', text: '甲\n' },
  { kind: 'update', path: '通报/索引.md', before: '旧\n', after: '新\n' },
  { kind: 'trash', path: '通报/应用/乙.md', before: '乙\n' },
);
const BEFORE = { '通报/索引.md': '旧\n', '通报/应用/乙.md': '乙\n', '我的笔记.md': '别动我\n' };

describe('applying a plan', () => {
  it('creates, updates and trashes, and touches nothing else', async () => {
    const vault = memoryVault(BEFORE);
    const result = await applyPlan(THREE, vault);
    expect(Object.fromEntries(vault.files)).toEqual({ '通报/应用/甲.md': '甲\n', '通报/索引.md': '新\n', '我的笔记.md': '别动我\n' });
    expect([...vault.trashed]).toEqual([['通报/应用/乙.md', '乙\n']]);
    expect(result).toEqual({ created: ['通报/应用/甲.md'], updated: ['通报/索引.md'], moved: [], trashed: ['通报/应用/乙.md'], failed: [], notDone: [] });
  });

  it('keeps a note that the user edited after the preview, applies the rest and trashes nothing', async () => {
    const vault = memoryVault({ ...BEFORE, '通报/索引.md': '旧\n我加的一行\n' });
    const result = await applyPlan(THREE, vault);
    expect(vault.files.get('通报/索引.md')).toBe('旧\n我加的一行\n');
    expect(vault.files.get('通报/应用/甲.md')).toBe('甲\n');
    expect(vault.files.get('通报/应用/乙.md')).toBe('乙\n');
    expect(result.failed).toEqual([{ path: '通报/索引.md', reason: 'changed-since-preview', message: '' }]);
    expect(result.updated).toEqual([]);
    expect(result.notDone).toEqual(['通报/应用/乙.md']);
  });

  it('keeps a note that was edited while the apply was running', async () => {
    const vault = memoryVault(BEFORE, { beforeWrite: (n, v) => { if (n === 2) v.files.set('通报/索引.md', '刚改的\n'); } });
    const result = await applyPlan(THREE, vault);
    expect(vault.files.get('通报/索引.md')).toBe('刚改的\n');
    expect(result.failed.map(({ reason }) => reason)).toEqual(['changed-since-preview']);
  });

  it('does not trash a note that was edited after the preview', async () => {
    const vault = memoryVault({ ...BEFORE, '通报/应用/乙.md': '乙\n批注\n' });
    const result = await applyPlan(THREE, vault);
    expect(vault.files.get('通报/应用/乙.md')).toBe('乙\n批注\n');
    expect(vault.trashed.size).toBe(0);
    expect(result.failed).toEqual([{ path: '通报/应用/乙.md', reason: 'changed-since-preview', message: '' }]);
  });

  it('does not write over a file that appeared since, whatever its case', async () => {
    const vault = memoryVault({ '通报/应用/qq.md': '早就有\n' });
    const result = await applyPlan(planOf({ kind: 'create', path: '通报/应用/QQ.md', text: '新\n' }), vault);
    expect([...vault.files]).toEqual([['通报/应用/qq.md', '早就有\n']]);
    expect(result.failed).toEqual([{ path: '通报/应用/QQ.md', reason: 'already-exists', message: '' }]);
  });

  it('says what the host said of a failed write, and goes on', async () => {
    const vault = memoryVault(BEFORE, { failAtWrite: 1 });
    const result = await applyPlan(THREE, vault);
    expect(result.failed).toEqual([{ path: '通报/应用/甲.md', reason: 'error', message: 'ENOSPC: no space left on device, write' }]);
    expect(vault.files.get('通报/索引.md')).toBe('新\n');
    expect(vault.files.has('通报/应用/甲.md')).toBe(false);
  });

  it('reports a note that was deleted since the preview and does not bring it back', async () => {
    const vault = memoryVault({ '通报/应用/乙.md': '乙\n' });
    const result = await applyPlan(THREE, vault);
    expect(vault.files.has('通报/索引.md')).toBe(false);
    expect(result.failed.map(({ path, reason }) => [path, reason])).toEqual([['通报/索引.md', 'changed-since-preview']]);
  });

  it('stops before the next file when asked, and names what was not reached', async () => {
    const vault = memoryVault(BEFORE);
    const seen: string[] = [];
    const result = await applyPlan(THREE, vault, (done, total, path) => seen.push(`${done}/${total} ${path}`), () => seen.length === 1);
    expect(seen).toEqual(['1/3 通报/应用/甲.md']);
    expect(result.notDone).toEqual(['通报/索引.md', '通报/应用/乙.md']);
    expect(vault.files.get('通报/索引.md')).toBe('旧\n');
  });
});
