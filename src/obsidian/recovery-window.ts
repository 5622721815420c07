/** The window for what was cut off: how far it got, and whether to finish it, to put everything back, or to be asked again. */
import { Modal, type App } from 'obsidian';
import type { Language } from '../document/diagnostic';
import { localTime } from '../plan/local-time';
import { runApplyPage } from './apply-page';
import type { FileWork } from './file-work';
import { JOURNAL_TEXTS } from './journal-texts';
import { drawSection } from './section-view';
import { TEXTS, wordsOfUndo } from './texts';
import type { Unfinished, VaultWork } from './vault-work';
import { addButtons, startPage } from './window-pages';

/** Closed without an answer, it leaves everything as it is, to be asked about again. */
export class RecoveryModal extends Modal {
  private isOpen = false;

  constructor(
    app: App,
    private readonly unfinished: Unfinished,
    private readonly work: VaultWork,
    private readonly language: Language,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.isOpen = true;
    const { unfinished, language, work } = this;
    const { unfinished: texts, action, settings } = JOURNAL_TEXTS[language];
    const { more } = TEXTS[language];
    const { isUndo, files: { done, missing, edited } } = unfinished;
    const [what, when] = [action[unfinished.action], localTime(unfinished.at)];
    const body = startPage(this, isUndo ? texts.titleOfUndo : texts.title);
    body.createEl('p', { text: (isUndo ? texts.leadOfUndo : texts.lead)(what, when) });
    body.createEl('p', { cls: 'regulatory-notices-summary', text: (isUndo ? texts.countsOfUndo : texts.counts)(done.length, missing.length) });
    body.createEl('p', { text: isUndo ? texts.promiseOfUndo : texts.promise });
    if (unfinished.entry.settings !== undefined) body.createEl('p', { text: settings.follow });
    const drawPath = (item: HTMLElement, path: string): void => item.setText(path);
    drawSection(body, { title: texts.edited, items: edited, more, open: true, cls: 'is-warning' }, drawPath);
    drawSection(body, { title: isUndo ? texts.leftOfUndo : texts.left, items: missing, more }, drawPath);
    drawSection(body, { title: isUndo ? texts.doneOfUndo : texts.done, items: done, more }, drawPath);
    addButtons(this, [
      { text: texts.finish, cta: true, onClick: () => void this.recover(work.finish(unfinished), isUndo) },
      { text: isUndo ? texts.rollBackOfUndo : texts.rollBack, onClick: () => void this.recover(work.rollBack(unfinished), !isUndo) },
    ], texts.later);
  }

  override onClose(): void {
    this.isOpen = false;
    this.contentEl.empty();
  }

  /** @param goesBack whether files are put back as they were, or written */
  private async recover(work: FileWork, goesBack: boolean): Promise<void> {
    const forward = TEXTS[this.language];
    const texts = goesBack ? wordsOfUndo(forward) : forward;
    await runApplyPage({
      modal: this, texts, work, total: this.unfinished.changes.length, isOpen: () => this.isOpen,
      titles: goesBack ? texts.undo.titles : JOURNAL_TEXTS[this.language].unfinished.finishing,
    });
  }
}
