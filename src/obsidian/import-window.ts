/** The window of an import: the preview, the progress, and what was done. */
import { ButtonComponent, Modal, Notice, ProgressBarComponent, type App } from 'obsidian';
import type { Language } from '../document/diagnostic';
import type { ImportReport } from '../import-notices';
import type { ApplyResult } from '../plan/apply-plan';
import { drawChanges, drawFindings, drawReview, drawSources } from './report-view';
import { drawResult } from './result-view';
import { TEXTS, type Texts } from './texts';

/** Carries out the plan that the window shows; see `applyPlan`. */
export type ApplyReport = (onProgress: (done: number, total: number, path: string) => void, shouldStop: () => boolean) => Promise<ApplyResult>;

/** How long a message stands in the corner, in milliseconds. */
const MESSAGE_TIME = 8000;

export class ImportPreviewModal extends Modal {
  private readonly texts: Texts;
  private isOpen = false;
  private stopAsked = false;

  constructor(
    app: App,
    private readonly report: ImportReport,
    private readonly apply: ApplyReport,
    private readonly language: Language,
  ) {
    super(app);
    this.texts = TEXTS[language];
  }

  override onOpen(): void {
    this.isOpen = true;
    this.modalEl.addClass('regulatory-notices-window');
    this.showPreview();
  }

  override onClose(): void {
    this.isOpen = false;
    this.contentEl.empty();
  }

  private showPreview(): void {
    const { texts, report, language } = this;
    const body = this.startPage(texts.previewTitle);
    const hasChanges = report.plan.changes.length > 0;
    const understood = report.sources.some((source) => source.outcome === 'new' || source.outcome === 'known');
    if (!hasChanges) body.createEl('p', { text: understood ? texts.nothingToDo : texts.nothingUnderstood });
    drawSources(body, report.sources, texts, language);
    if (report.apps.listed > 0) body.createEl('p', { cls: 'regulatory-notices-summary', text: texts.appSummary(report.apps) });
    drawFindings(body, report, texts, language);
    drawReview(body, report, texts, language);
    drawChanges(body, report.plan, texts);

    const buttons = this.contentEl.createDiv('modal-button-container');
    if (hasChanges) {
      new ButtonComponent(buttons).setButtonText(texts.import).setCta().onClick(() => this.runImport());
      new ButtonComponent(buttons).setButtonText(texts.cancel).onClick(() => this.close());
    } else {
      new ButtonComponent(buttons).setButtonText(texts.close).onClick(() => this.close());
    }
  }

  /** Goes on where the window is closed meanwhile; the message in the corner tells how it ended. */
  private async runImport(): Promise<void> {
    const { texts } = this;
    const body = this.startPage(texts.writingTitle);
    const bar = new ProgressBarComponent(body).setValue(0);
    const line = body.createDiv({ cls: 'regulatory-notices-progress', text: texts.progress(0, this.report.plan.changes.length), attr: { 'aria-live': 'polite' } });
    const buttons = this.contentEl.createDiv('modal-button-container');
    new ButtonComponent(buttons).setButtonText(texts.stop).onClick(() => {
      this.stopAsked = true;
    });

    try {
      const result = await this.apply(
        (done, total) => {
          bar.setValue((done / total) * 100);
          line.setText(texts.progress(done, total));
        },
        () => this.stopAsked,
      );
      const summary = texts.summary(countResult(result));
      new Notice(summary, MESSAGE_TIME);
      if (this.isOpen) this.showResult(result, summary);
    } catch (error) {
      console.error(error);
      const message = texts.brokenOff(error instanceof Error ? error.message : String(error));
      new Notice(`${texts.brokenTitle}: ${message}`, 0);
      if (this.isOpen) this.showEnd(texts.brokenTitle, message);
    }
  }

  private showResult(result: ApplyResult, summary: string): void {
    const body = this.showEnd(result.notDone.length > 0 ? this.texts.stoppedTitle : this.texts.resultTitle, summary);
    drawResult(body, this.app, this.report, result, this.texts, () => this.close());
  }

  /** The last page: a sentence, and a way out. */
  private showEnd(title: string, sentence: string): HTMLElement {
    const body = this.startPage(title);
    body.createEl('p', { cls: 'regulatory-notices-summary', text: sentence });
    const buttons = this.contentEl.createDiv('modal-button-container');
    new ButtonComponent(buttons).setButtonText(this.texts.close).setCta().onClick(() => this.close());
    return body;
  }

  private startPage(title: string): HTMLElement {
    this.setTitle(title);
    this.contentEl.empty();
    return this.contentEl.createDiv('regulatory-notices-body');
  }
}

function countResult(result: ApplyResult): Parameters<Texts['summary']>[0] {
  return { created: result.created.length, updated: result.updated.length, trashed: result.trashed.length, failed: result.failed.length, notDone: result.notDone.length };
}
