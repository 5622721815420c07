/** A fold with a title, a count and a list. */
import { addAside } from './aside';

/** So many items are drawn at once: a window with 5,000 rows takes seconds to open on a phone. */
const SHOWN = 200;

/** A fold, and how it is filled. */
export interface Section<T> {
  readonly title: string;
  readonly items: readonly T[];
  /** Says how many items are not drawn. */
  readonly more: (count: number) => string;
  readonly open?: boolean;
  readonly cls?: string;
  /** Stands for the number of items. */
  readonly count?: string;
  /** A line above the items. */
  readonly hint?: string;
}

/** Draws a section; nothing where it has no items. */
export function drawSection<T>(parent: HTMLElement, section: Section<T>, drawItem: (el: HTMLElement, item: T) => void): void {
  const { title, items, more, open = false, cls, hint, count = String(items.length) } = section;
  if (items.length === 0) return;
  const fold = parent.createEl('details', { cls: ['regulatory-notices-section', ...(cls === undefined ? [] : [cls])], attr: { 'data-key': `section ${title}` } });
  if (open) fold.setAttr('open', '');
  const summary = fold.createEl('summary');
  summary.createSpan({ text: title });
  summary.createSpan({ cls: 'regulatory-notices-count', text: count });
  if (hint !== undefined) addAside(fold, hint);
  drawItems(fold.createEl('ul'), items, SHOWN, more, drawItem);
}

/** Draws so many of the items at most, and says how many there are besides. */
export function drawItems<T>(list: HTMLElement, items: readonly T[], most: number, more: Section<T>['more'], drawItem: (el: HTMLElement, item: T) => void): void {
  for (const item of items.slice(0, most)) drawItem(list.createEl('li'), item);
  if (items.length > most) list.createEl('li', { cls: 'regulatory-notices-aside', text: more(items.length - most) });
}
