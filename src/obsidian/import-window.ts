/** The window of an import: the preview, the progress, and what was done. */
import { Modal, type App } from 'obsidian';
import type { Language } from '../document/diagnostic';
import type { ImportReport } from '../import-notices';
import type { ReviewPair } from '../plan/review-list';
import { drawAppNotesChoice, type AppNotesChoice } from './app-notes-choice';
import { runApplyPage } from './apply-page';
import type { CarryOut } from './file-work';
import { IMPORT_TEXTS, type ImportTexts } from './import-texts';
import { drawChanges, drawFindings, drawReview, drawSources } from './report-view';
import { drawNotices, drawResult } from './result-view';
import { TEXTS, type Texts } from './texts';
import { drawWatched } from './watched-view';
import { addButtons, startPage } from './window-pages';

export interface ImportWindowOptions {
  readonly language: Language;
  readonly carryOut: CarryOut;
  /** What the window is called and its button says, where that is not an import. */
  readonly words?: { readonly title: string; readonly action: string };
  /** The first import of a vault: both ways as reports, and a place to keep what the user chose. */
  readonly appNotes?: { readonly reports: Readonly<Record<AppNotesChoice, ImportReport>>; readonly keep: (choice: AppNotesChoice) => Promise<void> };
  /** Reads and plans the same sources again, as vault and settings are by then. */
  readonly again?: () => Promise<ImportReport>;
  /** Opens the review of pairs that may be one app. */
  readonly review?: (pairs: readonly ReviewPair[]) => void;
}

export class ImportPreviewModal extends Modal {
  private readonly texts: Texts;
  private readonly importTexts: ImportTexts;
  private chosen: AppNotesChoice = 'all';
  private isOpen = false;
  /** Asked once: a second try goes by what was chosen. */
  private isChosen = false;

  constructor(
    app: App,
    private report: ImportReport,
    private readonly options: ImportWindowOptions,
  ) {
    super(app);
    this.texts = TEXTS[options.language];
    this.importTexts = IMPORT_TEXTS[options.language];
  }

  override onOpen(): void {
    this.isOpen = true;
    this.showPreview();
  }

  override onClose(): void {
    this.isOpen = false;
    this.contentEl.empty();
  }

  private showPreview(): HTMLElement {
    const { texts, report, options: { language, words } } = this;
    const body = startPage(this, words?.title ?? texts.previewTitle);
    const hasChanges = report.plan.changes.length > 0;
    const understood = report.sources.some((source) => source.outcome === 'new' || source.outcome === 'known');
    if (!hasChanges) body.createEl('p', { text: understood ? texts.nothingToDo : texts.nothingUnderstood });
    drawWatched(body, report.watched, this.importTexts, texts.more);
    drawSources(body, report.sources, texts, language);
    this.drawChoice(body);
    if (report.apps.listed > 0) body.createEl('p', { cls: 'regulatory-notices-summary', text: texts.appSummary(report.apps) });
    drawFindings(body, report, texts, language);
    drawReview(body, report, texts, language);
    drawChanges(body, report.plan, texts);
    const close = { text: hasChanges ? texts.cancel : texts.close, onClick: () => this.close() };
    addButtons(this, hasChanges ? [{ text: words?.action ?? texts.import, cta: true, onClick: () => void this.runImport() }, close] : [close]);
    return body;
  }

  private drawChoice(body: HTMLElement): void {
    const { appNotes } = this.options;
    if (appNotes === undefined || this.isChosen) return;
    const { reports } = appNotes;
    drawAppNotesChoice(body, { all: reports.all.apps.created, notable: reports.notable.apps.created }, this.chosen, this.importTexts, (choice) => {
      this.chosen = choice;
      this.report = reports[choice];
      this.showPreview().querySelector<HTMLElement>(`input[value="${choice}"]`)?.focus();
    });
  }

  private async runImport(): Promise<void> {
    const { texts, report, options } = this;
    if (options.appNotes !== undefined && !this.isChosen) await options.appNotes.keep(this.chosen);
    this.isChosen = true;
    const { review, again } = options;
    const pairs = report.review;
    await runApplyPage({
      modal: this, texts, total: report.plan.changes.length, work: (...work) => options.carryOut(report.plan, ...work), isOpen: () => this.isOpen,
      titles: { writing: texts.writingTitle, done: texts.resultTitle, stopped: texts.stoppedTitle, broken: texts.brokenTitle },
      nextSteps: review === undefined || pairs.length === 0 ? [] : [{ text: this.importTexts.review(pairs.length), cta: true, onClick: () => { this.close(); review(pairs); } }],
      ...(again === undefined ? {} : { retry: () => void this.planAgain(again) }),
      drawDone: (body, result) => {
        drawWatched(body, report.watched, this.importTexts, texts.more);
        drawNotices(body, this.app, report, result, () => this.close());
        drawResult(body, this.app, result, texts, () => this.close());
      },
    });
  }

  private async planAgain(again: () => Promise<ImportReport>): Promise<void> {
    const { texts } = this;
    startPage(this, texts.previewTitle).createEl('p', { text: texts.reading(this.report.sources.length) });
    try {
      this.report = await again();
      if (this.isOpen) this.showPreview();
    } catch (error) {
      console.error(error);
      if (!this.isOpen) return;
      startPage(this, texts.previewTitle).createEl('p', { text: texts.readFailed(error instanceof Error ? error.message : String(error)) });
      addButtons(this, [{ text: texts.close, cta: true, onClick: () => this.close() }]);
    }
  }
}
