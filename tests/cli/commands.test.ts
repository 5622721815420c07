import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { runHere } from '../support/run-command-line';
import { noticeOf, titleOf } from '../support/sample-notice';
import { filesIn, ownFilesIn, putFiles, scratchFolder } from '../support/scratch-folder';

const FIRST = noticeOf(10, '2021-01-22', [{ name: '青禾相册', developer: '杭州青禾软件有限公司' }, { name: '山雀听书', developer: '成都山雀科技有限公司' }]);
const SECOND = noticeOf(11, '2021-02-05', [{ name: '山雀听书', developer: '成都山雀科技有限公司', problems: '超范围收集个人信息' }]);

/** A folder with two notices in `in/` and room for a vault. */
function twoNotices(): { readonly folder: string; readonly sources: string; readonly vault: string } {
  const folder = scratchFolder();
  putFiles(folder, { 'in/一.md': FIRST, 'in/二.md': SECOND });
  return { folder, sources: join(folder, 'in'), vault: join(folder, 'vault') };
}

function parsed(line: string | undefined): Record<string, unknown> {
  return JSON.parse(line ?? '') as Record<string, unknown>;
}

describe('parse', () => {
  it('prints one notice a line, its file first', async () => {
    const { sources, vault } = twoNotices();
    const { code, out, err } = await runHere(['parse', join(sources, '一.md'), join(sources, '二.md'), '--json']);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toHaveLength(2);
    const notice = parsed(out[0]);
    expect(Object.keys(notice)).toEqual(['file', 'kind', 'series', 'title', 'agency', 'agencyFrom', 'source', 'date', 'signedDate', 'batch', 'deadline', 'statedCount', 'urls', 'attachments', 'paragraphs', 'cites', 'figures', 'lists', 'documents', 'index', 'diagnostics']);
    expect(notice).toMatchObject({ file: join(sources, '一.md'), kind: 'infringement', title: titleOf(10), date: '2021-01-22', batch: { year: 2021, number: 1, total: 10 }, statedCount: { number: 2 } });
    expect(notice['lists']).toMatchObject([{ entries: [{ no: 1, name: '青禾相册', version: '1.0' }, { no: 2, name: '山雀听书' }] }]);
    expect(fs.existsSync(vault)).toBe(false);
  });

  it('renders findings with code, severity, place and sentence', async () => {
    const folder = scratchFolder();
    putFiles(folder, { '少.md': FIRST.replace('尚有2款', '尚有3款') });
    const { code, out } = await runHere(['parse', join(folder, '少.md'), '--json', '--lang', 'zh']);
    const found = parsed(out[0])['diagnostics'] as Record<string, string>[];
    const mismatch = found.find((each) => each['code'] === 'count-mismatch');
    expect(Object.keys(mismatch ?? {})).toEqual(['code', 'severity', 'place', 'message']);
    expect(mismatch?.['message']).toMatch(/3/);
    expect(code).toBe(0);
  });

  it('says in short what it understood', async () => {
    const { sources } = twoNotices();
    const { out } = await runHere(['parse', join(sources, '一.md')]);
    expect(out[1]).toBe(`  ${titleOf(10)}`);
    expect(out[2]).toBe('  infringement · miit-infringement · 2021-01-22 · 工业和信息化部信息通信管理局 · batch 1 of 2021 · total batch 10 · the text states 2');
    expect((await runHere(['parse', join(sources, '一.md')], 'zh')).out[2]).toMatch(/ · 2021年第1批 · 总第10批 · 正文写明 2 款$/);
    expect(out.some((line) => line.includes('list 1') && line.includes('2 entries'))).toBe(true);
  });
});

