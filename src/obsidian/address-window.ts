/** Asks for the address of a notice. */
import { ButtonComponent, Modal, TextComponent, type App } from 'obsidian';
import { httpAddress } from '../document/web-address';
import type { UrlTexts } from './url-texts';

const ADDRESS_START = 'https://';

export class AddressModal extends Modal {
  private input: TextComponent | null = null;
  private warning: HTMLElement | null = null;

  /** @param given what stands in the field at first; nothing is fetched before the user says so */
  constructor(
    app: App,
    private readonly texts: UrlTexts,
    private readonly onAddress: (address: string) => void,
    private readonly given = '',
  ) {
    super(app);
  }

  override onOpen(): void {
    this.modalEl.addClass('regulatory-notices-window');
    this.setTitle(this.texts.title);
    const body = this.contentEl.createDiv('regulatory-notices-body');
    body.createEl('p', { cls: 'regulatory-notices-aside', text: this.texts.explanation });
    this.input = new TextComponent(body).setPlaceholder(ADDRESS_START).setValue(this.given);
    this.input.inputEl.addClass('regulatory-notices-address');
    // Fields of the type `url` have no style in the app; a phone shows the right keys by this alone.
    this.input.inputEl.setAttr('inputmode', 'url');
    this.input.inputEl.setAttr('aria-label', this.texts.field);
    this.input.inputEl.addEventListener('keydown', (event) => {
      // The key that ends the writing of a Chinese word is no answer.
      if (event.key === 'Enter' && !event.isComposing) this.submit();
    });
    this.warning = body.createEl('p', { cls: 'regulatory-notices-warning', attr: { role: 'alert' } });
    const buttons = this.contentEl.createDiv('modal-button-container');
    new ButtonComponent(buttons).setButtonText(this.texts.fetch).setCta().onClick(() => this.submit());
    new ButtonComponent(buttons).setButtonText(this.texts.cancel).onClick(() => this.close());
    this.input.inputEl.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private submit(): void {
    const address = httpAddress(this.input?.getValue().trim() ?? '');
    if (address === null) {
      this.warning?.setText(this.texts.notAnAddress);
      return;
    }
    this.close();
    this.onAddress(address.href);
  }
}
