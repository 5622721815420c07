/** Several sources of one notice in one run: what the user finds in the vault. */
import { describe, expect, it } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { planImport, type ImportSource } from '../../src/import-notices';
import { applyPlan } from '../../src/plan/apply-plan';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { APP_ROWS, listDocx, noticePage, PAGE_TITLE } from '../support/page-with-list';
import { brokenLinks } from '../support/vault-links';

const NOTE = `通报/侵害通报/${PAGE_TITLE}.md`;
const LIST_FILE = '存在问题的APP名单.docx';

function text(fileName: string, content: string): ImportSource {
  return { fileName, bytes: new TextEncoder().encode(content) };
}

async function importInto(vault: MemoryVault, ...sources: readonly ImportSource[]): Promise<readonly (readonly [string, string, string | null])[]> {
  const report = await planImport(sources, vault, nodeReaderHost, DEFAULT_SETTINGS);
  await applyPlan(report.plan, vault);
  return report.sources.map(({ fileName, outcome, path }) => [fileName, outcome, path]);
}

const page = (attachments = `<p>附件：<a href="/attach/1.docx">${LIST_FILE}</a></p>`): ImportSource => text('art_1.html', noticePage({ attachments }));
const list: ImportSource = { fileName: `下载/${LIST_FILE}`, bytes: listDocx() };
const notes = (vault: MemoryVault): readonly string[] => [...vault.files.keys()].filter((path) => !path.startsWith('通报/应用/') && path !== DEFAULT_SETTINGS.indexNote).sort();

describe('a saved page and its downloaded list', () => {
  it.each([['page first', [page(), list]], ['list first', [list, page()]]])('make one note: %s', async (_, sources) => {
    const vault = memoryVault();
    expect(new Set((await importInto(vault, ...sources)).map(([, outcome, path]) => `${outcome} ${path ?? ''}`))).toEqual(new Set([`new ${NOTE}`]));
    expect(notes(vault)).toEqual([NOTE]);
    expect(vault.files.get(NOTE)).toContain('[[通报/应用/山雀听书\\|山雀听书]]');
    expect(vault.files.get(NOTE)).toContain('发现2款APP仍未完成整改');
    expect(brokenLinks(vault.files)).toEqual([]);
    const before = new Map(vault.files);
    await importInto(vault, ...sources);
    expect(vault.files).toEqual(before);
  });

  it('the agency of the page is that of its list', async () => {
    const report = await planImport([page(), list], memoryVault(), nodeReaderHost, DEFAULT_SETTINGS);
    expect(report.sources[0]?.notice?.lists.map(({ agency, caption, entries }) => [agency, caption, entries.length])).toEqual([['工业和信息化部', '存在问题的APP名单', APP_ROWS.length]]);
    expect(report.sources.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([]);
  });

  it('what the words of the page say holds with its list as without: count, day of the notice that they cite', async () => {
    const stated = text('art_1.html', noticePage({ attachments: `<p>附件：<a href="/attach/1.docx">2款问题APP名单.docx</a></p>`, words: '10月26日，我部向社會通報了一批存在問題的APP，現對仍未整改的予以公佈。' }));
    const named = { ...list, fileName: '2款问题APP名单.docx' };
    const facts = async (...sources: ImportSource[]): Promise<unknown> => {
      const notice = (await planImport(sources, memoryVault(), nodeReaderHost, DEFAULT_SETTINGS)).sources[0]?.notice;
      return [notice?.statedCount?.number, notice?.cites.map(({ date, phrase }) => [date, phrase])];
    };
    const told = [2, [['2024-10-26', '10月26日，我部向社會通報了一批存在問題的APP']]];
    expect(await facts(stated)).toEqual(told);
    expect(await facts(stated, named)).toEqual(told);
  });

  it('copies of the user\'s own files are not made', async () => {
    const vault = memoryVault();
    await importInto(vault, page(), list);
    expect([...vault.binaries.keys()]).toEqual([]);
  });

  it('a list that nobody links to is no notice, and says so', async () => {
    const vault = memoryVault();
    const outcomes = await importInto(vault, page(''), { ...list, fileName: '别处的名单.docx' });
    expect(outcomes[0]).toEqual(['art_1.html', 'new', NOTE]);
    expect(vault.files.get(NOTE)).toContain('名单待补');
  });
});

describe('a copy that does not say who issued it', () => {
  const copy = `---\ntitle: ${PAGE_TITLE}\ndate: 2024-11-21\n---\n\n转载一份通报。\n\n| 序号 | 应用名称 | 应用开发者 | 应用来源 | 版本号 | 所涉问题 |\n| --- | --- | --- | --- | --- | --- |\n${APP_ROWS.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;

  it('joins the notice of its total batch, in one run and later', async () => {
    const vault = memoryVault();
    await importInto(vault, page(''), text('转载.md', copy));
    expect(notes(vault)).toEqual([NOTE]);
    const later = memoryVault();
    await importInto(later, page(''));
    expect(await importInto(later, text('转载.md', copy))).toEqual([['转载.md', 'known', NOTE]]);
    expect(later.files.get(NOTE)).toContain('青禾相册');
  });

  it('a provincial notice of that year and number stays another', async () => {
    const vault = memoryVault();
    const other = `# 关于侵害用户权益行为的APP通报（2024年第9批）\n\n| 序号 | 应用名称 | 所涉问题 |\n| --- | --- | --- |\n| 1 | 白鹭记账 | 账号注销难 |\n\n上海市通信管理局\n2024年11月20日\n`;
    await importInto(vault, page(''), text('沪.md', other));
    expect(notes(vault)).toHaveLength(2);
  });
});
