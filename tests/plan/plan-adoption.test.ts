/** Folders kept by hand in several forms are adopted, and what imports do with them afterwards. */
import { describe, expect, it } from 'vitest';
import { listApps, planImport } from '../../src/import-notices';
import { readProperties } from '../../src/notes/properties';
import { applyPlan } from '../../src/plan/apply-plan';
import { planAdoption, type AdoptionReport } from '../../src/plan/plan-adoption';
import { splitApp } from '../../src/plan/split-app';
import { DEFAULT_SETTINGS, ENGLISH_PROPERTY_NAMES, type Settings } from '../../src/settings';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { parseHtml } from '../support/parse-html';
import { noticeOf, titleOf } from '../support/sample-notice';
import { brokenLinks } from '../support/vault-links';

const host = { parseHtml };
const ROWS = [{ name: '青禾相册', developer: '杭州青禾软件有限公司' }, { name: '山雀听书', developer: '成都山雀科技有限公司' }];

/** A takedown as a wiki keeps it: headings and plain tables, the month before its title in the front matter. */
function takedown(name: string): string {
  return ['---', `title: ${name}`, 'editor: markdown', '---', '', '## 全文', '', '```YAML', '标题: 关于下架侵害用户权益APP名单的通报', '来源: 信息通信管理局', '时间: 2021-03-10', '```', '',
    '> 2021年1月22日，我部通报了存在问题的APP，尚有1款未完成整改。', '>', '> 工业和信息化部信息通信管理局', '', '### 附件', '', '#### 下架的应用软件名单', '',
    '| 序号 | 应用名称 | 应用开发者           | 应用版本 |', '| ---- | -------- | -------------------- | -------- |', '| 1    | 青禾相册 | 杭州青禾软件有限公司 | 1.0      |', ''].join('\n');
}

async function adopt(vault: MemoryVault, folder = '', settings: Settings = DEFAULT_SETTINGS): Promise<AdoptionReport> {
  const report = await planAdoption(folder, vault, host, settings);
  expect((await applyPlan(report.plan, vault)).failed).toEqual([]);
  return report;
}

const source = (fileName: string, text: string): { fileName: string; bytes: Uint8Array } => ({ fileName, bytes: new TextEncoder().encode(text) });
const codes = (report: { diagnostics: readonly { code: string }[] }): readonly string[] => report.diagnostics.map(({ code }) => code);

