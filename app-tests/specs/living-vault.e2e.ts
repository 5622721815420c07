/** What happens after the import: renames in the app, edits, taking back, the settings. */
import { browser, expect } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import { backlinks, closeWindows, deadLinks, findNote, importNote, notes, ownErrors, pressButton, pressMain, previewNote, runCommand, startWith, waitForIndex, waitForResult, writtenNotes } from '../app-user';
import { sample } from '../samples';

const FIRST = sample('2021年第6批，总第15批');
const SECOND = sample('总第26批');
const FILES = { [`收件箱/${FIRST.name}`]: FIRST.text, [`收件箱/${SECOND.name}`]: SECOND.text };
const [FIRST_SOURCE = '', SECOND_SOURCE = ''] = Object.keys(FILES);

describe('a vault that lives', () => {
  afterEach(async () => {
    expect(await ownErrors()).toEqual([]);
    await closeWindows();
  });

  it('goes on with an app note that was renamed in the app', async () => {
    await startWith(FILES);
    await importNote(FIRST_SOURCE);
    const before = await findNote('应用/简单天气');
    const after = before.replace('简单天气', '看云识天气');
    await browser.executeObsidian(async ({ app }, from, to) => {
      const file = app.vault.getFileByPath(from);
      if (file !== null) await app.fileManager.renameFile(file, to);
    }, before, after);
    await waitForIndex();
    await importNote(SECOND_SOURCE);
    const now = await writtenNotes();
    expect(Object.keys(now)).not.toContain(before);
    expect(now[after]).toContain('总第15批');
    expect(now[after]).toContain('总第26批');
    expect(await backlinks(after)).toContain(await findNote('总第26批'));
    expect(await deadLinks()).toEqual({});
  });

  it('keeps what the user wrote below the record', async () => {
    await startWith(FILES);
    await importNote(FIRST_SOURCE);
    const path = await findNote('应用/简单天气');
    await browser.executeObsidian(async ({ app }, target) => {
      const file = app.vault.getFileByPath(target);
      if (file !== null) await app.vault.process(file, (text) => text.replace(/%% regulatory-notices/, '我的批注：待查。\n\n$&'));
    }, path);
    await waitForIndex();
    await importNote(SECOND_SOURCE);
    expect((await notes())[path]).toContain('我的批注：待查。');
    expect((await notes())[path]).toContain('总第26批');
  });

  it('does not overwrite what is typed while the preview is open', async () => {
    await startWith(FILES);
    await importNote(FIRST_SOURCE);
    const path = await findNote('应用/简单天气');
    await previewNote(SECOND_SOURCE);
    await browser.executeObsidian(async ({ app }, target) => {
      const file = app.vault.getFileByPath(target);
      if (file !== null) await app.vault.process(file, (text) => `${text}\n后写的一行\n`);
    }, path);
    await pressMain();
    await waitForResult();
    const text = (await notes())[path] ?? '';
    expect(text).toContain('后写的一行');
    expect(text).not.toContain('总第26批');
    expect(await browser.$('.modal').getText()).toContain(path);
  });

  it('takes an import back, byte for byte', async () => {
    await startWith(FILES);
    await importNote(FIRST_SOURCE);
    const before = await notes();
    await previewNote(SECOND_SOURCE);
    await pressMain();
    await waitForResult();
    expect(await notes()).not.toEqual(before);
    await pressButton('Undo');
    await browser.waitUntil(async () => (await browser.$('.modal .modal-title').getText()) === 'Undone');
    expect(await notes()).toEqual(before);
  });

  it('takes the last import back by its command, later', async () => {
    await startWith(FILES);
    const before = await notes();
    await importNote(FIRST_SOURCE);
    await importNote(SECOND_SOURCE);
    await runCommand('undo-last-import');
    await pressMain();
    await waitForResult();
    await closeWindows();
    expect(Object.keys(await writtenNotes()).some((path) => path.includes('总第26批'))).toBe(false);
    await runCommand('undo-last-import');
    await pressMain();
    await waitForResult();
    expect(await notes()).toEqual(before);
  });

  it('opens its settings', async () => {
    await startWith({});
    const shown = await browser.executeObsidian(({ app }) => {
      const { setting } = app as unknown as { setting: { open(): void; openTabById(id: string): void; activeTab: { id: string; containerEl: HTMLElement } | null; close(): void } };
      setting.open();
      setting.openTabById('regulatory-notices');
      const tab = setting.activeTab;
      const result = { id: tab?.id, text: tab?.containerEl.textContent ?? '' };
      setting.close();
      return result;
    });
    expect(shown.id).toBe('regulatory-notices');
    expect(shown.text).not.toBe('');
  });

  it('leaves no command behind when it is disabled, and comes back', async () => {
    await startWith({});
    const offered = () =>
      browser.executeObsidian(({ app }) => Object.keys((app as unknown as { commands: { commands: Record<string, unknown> } }).commands.commands).filter((id) => id.startsWith('regulatory-notices:')).length);
    const before = await offered();
    await obsidianPage.disablePlugin('regulatory-notices');
    expect(await offered()).toBe(0);
    await obsidianPage.enablePlugin('regulatory-notices');
    await browser.waitUntil(async () => (await offered()) === before);
  });
});
