import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { Component } from './events';

/** What a plugin registers with the app; the app reads it, and so do the tests. */
export interface Registrations {
  readonly commands: Map<string, Obsidian.Command>;
  readonly ribbon: { readonly title: string; readonly click: (event: MouseEvent) => unknown }[];
  readonly tabs: Obsidian.PluginSettingTab[];
  readonly protocols: Map<string, Obsidian.ObsidianProtocolHandler>;
  readonly views: Map<string, Obsidian.ViewCreator>;
  readonly cli: Map<string, Obsidian.CliHandler>;
}

/** The texts of `data.json` by plugin id: files as any other in the plugins' folders. */
export interface PluginData {
  get(id: string): string | undefined;
  set(id: string, json: string): void;
  readonly size: number;
}

/** What was registered, and what plugins saved. */
export interface PluginStore {
  readonly registrations: Registrations;
  readonly data: PluginData;
}

/** The part of the host's app that a plugin's base class reaches. */
export interface PluginHost {
  readonly pluginStore: PluginStore;
}

export abstract class Plugin extends Component implements HostOf<Obsidian.Plugin> {
  constructor(
    readonly app: Obsidian.App,
    readonly manifest: Obsidian.PluginManifest,
  ) {
    super();
  }

  private get store(): PluginStore {
    return (this.app as unknown as PluginHost).pluginStore;
  }

  addCommand(command: Obsidian.Command): Obsidian.Command {
    const { commands } = this.store.registrations;
    const id = `${this.manifest.id}:${command.id}`;
    const registered = { ...command, id, name: `${this.manifest.name}: ${command.name}` };
    commands.set(id, registered);
    this.register(() => commands.delete(id));
    return registered;
  }

  addRibbonIcon(_icon: string, title: string, click: (event: MouseEvent) => unknown): HTMLElement {
    const { ribbon } = this.store.registrations;
    const icon = { title, click };
    ribbon.push(icon);
    this.register(() => ribbon.splice(ribbon.indexOf(icon), 1));
    return createDiv({ cls: 'side-dock-ribbon-action', attr: { 'aria-label': title } });
  }

  addStatusBarItem(): HTMLElement {
    return createDiv('status-bar-item');
  }

  addSettingTab(tab: Obsidian.PluginSettingTab): void {
    const { tabs } = this.store.registrations;
    tabs.push(tab);
    this.register(() => tabs.splice(tabs.indexOf(tab), 1));
    tab.update();
  }

  registerObsidianProtocolHandler(action: string, handler: Obsidian.ObsidianProtocolHandler): void {
    const { protocols } = this.store.registrations;
    protocols.set(action, handler);
    this.register(() => protocols.delete(action));
  }

  /** As the app, refuses a type that is there already. */
  registerView(type: string, creator: Obsidian.ViewCreator): void {
    this.registerOnce(this.store.registrations.views, type, creator);
  }

  registerCliHandler(command: string, _description: string, _flags: Obsidian.CliFlags | null, handler: Obsidian.CliHandler): void {
    this.registerOnce(this.store.registrations.cli, command, handler);
  }

  private registerOnce<T>(all: Map<string, T>, name: string, value: T): void {
    if (all.has(name)) throw new Error(`${name} is registered already.`);
    all.set(name, value);
    this.register(() => all.delete(name));
  }

  /** null at first, as in the app; rejects where the file is no JSON. */
  loadData(): Promise<unknown> {
    const json = this.store.data.get(this.manifest.id);
    return Promise.resolve().then(() => (json === undefined ? null : (JSON.parse(json) as unknown)));
  }

  saveData(data: unknown): Promise<void> {
    this.store.data.set(this.manifest.id, JSON.stringify(data));
    return Promise.resolve();
  }
}
