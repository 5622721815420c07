/** Draws what an import did, with links to the notes. */
import { Keymap, type App } from 'obsidian';
import type { ImportReport } from '../import-notices';
import type { ApplyResult } from '../plan/apply-plan';
import { drawSection } from './section-view';
import type { Texts } from './texts';

/** The notices first, then everything that was written, then what was not. */
export function drawResult(parent: HTMLElement, app: App, report: ImportReport, result: ApplyResult, texts: Texts, close: () => void): void {
  const link = (el: HTMLElement, path: string, text: string): void => {
    const anchor = el.createEl('a', { cls: 'internal-link', text, href: path });
    anchor.addEventListener('click', (event) => {
      event.preventDefault();
      close();
      void app.workspace.openLinkText(path, '', Keymap.isModEvent(event));
    });
  };

  const written = new Set([...result.created, ...result.updated]);
  const notices = parent.createEl('ul', { cls: 'regulatory-notices-sources' });
  for (const { notice, path } of report.sources) {
    if (notice === null || path === null || !written.has(path)) continue;
    link(notices.createEl('li', { cls: 'regulatory-notices-source' }), path, notice.title);
  }

  drawSection(parent, { title: texts.failed, items: result.failed, more: texts.more, open: true, cls: 'is-error' }, (item, { path, reason, message }) => {
    item.createSpan({ text: path });
    item.createDiv({ cls: 'regulatory-notices-aside', text: [texts.failure[reason], message].filter((part) => part !== '').join(' ') });
  });
  drawSection(parent, { title: texts.notDone, items: result.notDone, more: texts.more, open: true, cls: 'is-warning' }, (item, path) => item.setText(path));
  drawSection(parent, { title: texts.writtenNew, items: result.created, more: texts.more }, (item, path) => link(item, path, path));
  drawSection(parent, { title: texts.writtenChanged, items: result.updated, more: texts.more }, (item, path) => link(item, path, path));
  drawSection(parent, { title: texts.writtenTrashed, items: result.trashed, more: texts.more }, (item, path) => item.setText(path));
}
