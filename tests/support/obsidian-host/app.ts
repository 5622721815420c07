import type * as Obsidian from 'obsidian';
import { FileManager } from './file-manager';
import { Menu } from './menu';
import { MetadataCache } from './metadata-cache';
import type { PluginData, PluginStore } from './plugin';
import { Vault } from './vault';
import { Workspace } from './workspace';

export interface HostOptions {
  /** How long the index lags behind the vault, in milliseconds. */
  readonly metadataDelay?: number;
  /** The user's setting "Automatically update internal links". */
  readonly updateLinks?: boolean;
}

/** The app, as far as plugins of this project use it, and what a test needs to play its user. */
export class App {
  readonly vault = new Vault();
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly workspace: Workspace;
  readonly pluginStore: PluginStore = { registrations: { commands: new Map(), ribbon: [], tabs: [], protocols: new Map(), views: new Map(), cli: new Map() }, data: pluginData(this.vault) };
  private readonly storage = new Map<string, string>();

  constructor(options: HostOptions = {}) {
    this.metadataCache = new MetadataCache(this.vault, options.metadataDelay ?? 20);
    this.fileManager = new FileManager(this.vault, this.metadataCache, { updateLinks: options.updateLinks ?? true });
    this.workspace = new Workspace(this.vault, this.metadataCache, this.pluginStore.registrations.views, () => this.asApp());
  }

  /**
   * The app started again: the same files, the same saved settings, and what it keeps on this device, unless it is
   * another device that the vault was synced to.
   */
  static again(before: App, device: 'this' | 'another' = 'this'): App {
    const app = new App();
    app.vault.copyFrom(before.vault);
    if (device === 'this') for (const [key, json] of before.storage) app.storage.set(key, json);
    return app;
  }

  isDarkMode(): boolean {
    return activeDocument.body.hasClass('theme-dark');
  }

  loadLocalStorage(key: string): unknown {
    const json = this.storage.get(key);
    return json === undefined ? null : (JSON.parse(json) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null) this.storage.delete(key);
    else this.storage.set(key, JSON.stringify(data));
  }

  /** The app as a plugin sees it. The host holds what this project uses of it; other members have no stand-in. */
  asApp(): Obsidian.App {
    return this as unknown as Obsidian.App;
  }
}

function pluginData({ hidden, configDir }: Vault): PluginData {
  const file = (id: string): string => `${configDir}/plugins/${id}/data.json`;
  return {
    get: (id) => hidden.peekAll().get(file(id)),
    set: (id, json) => hidden.put(file(id), json),
    get size() {
      return [...hidden.peekAll().keys()].filter((path) => path.endsWith('/data.json')).length;
    },
  };
}

type PluginClass = new (app: Obsidian.App, manifest: Obsidian.PluginManifest) => Obsidian.Plugin;

/** Loads a plugin as the app does when the user enables it, then shows the layout. */
export async function enablePlugin(app: App, plugin: PluginClass, manifest: Obsidian.PluginManifest): Promise<Obsidian.Plugin> {
  const instance = new plugin(app.asApp(), manifest);
  // Typed void in the app's declarations, though the app waits for an asynchronous `onload`.
  await (instance as unknown as { load(): unknown }).load();
  // While it opens the vault, the app reports every file of it as new.
  if (!app.workspace.layoutReady) for (const entry of app.vault.getAllLoadedFiles()) app.vault.trigger('create', entry);
  app.workspace.markReady();
  return instance;
}

/** Commands that the palette would offer now, by id, with the names it shows. */
export function offeredCommands(app: App): Map<string, string> {
  const offered = [...app.pluginStore.registrations.commands.values()].filter((command) => isOffered(app, command));
  return new Map(offered.map((command) => [command.id, command.name]));
}

/** Runs a command as the palette does; false where it is not there or not offered now. */
export function runCommand(app: App, id: string): boolean {
  const command = app.pluginStore.registrations.commands.get(id);
  if (!command || !isOffered(app, command)) return false;
  const view = app.workspace.activeEditorView();
  if (command.editorCheckCallback && view) command.editorCheckCallback(false, view.editor, view as unknown as Obsidian.MarkdownView);
  else if (command.checkCallback) command.checkCallback(false);
  else command.callback?.();
  return true;
}

/** A command for an editor is offered where one is open. */
function isOffered(app: App, { checkCallback, editorCheckCallback }: Obsidian.Command): boolean {
  const view = app.workspace.activeEditorView();
  if (editorCheckCallback) return view !== null && editorCheckCallback(true, view.editor, view as unknown as Obsidian.MarkdownView) === true;
  return checkCallback === undefined || checkCallback(true) === true;
}

/** The lines that plugins add to the menu of a file, of several files, or of the open note's text. */
export function openMenu(app: App, on: readonly string[] | 'editor'): Menu {
  const menu = new Menu();
  const view = app.workspace.activeEditorView();
  const files = on === 'editor' ? [] : on.flatMap((path) => app.vault.getAbstractFileByPath(path) ?? []);
  if (on === 'editor') app.workspace.trigger('editor-menu', menu, view?.editor, view);
  else if (files.length === 1) app.workspace.trigger('file-menu', menu, files[0], 'file-explorer-context-menu');
  else app.workspace.trigger('files-menu', menu, files, 'file-explorer-context-menu');
  return menu;
}
