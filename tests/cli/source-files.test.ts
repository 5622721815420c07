import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectSources } from '../../cli/source-files';
import { putFiles, scratchFolder } from '../support/scratch-folder';

describe('the files that the user points at', () => {
  it('takes a folder with all below it that could be a notice, by name', () => {
    const folder = scratchFolder();
    putFiles(folder, {
      '乙.md': '乙', '甲.txt': '甲', '2021/丙.docx': '丙', '2021/图.png': '图', '丁.DOCM': '丁', '戊.odt': '戊', 'README.md': '说明', '.git/x.md': '', 'node_modules/y.md': '', '.DS_Store': '',
    });
    const { sources, problems, skipped } = collectSources([folder]);
    expect(sources.map(({ fileName }) => fileName.slice(folder.length + 1))).toEqual(['2021/丙.docx', '丁.DOCM', '乙.md', '甲.txt']);
    expect(new TextDecoder().decode(sources[0]?.bytes)).toBe('丙');
    expect(problems).toEqual([]);
    expect(skipped.map((file) => file.slice(folder.length + 1))).toEqual(['2021/图.png', 'README.md', '戊.odt']);
  });

  it('reads a file that is named itself, whatever it is called, and once', () => {
    const folder = scratchFolder();
    putFiles(folder, { 'README.md': '正文', '名单': '正文' });
    const given = [join(folder, 'README.md'), join(folder, '名单'), `${folder}/./README.md`];
    expect(collectSources(given).sources.map(({ fileName }) => fileName)).toEqual(given.slice(0, 2));
  });

  it('names what cannot be had and goes on', () => {
    const folder = scratchFolder();
    putFiles(folder, { 'a.md': '正文', '空/图.png': '' });
    fs.symlinkSync('nowhere', join(folder, 'dangling.md'));
    const { sources, problems } = collectSources(['https://example.org/tzgg/1.html', join(folder, '没有.md'), join(folder, 'dangling.md'), join(folder, '空'), '/dev/null', join(folder, 'a.md')]);
    expect(problems.map(({ reason }) => reason)).toEqual(['address', 'not-found', 'not-found', 'no-files', 'not-a-file']);
    expect(sources).toHaveLength(1);
  });
});
