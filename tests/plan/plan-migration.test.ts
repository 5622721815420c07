/** Other settings for a vault that has notes: what moves, what is rewritten, what stays, and the way back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/import-notices';
import { applyPlan } from '../../src/plan/apply-plan';
import { applyWithJournal } from '../../src/plan/apply-with-journal';
import { undoLast } from '../../src/plan/undo-last';
import { invertPlan } from '../../src/plan/invert-plan';
import type { Plan } from '../../src/plan/plan';
import { planMigration } from '../../src/plan/plan-migration';
import { encodePath } from '../../src/notes/links';
import { readProperties } from '../../src/notes/properties';
import { DEFAULT_SETTINGS, ENGLISH_PROPERTY_NAMES, PROPERTY_NAMES, type Settings } from '../../src/settings';
import { donePart } from '../support/done-part';
import { infringementText, takedownText } from '../support/made-notices-text';
import { apply, HOST, importTexts } from '../support/made-vault';
import { memoryJournal } from '../support/memory-journal';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { brokenLinks } from '../support/vault-links';

const ROWS = [
  { name: '青柠天气', developer: '杭州青柠科技有限公司', source: '应用宝', version: '1.0.2' },
  { name: '山雨地图', developer: '北京山雨网络有限公司', source: '豌豆荚', version: '2.3.4' },
];
const FIRST = infringementText(10, '2021-01-22', ROWS);
const SECOND = infringementText(11, '2021-02-05', ROWS.slice(0, 1));
const DOWN = takedownText('2021-05-10', '2021-01-22', 2, ROWS.slice(1));
const DIARY = '# 日记\r\n\r\n今天看了[[通报/应用/青柠天气|青柠]]和[[山雨地图]]，还有[总第10批](<通报/侵害通报/关于侵害用户权益行为的APP通报（2021年第1批，总第10批）.md#^rn-list-1>)。\r\n';
const CODE = '`[[通报/应用/青柠天气|青柠]]` 不是链接';
const CANVAS = '{"nodes":[{"id":"a","type":"file","file":"通报/应用/青柠天气.md","x":0}]}';

async function madeVault(settings: Settings = DEFAULT_SETTINGS): Promise<MemoryVault> {
  const vault = memoryVault({ '日记/一月.md': DIARY, '通报/应用/我的清单.md': '[[青柠天气]]', '通报/图.canvas': CANVAS });
  await importTexts(vault, [FIRST, SECOND, DOWN], settings);
  return vault;
}

const withFolders = (folders: Partial<Settings['folders']>, more: Partial<Settings> = {}): Settings => ({ ...DEFAULT_SETTINGS, folders: { ...DEFAULT_SETTINGS.folders, ...folders }, ...more });

/** From the default settings; a second time changes nothing. */
async function migrate(vault: MemoryVault, after: Settings): Promise<Plan> {
  const plan = await planMigration(DEFAULT_SETTINGS, after, vault);
  await apply(vault, plan);
  expect((await planMigration(DEFAULT_SETTINGS, after, vault)).changes).toEqual([]);
  return plan;
}

