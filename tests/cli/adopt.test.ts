import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveFiles, HAS_ARCHIVE } from '../support/archive';
import { runHere } from '../support/run-command-line';
import { noticeOf } from '../support/sample-notice';
import { ownFilesIn, putFiles, scratchFolder, treeOf } from '../support/scratch-folder';

const SETTINGS = '.obsidian/plugins/regulatory-notices/data.json';
const NOTICE = noticeOf(10, '2021-01-22', [{ name: '青禾相册', developer: '杭州青禾软件有限公司' }, { name: '山雀听书', developer: '成都山雀科技有限公司' }]);

function vaultByHand(): string {
  const vault = join(scratchFolder(), 'my vault');
  putFiles(vault, { '档案/侵害/一月.md': NOTICE, '日记/2021-01-22.md': '今天读了一份通报。\n' });
  return vault;
}

describe('adopt', () => {
  it('links names, adds properties, makes app notes and saves the folders that it found', async () => {
    const vault = vaultByHand();
    const { code, out, err } = await runHere(['adopt', '--vault', vault]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out[0]).toMatch(/^Notices taken in: 1 \(0 of them second copies\); names linked: 2; properties added: \d+; index pages: 0$/);
    const files = ownFilesIn(vault);
    expect(files['档案/侵害/一月.md']).toContain('| [[档案/应用/青禾相册\\|青禾相册]] |');
    expect(Object.keys(files).sort()).toEqual([SETTINGS, '日记/2021-01-22.md', '档案/侵害/一月.md', '档案/应用/山雀听书.md', '档案/应用/青禾相册.md']);
    expect(JSON.parse(files[SETTINGS] ?? '')).toEqual({ folders: { infringement: '档案/侵害', apps: '档案/应用' } });
    const again = await runHere(['adopt', '--vault', vault, '--json']);
    expect(JSON.parse(again.out[0] ?? '')).toMatchObject({ created: [], changed: [], settings: null });
    expect(ownFilesIn(vault)).toEqual(files);
  });

  it('shows a dry run and writes nothing', async () => {
    const vault = vaultByHand();
    const before = ownFilesIn(vault);
    const { code, out } = await runHere(['adopt', join(vault, '档案'), '--vault', vault, '--dry-run', '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out.some((line) => line.startsWith(`将写入 ${SETTINGS} 的设置：`))).toBe(true);
    expect(out.at(-1)).toBe('试运行：未写入任何内容。');
    expect(ownFilesIn(vault)).toEqual(before);
  });

  it('keeps what else the plugin saved, and leaves a damaged file alone', async () => {
    const vault = vaultByHand();
    putFiles(vault, { [SETTINGS]: '{"folders":{"apps":"我的应用"},"later":1}' });
    await runHere(['adopt', '--vault', vault]);
    expect(JSON.parse(ownFilesIn(vault)[SETTINGS] ?? '')).toEqual({ folders: { infringement: '档案/侵害', apps: '我的应用' }, later: 1 });
    const damaged = vaultByHand();
    putFiles(damaged, { [SETTINGS]: '{"folders":' });
    const { code, out } = await runHere(['adopt', '--vault', damaged]);
    expect(code).toBe(1);
    expect(out.some((line) => line.includes('could not be read and was left as it is'))).toBe(true);
    expect(ownFilesIn(damaged)[SETTINGS]).toBe('{"folders":');
  });

  it('says that a folder is not there', async () => {
    const vault = vaultByHand();
    const before = ownFilesIn(vault);
    const { code, err } = await runHere(['adopt', '没有', '--vault', vault]);
    expect({ code, err }).toEqual({ code: 1, err: ['没有: error: There is no folder “没有” in this vault.'] });
    expect(ownFilesIn(vault)).toEqual(before);
  });

  it.each([['none saved', null], ['settings of its own', '{"later":[1],\n\n\t"folders":{"apps":"我的应用"}}\r\n']])('is taken back to the very tree that was there, where the vault has %s', async (_, text) => {
    const vault = vaultByHand();
    if (text !== null) putFiles(vault, { [SETTINGS]: text });
    const before = treeOf(vault);
    expect((await runHere(['adopt', '档案', '--vault', vault])).code).toBe(0);
    expect(JSON.parse(ownFilesIn(vault)[SETTINGS] ?? '')).toMatchObject({ folders: { infringement: '档案/侵害' } });
    const { code, out, err } = await runHere(['undo', '--vault', vault]);
    expect({ code, err, last: out.at(-1) }).toEqual({ code: 0, err: [], last: 'The settings are as before again.' });
    expect(treeOf(vault)).toEqual(before);
  });

  it('that was cut off before its settings were saved is finished by the next command, and taken back after that one', async () => {
    const vault = vaultByHand();
    putFiles(vault, { 'in/二月.md': noticeOf(11, '2021-02-05', [{ name: '鹭岛导航', developer: '厦门鹭岛软件有限公司' }]) });
    const before = treeOf(vault);
    await runHere(['adopt', '档案', '--vault', vault]);
    const complete = ownFilesIn(vault);
    fs.rmSync(join(vault, SETTINGS));
    const journal = Object.keys(treeOf(vault)).find((path) => path.endsWith('.done.json')) ?? '';
    fs.rmSync(join(vault, journal));
    const { code, err } = await runHere(['import', join(vault, 'in/二月.md'), '--vault', vault]);
    expect(code).toBe(0);
    expect(err[0]).toMatch(/^An earlier run \(adopt/);
    expect(ownFilesIn(vault)[SETTINGS]).toBe(complete[SETTINGS]);
    expect(Object.keys(ownFilesIn(vault))).toContain('档案/应用/鹭岛导航.md');
    const last = await runHere(['undo', '--dry-run', '--json', '--vault', vault]);
    expect(JSON.parse(last.out[0] ?? '')).toMatchObject({ action: 'import', settings: { changed: false } });
    await runHere(['undo', '--vault', vault]);
    expect(ownFilesIn(vault)).toEqual(complete);
    const first = await runHere(['undo', '--dry-run', '--json', '--vault', vault]);
    expect(JSON.parse(first.out[0] ?? '')).toMatchObject({ action: 'adopt', settings: { changed: true } });
    await runHere(['undo', '--vault', vault]);
    expect(treeOf(vault)).toEqual(before);
  });

  it('keeps at undo what the user set since, and says so', async () => {
    const vault = vaultByHand();
    await runHere(['adopt', '--vault', vault]);
    putFiles(vault, { [SETTINGS]: '{"folders":{"infringement":"档案/新","apps":"档案/应用"},"linkStyle":"markdown"}' });
    const { code, err, out } = await runHere(['undo', '--vault', vault, '--json', '--lang', 'zh']);
    expect({ code, err }).toEqual({ code: 0, err: [`${SETTINGS}：以下设置此后已更改，保持现状：folders.infringement`] });
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ left: [], settings: { changed: true, kept: ['folders.infringement'] } });
    expect(JSON.parse(ownFilesIn(vault)[SETTINGS] ?? '')).toEqual({ folders: { infringement: '档案/新' }, linkStyle: 'markdown' });
  });

  it('saves folders alone where the notes are adopted already, which can be taken back', async () => {
    const vault = vaultByHand();
    await runHere(['adopt', '--vault', vault]);
    fs.rmSync(join(vault, dirname(SETTINGS)), { recursive: true });
    const before = treeOf(vault);
    await runHere(['adopt', '--vault', vault]);
    expect(JSON.parse(ownFilesIn(vault)[SETTINGS] ?? '')).toMatchObject({ folders: { infringement: '档案/侵害' } });
    expect((await runHere(['undo', '--vault', vault])).code).toBe(0);
    expect(treeOf(vault)).toEqual(before);
  });

  it.skipIf(!HAS_ARCHIVE)('adopts a real archive on the disk once', async () => {
    const vault = join(scratchFolder(), '旧 档案');
    putFiles(vault, Object.fromEntries(archiveFiles('notices').map(({ path, bytes }) => [`archive/${path}`, bytes])));
    const first = await runHere(['adopt', 'archive', '--vault', vault, '--json']);
    expect(JSON.parse(first.out[0] ?? '')).toMatchObject({ settingsSaved: true, failed: [], diagnostics: [] });
    const files = ownFilesIn(vault);
    const again = await runHere(['adopt', '--vault', vault]);
    expect(again.out).toContain('0 created, 0 changed, 29 kept');
    expect(ownFilesIn(vault)).toEqual(files);
  });
});
