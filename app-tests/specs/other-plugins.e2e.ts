/** Beside Templater, Linter and Dataview, each set to act on every note: foreign text does nothing, and their rewriting is no edit of the user's. */
import { browser, expect } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import { chooseFiles, closeWindows, findNote, importNote, notes, OTHER_PLUGINS_TIME, ownErrors, pressMain, previewNote, readingText, startWith, waitForResult, windowText, writtenNotes } from '../app-user';
import { HOSTILE, sample } from '../samples';

const NOTICE = sample('总第26批');
const SOURCE = `收件箱/${NOTICE.name}`;

/** Saves a note from its editor, as Ctrl+S does: that is what Linter waits for. */
async function saveInEditor(path: string): Promise<void> {
  await obsidianPage.openFile(path);
  await browser.executeObsidian(({ app, obsidian }) => app.workspace.getActiveViewOfType(obsidian.MarkdownView)?.editor.focus());
  await browser.executeObsidianCommand('editor:save-file');
}

describe('beside plugins that act on notes', () => {
  before(async () => {
    // Templater keeps this switch on the device and not in the vault.
    await browser.executeObsidian(({ app }) => app.saveLocalStorage('templater-local-settings', { trigger_on_file_creation: true }));
    for (const id of ['templater-obsidian', 'obsidian-linter', 'dataview']) {
      await obsidianPage.disablePlugin(id);
      await obsidianPage.enablePlugin(id);
    }
  });

  afterEach(async () => {
    expect(await ownErrors()).toEqual([]);
    await closeWindows();
  });

  it('sees them at work on a note of the user, or the other cases would prove nothing', async () => {
    await startWith({});
    await browser.executeObsidian(({ app }) => app.vault.create('control.md', 'Templater: <% 6 * 7 %>\n'));
    await browser.pause(OTHER_PLUGINS_TIME);
    expect((await notes())['control.md']).toContain('Templater: 42');
    await browser.executeObsidian(({ app }) => app.vault.create('query.md', 'Dataview: `$= 6 * 7`\n'));
    expect(await readingText('query.md')).toContain('Dataview: 42');
    await browser.executeObsidian(({ app }) => app.vault.create('lint.md', '# Title\n\n\n\ntrailing   \n'));
    await obsidianPage.openFile('lint.md');
    await browser.executeObsidian(async ({ app, obsidian }) => {
      const view = app.workspace.getActiveViewOfType(obsidian.MarkdownView);
      if (view !== null) await view.setState({ ...view.getState(), mode: 'source' }, { history: false });
    });
    await saveInEditor('lint.md');
    await browser.pause(OTHER_PLUGINS_TIME);
    expect((await notes())['lint.md']).not.toContain('trailing   ');
  });

  it('writes foreign commands, queries and fields so that they are read and do nothing', async () => {
    // The source comes in through the file window of the plugin: a note that holds it would be the user's own doing.
    await startWith({});
    await chooseFiles({ 'batch-24.md': HOSTILE });
    await pressMain();
    await waitForResult();
    await closeWindows();
    await browser.pause(OTHER_PLUGINS_TIME);
    const notice = await findNote('总第24批');
    expect(Object.values(await writtenNotes()).join('\n')).not.toContain('42');
    const shown = await readingText(notice);
    expect(shown).not.toContain('42');
    expect(shown).toContain('<% 6 * 7 %>');
    expect(shown).toContain('隐藏');
    const fields = await browser.executeObsidian(({ plugins }, path) => {
      const dataview = plugins['dataview'] as unknown as { api?: { page(path: string): Record<string, unknown> | undefined } };
      return Object.keys(dataview.api?.page(path) ?? { 'no api': true });
    }, notice);
    expect(fields).not.toContain('rank');
    expect(fields).not.toContain('no api');
  });

  it('takes what Linter rewrote for no edit of the user', async () => {
    await startWith({ [SOURCE]: NOTICE.text });
    await importNote(SOURCE);
    const written = Object.keys(await writtenNotes());
    const some = [await findNote('总第26批'), ...written.filter((path) => path.includes('/应用/')).slice(0, 2)];
    for (const path of some) await saveInEditor(path);
    await browser.pause(OTHER_PLUGINS_TIME);
    await previewNote(SOURCE);
    const text = await windowText();
    expect(text).not.toContain('Your edits, kept');
    expect(text).toContain('Everything is in the vault already.');
  });
});
