import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPlan, type ApplyResult } from '../../src/plan/apply-plan';
import { invertPlan } from '../../src/plan/invert-plan';
import { EMPTY_PLAN, type FileChange, type Plan } from '../../src/plan/plan';
import { donePart } from '../support/done-part';
import { memoryVault, type MemoryVault } from '../support/memory-vault';

const NEW = '通报/应用/甲.md';
const INDEX = '通报/索引.md';
const OLD = '通报/应用/乙.md';
const COPY = '通报/附件/原文.pdf';
const BEFORE = { [INDEX]: '旧\r\n', [OLD]: '\n乙 \n', '我的笔记.md': '别动我\n' };
const PLAN: Plan = {
  ...EMPTY_PLAN,
  changes: [
    { kind: 'create-binary', path: COPY, bytes: Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0, 0x41) },
    { kind: 'create', path: NEW, text: '甲\n' },
    { kind: 'update', path: INDEX, before: '旧\r\n', after: '新\r\n' },
    { kind: 'trash', path: OLD, before: '\n乙 \n' },
  ],
};

async function undo(vault: MemoryVault, plan: Plan, done: ApplyResult): Promise<ApplyResult> {
  return applyPlan(invertPlan(donePart(plan, done)), vault);
}

describe('taking back what was applied', () => {
  it('gives the vault back, byte for byte', async () => {
    const vault = memoryVault(BEFORE);
    const done = await applyPlan(PLAN, vault);
    expect(vault.files.get(INDEX)).toBe('新\r\n');
    expect(await undo(vault, PLAN, done)).toEqual({ created: [OLD], updated: [INDEX], moved: [], trashed: [NEW, COPY], failed: [], notDone: [] });
    expect(Object.fromEntries(vault.files)).toEqual(BEFORE);
    expect(vault.binaries.size).toBe(0);
  });

  it('takes back only what was done before a stop', async () => {
    const vault = memoryVault(BEFORE);
    let asked = 0;
    const done = await applyPlan(PLAN, vault, undefined, () => (asked += 1) > 2);
    expect(await undo(vault, PLAN, done)).toEqual({ created: [], updated: [], moved: [], trashed: [NEW, COPY], failed: [], notDone: [] });
    expect(Object.fromEntries(vault.files)).toEqual(BEFORE);
  });

  it('leaves alone a file that was there before and stood in the way', async () => {
    const vault = memoryVault({ ...BEFORE, [NEW]: '甲\n' });
    const done = await applyPlan(PLAN, vault);
    await undo(vault, PLAN, done);
    expect(Object.fromEntries(vault.files)).toEqual({ ...BEFORE, [NEW]: '甲\n' });
  });

  it('leaves a new note with what the user wrote into it, names it, and takes back the rest', async () => {
    const vault = memoryVault(BEFORE);
    const done = await applyPlan(PLAN, vault);
    vault.files.set(NEW, '甲\n批注\n');
    expect(await undo(vault, PLAN, done)).toEqual({ created: [OLD], updated: [INDEX], moved: [], trashed: [COPY], failed: [{ path: NEW, reason: 'changed-since-preview', message: '' }], notDone: [] });
    expect(Object.fromEntries(vault.files)).toEqual({ ...BEFORE, [NEW]: '甲\n批注\n' });
  });

  it('leaves a copy of a file that another has replaced', async () => {
    const vault = memoryVault(BEFORE);
    const done = await applyPlan(PLAN, vault);
    vault.binaries.set(COPY, Uint8Array.of(1, 2, 3));
    expect((await undo(vault, PLAN, done)).failed.map(({ path }) => path)).toEqual([COPY]);
    expect(vault.binaries.get(COPY)).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('keeps the new notes where an old one was edited since and cannot take its record back', async () => {
    const vault = memoryVault(BEFORE);
    const done = await applyPlan(PLAN, vault);
    vault.files.set(INDEX, '新\r\n我加的\r\n');
    expect(await undo(vault, PLAN, done)).toEqual({
      created: [OLD], updated: [], moved: [], trashed: [], failed: [{ path: INDEX, reason: 'changed-since-preview', message: '' }], notDone: [NEW, COPY],
    });
    expect(vault.files.get(INDEX)).toBe('新\r\n我加的\r\n');
    expect(vault.files.get(NEW)).toBe('甲\n');
  });

  it('does not write over a note that took the name of a trashed one', async () => {
    const vault = memoryVault(BEFORE);
    const done = await applyPlan(PLAN, vault);
    vault.files.set(OLD, '另一篇\n');
    expect((await undo(vault, PLAN, done)).failed).toEqual([{ path: OLD, reason: 'already-exists', message: '' }]);
    expect(vault.files.get(OLD)).toBe('另一篇\n');
  });

  it('gives the vault back wherever the disk was full', async () => {
    const change = fc.tuple(fc.constantFrom('create' as const, 'create-binary' as const, 'update' as const, 'trash' as const), fc.string(), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), async (kinds, failAtWrite) => {
        const changes = kinds.map(([kind, a, b], i): FileChange => {
          const path = `${i}.md`;
          if (kind === 'create') return { kind, path, text: a };
          if (kind === 'create-binary') return { kind, path, bytes: new TextEncoder().encode(a) };
          return kind === 'update' ? { kind, path, before: a, after: b } : { kind, path, before: a };
        });
        const plan = { ...EMPTY_PLAN, changes };
        const files = Object.fromEntries(changes.flatMap((one) => ('before' in one ? [[one.path, one.before]] : [])));
        const vault = memoryVault(files, { failAtWrite });
        const done = await applyPlan(plan, vault);
        const rest = memoryVault(Object.fromEntries(vault.files));
        for (const [path, bytes] of vault.binaries) rest.binaries.set(path, bytes);
        expect((await undo(rest, plan, done)).failed).toEqual([]);
        expect(Object.fromEntries(rest.files)).toEqual(files);
        expect(rest.binaries.size).toBe(0);
      }), { seed: 7, numRuns: 200 },
    );
  });
});
