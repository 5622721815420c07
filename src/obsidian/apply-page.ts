/** The page that carries a plan out: progress, a way to stop, then what was done, and a way back. */
import { Notice, ProgressBarComponent, type Modal } from 'obsidian';
import type { ApplyResult } from '../plan/apply-plan';
import { invertPlan } from '../plan/invert-plan';
import type { Plan } from '../plan/plan';
import { drawResult } from './result-view';
import type { Texts } from './texts';
import { saveOpenNotes } from './vault-adapter';
import { addButtons, startPage, type PageButton } from './window-pages';

/** Carries out the plan that a window shows; see `applyPlan`. */
export type CarryOut = (plan: Plan, onProgress: (done: number, total: number, path: string) => void, shouldStop: () => boolean) => Promise<ApplyResult>;

export interface ApplyTitles {
  readonly writing: string;
  readonly done: string;
  readonly stopped: string;
  readonly broken: string;
}

export interface ApplyPage {
  readonly modal: Modal;
  readonly texts: Texts;
  readonly titles: ApplyTitles;
  readonly plan: Plan;
  readonly carryOut: CarryOut;
  /** Whether the window is still there to show the end. */
  readonly isOpen: () => boolean;
  /** Draws what was done below its summary. */
  readonly drawDone: (body: HTMLElement, result: ApplyResult) => void;
  /** What the user may do next, beside closing the window. */
  readonly nextSteps?: readonly PageButton[];
  /** Left out where what was done can be taken back; true where it is itself the taking back. */
  readonly isUndo?: boolean;
}

/** How long a message stands in the corner, in milliseconds. */
const MESSAGE_TIME = 8000;

/** Goes on where the window is closed meanwhile; the message in the corner tells how it ended. Gives null where it broke off. */
export async function runApplyPage(page: ApplyPage): Promise<ApplyResult | null> {
  const { modal, texts, titles, plan } = page;
  let stopAsked = false;
  const body = startPage(modal, titles.writing);
  const bar = new ProgressBarComponent(body).setValue(0);
  const line = body.createDiv({ cls: 'regulatory-notices-progress', text: texts.progress(0, plan.changes.length), attr: { 'aria-live': 'polite' } });
  addButtons(modal, [{ text: texts.stop, onClick: () => (stopAsked = true) }]);
  try {
    const result = await page.carryOut(
      plan,
      (done, all) => {
        bar.setValue((done / all) * 100);
        line.setText(texts.progress(done, all));
      },
      () => stopAsked,
    );
    const summary = texts.summary({ created: result.created.length, updated: result.updated.length, trashed: result.trashed.length, failed: result.failed.length, notDone: result.notDone.length });
    new Notice(summary, MESSAGE_TIME);
    if (page.isOpen()) page.drawDone(showEnd(page, result.notDone.length > 0 ? titles.stopped : titles.done, summary, nextStepsAfter(page, result)), result);
    return result;
  } catch (error) {
    console.error(error);
    const message = texts.brokenOff(error instanceof Error ? error.message : String(error));
    new Notice(`${titles.broken}: ${message}`, 0);
    if (page.isOpen()) showEnd(page, titles.broken, message);
    return null;
  }
}

/** What the page offers, and the way back where anything was done. */
function nextStepsAfter(page: ApplyPage, result: ApplyResult): readonly PageButton[] {
  const steps = page.nextSteps ?? [];
  const isDone = result.created.length + result.updated.length + result.trashed.length > 0;
  return page.isUndo === true || !isDone ? steps : [...steps, { text: page.texts.undo.button, onClick: () => void runUndo(page, result) }];
}

/** Takes back what was done, on a page of its own. */
async function runUndo(page: ApplyPage, result: ApplyResult): Promise<void> {
  const { modal } = page;
  const texts: Texts = { ...page.texts, ...page.texts.undo.words };
  await runApplyPage({
    modal, texts, titles: texts.undo.titles, isOpen: page.isOpen, isUndo: true,
    plan: invertPlan(page.plan, result),
    // What was typed since into a new note must be in its file before the file is compared and trashed.
    carryOut: async (...work) => {
      await saveOpenNotes(modal.app);
      return page.carryOut(...work);
    },
    drawDone: (body, undone) => drawResult(body, modal.app, undone, texts, () => modal.close()),
  });
}

/** The last page: a sentence, what may come next, and a way out. */
function showEnd({ modal, texts }: ApplyPage, title: string, sentence: string, nextSteps: readonly PageButton[] = []): HTMLElement {
  const body = startPage(modal, title);
  body.createEl('p', { cls: 'regulatory-notices-summary', text: sentence });
  addButtons(modal, [...nextSteps, { text: texts.close, cta: !nextSteps.some(({ cta }) => cta === true), onClick: () => modal.close() }]);
  return body;
}
