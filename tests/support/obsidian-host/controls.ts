import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';

/** Draws an icon; the host has no pictures, so it leaves an empty one of that name. */
export const setIcon: typeof Obsidian.setIcon = (parent, iconId) => {
  parent.empty();
  parent.createSpan({ cls: ['svg-icon', `lucide-${iconId}`] });
};

abstract class Control {
  disabled = false;

  constructor(protected readonly el: HTMLElement) {}

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    if (disabled) this.el.setAttr('disabled', '');
    else this.el.removeAttribute('disabled');
    return this;
  }

  then(callback: (component: this) => unknown): this {
    callback(this);
    return this;
  }
}

export class ButtonComponent extends Control implements HostOf<Obsidian.ButtonComponent> {
  readonly buttonEl: HTMLButtonElement;

  constructor(containerEl: HTMLElement) {
    const button = containerEl.createEl('button');
    super(button);
    this.buttonEl = button;
  }

  setButtonText(text: string): this {
    this.buttonEl.setText(text);
    return this;
  }

  setCta(): this {
    this.buttonEl.addClass('mod-cta');
    return this;
  }

  removeCta(): this {
    this.buttonEl.removeClass('mod-cta');
    return this;
  }

  setDestructive(): this {
    this.buttonEl.addClass('mod-destructive');
    return this;
  }

  setClass(cls: string): this {
    this.buttonEl.addClass(cls);
    return this;
  }

  setTooltip(tooltip: string): this {
    this.buttonEl.setAttr('aria-label', tooltip);
    return this;
  }

  setIcon(icon: string): this {
    setIcon(this.buttonEl, icon);
    return this;
  }

  onClick(callback: (event: MouseEvent) => unknown): this {
    this.buttonEl.addEventListener('click', (event) => {
      if (!this.disabled) callback(event);
    });
    return this;
  }
}

/** A control that holds a value and tells when the user changes it. */
abstract class ValueControl<T> extends Control {
  protected changed: (value: T) => unknown = () => undefined;

  abstract getValue(): T;
  abstract setValue(value: T): this;

  onChange(callback: (value: T) => unknown): this {
    this.changed = callback;
    return this;
  }
}

export class TextComponent extends ValueControl<string> implements HostOf<Obsidian.TextComponent> {
  readonly inputEl: HTMLInputElement;

  constructor(containerEl: HTMLElement) {
    const input = containerEl.createEl('input', { type: 'text' });
    super(input);
    this.inputEl = input;
    input.addEventListener('input', () => void this.changed(input.value));
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(value: string): this {
    this.inputEl.value = value;
    return this;
  }

  setPlaceholder(placeholder: string): this {
    this.inputEl.setAttr('placeholder', placeholder);
    return this;
  }
}

export class ToggleComponent extends ValueControl<boolean> implements HostOf<Obsidian.ToggleComponent> {
  readonly toggleEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const toggle = containerEl.createDiv({ cls: 'checkbox-container', attr: { role: 'switch', tabindex: 0 } });
    super(toggle);
    this.toggleEl = toggle;
    toggle.addEventListener('click', () => {
      this.setValue(!this.getValue());
      this.changed(this.getValue());
    });
  }

  getValue(): boolean {
    return this.toggleEl.hasClass('is-enabled');
  }

  setValue(on: boolean): this {
    this.toggleEl.toggleClass('is-enabled', on);
    this.toggleEl.setAttr('aria-checked', on);
    return this;
  }
}

export class DropdownComponent extends ValueControl<string> implements HostOf<Obsidian.DropdownComponent> {
  readonly selectEl: HTMLSelectElement;

  constructor(containerEl: HTMLElement) {
    const select = containerEl.createEl('select', 'dropdown');
    super(select);
    this.selectEl = select;
    select.addEventListener('change', () => void this.changed(select.value));
  }

  addOption(value: string, display: string): this {
    this.selectEl.createEl('option', { value, text: display });
    return this;
  }

  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }

  getValue(): string {
    return this.selectEl.value;
  }

  setValue(value: string): this {
    for (const option of this.selectEl.querySelectorAll('option')) if (option.value === value) option.selected = true;
    return this;
  }
}

export class ProgressBarComponent extends ValueControl<number> implements HostOf<Obsidian.ProgressBarComponent> {
  private value = 0;
  private readonly lineEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const bar = containerEl.createDiv('setting-progress-bar');
    super(bar);
    this.lineEl = bar.createDiv('setting-progress-bar-inner');
  }

  getValue(): number {
    return this.value;
  }

  /** In per cent. */
  setValue(value: number): this {
    this.value = value;
    this.lineEl.setCssProps({ width: `${value}%` });
    return this;
  }
}

export class Setting implements HostOf<Obsidian.Setting> {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv('setting-item');
    this.infoEl = this.settingEl.createDiv('setting-item-info');
    this.nameEl = this.infoEl.createDiv('setting-item-name');
    this.descEl = this.infoEl.createDiv('setting-item-description');
    this.controlEl = this.settingEl.createDiv('setting-item-control');
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.setText(name);
    return this;
  }

  setDesc(desc: string | DocumentFragment): this {
    this.descEl.setText(desc);
    return this;
  }

  setClass(cls: string): this {
    this.settingEl.addClass(cls);
    return this;
  }

  setHeading(): this {
    this.settingEl.addClass('setting-item-heading');
    return this;
  }

  addButton(callback: (button: Obsidian.ButtonComponent) => unknown): this {
    callback(new ButtonComponent(this.controlEl) as unknown as Obsidian.ButtonComponent);
    return this;
  }

  addText(callback: (text: Obsidian.TextComponent) => unknown): this {
    callback(new TextComponent(this.controlEl) as unknown as Obsidian.TextComponent);
    return this;
  }

  addToggle(callback: (toggle: Obsidian.ToggleComponent) => unknown): this {
    callback(new ToggleComponent(this.controlEl) as unknown as Obsidian.ToggleComponent);
    return this;
  }

  addDropdown(callback: (dropdown: Obsidian.DropdownComponent) => unknown): this {
    callback(new DropdownComponent(this.controlEl) as unknown as Obsidian.DropdownComponent);
    return this;
  }

  then(callback: (setting: this) => unknown): this {
    callback(this);
    return this;
  }
}
