/** What the user leaves out of an import, file by file, and what he corrects in it. */
import { describe, expect, it } from 'vitest';
import { planImport, type ImportOptions, type ImportReport, type ImportSource } from '../src/import-notices';
import { targetFinder } from '../src/plan/link-targets';
import { rewriteLinks } from '../src/notes/rewrite-links';
import { readProperties } from '../src/notes/properties';
import { DEFAULT_SETTINGS } from '../src/settings';
import { HOST, apply, importTexts, recordRows } from './support/made-vault';
import { memoryVault, type MemoryVault } from './support/memory-vault';
import { noticeOf, titleOf } from './support/sample-notice';

const LOOK = { name: '晨光看看', developer: '上海晨光信息科技有限公司' };
const WALK = { name: '乐行计步', developer: '杭州乐行网络科技有限公司' };
const TENTH = noticeOf(10, '2021-01-22', [LOOK, WALK]);
const TWELFTH = noticeOf(12, '2021-03-12', [LOOK]);
const TENTH_PATH = `通报/侵害通报/${titleOf(10)}.md`;
const TWELFTH_PATH = `通报/侵害通报/${titleOf(12)}.md`;
const INDEX_PATH = '通报/APP侵害用户权益专项整治行动.md';
const LOOK_PATH = '通报/应用/晨光看看.md';

function sourcesOf(texts: readonly string[], stated: ImportSource['stated'] = {}): ImportSource[] {
  return texts.map((text, i) => ({ fileName: `${i + 1}.md`, bytes: new TextEncoder().encode(text), stated }));
}

async function importAs(vault: MemoryVault, texts: readonly string[], options: ImportOptions, stated: ImportSource['stated'] = {}): Promise<ImportReport> {
  const report = await planImport(sourcesOf(texts, stated), vault, HOST, DEFAULT_SETTINGS, options);
  await apply(vault, report.plan);
  return report;
}

const leaveOut = (...paths: string[]): ImportOptions => ({ leaveOut: new Set(paths) });
const leftOut = (report: ImportReport): string[] => report.plan.kept.filter(({ reason }) => reason === 'left-out').map(({ path }) => path);

/** Links of all notes that lead to no file. */
function deadLinks(vault: MemoryVault): string[] {
  const find = targetFinder([...vault.files.keys(), ...vault.binaries.keys()]);
  const dead: string[] = [];
  for (const [path, text] of vault.files) {
    rewriteLinks(text, (link, form) => {
      if (!/^[a-z]+:/i.test(link) && find(link, path, form) === null) dead.push(`${path}: ${link}`);
      return null;
    });
  }
  return dead;
}

