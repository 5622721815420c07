/** A fold with a title, a count and a list. */

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
  if (hint !== undefined) fold.createDiv({ cls: 'regulatory-notices-aside', text: hint });
  const list = fold.createEl('ul');
  for (const item of items.slice(0, SHOWN)) drawItem(list.createEl('li'), item);
  if (items.length > SHOWN) list.createEl('li', { cls: 'regulatory-notices-aside', text: more(items.length - SHOWN) });
}
