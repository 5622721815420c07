/** Symbolic links in a vault on disk that lead nowhere, in a circle, or outside. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { infringementText } from '../support/made-notices-text';
import { runHere } from '../support/run-command-line';
import { filesIn, ownFilesIn, putFiles, scratchFolder, treeOf } from '../support/scratch-folder';

const NOTICE = infringementText(12, '2021-04-02', [
  { name: '云记', developer: '甲公司', source: '应用宝', version: '1.0' },
  { name: '雾记', developer: '乙公司', source: '应用宝', version: '1.0' },
]);

describe('a vault with symbolic links', () => {
  it('is imported into when one of them leads round in a circle', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'source.md': NOTICE, 'vault/own.md': 'mine' });
    fs.symlinkSync('circle.md', join(folder, 'vault/circle.md'));
    expect((await runHere(['import', join(folder, 'source.md'), '--vault', join(folder, 'vault')])).code).toBe(0);
    expect(Object.keys(filesIn(join(folder, 'vault')))).toContain('通报/应用/云记.md');
  });

  it('has nothing written through one that leads outside or nowhere', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'source.md': NOTICE, 'outside/secret.md': 'secret', 'vault/通报/应用/own.md': 'mine' });
    fs.symlinkSync(join(folder, 'outside/secret.md'), join(folder, 'vault/通报/应用/云记.md'));
    fs.symlinkSync(join(folder, 'outside/new.md'), join(folder, 'vault/通报/应用/雾记.md'));
    await runHere(['import', join(folder, 'source.md'), '--vault', join(folder, 'vault')]);
    expect(filesIn(join(folder, 'outside'))).toEqual({ 'secret.md': 'secret' });
    expect(fs.lstatSync(join(folder, 'vault/通报/应用/云记.md')).isSymbolicLink()).toBe(true);
  });

  it('names the folder that is a link out of it, and writes nothing', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'source.md': NOTICE, 'outside/secret.md': 'secret', 'vault/通报/own.md': 'mine' });
    fs.symlinkSync(join(folder, 'outside'), join(folder, 'vault/通报/应用'));
    const before = treeOf(folder);
    const words = ['import', join(folder, 'source.md'), '--vault', join(folder, 'vault')];
    expect(await runHere(words)).toEqual({ code: 1, out: [], err: ['The work ended early: the folder 通报/应用 leads out of the vault; nothing was written'] });
    expect((await runHere(words, 'zh')).err).toEqual(['程序意外终止：文件夹“通报/应用”指向仓库之外，未写入任何内容']);
    expect(treeOf(folder)).toEqual(before);
  });

  it.each([
    ['a file', (place: string) => fs.writeFileSync(place, 'mine'), 'A file bears the name of the folder .trash; nothing was moved.'],
    ['a link', (place: string) => fs.symlinkSync('..', place), 'The folder .trash is a link; nothing was moved.'],
  ])('says that its trash is %s, and takes back what went before', async (_, make, reason) => {
    const folder = scratchFolder();
    putFiles(folder, { 'source.md': NOTICE });
    const vault = join(folder, 'vault');
    await runHere(['import', join(folder, 'source.md'), '--vault', vault]);
    make(join(vault, '.trash'));
    const before = ownFilesIn(vault);
    const { code, err } = await runHere(['merge', '云记', '雾记', '--vault', vault]);
    expect({ code, err }).toEqual({ code: 1, err: [`通报/应用/雾记.md: The note could not be written: ${reason}`] });
    expect(ownFilesIn(vault)).toEqual(before);
  });
});
