import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveFiles, HAS_ARCHIVE } from '../support/archive';
import { runHere } from '../support/run-command-line';
import { noticeOf } from '../support/sample-notice';
import { ownFilesIn, putFiles, scratchFolder } from '../support/scratch-folder';

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

  it('says that a folder is not there, and can be taken back', async () => {
    const vault = vaultByHand();
    const before = ownFilesIn(vault);
    const { code, err } = await runHere(['adopt', '没有', '--vault', vault]);
    expect({ code, err }).toEqual({ code: 1, err: ['没有: error: There is no folder “没有” in this vault.'] });
    await runHere(['adopt', '档案', '--vault', vault]);
    await runHere(['undo', '--vault', vault]);
    const { [SETTINGS]: saved, ...after } = ownFilesIn(vault);
    expect(after).toEqual(before);
    expect(saved).toBeDefined();
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
