/** Merge, split, rename, alias, apart: what a user sees in the vault, and that later imports obey. */
import { beforeEach, describe, expect, it } from 'vitest';
import { listApps } from '../../src/import-notices';
import { addAlias, joinReview, joinSides, keepApart, renameApp } from '../../src/plan/decide-apps';
import { mergeApps } from '../../src/plan/merge-apps';
import { splitApp } from '../../src/plan/split-app';
import { readProperties } from '../../src/notes/properties';
import { DEFAULT_SETTINGS as SETTINGS } from '../../src/settings';
import { appNotes, apply, APPS, HOST, importTexts, readAppNote, recordRows, writeOwnText } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { noticeOf, titleOf } from '../support/sample-notice';
import { brokenLinks } from '../support/vault-links';

const MAPLE = { name: '枫林日记', developer: '长沙枫林软件有限公司' };
const LEAF = { name: '枫叶手账', developer: '广州南叶科技有限公司' };
const OTHER = { name: '石桥地图', developer: '西安石桥信息有限公司' };
const NOTICES = [noticeOf(10, '2021-01-22', [MAPLE, OTHER]), noticeOf(11, '2021-02-05', [{ name: '别的应用', developer: '某某（北京）公司' }, LEAF]), noticeOf(12, '2021-03-12', [MAPLE])];
const A = `${APPS}/枫林日记.md`;
const B = `${APPS}/枫叶手账.md`;
const noticePath = (total: number): string => `通报/侵害通报/${titleOf(total)}.md`;

let vault: MemoryVault;
const note = (path: string): string => vault.files.get(path) ?? '';
const properties = (path: string): Readonly<Record<string, unknown>> => readProperties(note(path)) ?? {};

beforeEach(async () => {
  vault = memoryVault();
  await importTexts(vault, NOTICES);
});

async function merge(keep: string, drop: string): Promise<void> {
  await apply(vault, await mergeApps(keep, drop, vault, SETTINGS));
}
async function split(path: string, ...keys: string[]): Promise<void> {
  await apply(vault, await splitApp(path, keys, vault, HOST, SETTINGS));
}

