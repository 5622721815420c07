import * as fs from 'node:fs';
import type * as NodeFs from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openNodeVault } from '../../cli/node-vault';
import { filesIn, putFiles, scratchFolder } from '../support/scratch-folder';

vi.mock('node:fs', async (importOriginal) => ({ ...await importOriginal<typeof NodeFs>() }));
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a folder as a vault', () => {
  it('lists notes with their properties and leaves out what Obsidian does not show', async () => {
    const folder = scratchFolder();
    putFiles(folder, {
      '笔记.md': '---\n总批次: 10\n发布日期: 2021-01-22\n---\n正文\n',
      '通报/坏.md': '---\na: [1\n---\n',
      '通报/图.png': 'x',
      '.obsidian/app.json': '{}',
      '.trash/旧.md': '旧',
      '.git/HEAD': 'x',
      'node_modules/a/README.md': 'x',
      '通报/.隐藏.md': 'x',
    });
    const vault = openNodeVault(folder);
    expect(await vault.listPaths()).toEqual(['笔记.md', '通报/图.png', '通报/坏.md']);
    expect(await vault.listNotes()).toEqual([
      { path: '笔记.md', properties: { 总批次: 10, 发布日期: '2021-01-22' } },
      { path: '通报/坏.md', properties: {} },
    ]);
  });

  it('finds the properties of a note whose front matter is long', async () => {
    const folder = scratchFolder();
    const aliases = Array.from({ length: 3000 }, (_, i) => `  - 别名${i}`).join('\n');
    putFiles(folder, { '长.md': `---\naliases:\n${aliases}\n总批次: 7\n---\n正文\n` });
    const [note] = await openNodeVault(folder).listNotes();
    expect(note?.properties['总批次']).toBe(7);
  });

  it('is empty where the folder does not exist, and makes it with the first note', async () => {
    const folder = join(scratchFolder(), '新库');
    const vault = openNodeVault(folder);
    expect(await vault.listPaths()).toEqual([]);
    expect(fs.existsSync(folder)).toBe(false);
    await vault.create('通报/应用/甲.md', '甲\n');
    expect(filesIn(folder)).toEqual({ '通报/应用/甲.md': '甲\n' });
  });

  it('refuses to be a file', () => {
    const folder = scratchFolder();
    putFiles(folder, { 'a.md': '' });
    expect(() => openNodeVault(join(folder, 'a.md'))).toThrow('Not a folder');
  });
});

describe('creating a note', () => {
  it('throws where one of that name is there, whatever its case or normal form', async () => {
    const folder = scratchFolder();
    putFiles(folder, { '应用/QQ.md': '早', ['Cafe\u0301.md']: '旧' });
    const vault = openNodeVault(folder);
    for (const path of ['应用/QQ.md', '应用/qq.md', 'Caf\u00E9.md', 'CAF\u00C9.md']) {
      await expect(vault.create(path, '新')).rejects.toThrow('File already exists.');
    }
    expect(filesIn(folder)).toEqual({ '应用/QQ.md': '早', ['Cafe\u0301.md']: '旧' });
  });

  it('throws for the second of two that differ in case only', async () => {
    const folder = scratchFolder();
    const vault = openNodeVault(folder);
    await vault.create('应用/Keep.md', '一');
    await expect(vault.create('应用/KEEP.md', '二')).rejects.toThrow('File already exists.');
    expect(filesIn(folder)).toEqual({ '应用/Keep.md': '一' });
  });

  it('uses a folder that is there under another case instead of making a second one', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'Notices/a.md': '' });
    await openNodeVault(folder).create('notices/b.md', 'b');
    expect(Object.keys(filesIn(folder)).sort()).toEqual(['Notices/a.md', 'Notices/b.md']);
  });

  it('does not take over a file that appeared after the look', async () => {
    const folder = scratchFolder();
    const vault = openNodeVault(folder);
    vi.spyOn(fs, 'fsyncSync').mockImplementationOnce(() => {
      putFiles(folder, { 'a.md': '别人的' });
    });
    await expect(vault.create('a.md', '我的')).rejects.toThrow('File already exists.');
    expect(filesIn(folder)).toEqual({ 'a.md': '别人的' });
  });

  it('works on a disk without hard links', async () => {
    const folder = scratchFolder();
    vi.spyOn(fs, 'linkSync').mockImplementation(() => {
      throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
    });
    const vault = openNodeVault(folder);
    await vault.create('a.md', '一');
    await expect(vault.create('a.md', '二')).rejects.toThrow('File already exists.');
    expect(filesIn(folder)).toEqual({ 'a.md': '一' });
  });

  it('leaves nothing behind when the disk is full', async () => {
    const folder = scratchFolder();
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      throw Object.assign(new Error('ENOSPC: no space left on device, fsync'), { code: 'ENOSPC' });
    });
    await expect(openNodeVault(folder).create('a.md', '一')).rejects.toThrow('no space left');
    expect(filesIn(folder)).toEqual({});
  });
});

