/** The window of an export: format and place, then the reading, then where it lies. Nothing is ever written over. */
import { Modal, ProgressBarComponent, TextComponent, type App } from 'obsidian';
import type { Language } from '../document/diagnostic';
import { messageOf } from '../document/message-of';
import { writeExport, type ExportFormat } from '../insight/export-file';
import type { ExportData } from '../insight/export-rows';
import type { VaultPort } from '../plan/vault-port';
import { addAside } from './aside';
import { exportPath, withFormat } from './export-path';
import { EXPORT_TEXTS, type ExportTexts } from './export-texts';
import { SETTING_TEXTS } from './setting-texts';
import { TEXTS } from './texts';
import { addButtons, buttonRow, drawButtons, startPage } from './window-pages';

/** What the window works with. `read` gives what is to be written; a stop makes it incomplete, and nothing is written then. */
export interface ExportWindowOptions {
  readonly language: Language;
  /** Proposed path in the vault. */
  readonly path: string;
  readonly vault: Pick<VaultPort, 'listPaths' | 'createBinary'>;
  readonly read: (onProgress: (done: number, total: number) => void, shouldStop: () => boolean) => Promise<ExportData>;
}

/** As the format that most people open comes first. */
const ORDER: readonly ExportFormat[] = ['xlsx', 'csv', 'json'];

/** Closing it stops the reading. */
export class ExportModal extends Modal {
  private readonly texts: ExportTexts;
  private format: ExportFormat = 'xlsx';
  private path: string;
  private isOpen = false;

  constructor(
    app: App,
    private readonly options: ExportWindowOptions,
  ) {
    super(app);
    this.texts = EXPORT_TEXTS[options.language];
    this.path = options.path;
  }

  override onOpen(): void {
    this.isOpen = true;
    this.showForm();
  }

  override onClose(): void {
    this.isOpen = false;
    this.contentEl.empty();
  }

  private showForm(problem = ''): void {
    const { texts } = this;
    const body = startPage(this, texts.title);
    const choice = body.createEl('fieldset', { cls: 'regulatory-notices-choice' });
    choice.createEl('legend', { text: texts.format });
    const field = body.createEl('label', { cls: 'regulatory-notices-field' });
    field.createDiv({ text: texts.path });
    const input = new TextComponent(field).setValue(withFormat(this.path, this.format)).onChange((path) => (this.path = path));
    input.inputEl.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) void this.submit();
    });
    for (const format of ORDER) {
      const label = choice.createEl('label');
      const radio = label.createEl('input', { type: 'radio', value: format, attr: { name: 'regulatory-notices-format' } });
      radio.checked = format === this.format;
      radio.addEventListener('change', () => {
        this.format = format;
        input.setValue((this.path = withFormat(input.getValue(), format)));
      });
      const [name, hint] = texts.formats[format];
      const words = label.createDiv();
      words.createDiv({ text: name });
      addAside(words, hint);
    }
    body.createEl('p', { cls: 'regulatory-notices-warning', text: problem, attr: { role: 'alert' } });
    addButtons(this, [{ text: texts.action, cta: true, onClick: () => void this.submit() }], TEXTS[this.options.language].cancel);
    if (problem !== '') input.inputEl.focus();
  }

  private async submit(): Promise<void> {
    const { texts, options: { language, vault } } = this;
    const path = exportPath(this.path, this.format);
    if (path === null) {
      this.showForm(SETTING_TEXTS[language].badPath);
      return;
    }
    const paths = (await vault.listPaths()).map((each) => each.toLowerCase());
    const wanted = path.toLowerCase();
    if (paths.includes(wanted)) this.showForm(texts.problem.taken);
    else if (paths.some((each) => wanted.startsWith(`${each}/`))) this.showForm(texts.problem['in-file']);
    else await this.run(path);
  }

  private async run(path: string): Promise<void> {
    const { texts, format, options: { language, vault, read } } = this;
    let isStopped = false;
    const body = startPage(this, texts.title);
    const bar = new ProgressBarComponent(body).setValue(0);
    const line = body.createDiv({ cls: 'regulatory-notices-progress', text: texts.reading, attr: { role: 'status' } });
    drawButtons(buttonRow(this), [{ text: TEXTS[language].stop, onClick: () => (isStopped = true) }]);
    const onProgress = (done: number, total: number): void => {
      bar.setValue(total === 0 ? 0 : (done / total) * 100);
      line.setText(texts.progress(done, total));
    };
    try {
      const data = await read(onProgress, () => isStopped || !this.isOpen);
      if (!this.isOpen) return;
      const bytes = data.isComplete ? await writeExport(data, format, language) : null;
      if (!data.isComplete) this.showForm();
      else if (data.notices.length === 0) this.showEnd([texts.nothing]);
      else if (bytes === null) this.showForm(texts.problem.tooLong);
      else {
        await vault.createBinary(path, bytes);
        this.showEnd([texts.done(data.rows.length, data.notices.length), path, texts.hint]);
      }
    } catch (error) {
      console.error(error);
      this.showForm(texts.failed(messageOf(error)));
    }
  }

  private showEnd([sentence = '', path = '', hint = '']: readonly string[]): void {
    if (!this.isOpen) return;
    const body = startPage(this, this.texts.title);
    body.createEl('p', { cls: 'regulatory-notices-summary', text: sentence });
    if (path !== '') body.createEl('p', { cls: 'regulatory-notices-export-path', text: path });
    if (hint !== '') body.createEl('p', { cls: 'regulatory-notices-aside', text: hint });
    addButtons(this, [], TEXTS[this.options.language].close);
  }
}
