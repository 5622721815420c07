/** The pages of a window, one at a time: a title, a body that scrolls, and the buttons below it. */
import { ButtonComponent, type Modal } from 'obsidian';
import { messageOf } from '../document/message-of';
import type { Texts } from './texts';

/** A button below a page. */
export interface PageButton {
  readonly text: string;
  readonly onClick: () => void;
  /** What most people want: it stands out, and there is one at most. */
  readonly cta?: boolean;
}

/** Clears the window for its next page and gives the body. The keyboard stays in the window: a page's buttons go with it, and the focus with them. */
export function startPage(modal: Modal, title: string): HTMLElement {
  modal.modalEl.addClass('regulatory-notices-window');
  modal.setTitle(title);
  modal.contentEl.empty();
  const body = modal.contentEl.createDiv({ cls: 'regulatory-notices-body', attr: { tabindex: -1 } });
  body.focus({ preventScroll: true });
  return body;
}

/**
 * Puts buttons below the body in the order of the app's own windows: what most people want first, the way out last.
 * Where no step is what most people want, it is the way out.
 * @param wayOut the words of the button that closes the window
 */
export function addButtons(modal: Modal, steps: readonly PageButton[], wayOut: string): ButtonComponent[] {
  const close = { text: wayOut, onClick: () => modal.close() };
  const first = steps.find(({ cta }) => cta === true);
  const buttons = first === undefined ? [{ ...close, cta: true }, ...steps] : [first, ...steps.filter((step) => step !== first).map((step) => ({ ...step, cta: false })), close];
  return drawButtons(buttonRow(modal), buttons);
}

/** The page of what went wrong before anything was written: its sentence, and the console's copy of the error. */
export function showFailure(modal: Modal, title: string, error: unknown, { readFailed, close }: Texts, steps: readonly PageButton[] = []): void {
  console.error(error);
  startPage(modal, title).createEl('p', { text: readFailed(messageOf(error)) });
  addButtons(modal, steps, close);
}

/** The row below the body. */
export function buttonRow(modal: Modal): HTMLElement {
  return modal.contentEl.createDiv('modal-button-container');
}

/** Puts buttons into a row in the order given. */
export function drawButtons(row: HTMLElement, buttons: readonly PageButton[]): ButtonComponent[] {
  return buttons.map(({ text, onClick, cta = false }) => {
    const button = new ButtonComponent(row).setButtonText(text).onClick(onClick);
    return cta ? button.setCta() : button;
  });
}
