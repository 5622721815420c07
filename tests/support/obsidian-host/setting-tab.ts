import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { DropdownComponent, Setting, TextComponent, ToggleComponent, setIcon } from './controls';
import { Modal } from './windows';

/**
 * The settings page of a plugin, drawn from its definitions as the app's declarations describe it: groups, lists, pages, controls that
 * are validated before they are kept, and what is visible. `display` is not called where there are definitions.
 */
export abstract class PluginSettingTab implements HostOf<Obsidian.PluginSettingTab> {
  readonly containerEl = createDiv('vertical-tab-content');
  icon = 'lucide-settings';
  settingItems: Obsidian.SettingDefinitionItem[] = [];
  private readonly predicates: { readonly el: HTMLElement; readonly isVisible: () => boolean }[] = [];
  private readonly cleanups: (() => void)[] = [];
  private page: Obsidian.SettingDefinitionPage | null = null;

  constructor(
    readonly app: Obsidian.App,
    readonly plugin: Obsidian.Plugin,
  ) {}

  getSettingDefinitions(): Obsidian.SettingDefinitionItem[] {
    return [];
  }

  /** The app's own reads and writes `plugin.settings`. */
  getControlValue(key: string): unknown {
    return (this.plugin as unknown as { settings?: Record<string, unknown> }).settings?.[key];
  }

