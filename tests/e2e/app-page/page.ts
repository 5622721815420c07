/** The app's page in the browser: the test host with a file list and a reading view, and the built plugin in it. */
import type * as Obsidian from 'obsidian';
import * as host from '../../support/obsidian-host';
import { enablePlugin, offeredCommands, openMenu, runCommand } from '../../support/obsidian-host/app';
import type { DiskFault } from '../../support/obsidian-host/disk';
import { extendDom } from '../../support/obsidian-host/dom';
import { openSettings } from '../../support/obsidian-host/setting-tab';
import { setWeb, type WebAnswer } from '../../support/obsidian-host/requests';
import { renderNote } from './render-note';

/** What the process outside the page does for it. */
export interface Outside {
  fetchOutside(url: string): Promise<{ readonly status: number; readonly type: string; readonly bytes: readonly number[] }>;
}

const outside = globalThis as unknown as Outside;

type PluginModule = { default: new (app: Obsidian.App, manifest: Obsidian.PluginManifest) => Obsidian.Plugin };

/** What the tests call in the page. Everything they hand over and get back is plain data. */
const appPage = {
  /** Opens a vault with the given notes, runs the plugin's bundle as the app does, and enables it. */
  async open(files: Readonly<Record<string, string>>, bundle: string, manifest: Obsidian.PluginManifest): Promise<void> {
    const app = new host.App();
    for (const [path, text] of Object.entries(files)) app.vault.put(path, text);
    await app.metadataCache.settled();
    current = app;
    drawFrame(app);
    started = { Plugin: loadBundle(bundle).default, manifest };
    plugin = await enablePlugin(app, started.Plugin, manifest);
  },
  /** From now on so many writes go well, then the disk is full or the app is killed; null mends the disk. */
  breakDisk(fault: DiskFault | null): void {
    currentApp().vault.disk.break(fault);
  },
  /** Waits until a write met the end of an app that is killed. */
  killed: (): Promise<void> => currentApp().vault.disk.killed,
  /** Starts the app again on the files as they are, on this device or on another one that they were synced to. */
  async restart(device: 'this' | 'another' = 'this'): Promise<void> {
    plugin?.unload();
    const app = host.App.again(currentApp(), device);
    await app.metadataCache.settled();
    current = app;
    drawFrame(app);
    if (started !== null) plugin = await enablePlugin(app, started.Plugin, started.manifest);
  },
  /** Moves a file or folder as the user does in the app's file list. */
  async rename(path: string, newPath: string): Promise<void> {
    const { vault, fileManager } = currentApp();
    const entry = vault.getAbstractFileByPath(path);
    if (entry !== null) await fileManager.renameFile(entry, newPath);
  },
  /** Every folder of the vault. */
  folders: (): string[] => currentApp().vault.getAllFolders().map(({ path }) => path).sort(),
  commands: (): Record<string, string> => Object.fromEntries(offeredCommands(currentApp())),
  run: (id: string): boolean => runCommand(currentApp(), id),
  /** What the menu of files, or of the text of the open note, offers. */
  menu: (on: readonly string[] | 'editor'): string[] => openMenu(currentApp(), on).items.map(({ title }) => title),
  chooseInMenu(on: readonly string[] | 'editor', title: string): void {
    openMenu(currentApp(), on).items.find((item) => item.title === title)?.choose();
  },
  /** Selects text in the open note. */
  select(text: string): void {
    currentApp().workspace.activeEditorView()?.select(text);
  },
  /** Follows a link `obsidian://action?…`, as the system hands it to the app. */
  followLink(link: string): void {
    const url = new URL(link);
    const params = Object.fromEntries([...url.searchParams].map(([name, value]) => [name, value === '' ? 'true' : value]));
    currentApp().pluginStore.registrations.protocols.get(url.hostname)?.({ ...params, action: url.hostname });
  },
  clickRibbon(title: string): void {
    currentApp().pluginStore.registrations.ribbon.find((icon) => icon.title === title)?.click(new MouseEvent('click'));
  },
  /** Every note of the vault with its text. */
  notes: (): Record<string, string> => Object.fromEntries(currentApp().vault.getMarkdownFiles().map((file) => [file.path, currentApp().vault.peek(file.path) ?? ''])),
  async openNote(path: string): Promise<void> {
    await currentApp().workspace.openLinkText(path, '');
  },
  activeNote: (): string | null => currentApp().workspace.getActiveFile()?.path ?? null,
  /** Notes that link to a note, as the app's backlinks pane counts them. */
  async backlinks(path: string): Promise<string[]> {
    await currentApp().metadataCache.settled();
    return Object.entries(currentApp().metadataCache.resolvedLinks).filter(([, targets]) => targets[path] !== undefined).map(([source]) => source);
  },
  /** Links that lead nowhere, by note. */
  async deadLinks(): Promise<Record<string, string[]>> {
    await currentApp().metadataCache.settled();
    const entries = Object.entries(currentApp().metadataCache.unresolvedLinks).map(([path, targets]): [string, string[]] => [path, Object.keys(targets)]);
    return Object.fromEntries(entries.filter(([, targets]) => targets.length > 0));
  },
  /** Moves a note to the trash, as the user does. */
  async trash(path: string): Promise<void> {
    const file = currentApp().vault.getFileByPath(path);
    if (file !== null) await currentApp().fileManager.trashFile(file);
  },
  /** Changes a note as a sync or another program would. */
  write(path: string, text: string): void {
    currentApp().vault.put(path, text);
  },
  /** The web as `requestUrl` finds it from now on: answers by address, the bytes of files as numbers; a silent server never answers. */
  web(answers: Readonly<Record<string, { readonly type?: string; readonly text?: string; readonly bytes?: readonly number[]; readonly silent?: boolean }>>): void {
    setWeb((url) => {
      const answer = answers[url];
      if (answer === undefined) return Promise.resolve({ status: 404, type: 'text/html', body: 'Not Found' });
      const { type = '', text, bytes = [], silent = false } = answer;
      return silent ? new Promise<WebAnswer>(() => undefined) : Promise.resolve({ type, body: text ?? new Uint8Array(bytes) });
    });
  },
  /** From now on `requestUrl` asks real servers, through the process outside the page: the app's own is not bound by what pages may fetch. */
  network(): void {
    setWeb(async (url) => {
      const { status, type, bytes } = await outside.fetchOutside(url);
      return { status, type, body: new Uint8Array(bytes) };
    });
  },
  /** Paths of files that are no notes. */
  otherFiles: (): string[] => currentApp().vault.getFiles().flatMap(({ path, extension }) => (extension === 'md' ? [] : [path])),
  /** Opens the settings window on the plugin's tab, as the user does. */
  openSettings(): void {
    const [tab] = currentApp().pluginStore.registrations.tabs;
    if (tab !== undefined) openSettings(currentApp().asApp(), tab as unknown as host.PluginSettingTab);
  },
  /** What the plugin has saved of its settings; null where it saved nothing. */
  savedData(): unknown {
    return plugin?.loadData() ?? null;
  },
  /** Disables the plugin; says how many listeners and commands it left behind. */
  disable(): { commands: number } {
    plugin?.unload();
    return { commands: currentApp().pluginStore.registrations.commands.size };
  },
};