describe('adopting a folder', () => {
  it('leads the record of an app to the heading of the list, else to the note', async () => {
    const vault = memoryVault({ '档案/侵害/一月.md': noticeOf(10, '2021-01-22', ROWS), '档案/下架/三月.md': takedown('2021_03_关于下架侵害用户权益APP名单的通报') });
    const { settings } = await adopt(vault);
    const record = vault.files.get('档案/应用/青禾相册.md') ?? '';
    expect(record).toContain('[[档案/侵害/一月\\|总第10批 名单1 №1]]');
    expect(record).toContain('[[档案/下架/三月#下架的应用软件名单\\|2021-03-10 名单1 №1]]');
    expect(brokenLinks(vault.files)).toEqual([]);
    const apps = await listApps(vault, settings);
    expect(apps.map(({ path, listings }) => [path, listings.map(({ notice, list, no }) => [notice, list, no])])).toEqual([
      ['档案/应用/青禾相册.md', [['档案/侵害/一月.md', 1, 1], ['档案/下架/三月.md', 1, 1]]],
      ['档案/应用/山雀听书.md', [['档案/侵害/一月.md', 1, 2]]],
    ]);
  });

  it('knows a takedown again although the note bears another title', async () => {
    for (const title of ['2021_03_关于下架侵害用户权益APP名单的通报', '我的标题']) {
      const vault = memoryVault({ '下架/三月.md': takedown(title) });
      const { settings } = await adopt(vault);
      expect(readProperties(vault.files.get('下架/三月.md') ?? '')).toMatchObject({ title, 通报类型: '下架通报', ...(title === '我的标题' ? { 通报标题: '关于下架侵害用户权益APP名单的通报' } : {}) });
      const again = await planImport([source('2021.md', takedown('关于下架侵害用户权益APP名单的通报'))], vault, host, { ...settings, write: { ...settings.write, index: false } });
      expect(again.sources.map(({ outcome, path }) => [outcome, path])).toEqual([['known', '下架/三月.md']]);
      expect(again.plan.changes).toEqual([]);
    }
  });

  it('keeps the note when another source says something else, and links the new app only', async () => {
    const vault = memoryVault({ '档案/侵害/一月.md': noticeOf(10, '2021-01-22', ROWS) });
    const { settings } = await adopt(vault);
    const before = vault.files.get('档案/侵害/一月.md');
    const report = await planImport([source('另一份.md', noticeOf(10, '2021-01-23', [ROWS[0] ?? { name: '', developer: '' }, { name: '山雀听书', developer: '成都山雀集团' }]))], vault, host, settings);
    expect(codes(report.sources[0] ?? { diagnostics: [] })).toContain('source-contradicts');
    await applyPlan(report.plan, vault);
    expect(vault.files.get('档案/侵害/一月.md')).toBe(before);
  });

  it('links the names of a list whose parts stand side by side in one table, each in its own cell', async () => {
    const table = ['| 序号 | 应用名称 | 应用开发者 | 序号 | 应用名称 | 应用开发者 |', '| --- | --- | --- | --- | --- | --- |', '| 1 | 青禾相册 | 杭州青禾软件有限公司 | 3 | 晨光看看 | 南京晨光软件有限公司 |', '| 2 | 山雀听书 | 成都山雀科技有限公司 | 4 | 青禾相册 | 天津青禾科技有限公司 |'];
    const vault = memoryVault({ '侵害/一月.md': [...noticeOf(10, '2021-01-22', []).split('> | 序号').slice(0, 1), ...table].join('\n') });
    await adopt(vault);
    const text = (vault.files.get('侵害/一月.md') ?? '').replace(/\[\[[^\]]*\\\|([^\]]*)\]\]/g, '«$1»');
    expect(text).toContain('| 1 | «青禾相册» | 杭州青禾软件有限公司 | 3 | «晨光看看» | 南京晨光软件有限公司 |\n| 2 | «山雀听书» | 成都山雀科技有限公司 | 4 | «青禾相册» | 天津青禾科技有限公司 |');
    expect(brokenLinks(vault.files)).toEqual([]);
  });

  it('goes on with a folder a year where the notes lie in such', async () => {
    const vault = memoryVault({ '监管/2020年/七月.md': noticeOf(4, '2020-07-03', ROWS), '监管/2021年/一月.md': noticeOf(10, '2021-01-22', ROWS), '监管/2021年/三月.md': noticeOf(12, '2021-03-12', ROWS) });
    const { settings } = await adopt(vault);
    const { plan } = await planImport([source('一.md', noticeOf(11, '2021-02-05', ROWS)), source('二.md', noticeOf(21, '2022-02-18', ROWS))], vault, host, settings);
    await applyPlan(plan, vault);
    expect([11, 21].map((total) => vault.files.has(`监管/${total === 11 ? 2021 : 2022}年/${titleOf(total)}.md`))).toEqual([true, true]);
  });

  it('leaves a note whose property of the type has a value of the user, and says so', async () => {
    const note = noticeOf(10, '2021-01-22', ROWS).replace(/^---\n/, '---\n通报类型: 侵害\n');
    const vault = memoryVault({ '档案/一月.md': note });
    const report = await adopt(vault);
    expect(vault.files.get('档案/一月.md')).toBe(note);
    expect(codes(report)).toEqual(['notice-not-adopted', 'note-type-of-own']);
  });

  it('adds properties under the names of the settings, and links in their style', async () => {
    const vault = memoryVault({ 'n/一月.md': noticeOf(10, '2021-01-22', ROWS) });
    const settings: Settings = { ...DEFAULT_SETTINGS, propertyNames: ENGLISH_PROPERTY_NAMES, linkStyle: 'markdown' };
    await adopt(vault, 'n', settings);
    const text = vault.files.get('n/一月.md') ?? '';
    expect(readProperties(text)).toMatchObject({ notice_type: '侵害通报', notice_date: '2021-01-22', total_batch: 10, year_batch: '2021-01' });
    expect(text).toContain('| [青禾相册](应用/青禾相册.md) |');
    expect((await planAdoption('', vault, host, settings)).plan.changes).toEqual([]);
  });

  it('takes one of two notes of a notice for the one to lead to, always the same', async () => {
    const files = { 'b/一月.md': noticeOf(10, '2021-01-22', ROWS), 'a/抄本/一月.md': noticeOf(10, '2021-01-22', ROWS) };
    for (const order of [Object.entries(files), Object.entries(files).reverse()]) {
      const vault = memoryVault(Object.fromEntries(order));
      const report = await adopt(vault);
      expect(report.diagnostics.map(({ code, file, values }) => [code, file, values])).toEqual([['notice-twice', 'a/抄本/一月.md', { other: 'b/一月.md' }]]);
      expect(vault.files.get('a/抄本/一月.md')).toBe(vault.files.get('b/一月.md'));
      expect(vault.files.get('应用/青禾相册.md')).toContain('[[b/一月\\|');
      expect((await planAdoption('', vault, host, report.settings)).plan.changes).toEqual([]);
    }
  });

  it('leaves the notes of the program, app notes and what is no notice', async () => {
    const vault = memoryVault({ '日记.md': '今天看到关于APP的通报。\n\n| 序号 | 应用名称 | 感想 |\n| - | - | - |\n| 1 | 青禾相册 | 好 |\n' });
    await applyPlan((await planImport([source('一.md', noticeOf(10, '2021-01-22', ROWS))], vault, host, DEFAULT_SETTINGS)).plan, vault);
    const report = await planAdoption('', vault, host, DEFAULT_SETTINGS);
    expect(report.plan.changes).toEqual([]);
    expect(report.notices).toEqual([]);
    expect(report.settings).toEqual(DEFAULT_SETTINGS);
  });

  it('gives an app a note beside the one of the user that bears its name, and says so', async () => {
    const vault = memoryVault({ '档案/侵害/一月.md': noticeOf(10, '2021-01-22', ROWS), '随笔/青禾相册.md': '我的笔记' });
    const report = await adopt(vault);
    expect(report.diagnostics.map(({ code, file }) => [code, file])).toEqual([['hand-kept-app', '随笔/青禾相册.md']]);
    expect(vault.files.get('档案/侵害/一月.md')).toContain('[[档案/应用/青禾相册（应用）\\|青禾相册]]');
    expect(vault.files.get('随笔/青禾相册.md')).toBe('我的笔记');
  });

  it('does not make the note of an app again that was deleted, with an index page or without, until a new notice lists it', async () => {
    const page = '## 侵害通报\n\n- [一月](侵害/一月.md)\n';
    for (const files of [{}, { '档案/index.md': page }]) {
      const vault = memoryVault({ '档案/侵害/一月.md': noticeOf(10, '2021-01-22', ROWS), ...files });
      const { settings } = await adopt(vault);
      vault.files.delete('档案/应用/青禾相册.md');
      const before = Object.fromEntries(vault.files);
      const report = await adopt(vault, '', settings);
      expect(report.plan.kept.filter(({ reason }) => reason !== 'unchanged')).toEqual([{ path: '档案/应用/青禾相册.md', reason: 'deleted-by-user' }]);
      expect(Object.fromEntries(vault.files)).toEqual(before);
      vault.files.set('档案/侵害/二月.md', noticeOf(11, '2021-02-05', ROWS.slice(0, 1)));
      await adopt(vault, '', settings);
      expect(vault.files.get('档案/应用/青禾相册.md')).toContain('[[档案/侵害/二月\\|');
    }
  });

  it('makes the note of an app that a name of the user leads to, who has none yet', async () => {
    const own = noticeOf(10, '2021-01-22', ROWS).replace('青禾相册', '[[青禾相册]]').replace('山雀听书', '[[档案/应用/山雀听书\\|山雀听书]]');
    const vault = memoryVault({ '档案/侵害/一月.md': own });
    const { apps, settings } = await adopt(vault);
    expect(apps.created).toBe(2);
    expect(brokenLinks(vault.files)).toEqual([]);
    // A link that names no folder was there before anything was adopted: nothing says that a note of ours was deleted.
    vault.files.delete('档案/应用/青禾相册.md');
    expect((await adopt(vault, '', settings)).apps.created).toBe(1);
  });

  it('goes on where an adoption was broken off', async () => {
    const files = { '档案/侵害/一月.md': noticeOf(10, '2021-01-22', ROWS), '档案/侵害/二月.md': noticeOf(11, '2021-02-05', ROWS) };
    const whole = memoryVault(files);
    await adopt(whole);
    const { plan } = await planAdoption('', memoryVault(files), host, DEFAULT_SETTINGS);
    for (let done = 1; done < plan.changes.length; done += 1) {
      const vault = memoryVault(files);
      await applyPlan({ ...plan, changes: plan.changes.slice(0, done) }, vault);
      expect(brokenLinks(vault.files), String(done)).toEqual([]);
      await adopt(vault);
      expect(Object.fromEntries(vault.files)).toEqual(Object.fromEntries(whole.files));
    }
  });
});

