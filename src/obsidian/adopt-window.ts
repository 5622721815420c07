/** The window that adopts a folder: what was found in it, what would change, then what was done. */
import { Modal, type App } from 'obsidian';
import type { Language } from '../document/diagnostic';
import type { AdoptionReport } from '../plan/plan-adoption';
import type { Settings } from '../settings';
import { ADOPT_TEXTS, describeSettings, type AdoptTexts } from './adopt-texts';
import { runApplyPage } from './apply-page';
import { addAside } from './aside';
import type { CarryOut } from './file-work';
import { drawChanges, drawDiagnostics } from './report-view';
import { drawSection } from './section-view';
import { TEXTS, type Texts } from './texts';
import { addButtons, showFailure, startPage } from './window-pages';

/** What the window works with. */
export interface AdoptWindowOptions {
  readonly language: Language;
  /** The folder by the name that the user chose it by. */
  readonly folder: string;
  readonly plan: () => Promise<AdoptionReport>;
  readonly settings: () => Settings;
  /** Carries the plan out and keeps the settings that go with it. */
  readonly carryOut: (settings: Settings) => CarryOut;
}

/** Opens on the plan, which is made once it is open; nothing is written before the user says so. */
export class AdoptModal extends Modal {
  private readonly texts: AdoptTexts;
  private readonly common: Texts;
  private isOpen = false;

  constructor(
    app: App,
    private readonly options: AdoptWindowOptions,
  ) {
    super(app);
    this.texts = ADOPT_TEXTS[options.language];
    this.common = TEXTS[options.language];
  }

  override onOpen(): void {
    this.isOpen = true;
    void this.showPreview();
  }

  override onClose(): void {
    this.isOpen = false;
    this.contentEl.empty();
  }

  private async showPreview(): Promise<void> {
    const { texts, common, options } = this;
    startPage(this, texts.title).createEl('p', { text: texts.reading });
    try {
      const report = await options.plan();
      if (this.isOpen) this.showReport(report);
    } catch (error) {
      if (this.isOpen) showFailure(this, texts.title, error, common);
    }
  }

  private showReport(report: AdoptionReport): void {
    const { texts, common, options: { folder, language } } = this;
    const { plan, notices, indexPages, apps } = report;
    const body = startPage(this, texts.title);
    const hasSettings = describeSettings(this.options.settings(), report.settings, texts).length > 0;
    const hasChanges = plan.changes.length > 0 || hasSettings;
    const isEmpty = notices.length + indexPages.length === 0;
    body.createEl('p', { cls: 'regulatory-notices-summary', text: isEmpty ? texts.nothing(folder) : hasChanges ? texts.lead(folder, notices.length, indexPages.length) : texts.unchanged(folder) });
    if (hasChanges) {
      if (plan.changes.length > 0) body.createEl('p', { text: texts.promise });
      if (apps.created + apps.updated > 0) body.createEl('p', { text: texts.apps(apps.created, apps.updated) });
    }
    if (hasChanges) this.drawSettings(body, report.settings);
    drawDiagnostics(body, report.diagnostics, common, language);
    drawSection(body, { title: texts.notices, items: notices, more: common.more }, (item, notice) => {
      const head = item.createDiv('regulatory-notices-source-head');
      head.createSpan({ cls: 'regulatory-notices-source-title', text: notice.title });
      if (notice.isCopy) head.createSpan({ cls: 'regulatory-notices-badge', text: texts.copy });
      addAside(item, [texts.kind[notice.kind], texts.facts(notice.linked, notice.properties), notice.path].join(' · '));
    });
    drawSection(body, { title: texts.indexPages, items: indexPages, more: common.more }, (item, path) => item.setText(path));
    drawChanges(body, plan, common);
    if (hasChanges) addButtons(this, [{ text: texts.action, cta: true, onClick: () => void this.adopt(report) }], common.cancel);
    else addButtons(this, [], common.close);
  }

  private drawSettings(body: HTMLElement, proposed: Settings): void {
    const items = describeSettings(this.options.settings(), proposed, this.texts);
    drawSection(body, { title: this.texts.settings, items, more: this.common.more, open: true }, (item, { name, value }) => {
      item.createSpan({ text: name });
      addAside(item, value);
    });
  }

  private async adopt({ plan, settings }: AdoptionReport): Promise<void> {
    const { texts, common } = this;
    const carryOut = this.options.carryOut(settings);
    await runApplyPage({
      modal: this, texts: common, total: plan.changes.length, work: (...work) => carryOut(plan, ...work), isOpen: () => this.isOpen,
      titles: texts.titles,
      retry: () => void this.showPreview(),
    });
  }
}
