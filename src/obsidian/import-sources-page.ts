/** The first page of the import window: what is to be imported. */
import { ButtonComponent, Platform, setIcon } from 'obsidian';
import type { Language } from '../document/diagnostic';
import type { PastedText } from '../document/pasted-text';
import { messageOf } from '../document/message-of';
import type { ImportSource } from '../import-notices';
import { AddressField, type FetchAddress } from './address-field';
import { addSources, chosenFiles, droppedFiles, readFiles, removeSource, unreadLines, type NamedFile } from './dropped-files';
import { pickFiles } from './file-picker';
import { IMPORT_TEXTS, type ImportTexts } from './import-texts';
import { readClipboard, readPasteEvent } from './read-clipboard';
import { TEXTS } from './texts';

/** So many are named: a list of 5,000 takes seconds to draw on a phone. */
const SHOWN = 200;

/** Where sources come from beside the user's files. */
export interface SourceWays {
  readonly pasted: (text: PastedText) => Promise<ImportSource>;
  readonly fetch: FetchAddress;
  /** The note in front of the user; null where there is none. */
  readonly activeNote: (() => Promise<ImportSource>) | null;
}

/** What the page works with, and who is told. */
export interface SourcesPageOptions {
  readonly language: Language;
  readonly ways: SourceWays;
  /** What the fields hold at first; nothing is fetched before the user says so. */
  readonly url: string;
  readonly pasted: PastedText | null;
  /** What is said when the page is shown for the first time. */
  readonly message: readonly string[];
  /** Told whenever it changes whether there is anything to go on with. */
  readonly onReady: (isReady: boolean) => void;
  /** Goes on to the preview. */
  readonly onNext: () => void;
}

/** The list lives as long as the window: the user comes back to it from the preview. */
export class SourcesPage {
  private readonly texts: ImportTexts;
  private box: HTMLTextAreaElement | null = null;
  private pasted: PastedText | null;
  private message: readonly string[];
  private readonly address: AddressField;
  private onText = (): void => undefined;
  private list: HTMLElement | null = null;
  private status: HTMLElement | null = null;

  constructor(
    public sources: readonly ImportSource[],
    private readonly options: SourcesPageOptions,
  ) {
    this.texts = IMPORT_TEXTS[options.language];
    this.pasted = options.pasted;
    this.message = options.message;
    const { language, url, ways: { fetch } } = options;
    this.address = new AddressField({
      language, url, fetch,
      work: (task) => void this.work(task),
      say: (lines) => this.say(lines),
      onFetched: (found, isWhole) => {
        // Who asked for an address and nothing else wants to see what is there.
        const isOnly = isWhole && this.sources.length === 0 && (this.box?.value ?? '').trim() === '';
        this.add(found);
        if (isOnly) options.onNext();
      },
    });
  }

  /** @param focus the field where the user goes on */
  draw(body: HTMLElement, focus: 'paste' | 'url'): void {
    const { texts, options: { ways } } = this;
    body.addClass('regulatory-notices-chooser');
    const field = body.createEl('label', 'regulatory-notices-field');
    field.createDiv({ cls: 'regulatory-notices-label', text: texts.pasteLabel });
    const box = field.createEl('textarea', { attr: { rows: 4, placeholder: texts.pasteHint } });
    this.box = box;
    box.value = this.pasted?.text ?? '';
    const row = body.createDiv('regulatory-notices-button-row');
    const add = new ButtonComponent(row).setButtonText(texts.addPasted).onClick(() => void this.work(() => this.takePasted()));
    new ButtonComponent(row).setButtonText(texts.fromClipboard).onClick(() => void this.work(() => this.fromClipboard()));
    const { activeNote } = ways;
    if (activeNote !== null) new ButtonComponent(row).setButtonText(texts.activeNote).onClick(() => void this.work(async () => this.add([await activeNote()])));
    const onText = (): void => {
      const isEmpty = box.value.trim() === '';
      // A button that is disabled loses the focus. On a phone the box would bring up the keys.
      if (isEmpty && box.doc.activeElement === add.buttonEl) (Platform.isMobile ? body : box).focus();
      add.setDisabled(isEmpty);
      this.tell();
    };
    this.onText = onText;
    box.addEventListener('paste', (event) => {
      const found = readPasteEvent(event);
      if (found === null || box.value.trim() !== '') return;
      event.preventDefault();
      box.value = found.text;
      this.pasted = { html: found.html, text: box.value };
      onText();
    });
    box.addEventListener('input', onText);

    const zone = body.createDiv('regulatory-notices-drop');
    if (!Platform.isMobile) zone.createSpan({ text: texts.drop });
    new ButtonComponent(zone).setButtonText(texts.chooseFiles).onClick(() => void this.work(() => this.choose(zone.doc, 'files')));
    if (!Platform.isMobile) new ButtonComponent(zone).setButtonText(texts.chooseFolder).onClick(() => void this.work(() => this.choose(zone.doc, 'folder')));

    const address = this.address.draw(body);
    this.status = body.createDiv({ cls: 'regulatory-notices-warning', attr: { role: 'alert' } });
    this.list = body.createDiv('regulatory-notices-chosen');
    onText();
    this.drawList();
    this.say(this.message);
    this.message = [];
    (focus === 'url' ? address : box).focus();
  }