describe('a file that the user leaves out', () => {
  it('of an app is not made, and its name is no link', async () => {
    const vault = memoryVault();
    const report = await importAs(vault, [TENTH], leaveOut(LOOK_PATH));
    expect(leftOut(report)).toEqual([LOOK_PATH]);
    expect(vault.files.has(LOOK_PATH)).toBe(false);
    expect(vault.files.get(TENTH_PATH)).toContain('| 1 | 晨光看看 |');
    expect(vault.files.get(TENTH_PATH)).toContain('[[通报/应用/乐行计步');
    expect(deadLinks(vault)).toEqual([]);
    expect(report.apps).toMatchObject({ created: 1, listed: 2 });
  });

  it('does not give its name to a homonym', async () => {
    const vault = memoryVault();
    await importAs(vault, [noticeOf(10, '2021-01-22', [LOOK, { ...LOOK, developer: '成都晨曦影视有限公司' }])], leaveOut(LOOK_PATH));
    expect([...vault.files.keys()].filter((path) => path.startsWith('通报/应用/'))).toEqual(['通报/应用/晨光看看（成都晨曦影视有限公司）.md']);
    expect(deadLinks(vault)).toEqual([]);
  });

  it('of a notice is not made, nor the apps that only it lists, nor its item of the index', async () => {
    const vault = memoryVault();
    const report = await importAs(vault, [TENTH, TWELFTH], leaveOut(TENTH_PATH));
    expect(report.sources.map(({ outcome }) => outcome)).toEqual(['left-out', 'new']);
    expect([...vault.files.keys()].filter((path) => /^通报\/(?:侵害通报|应用)\//.test(path))).toEqual([TWELFTH_PATH, LOOK_PATH]);
    expect(recordRows(vault.files.get(LOOK_PATH) ?? '')).toHaveLength(1);
    expect([...vault.files.values()].join('\n')).not.toContain('总第10批');
    expect(deadLinks(vault)).toEqual([]);
  });

  it('that is there already stays byte for byte, and grows with the next import', async () => {
    const vault = memoryVault();
    await importTexts(vault, [TENTH]);
    const before = vault.files.get(LOOK_PATH);
    const report = await importAs(vault, [TWELFTH], leaveOut(LOOK_PATH));
    expect(leftOut(report)).toEqual([LOOK_PATH]);
    expect(vault.files.get(LOOK_PATH)).toBe(before);
    expect(vault.files.get(TWELFTH_PATH)).toContain('[[通报/应用/晨光看看');
    expect(deadLinks(vault)).toEqual([]);
    await importTexts(vault, [TWELFTH]);
    expect(recordRows(vault.files.get(LOOK_PATH) ?? '')).toHaveLength(2);
  });

  it('says nothing of files that the plan does not touch', async () => {
    const vault = memoryVault();
    await importTexts(vault, [TENTH]);
    expect(leftOut(await importAs(vault, [TENTH], leaveOut(TENTH_PATH, '日记/今天.md')))).toEqual([]);
  });

  it('can be the copy of what was fetched: the note leads to no copy', async () => {
    const fetched = { address: 'https://www.example.gov.cn/10.html', at: '2021-02-01T09:00:00', sha256: 'a'.repeat(64), isPage: true };
    const sources = sourcesOf([TENTH]).map((source) => ({ ...source, fetched }));
    const vault = memoryVault();
    const copies = (await planImport(sources, vault, HOST, DEFAULT_SETTINGS)).plan.changes.filter(({ kind }) => kind === 'create-binary').map(({ path }) => path);
    expect(copies).toHaveLength(1);
    const report = await planImport(sources, vault, HOST, DEFAULT_SETTINGS, leaveOut(...copies));
    await apply(vault, report.plan);
    expect(leftOut(report)).toEqual(copies);
    expect(vault.binaries.size).toBe(0);
    expect(deadLinks(vault)).toEqual([]);
  });
});

describe('what the user corrects', () => {
  it('is what the note says, and another import of the same source adds nothing', async () => {
    const vault = memoryVault();
    await importAs(vault, [TENTH], {}, { date: '2021-01-25', agency: '浙江省通信管理局' });
    expect(readProperties(vault.files.get(TENTH_PATH) ?? '')).toMatchObject({ 发布日期: '2021-01-25', 发文机关: '浙江省通信管理局' });
    const again = await planImport(sourcesOf([TENTH], { date: '2021-01-25', agency: '浙江省通信管理局' }), vault, HOST, DEFAULT_SETTINGS);
    expect(again.plan.changes).toEqual([]);
  });

  it('makes a takedown of what was taken for an infringement', async () => {
    const vault = memoryVault();
    const report = await importAs(vault, [TENTH], {}, { kind: 'takedown', batch: null });
    expect(report.sources[0]?.notice).toMatchObject({ kind: 'takedown', series: 'miit-takedown', batch: null });
    expect([...vault.files.keys()].some((path) => path.startsWith('通报/下架通报/'))).toBe(true);
    expect([...vault.files.keys()].some((path) => path.startsWith('通报/侵害通报/'))).toBe(false);
    expect(deadLinks(vault)).toEqual([]);
  });

  it('makes a notice of a page that was not taken for one', async () => {
    const page = ['# 某地应用检查管理规定', '', '| 序号 | 应用名称 | 备注 |', '| --- | --- | --- |', '| 1 | 晨光看看 | 无 |', ''].join('\n');
    expect((await importAs(memoryVault(), [page], {})).sources[0]?.outcome).toBe('skipped');
    const vault = memoryVault();
    const report = await importAs(vault, [page], {}, { kind: 'infringement', date: '2021-05-06', agency: '杭州市消费者权益保护委员会', batch: { year: 2021, number: 2, total: null } });
    expect(report.sources[0]).toMatchObject({ outcome: 'new', notice: { kind: 'infringement', date: '2021-05-06', batch: { year: 2021, number: 2, total: null }, lists: [{ entries: [{ name: '晨光看看' }] }] } });
    expect(readProperties(vault.files.get(report.sources[0]?.path ?? '') ?? '')).toMatchObject({ 发文机关: '杭州市消费者权益保护委员会', 年度批次: '2021-02' });
  });

  it('can be that the notice states no date and no agency: it is planned as one that states none', async () => {
    const said = { date: null, agency: null };
    const vault = memoryVault();
    const report = await importAs(vault, [TENTH, TWELFTH], {}, said);
    expect(report.sources.map(({ outcome, notice, diagnostics }) => [outcome, notice?.date, notice?.agency, diagnostics.map(({ code }) => code)])).toEqual([
      ['new', null, null, ['no-date', 'no-agency']],
      ['new', null, null, ['no-date', 'no-agency']],
    ]);
    const note = vault.files.get(TENTH_PATH) ?? '';
    expect(readProperties(note)).not.toHaveProperty('发布日期');
    expect(readProperties(note)).not.toHaveProperty('发文机关');
    // A word of the source that is no signature is text.
    expect(note).toContain('> 工业和信息化部信息通信管理局\n');
    expect((vault.files.get(INDEX_PATH) ?? '').match(/总第1[02]批(?=）\]\()/g)).toEqual(['总第10批', '总第12批']);
    expect(recordRows(vault.files.get(LOOK_PATH) ?? '')).toHaveLength(2);
    expect(deadLinks(vault)).toEqual([]);
    expect((await planImport(sourcesOf([TENTH, TWELFTH], said), vault, HOST, DEFAULT_SETTINGS)).plan.changes).toEqual([]);
  });

  it.each([[0, 1], [1, 0]])('is not filled from another source of the notice, whichever comes first (%i, %i)', async (...order) => {
    const copy = { fileName: '转载.md', bytes: new TextEncoder().encode(TENTH) };
    const sources = [...sourcesOf([TENTH], { agency: null }), copy];
    const vault = memoryVault();
    await apply(vault, (await planImport(order.flatMap((i) => sources[i] ?? []), vault, HOST, DEFAULT_SETTINGS)).plan);
    expect(readProperties(vault.files.get(TENTH_PATH) ?? '')).not.toHaveProperty('发文机关');
    expect(readProperties(vault.files.get(TENTH_PATH) ?? '')).toHaveProperty('发布日期', '2021-01-22');
  });

  it('can be that a takedown states no date', async () => {
    const vault = memoryVault();
    const report = await importAs(vault, [TENTH], {}, { kind: 'takedown', batch: null, date: null });
    const [path = ''] = [...vault.files.keys()].filter((one) => one.startsWith('通报/下架通报/'));
    expect(report.sources[0]).toMatchObject({ outcome: 'new', path, notice: { kind: 'takedown', series: 'miit-takedown', date: null } });
    expect(path).toBe(`通报/下架通报/${titleOf(10)}.md`);
    expect(deadLinks(vault)).toEqual([]);
    expect(vault.files.get(INDEX_PATH)).toContain(`> +   [${titleOf(10)}](`);
  });

  it('takes a date and an agency away from the note of the notice', async () => {
    const vault = memoryVault();
    await importTexts(vault, [TENTH]);
    const report = await importAs(vault, [TENTH], {}, { date: null, agency: null });
    expect(report.sources[0]).toMatchObject({ outcome: 'known', path: TENTH_PATH, notice: { date: null, agency: null } });
    expect(readProperties(vault.files.get(TENTH_PATH) ?? '')).not.toHaveProperty('发布日期');
    expect(readProperties(vault.files.get(TENTH_PATH) ?? '')).not.toHaveProperty('发文机关');
    expect((await planImport(sourcesOf([TENTH], { date: null, agency: null }), vault, HOST, DEFAULT_SETTINGS)).plan.changes).toEqual([]);
  });

  it('wins over what the note of the notice says', async () => {
    const vault = memoryVault();
    await importTexts(vault, [TENTH]);
    const report = await importAs(vault, [TENTH], {}, { date: '2021-01-25' });
    expect(report.sources[0]?.outcome).toBe('known');
    expect(report.sources[0]?.diagnostics.filter(({ code }) => code === 'source-contradicts')).toEqual([]);
    expect(readProperties(vault.files.get(TENTH_PATH) ?? '')).toMatchObject({ 发布日期: '2021-01-25' });
  });
});

it('tells how far reading and planning are, and ends where it is told to', async () => {
  const told: string[] = [];
  const vault = memoryVault();
  await planImport(sourcesOf([TENTH, TWELFTH]), vault, HOST, DEFAULT_SETTINGS, { onProgress: (step, done, total) => void told.push(`${step} ${done}/${total}`) });
  expect(told).toEqual(['reading 0/2', 'reading 1/2', 'planning 0/2', 'planning 0/2', 'planning 1/2']);
  const stop = new Error('stopped');
  await expect(planImport(sourcesOf([TENTH, TWELFTH]), vault, HOST, DEFAULT_SETTINGS, { onProgress: (_, done) => { if (done === 1) throw stop; } })).rejects.toBe(stop);
  expect(vault.writes()).toBe(0);
});
