import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHere } from '../support/run-command-line';
import { noticeOf } from '../support/sample-notice';
import { filesIn, putFiles, scratchFolder } from '../support/scratch-folder';

const NEWS = '《青禾相册》App被通报。\n\n大家都说“山雀听书”。\n';
const LINKED = '《[[通报/应用/青禾相册|青禾相册]]》App被通报。\n\n大家都说“山雀听书”。\n';

/** A vault with the apps of one notice and a note on the news. */
async function vaultWithNews(): Promise<string> {
  const folder = scratchFolder();
  putFiles(folder, { 'in/一.md': noticeOf(10, '2021-01-22', [{ name: '青禾相册', developer: '杭州青禾软件有限公司' }, { name: '山雀听书', developer: '成都山雀科技有限公司' }]), 'vault/新闻/快讯.md': NEWS });
  const vault = join(folder, 'vault');
  await runHere(['import', join(folder, 'in'), '--vault', vault]);
  return vault;
}

describe('link', () => {
  it('makes the sure links and prints the doubtful ones', async () => {
    const vault = await vaultWithNews();
    const { code, out, err } = await runHere(['link', '新闻/快讯.md', '--vault', vault]);
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toEqual([
      '新闻/快讯.md: 1 links, 1 doubtful',
      '  ? line 3: “山雀听书” → 通报/应用/山雀听书.md (only the marks speak for it; an app may not be meant)',
      '0 created, 1 changed, 0 kept',
    ]);
    expect(filesIn(vault)['新闻/快讯.md']).toBe(LINKED);
    const again = await runHere(['link', '新闻/快讯.md', '--vault', vault]);
    expect(again.out.at(-1)).toBe('0 created, 0 changed, 1 kept');
    expect(filesIn(vault)['新闻/快讯.md']).toBe(LINKED);
  });

  it('shows the change of a dry run and writes nothing', async () => {
    const vault = await vaultWithNews();
    const before = filesIn(vault);
    const { code, out } = await runHere(['link', '新闻/快讯', '--vault', vault, '--dry-run', '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out.some((line) => line.includes('+《[[通报/应用/青禾相册|青禾相册]]》App被通报。'))).toBe(true);
    expect(out).toContain('新闻/快讯.md：确定的链接 1 处，存疑 1 处');
    expect(out.at(-1)).toBe('试运行：未写入任何内容。');
    expect(filesIn(vault)).toEqual(before);
  });

  it('takes the path of a file on the disk, and says which note is missing', async () => {
    const vault = await vaultWithNews();
    const { code, err } = await runHere(['link', join(vault, '新闻/快讯.md'), '没有.md', '--vault', vault]);
    expect(code).toBe(1);
    expect(err).toEqual(['没有.md: error: There is no note “没有.md” in this vault.']);
    expect(filesIn(vault)['新闻/快讯.md']).toBe(LINKED);
  });

  it('is wrong usage without a note', async () => {
    expect((await runHere(['link', '--vault', scratchFolder()])).code).toBe(2);
  });
});
