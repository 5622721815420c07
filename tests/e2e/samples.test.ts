/** The samples that the project ships, imported in the browser: a vault of linked notes as a reader meets it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { useBrowser } from './browser-session';
import type { AppOptions, OpenApp } from './open-app';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const INDEX = '通报/APP侵害用户权益专项整治行动.md';

const openPage = useBrowser();

function sampleFiles(): { name: string; mimeType: string; buffer: Buffer }[] {
  return readdirSync(samples, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md')
    .map((entry) => ({ name: entry.name, mimeType: 'text/markdown', buffer: readFileSync(join(entry.parentPath, entry.name)) }));
}

async function chooseSamples(app: OpenApp): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser');
  await app.call('run', 'regulatory-notices:import-notice-from-file');
  await (await chooser).setFiles(sampleFiles());
}

async function importSamples(options: AppOptions): Promise<OpenApp> {
  const app = await openPage(options);
  await chooseSamples(app);
  await app.page.locator('.modal button.mod-cta').click();
  await app.page.locator('.modal a.internal-link').first().waitFor();
  return app;
}

it('gives notes whose links all lead somewhere, and an app that several notices name', async () => {
  const app = await importSamples({ language: 'zh' });
  expect(await app.call('deadLinks')).toEqual({});
  const notes = Object.keys(await app.call('notes'));
  expect(notes).toContain(INDEX);
  const backlinks = await Promise.all(notes.filter((path) => path.startsWith('通报/应用/')).map(async (path) => ({ path, notices: (await app.call('backlinks', path)).filter((source) => /通报\/(侵害|下架)通报\//.test(source)) })));
  expect(backlinks.every(({ notices }) => notices.length > 0)).toBe(true);
  const [most] = backlinks.sort((a, b) => b.notices.length - a.notices.length);
  expect(most?.notices.length).toBeGreaterThan(1);

  await app.page.keyboard.press('Escape');
  await app.page.locator('.modal').waitFor({ state: 'detached' });
  for (const message of await app.page.locator('.notice').all()) await message.click();
  for (const [name, path] of [['app-light-wide', most?.path ?? ''], ['index-light-wide', INDEX]] as const) {
    await app.call('openNote', path);
    await app.page.locator('.markdown-rendered .callout').first().waitFor();
    await app.screenshot(name);
  }
  await app.call('run', 'regulatory-notices:open-overview');
  await app.page.locator('.workspace-leaf-content').getByText('涉及应用最多的开发者').waitFor();
  await app.screenshot('overview-samples-light-wide');
  // What the overview counts is what lies there.
  expect(await app.page.locator('.regulatory-notices-counts').innerText()).toContain(`应用\n${notes.filter((path) => path.startsWith('通报/应用/')).length}\n`);
});

it('finds nothing to change when they are imported again', async () => {
  const app = await importSamples({});
  await app.page.locator('.modal button.mod-cta').click();
  const before = await app.call('notes');
  await chooseSamples(app);
  await app.page.locator('.modal').getByText('Everything is in the vault already.').waitFor();
  expect(await app.call('notes')).toEqual(before);
  await app.close();
});

it('keeps the buttons of a long preview on the screen of a phone', async () => {
  const app = await openPage({ mobile: true, theme: 'dark', language: 'zh' });
  await chooseSamples(app);
  await app.page.locator('.modal').getByText('将新建').click();
  const button = await app.page.locator('.modal button.mod-cta').boundingBox();
  expect(button && button.y + button.height).toBeLessThanOrEqual(740);
  expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await app.screenshot('preview-long-dark-phone');

  await app.page.locator('.modal button.mod-cta').click();
  await app.page.locator('.modal a.internal-link').first().waitFor();
  await app.page.locator('.modal a.internal-link').nth(2).click();
  const table = app.page.locator('.markdown-rendered .callout table').first();
  await table.scrollIntoViewIfNeeded();
  await app.screenshot('notice-table-dark-phone');
  // A wide table scrolls inside its callout; the page itself does not.
  expect(await app.page.evaluate(() => document.querySelector('.markdown-reading-view')?.scrollWidth)).toBeLessThanOrEqual(375);
  await app.close();
});
