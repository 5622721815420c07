/** A pasted list in the vault: the notice that lacked it gets it, its apps get notes, and nothing else changes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { planImport, type ImportReport } from '../../src/import-notices';
import { readPastedList } from '../../src/plan/pasted-list';
import type { PastedText } from '../../src/document/pasted-text';
import { DEFAULT_SETTINGS as SETTINGS } from '../../src/settings';
import { apply, appNotes, HOST, importTexts } from '../support/made-vault';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { noticeOf, titleOf } from '../support/sample-notice';

const NOTICE = `通报/侵害通报/${titleOf(24)}.md`;
const ROWS = [
  ['序号', '应用名称', '应用开发者', '应用来源', '应用版本', '所涉问题'],
  ['1', '青禾记账', '杭州青禾软件有限公司', '应用宝', '3.2.1', '违规收集个人信息'],
  ['2', '远山天气', '北京远山科技有限公司', '小米应用商店', '2.10', '强制用户使用定向推送功能'],
];
const TSV: PastedText = { html: null, text: ROWS.map((cells) => cells.join('\t')).join('\n') };
const HTML: PastedText = { html: `<table>${ROWS.map((cells) => `<tr>${cells.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('')}</table>`, text: '' };

let vault: MemoryVault;

async function paste(pasted: PastedText, path = NOTICE): Promise<ImportReport> {
  const read = await readPastedList(path, pasted, vault, HOST, SETTINGS);
  if (!read.ok) throw new Error(`no list: ${JSON.stringify(read.diagnostics)}`);
  return planImport([read.source], vault, HOST, SETTINGS);
}

/** A notice whose list is a picture: the sample notice without its table. */
function withoutList(text: string): string {
  return text.slice(0, text.indexOf('## 附件'));
}

beforeEach(async () => {
  vault = memoryVault();
  await importTexts(vault, [withoutList(noticeOf(24, '2021-08-20', [{ name: '', developer: '' }, { name: '', developer: '' }]))]);
  expect(vault.files.get(NOTICE)).toContain('名单待补');
  expect(appNotes(vault).size).toBe(0);
});

describe.each([['tab-separated text', TSV], ['a copied HTML table', HTML]])('%s', (_, pasted) => {
  it('fills the list, links its names, and makes the notes of its apps', async () => {
    const report = await paste(pasted);
    await apply(vault, report.plan);
    const note = vault.files.get(NOTICE) ?? '';
    expect(note).not.toContain('名单待补');
    expect(note).toContain('| 2 | [[通报/应用/远山天气\\|远山天气]] | 北京远山科技有限公司 | 小米应用商店 | 2.10 | 强制用户使用定向推送功能 |');
    expect(note).toContain('\n\n^rn-list-1\n');
    expect([...appNotes(vault).keys()].sort()).toEqual(['通报/应用/远山天气.md', '通报/应用/青禾记账.md']);
    expect(report.sources).toMatchObject([{ outcome: 'known', path: NOTICE }]);
  });

  it('changes nothing the second time', async () => {
    await apply(vault, (await paste(pasted)).plan);
    expect((await paste(pasted)).plan.changes).toEqual([]);
  });
});

it('checks the pasted rows against the number that the text states', async () => {
  const short = { html: null, text: TSV.text.split('\n').slice(0, 2).join('\n') };
  const report = await paste(short);
  expect(report.sources.flatMap((source) => source.diagnostics).map(({ code, values }) => [code, values['stated'], values['read']])).toEqual([['count-mismatch', 2, 1]]);
});

it('leaves a list that is there as it is, and says what differs', async () => {
  await apply(vault, (await paste(TSV)).plan);
  const before = vault.files.get(NOTICE) ?? '';
  const report = await paste({ html: null, text: TSV.text.replace('2.10', '2.11') });
  expect(report.sources.flatMap((source) => source.diagnostics)).toMatchObject([{ code: 'source-contradicts', place: { list: 1, row: 2 }, values: { first: '2.10', second: '2.11' } }]);
  await apply(vault, report.plan);
  expect(vault.files.get(NOTICE)).toContain('| 2.10 |');
  expect(vault.files.get(NOTICE)).toContain(before.slice(before.indexOf('### 名单'), before.indexOf('^rn-list-1')));
});

it('keeps what the user wrote in the note', async () => {
  vault.files.set(NOTICE, `${vault.files.get(NOTICE) ?? ''}\n## 我的话\n\n等附件。\n`);
  await apply(vault, (await paste(TSV)).plan);
  expect(vault.files.get(NOTICE)).toContain('## 我的话\n\n等附件。\n');
});

it('finds no list in words, and none for a note that is no notice', async () => {
  expect(await readPastedList(NOTICE, { html: '<p>明天开会。</p>', text: '明天开会。' }, vault, HOST, SETTINGS)).toMatchObject({ ok: false });
  vault.files.set('日记.md', '今天');
  expect(await readPastedList('日记.md', TSV, vault, HOST, SETTINGS)).toMatchObject({ ok: false, diagnostics: [{ code: 'not-a-notice-note' }] });
});

it('reads a list that was copied from a phone, one cell a line', async () => {
  const report = await paste({ html: null, text: ROWS.flat().join('\n') });
  expect(report.apps).toMatchObject({ listed: 2, created: 2 });
});
