/** Symbolic links in a vault on disk that lead nowhere, in a circle, or outside. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { infringementText } from '../support/made-notices-text';
import { runHere } from '../support/run-command-line';
import { filesIn, putFiles, scratchFolder } from '../support/scratch-folder';

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
});