  setControlValue(key: string, value: unknown): void | Promise<void> {
    const { settings } = this.plugin as unknown as { settings?: Record<string, unknown> };
    if (settings) settings[key] = value;
  }

  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.containerEl.isConnected) this.draw();
  }

  refreshDomState(): void {
    for (const { el, isVisible } of this.predicates) el.toggleClass('is-hidden', !isVisible());
  }

  display(): void {}

  hide(): void {
    this.page = null;
    this.tidy();
  }

  /** The app calls it when the user opens the tab. */
  show(parent: HTMLElement): void {
    parent.appendChild(this.containerEl);
    this.settingItems = this.getSettingDefinitions();
    if (this.settingItems.length === 0) this.display();
    else this.draw();
  }

  private tidy(): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.predicates.length = 0;
    this.containerEl.empty();
  }

  private draw(): void {
    this.tidy();
    const open = this.page === null ? undefined : this.settingItems.find((item): item is Obsidian.SettingDefinitionPage => 'type' in item && item.type === 'page' && item.name === this.page?.name);
    if (open !== undefined) {
      const back = this.containerEl.createEl('button', { cls: 'setting-page-back', text: `‹ ${open.name}` });
      back.addEventListener('click', () => this.openPage(null));
    }
    for (const item of open?.items ?? this.settingItems) this.drawItem(item, this.containerEl);
    this.refreshDomState();
  }

  private openPage(page: Obsidian.SettingDefinitionPage | null): void {
    this.page = page;
    this.draw();
  }

  private drawItem(item: Obsidian.SettingDefinitionItem, parent: HTMLElement): void {
    if ('type' in item && item.type === 'page') this.drawPageEntry(item, parent);
    else if ('type' in item) this.drawGroup(item, parent);
    else this.drawSetting(item, parent);
  }

  private drawPageEntry(item: Obsidian.SettingDefinitionPage, parent: HTMLElement): void {
    const row = new Setting(parent).setName(item.name).setDesc(item.desc ?? '').setClass('mod-page');
    row.settingEl.setAttr('role', 'button');
    row.settingEl.setAttr('tabindex', 0);
    row.settingEl.addEventListener('click', () => this.openPage(item));
    this.watch(row.settingEl, item.visible);
  }

  private drawGroup(item: Obsidian.SettingDefinitionGroup | Obsidian.SettingDefinitionList, parent: HTMLElement): void {
    const el = parent.createDiv({ cls: ['setting-group', ...(item.cls ?? '').split(' ').filter((name) => name !== '')] });
    const list = item.type === 'list' ? (item as Obsidian.SettingDefinitionList) : null;
    if (item.heading !== undefined) {
      const heading = new Setting(el).setName(item.heading).setHeading();
      for (const button of item.extraButtons ?? []) button(new ExtraButtonComponent(heading.controlEl) as unknown as Obsidian.ExtraButtonComponent);
      const addItem = list?.addItem;
      if (addItem !== undefined) new ExtraButtonComponent(heading.controlEl).setIcon('plus').setTooltip(addItem.name).onClick(() => addItem.action(heading.controlEl));
    }
    const items = el.createDiv('setting-items');
    if ((item.items ?? []).length === 0 && list?.emptyState !== undefined) items.createDiv('setting-list-empty').setText(list.emptyState);
    (item.items ?? []).forEach((one, index) => {
      const onDelete = list?.onDelete;
      const row = 'type' in one ? null : this.drawSetting(one, items);
      if ('type' in one) this.drawPageEntry(one, items);
      if (row !== null && onDelete !== undefined) new ExtraButtonComponent(row.controlEl).setIcon('trash-2').setTooltip('Delete').onClick(() => onDelete(index));
    });
    this.watch(el, item.visible);
  }

  private drawSetting(item: Obsidian.SettingDefinition, parent: HTMLElement): Setting {
    const row = new Setting(parent).setName(item.name).setDesc(item.desc ?? '');
    if (item.render !== undefined) {
      const cleanup = item.render(row as unknown as Obsidian.Setting, undefined as unknown as Obsidian.SettingGroup);
      if (typeof cleanup === 'function') this.cleanups.push(cleanup);
    } else if (item.control !== undefined) this.drawControl(item.control, row);
    this.watch(row.settingEl, item.visible);
    return row;
  }

  private drawControl(control: Obsidian.SettingControl, row: Setting): void {
    const stored = this.getControlValue(control.key);
    const value: unknown = stored ?? control.defaultValue;
    const set = (next: unknown): void => void this.setControlValue(control.key, next);
    if (control.type === 'toggle') new ToggleComponent(row.controlEl).setValue(value === true).onChange(set);
    else if (control.type === 'dropdown') new DropdownComponent(row.controlEl).addOptions(control.options).setValue(typeof value === 'string' ? value : '').onChange(set);
    else if (control.type === 'text' || control.type === 'folder' || control.type === 'file' || control.type === 'number') this.drawField(control, row, value, set);
    else throw new Error(`The host has no control of type ${control.type}.`);
    for (const input of row.controlEl.querySelectorAll('input, select, [role=switch]')) input.setAttribute('aria-label', row.nameEl.getText());
  }

  /** A value that is not valid is not kept, and the message stands below the setting. */
  private drawField(control: Obsidian.SettingTextControl | Obsidian.SettingFolderControl | Obsidian.SettingFileControl | Obsidian.SettingNumberControl, row: Setting, value: unknown, set: (next: unknown) => void): void {
    const field = new TextComponent(row.controlEl).setValue(typeof value === 'number' || typeof value === 'string' ? String(value) : '').setPlaceholder(control.placeholder ?? '');
    const message = row.infoEl.createDiv('setting-item-error');
    const check = async (typed: string): Promise<{ readonly next: unknown; readonly error: string }> => {
      const next = control.type === 'number' ? (Number.isFinite(Number(typed)) && typed.trim() !== '' ? Number(typed) : (control.defaultValue ?? 0)) : typed;
      const found = await control.validate?.(next as never);
      const error = typeof found === 'string' ? found : '';
      message.setText(error);
      return { next, error };
    };
    void check(field.getValue());
    field.onChange((typed) => void check(typed).then(({ next, error }) => (error === '' ? set(next) : undefined)));
  }

  private watch(el: HTMLElement, visible: boolean | (() => boolean) | undefined): void {
    if (visible !== undefined) this.predicates.push({ el, isVisible: () => (typeof visible === 'function' ? visible() : visible) });
  }
}

export class ExtraButtonComponent implements HostOf<Obsidian.ExtraButtonComponent> {
  readonly extraSettingsEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.extraSettingsEl = containerEl.createEl('button', 'clickable-icon extra-setting-button');
  }

  setIcon(icon: string): this {
    setIcon(this.extraSettingsEl, icon);
    return this;
  }

  setTooltip(tooltip: string): this {
    this.extraSettingsEl.setAttr('aria-label', tooltip);
    return this;
  }

  onClick(callback: () => unknown): this {
    this.extraSettingsEl.addEventListener('click', () => void callback());
    return this;
  }
}

/** Opens the settings window on a plugin's tab, as the user does. */
export function openSettings(app: Obsidian.App, tab: PluginSettingTab): Modal {
  const modal = new SettingsModal(app);
  modal.modalEl.addClass('mod-settings');
  modal.open();
  tab.show(modal.contentEl);
  modal.onClosed = () => tab.hide();
  return modal;
}

class SettingsModal extends Modal {
  onClosed: () => void = () => undefined;

  override onClose(): void {
    this.onClosed();
  }
}
