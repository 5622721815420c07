/** The window of "Undo last import": what will be taken back, then what was. */
import { Modal, type App } from 'obsidian';
import type { Language } from '../document/diagnostic';
import type { LastApply } from '../plan/undo-last';
import { localTime } from '../plan/local-time';
import { runApplyPage } from './apply-page';
import { JOURNAL_TEXTS } from './journal-texts';
import { drawChanges, isShort } from './report-view';
import { TEXTS, wordsOfUndo } from './texts';
import type { VaultWork } from './vault-work';
import { addButtons, startPage } from './window-pages';

/** Opens on what would be taken back; nothing is written before the user says so. */
export class UndoModal extends Modal {
  private isOpen = false;

  /** @param last null where there is nothing to take back */
  constructor(
    app: App,
    private readonly last: LastApply | null,
    private readonly work: VaultWork,
    private readonly language: Language,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.isOpen = true;
    const { last, language } = this;
    const { undoLast: texts, action, settings } = JOURNAL_TEXTS[language];
    const common = TEXTS[language];
    const body = startPage(this, texts.title);
    if (last === null) {
      body.createEl('p', { text: texts.nothing });
      addButtons(this, [], common.close);
      return;
    }
    body.createEl('p', { cls: 'regulatory-notices-summary', text: texts.lead(action[last.action], localTime(last.at)) });
    body.createEl('p', { text: texts.promise });
    if (last.settings) body.createEl('p', { text: settings.follow });
    // The way back in the words of taking back: what it would create comes back, what it would trash goes again.
    drawChanges(body, last.inverse, { ...common, created: texts.trashed, changed: texts.changed, moved: texts.moved, trashed: texts.created }, isShort(last.inverse));
    addButtons(this, [{ text: texts.action, cta: true, onClick: () => void this.undo(last) }], common.cancel);
  }

  override onClose(): void {
    this.isOpen = false;
    this.contentEl.empty();
  }

  private async undo(last: LastApply): Promise<void> {
    const texts = wordsOfUndo(TEXTS[this.language]);
    await runApplyPage({
      modal: this, texts, titles: texts.undo.titles, total: last.inverse.changes.length, work: this.work.undo(last.at), isOpen: () => this.isOpen,
    });
  }
}
