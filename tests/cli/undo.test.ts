import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openJournalFolder } from '../../cli/journal-folder';
import { runHere } from '../support/run-command-line';
import { noticeOf, titleOf } from '../support/sample-notice';
import { putFiles, scratchFolder, treeOf } from '../support/scratch-folder';

const FIRST = noticeOf(10, '2021-01-22', [{ name: '青禾相册', developer: '杭州青禾软件有限公司' }, { name: '山雀听书', developer: '成都山雀科技有限公司' }]);
const SECOND = noticeOf(11, '2021-02-05', [{ name: '山雀听书', developer: '成都山雀科技有限公司' }, { name: '鹭岛导航', developer: '厦门鹭岛信息技术有限公司' }]);
const DIARY = '今天看了青禾相册的通报。\r\n\r\n没有换行结尾';

function madeVault(): { readonly folder: string; readonly vault: string } {
  const folder = scratchFolder();
  putFiles(folder, { 'in/一.md': FIRST, 'in/二.md': SECOND, 'my vault/日记/今天.md': DIARY, 'my vault/.obsidian/app.json': '{}', 'my vault/.trash/旧.md': '旧' });
  fs.mkdirSync(join(folder, 'my vault/空文件夹'));
  return { folder, vault: join(folder, 'my vault') };
}

