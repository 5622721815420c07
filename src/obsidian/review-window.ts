/** The window of the review: pair by pair, one key each, and everything is written at the end or not at all. */
import { Modal, Notice, type App, type ButtonComponent } from 'obsidian';
import type { AppDetails } from '../plan/app-details';
import { sideId, type ReviewDecision } from '../plan/decide-review';
import type { Plan } from '../plan/plan';
import type { ReviewPair, ReviewSide } from '../plan/review-list';
import { runApplyPage } from './apply-page';
import type { CarryOut } from './file-work';
import { drawDiagnostics } from './report-view';
import { drawPair, isLikely } from './review-pair-view';
import { back, decide, decisionOf, skip, startReview, undo, type ReviewSession } from './review-session';
import { drawDecisions, type DecisionsToDraw } from './review-summary-view';
import { REVIEW_TEXTS, type ReviewTexts } from './review-texts';
import { TEXTS, type Texts } from './texts';
import { addButtons, buttonRow, drawButtons, showFailure, startPage } from './window-pages';

/** What the window works with. */
export interface ReviewWindowOptions extends Omit<DecisionsToDraw, 'plan'> {
  readonly plan: (decisions: readonly ReviewDecision[]) => Promise<Plan>;
  readonly readApp: (path: string) => Promise<AppDetails | null>;
  readonly carryOut: CarryOut;
  /** Name of the property in which notes say that they are not the same. */
  readonly notSameAs: string;
}

/** Closed before its end, it writes nothing. */
export class ReviewModal extends Modal {
  private readonly texts: ReviewTexts;
  private readonly common: Texts;
  private session: ReviewSession;
  private page: 'pairs' | 'summary' | 'end' = 'pairs';
  private isOpen = false;
  private redraw: () => void = () => undefined;

  constructor(
    app: App,
    private readonly options: ReviewWindowOptions,
  ) {
    super(app);
    this.texts = REVIEW_TEXTS[options.language];
    this.common = TEXTS[options.language];
    this.session = startReview(options.pairs.map(({ a, b }) => ({ a: sideId(a), b: sideId(b) })));
    const moves: Readonly<Record<string, (session: ReviewSession) => ReviewSession>> = {
      j: (session) => decide(session, 'join'), k: this.keepApart, s: skip, ArrowRight: skip, ArrowLeft: back, u: undo,
    };
    for (const [key, move] of Object.entries(moves)) {
      this.scope.register([], key, () => {
        if (this.page !== 'pairs' || options.pairs.length === 0) return;
        this.go(move);
        return false;
      });
    }
  }

  override onOpen(): void {
    this.isOpen = true;
    this.modalEl.addClass('regulatory-notices-review');
    if (this.options.pairs.length === 0) this.showNothing();
    else this.showPairs();
  }

  /** Decisions that are not written yet are shown first: a slip of the Escape key must not cost them. */
  override close(): void {
    if (this.page === 'pairs' && this.session.decided.length > 0) {
      this.showSummary();
      return;
    }
    if (this.page === 'summary' && this.session.decided.length > 0) new Notice(this.texts.discarded(this.session.decided.length));
    this.page = 'end';
    super.close();
  }

  override onClose(): void {
    this.isOpen = false;
    this.contentEl.empty();
  }

  /** Only notes can say that they are not the same. */
  private canKeepApart(pair: ReviewPair | undefined): boolean {
    return pair !== undefined && pair.a.path !== null && pair.b.path !== null;
  }

  private readonly keepApart: Move = (session) => (this.canKeepApart(this.options.pairs[session.at]) ? decide(session, 'apart') : session);

  private go(move: (session: ReviewSession) => ReviewSession): void {
    this.session = move(this.session);
    if (this.session.at >= this.session.pairs.length) this.showSummary();
    else this.redraw();
  }

  private showNothing(): void {
    this.page = 'end';
    startPage(this, this.texts.command).createEl('p', { text: this.texts.nothing });
    addButtons(this, [], this.common.close);
  }

