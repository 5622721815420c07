/** Importing in the app: from a note, from files, from what was copied; what the notes look like to the app. */
import { browser, expect } from '@wdio/globals';
import { backlinks, chooseFiles, closeWindows, deadLinks, findNote, importNote, isOffered, notes, ownErrors, pressMain, previewNote, runCommand, startWith, waitForIndex, waitForResult, windowText, writtenNotes } from '../app-user';
import { COPIED_ROWS, PICTURED, sample } from '../samples';
import { obsidianPage } from 'wdio-obsidian-service';

const FIRST = sample('2021年第6批，总第15批');
const SECOND = sample('总第26批');
const SOURCE = `收件箱/${FIRST.name}`;

describe('importing', () => {
  afterEach(async () => {
    expect(await ownErrors()).toEqual([]);
    await closeWindows();
  });

  it('shows the plan of the active note, writes nothing before Import is pressed, then makes linked notes', async () => {
    await startWith({ [SOURCE]: FIRST.text });
    await previewNote(SOURCE);
    expect(await windowText()).toContain('总第15批');
    expect(Object.keys(await writtenNotes())).toEqual([]);
    await pressMain();
    await waitForResult();
    await waitForIndex();
    const notice = await findNote('总第15批');
    expect(await backlinks(await findNote('应用/简单天气'))).toContain(notice);
    expect(await deadLinks()).toEqual({});
    expect((await notes())[SOURCE]).toBe(FIRST.text);
  });

  it('gives the app properties that it can read and sort', async () => {
    await startWith({ [SOURCE]: FIRST.text });
    await importNote(SOURCE);
    const properties = await browser.executeObsidian(({ app }, path) => {
      const file = app.vault.getFileByPath(path);
      return file === null ? null : (app.metadataCache.getFileCache(file)?.frontmatter ?? null);
    }, await findNote('总第15批'));
    expect(properties).toMatchObject({ 通报类型: '侵害通报', 发布日期: '2021-07-19', 总批次: 15 });
  });

  it('finds nothing to change the second time', async () => {
    await startWith({ [SOURCE]: FIRST.text });
    await importNote(SOURCE);
    const before = await writtenNotes();
    await previewNote(SOURCE);
    expect(await windowText()).toContain('Everything is in the vault already.');
    await closeWindows();
    expect(await writtenNotes()).toEqual(before);
  });

  it('imports files, and follows an app through two notices', async () => {
    await startWith({});
    await chooseFiles({ [FIRST.name]: FIRST.text, [SECOND.name]: SECOND.text });
    await pressMain();
    await waitForResult();
    await waitForIndex();
    const links = await backlinks(await findNote('应用/简单天气'));
    expect(links).toContain(await findNote('总第15批'));
    expect(links).toContain(await findNote('总第26批'));
  });

  it('fills a list that was a picture with the rows that the user copied', async () => {
    await startWith({ '收件箱/picture.md': PICTURED });
    await importNote('收件箱/picture.md');
    const notice = await findNote('总第25批');
    expect((await notes())[notice]).toContain('名单待补');
    await obsidianPage.openFile(notice);
    // A clipboard that refuses, as on a phone: the box to paste into comes up.
    await browser.execute(() => {
      const refuse = () => Promise.reject(new Error('refused'));
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { read: refuse, readText: refuse } });
    });
    await runCommand('add-list-from-clipboard');
    await browser.$('.modal textarea').waitForDisplayed();
    await browser.execute((text: string) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.querySelector('.modal textarea')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, COPIED_ROWS.map((row) => row.join('\t')).join('\n'));
    await pressMain();
    await browser.waitUntil(async () => !(await browser.$('.modal textarea').isExisting()), { timeoutMsg: 'The list was not understood' });
    await pressMain();
    await waitForResult();
    const filled = (await notes())[notice] ?? '';
    expect(filled).not.toContain('名单待补');
    expect(filled).toContain('芦苇相机');
  });

  it('offers each command only where it makes sense', async () => {
    await startWith({ [SOURCE]: FIRST.text });
    await importNote(SOURCE);
    await obsidianPage.openFile(await findNote('应用/简单天气'));
    expect(await isOffered('merge-app-notes')).toBe(true);
    expect(await isOffered('add-list-from-clipboard')).toBe(false);
    await obsidianPage.openFile(await findNote('总第15批'));
    expect(await isOffered('merge-app-notes')).toBe(false);
    expect(await isOffered('add-list-from-clipboard')).toBe(true);
  });
});