it('warns of a note of the user when its notice is imported beside it', async () => {
  const vault = memoryVault({ [`旧/${titleOf(10)}.md`]: noticeOf(10, '2021-01-22', ROWS) });
  const report = await planImport([source('一.md', noticeOf(10, '2021-01-22', ROWS))], vault, host, DEFAULT_SETTINGS);
  expect(report.sources[0]?.diagnostics.filter(({ code }) => code === 'hand-kept-notice').map(({ values }) => values)).toEqual([{ path: `旧/${titleOf(10)}.md` }]);
  expect(report.plan.changes.filter(({ kind }) => kind === 'update')).toEqual([]);
});

it('leads the names in both notes of a notice to the note of a split-off app', async () => {
  const rows = [{ name: '青禾相册', developer: '杭州青禾软件有限公司' }];
  const vault = memoryVault({ 'b/一月.md': noticeOf(10, '2021-01-22', rows), 'b/二月.md': noticeOf(11, '2021-02-05', rows), 'a/抄本/一月.md': noticeOf(10, '2021-01-22', rows) });
  const { settings } = await adopt(vault);
  const plan = await splitApp('应用/青禾相册.md', ['总第10批#1#1'], vault, host, settings);
  await applyPlan(plan, vault);
  const split = plan.changes.find(({ kind }) => kind === 'create')?.path.replace(/\.md$/, '') ?? '';
  expect(split).toContain('青禾相册（');
  for (const path of ['b/一月.md', 'a/抄本/一月.md']) expect(vault.files.get(path)).toContain(`[[${split}\\|青禾相册]]`);
  expect(vault.files.get('b/二月.md')).toContain('[[应用/青禾相册\\|青禾相册]]');
  expect(brokenLinks(vault.files)).toEqual([]);
  expect((await planAdoption('', vault, host, settings)).plan.changes).toEqual([]);
});