  private showPairs(): void {
    const { texts } = this;
    this.page = 'pairs';
    const body = startPage(this, texts.title);
    const bar = this.contentEl.createDiv('regulatory-notices-review-bar');
    this.contentEl.insertBefore(bar, body);
    const progress = bar.createSpan({ cls: 'regulatory-notices-progress', attr: { 'aria-live': 'polite' } });
    const said = bar.createSpan({ cls: 'regulatory-notices-badge' });
    const [undoButton] = drawKeyButtons(bar, [[texts.undo, 'U', undo]], (move) => this.go(move));
    bar.createEl('button', { text: texts.finish }).addEventListener('click', () => this.showSummary());
    const [joinButton, apartButton, , backButton] = drawKeyButtons(buttonRow(this), [
      [texts.decide.join, 'J', (session) => decide(session, 'join')], [texts.decide.apart, 'K', this.keepApart], [texts.skip, 'S', skip], [texts.back, '←', back],
    ], (move) => this.go(move));
    this.redraw = () => {
      const { session } = this;
      progress.setText(texts.progress(session.at + 1, session.pairs.length));
      const decision = decisionOf(session, session.at);
      said.setText(decision === null ? '' : texts.said[decision]);
      said.toggleClass('is-empty', decision === null);
      backButton?.setDisabled(back(session).at === session.at);
      undoButton?.setDisabled(session.decided.length === 0);
      apartButton?.setDisabled(!this.canKeepApart(this.options.pairs[session.at]));
      // A button that is no longer there to press gives the keys back to the pair.
      const focused = this.contentEl.doc.activeElement;
      if (!this.contentEl.contains(focused) || focused?.hasAttribute('disabled') === true) body.focus({ preventScroll: true });
      void this.drawCurrent(body, joinButton);
    };
    this.redraw();
  }

  private async drawCurrent(body: HTMLElement, joinButton: ButtonComponent | undefined): Promise<void> {
    const { at } = this.session;
    const pair = this.options.pairs[at];
    if (pair === undefined) return;
    const readApp = ({ path }: ReviewSide): Promise<AppDetails | null> => (path === null ? Promise.resolve(null) : this.options.readApp(path));
    const apps = await Promise.all([readApp(pair.a), readApp(pair.b)] as const);
    // The user may have gone on while the notes were read.
    if (this.session.at !== at || this.page !== 'pairs') return;
    body.empty();
    body.scrollTop = 0;
    drawPair(body, pair, apps, this.texts, this.options.language);
    // Two that are not likely one app are the user's to judge: no answer stands out.
    if (isLikely(pair)) joinButton?.setCta();
    else joinButton?.removeCta();
    const means = this.texts.means(this.options.notSameAs);
    for (const text of [means.join, this.canKeepApart(pair) ? means.apart : this.texts.apartNeedsNotes]) body.createDiv({ cls: 'regulatory-notices-aside', text });
  }

  private showSummary(): void {
    const { texts, session, options } = this;
    const decisions = session.decided.flatMap(({ pair, kind }): ReviewDecision[] => {
      const sides = options.pairs[pair];
      return sides === undefined ? [] : [{ kind, a: sides.a, b: sides.b }];
    });
    // What was looked at is what is written: the files are found once.
    let planned: Promise<Plan> | null = null;
    const plan = (): Promise<Plan> =>
      (planned ??= options.plan(decisions).catch((error: unknown) => {
        // A vault that could not be read this time is asked again.
        planned = null;
        throw error;
      }));
    this.page = 'summary';
    const body = startPage(this, texts.summaryTitle);
    if (decisions.length === 0) body.createEl('p', { text: texts.noDecisions });
    else drawDecisions(body, session, { ...options, plan }, texts, this.common);
    const again = { text: texts.backToReview, onClick: () => { this.session = { ...this.session, at: Math.min(this.session.at, this.session.pairs.length - 1) }; this.showPairs(); } };
    if (decisions.length === 0) addButtons(this, [again], this.common.close);
    else addButtons(this, [{ text: texts.apply(decisions.length), cta: true, onClick: () => void this.apply(plan) }, again], texts.discard);
  }

  private async apply(makePlan: () => Promise<Plan>): Promise<void> {
    const { texts, common, options } = this;
    startPage(this, texts.titles.writing).createEl('p', { text: texts.planning });
    this.page = 'end';
    const plan = await makePlan().catch((error: unknown) => showFailure(this, texts.titles.broken, error, common));
    if (plan === undefined) return;
    await runApplyPage({
      modal: this, texts: common, total: plan.changes.length, work: (...work) => options.carryOut(plan, ...work), isOpen: () => this.isOpen,
      titles: texts.titles,
      retry: () => this.showSummary(),
      drawAbove: (body) => drawDiagnostics(body, plan.diagnostics, common, options.language),
    });
  }
}

type Move = (session: ReviewSession) => ReviewSession;

/** Buttons that say their key. */
function drawKeyButtons(row: HTMLElement, buttons: readonly (readonly [text: string, key: string, move: Move])[], go: (move: Move) => void): ButtonComponent[] {
  return drawButtons(row, buttons.map(([text, , move]) => ({ text, onClick: () => go(move) }))).map((button, i) => {
    const key = buttons[i]?.[1] ?? '';
    button.buttonEl.createEl('kbd', { text: key, attr: { 'aria-hidden': 'true' } });
    return button;
  });
}
