/** Importing from an address in a real browser: the field, what is fetched, the notes, the copies. Nothing goes to the network. */
import { expect, it } from 'vitest';
import { startServer } from '../support/local-server';
import { listDocx, noticePage, PAGE_TITLE } from '../support/page-with-list';
import { useUser } from './browser-session';
import type { AppOptions } from './open-app';

const ADDRESS = 'https://www.example.gov.cn/art/1.html';
const WEB = {
  [ADDRESS]: { type: 'text/html; charset=utf-8', text: noticePage({ attachments: '<p>附件：<a href="/attach/1.docx">存在问题的APP名单.docx</a></p>' }) },
  'https://www.example.gov.cn/attach/1.docx': { bytes: [...listDocx()] },
};

const { app, user, open } = useUser();

it('makes one note of the page and its file, and keeps both', async () => {
  await open();
  await app.call('web', WEB);
  await user.run('import-notice-from-url');
  const field = user.modal.getByLabel('Address of a notice');
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill('www.example');
  await field.press('Enter');
  await user.modal.getByText('Enter an address').waitFor();
  await app.screenshot('url-light-wide');
  await field.fill(ADDRESS);
  await field.press('Enter');
  await user.modal.getByText('Import preview').waitFor();
  expect(await user.modal.innerText()).toContain('2 entries in 1 list (the text states 2)');
  await app.screenshot('url-preview-light-wide');
  await user.button('Import').click();
  await user.modal.getByText('Import finished').waitFor();
  expect(await user.notesBelow('通报/应用/')).toEqual(['通报/应用/山雀听书.md', '通报/应用/青禾相册.md']);
  expect(await app.call('otherFiles')).toHaveLength(2);
  expect(await app.call('deadLinks')).toEqual({});
  const path = `通报/侵害通报/${PAGE_TITLE}.md`;
  expect(await user.note(path)).toContain('SHA-256');
  await user.modal.locator('.modal-close-button').click();
  await app.call('openNote', path);
  await app.screenshot('url-note-light-wide');
});

it('fetches a page and its Word file from a server', async () => {
  const page = noticePage({ attachments: '<p>附件：<a href="/attach/1.docx">存在问题的APP名单.docx</a></p>' });
  const server = await startServer({ '/art/1.html': { type: 'text/html; charset=utf-8', body: page }, '/attach/1.docx': { type: 'application/octet-stream', body: listDocx() } });
  try {
    await open();
    await app.call('network');
    await user.run('import-notice-from-url');
    const field = user.modal.getByLabel('Address of a notice');
    await field.fill(`${server.origin}/art/1.html`);
    expect(server.asked).toEqual([]);
    await field.press('Enter');
    await user.modal.getByText('Import preview').waitFor();
    expect(await user.modal.innerText()).toContain('2 entries in 1 list (the text states 2)');
    await user.button('Import').click();
    await user.modal.getByText('Import finished').waitFor();
    expect(server.asked).toEqual(['/art/1.html', '/attach/1.docx']);
    expect(await user.notesBelow('通报/应用/')).toEqual(['通报/应用/山雀听书.md', '通报/应用/青禾相册.md']);
    expect(await user.note(`通报/侵害通报/${PAGE_TITLE}.md`)).toContain(`${server.origin}/attach/1.docx`);
    expect(await app.call('deadLinks')).toEqual({});
  } finally {
    await server.close();
  }
});

it('says what could not be fetched, and leaves the address to be mended', async () => {
  await open({ language: 'zh' });
  await app.call('web', {});
  await user.run('import-notice-from-url');
  const field = user.modal.getByLabel('通报网址');
  await field.fill(ADDRESS);
  await user.button('获取').click();
  await user.modal.locator('.regulatory-notices-warning').getByText(ADDRESS).waitFor();
  expect(await field.inputValue()).toBe(ADDRESS);
  expect(await user.button('预览').isDisabled()).toBe(true);
  await app.screenshot('url-failed-light-wide');
});

const focused = () => app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

it.each<readonly [where: string, options: AppOptions]>([
  ['light-wide', { language: 'zh' }],
  ['dark-phone', { language: 'zh', mobile: true, theme: 'dark' }],
])('shows how far a fetch is and stops it, and keeps the keyboard where it was: %s', async (where, options) => {
  await open(options);
  await app.call('web', { ...WEB, 'https://www.example.gov.cn/attach/1.docx': { silent: true } });
  await user.run('import-notice-from-url');
  const field = user.modal.getByLabel('通报网址');
  await field.fill(ADDRESS);
  await user.button('获取').focus();
  await app.page.keyboard.press('Enter');
  await user.modal.getByText('正在获取 2 / 2：https://www.example.gov.cn/attach/1.docx').waitFor();
  expect(await focused()).toBe('获取');
  await app.screenshot(`url-fetching-${where}`);
  expect(await user.modal.locator('.regulatory-notices-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBeLessThanOrEqual(0);
  await app.page.keyboard.press('Tab');
  expect(await focused()).toBe('停止');
  await app.page.keyboard.press('Enter');
  await user.modal.getByText('正在获取').waitFor({ state: 'detached' });
  expect(await focused()).toBe('获取');
  expect(await field.inputValue()).toBe(ADDRESS);
});

it('asks on a phone in Chinese', async () => {
  await open({ mobile: true, theme: 'dark', language: 'zh' });
  await user.run('import-notice-from-url');
  await user.button('获取').click();
  await user.modal.getByText('请输入以 https:// 或 http:// 开头的网址。').waitFor();
  const wide = await user.modal.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await app.screenshot('url-dark-phone');
});
