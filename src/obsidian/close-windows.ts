/** Closes what the plugin has open when it is disabled or updated: a window whose code is gone would do nothing. */
import type { App } from 'obsidian';

/** Windows and pickers of the plugin, wherever in the app they stand. */
const OPEN = ':is(.regulatory-notices-window, .regulatory-notices-picker)';

/** The app closes a window by its cross or by a click beside it; the plugin keeps no list of those that are open. */
export function closeWindows({ workspace }: App): void {
  const pages = new Set<Document>([activeDocument]);
  workspace.iterateAllLeaves(({ view }) => pages.add(view.containerEl.ownerDocument));
  for (const page of pages) {
    // A window that asks once more whether what it holds is to be lost closes at the second time.
    for (const modal of page.querySelectorAll<HTMLElement>(OPEN)) for (let times = 0; times < 2 && modal.isConnected; times += 1) close(modal);
  }
}

function close(modal: HTMLElement): void {
  (modal.querySelector<HTMLElement>('.modal-close-button') ?? modal.parentElement?.querySelector<HTMLElement>('.modal-bg'))?.click();
}