describe('folders', () => {
  it('moves the notes of a kind, follows every link to them, and leaves other files where they are', async () => {
    const vault = await madeVault();
    vault.files.set('日记/代码.md', CODE);
    const plan = await migrate(vault, withFolders({ apps: '资料/被通报的应用' }));
    expect([...vault.files.keys()].filter((path) => path.startsWith('资料/'))).toEqual(['资料/被通报的应用/山雨地图.md', '资料/被通报的应用/青柠天气.md']);
    expect(vault.files.get('日记/一月.md')).toBe(DIARY.replace('[[通报/应用/青柠天气|青柠]]', '[[资料/被通报的应用/青柠天气|青柠]]'));
    expect(vault.files.get('日记/代码.md')).toBe(CODE);
    expect(vault.files.get('通报/应用/我的清单.md')).toBe('[[青柠天气]]');
    expect(vault.files.get('通报/图.canvas')).toBe(CANVAS.replace('通报/应用', '资料/被通报的应用'));
    expect(brokenLinks(vault.files).map(({ from }) => from)).toEqual(['日记/代码.md']);
    expect(plan.diagnostics.map(({ code, values }) => ({ code, ...values }))).toEqual([{ code: 'other-files-stay', folder: '通报/应用', count: 1 }]);
  });

  it('takes away the folders that are empty then, and no folder of the user; undo brings them back', async () => {
    const vault = memoryVault({ '工作/日记.md': '今天。\n' });
    const before = withFolders({ infringement: '工作/监管/侵害', takedown: '工作/监管/下架', apps: '资料/应用', news: '资料/应用', attachments: '资料/应用' }, { indexNote: '工作/监管/目录.md' });
    await importTexts(vault, [FIRST, SECOND, DOWN], before);
    vault.files.delete('工作/日记.md');
    const [files, folders] = [Object.fromEntries(vault.files), [...vault.folders].sort()];
    const journal = memoryJournal();
    const plan = await planMigration(before, DEFAULT_SETTINGS, vault);
    expect(await applyWithJournal(plan, vault, journal, { action: 'settings', startedAt: '2026-03-01T08:00:00Z' })).toMatchObject({ failed: [], notDone: [] });
    expect([...vault.folders].sort()).toEqual(['工作', '资料', '通报', '通报/下架通报', '通报/侵害通报', '通报/应用']);
    expect(await undoLast(vault, journal)).toMatchObject({ failed: [] });
    expect([Object.fromEntries(vault.files), [...vault.folders].sort()]).toEqual([files, folders]);
  });

  it('keeps a note where the user put it', async () => {
    const vault = await madeVault();
    const text = vault.files.get('通报/应用/青柠天气.md') ?? '';
    vault.files.delete('通报/应用/青柠天气.md');
    vault.files.set('重点/青柠天气.md', text);
    await migrate(vault, withFolders({ apps: '资料' }));
    expect(vault.files.get('重点/青柠天气.md')).toBe(text);
    expect([...vault.files.keys()].filter((path) => /(?:青柠天气|山雨地图)\.md$/.test(path)).sort()).toEqual(['资料/山雨地图.md', '重点/青柠天气.md']);
  });

  it('never writes over a file: what is in the way stays, and so does the note', async () => {
    const vault = await madeVault();
    vault.files.set('资料/青柠天气.MD', '我自己的');
    const note = vault.files.get('通报/应用/青柠天气.md');
    const plan = await migrate(vault, withFolders({ apps: '资料' }));
    expect(vault.files.get('资料/青柠天气.MD')).toBe('我自己的');
    expect(vault.files.get('通报/应用/青柠天气.md')).toBe(note);
    expect(plan.kept).toEqual([{ path: '通报/应用/青柠天气.md', reason: 'already-there' }]);
    expect(plan.diagnostics.filter(({ code }) => code === 'move-target-taken').map(({ file, values }) => [file, values['to']])).toEqual([['通报/应用/青柠天气.md', '资料/青柠天气.md']]);
  });

  it('lets two kinds of notes change places', async () => {
    const vault = await madeVault();
    await apply(vault, await planMigration(DEFAULT_SETTINGS, withFolders({ infringement: '通报/下架通报', takedown: '通报/侵害通报' }), vault));
    expect([...vault.files.keys()].filter((path) => path.startsWith('通报/侵害通报/'))).toEqual(['通报/侵害通报/2021_05_关于下架侵害用户权益APP名单的通报.md']);
    expect(brokenLinks(vault.files)).toEqual([]);
  });

  it('moves the index page, and the links in it lead on', async () => {
    const vault = await madeVault();
    await migrate(vault, withFolders({ infringement: '别处' }, { indexNote: '目录.md' }));
    expect(vault.files.get('目录.md')).toContain('](别处/关于侵害用户权益行为的APP通报（2021年第1批，总第10批）.md)');
    expect(vault.files.has(DEFAULT_SETTINGS.indexNote)).toBe(false);
    expect(brokenLinks(vault.files)).toEqual([]);
  });

  it('takes the page that the user names as index as it is', async () => {
    const vault = await madeVault();
    vault.files.set('我的目录.md', '# 目录\n');
    const plan = await migrate(vault, withFolders({}, { indexNote: '我的目录.md' }));
    expect(plan.changes).toEqual([]);
    expect(vault.files.get('我的目录.md')).toBe('# 目录\n');
  });
});