describe('merging two app notes', () => {
  it('joins records, names, developers and counts', async () => {
    await merge(A, B);
    expect(vault.files.has(B)).toBe(false);
    expect(vault.trashed.has(B)).toBe(true);
    expect(recordRows(note(A)).map((row) => /总第\d+批 №\d+/.exec(row)?.[0])).toEqual(['总第10批 №1', '总第11批 №2', '总第12批 №1']);
    expect(properties(A)).toMatchObject({ title: '枫林日记', aliases: ['枫叶手账'], 开发者: [MAPLE.developer, LEAF.developer], 通报次数: 3, 首次通报: '2021-01-22', 最近通报: '2021-03-12' });
  });

  it('leads every link of the vault to the note that stays', async () => {
    vault.files.set('日记/一.md', '---\n看: "[[枫叶手账]]"\n---\n见[[枫叶手账]]、[它](../通报/应用/枫叶手账.md)，`[[枫叶手账]]`。\n');
    await merge(A, B);
    expect(note('日记/一.md')).toBe('---\n看: "[[枫林日记|枫叶手账]]"\n---\n见[[枫林日记|枫叶手账]]、[它](../通报/应用/枫林日记.md)，`[[枫叶手账]]`。\n');
    expect(note(noticePath(11))).toContain('| 2 | [[通报/应用/枫林日记\\|枫叶手账]] | 广州南叶科技有限公司 |');
    expect(brokenLinks(new Map([...vault.files].filter(([path]) => path !== '日记/一.md')))).toEqual([]);
  });

  it('keeps the text of both users\' notes byte for byte', async () => {
    writeOwnText(vault, A, '甲的话。\n');
    writeOwnText(vault, B, '乙的话，\r\n```js\n// 没有结尾的代码\n');
    const own = readAppNote(note(B)).own;
    await merge(A, B);
    expect(note(A)).toContain('甲的话。\n');
    expect(note(A)).toContain('## 合并自“枫叶手账”\n');
    expect(note(A)).toContain(own);
    expect(note(A).indexOf('甲的话')).toBeLessThan(note(A).indexOf('合并自'));
  });

  it('shows the properties that the user gave the note that goes, and watches what was watched', async () => {
    vault.files.set(B, note(B).replace('通报类型', '评级: A # 暂定\n关注: true\n通报类型'));
    await merge(A, B);
    expect(note(A)).toContain('评级: A # 暂定\n');
    expect(properties(A)).toMatchObject({ 关注: true });
    expect(properties(A)['评级']).toBeUndefined();
  });

  it('is obeyed by later imports', async () => {
    await merge(A, B);
    const before = new Map(vault.files);
    const again = await importTexts(vault, NOTICES);
    expect(again.plan.changes).toEqual([]);
    expect(new Map(vault.files)).toEqual(before);
    const next = await importTexts(vault, [noticeOf(13, '2021-04-02', [LEAF, MAPLE])]);
    expect(next.apps).toMatchObject({ created: 0, updated: 1 });
    expect(next.review).toEqual([]);
    expect(recordRows(note(A))).toHaveLength(5);
  });

  it('takes 不同于 and 同名应用 of others along', async () => {
    const third = `${APPS}/石桥地图.md`;
    await apply(vault, await keepApart(third, B, vault, SETTINGS));
    await apply(vault, await keepApart(A, B, vault, SETTINGS));
    await merge(A, B);
    expect(properties(A)['不同于']).toEqual(['[[通报/应用/石桥地图|石桥地图]]']);
    expect(properties(third)['不同于']).toEqual(['[[通报/应用/枫林日记|枫林日记]]']);
    await split(A, '总第11批#1#2');
    expect(properties(third)['不同于']).toEqual(['[[通报/应用/枫叶手账|枫叶手账]]']);
    expect(properties(B)['不同于']).toEqual(['[[通报/应用/石桥地图|石桥地图]]', '[[通报/应用/枫林日记|枫林日记]]']);
  });

  it('refuses what would lose something, and says why', async () => {
    const refused = async (keep: string, drop: string): Promise<unknown> => {
      const plan = await mergeApps(keep, drop, vault, SETTINGS);
      return [plan.changes.length, plan.diagnostics.map(({ code, file }) => [code, file])];
    };
    expect(await refused(A, A)).toEqual([0, [['same-app-note', A]]]);
    expect(await refused(A, '通报/应用/没有.md')).toEqual([0, [['not-an-app-note', '通报/应用/没有.md']]]);
    vault.files.set(B, note(B).replace('\n\n^rn-record', '\n> 我写在这里的话\n\n^rn-record'));
    expect(await refused(A, B)).toEqual([0, [['record-edited', B]]]);
    expect(await refused(B, A)).toEqual([0, [['record-edited', B]]]);
    vault.files.set(A, note(A).replace('\n^rn-record\n', '\n'));
    expect(await refused(A, `${APPS}/石桥地图.md`)).toEqual([0, [['damaged-markers', A]]]);
    expect(await refused(`${APPS}/石桥地图.md`, A)).toEqual([0, [['damaged-markers', A]]]);
  });
});

