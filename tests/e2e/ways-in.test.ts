/** The ways into an import and the panes, in the built plugin: menus, a link, the demo, the overview, the check, an export. */
import { describe, expect, it } from 'vitest';
import { useUser } from './browser-session';
import { FIRST_NOTICE, SECOND_NOTICE } from './sample-notices';

const { app, user, open } = useUser();

/** Imports the demo through its window. */
async function importDemo(action: string, close: string): Promise<void> {
  await user.run('open-demo-notices');
  await user.button(action).click();
  await user.button(close).click();
  await user.modal.waitFor({ state: 'detached' });
  // The message of the import goes when it is clicked.
  for (const message of await app.page.locator('.notice').all()) await message.click();
}

const pane = () => app.page.locator('.workspace-leaf-content');
const fits = async () => expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);

describe('ways into an import', () => {
  it('lead from the menu of a file in the vault to the preview', async () => {
    await open({ files: { '下载/总第22批.md': FIRST_NOTICE, '下载/总第23批.md': SECOND_NOTICE, '日记.md': '三月。\n' } });
    expect(await app.call('menu', ['下载/总第22批.md'])).toEqual(['Import as notice']);
    expect(await app.call('menu', ['下载/总第22批.md', '下载/总第23批.md'])).toEqual(['Import 2 files as notices']);
    await app.call('chooseInMenu', ['下载/总第22批.md', '下载/总第23批.md'], 'Import 2 files as notices');
    await user.modal.getByText('（2022年第2批，总第22批）').first().waitFor();
    await user.button('Import').click();
    await user.modal.getByText('Import finished').waitFor();
    expect(await user.notesBelow('通报/侵害通报/')).toHaveLength(2);
    expect((await app.call('notes'))['下载/总第22批.md']).toBe(FIRST_NOTICE);
  });

  it('lead from selected text to the preview', async () => {
    await open({ files: { '摘录.md': FIRST_NOTICE }, language: 'zh' });
    await app.call('openNote', '摘录');
    await app.call('select', FIRST_NOTICE);
    await app.call('chooseInMenu', 'editor', '将选中内容作为通报导入');
    await user.modal.getByText('（2022年第2批，总第22批）').first().waitFor();
  });

  it('open from the ribbon', async () => {
    await open({ language: 'zh' });
    await app.call('clickRibbon', '导入通报');
    await user.modal.waitFor();
  });

  it('follow a link only as far as the window: nothing is fetched, nothing is written', async () => {
    await open({ files: { '下载/总第22批.md': FIRST_NOTICE } });
    await app.call('followLink', `obsidian://regulatory-notices?url=${encodeURIComponent('https://www.example.cn/notice.html')}&file=${encodeURIComponent('下载/总第22批.md')}&text=${encodeURIComponent('一段文字')}`);
    await user.modal.waitFor();
    await app.screenshot('ways-in-link-light-wide');
    expect(await user.modal.locator('input, textarea').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))).toEqual(expect.arrayContaining(['https://www.example.cn/notice.html', '一段文字']));
    expect(await user.modal.innerText()).toContain('总第22批.md');
    expect(Object.keys(await app.call('notes'))).toEqual(['下载/总第22批.md']);
  });

  it('refuse a hostile link with a sentence', async () => {
    await open({ language: 'zh' });
    await app.call('followLink', 'obsidian://regulatory-notices?url=javascript%3Aalert(1)');
    await app.page.locator('.notice').getByText('未打开：网址').waitFor();
    await app.call('followLink', 'obsidian://regulatory-notices?file=..%2F..%2Fetc%2Fpasswd');
    expect(await user.modal.count()).toBe(0);
  });
});

describe('the demo', () => {
  it('is shown in the import window, and writes nothing by itself', async () => {
    await open({ language: 'zh' });
    await user.run('open-demo-notices');
    await user.modal.getByText('示范省关于侵害用户权益行为APP的通报（示例）').first().waitFor();
    expect(await app.call('notes')).toEqual({});
    await app.screenshot('demo-preview-light-wide');
  });
});

