/** Moving into a folder that was kept by hand, beside plugins that act on every note; the settings that come of it stay in this spec's session. */
import { browser, expect } from '@wdio/globals';
import { backlinks, closeWindows, deadLinks, findNote, notes, ownErrors, pressMain, runCommand, startWith, waitForIndex, waitForResult } from '../app-user';
import { sample } from '../samples';

const FIRST = sample('2021年第6批，总第15批');
const SECOND = sample('总第26批');
const FOLDER = '手工';
const FILES = { [`${FOLDER}/${FIRST.name}`]: FIRST.text, [`${FOLDER}/${SECOND.name}`]: SECOND.text };

/** Runs the command and picks the folder in the app's own list. */
async function previewAdoption(): Promise<void> {
  await runCommand('adopt-folder');
  const input = browser.$('.prompt input');
  await input.waitForDisplayed();
  await input.setValue(FOLDER);
  await browser.$('.prompt .suggestion-item').click();
  await browser.$('.modal button').waitForDisplayed();
}

/** Tables as they read: links give way to the text that they show. */
function shownRows(text: string): string[] {
  const rows = text.split('\n').filter((line) => /^[\s>]*\|/.test(line));
  return rows.map((row) => row.replace(/\[\[(?:[^\]|\\]*\\?\|)?([^\]|\\]*)\]\]/g, '$1'));
}

describe('adopting a folder kept by hand', () => {
  afterEach(async () => {
    expect(await ownErrors()).toEqual([]);
    await closeWindows();
  });

  it('links the names in its tables, changes no other cell, and is taken back byte for byte', async () => {
    await startWith(FILES);
    const before = await notes();
    await previewAdoption();
    expect(await notes()).toEqual(before);
    await pressMain();
    await waitForResult();
    await closeWindows();
    await waitForIndex();
    const after = await notes();
    for (const [path, text] of Object.entries(FILES)) {
      expect(after[path]).not.toBe(text);
      expect(shownRows(after[path] ?? '')).toEqual(shownRows(text));
    }
    expect(await backlinks(await findNote('简单天气', ''))).toContain(`${FOLDER}/${FIRST.name}`);
    expect(await deadLinks()).toEqual({});
    await runCommand('undo-last-import');
    await pressMain();
    await waitForResult();
    expect(await notes()).toEqual(before);
  });
});
