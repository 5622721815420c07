/** Settings that change together with files: what undo does to them, and what it leaves to the user. */
import { describe, expect, it } from 'vitest';
import { applyWithJournal } from '../../src/plan/apply-with-journal';
import { EMPTY_PLAN, type Plan } from '../../src/plan/plan';
import { findInterrupted } from '../../src/plan/recover';
import type { SettingsStore } from '../../src/plan/settings-step';
import { lastApply, undoLast } from '../../src/plan/undo-last';
import { DEFAULT_SETTINGS, ENGLISH_PROPERTY_NAMES, readSettings, type Settings } from '../../src/settings';
import { memoryJournal } from '../support/memory-journal';
import { memoryVault } from '../support/memory-vault';

const OPTIONS = { action: 'adopt', startedAt: '2026-03-01T08:00:00Z' } as const;
const PLAN: Plan = { ...EMPTY_PLAN, changes: [{ kind: 'create', path: '档案/新.md', text: '新\n' }, { kind: 'update', path: '甲.md', before: '甲\n', after: '甲甲\n' }] };

interface SavedText extends SettingsStore {
  text: string | null;
}

function saved(text: string | null): SavedText {
  const store: SavedText = {
    text,
    read: () => Promise.resolve(store.text),
    write: (next) => Promise.resolve(void (store.text = next)),
  };
  return store;
}

function adopted(before: Settings): Settings {
  return { ...before, folders: { ...before.folders, infringement: '档案' }, indexNote: '目录.md', propertyNames: ENGLISH_PROPERTY_NAMES };
}

const nowIn = (store: SavedText): Settings => readSettings(JSON.parse(store.text ?? 'null'));

async function applied(text: string | null, plan = PLAN) {
  const store = saved(text);
  const [vault, journal] = [memoryVault({ '甲.md': '甲\n' }), memoryJournal()];
  const before = nowIn(store);
  const result = await applyWithJournal(plan, vault, journal, { ...OPTIONS, settings: { before, after: adopted(before), store } });
  return { store, vault, journal, before, result };
}