describe('file names', () => {
  const named = (infringement: string): Settings => ({ ...DEFAULT_SETTINGS, noteNames: { ...DEFAULT_SETTINGS.noteNames, infringement } });

  it('renames the notes that still bear the name they were given, and no other', async () => {
    const vault = await madeVault();
    const old = '通报/侵害通报/关于侵害用户权益行为的APP通报（2021年第2批，总第11批）.md';
    vault.files.set('通报/侵害通报/我改的名.md', vault.files.get(old) ?? '');
    vault.files.delete(old);
    await migrate(vault, named('{{date}} 总第{{total}}批'));
    expect([...vault.files.keys()].filter((path) => path.startsWith('通报/侵害通报/')).sort()).toEqual(['通报/侵害通报/2021-01-22 总第10批.md', '通报/侵害通报/我改的名.md']);
  });

  it('numbers those that get the same name', async () => {
    const vault = memoryVault();
    await importTexts(vault, [FIRST, infringementText(11, '2021-01-22', ROWS)]);
    await migrate(vault, named('{{date}}'));
    expect([...vault.files.keys()].filter((path) => path.startsWith('通报/侵害通报/')).sort()).toEqual(['通报/侵害通报/2021-01-22 1.md', '通报/侵害通报/2021-01-22.md']);
    expect(brokenLinks(vault.files)).toEqual([]);
  });
});

describe('names of properties', () => {
  const ENGLISH: Settings = { ...DEFAULT_SETTINGS, propertyNames: ENGLISH_PROPERTY_NAMES };

  it('renames them in place, with values, comments and order, and imports go on without a conflict', async () => {
    const vault = await madeVault();
    const path = '通报/应用/青柠天气.md';
    vault.files.set(path, (vault.files.get(path) ?? '').replace('---\n', '---\n# 我的注释\n"关注": true # 常用\n'));
    const before = vault.files.get(path) ?? '';
    await migrate(vault, ENGLISH);
    const after = vault.files.get(path) ?? '';
    expect(after).toContain('# 我的注释\n"watched_app": true # 常用\n');
    expect(Object.values(readProperties(after) ?? {})).toEqual(Object.values(readProperties(before) ?? {}));
    expect(after).not.toMatch(/通报类型|开发者:|通报次数/);
    const again = await planImport([FIRST, SECOND, DOWN].map((text, i) => ({ fileName: `${i}.md`, bytes: new TextEncoder().encode(text) })), vault, HOST, ENGLISH);
    expect({ changes: again.plan.changes, conflicts: again.plan.conflicts }).toEqual({ changes: [], conflicts: [] });
  });

  it('lets two names change places', async () => {
    const vault = await madeVault();
    const swapped: Settings = { ...DEFAULT_SETTINGS, propertyNames: { ...PROPERTY_NAMES, date: '落款日期', signedDate: '发布日期' } };
    const path = '通报/侵害通报/关于侵害用户权益行为的APP通报（2021年第1批，总第10批）.md';
    vault.files.set(path, (vault.files.get(path) ?? '').replace('发布日期: 2021-01-22\n', '发布日期: 2021-01-22\n落款日期: 2021-01-20\n'));
    await apply(vault, await planMigration(DEFAULT_SETTINGS, swapped, vault));
    expect(readProperties(vault.files.get(path) ?? '')).toMatchObject({ 落款日期: '2021-01-22', 发布日期: '2021-01-20' });
  });

  it('keeps both where a note has the new name already, and says so', async () => {
    const vault = await madeVault();
    const path = '通报/应用/青柠天气.md';
    vault.files.set(path, (vault.files.get(path) ?? '').replace('---\n', '---\nperiod: 我的\n'));
    const plan = await migrate(vault, { ...DEFAULT_SETTINGS, propertyNames: { ...PROPERTY_NAMES, timesNamed: 'period' } });
    expect(readProperties(vault.files.get(path) ?? '')).toMatchObject({ period: '我的', 通报次数: 2 });
    expect(plan.conflicts).toEqual([{ path, part: 'period', kept: '我的', proposed: '2' }]);
    expect(readProperties(vault.files.get('通报/应用/山雨地图.md') ?? '')).toMatchObject({ period: 1 });
  });
});

