/** Vaults as they are: line ends of Windows, names of a Mac, blanks that do not break, long titles, paths with spaces. */
import * as fs from 'node:fs';
import * as nodePath from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openNodeVault } from '../cli/node-vault';
import { planImport, type ImportReport } from '../src/import-notices';
import { utf8Length } from '../src/notes/file-names';
import { applyPlan } from '../src/plan/apply-plan';
import type { VaultPort } from '../src/plan/vault-port';
import { DEFAULT_SETTINGS } from '../src/settings';
import { HOST } from './support/made-vault';
import { memoryVault } from './support/memory-vault';
import { scratchFolder } from './support/scratch-folder';
import { noticeOf, titleOf } from './support/sample-notice';

const LOOK = { name: '晨光看看', developer: '上海晨光信息科技有限公司' };
const CAFE = { name: 'Café看看', developer: '杭州乐行网络科技有限公司' };
const TENTH = noticeOf(10, '2021-01-22', [LOOK, CAFE]);
const TWELFTH = noticeOf(12, '2021-03-12', [LOOK, CAFE]);

async function importInto(vault: VaultPort, text: string): Promise<ImportReport> {
  const report = await planImport([{ fileName: 'notice.md', bytes: new TextEncoder().encode(text) }], vault, HOST, DEFAULT_SETTINGS);
  expect((await applyPlan(report.plan, vault)).failed).toEqual([]);
  return report;
}

async function textsOf(vault: VaultPort): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of await vault.listPaths()) if (path.endsWith('.md')) texts.set(path, await vault.read(path));
  return texts;
}

const paths = async (vault: VaultPort): Promise<string[]> => [...(await vault.listPaths())].sort();