describe('the panes', () => {
  it('show what the vault comes to, by keyboard and by mouse', async () => {
    await open({ language: 'zh' });
    await importDemo('导入', '关闭');
    await user.run('open-overview');
    await pane().getByText('最新通报').waitFor();
    await app.screenshot('overview-light-wide');
    expect(await app.page.locator('.regulatory-notices-counts').innerText()).toContain('下架后再被通报');
    // Every button and link of the pane is reached by the tab key, in the order in which it stands, and each has a name.
    await app.page.locator('.view-action').focus();
    const reached: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      reached.push(await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''));
      await app.page.keyboard.press('Tab');
    }
    expect(reached).toEqual(['刷新', '导入通报…', '检查仓库', '示范省关于下架侵害用户权益APP名单的通报（示例）']);
    await app.page.locator('.regulatory-notices-pane a.internal-link').first().focus();
    await app.page.keyboard.press('Enter');
    await expect.poll(() => app.call('activeNote')).toContain('通报/下架通报/');
  });

  it('check the vault, and lead to what was found', async () => {
    await open({ language: 'zh', theme: 'dark' });
    await importDemo('导入', '关闭');
    const index = '通报/APP侵害用户权益专项整治行动.md';
    await app.call('write', index, (await user.note(index)).split('\n').filter((line) => !line.includes('示范省关于下架')).join('\n'));
    await user.run('check-vault');
    await pane().getByText('已检查通报 2 份').waitFor();
    await app.screenshot('check-dark-wide');
    expect(await pane().innerText()).toContain('此页缺少通报或顺序有误，整理索引页即可修正。');
    await pane().getByRole('link', { name: index }).click();
    await expect.poll(() => app.call('activeNote')).toBe(index);
    await user.run('rebuild-index-pages');
    await user.button('整理').click();
    await user.button('关闭').click();
    await user.run('check-vault');
    await pane().getByText('已检查通报 2 份').waitFor();
    expect(await pane().innerText()).not.toContain('此页缺少通报');
  });

  it('fit a phone', async () => {
    await open({ language: 'zh', mobile: true });
    await user.run('open-overview');
    await pane().getByText('此仓库中还没有通报。').waitFor();
    await app.screenshot('overview-empty-light-phone');
    await importDemo('导入', '关闭');
    await user.run('open-overview');
    await pane().getByText('最新通报').waitFor();
    await app.screenshot('overview-light-phone');
    await fits();
    await user.run('check-vault');
    await pane().getByText('已检查通报 2 份').waitFor();
    await app.screenshot('check-light-phone');
    await fits();
    for (const button of await pane().locator('.view-content button').all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  it('speak English where the app does', async () => {
    await open({ theme: 'dark' });
    await importDemo('Import', 'Close');
    await user.run('open-overview');
    await pane().getByText('Latest notice').waitFor();
    await app.screenshot('overview-dark-wide');
    await user.run('check-vault');
    await pane().getByText('Read: 2 notices, 5 entries, 4 apps.').waitFor();
  });
});

describe('an export', () => {
  it('writes one file into the vault and says where', async () => {
    await open({ language: 'zh' });
    await importDemo('导入', '关闭');
    await user.run('export-lists');
    await app.screenshot('export-light-wide');
    await user.modal.getByText('CSV 表格').click();
    await user.button('导出').click();
    await user.modal.getByText('已导出 2 份通报的 5 行名单').waitFor();
    await app.screenshot('export-done-light-wide');
    const [file, ...others] = await app.call('otherFiles');
    expect(others).toEqual([]);
    expect(file).toMatch(/^通报\/通报名单 \d{4}-\d{2}-\d{2}\.csv$/);
  });

  it('fits a phone', async () => {
    await open({ language: 'zh', mobile: true, theme: 'dark' });
    await user.run('export-lists');
    await user.button('导出').waitFor();
    await app.screenshot('export-dark-phone');
    await fits();
    expect((await user.button('导出').boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });
});

it('leaves nothing in the page when it is disabled', async () => {
  await open();
  await importDemo('Import', 'Close');
  expect(await app.call('disable')).toEqual({ commands: 0 });
  expect(await app.page.locator('body > :not(.app-container):not(script):not(.notice-container)').count()).toBe(0);
  expect(await app.call('menu', ['通报/APP侵害用户权益专项整治行动.md'])).toEqual([]);
});
