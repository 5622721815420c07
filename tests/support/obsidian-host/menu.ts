import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { Component } from './events';

/** One line of a menu. */
export class MenuItem implements HostOf<Obsidian.MenuItem> {
  title = '';
  icon: string | null = null;
  section = '';
  private click: (event: MouseEvent | KeyboardEvent) => unknown = () => undefined;

  setTitle(title: string | DocumentFragment): this {
    this.title = typeof title === 'string' ? title : title.textContent;
    return this;
  }

  setIcon(icon: string | null): this {
    this.icon = icon;
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.click = callback;
    return this;
  }

  /** For tests: the user chooses this line. */
  choose(): void {
    this.click({} as MouseEvent);
  }
}

/** A menu that plugins add their lines to before it is shown. */
export class Menu extends Component implements HostOf<Obsidian.Menu> {
  readonly items: MenuItem[] = [];

  addItem(fill: (item: Obsidian.MenuItem) => unknown): this {
    const item = new MenuItem();
    fill(item as unknown as Obsidian.MenuItem);
    this.items.push(item);
    return this;
  }

  addSeparator(): this {
    return this;
  }
}
