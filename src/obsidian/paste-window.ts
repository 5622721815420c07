/** A box to paste a list into: where the clipboard cannot be read, or holds no list. */
import { Modal, type App } from 'obsidian';
import { describeDiagnostic, type Diagnostic, type Language } from '../document/diagnostic';
import type { PastedText } from '../document/pasted-text';
import { CLIPBOARD_TEXTS } from './clipboard-texts';
import { readPasteEvent } from './read-clipboard';
import { TEXTS } from './texts';
import { addButtons, startPage } from './window-pages';

/** What the box works with. */
export interface PasteWindowOptions {
  readonly language: Language;
  /** Why the box is there. */
  readonly reason: string;
  /** Tries what was pasted; gives what stands in the way, or null where it went on, and the box is done. */
  readonly tryList: (pasted: PastedText) => Promise<readonly Diagnostic[] | null>;
}

/** Stays open until a list was understood or the user closes it. */
export class PasteModal extends Modal {
  constructor(
    app: App,
    private readonly options: PasteWindowOptions,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { language, reason, tryList } = this.options;
    const texts = CLIPBOARD_TEXTS[language];
    const body = startPage(this, texts.title);
    const message = body.createDiv({ attr: { role: 'status' } });
    message.createEl('p', { text: reason });
    const field = body.createEl('label', { cls: 'regulatory-notices-field' });
    field.createDiv({ text: texts.label });
    const box = field.createEl('textarea', { attr: { rows: 8 } });
    body.createEl('p', { cls: 'regulatory-notices-aside', text: texts.hint });
    // The box shows text; the table that came with it is kept beside, until the user types.
    let pasted: PastedText | null = null;
    const read = async (): Promise<void> => {
      const problems = await tryList(pasted !== null && pasted.text === box.value ? pasted : { html: null, text: box.value });
      if (problems === null) {
        this.close();
        return;
      }
      message.empty();
      message.createEl('p', { cls: 'regulatory-notices-problem', text: texts.noList });
      for (const problem of problems) message.createEl('p', { cls: 'regulatory-notices-aside', text: describeDiagnostic(problem, language) });
    };
    const [button] = addButtons(this, [{ text: texts.read, cta: true, onClick: () => void read() }], TEXTS[language].cancel);
    button?.setDisabled(true);
    box.addEventListener('paste', (event) => {
      const found = readPasteEvent(event);
      if (found === null) return;
      event.preventDefault();
      box.value = found.text;
      // The browser writes line ends its own way; what stands in the box is what is compared.
      pasted = { html: found.html, text: box.value };
      button?.setDisabled(box.value.trim() === '');
    });
    box.addEventListener('input', () => {
      button?.setDisabled(box.value.trim() === '');
    });
    box.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
