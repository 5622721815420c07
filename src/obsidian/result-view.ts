/** Draws what was done, with links to the notes. */
import { Keymap, type App } from 'obsidian';
import type { ImportReport } from '../import-notices';
import type { ApplyResult } from '../plan/apply-plan';
import { JOURNAL_PLACE } from '../plan/apply-with-journal';
import { SETTINGS_PLACE } from '../plan/settings-step';
import { addAside } from './aside';
import type { ApplyOutcome } from './file-work';
import { JOURNAL_TEXTS } from './journal-texts';
import { drawItems, drawSection } from './section-view';
import { settingName } from './setting-names';
import { SETTING_TEXTS } from './setting-texts';
import { appLanguage, type Texts } from './texts';

/** Few enough to be read at a glance: then the folds stand open. */
const FEW = 8;

/** So many notices are linked to by their titles; all of them stand in the list of files. */
const MOST_NOTICES = 50;

/** The notices that were written, by their titles. */
export function drawNotices(parent: HTMLElement, app: App, report: ImportReport, result: ApplyResult, texts: Texts, close: () => void): void {
  const written = new Set([...result.created, ...result.updated]);
  const notices = parent.createEl('ul', { cls: 'regulatory-notices-sources' });
  const titles = new Map(report.sources.flatMap(({ notice, path }) => (notice === null || path === null || !written.has(path) ? [] : [[path, notice.title] as const])));
  drawItems(notices, [...titles], MOST_NOTICES, texts.more, (item, [path, title]) => {
    item.addClass('regulatory-notices-source');
    drawLink(item, app, path, title, close);
  });
}

/** What was not written and why, then everything that was. */
export function drawResult(parent: HTMLElement, app: App, result: ApplyOutcome, texts: Texts, close: () => void): void {
  drawSection(parent, { title: texts.failed, items: result.failed, more: texts.more, open: true, cls: 'is-error' }, (item, { path, reason, message }) => {
    const { settings, record } = JOURNAL_TEXTS[appLanguage()];
    const name = path === SETTINGS_PLACE ? settings.name : path === JOURNAL_PLACE ? record : null;
    item.createSpan({ text: name ?? path });
    // The sentence of a failure speaks of notes.
    addAside(item, [name !== null ? '' : texts.failure[reason], message].filter((part) => part !== '').join(' '));
  });
  // Where all was put back, no file is worth naming but the one that could not be written.
  if (result.rolledBack !== true) drawSection(parent, { title: texts.notDone, items: result.notDone, more: texts.more, open: true, cls: 'is-warning' }, (item, path) => item.setText(path));
  drawSettings(parent, result, texts);
  const open = result.created.length + result.updated.length + result.moved.length + result.trashed.length <= FEW;
  drawSection(parent, { title: texts.writtenNew, items: result.created, more: texts.more, open }, (item, path) => drawLink(item, app, path, path, close));
  drawSection(parent, { title: texts.writtenChanged, items: result.updated, more: texts.more, open }, (item, path) => drawLink(item, app, path, path, close));
  drawSection(parent, { title: texts.writtenMoved, items: result.moved, more: texts.more, open }, (item, path) => item.setText(path));
  drawSection(parent, { title: texts.writtenTrashed, items: result.trashed, more: texts.more, open }, (item, path) => item.setText(path));
}

/** That settings went with the files, and which of them the user had changed meanwhile. */
function drawSettings(parent: HTMLElement, { settings }: ApplyOutcome, { more }: Texts): void {
  const language = appLanguage();
  const { changed, kept } = JOURNAL_TEXTS[language].settings;
  if (settings?.changed === true) parent.createEl('p', { text: changed });
  drawSection(parent, { title: kept, items: settings?.kept ?? [], more, open: true, cls: 'is-warning' }, (item, key) => item.setText(settingName(key, SETTING_TEXTS[language])));
}

/** A link to a note, all that its line holds, which closes the window: the note opens behind it. */
function drawLink(parent: HTMLElement, app: App, path: string, text: string, close: () => void): void {
  parent.addClass('regulatory-notices-link-alone');
  const anchor = parent.createEl('a', { cls: 'internal-link', text, href: path });
  anchor.addEventListener('click', (event) => {
    event.preventDefault();
    close();
    void app.workspace.openLinkText(path, '', Keymap.isModEvent(event));
  });
}
