/** The window of an import: what is to be imported, what was understood and would change, the progress, and what was done. */
import { Modal, Notice, ProgressBarComponent, type App, type ButtonComponent } from 'obsidian';
import type { Language } from '../document/diagnostic';
import type { ImportOptions, ImportReport, ImportSource, OnProgress } from '../import-notices';
import type { PastedText } from '../document/pasted-text';
import type { ReviewPair } from '../plan/review-list';
import { drawAppNotesChoice, type AppNotesChoice } from './app-notes-choice';
import { runApplyPage } from './apply-page';
import type { CarryOut } from './file-work';
import { FileTicks, drawFileTicks } from './file-ticks-view';
import { drawFindings, drawReview, drawSources } from './import-report-view';
import { SourcesPage, type SourceWays } from './import-sources-page';
import { IMPORT_TEXTS, type ImportTexts } from './import-texts';
import { keepPlace } from './kept-place';
import { drawLeftAlone } from './report-view';
import { drawNotices } from './result-view';
import { TEXTS, type Texts } from './texts';
import { drawWatched } from './watched-view';
import { addButtons, buttonRow, drawButtons, showFailure, startPage } from './window-pages';

/** What the window opens with. */
export interface ImportStart {
  readonly sources: readonly ImportSource[];
  readonly url?: string;
  readonly pasted?: PastedText;
  /** Said above the list of sources: what the user asked for and did not get. */
  readonly message?: readonly string[];
  /** Whether the sources are read at once; else the user sees them first. */
  readonly preview: boolean;
}

/** Which apps get notes, and how many that makes. */
export type AppNotesCounts = Readonly<Record<AppNotesChoice, number>>;

/** What the window works with. */
export interface ImportWindowOptions {
  readonly language: Language;
  readonly carryOut: CarryOut;
  readonly ways: SourceWays;
  /** What plans are made with. Where that is another by the time of the import, the plan is made again and shown. */
  readonly settings?: () => unknown;
  /** @param appNotes what the user chose, which counts on the first import; null is as the settings are */
  readonly plan: (sources: readonly ImportSource[], options: ImportOptions, appNotes: AppNotesChoice | null) => Promise<ImportReport>;
  /** What the window is called and its button says, where that is not an import. */
  readonly words?: { readonly title: string; readonly action: string };
  /** The first import of a vault: what both ways come to where they differ or the user has chosen; null where there is nothing to ask. */
  readonly askAppNotes?: (report: ImportReport, sources: readonly ImportSource[], options: ImportOptions, appNotes: AppNotesChoice | null) => Promise<AppNotesCounts | null>;
  readonly keepAppNotes?: (choice: AppNotesChoice) => Promise<void>;
  /** Opens the review of pairs that may be one app. */
  readonly review?: (pairs: readonly ReviewPair[]) => void;
}

/** Ends a planning that nobody waits for any more. */
class PlanningStopped extends Error {}

/** So long a piece of work may hold the window up, in milliseconds. */
const PATIENCE = 40;

/** Goes from the sources to the preview and on to the writing; each change of the user plans again. Closing it drops a planning that is under way. */
export class ImportModal extends Modal {
  private readonly texts: Texts;
  private readonly words: ImportTexts;
  private readonly page: SourcesPage;
  /** Kept as long as the window: a second try leaves out what the first did. */
  private readonly ticks = new FileTicks();
  private report: ImportReport | null = null;
  private counts: AppNotesCounts | null = null;
  /** The settings that the report was made with. */
  private plannedWith: unknown;
  /** The user's answer, kept as long as the window; null until he gives one. */
  private chosen: AppNotesChoice | null = null;
  private isOpen = false;
  /** Counts the plannings: only the last one is shown. */
  private planning = 0;
  private nextButton: ButtonComponent | null = null;

  constructor(
    app: App,
    private readonly start: ImportStart,
    private readonly options: ImportWindowOptions,
  ) {
    super(app);
    const { language, ways } = options;
    this.texts = TEXTS[language];
    this.words = IMPORT_TEXTS[language];
    this.page = new SourcesPage(start.sources, {
      language, ways, url: start.url ?? '', pasted: start.pasted ?? null, message: start.message ?? [],
      onReady: (isReady) => void this.nextButton?.setDisabled(!isReady),
      onNext: () => void this.readSources(),
    });
  }

  override onOpen(): void {
    this.isOpen = true;
    this.page.listenForDrops(this.modalEl);
    if (this.start.preview) void this.readSources();
    else this.showSources();
  }

  override onClose(): void {
    this.isOpen = false;
    this.planning += 1;
    this.page.leave();
    this.contentEl.empty();
  }

  private showSources(): void {
    const { texts, words, page } = this;
    const body = startPage(this, words.title);
    const [next] = addButtons(this, [{ text: words.preview, cta: true, onClick: () => void this.readSources() }], texts.cancel);
    this.nextButton = next ?? null;
    page.draw(body, this.start.url === undefined ? 'paste' : 'url');
  }

  /** Reads and plans, with a page that shows how far it is. */
  private async readSources(): Promise<void> {
    const { texts, words, page } = this;
    page.leave();
    try {
      await page.takePasted();
      const body = startPage(this, words.readingTitle);
      const bar = new ProgressBarComponent(body).setValue(0);
      const line = body.createDiv({ cls: 'regulatory-notices-progress', text: texts.reading(page.sources.length), attr: { 'aria-live': 'polite' } });
      drawButtons(buttonRow(this), [{ text: texts.cancel, onClick: () => this.stopReading() }]);
      const report = await this.planSources((step, done, total) => {
        bar.setValue(total === 0 ? 0 : (step === 'reading' ? 0.7 * done : 0.7 * total + 0.3 * done) / total * 100);
        line.setText(step === 'reading' ? words.readingSources(done, total) : words.planningNotes);
      });
      if (this.isOpen) this.showPreview(report);
    } catch (error) {
      this.showFailure(error);
    }
  }

