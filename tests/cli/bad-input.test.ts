/** What nobody can read is named with file and line; the rest is imported, and nothing is half-written. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHere } from '../support/run-command-line';
import { noticeOf, titleOf } from '../support/sample-notice';
import { ownFilesIn, putFiles, scratchFolder } from '../support/scratch-folder';

const GOOD = noticeOf(10, '2021-01-22', [{ name: '青禾相册', developer: '杭州青禾软件有限公司' }]);
const GOOD_NOTES = ['通报/APP侵害用户权益专项整治行动.md', `通报/侵害通报/${titleOf(10)}.md`, '通报/应用/青禾相册.md'].sort();
const OTHER = noticeOf(11, '2021-02-05', [{ name: '山雀听书', developer: '成都山雀科技有限公司' }]);
const PROGRAM = Uint8Array.from([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3E, 0]);
const PNG = Uint8Array.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1]);

interface Case {
  readonly name: string;
  readonly content: () => string | Uint8Array;
  /** What the complaint says behind the file name. */
  readonly says: RegExp;
}

const UNREADABLE: readonly Case[] = [
  { name: '空.md', content: () => '', says: /^: error: The file is empty\.$/ },
  { name: '程序.md', content: () => PROGRAM, says: /^: error: This is not text: / },
  { name: '图片.md', content: () => PNG, says: /^: error: This is a picture without text \(PNG\)\. / },
  { name: '长行.md', content: () => `# 通报\n\n${'长'.repeat(50 * 1024 * 1024 / 3)}\n`, says: /, line 3: error: A line is \d+ characters long/ },
  { name: '无名称列.md', content: () => OTHER.replace('| 应用名称 |', '| 备注 |'), says: /, (?:list 1, )?(?:row \d+, )?line 27: error: .+/ },
];

describe.each(UNREADABLE)('$name', ({ name, content, says }) => {
  it('is named, the other file is imported, and nothing of it is written', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'in/好.md': GOOD, [`in/${name}`]: content() });
    const { code, err } = await runHere(['import', join(folder, 'in'), '--vault', join(folder, 'vault')]);
    expect(code).toBe(1);
    const file = join(folder, 'in', name);
    expect(err.filter((line) => line.startsWith(file)).some((line) => says.test(line.slice(file.length))), err.join('\n')).toBe(true);
    expect(err.every((line) => line.startsWith(file))).toBe(true);
    expect(Object.keys(ownFilesIn(join(folder, 'vault'))).sort()).toEqual(GOOD_NOTES);
  });

  it('fails parse too, which prints the other notice', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'good.md': GOOD, [name]: content() });
    const { code, out, err } = await runHere(['parse', join(folder, name), join(folder, 'good.md'), '--json']);
    expect(code).toBe(1);
    expect(err.some((line) => says.test(line.slice(join(folder, name).length)))).toBe(true);
    expect(out.at(-1)).toContain(titleOf(10));
  });
});

describe('broken YAML', () => {
  const broken = OTHER.replace('published: true', 'published: [true');

  it('is named with its line, every time, and the other file is imported', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'in/坏.md': broken, 'in/好.md': GOOD });
    const file = join(folder, 'in/坏.md');
    for (const round of [1, 2]) {
      const { code, err } = await runHere(['import', join(folder, 'in'), '--vault', join(folder, 'vault')]);
      expect({ round, code }).toEqual({ round, code: 1 });
      expect(err.filter((line) => line.startsWith(file))).toHaveLength(1);
      expect(err[0]).toMatch(/, line [2-4]: error: The front matter is not valid YAML: /);
    }
    expect(Object.keys(ownFilesIn(join(folder, 'vault')))).toEqual(expect.arrayContaining(GOOD_NOTES));
  });
});

describe('a vault with trouble of its own', () => {
  it('is not stopped by a note that is no UTF-8 or has broken properties', async () => {
    const folder = scratchFolder();
    const gbk = Uint8Array.from([0xC4, 0xE3, 0xBA, 0xC3]);
    putFiles(folder, { 'in/好.md': GOOD, 'vault/旧.md': gbk, 'vault/坏.md': '---\na: [\n---\n', 'vault/通报/应用/别的.md': '' });
    const { code } = await runHere(['import', join(folder, 'in'), '--vault', join(folder, 'vault')]);
    expect(code).toBe(0);
    const files = ownFilesIn(join(folder, 'vault'));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(GOOD_NOTES));
    expect(files['坏.md']).toBe('---\na: [\n---\n');
  });

  it('says which note could not be written and writes the others', async () => {
    const folder = scratchFolder();
    // A file where the folder of the app notes should be.
    putFiles(folder, { 'in/好.md': GOOD, 'vault/通报/应用': '' });
    const { code, err } = await runHere(['import', join(folder, 'in'), '--vault', join(folder, 'vault')]);
    expect(code).toBe(1);
    expect(err.some((line) => line.startsWith('通报/应用/青禾相册.md: '))).toBe(true);
    expect(Object.keys(ownFilesIn(join(folder, 'vault')))).toContain(`通报/侵害通报/${titleOf(10)}.md`);
  });
});