describe('replacing a note', () => {
  it('writes only over the text it was made for', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'a.md': '一\r\n二\r\n' });
    const vault = openNodeVault(folder);
    expect(await vault.read('a.md')).toBe('一\r\n二\r\n');
    expect(await vault.replace('a.md', '一\n二\n', '三\n')).toBe(false);
    expect(filesIn(folder)).toEqual({ 'a.md': '一\r\n二\r\n' });
    expect(await vault.replace('a.md', '一\r\n二\r\n', '一\r\n三\r\n')).toBe(true);
    expect(filesIn(folder)).toEqual({ 'a.md': '一\r\n三\r\n' });
  });

  it('keeps a byte order mark and the permissions', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'a.md': '\uFEFF一' });
    fs.chmodSync(join(folder, 'a.md'), 0o600);
    const vault = openNodeVault(folder);
    const before = await vault.read('a.md');
    expect(await vault.replace('a.md', before, `${before}二`)).toBe(true);
    expect(filesIn(folder)).toEqual({ 'a.md': '\uFEFF一二' });
    expect(fs.statSync(join(folder, 'a.md')).mode & 0o777).toBe(0o600);
  });

  it('keeps the name on disk of a note from a Mac', async () => {
    const folder = scratchFolder();
    putFiles(folder, { ['Cafe\u0301/re\u0301sume\u0301.md']: '一' });
    const vault = openNodeVault(folder);
    expect(await vault.listPaths()).toEqual(['Caf\u00E9/r\u00E9sum\u00E9.md']);
    expect(await vault.replace('Caf\u00E9/r\u00E9sum\u00E9.md', '一', '二')).toBe(true);
    expect(filesIn(folder)).toEqual({ ['Cafe\u0301/re\u0301sume\u0301.md']: '二' });
  });

  it('refuses a note that is no UTF-8 rather than spoil its bytes', async () => {
    const folder = scratchFolder();
    const bytes = Uint8Array.from([0xC4, 0xE3, 0xBA, 0xC3]);
    putFiles(folder, { 'gbk.md': bytes });
    const vault = openNodeVault(folder);
    const before = await vault.read('gbk.md');
    await expect(vault.replace('gbk.md', before, `${before}x`)).rejects.toThrow('Not valid UTF-8');
    expect(new Uint8Array(fs.readFileSync(join(folder, 'gbk.md')))).toEqual(bytes);
  });

  it('leaves the old text and no other file when the rename fails', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'a.md': '一' });
    vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw Object.assign(new Error('EIO: i/o error, rename'), { code: 'EIO' });
    });
    await expect(openNodeVault(folder).replace('a.md', '一', '二')).rejects.toThrow('i/o error');
    expect(filesIn(folder)).toEqual({ 'a.md': '一' });
  });

  it('flushes the text before it gets its name', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'a.md': '一' });
    const steps: string[] = [];
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => { steps.push(`flushed beside ${fs.readFileSync(join(folder, 'a.md'), 'utf8')}`); });
    const { renameSync } = await vi.importActual<typeof NodeFs>('node:fs');
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => { steps.push('renamed'); renameSync(from, to); });
    await openNodeVault(folder).replace('a.md', '一', '二');
    expect(steps).toEqual(['flushed beside 一', 'renamed']);
    expect(filesIn(folder)).toEqual({ 'a.md': '二' });
  });
});

