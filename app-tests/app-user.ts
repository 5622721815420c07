/** What a user does in the app, in the words of a spec. Everything is said in the app's English. */
import { browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';

/** How long other plugins may take to act on a note after it was written, in milliseconds. */
export const OTHER_PLUGINS_TIME = 3_000;

const FOLDER = '通报/';

/** Runs a command of the plugin, as the palette does; fails where it is not offered. */
export async function runCommand(id: string): Promise<void> {
  await browser.executeObsidianCommand(`regulatory-notices:${id}`);
}

/** Whether the palette offers the command now. */
export async function isOffered(id: string): Promise<boolean> {
  return browser.executeObsidian(({ app }, command) => {
    const { commands } = app as unknown as { commands: { listCommands(): { id: string }[] } };
    return commands.listCommands().some((offered) => offered.id === `regulatory-notices:${command}`);
  }, id);
}

/** All notes of the vault with their texts. */
export async function notes(): Promise<Record<string, string>> {
  return browser.executeObsidian(async ({ app }) => {
    const read = app.vault.getMarkdownFiles().map(async (file) => [file.path, await app.vault.read(file)] as const);
    return Object.fromEntries(await Promise.all(read));
  });
}

/** The notes below 通报/, which only the plugin writes in these specs. */
export async function writtenNotes(): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await notes()).filter(([path]) => path.startsWith(FOLDER)));
}

/** The path of the one note whose name holds these words; fails where there is none, or more. */
export async function findNote(words: string, below = FOLDER): Promise<string> {
  const paths = Object.keys(await notes()).filter((path) => path.startsWith(below) && path.includes(words));
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new Error(`One note named ${words} was expected, found: ${paths.join(', ') || 'none'}`);
  return path;
}

/** An empty vault with these notes, no window open, no error heard. */
export async function startWith(files: Readonly<Record<string, string>>): Promise<void> {
  await closeWindows();
  // A file of its own: the service makes no vault from an empty record.
  await obsidianPage.resetVault({ 'start.md': 'The vault of the tests.\n', ...files });
  await waitForIndex();
  await listenForErrors();
}

/** Waits until the app has indexed every note. */
export async function waitForIndex(): Promise<void> {
  await browser.waitUntil(
    () => browser.executeObsidian(({ app }) => app.vault.getMarkdownFiles().every((file) => file.stat.size === 0 || app.metadataCache.getFileCache(file) !== null)),
    { timeoutMsg: 'The app did not index the vault' },
  );
}

/** Opens a note and imports it as a notice; stays in the preview. */
export async function previewNote(path: string): Promise<void> {
  await obsidianPage.openFile(path);
  await runCommand('import-active-note');
  await waitForPreview();
}

/** Imports a note as a notice and closes the result. */
export async function importNote(path: string): Promise<void> {
  await previewNote(path);
  await pressMain();
  await waitForResult();
  await closeWindows();
  await waitForIndex();
}

/** Hands files over where the system's file window would, which no driver can reach. */
export async function chooseFiles(files: Readonly<Record<string, string>>): Promise<void> {
  await runCommand('import-notice-from-file');
  const isGiven = await browser.execute((given: Record<string, string>) => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) return false;
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(given)) data.items.add(new File([text], name, { type: 'text/markdown' }));
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }, files);
  if (!isGiven) throw new Error('The command asked for no file');
  await waitForPreview();
}

/** The window opens while the sources are still being read. */
async function waitForPreview(): Promise<void> {
  await browser.$('.modal .regulatory-notices-preview').waitForDisplayed();
}

export async function windowText(): Promise<string> {
  return browser.$('.modal').getText();
}

/** The button that most people want. */
export async function pressMain(): Promise<void> {
  const button = browser.$('.modal button.mod-cta');
  await button.waitForEnabled();
  await button.click();
}

export async function pressButton(text: string): Promise<void> {
  const button = browser.$('.modal').$(`button=${text}`);
  await button.waitForClickable();
  await button.click();
}

/** Waits for the page that says what was done. */
export async function waitForResult(): Promise<void> {
  await browser.waitUntil(async () => /finished|adopted|Undone/.test(await browser.$('.modal .modal-title').getText()), { timeoutMsg: 'The window did not say what was done' });
}

export async function closeWindows(): Promise<void> {
  for (let open = 0; open < 5 && (await browser.$('.modal-container').isExisting()); open += 1) {
    await browser.execute(() => document.querySelector<HTMLElement>('.modal-container:last-of-type .modal-close-button')?.click());
    await browser.pause(200);
  }
}

/** Notes that link to a note, as the backlinks pane would show. */
export async function backlinks(path: string): Promise<string[]> {
  return browser.executeObsidian(({ app }, target) => Object.entries(app.metadataCache.resolvedLinks).flatMap(([source, targets]) => (targets[target] === undefined ? [] : [source])), path);
}

/** Links below 通报/ that lead nowhere, by note. */
export async function deadLinks(): Promise<Record<string, string[]>> {
  return browser.executeObsidian(({ app }, folder) => {
    const dead = Object.entries(app.metadataCache.unresolvedLinks).map(([source, targets]) => [source, Object.keys(targets)] as const);
    return Object.fromEntries(dead.filter(([source, targets]) => source.startsWith(folder) && targets.length > 0));
  }, FOLDER);
}

/** What reading view shows of the note that is open. */
export async function readingText(path: string): Promise<string> {
  await obsidianPage.openFile(path);
  await browser.executeObsidian(async ({ app, obsidian }) => {
    const view = app.workspace.getActiveViewOfType(obsidian.MarkdownView);
    if (view !== null) await view.setState({ ...view.getState(), mode: 'preview' }, { history: false });
  });
  await browser.pause(OTHER_PLUGINS_TIME);
  return browser.executeObsidian(({ app, obsidian }) => app.workspace.getActiveViewOfType(obsidian.MarkdownView)?.previewMode.containerEl.textContent ?? '');
}

interface Listening {
  appTestErrors?: string[];
}

async function listenForErrors(): Promise<void> {
  await browser.execute(() => {
    const page = window as unknown as Listening;
    const isFirst = page.appTestErrors === undefined;
    const errors = (page.appTestErrors = []) as string[];
    if (!isFirst) return;
    const say = console.error.bind(console);
    console.error = (...parts: unknown[]) => {
      ((window as unknown as Listening).appTestErrors ?? errors).push(parts.map(String).join(' '));
      say(...parts);
    };
    const keep = (reason: unknown) => ((window as unknown as Listening).appTestErrors ?? errors).push(reason instanceof Error ? `${reason.message} ${reason.stack ?? ''}` : String(reason));
    window.addEventListener('error', (event) => void keep(event.error ?? event.message));
    window.addEventListener('unhandledrejection', (event) => void keep(event.reason));
  });
}

/** Errors of the plugin since `startWith`; those of the app and of other plugins are not its own. */
export async function ownErrors(): Promise<string[]> {
  const errors = await browser.execute(() => (window as unknown as Listening).appTestErrors ?? []);
  return errors.filter((error) => /regulatory-notices/i.test(error));
}