  /** Nothing is lost: the sources are still in the list. */
  private stopReading(): void {
    this.planning += 1;
    if (this.options.words === undefined) this.showSources();
    else this.close();
  }

  private async planSources(onStep: OnProgress): Promise<ImportReport> {
    const mine = (this.planning += 1);
    let last = performance.now();
    const onProgress: OnProgress = async (step, done, total) => {
      await onStep(step, done, total);
      if (performance.now() - last > PATIENCE) {
        await new Promise((resolve) => window.setTimeout(resolve, 0));
        last = performance.now();
      }
      if (mine !== this.planning) throw new PlanningStopped();
    };
    const { ticks: { restore, leaveOut }, page: { sources }, chosen } = this;
    const options = { restore, leaveOut, onProgress };
    const settings = this.options.settings?.();
    const report = await this.options.plan(sources, options, chosen);
    const counts = (await this.options.askAppNotes?.(report, sources, options, chosen)) ?? null;
    if (mine !== this.planning) throw new PlanningStopped();
    this.counts = counts;
    this.plannedWith = settings;
    return report;
  }

  /** Plans again while the preview stays, for something was ticked or corrected. */
  private async planAgain(body: HTMLElement): Promise<void> {
    const place = keepPlace(body);
    body.addClass('is-planning');
    body.setAttr('aria-busy', 'true');
    for (const button of this.contentEl.querySelectorAll<HTMLButtonElement>('.modal-button-container .mod-cta')) {
      button.disabled = true;
      button.setText(this.words.planningAgain);
    }
    try {
      const report = await this.planSources(() => undefined);
      if (!this.isOpen) return;
      // Where the user went meanwhile is where he stays.
      const now = keepPlace(body);
      const after = this.showPreview(report);
      place(after);
      now(after);
    } catch (error) {
      this.showFailure(error);
    }
  }

  private showPreview(report: ImportReport): HTMLElement {
    const { texts, words, page, ticks, options: { language, words: own } } = this;
    this.report = report;
    const body = startPage(this, own?.title ?? texts.previewTitle);
    body.addClass('regulatory-notices-preview');
    const again = (): void => void this.planAgain(body);
    const hasChanges = report.plan.changes.length > 0;
    const understood = report.sources.some(({ outcome }) => outcome === 'new' || outcome === 'known' || outcome === 'left-out');
    const isEmptied = ticks.leaveOut.size > 0;
    if (!hasChanges && !isEmptied) body.createEl('p', { text: understood ? texts.nothingToDo : texts.nothingUnderstood });
    drawWatched(body, report.watched, words, texts.more);
    drawSources(body, {
      reports: report.sources, sources: page.sources, texts, words, language,
      onCorrect: (index, stated) => {
        page.sources = page.sources.map((source, i) => (i === index ? withStated(source, stated) : source));
        again();
      },
    });
    this.drawChoice(body, again);
    if (report.apps.listed > 0) body.createEl('p', { cls: 'regulatory-notices-summary', text: texts.appSummary(report.apps) });
    drawFindings(body, report, texts, language);
    drawReview(body, report, texts, language);
    drawFileTicks(body, report.plan, ticks, texts, words, again);
    drawLeftAlone(body, { ...report.plan, kept: report.plan.kept.filter(({ reason }) => reason !== 'left-out' && reason !== 'deleted-by-user') }, texts);
    const apply = { text: own?.action ?? texts.import, cta: true, onClick: () => void this.runImport(again) };
    const back = { text: words.back, onClick: () => this.showSources() };
    addButtons(this, [...(hasChanges ? [apply] : []), ...(own === undefined ? [back] : [])], hasChanges ? texts.cancel : texts.close);
    return body;
  }

  private drawChoice(body: HTMLElement, again: () => void): void {
    if (this.counts === null) return;
    drawAppNotesChoice(body, this.counts, this.chosen ?? 'all', this.words, (choice) => {
      this.chosen = choice;
      again();
    });
  }

  private async runImport(again: () => void): Promise<void> {
    const { texts, words, report, options } = this;
    if (report === null) return;
    if (options.settings?.() !== this.plannedWith) {
      new Notice(words.settingsChanged);
      again();
      return;
    }
    if (this.counts !== null && this.chosen !== null) await options.keepAppNotes?.(this.chosen);
    const { review } = options;
    const pairs = report.review;
    await runApplyPage({
      modal: this, texts, total: report.plan.changes.length, work: (...work) => options.carryOut(report.plan, ...work), isOpen: () => this.isOpen,
      titles: { writing: texts.writingTitle, done: texts.resultTitle, stopped: texts.stoppedTitle, broken: texts.brokenTitle },
      nextSteps: review === undefined || pairs.length === 0 ? [] : [{ text: words.review(pairs.length), cta: true, onClick: () => { this.close(); review(pairs); } }],
      retry: () => void this.readSources(),
      drawAbove: (body, result) => {
        drawWatched(body, report.watched, words, texts.more);
        drawNotices(body, this.app, report, result, texts, () => this.close());
      },
    });
  }

  private showFailure(error: unknown): void {
    if (error instanceof PlanningStopped || !this.isOpen) return;
    const { texts, words, options } = this;
    showFailure(this, words.title, error, texts, options.words === undefined ? [{ text: words.back, cta: true, onClick: () => this.showSources() }] : []);
  }
}

function withStated({ stated: _, ...source }: ImportSource, stated: ImportSource['stated']): ImportSource {
  return stated === undefined ? source : { ...source, stated };
}