describe('settings that change with the files', () => {
  it.each([['none were saved', null], ['an own layout', '{"folders":{"apps":"我的应用"},\n\n "later":{"x":1}}\r\n']])('are others after the apply and the same bytes after undo, where there were %s', async (_, text) => {
    const { store, vault, journal, before, result } = await applied(text);
    expect(result.settings).toEqual({ changed: true, kept: [] });
    expect(nowIn(store)).toEqual(adopted(before));
    if (text !== null) expect(JSON.parse(store.text ?? '')).toMatchObject({ later: { x: 1 }, folders: { apps: '我的应用' } });
    expect(await lastApply(journal)).toMatchObject({ settings: true });
    expect(await undoLast(vault, journal, { settings: store })).toMatchObject({ failed: [], settings: { changed: true, kept: [] } });
    expect(store.text).toBe(text);
    expect([Object.fromEntries(vault.files), journal.files.size]).toEqual([{ '甲.md': '甲\n' }, 0]);
  });

  it('stay as the user set them since, one by one, and are named', async () => {
    const { store, vault, journal, before } = await applied('{"later":1}');
    const own = { ...nowIn(store), indexNote: '我的目录.md', linkStyle: 'markdown' as const };
    store.text = JSON.stringify({ ...(JSON.parse(store.text ?? '') as object), indexNote: own.indexNote, linkStyle: own.linkStyle });
    const undone = await undoLast(vault, journal, { settings: store });
    expect(undone).toMatchObject({ failed: [], settings: { changed: true, kept: ['indexNote'] } });
    expect(nowIn(store)).toEqual({ ...before, indexNote: '我的目录.md', linkStyle: 'markdown' });
    expect(JSON.parse(store.text)).toEqual({ later: 1, indexNote: '我的目录.md', linkStyle: 'markdown' });
  });

  it('are left alone where the user damaged the file since', async () => {
    const { store, vault, journal } = await applied(null);
    store.text = '{ oh no';
    expect((await undoLast(vault, journal, { settings: store })).settings).toMatchObject({ changed: false });
    expect([store.text, vault.files.get('甲.md')]).toEqual(['{ oh no', '甲\n']);
  });

  it('are an entry of their own where no file changes, and none where they do not change either', async () => {
    const { store, vault, journal, result } = await applied(null, EMPTY_PLAN);
    expect(result).toMatchObject({ failed: [], settings: { changed: true } });
    expect(await undoLast(vault, journal, { settings: store })).toMatchObject({ action: 'adopt', settings: { changed: true } });
    expect(store.text).toBeNull();
    await applyWithJournal(EMPTY_PLAN, vault, journal, { ...OPTIONS, settings: { before: DEFAULT_SETTINGS, after: DEFAULT_SETTINGS, store } });
    expect([store.text, journal.files.size]).toEqual([null, 0]);
  });

  it('wait where the user stopped, and undo does not touch what he sets himself', async () => {
    const store = saved('{}');
    const [vault, journal] = [memoryVault({ '甲.md': '甲\n' }), memoryJournal()];
    let asked = 0;
    const after = adopted(DEFAULT_SETTINGS);
    const result = await applyWithJournal(PLAN, vault, journal, { ...OPTIONS, shouldStop: () => (asked += 1) > 1, settings: { before: DEFAULT_SETTINGS, after, store } });
    expect(result).toMatchObject({ created: ['档案/新.md'], notDone: ['甲.md'], settings: { changed: false } });
    expect(store.text).toBe('{}');
    store.text = '{"indexNote":"目录.md"}';
    expect(await undoLast(vault, journal, { settings: store })).toMatchObject({ trashed: ['档案/新.md'], settings: { changed: false } });
    expect(store.text).toBe('{"indexNote":"目录.md"}');
  });

  it('that cannot be read keep everything as it is', async () => {
    const store = saved('{ oh no');
    const [vault, journal] = [memoryVault({ '甲.md': '甲\n' }), memoryJournal()];
    const result = await applyWithJournal(PLAN, vault, journal, { ...OPTIONS, settings: { before: DEFAULT_SETTINGS, after: adopted(DEFAULT_SETTINGS), store } });
    expect(result).toMatchObject({ rolledBack: true, failed: [{ path: 'settings', reason: 'error' }], notDone: ['档案/新.md', '甲.md'] });
    expect([Object.fromEntries(vault.files), store.text, journal.files.size]).toEqual([{ '甲.md': '甲\n' }, '{ oh no', 0]);
  });

  it('are needed by whoever recovers: without them nothing is closed', async () => {
    const { vault, journal, store } = await applied(null);
    expect(await undoLast(vault, journal)).toMatchObject({ interrupted: true });
    expect(await findInterrupted(journal)).not.toBeNull();
    expect(await undoLast(vault, journal, { settings: store })).toMatchObject({ interrupted: false, settings: { changed: true } });
    expect(store.text).toBeNull();
  });
});

describe('folders that the changes leave empty', () => {
  it('go with the apply where nothing else is in them, and come back with undo', async () => {
    const files = { '通报/侵害/一.md': '一\n', '通报/应用/二.md': '二\n', '通报/应用/我的.md': '我的\n' };
    const [vault, journal] = [memoryVault(files), memoryJournal()];
    const folders = [...vault.folders].sort();
    const plan: Plan = { ...EMPTY_PLAN, emptied: ['通报/侵害', '通报/应用', '通报'], changes: [{ kind: 'move', path: '通报/侵害/一.md', to: '新/一.md' }, { kind: 'move', path: '通报/应用/二.md', to: '新/二.md' }] };
    expect(await applyWithJournal(plan, vault, journal, OPTIONS)).toMatchObject({ failed: [] });
    expect([...vault.folders].sort()).toEqual(['新', '通报', '通报/应用']);
    await undoLast(vault, journal);
    expect([Object.fromEntries(vault.files), [...vault.folders].sort()]).toEqual([files, folders]);
  });
});
