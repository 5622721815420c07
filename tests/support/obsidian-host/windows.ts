import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { Scope } from './scope';

/** A modal window. As in the app it stays until someone closes it: a click on a button inside does not. */
export class Modal implements HostOf<Obsidian.Modal> {
  readonly containerEl: HTMLElement;
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  readonly scope = new Scope() as unknown as Obsidian.Scope;
  shouldRestoreSelection = true;
  private closeCallback: (() => unknown) | null = null;
  private isOpen = false;

  constructor(readonly app: Obsidian.App) {
    this.containerEl = createDiv('modal-container');
    const background = this.containerEl.createDiv('modal-bg');
    this.modalEl = this.containerEl.createDiv({ cls: 'modal', attr: { role: 'dialog', 'aria-modal': 'true' } });
    const header = this.modalEl.createDiv('modal-header');
    this.titleEl = header.createDiv('modal-title');
    const cross = this.modalEl.createDiv({ cls: 'modal-close-button', attr: { 'aria-label': 'Close' } });
    this.contentEl = this.modalEl.createDiv('modal-content');
    background.addEventListener('click', () => this.close());
    cross.addEventListener('click', () => this.close());
  }

  /** Only the window in front has the keys. */
  private readonly onKey = (event: Event): void => {
    // A message in the corner stands above the windows and takes no key.
    if ([...activeDocument.body.querySelectorAll('.modal-container')].at(-1) !== this.containerEl) return;
    if ((event as KeyboardEvent).key === 'Escape') this.close();
    else (this.scope as unknown as Scope).handleKey(event as KeyboardEvent);
  };

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    activeDocument.body.appendChild(this.containerEl);
    activeDocument.addEventListener('keydown', this.onKey);
    void this.onOpen();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    activeDocument.removeEventListener('keydown', this.onKey);
    this.containerEl.detach();
    this.onClose();
    this.closeCallback?.();
  }

  // For the plugin to fill.
  onOpen(): Promise<void> | void {}
  onClose(): void {}

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }
}

/** A message in the corner. Shown for its time; 0 is until it is hidden. */
export class Notice implements HostOf<Obsidian.Notice> {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  readonly noticeEl: HTMLElement;

  constructor(message: string | DocumentFragment, duration = 4000) {
    const { body } = activeDocument;
    this.containerEl = body.querySelector<HTMLElement>('.notice-container') ?? body.createDiv('notice-container');
    this.noticeEl = this.containerEl.createDiv('notice');
    this.messageEl = this.noticeEl.createDiv('notice-message');
    this.messageEl.setText(message);
    this.noticeEl.addEventListener('click', () => this.hide());
    if (duration > 0) setTimeout(() => this.hide(), duration);
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    this.noticeEl.detach();
  }
}