describe('apps of one name', () => {
  it('name each other, whenever they came', async () => {
    await importTexts(vault, [noticeOf(13, '2021-04-02', [{ ...MAPLE, developer: '哈尔滨冰城网络有限公司' }])]);
    const second = `${APPS}/枫林日记（哈尔滨冰城网络有限公司）.md`;
    expect(properties(A)['同名应用']).toEqual(['[[通报/应用/枫林日记（哈尔滨冰城网络有限公司）|枫林日记（哈尔滨冰城网络有限公司）]]']);
    expect(properties(second)).toMatchObject({ title: '枫林日记', 同名应用: ['[[通报/应用/枫林日记|枫林日记]]'] });
    await importTexts(vault, [noticeOf(14, '2021-05-06', [{ ...MAPLE, developer: '拉萨雪山信息有限公司' }])]);
    expect([A, second].map((path) => (properties(path)['同名应用'] as string[]).length)).toEqual([2, 2]);
    await merge(A, second);
    expect(properties(A)['同名应用']).toEqual(['[[通报/应用/枫林日记（拉萨雪山信息有限公司）|枫林日记（拉萨雪山信息有限公司）]]']);
    expect(properties(`${APPS}/枫林日记（拉萨雪山信息有限公司）.md`)['同名应用']).toEqual(['[[通报/应用/枫林日记|枫林日记]]']);
  });

  it('are not merged by a later notice that joins them: the user is asked', async () => {
    await importTexts(vault, [noticeOf(13, '2021-04-02', [{ ...LEAF, name: '枫叶笔记' }])]);
    const before = new Map(appNotes(vault));
    const { review, apps } = await importTexts(vault, [noticeOf(14, '2021-05-06', [{ ...LEAF, name: '枫叶笔记（原枫叶手账）' }])]);
    expect(apps.created + apps.updated).toBe(1);
    expect(review.map(({ kind }) => kind)).toContain('bridge');
    for (const path of before.keys()) expect(vault.files.has(path)).toBe(true);
  });
});

describe('splitting an app note', () => {
  it('gives a merged note back, each user\'s text where it was', async () => {
    writeOwnText(vault, A, '甲的话。\n');
    writeOwnText(vault, B, '乙的话，\n\n~~~\n没有结尾\n');
    vault.files.set(B, note(B).replace('通报类型', '评级: A # 暂定\n关注: true\n通报类型'));
    vault.files.set(B, `${note(B)}\n最后一行，没有换行`);
    const before = [A, B].map((path) => readAppNote(note(path)));
    const otherNotes = [...vault.files].filter(([path]) => path !== A && path !== B);
    await merge(A, B);
    await split(A, '总第11批#1#2');
    const after = [A, B].map((path) => readAppNote(note(path)));
    const apart = ['[[通报/应用/枫叶手账|枫叶手账]]', '[[通报/应用/枫林日记|枫林日记]]'];
    expect(after).toEqual(before.map((one, i) => ({ ...one, properties: { ...one.properties, 不同于: [apart[i]] } })));
    expect(note(B)).toContain('评级: A # 暂定\n');
    expect([...vault.files].filter(([path]) => path !== A && path !== B)).toEqual(otherNotes);
  });

  it('makes a new note, leads the rows to it and lets both say that they are two', async () => {
    writeOwnText(vault, A, '我的话。\n');
    const second = `${APPS}/枫林日记（${MAPLE.developer}）.md`;
    await split(A, 'miit-infringement:12#1#1');
    expect(recordRows(note(A))).toHaveLength(1);
    expect(recordRows(note(second))).toHaveLength(1);
    expect(note(A)).toContain('我的话。\n');
    expect(note(second)).not.toContain('我的话');
    expect(properties(A)).toMatchObject({ 不同于: [`[[${second.slice(0, -3)}|枫林日记（${MAPLE.developer}）]]`], 同名应用: [`[[${second.slice(0, -3)}|枫林日记（${MAPLE.developer}）]]`], 通报次数: 1 });
    expect(properties(second)).toMatchObject({ title: '枫林日记', 不同于: ['[[通报/应用/枫林日记|枫林日记]]'], 同名应用: ['[[通报/应用/枫林日记|枫林日记]]'] });
    expect(note(noticePath(12))).toContain(`| 1 | [[${second.slice(0, -3)}\\|枫林日记]] |`);
    expect(note(noticePath(10))).toContain('| 1 | [[通报/应用/枫林日记\\|枫林日记]] |');
    expect(brokenLinks(vault.files)).toEqual([]);
  });

  it('is obeyed by later imports, and what fits both is asked', async () => {
    await split(A, '总第12批#1#1');
    const again = await importTexts(vault, NOTICES);
    expect(again.plan.changes).toEqual([]);
    expect(again.review).toEqual([]);
    const next = await importTexts(vault, [noticeOf(13, '2021-04-02', [MAPLE])]);
    expect(next.apps.created).toBe(1);
    expect(next.review.map(({ kind }) => kind)).toEqual(['bridge', 'bridge']);
    const records = (await listApps(vault, SETTINGS)).filter((app) => app.names[0] === '枫林日记').map((app) => app.listings.length);
    expect(records).toEqual([1, 1, 1]);
  });

  it('takes names and developers along that only the rows had', async () => {
    await merge(A, B);
    await merge(A, `${APPS}/石桥地图.md`);
    await split(A, '总第10批#1#2', '总第11批#1#2');
    expect(properties(A)).toMatchObject({ 开发者: [MAPLE.developer] });
    expect(properties(A)['aliases']).toBeUndefined();
    expect(properties(`${APPS}/石桥地图.md`)).toMatchObject({ aliases: ['枫叶手账'], 开发者: [OTHER.developer, LEAF.developer] });
  });

  it('refuses what is no split', async () => {
    const refused = async (...keys: string[]): Promise<unknown> => {
      const plan = await splitApp(A, keys, vault, HOST, SETTINGS);
      return [plan.changes.length, plan.diagnostics.map(({ code, values }) => [code, values['key']])];
    };
    expect(await refused()).toEqual([0, [['nothing-to-split', undefined]]]);
    expect(await refused('总第11批#1#2')).toEqual([0, [['listing-not-there', '总第11批#1#2']]]);
    expect(await refused('总第10批#1#1', 'miit-infringement:12#1#1')).toEqual([0, [['no-listing-left', undefined]]]);
  });
});

