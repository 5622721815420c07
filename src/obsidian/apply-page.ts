/** The page that carries a plan out: progress, a way to stop, then what was done, a way back, and a way to try again. */
import { messageOf } from '../document/message-of';
import { Notice, ProgressBarComponent, type Modal } from 'obsidian';
import type { ApplyResult } from '../plan/apply-plan';
import { SETTINGS_PLACE } from '../plan/settings-step';
import { vaultPath } from '../vault-path';
import { WorkRefused, type ApplyOutcome, type FileWork } from './file-work';
import { JOURNAL_TEXTS } from './journal-texts';
import { drawResult } from './result-view';
import { appLanguage, wordsOfUndo, type Texts } from './texts';
import { addButtons, buttonRow, drawButtons, startPage, type PageButton } from './window-pages';

/** Titles of the page: while it writes, when all is done, when the user stopped it, when the host broke it off. */
export interface ApplyTitles {
  readonly writing: string;
  readonly done: string;
  readonly stopped: string;
  readonly broken: string;
}

/** What the page works with. */
export interface ApplyPage {
  readonly modal: Modal;
  readonly texts: Texts;
  readonly titles: ApplyTitles;
  /** Number of files, for the first line of the progress. */
  readonly total: number;
  readonly work: FileWork;
  /** Whether the window is still there to show the end. */
  readonly isOpen: () => boolean;
  /** Draws what stands between the summary and the files. */
  readonly drawAbove?: (body: HTMLElement, result: ApplyOutcome) => void;
  /** What the user may do next, beside closing the window. */
  readonly nextSteps?: readonly PageButton[];
  /** Plans again; offered where a file was left out or the work broke off. */
  readonly retry?: () => void;
}

/** How long a message stands in the corner, in milliseconds. */
const MESSAGE_TIME = 8000;

/** Goes on where the window is closed meanwhile; the message in the corner tells how it ended. Gives null where it broke off. */
export async function runApplyPage(page: ApplyPage): Promise<ApplyResult | null> {
  const { modal, texts, titles, total } = page;
  let stopAsked = false;
  const body = startPage(modal, titles.writing);
  const bar = new ProgressBarComponent(body).setValue(0);
  const line = body.createDiv({ cls: 'regulatory-notices-progress', text: texts.progress(0, total), attr: { 'aria-live': 'polite' } });
  drawButtons(buttonRow(modal), [{ text: texts.stop, onClick: () => (stopAsked = true) }]);
  try {
    const result = await page.work(
      (done, all) => {
        bar.setValue((done / all) * 100);
        line.setText(texts.progress(done, all));
      },
      () => stopAsked,
    );
    const summary = isBroken(result) ? sentenceOfBreak(result, texts) : summaryOf(result, texts);
    new Notice(summary, MESSAGE_TIME);
    if (page.isOpen()) {
      const end = showEnd(page, titleOf(page, result), summary, nextStepsAfter(page, result));
      page.drawAbove?.(end, result);
      drawResult(end, modal.app, result, wordsFor(result, texts), () => modal.close());
    }
    return result;
  } catch (error) {
    if (!(error instanceof WorkRefused)) console.error(error);
    const message = error instanceof WorkRefused ? texts.undo.refused[error.why] : texts.brokenOff(messageOf(error));
    new Notice(`${titles.broken}${appLanguage() === 'zh' ? '：' : ': '}${message}`, 0);
    if (page.isOpen()) showEnd(page, titles.broken, message, againStep(page));
    return null;
  }
}

/** What the page offers, another try where something is missing, and the way back where anything was done. */
function nextStepsAfter(page: ApplyPage, result: ApplyOutcome): readonly PageButton[] {
  const { takeBack } = result;
  // Where nothing was written there is nothing to go on with.
  if (isBroken(result)) return againStep(page);
  const undo = { text: page.texts.undo.button, onClick: () => void (takeBack !== undefined && runUndo(page, takeBack, countDone(result))) };
  return [...(result.failed.length > 0 ? againStep(page) : result.notDone.length > 0 ? againStep(page, false) : []), ...(page.nextSteps ?? []), ...(takeBack === undefined || !isAnyDone(result) ? [] : [undo])];
}

/** Done is said of what was: files that could not be written are another end. */
function titleOf({ titles, texts, total }: ApplyPage, result: ApplyOutcome): string {
  if (isBroken(result)) return titles.broken;
  if (result.notDone.length > 0) return titles.stopped;
  if (!isAnyDone(result) && (result.failed.length > 0 || total === 0)) return texts.nothingTitle;
  return result.failed.length > 0 ? texts.partlyTitle : titles.done;
}

/** A file that was edited since can hold links to notes that went only where any went. */
function wordsFor({ trashed, moved }: ApplyOutcome, texts: Texts): Texts {
  const { words, changedAlone } = texts.undo;
  return texts.failure !== words.failure || trashed.length + moved.length > 0 ? texts : { ...texts, failure: { ...texts.failure, 'changed-since-preview': changedAlone } };
}

function isAnyDone(result: ApplyOutcome): boolean {
  return countDone(result) > 0 || result.settings?.changed === true;
}

function isBroken({ rolledBack, interrupted }: ApplyOutcome): boolean {
  return rolledBack === true || interrupted === true;
}

function sentenceOfBreak({ interrupted, failed }: ApplyOutcome, { undo }: Texts): string {
  if (interrupted === true) return undo.interrupted;
  const [{ path, message } = { path: '', message: '' }] = failed;
  if (path === SETTINGS_PLACE) return undo.settingsFailed;
  // Such a folder may be in the vault, and imports follow the notes in it. What the disk says comes with a code.
  return path !== '' && vaultPath(path) === null && !/^E[A-Z]{3,}\b/.test(message) ? undo.badName : undo.rolledBack;
}

/** @param cta who stopped by himself is not urged to go on */
function againStep({ retry, texts }: ApplyPage, cta = true): readonly PageButton[] {
  return retry === undefined ? [] : [{ text: texts.undo.tryAgain, cta, onClick: retry }];
}

/** Takes back what was done, on a page of its own. */
async function runUndo({ modal, texts, isOpen }: ApplyPage, work: FileWork, total: number): Promise<void> {
  await runApplyPage({ modal, texts: wordsOfUndo(texts), titles: texts.undo.titles, total, work, isOpen });
}

/** Where no file was to be changed there is none to count. */
function summaryOf(result: ApplyOutcome, texts: Texts): string {
  if (countDone(result) + result.failed.length + result.notDone.length > 0) return texts.summary(countResult(result));
  return result.settings?.changed === true ? JOURNAL_TEXTS[appLanguage()].settings.changed : texts.nothingDone;
}

function countResult({ created, updated, moved, trashed, failed, notDone }: ApplyResult): Parameters<Texts['summary']>[0] {
  return { created: created.length, updated: updated.length, moved: moved.length, trashed: trashed.length, failed: failed.length, notDone: notDone.length };
}

function countDone({ created, updated, moved, trashed }: ApplyResult): number {
  return created.length + updated.length + moved.length + trashed.length;
}

/** The last page: a sentence, what may come next, and a way out. */
function showEnd({ modal, texts }: ApplyPage, title: string, sentence: string, nextSteps: readonly PageButton[] = []): HTMLElement {
  const body = startPage(modal, title);
  body.createEl('p', { cls: 'regulatory-notices-summary', text: sentence });
  addButtons(modal, nextSteps, texts.close);
  return body;
}
