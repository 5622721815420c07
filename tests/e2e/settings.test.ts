/** The settings page in a real browser: changed, kept, and followed by the notes. */
import { describe, expect, it } from 'vitest';
import { HOMONYM_NOTICES } from './app-notices';
import { useBrowser } from './browser-session';
import type { AppOptions } from './open-app';
import { userOf } from './user-actions';

const openPage = useBrowser();

const LOOKS: readonly (readonly [string, AppOptions])[] = [
  ['wide-light-en', { language: 'en', theme: 'light' }],
  ['wide-dark-zh', { language: 'zh', theme: 'dark' }],
  ['phone-light-zh', { language: 'zh', theme: 'light', mobile: true }],
  ['phone-dark-en', { language: 'en', theme: 'dark', mobile: true }],
];

describe('the settings', () => {
  it.each(LOOKS)('are kept, and notes follow them after a preview (%s)', async (name, options) => {
    const app = await openPage(options);
    const user = userOf(app);
    const [folder, migrate, action] = options.language === 'zh' ? ['应用', '预览对笔记的更改', '更改笔记'] : ['Apps', 'Preview changes to notes', 'Change notes'];
    await user.importFiles(HOMONYM_NOTICES);
    const before = await user.notesBelow('通报/应用/');
    expect(before.length).toBeGreaterThan(2);
    await app.call('openSettings');
    const field = app.page.getByRole('textbox', { name: folder, exact: true }).first();
    await field.fill('../外');
    await app.page.locator('.setting-item-error:not(:empty)').first().waitFor();
    await app.screenshot(`settings-${name}-refused`);
    await field.fill('资料/应用');
    const pending = app.page.locator('.regulatory-notices-pending');
    await pending.waitFor();
    await pending.scrollIntoViewIfNeeded();
    await app.screenshot(`settings-${name}-waiting`);
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await app.call('savedData')).not.toMatchObject({ folders: { apps: '资料/应用' } });
    await pending.getByRole('button', { name: migrate }).click();
    const apply = app.page.getByRole('button', { name: action, exact: true });
    await apply.waitFor();
    await app.screenshot(`settings-${name}-preview`);
    await apply.click();
    await expect.poll(() => app.call('savedData')).toMatchObject({ folders: { apps: '资料/应用' } });
    expect(await user.notesBelow('资料/应用/')).toEqual(before.map((path) => path.replace('通报/应用/', '资料/应用/')));
    expect(await user.notesBelow('通报/应用/')).toEqual([]);
    expect(await app.call('deadLinks')).toEqual({});
  });

  it.each(LOOKS)('show a row of an index page with its labels and its bin, and leave the user where he is (%s)', async (name, options) => {
    const app = await openPage(options);
    const [add, remove, labels, message] = options.language === 'zh' ? ['添加索引页', 'Delete', ['笔记', '机关（留空为全部）', '年份（留空为全部）'], '请填写仓库内的路径'] : ['Add index page', 'Delete', ['Note', 'Agency (all if empty)', 'Year (all if empty)'], 'Enter a path in this vault'];
    await app.call('openSettings');
    await app.page.getByRole('button', { name: add }).click();
    const row = app.page.locator('.regulatory-notices-index-page');
    const fields = labels.map((label) => row.getByRole('textbox', { name: label }));
    await fields[1]?.fill('工业和信息化部信息通信管理局');
    await fields[2]?.fill('2022');
    await fields[0]?.fill('../外/索引');
    await fields[0]?.press('Tab');
    await row.getByText(message).waitFor();
    expect(await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(labels[1]);
    await row.scrollIntoViewIfNeeded();
    await app.screenshot(`settings-${name}-index-page`);
    for (const label of labels) expect(await row.getByText(label, { exact: true }).isVisible()).toBe(true);
    const boxes = await Promise.all([...fields, row.getByRole('button', { name: remove })].map((one) => one.boundingBox()));
    const page = await row.boundingBox();
    const places = boxes.map((box) => ({ left: (box?.x ?? -1) - (page?.x ?? 0), right: (box?.x ?? 0) + (box?.width ?? 0), top: box?.y ?? 0, width: box?.width ?? 0, height: box?.height ?? 0 }));
    for (const { left, right } of places) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual((page?.x ?? 0) + (page?.width ?? 0));
    }
    const inputs = places.slice(0, 3);
    for (const { width } of inputs) expect(width).toBeGreaterThan(170);
    if (options.mobile === true) {
      expect(new Set(inputs.map(({ top }) => top)).size).toBe(3);
      for (const { height } of inputs) expect(height).toBeGreaterThanOrEqual(44);
    }
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