describe('link style', () => {
  const MARKDOWN: Settings = { ...DEFAULT_SETTINGS, linkStyle: 'markdown' };

  it('gives the vault that would have been written in that style', async () => {
    const vault = await madeVault();
    await migrate(vault, MARKDOWN);
    const fresh = await madeVault(MARKDOWN);
    expect(Object.fromEntries(vault.files)).toEqual(Object.fromEntries(fresh.files));
    expect(vault.files.get('通报/应用/青柠天气.md')).toContain('[总第10批 №1](通报/侵害通报/关于侵害用户权益行为的APP通报（2021年第1批，总第10批）.md#^rn-list-1)');
    expect(brokenLinks(vault.files)).toEqual([]);
  });

  it('leaves the form of links that the user wrote', async () => {
    const vault = await madeVault();
    const path = '通报/应用/青柠天气.md';
    vault.files.set(path, (vault.files.get(path) ?? '').replace('## 笔记\n', '## 笔记\n\n见[[通报/应用/山雨地图|山雨]]。\n'));
    await migrate(vault, MARKDOWN);
    expect(vault.files.get(path)).toContain('见[[通报/应用/山雨地图|山雨]]。');
  });
});

describe('there and back', () => {
  const folder = fc.constantFrom('通报/应用', '资料', '资料/甲 乙', '通报', '档案/第(1)类');
  const settings: fc.Arbitrary<Settings> = fc
    .record({
      apps: folder, infringement: fc.constantFrom('通报/侵害通报', '资料/侵害', '甲'), takedown: fc.constantFrom('通报/下架通报', '资料/下架', '甲'),
      index: fc.constantFrom(DEFAULT_SETTINGS.indexNote, '目录.md', '资料/目录.md'), english: fc.boolean(), style: fc.constantFrom('wiki', 'markdown'),
      infringementName: fc.constantFrom('{{title}}', '{{date}} {{title}}', '总第{{total}}批', '{{year}}-{{number}}'), takedownName: fc.constantFrom('{{year}}_{{month}}_{{title}}', '{{date}}（{{agency}}）'),
      bytes: fc.constantFrom(140, 60, 200),
    })
    .map(({ apps, infringement, takedown, index, english, style, infringementName, takedownName, bytes }): Settings => ({
      ...withFolders({ apps, infringement, takedown }), indexNote: index, propertyNames: english ? ENGLISH_PROPERTY_NAMES : PROPERTY_NAMES,
      linkStyle: style, noteNames: { infringement: infringementName, takedown: takedownName }, fileNameBytes: bytes,
    }));

  it('gives every byte back, by undo and by the old settings, and links resolve meanwhile', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(settings, settings, async (before, after) => {
        const vault = await madeVault(before);
        const ours = [...vault.files.keys()].filter((path) => /总第10批|2021-01-22|2021-1/.test(path) || path.endsWith('青柠天气.md'));
        vault.files.set('日记/一月.md', ours.map((path) => `[[${path.replace(/\.md$/, '')}|全]] [[${path.replace(/^.*\/|\.md$/g, '')}]] [近](../${encodePath(path)}) [远](${encodePath(path)})\r\n`).join(''));
        vault.files.set('通报/图.canvas', CANVAS.replace('通报/应用', before.folders.apps));
        const found = Object.fromEntries(vault.files);
        const plan = await planMigration(before, after, vault);
        const result = await applyPlan(plan, vault);
        expect({ failed: result.failed, broken: brokenLinks(vault.files) }).toEqual({ failed: [], broken: [] });
        expect(plan.diagnostics.filter(({ code }) => code !== 'other-files-stay')).toEqual([]);
        moved += result.moved.length;
        const there = new Map(vault.files);
        await apply(vault, await planMigration(after, before, vault));
        expect(Object.fromEntries(vault.files)).toEqual(found);
        await apply(vault, await planMigration(before, after, vault));
        expect(Object.fromEntries(vault.files)).toEqual(Object.fromEntries(there));
        await apply(vault, invertPlan(donePart(plan, result)));
        expect(Object.fromEntries(vault.files)).toEqual(found);
      }),
      { seed: 20211122, numRuns: 100 },
    );
    console.info(`migration: ${moved} files moved there and back`);
    expect(moved).toBeGreaterThan(100);
  });
});