describe.each([
  ['in memory', (): VaultPort => memoryVault()],
  ['on a disk, under a path with spaces and Chinese', (): VaultPort => openNodeVault(nodePath.join(scratchFolder(), '我的 仓库 (副本)', 'vault one'))],
])('a vault %s', (_, open) => {
  it('keeps CRLF where a file has it, and LF where it has that', async () => {
    const vault = open();
    await importInto(vault, TENTH);
    const before = await textsOf(vault);
    for (const [path, text] of before) if (path.includes('晨光') || path === DEFAULT_SETTINGS.indexNote) await vault.replace(path, text, text.replace(/\n/g, '\r\n'));
    await importInto(vault, TWELFTH);
    const after = await textsOf(vault);
    expect([...after].filter(([, text]) => text.includes('\r\n')).map(([path]) => path).sort()).toEqual([DEFAULT_SETTINGS.indexNote, '通报/应用/晨光看看.md'].sort());
    for (const [path, text] of after) if (text.includes('\r')) expect(text.match(/(?:^|[^\r])\n/), path).toBeNull();
    expect(after.get('通报/应用/晨光看看.md')).toContain('总第12批 №1');
    expect((await importInto(vault, TWELFTH)).plan.changes).toEqual([]);
  });

  it('keeps a last line without a line end', async () => {
    const vault = open();
    await importInto(vault, TENTH);
    const path = '通报/应用/晨光看看.md';
    const text = await vault.read(path);
    await vault.replace(path, text, `${text}最后一行`);
    const other = await vault.read('通报/应用/Café看看.md');
    await vault.replace('通报/应用/Café看看.md', other, other.replace(/\n+$/, ''));
    await importInto(vault, TWELFTH);
    expect(await vault.read(path)).toMatch(/%%\n最后一行$/);
    expect(await vault.read(path)).toContain('总第12批 №1');
    expect(await vault.read('通报/应用/Café看看.md')).toMatch(/%%$/);
    expect((await importInto(vault, TWELFTH)).plan.changes).toEqual([]);
  });

  it('writes a blank that does not break as a plain one in names of files, and knows the notice again', async () => {
    const vault = open();
    const odd = TENTH.replaceAll('APP通报', 'APP\u00a0通报');
    const report = await importInto(vault, odd);
    expect(report.sources[0]?.path).toBe(`通报/侵害通报/${titleOf(10).replace('APP通报', 'APP 通报')}.md`);
    expect((await importInto(vault, odd)).plan.changes).toEqual([]);
    expect((await importInto(vault, TENTH)).plan.changes.filter(({ kind }) => kind === 'create')).toEqual([]);
  });

  it('gives names that differ in case only paths of their own', async () => {
    const vault = open();
    await importInto(vault, noticeOf(10, '2021-01-22', [{ name: 'Look看看', developer: '上海晨光信息科技有限公司' }, { name: 'LOOK看看', developer: '沈阳北辰软件有限公司' }]));
    const apps = (await paths(vault)).filter((path) => path.startsWith('通报/应用/'));
    expect(apps).toHaveLength(2);
    expect(new Set(apps.map((path) => path.toLowerCase())).size).toBe(2);
  });

  it('holds a title of 80 characters, whole in the note and cut in the name', async () => {
    const vault = open();
    const title = `关于${'侵害用户权益行为的移动互联网应用程序及软件开发工具包'.repeat(3)}`.slice(0, 66) + '的通报（2021年第1批，总第10批）';
    const long = TENTH.replaceAll(titleOf(10), title);
    const report = await importInto(vault, long);
    const path = report.sources[0]?.path ?? '';
    expect(utf8Length(path.replace(/^.*\//, ''))).toBeLessThanOrEqual(DEFAULT_SETTINGS.fileNameBytes);
    expect(path).toContain('（2021年第1批，总第10批）.md');
    expect(await vault.read(path)).toContain(`title: ${title}\n`);
    expect((await importInto(vault, long)).plan.changes).toEqual([]);
  });
});

describe('a vault on a disk', () => {
  it('takes a name that a Mac stored in parts for the same name', async () => {
    const folder = scratchFolder();
    const vault = openNodeVault(folder);
    await importInto(vault, TENTH);
    const before = await paths(vault);
    const apps = nodePath.join(folder, '通报', '应用');
    fs.renameSync(nodePath.join(apps, 'Café看看.md'), nodePath.join(apps, 'Café看看.md'.normalize('NFD')));
    const again = openNodeVault(folder);
    expect((await importInto(again, TENTH)).plan.changes).toEqual([]);
    await importInto(again, TWELFTH);
    expect(fs.readdirSync(apps).filter((name) => name.normalize('NFC') === 'Café看看.md')).toEqual(['Café看看.md'.normalize('NFD')]);
    expect(await again.read('通报/应用/Café看看.md')).toContain('总第12批 №2');
    expect(await paths(again)).toEqual([...before, `通报/侵害通报/${titleOf(12)}.md`].sort());
  });

  it('reads and keeps two notes whose names differ in case only', async () => {
    const folder = scratchFolder();
    fs.writeFileSync(nodePath.join(folder, 'note.md'), '小写');
    fs.writeFileSync(nodePath.join(folder, 'NOTE.md'), '大写');
    if (fs.readdirSync(folder).length < 2) return;
    const vault = openNodeVault(folder);
    await importInto(vault, TENTH);
    expect([await vault.read('note.md'), await vault.read('NOTE.md')]).toEqual(['小写', '大写']);
    await expect(vault.create('Note.md', '')).rejects.toThrow('File already exists.');
  });

  it('follows a link to a note of the vault, and writes the note and not the link', async () => {
    const folder = scratchFolder();
    const vault = openNodeVault(folder);
    await importInto(vault, TENTH);
    const note = nodePath.join(folder, '通报', '应用', '晨光看看.md');
    fs.mkdirSync(nodePath.join(folder, '真身'));
    fs.renameSync(note, nodePath.join(folder, '真身', '看看.txt'));
    fs.symlinkSync('../../真身/看看.txt', note);
    onTestFinished(() => { fs.rmSync(note, { force: true }); });
    const again = openNodeVault(folder);
    await importInto(again, TWELFTH);
    expect(fs.lstatSync(note).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(nodePath.join(folder, '真身', '看看.txt'), 'utf8')).toContain('总第12批 №1');
  });
});
