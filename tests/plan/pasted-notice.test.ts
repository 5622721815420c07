/** What the user copied: the HTML of the clipboard or its text, whichever holds the notice. */
import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/import-notices';
import { pastedSource } from '../../src/plan/pasted-notice';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { HOST } from '../support/made-vault';
import { memoryVault } from '../support/memory-vault';
import { noticeOf } from '../support/sample-notice';

const ROWS = [['序号', '应用名称', '应用开发者', '应用来源', '应用版本', '所涉问题'], ['1', '晨光看看', '上海晨光信息科技有限公司', '应用宝', '1.2', '违规收集个人信息'], ['2', '乐行计步', '杭州乐行网络科技有限公司', '小米应用商店', '3.0', '超范围收集个人信息']];
const TITLE = '关于侵害用户权益行为的APP通报（2021年第4批，总第13批）';
const BODY = ['抽查发现，尚有2款APP未完成整改。', '工业和信息化部信息通信管理局', '2021年4月23日'];
const table = `<table>${ROWS.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

async function read(html: string | null, text: string) {
  const source = await pastedSource({ html, text }, HOST, '粘贴的内容');
  const { sources } = await planImport([source], memoryVault(), HOST, DEFAULT_SETTINGS);
  return { fileName: source.fileName, notice: sources[0]?.notice, names: sources[0]?.notice?.lists.flatMap((list) => list.entries.map(({ name }) => name)) };
}

describe('a pasted notice', () => {
  it('is read from the HTML of a page, of which the text has lost the table', async () => {
    const html = `<meta charset='utf-8'><!--StartFragment--><h1>${TITLE}</h1>${BODY.map((line) => `<p>${line}</p>`).join('')}${table}<!--EndFragment-->`;
    const found = await read(html, [TITLE, ...BODY, ...ROWS.flat()].join(' '));
    expect(found).toMatchObject({ fileName: '粘贴的内容.html', names: ['晨光看看', '乐行计步'], notice: { kind: 'infringement', date: '2021-04-23', batch: { total: 13 } } });
  });

  it('is read from the text where the HTML only shows markdown', async () => {
    const text = noticeOf(12, '2021-03-12', [{ name: '晨光看看', developer: '上海晨光信息科技有限公司' }]);
    const found = await read(`<div>${text.split('\n').map((line) => `<span>${line}</span>`).join('')}</div>`, text);
    expect(found).toMatchObject({ fileName: '粘贴的内容.md', names: ['晨光看看'], notice: { batch: { total: 12 }, date: '2021-03-12' } });
  });

  it('is read from plain text with tabs between its cells', async () => {
    const found = await read(null, [TITLE, '', ...BODY, '', '附件：存在问题的应用软件名单', '', ...ROWS.map((cells) => cells.join('\t'))].join('\n'));
    expect(found).toMatchObject({ names: ['晨光看看', '乐行计步'], notice: { date: '2021-04-23', batch: { total: 13 } } });
  });
});