  /** Takes what is dropped anywhere on the window, while the page is shown. To be called once. */
  listenForDrops(modal: HTMLElement): void {
    const mark = (isOver: boolean) => (event: DragEvent): void => {
      modal.toggleClass('is-dropping', isOver);
      if (this.list?.isConnected === true) event.preventDefault();
    };
    modal.addEventListener('dragover', mark(true));
    modal.addEventListener('dragleave', mark(false));
    modal.addEventListener('drop', (event) => {
      mark(false)(event);
      const data = event.dataTransfer;
      if (data !== null && event.defaultPrevented) void this.work(async () => this.addFiles(await droppedFiles(data)));
    });
  }

  /** The user goes on, or closes the window: nothing is fetched any more. */
  leave(): void {
    this.address.stop();
  }

  /** What stands in the box belongs to the sources as well. */
  async takePasted(): Promise<void> {
    const text = this.box?.value ?? this.pasted?.text ?? '';
    if (text.trim() === '') return;
    const pasted = this.pasted?.text === text ? this.pasted : { html: null, text };
    const source = await this.options.ways.pasted(pasted);
    this.pasted = null;
    if (this.box !== null) this.box.value = '';
    this.onText();
    this.add([source]);
  }

  private async fromClipboard(): Promise<void> {
    const pasted = await readClipboard();
    if (typeof pasted === 'object') this.add([await this.options.ways.pasted(pasted)]);
    else {
      this.say([this.texts.clipboard[pasted]]);
      this.box?.focus();
    }
  }

  private async choose(doc: Document, what: 'files' | 'folder'): Promise<void> {
    const files = await pickFiles(doc, what);
    if (files.length > 0) await this.addFiles(chosenFiles(files));
  }

  private async addFiles(files: readonly NamedFile[]): Promise<void> {
    const { sources, unread } = await readFiles(files);
    this.say(files.length === 0 ? [this.texts.noFilesThere] : unreadLines(unread, this.options.language));
    this.add(sources);
  }

  private add(sources: readonly ImportSource[]): void {
    this.sources = addSources(this.sources, sources);
    this.drawList();
    this.tell();
  }

  private drawList(): void {
    const { list, texts, sources } = this;
    if (list === null) return;
    list.empty();
    list.createDiv({ cls: sources.length === 0 ? 'regulatory-notices-aside' : 'regulatory-notices-label', text: sources.length === 0 ? texts.nothingChosen : texts.chosen(sources.length) });
    const items = list.createEl('ul');
    sources.slice(0, SHOWN).forEach((source, i) => {
      const item = items.createEl('li');
      item.createSpan({ text: source.fileName });
      const remove = item.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': texts.remove(source.fileName) } });
      setIcon(remove, 'x');
      remove.addEventListener('click', () => {
        this.sources = removeSource(this.sources, source);
        this.drawList();
        this.tell();
        // The keyboard stays where it was: at the next of the list, or where there is none, at the box.
        const buttons = [...list.querySelectorAll<HTMLElement>('button')];
        (buttons[Math.min(i, buttons.length - 1)] ?? this.box)?.focus();
      });
    });
    if (sources.length > SHOWN) items.createEl('li', { cls: 'regulatory-notices-aside', text: TEXTS[this.options.language].more(sources.length - SHOWN) });
  }

  private tell(): void {
    this.options.onReady(this.sources.length > 0 || (this.box?.value ?? '').trim() !== '');
  }

  private say(lines: readonly string[]): void {
    this.status?.empty();
    for (const line of lines) this.status?.createDiv({ text: line });
  }

  private async work(task: () => Promise<void>): Promise<void> {
    this.say([]);
    try {
      await task();
    } catch (error) {
      console.error(error);
      this.say([messageOf(error)]);
    }
  }
}
