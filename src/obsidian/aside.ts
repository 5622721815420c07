/** A line of words beside what counts more: facts, a hint, what was left out. */

/** Adds the line and gives its element. */
export function addAside(parent: HTMLElement, text: string): HTMLElement {
  return parent.createDiv({ cls: 'regulatory-notices-aside', text });
}
