/** Web pages know no markdown: what looks like it in a cell is text, in the note and when the page comes again. */
import { describe, expect, it } from 'vitest';
import { planImport, type ImportReport } from '../../src/import-notices';
import { readInert } from '../notes/read-inert';
import { APPS, apply, HOST, importTexts } from '../support/made-vault';
import { infringementText } from '../support/made-notices-text';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { DEFAULT_SETTINGS } from '../../src/settings';

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function page(cells: readonly string[]): string {
  const row = (values: readonly string[]): string => `<tr>${values.map((value) => `<td>${escapeHtml(value)}</td>`).join('')}</tr>`;
  const title = '关于侵害用户权益行为的APP通报（2021年第3批，总第12批）';
  return `<html><head><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2021-03-12 10:00"></head><body><div id="con_title">${title}</div>
<div id="con_con"><p>尚有1款APP未完成整改。</p><p>工业和信息化部信息通信管理局</p><p>2021年3月12日</p><p>存在问题的应用软件名单</p>
<table>${row(['序号', '应用名称', '应用开发者', '应用来源', '应用版本', '所涉问题'])}${row(['1', ...cells])}</table></div></body></html>`;
}

async function importPage(vault: MemoryVault, html: string): Promise<ImportReport> {
  const report = await planImport([{ fileName: 'page.html', bytes: new TextEncoder().encode(html) }], vault, HOST, DEFAULT_SETTINGS);
  await apply(vault, report.plan);
  return report;
}

const LITERAL = ['云&amp;记', 'a\\_b', '[云](记)', '[[云|记]]', '`= 1` <% n %> ![[z]] &lt;b> a\\_b', '**云**', '__proto__', '<b>云</b>', '云|记', '<br'];

describe('a cell of a web page', () => {
  it.each(LITERAL)('reads the same in the note: %s', async (text) => {
    const vault = memoryVault();
    await importPage(vault, page(['平常', `甲${text}公司`, '应用宝', '1.0', '违规收集个人信息']));
    const note = [...vault.files].find(([path]) => path.includes('总第12批'))?.[1] ?? '';
    expect(readInert(note)).toContain(`| 甲${text}公司 |`);
  });

  it.each(LITERAL)('changes nothing when its page is imported again, whichever column says it: %s', async (text) => {
    const html = page([`云${text}记`, `甲${text}公司`, `应用宝${text}`, `1.0${text}`, '违规收集个人信息']);
    const vault = memoryVault();
    await importPage(vault, html);
    const again = await importPage(vault, html);
    expect(again.plan.changes.map(({ path }) => path)).toEqual([]);
    expect([...vault.files.keys()].filter((path) => path.startsWith(APPS))).toHaveLength(1);
  });
});

describe('a contradiction between two sources', () => {
  it('is recorded once, also where the first source set its cell in bold or as code', async () => {
    const first = infringementText(12, '2021-04-02', [{ name: '云记', developer: '**甲**公司', source: '`应用宝`', version: '1.0' }]);
    const second = infringementText(12, '2021-04-02', [{ name: '云记', developer: '乙公司', source: '小米应用商店', version: '1.0' }]);
    const vault = memoryVault();
    await importTexts(vault, [first, second]);
    expect((await importTexts(vault, [first, second])).plan.changes).toEqual([]);
    expect((await importTexts(vault, [second])).plan.changes).toEqual([]);
    expect((await importTexts(vault, [first])).plan.changes).toEqual([]);
  });
});
