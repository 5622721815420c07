import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { Component } from './events';

/** What a plugin registers with the app; the app reads it, and so do the tests. */
export interface Registrations {
  readonly commands: Map<string, Obsidian.Command>;
  readonly ribbon: { readonly title: string; readonly click: (event: MouseEvent) => unknown }[];
  readonly tabs: Obsidian.PluginSettingTab[];
  readonly protocols: Map<string, Obsidian.ObsidianProtocolHandler>;
}

/** Where the host keeps `data.json` and what was registered, by plugin id. */
export interface PluginStore {
  readonly registrations: Registrations;
  readonly data: Map<string, string>;
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
    this.store.registrations.ribbon.push({ title, click });
    return createDiv({ cls: 'side-dock-ribbon-action', attr: { 'aria-label': title } });
  }

  addStatusBarItem(): HTMLElement {
    return createDiv('status-bar-item');
  }

  addSettingTab(tab: Obsidian.PluginSettingTab): void {
    this.store.registrations.tabs.push(tab);
    tab.update();
  }

  registerObsidianProtocolHandler(action: string, handler: Obsidian.ObsidianProtocolHandler): void {
    this.store.registrations.protocols.set(action, handler);
  }

  /** null at first, as in the app. */
  loadData(): Promise<unknown> {
    const json = this.store.data.get(this.manifest.id);
    return Promise.resolve(json === undefined ? null : (JSON.parse(json) as unknown));
  }

  saveData(data: unknown): Promise<void> {
    this.store.data.set(this.manifest.id, JSON.stringify(data));
    return Promise.resolve();
  }
}
