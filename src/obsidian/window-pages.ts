/** The pages of a window, one at a time: a title, a body that scrolls, and the buttons below it. */
import { ButtonComponent, type Modal } from 'obsidian';

/** A button below a page. */
export interface PageButton {
  readonly text: string;
  readonly onClick: () => void;
  /** The one that most people want. */
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

/** Puts buttons below the body, in the order given, or where the caller has a place for them. */
export function addButtons(modal: Modal, buttons: readonly PageButton[], row: HTMLElement = modal.contentEl.createDiv('modal-button-container')): ButtonComponent[] {
  return buttons.map(({ text, onClick, cta = false }) => {
    const button = new ButtonComponent(row).setButtonText(text).onClick(onClick);
    return cta ? button.setCta() : button;
  });
}