describe('undo', () => {
  it('gives back the very tree that was there, folders and hidden files too', async () => {
    const { folder, vault } = madeVault();
    const before = treeOf(vault);
    expect((await runHere(['import', join(folder, 'in'), '--vault', vault])).code).toBe(0);
    expect(treeOf(vault)).not.toEqual(before);
    const { code, out, err } = await runHere(['undo', '--vault', vault]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toHaveLength(1);
    expect(out[0]).toMatch(/^Taken back \(import, \d{4}-\d\d-\d\d \d\d:\d\d\): 6 files removed, 0 put back/);
    expect(treeOf(vault)).toEqual(before);
  });

  it('gives back a vault that was not there', async () => {
    const { folder } = madeVault();
    const vault = join(folder, 'new/vault');
    await runHere(['import', join(folder, 'in'), '--vault', vault]);
    expect((await runHere(['undo', '--vault', vault])).code).toBe(0);
    expect(treeOf(vault)).toEqual({});
    expect(fs.existsSync(vault)).toBe(false);
    expect(fs.existsSync(dirname(vault))).toBe(true);
  });

  it('takes the second of two imports back and then the first', async () => {
    const { folder, vault } = madeVault();
    const trees = [treeOf(vault)];
    await runHere(['import', join(folder, 'in/一.md'), '--vault', vault]);
    trees.push(treeOf(vault));
    await runHere(['import', join(folder, 'in/二.md'), '--vault', vault]);
    await runHere(['undo', '--vault', vault]);
    expect(treeOf(vault)).toEqual(trees[1]);
    await runHere(['undo', '--vault', vault]);
    expect(treeOf(vault)).toEqual(trees[0]);
    expect(await runHere(['undo', '--vault', vault])).toEqual({ code: 0, out: ['There is nothing to undo.'], err: [] });
  });

  it('brings merged notes back out of the trash, and leaves no copy there', async () => {
    const { folder, vault } = madeVault();
    await runHere(['import', join(folder, 'in'), '--vault', vault]);
    fs.rmSync(join(vault, '.trash'), { recursive: true });
    const before = treeOf(vault);
    expect((await runHere(['merge', '青禾相册', '鹭岛导航', '--vault', vault])).code).toBe(0);
    expect(fs.existsSync(join(vault, '.trash/鹭岛导航.md'))).toBe(true);
    expect((await runHere(['undo', '--vault', vault])).code).toBe(0);
    expect(treeOf(vault)).toEqual(before);
  });

  it('leaves what was edited since, names it and exits with 1; all else goes back', async () => {
    const { folder, vault } = madeVault();
    const before = treeOf(vault);
    await runHere(['import', join(folder, 'in'), '--vault', vault]);
    const note = `通报/侵害通报/${titleOf(10)}.md`;
    fs.appendFileSync(join(vault, note), '\n我的批注\n');
    const edited = treeOf(vault)[note];
    const { code, out, err } = await runHere(['undo', '--vault', vault, '--json']);
    expect(code).toBe(1);
    expect(err).toEqual([`${note}: The note was changed in the meantime and was left as it is.`]);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ dryRun: false, action: 'import', left: [{ path: note, reason: 'changed-since-preview', message: '' }], notDone: [] });
    expect(treeOf(vault)).toEqual({ ...before, 通报: '(folder)', '通报/侵害通报': '(folder)', [note]: edited });
  });

  it('shows in a dry run what would go, and changes nothing', async () => {
    const { folder, vault } = madeVault();
    await runHere(['import', join(folder, 'in'), '--vault', vault]);
    const imported = treeOf(vault);
    const { code, out } = await runHere(['undo', '--vault', vault, '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('x 通报/应用/青禾相册.md');
    expect(out.at(-2)).toMatch(/^Would take back \(import, [-\d]+ [:\d]+\): 6 files to be removed, 0 to be put back/);
    expect(out.at(-1)).toBe('Dry run: nothing was written.');
    expect(treeOf(vault)).toEqual(imported);
  });

  it('has nothing to undo after an import that changed nothing but what the one before did', async () => {
    const { folder, vault } = madeVault();
    const before = treeOf(vault);
    await runHere(['import', join(folder, 'in'), '--vault', vault]);
    const once = treeOf(vault);
    await runHere(['import', join(folder, 'in'), '--vault', vault]);
    expect(treeOf(vault)).toEqual(once);
    await runHere(['undo', '--vault', vault]);
    expect(treeOf(vault)).toEqual(before);
  });
});

describe('two calls at once', () => {
  it('the second is told that another is at work and writes nothing; once the other was killed it goes on', async () => {
    const { folder, vault } = madeVault();
    const journal = openJournalFolder(vault);
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    const ended = new Promise((resolve) => other.once('exit', resolve));
    try {
      expect(journal.lock()).toBe(true);
      const lock = Object.keys(treeOf(vault)).find((path) => path.endsWith('/lock')) ?? '';
      fs.writeFileSync(join(vault, lock), String(other.pid));
      const before = treeOf(vault);
      expect(await runHere(['import', join(folder, 'in'), '--vault', vault])).toEqual({ code: 1, out: [], err: ['The work ended early: another call of this program is writing to this vault'] });
      expect(treeOf(vault)).toEqual(before);
      expect((await runHere(['import', join(folder, 'in'), '--vault', vault, '--dry-run'])).code).toBe(0);
      expect(treeOf(vault)).toEqual(before);
    } finally {
      other.kill('SIGKILL');
      await ended;
    }
    expect((await runHere(['import', join(folder, 'in'), '--vault', vault])).code).toBe(0);
    expect(Object.keys(treeOf(vault)).filter((path) => path.endsWith('/lock'))).toEqual([]);
  });

  it.each([['import'], ['undo']])('%s says no more than that while the other is in the middle of its work, which is not taken for cut off', async (command) => {
    const { folder, vault } = madeVault();
    await runHere(['import', join(folder, 'in/一.md'), '--vault', vault]);
    const journal = openJournalFolder(vault);
    // As another call has it half-way: the plan lies there, nothing says yet that it was carried out.
    for (const name of await journal.store.list()) if (name.endsWith('.done.json')) await journal.store.remove(name);
    const ours = Object.keys(treeOf(vault)).find((path) => path.endsWith('.plan.json')) ?? '';
    const words = command === 'import' ? ['import', join(folder, 'in/二.md')] : ['undo'];
    const lock = join(vault, dirname(ours), 'lock');
    // The process that began this one runs for as long as the test does.
    fs.writeFileSync(lock, String(process.ppid));
    const before = treeOf(vault);
    const busy = { code: 1, out: [], err: ['The work ended early: another call of this program is writing to this vault'] };
    expect(await runHere([...words, '--vault', vault])).toEqual(busy);
    expect(await runHere([...words, '--vault', vault, '--dry-run'])).toEqual(busy);
    expect(treeOf(vault)).toEqual(before);
    fs.rmSync(lock);
    const { err, out } = await runHere([...words, '--vault', vault, '--dry-run']);
    expect(out.join('\n')).not.toMatch(/take back/);
    const cutOff = [expect.stringMatching(/^An earlier run \(import, .*\) was cut off\./)];
    expect(err).toEqual(cutOff);
    // What only reads may read half of it, and says so.
    for (const reading of [['check'], ['apps'], ['export', '--format', 'csv', '-o', join(folder, '名单.csv')]]) expect((await runHere([...reading, '--vault', vault])).err).toEqual(cutOff);
  });

  it('a lock is held for as long as the work takes', () => {
    const { vault } = madeVault();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const journal = openJournalFolder(vault);
    journal.lock();
    const lock = join(vault, Object.keys(treeOf(vault)).find((path) => path.endsWith('/lock')) ?? '');
    const longAgo = new Date(Date.now() - 60 * 60 * 1000);
    fs.utimesSync(lock, longAgo, longAgo);
    vi.advanceTimersByTime(60_000);
    expect(fs.statSync(lock).mtimeMs).toBeGreaterThan(longAgo.getTime() + 30 * 60 * 1000);
    journal.unlock();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a dry run beside a damaged journal', () => {
  it.each([
    ['cut short', (plan: string) => plan.slice(0, -20)],
    ['scrawled over', (plan: string) => plan.replace('"kind":"create"', '"kind":"crea??"')],
  ])('leaves an entry that was %s as it is', async (_, damage) => {
    const { folder, vault } = madeVault();
    await runHere(['import', join(folder, 'in/一.md'), '--vault', vault]);
    const name = Object.keys(treeOf(vault)).find((path) => path.endsWith('000001.plan.json')) ?? '';
    const plan = fs.readFileSync(join(vault, name), 'utf8');
    expect(damage(plan)).not.toBe(plan);
    fs.writeFileSync(join(vault, name.replace('000001', '000002')), damage(plan));
    const before = treeOf(vault);
    expect((await runHere(['undo', '--vault', vault, '--dry-run'])).out.at(-1)).toBe('Dry run: nothing was written.');
    await runHere(['import', join(folder, 'in'), '--vault', vault, '--dry-run']);
    expect(treeOf(vault)).toEqual(before);
    expect((await runHere(['undo', '--vault', vault])).code).toBe(0);
    expect(Object.keys(treeOf(vault)).filter((path) => path.startsWith('通报'))).toEqual([]);
  });
});
