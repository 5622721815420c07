import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { setIcon } from './controls';
import { Component } from './events';

/** A pane of a plugin: a header with its name and actions, and a place for what it shows. */
export abstract class ItemView extends Component implements HostOf<Obsidian.ItemView> {
  readonly app: Obsidian.App;
  icon = '';
  navigation = false;
  readonly containerEl = createDiv('workspace-leaf-content');
  readonly contentEl: HTMLElement;
  private readonly titleEl: HTMLElement;
  private readonly actionsEl: HTMLElement;

  constructor(readonly leaf: Obsidian.WorkspaceLeaf) {
    super();
    this.app = (leaf as unknown as { app: Obsidian.App }).app;
    const header = this.containerEl.createDiv('view-header');
    this.titleEl = header.createDiv('view-header-title');
    this.actionsEl = header.createDiv('view-actions');
    this.contentEl = this.containerEl.createDiv('view-content');
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  /** As in the app, a thing to be clicked that keyboards reach, named by its label. */
  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const action = this.actionsEl.createEl('button', { cls: ['clickable-icon', 'view-action'], attr: { 'aria-label': title } });
    setIcon(action, icon);
    action.addEventListener('click', callback);
    return action;
  }

  // For the plugin to fill.
  protected onOpen(): Promise<void> {
    return Promise.resolve();
  }

  protected onClose(): Promise<void> {
    return Promise.resolve();
  }

  /** For the host's leaf. */
  async open(): Promise<void> {
    this.containerEl.setAttr('data-type', this.getViewType());
    this.titleEl.setText(this.getDisplayText());
    await this.load();
    await this.onOpen();
  }

  /** For the host's leaf. */
  async close(): Promise<void> {
    await this.onClose();
    this.unload();
    this.containerEl.detach();
  }
}
