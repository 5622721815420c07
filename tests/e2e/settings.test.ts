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
});
