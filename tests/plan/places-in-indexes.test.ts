/** A page kept by hand lists notices that are still to come: their notes take the names and places that its links already have. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { importTexts } from '../support/made-vault';
import { infringementText, takedownText } from '../support/made-notices-text';
import { memoryVault, type MemoryVault } from '../support/memory-vault';
import { brokenLinks } from '../support/vault-links';

const INDEX = DEFAULT_SETTINGS.indexNote;
const ROW = { name: '晨光看看', developer: '上海晨光信息科技有限公司', source: '应用宝', version: '1.0' };
const TENTH = infringementText(10, '2021-01-22', [ROW]);
const DOWN = takedownText('2021-05-10', '2021-01-22', 1, [ROW]);
const TITLE = '关于侵害用户权益行为的APP通报（2021年第1批，总第10批）';

function pageWith(tenth: string, down: string): string {
  return `# 我的索引\n\n## 侵害通报\n\n- [${TITLE}](${tenth})\n\n## 下架通报\n\n- 2021-05 [关于下架侵害用户权益APP名单的通报](${down})\n\n附言：手工整理。\n`;
}

async function imported(page: string, more: Readonly<Record<string, string>> = {}): Promise<MemoryVault> {
  const vault = memoryVault({ [INDEX]: page, ...more });
  await importTexts(vault, [TENTH, DOWN]);
  return vault;
}

describe('notes that an index page waits for', () => {
  it('get the names that its links lead to, and the page stays as it is', async () => {
    const page = pageWith('侵害通报/总第10批_通报%20正文.md', '下架通报/2021-05%20下架.md');
    const vault = await imported(page);
    expect(vault.files.get(INDEX)).toBe(page);
    expect(vault.files.has('通报/侵害通报/总第10批_通报 正文.md')).toBe(true);
    expect(vault.files.has('通报/下架通报/2021-05 下架.md')).toBe(true);
    expect(vault.files.has(`通报/侵害通报/${TITLE}.md`)).toBe(false);
    expect(brokenLinks(vault.files)).toEqual([]);
    const before = new Map(vault.files);
    await importTexts(vault, [DOWN, TENTH]);
    expect(vault.files).toEqual(before);
  });

  it('go into another folder of the vault, not into one that only a web site has', async () => {
    const vault = await imported(pageWith('../档案/第十批.md', '/punish/下架通报/2021_05.md'), { '档案/说明.md': '我的档案\n' });
    expect(vault.files.has('档案/第十批.md')).toBe(true);
    expect([...vault.files.keys()].filter((path) => path.startsWith('punish/'))).toEqual([]);
    expect(vault.files.has('通报/下架通报/2021_05_关于下架侵害用户权益APP名单的通报.md')).toBe(true);
  });

  it('never take the place of a note that is there, nor a name that some device refuses', async () => {
    const mine = '我自己的笔记\n';
    const vault = await imported(pageWith('侵害通报/已有.md', '下架通报/CON.md'), { '通报/侵害通报/已有.md': mine });
    expect(vault.files.get('通报/侵害通报/已有.md')).toBe(mine);
    expect(vault.files.has(`通报/侵害通报/${TITLE}.md`)).toBe(true);
    expect(vault.files.has('通报/下架通报/CON.md')).toBe(false);
  });

  it('give two links of one address to one notice only', async () => {
    const second = infringementText(11, '2021-02-05', [ROW]);
    const page = `## 侵害通报\n\n- [${TITLE}](侵害通报/同一篇.md)\n- [关于侵害用户权益行为的APP通报（2021年第2批，总第11批）](侵害通报/同一篇.md)\n`;
    const vault = memoryVault({ [INDEX]: page });
    await importTexts(vault, [TENTH, second]);
    const notes = [...vault.files.keys()].filter((path) => path.startsWith('通报/侵害通报/'));
    expect(notes).toHaveLength(2);
    expect(notes).toContain('通报/侵害通报/同一篇.md');
  });
});
