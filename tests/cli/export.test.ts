/** export, as a person at a terminal sees it. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runHere } from '../support/run-command-line';
import { noticeOf, titleOf } from '../support/sample-notice';
import { ownFilesIn, putFiles, scratchFolder } from '../support/scratch-folder';

let folder: string;
let vault: string;
beforeEach(async () => {
  folder = scratchFolder();
  vault = join(folder, 'vault');
  putFiles(folder, { 'in/一.md': noticeOf(10, '2021-01-22', [{ name: '松果笔记', developer: '昆明松果软件有限公司' }, { name: '云雀听书', developer: '成都云雀科技有限公司' }]) });
  await runHere(['import', join(folder, 'in'), '--vault', vault]);
});

describe('export', () => {
  it('writes the rows in each format and says how many', async () => {
    const before = ownFilesIn(vault);
    const start: Record<string, string> = { csv: '\uFEFFApp,Name in list,', json: '[\n{"app":"松果笔记","appNote":"通报/应用/松果笔记.md",', xlsx: 'PK' };
    for (const [format, first] of Object.entries(start)) {
      const file = join(folder, `rows.${format}`);
      expect(await runHere(['export', '--vault', vault, '--format', format, '-o', file])).toEqual({ code: 0, out: [`2 rows of 1 notices: ${file}`], err: [] });
      expect(fs.readFileSync(file, 'utf8').slice(0, first.length)).toBe(first);
    }
    expect(ownFilesIn(vault)).toEqual(before);
    await runHere(['export', '--vault', vault, '--format', 'csv', '--output', join(folder, 'rows.csv')], 'zh');
    expect(fs.readFileSync(join(folder, 'rows.csv'), 'utf8')).toMatch(/^\uFEFF应用,所列名称,/);
  });

  it('goes over no file of another kind', async () => {
    const note = join(vault, '通报/侵害通报', `${titleOf(10)}.md`);
    const before = fs.readFileSync(note, 'utf8');
    expect(await runHere(['export', '--vault', vault, '--format', 'csv', '-o', note])).toMatchObject({ code: 2, err: [`There is a file of another kind at ${note}; it was left as it is. Choose another name.`] });
    expect(fs.readFileSync(note, 'utf8')).toBe(before);
    const nowhere = join(folder, 'none/rows.csv');
    expect(await runHere(['export', '--vault', vault, '--format', 'csv', '-o', nowhere])).toMatchObject({ code: 2, err: [`There is no folder for ${nowhere}.`] });
  });

  it('wants a known format and a file', async () => {
    const said = async (...words: string[]): Promise<unknown> => {
      const { code, err } = await runHere(['export', '--vault', vault, ...words]);
      return [code, err[0]];
    };
    expect(await said('-o', 'a.csv')).toEqual([2, 'The option --format is required.']);
    expect(await said('--format', 'ods', '-o', 'a.ods')).toEqual([2, 'Unknown format: ods (csv, xlsx or json)']);
    expect(await said('--format', 'csv')).toEqual([2, 'The option -o is required.']);
    expect(await said('--format', 'csv', '-o')).toEqual([2, 'The option -o needs a value.']);
  });
});