it('leaves a notice that it cannot read, and says what stands against it', async () => {
  const text = `---\ntitle: ${titleOf(10)}\n---\n\n| 序号 | 电话 | 地址 |\n| --- | --- | --- |\n| 1 | 010 | 北京 |\n`;
  const vault = memoryVault({ '档案/一月.md': text });
  const report = await planAdoption('', vault, host, DEFAULT_SETTINGS);
  expect(report.plan.changes).toEqual([]);
  expect(report.diagnostics.map(({ code, file }) => [code, file])).toEqual([['notice-not-adopted', '档案/一月.md'], ['no-name-column', '档案/一月.md']]);
});

it('proposes no other folders where the vault has notes in those of the settings', async () => {
  const vault = memoryVault({ '旧/一月.md': noticeOf(10, '2021-01-22', ROWS) });
  await applyPlan((await planImport([source('二.md', noticeOf(11, '2021-02-05', ROWS))], vault, host, DEFAULT_SETTINGS)).plan, vault);
  const report = await adopt(vault, '旧');
  expect(report.settings).toEqual(DEFAULT_SETTINGS);
  expect(report.apps).toEqual({ created: 0, updated: 2 });
  expect(vault.files.get('旧/一月.md')).toContain('[[通报/应用/青禾相册\\|青禾相册]]');
  expect(brokenLinks(vault.files)).toEqual([]);
  expect([...(vault.files.get(DEFAULT_SETTINGS.indexNote) ?? '').matchAll(/总第(\d+)批）\]/g)].map(([, total]) => total)).toEqual(['10', '11']);
  const again = await planImport([source('二.md', noticeOf(11, '2021-02-05', ROWS))], vault, host, DEFAULT_SETTINGS);
  expect([again.plan.changes, again.plan.conflicts]).toEqual([[], []]);
});
