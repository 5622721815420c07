/** merge, split, check and the watched apps, as a person at a terminal sees them. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runHere, type Outcome } from '../support/run-command-line';
import { noticeOf, titleOf } from '../support/sample-notice';
import { filesIn, putFiles, scratchFolder } from '../support/scratch-folder';

const FIRST = noticeOf(10, '2021-01-22', [{ name: '松果笔记', developer: '昆明松果软件有限公司' }, { name: '云雀听书', developer: '成都云雀科技有限公司' }]);
const SECOND = noticeOf(11, '2021-02-05', [{ name: '云雀有声', developer: '成都云雀科技有限公司' }, { name: '松果笔记', developer: '贵阳松塔网络有限公司' }]);

let folder: string;
let vault: string;
beforeEach(async () => {
  folder = scratchFolder();
  vault = join(folder, 'vault');
  putFiles(folder, { 'in/一.md': FIRST, 'in/二.md': SECOND });
  await runHere(['import', join(folder, 'in'), '--vault', vault]);
});

interface ListedApp {
  readonly path: string;
  readonly names: readonly string[];
  readonly listings: readonly { readonly notice: string; readonly key: string }[];
}
async function apps(): Promise<readonly ListedApp[]> {
  const { out } = await runHere(['apps', '--vault', vault, '--json']);
  return out.map((line) => JSON.parse(line) as ListedApp);
}
const errors = ({ code, err }: Outcome): unknown => [code, err[0]];

describe('merge', () => {
  it('makes two apps one by their names or paths', async () => {
    const { code, out, err } = await runHere(['merge', '云雀听书', '通报/应用/云雀有声.md', '--vault', vault]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toEqual(['0 created, 2 changed, 1 trashed, 0 kept']);
    expect((await apps()).find((app) => app.names.includes('云雀有声'))).toMatchObject({ path: '通报/应用/云雀听书.md', names: ['云雀听书', '云雀有声'], listings: [{ key: 'miit-infringement:10#1#2' }, { key: 'miit-infringement:11#1#1' }] });
    expect(filesIn(vault)[`通报/侵害通报/${titleOf(11)}.md`]).toContain('[[通报/应用/云雀听书\\|云雀有声]]');
  });

  it('shows what it would do', async () => {
    const before = filesIn(vault);
    const { code, out } = await runHere(['merge', '云雀听书', '云雀有声', '--vault', vault, '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('x 通报/应用/云雀有声.md');
    expect(out.at(-1)).toBe('Dry run: nothing was written.');
    expect(filesIn(vault)).toEqual(before);
  });

  it('says which app it does not know, or which of several is meant', async () => {
    expect(errors(await runHere(['merge', '云雀听书', '没有这款', '--vault', vault]))).toEqual([1, 'There is no app note for “没有这款”.']);
    const file = join(vault, '通报/应用/云雀有声.md');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('title:', 'aliases: [云雀]\ntitle:'));
    fs.writeFileSync(join(vault, '通报/应用/云雀听书.md'), fs.readFileSync(join(vault, '通报/应用/云雀听书.md'), 'utf8').replace('title:', 'aliases: [云雀]\ntitle:'));
    expect(errors(await runHere(['merge', '云雀', '松果笔记', '--vault', vault]))).toEqual([1, '“云雀” fits several notes, give the path of one: 通报/应用/云雀听书.md, 通报/应用/云雀有声.md']);
    expect(errors(await runHere(['merge', '云雀听书', '--vault', vault]))).toEqual([2, 'The command merge needs two apps: the path or the name of each note.']);
    expect(errors(await runHere(['merge', '云雀听书', '云雀听书', '--vault', vault]))).toEqual([1, '通报/应用/云雀听书.md: error: The two are one and the same note.']);
  });
});

describe('split', () => {
  it('gives back what was merged, by keys of apps --json or in short', async () => {
    const before = filesIn(vault);
    await runHere(['merge', '云雀听书', '云雀有声', '--vault', vault]);
    const { code, err } = await runHere(['split', '云雀听书', '--rows', '总第11批#1#1', '--vault', vault]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const after = filesIn(vault);
    const withoutApart = (text: string): string => text.replace(/不同于:\n(?: {2}- .*\n)+/, '');
    for (const [path, text] of Object.entries(before)) expect(withoutApart(after[path] ?? ''), path).toBe(text);
  });

  it('takes several keys after --rows', async () => {
    await runHere(['merge', '云雀听书', '云雀有声', '--vault', vault]);
    await runHere(['merge', '云雀听书', '通报/应用/松果笔记.md', '--vault', vault]);
    const { code } = await runHere(['split', '云雀听书', '--rows', 'miit-infringement:10#1#2', 'miit-infringement:11#1#1', '--vault', vault]);
    expect(code).toBe(0);
    expect((await apps()).map((app) => app.listings.length)).toContain(2);
  });

  it('says what is wrong', async () => {
    expect(errors(await runHere(['split', '云雀听书', '--vault', vault]))).toEqual([2, 'The option --rows needs at least one entry.']);
    expect(errors(await runHere(['split', '云雀听书', '--rows', '总第99批#1#1', '--vault', vault]))).toEqual([1, '通报/应用/云雀听书.md: error: The record holds no entry “总第99批#1#1”.']);
  });
});

describe('check', () => {
  it('lists the pairs that may be one app, until they are decided', async () => {
    const list = async (): Promise<readonly Record<string, unknown>[]> => (JSON.parse((await runHere(['check', '--vault', vault, '--json'])).out[0] ?? '') as { review: Record<string, unknown>[] }).review;
    const [pair] = await list();
    expect(pair).toMatchObject({ kind: 'doubtful', a: { row: { developer: expect.any(String) as string, store: '应用宝' } } });
    const sides = [pair?.['a'], pair?.['b']] as { path: string; row: { notice: string; no: number; date: string } }[];
    expect(sides.map(({ row }) => `${row.notice} ${row.no} ${row.date}`).sort()).toEqual(['总第10批 1 2021-01-22', '总第11批 2 2021-02-05']);
    expect((await runHere(['check', '--vault', vault])).out.slice(0, 3)).toEqual(['2 notices with 4 entries, 4 apps, 0 news: 0 errors, 0 warnings, 0 notes', 'Apps that may be the same, to be decided by you: 1', expect.stringContaining('“松果笔记”')]);
    const [one, other] = sides.map(({ path }) => path);
    const file = join(vault, one ?? '');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('通报类型', `不同于: "[[${(other ?? '').replace(/\.md$/, '')}]]"\n通报类型`));
    expect(await list()).toEqual([]);
  });
});

describe('check of the vault', () => {
  it('says what is wrong where, and ends with code 1 where a note cannot be used', async () => {
    const list = join(vault, '通报/侵害通报', `${titleOf(10)}.md`);
    fs.writeFileSync(list, fs.readFileSync(list, 'utf8').replace('名单数量: 2', '名单数量: 3'));
    const path = `通报/侵害通报/${titleOf(10)}.md`;
    const { code, out } = await runHere(['check', '--vault', vault]);
    expect([code, out[1]]).toEqual([0, `  ${path}: warning: The property “名单数量” says 3, the lists hold 2.`]);
    fs.writeFileSync(list, fs.readFileSync(list, 'utf8').replace('^rn-list-1\n', ''));
    const broken = await runHere(['check', '--vault', vault, '--json'], 'zh');
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.out[0] ?? '')).toMatchObject({
      counts: { notices: 2, apps: 4, findings: { error: 1 } },
      findings: [{ file: path, code: 'damaged-markers', severity: 'error', place: '', message: expect.stringContaining('^rn-list-1') as string }],
      figures: [],
    });
  });
});

describe('watched apps', () => {
  it('head the report of an import', async () => {
    const file = join(vault, '通报/应用/云雀听书.md');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('通报类型', '关注: true\n通报类型'));
    const third = noticeOf(12, '2021-03-12', [{ name: '云雀听书', developer: '成都云雀科技有限公司', problems: '超范围收集个人信息' }]).replace('抓紧落实。', '于3月19日前完成整改。');
    putFiles(folder, { '三.md': third });
    const { out } = await runHere(['import', join(folder, '三.md'), '--vault', vault, '--dry-run']);
    expect(out.slice(0, 2)).toEqual(['Watched apps and developers in these notices: 1', '  * 云雀听书 (成都云雀科技有限公司), 总第12批 №1: 超范围收集个人信息; to be fixed by 2021-03-19']);
    const json = JSON.parse((await runHere(['import', join(folder, '三.md'), '--vault', vault, '--json'])).out[0] ?? '') as { watched: unknown[] };
    expect(json.watched).toMatchObject([{ kind: 'app', watched: '云雀听书', notice: { label: '总第12批' }, no: 1, problems: ['超范围收集个人信息'], deadline: { date: '2021-03-19' }, isNew: true }]);
  });
});