describe('the bounds of the vault', () => {
  it.each(['../x.md', '/etc/x.md', 'a/../../x.md', 'a//x.md', './x.md', 'C:x.md', 'a\\..\\x.md', '.obsidian/x.md', 'a\0.md', ''])('refuses the path %j', async (path) => {
    const outer = scratchFolder();
    const folder = join(outer, 'vault');
    putFiles(outer, { 'vault/a/b.md': '', 'x.md': '外' });
    const vault = openNodeVault(folder);
    await expect(vault.create(path, '内')).rejects.toThrow('Not a path inside the vault');
    await expect(vault.read(path)).rejects.toThrow('Not a path inside the vault');
    await expect(vault.trash(path)).rejects.toThrow('Not a path inside the vault');
    expect(filesIn(outer)).toEqual({ 'vault/a/b.md': '', 'x.md': '外' });
  });

  it('neither lists nor writes through a link that leads outside', async () => {
    const outer = scratchFolder();
    putFiles(outer, { 'vault/a.md': '内', 'other/secret.md': '外' });
    fs.symlinkSync(join(outer, 'other'), join(outer, 'vault/linked'));
    fs.symlinkSync(join(outer, 'other/secret.md'), join(outer, 'vault/secret.md'));
    const vault = openNodeVault(join(outer, 'vault'));
    expect(await vault.listPaths()).toEqual(['a.md']);
    await expect(vault.read('linked/secret.md')).rejects.toThrow('Not a path inside the vault');
    await expect(vault.create('linked/new.md', 'x')).rejects.toThrow('Not a path inside the vault');
    await expect(vault.replace('secret.md', '外', 'x')).rejects.toThrow('Not a path inside the vault');
    expect(fs.readFileSync(join(outer, 'other/secret.md'), 'utf8')).toBe('外');
    expect(fs.readdirSync(join(outer, 'other'))).toEqual(['secret.md']);
  });

  it('writes through a link inside the vault to the note it stands for', async () => {
    const folder = scratchFolder();
    putFiles(folder, { '真.md': '一' });
    fs.symlinkSync('真.md', join(folder, '别名.md'));
    expect(await openNodeVault(folder).replace('别名.md', '一', '二')).toBe(true);
    expect(fs.lstatSync(join(folder, '别名.md')).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(join(folder, '真.md'), 'utf8')).toBe('二');
  });
});

describe('the trash', () => {
  it('lies in the vault and keeps two notes of one name', async () => {
    const folder = scratchFolder();
    putFiles(folder, { '甲/a.md': '一', '乙/a.md': '二', 'b.md': '三' });
    const vault = openNodeVault(folder);
    await vault.trash('甲/a.md');
    await vault.trash('乙/a.md');
    expect(filesIn(folder)).toEqual({ '.trash/a.md': '一', '.trash/a 2.md': '二', 'b.md': '三' });
    expect(await vault.listPaths()).toEqual(['b.md']);
    await expect(vault.read('甲/a.md')).rejects.toThrow('No such file');
  });

  it('lets a note of the same name be made again', async () => {
    const folder = scratchFolder();
    const vault = openNodeVault(folder);
    await vault.create('a.md', '一');
    await vault.trash('a.md');
    await vault.create('A.md', '二');
    expect(filesIn(folder)).toEqual({ '.trash/a.md': '一', 'A.md': '二' });
  });
});