describe('smaller decisions', () => {
  it('renames an app, leads its links and finds it under both names', async () => {
    writeOwnText(vault, A, '我的话。\n');
    await apply(vault, await renameApp(A, '枫林手记', vault, SETTINGS));
    const path = `${APPS}/枫林手记.md`;
    expect(vault.files.has(A)).toBe(false);
    expect(properties(path)).toMatchObject({ title: '枫林手记', aliases: ['枫林日记'] });
    expect(note(path)).toContain('我的话。\n');
    expect(note(noticePath(10))).toContain('[[通报/应用/枫林手记\\|枫林日记]]');
    expect(brokenLinks(vault.files)).toEqual([]);
    expect((await importTexts(vault, NOTICES)).plan.changes).toEqual([]);
    await importTexts(vault, [noticeOf(13, '2021-04-02', [MAPLE, { ...MAPLE, name: '枫林手记' }])]);
    expect(recordRows(note(path))).toHaveLength(4);
  });

  it('gives a renamed app brackets where another bears the name, and keeps the file where only its case changes', async () => {
    await apply(vault, await renameApp(B, '枫林日记', vault, SETTINGS));
    const path = `${APPS}/枫林日记（${LEAF.developer}）.md`;
    expect(properties(path)).toMatchObject({ title: '枫林日记', aliases: expect.arrayContaining(['枫叶手账']) as string[], 同名应用: ['[[通报/应用/枫林日记|枫林日记]]'] });
    await apply(vault, await renameApp(A, 'maple', vault, SETTINGS));
    await apply(vault, await renameApp(`${APPS}/maple.md`, 'Maple', vault, SETTINGS));
    expect(properties(`${APPS}/maple.md`)).toMatchObject({ title: 'Maple' });
    expect(properties(path)['同名应用']).toEqual(['[[通报/应用/maple|maple]]']);
    expect((await renameApp(A, '  ', vault, SETTINGS)).diagnostics.map(({ code }) => code)).toEqual(['empty-name']);
  });

  it('lets rows of a new name find an app that was given it as an alias', async () => {
    await apply(vault, await addAlias(A, '枫林本', vault, SETTINGS));
    expect(properties(A)['aliases']).toEqual(['枫林本']);
    await importTexts(vault, [noticeOf(13, '2021-04-02', [{ ...MAPLE, name: '枫林本' }])]);
    expect(recordRows(note(A))).toHaveLength(3);
  });

  it('keeps two apps apart in both notes, once', async () => {
    for (let i = 0; i < 2; i += 1) await apply(vault, await keepApart(A, B, vault, SETTINGS));
    expect(properties(A)['不同于']).toEqual(['[[通报/应用/枫叶手账|枫叶手账]]']);
    expect(properties(B)['不同于']).toEqual(['[[通报/应用/枫林日记|枫林日记]]']);
  });

  it('joins a doubtful pair into the note with the longer record', async () => {
    await apply(vault, await joinReview(B, A, vault, SETTINGS));
    expect([vault.files.has(A), vault.files.has(B)]).toEqual([true, false]);
    expect(appNotes(vault).size).toBe(3);
  });

  it('joins rows that have no notes where only notable apps have one', async () => {
    const settings = { ...SETTINGS, appNotes: 'notable' } as const;
    vault = memoryVault();
    const first = await importTexts(vault, [noticeOf(10, '2021-01-22', [{ name: '松果笔记', developer: '昆明松果软件有限公司' }, OTHER])], settings);
    expect([first.apps.created, appNotes(vault).size]).toEqual([0, 0]);
    expect(note(noticePath(10))).toContain('| 1 | 松果笔记 | 昆明松果软件有限公司 |');
    const second = await importTexts(vault, [noticeOf(11, '2021-02-05', [{ name: '松果笔记', developer: '贵阳松塔网络有限公司' }])], settings);
    const [pair] = second.review;
    if (pair === undefined) throw new Error('no doubtful pair');
    await apply(vault, await joinSides(pair.a, pair.b, vault, HOST, settings));
    expect(recordRows(note(`${APPS}/松果笔记.md`))).toHaveLength(2);
    expect(note(noticePath(10))).toContain('| 1 | [[通报/应用/松果笔记\\|松果笔记]] | 昆明松果软件有限公司 |');
    expect(note(noticePath(10))).toContain('| 2 | 石桥地图 |');
    await importTexts(vault, [noticeOf(12, '2021-03-12', [OTHER])], settings);
    expect(recordRows(note(`${APPS}/石桥地图.md`))).toHaveLength(2);
    expect(note(noticePath(10))).toContain('| 2 | [[通报/应用/石桥地图\\|石桥地图]] |');
    expect(note(noticePath(10))).toContain('| 1 | [[通报/应用/松果笔记\\|松果笔记]] |');
    const again = await importTexts(vault, [noticeOf(12, '2021-03-12', [OTHER])], settings);
    expect(again.plan.changes).toEqual([]);
  });

  it('finds a note that was moved and renamed outside', async () => {
    vault.files.set('收藏/我的日记.md', note(A));
    vault.files.delete(A);
    const next = await importTexts(vault, [noticeOf(13, '2021-04-02', [MAPLE])]);
    expect(next.apps).toMatchObject({ created: 0, updated: 1 });
    expect(recordRows(note('收藏/我的日记.md'))).toHaveLength(3);
    expect(note(noticePath(13))).toContain('[[收藏/我的日记\\|枫林日记]]');
  });

  it('keeps date and words of rows whose notice note is gone', async () => {
    vault.files.delete(noticePath(10));
    await importTexts(vault, [noticeOf(13, '2021-04-02', [MAPLE])]);
    expect(recordRows(note(A))[0]).toBe(`> | 2021-01-22 | [[通报/侵害通报/${titleOf(10)}#^rn-list-1\\|总第10批 №1]] | 枫林日记 | ${MAPLE.developer} | 应用宝 | 1.0 | 违规收集个人信息 | 工业和信息化部 |`);
    expect(properties(A)).toMatchObject({ 通报次数: 3, 首次通报: '2021-01-22' });
  });
});
