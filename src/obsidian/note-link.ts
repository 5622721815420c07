/** A link to a note beside what is shown: the note opens in a tab of its own, so that the list stays. */
import { Keymap, type App } from 'obsidian';

/** Draws the link; text only where the vault has no such file. */
export function drawNoteLink(parent: HTMLElement, app: App, path: string, text = path): void {
  if (app.vault.getFileByPath(path) === null) {
    parent.createSpan({ text });
    return;
  }
  const link = parent.createEl('a', { cls: 'internal-link', text, href: path });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const place = Keymap.isModEvent(event);
    void app.workspace.openLinkText(path, '', place === false ? 'tab' : place);
  });
}
