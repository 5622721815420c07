/** The field for an address on the first page of the import window: it fetches, shows how far it is, and can be stopped. */
import { ButtonComponent, ProgressBarComponent, TextComponent } from 'obsidian';
import { describeDiagnostic, type Language } from '../document/diagnostic';
import { httpAddress } from '../document/web-address';
import type { ImportSource } from '../import-notices';
import type { FetchedSources, FetchingOptions } from '../import-url';
import { addAside } from './aside';
import { IMPORT_TEXTS } from './import-texts';
import { TEXTS } from './texts';

const ADDRESS_START = 'https://';

/** Fetches what an address leads to. */
export type FetchAddress = (address: string, run: FetchingOptions) => Promise<FetchedSources>;

/** What the field works with, and who is told. */
export interface AddressFieldOptions {
  readonly language: Language;
  /** What it holds at first. */
  readonly url: string;
  readonly fetch: FetchAddress;
  /** Runs a task; what goes wrong in it is said on the page. */
  readonly work: (task: () => Promise<void>) => void;
  readonly say: (lines: readonly string[]) => void;
  /** @param isWhole whether nothing of it is missing */
  readonly onFetched: (sources: readonly ImportSource[], isWhole: boolean) => void;
}

/** One fetch at a time. A request on its way cannot be called back: what comes of a fetch that was stopped is dropped. */
export class AddressField {
  private url: string;
  /** Counts the fetches and what ended them: only the last one may speak. */
  private turn = 0;
  private isFetching = false;
  private button: ButtonComponent | null = null;
  private progress: HTMLElement | null = null;

  constructor(private readonly options: AddressFieldOptions) {
    this.url = options.url;
  }

  /** Gives the input. */
  draw(body: HTMLElement): HTMLElement {
    const { language, work } = this.options;
    const texts = IMPORT_TEXTS[language];
    const field = body.createDiv('regulatory-notices-field');
    field.createDiv({ cls: 'regulatory-notices-label', text: texts.urlLabel });
    const row = field.createDiv('regulatory-notices-address-row');
    const input = new TextComponent(row).setPlaceholder(ADDRESS_START).setValue(this.url).onChange((value) => (this.url = value));
    // Fields of the type `url` have no style in the app; a phone shows the right keys by this alone.
    input.inputEl.setAttr('inputmode', 'url');
    input.inputEl.setAttr('aria-label', texts.urlLabel);
    const go = (): void => {
      if (!this.isFetching) work(() => this.fetch(input));
    };
    input.inputEl.addEventListener('keydown', (event) => {
      // The key that ends the writing of a Chinese word is no answer.
      if (event.key === 'Enter' && !event.isComposing) go();
    });
    this.button = new ButtonComponent(row).setButtonText(texts.fetch).onClick(go);
    this.progress = body.createDiv('regulatory-notices-fetching');
    addAside(body, texts.urlHint);
    return input.inputEl;
  }

  /** Nothing more is asked for. The address stays, to be fetched again. */
  stop(): void {
    this.turn += 1;
    this.isFetching = false;
    this.button?.buttonEl.removeAttribute('aria-disabled');
    const { progress } = this;
    // The keyboard goes back to where the fetch began.
    if (progress?.contains(progress.doc.activeElement) === true) this.button?.buttonEl.focus();
    progress?.empty();
  }

  private async fetch(input: TextComponent): Promise<void> {
    const { language, fetch, say, onFetched } = this.options;
    const given = this.url;
    const address = httpAddress(given.trim());
    if (address === null) {
      say([IMPORT_TEXTS[language].notAnAddress]);
      return;
    }
    const mine = (this.turn += 1);
    const isOld = (): boolean => mine !== this.turn;
    try {
      const { sources, diagnostics } = await fetch(address.href, { onProgress: this.showProgress(), shouldStop: isOld });
      if (isOld()) return;
      this.stop();
      say(diagnostics.map((found) => `${found.file}${language === 'zh' ? '：' : ': '}${describeDiagnostic(found, language)}`));
      if (sources.length === 0) return;
      // Who has begun to write the next one keeps it.
      if (this.url === given) input.setValue((this.url = ''));
      onFetched(sources, diagnostics.length === 0);
    } catch (error) {
      if (isOld()) return;
      this.stop();
      throw error;
    }
  }

  /** The button is not disabled, for it would lose the focus: while there is a fetch it does nothing. */
  private showProgress(): NonNullable<FetchingOptions['onProgress']> {
    const { progress, options: { language } } = this;
    this.isFetching = true;
    this.button?.buttonEl.setAttr('aria-disabled', 'true');
    if (progress === null) return () => undefined;
    const bar = new ProgressBarComponent(progress).setValue(0);
    const row = progress.createDiv('regulatory-notices-address-row');
    const line = row.createDiv({ cls: 'regulatory-notices-progress', attr: { 'aria-live': 'polite' } });
    new ButtonComponent(row).setButtonText(TEXTS[language].stop).onClick(() => this.stop());
    return (done, total, url) => {
      bar.setValue((done / total) * 100);
      line.setText(IMPORT_TEXTS[language].fetching(done + 1, total, url));
    };
  }
}