export type AppPage = typeof appPage;

// The page is one app, as a window of the real one is.
let current: host.App | null = null;
let plugin: Obsidian.Plugin | null = null;
let started: { readonly Plugin: PluginModule['default']; readonly manifest: Obsidian.PluginManifest } | null = null;

function currentApp(): host.App {
  if (!current) throw new Error('No vault is open.');
  return current;
}

/** Runs the bundle as the app does: CommonJS, `require` knows `obsidian` only. As on a phone there is no Buffer, process or global. */
function loadBundle(bundle: string): PluginModule {
  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (name === 'obsidian') return host;
    throw new Error(`Cannot find module '${name}'`);
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is how the app itself runs a plugin's file
  const run = new Function('module', 'exports', 'require', 'Buffer', 'process', 'global', bundle) as (...values: unknown[]) => void;
  run(module, module.exports, require);
  return module.exports as PluginModule;
}

function drawFrame(app: host.App): void {
  document.body.empty();
  const frame = document.body.createDiv('app-container');
  const files = frame.createDiv('nav-files-container');
  const view = frame.createDiv('markdown-reading-view');
  const drawFiles = (): void => {
    files.empty();
    for (const path of app.vault.getMarkdownFiles().map((file) => file.path).sort()) {
      const item = files.createDiv({ cls: 'nav-file', text: path.replace(/\.md$/, ''), title: path });
      item.toggleClass('is-active', path === app.workspace.getActiveFile()?.path);
      item.addEventListener('click', () => void app.workspace.openLinkText(path, ''));
    }
  };
  // As the app's own list, it is drawn once for many changes.
  let isDue = false;
  const drawSoon = (): void => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      drawFiles();
    }, 200);
  };
  for (const event of ['create', 'delete', 'rename']) app.vault.on(event, drawSoon);
  app.workspace.on('active-leaf-change', (leaf) => {
    const pane: unknown = (leaf as host.WorkspaceLeaf).view;
    if (pane instanceof host.ItemView) view.replaceChildren(pane.containerEl);
  });
  app.workspace.on('file-open', () => {
    drawFiles();
    const path = app.workspace.getActiveFile()?.path;
    if (path !== undefined) renderNote(view, app.vault.peek(path) ?? '', (target) => void app.workspace.openLinkText(target, path));
  });
  drawFiles();
}

extendDom(globalThis);
Object.assign(globalThis, { appPage });