describe('import', () => {
  it('shows an edit of the user that stays, with what it would say, and that a deleted note is not made again', async () => {
    const { sources, vault } = twoNotices();
    await runHere(['import', join(sources, '一.md'), '--vault', vault]);
    const app = join(vault, '通报/应用/山雀听书.md');
    fs.writeFileSync(app, fs.readFileSync(app, 'utf8').replace(/^> (\|.*违规收集个人信息)/m, '> $1（我改的）'));
    fs.rmSync(join(vault, `通报/侵害通报/${titleOf(10)}.md`));
    const { out, err } = await runHere(['import', sources, '--vault', vault]);
    expect(err).toEqual([]);
    expect(out).toContain(`${join(sources, '一.md')}: you deleted it; not made again`);
    expect(out).toContain('! 通报/应用/山雀听书.md: "rn-record" was edited by you and stays as it is');
    expect(out.join('\n')).toContain('违规收集个人信息（我改的）');
    expect(out.filter((line) => line.startsWith('    +')).join('\n')).toContain(titleOf(11));
    expect(out.join('\n')).not.toContain('the command "parse" shows it');
  });

  it('makes linked notes of a folder and says what it made', async () => {
    const { sources, vault } = twoNotices();
    const { code, out, err } = await runHere(['import', sources, '--vault', vault]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const files = ownFilesIn(vault);
    expect(Object.keys(files).sort()).toEqual([
      '通报/APP侵害用户权益专项整治行动.md',
      `通报/侵害通报/${titleOf(10)}.md`,
      `通报/侵害通报/${titleOf(11)}.md`,
      '通报/应用/山雀听书.md',
      '通报/应用/青禾相册.md',
    ].sort());
    expect(out.at(-1)).toBe('5 created, 0 changed, 0 kept');
    expect(out[0]).toBe(`${join(sources, '一.md')}: new → 通报/侵害通报/${titleOf(10)}.md`);
  });

  it('changes nothing the second time', async () => {
    const { sources, vault } = twoNotices();
    await runHere(['import', sources, '--vault', vault]);
    const before = filesIn(vault);
    const { code, out } = await runHere(['import', sources, '--vault', vault]);
    expect(code).toBe(0);
    expect(filesIn(vault)).toEqual(before);
    expect(out.at(-1)).toMatch(/^0 created, 0 changed, \d+ kept$/);
    expect(out[0]).toContain('already there');
  });

  it('shows in a dry run what the import then does, and writes nothing', async () => {
    const { sources, vault } = twoNotices();
    await runHere(['import', join(sources, '一.md'), '--vault', vault]);
    const before = ownFilesIn(vault);
    const dry = await runHere(['import', sources, '--vault', vault, '--dry-run']);
    expect(ownFilesIn(vault)).toEqual(before);
    expect(dry.code).toBe(0);
    expect(dry.out.at(-1)).toBe('Dry run: nothing was written.');
    const wet = await runHere(['import', sources, '--vault', vault]);
    expect(dry.out.at(-2)).toBe(wet.out.at(-1));
    const planned = dry.out.filter((line) => /^[+~] /.test(line)).map((line) => line.slice(2).replace(/ \(\d+ lines\)$/, '')).sort();
    const after = ownFilesIn(vault);
    expect(planned).toEqual(Object.keys(after).filter((path) => after[path] !== before[path]).sort());
  });

  it('does not even make the folder of a new vault in a dry run', async () => {
    const { sources, vault } = twoNotices();
    await runHere(['import', sources, '--vault', vault, '--dry-run']);
    expect(fs.existsSync(vault)).toBe(false);
  });

  it('tells a program what was created, changed, kept and refused', async () => {
    const { folder, sources, vault } = twoNotices();
    putFiles(folder, { 'in/空.md': '', 'in/图.png': '' });
    const { code, out } = await runHere(['import', sources, '--vault', vault, '--json']);
    expect(code).toBe(1);
    expect(out).toHaveLength(1);
    const report = parsed(out[0]);
    expect(report).toMatchObject({ dryRun: false, changed: [], failed: [], unread: [], skipped: [join(sources, '图.png')] });
    expect((report['created'] as string[]).length).toBe(5);
    expect(report['sources']).toMatchObject([
      { outcome: 'new', title: titleOf(10), path: `通报/侵害通报/${titleOf(10)}.md` },
      { outcome: 'new', title: titleOf(11) },
      { file: join(sources, '空.md'), outcome: 'refused', path: null, diagnostics: [{ code: 'empty-file', severity: 'error', message: 'The file is empty.' }] },
    ]);
  });

  it('leaves a page that is no notice out, and says so', async () => {
    const { folder, sources, vault } = twoNotices();
    putFiles(folder, { 'in/随笔.md': '# 周末随笔\n\n今天去爬山。\n' });
    const { code, out } = await runHere(['import', sources, '--vault', vault]);
    expect(code).toBe(0);
    expect(out).toContain(`${join(sources, '随笔.md')}: no notice, left out (周末随笔)`);
    expect(Object.keys(ownFilesIn(vault))).toHaveLength(5);
  });

  it('names the apps that may be one and leaves them apart', async () => {
    const { folder, sources, vault } = twoNotices();
    const doubtful = noticeOf(12, '2021-03-12', [{ name: '青禾相册大师', developer: '杭州青禾软件有限公司' }]);
    putFiles(folder, { 'in/三.md': doubtful });
    const { code, out } = await runHere(['import', sources, '--vault', vault]);
    expect(code).toBe(0);
    const at = out.indexOf('Apps that may be the same, to be decided by you: 1');
    expect(out[at + 1]).toMatch(/^ {2}\? “青禾相册” .* and “青禾相册大师” /);
    expect(Object.keys(ownFilesIn(vault))).toEqual(expect.arrayContaining(['通报/应用/青禾相册.md', '通报/应用/青禾相册大师.md']));
  });

  it('leaves alone what the user wrote into a note', async () => {
    const { sources, vault } = twoNotices();
    await runHere(['import', join(sources, '一.md'), '--vault', vault]);
    const note = join(vault, '通报/应用/山雀听书.md');
    fs.writeFileSync(note, fs.readFileSync(note, 'utf8').replace(/(\^rn-record\n)/, '$1\n我的看法：先卸载。\n'));
    expect(fs.readFileSync(note, 'utf8')).toContain('我的看法');
    await runHere(['import', sources, '--vault', vault]);
    const text = fs.readFileSync(note, 'utf8');
    expect(text).toContain('我的看法：先卸载。\n');
    expect(text).toContain('总第11批');
  });

  it.each([1, 2, 3, 4])('stops after %i files when asked, and the next import makes the vault whole', async (files) => {
    const { sources, vault } = twoNotices();
    let asked = 0;
    const { code, out } = await runHere(['import', sources, '--vault', vault], 'en', () => (asked += 1) > files);
    expect(code).toBe(1);
    expect(Object.keys(ownFilesIn(vault))).toHaveLength(files);
    expect(out.at(-1)).toBe(`Stopped: ${5 - files} files were not reached.`);
    const again = await runHere(['import', sources, '--vault', vault]);
    expect(again.code).toBe(0);
    const { sources: same, vault: whole } = twoNotices();
    await runHere(['import', same, '--vault', whole]);
    expect(ownFilesIn(vault)).toEqual(ownFilesIn(whole));
  });

  it('works with the settings that the plugin saved in the vault, and not with damaged ones', async () => {
    const { folder, sources, vault } = twoNotices();
    putFiles(folder, { 'vault/.obsidian/plugins/regulatory-notices/data.json': '{"folders":{"apps":"档案/应用"},"appNotes":"notable","watchedDevelopers":["山雀"],"fileNameBytes":"many"}' });
    const { code, out } = await runHere(['import', sources, '--vault', vault, '--lang', 'en']);
    expect(code).toBe(0);
    expect(Object.keys(ownFilesIn(vault)).filter((path) => path.includes('应用/'))).toEqual(['档案/应用/山雀听书.md']);
    expect(out[0]).toBe('Watched apps and developers in these notices: 2');
    expect(out[1]).toContain('山雀听书');
  });

  it('speaks Chinese', async () => {
    const { sources, vault } = twoNotices();
    const { out, err } = await runHere(['import', sources, join(sources, '没有.md'), '--vault', vault], 'zh');
    expect(err).toEqual([`${join(sources, '没有.md')}：文件或文件夹不存在。`]);
    expect(out.at(-1)).toBe('新建 5 篇，更新 0 篇，保持不变 0 篇');
  });
});

describe('index', () => {
  it('puts the pages in order again after a user moved lines, and is then content', async () => {
    const { sources, vault } = twoNotices();
    await runHere(['import', sources, '--vault', vault]);
    const before = ownFilesIn(vault);
    const { code, out } = await runHere(['index', '--vault', vault]);
    expect(code).toBe(0);
    expect(out.at(-1)).toMatch(/^0 created, 0 changed, /);
    expect(ownFilesIn(vault)).toEqual(before);
    fs.rmSync(join(vault, '通报/APP侵害用户权益专项整治行动.md'));
    const dry = await runHere(['index', '--vault', vault, '--dry-run']);
    expect(dry.out[0]).toMatch(/^\+ 通报\/APP侵害用户权益专项整治行动\.md/);
    expect((await runHere(['index', '--vault', vault])).out.at(-1)).toMatch(/^1 created/);
    expect(ownFilesIn(vault)).toEqual(before);
  });

  it('is wrong usage where there is no vault', async () => {
    const folder = scratchFolder();
    const { code, err } = await runHere(['index', '--vault', join(folder, 'none')]);
    expect({ code, err }).toEqual({ code: 2, err: [`There is no such folder: ${join(folder, 'none')}`] });
  });
});

describe('apps', () => {
  it('prints one app a line with all its listings', async () => {
    const { sources, vault } = twoNotices();
    await runHere(['import', sources, '--vault', vault]);
    const { code, out } = await runHere(['apps', '--vault', vault, '--json']);
    expect(code).toBe(0);
    const apps = out.map(parsed).sort((a, b) => (String(a['path']) < String(b['path']) ? -1 : 1));
    expect(apps).toEqual([
      {
        path: '通报/应用/山雀听书.md', names: ['山雀听书'], developers: ['成都山雀科技有限公司'],
        listings: [expect.objectContaining({ title: titleOf(10), list: 1, no: 2 }), expect.objectContaining({ title: titleOf(11), list: 1, no: 1 })],
      },
      { path: '通报/应用/青禾相册.md', names: ['青禾相册'], developers: ['杭州青禾软件有限公司'], listings: [expect.objectContaining({ title: titleOf(10), list: 1, no: 1 })] },
    ]);
    expect(Object.keys((apps[0]?.['listings'] as object[])[0] ?? {})).toEqual(['notice', 'title', 'list', 'no', 'key']);
  });
});

describe('the frame', () => {
  it('helps in the language of the user', async () => {
    expect((await runHere(['--help'])).out[0]).toBe('Usage: regulatory-notices COMMAND …');
    expect((await runHere(['--help'], 'zh')).out[0]).toBe('用法：regulatory-notices 命令 …');
    expect((await runHere(['--version'])).out).toEqual([version]);
  });

  it('answers wrong usage with what is wrong, the usage, and code 2', async () => {
    const { code, out, err } = await runHere(['inport', 'a.md']);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err.slice(0, 3)).toEqual(['Unknown command: inport', '', 'Usage: regulatory-notices COMMAND …']);
    expect((await runHere(['parse', '--nope', 'a.md'], 'zh')).err[0]).toBe('未知选项：--nope');
  });

  it('answers wrong usage of a command that it knows with how that one is called, so that what is wrong stays in sight', async () => {
    expect((await runHere(['merge', '甲', '--vault', 'v'])).err).toEqual([
      'The command merge needs two apps: the path or the name of each note.',
      '',
      'Usage: regulatory-notices merge A B --vault DIR [--dry-run]',
      'All commands and options: regulatory-notices --help',
    ]);
    expect((await runHere(['apps'], 'zh')).err).toContain('用法：regulatory-notices apps --vault 目录 [--json]');
  });

  it.each(['en', 'zh'] as const)('names every command once in its help, with the purposes below each other (%s)', async (language) => {
    const { out } = await runHere(['--help'], language);
    const commands = out.slice(3, out.indexOf('', 3));
    expect(commands.map((line) => line.trim().split(' ')[0])).toEqual(['parse', 'import', 'adopt', 'index', 'apps', 'link', 'check', 'export', 'merge', 'split', 'undo']);
    const wide = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
    expect(new Set(commands.map((line) => wide(/^ {2}\S.*? {2,}(?=\S)/u.exec(line)?.[0] ?? ''))).size).toBe(1);
  });

  it('refuses a vault that is a file', async () => {
    const folder = scratchFolder();
    putFiles(folder, { 'a.md': FIRST });
    const { code, err } = await runHere(['import', join(folder, 'a.md'), '--vault', join(folder, 'a.md')]);
    expect(code).toBe(2);
    expect(err).toEqual([`This is a file, not a folder: ${join(folder, 'a.md')}`]);
  });
});
