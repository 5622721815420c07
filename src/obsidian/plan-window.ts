/** A window for one decision of the user: what is to be chosen, then what it would change, then what was done. */
import { Modal, type App } from 'obsidian';
import type { Language } from '../document/diagnostic';
import type { Plan } from '../plan/plan';
import { runApplyPage } from './apply-page';
import type { CarryOut } from './file-work';
import { DECISION_TEXTS } from './decision-texts';
import { drawChanges, drawDiagnostics, isShort } from './report-view';
import { TEXTS } from './texts';
import { addButtons, showFailure, startPage, type PageButton } from './window-pages';

/** The page on which the user chooses. */
export interface DecisionForm {
  /** Draws what is to be chosen. `ready` says whether enough is chosen to go on; `submit` goes on, as the button does. */
  draw(body: HTMLElement, ready: (isReady: boolean) => void, submit: () => void): void;
}

/** One decision, from its form to its plan. */
export interface Decision {
  readonly title: string;
  /** Left out where nothing more is to be chosen: the window opens on the preview. */
  readonly form?: DecisionForm;
  /** Says in one sentence what will happen; asked once the form is filled in. */
  readonly lead: () => string;
  readonly plan: () => Promise<Plan>;
  /** The button that carries the plan out. */
  readonly action: string;
  /** The same decision the other way round. */
  readonly other?: { readonly text: string; readonly decision: () => Decision };
}

/** What the window works with. */
export interface PlanWindowOptions {
  readonly language: Language;
  readonly carryOut: CarryOut;
}

/** Form, preview, result; nothing is written before the user says so. */
export class PlanModal extends Modal {
  private isOpen = false;

  constructor(
    app: App,
    private decision: Decision,
    private readonly options: PlanWindowOptions,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.isOpen = true;
    if (this.decision.form === undefined) void this.showPreview();
    else this.showForm(this.decision.form);
  }

  override onClose(): void {
    this.isOpen = false;
    this.contentEl.empty();
  }

  private get texts() {
    return DECISION_TEXTS[this.options.language];
  }

  private get common() {
    return TEXTS[this.options.language];
  }

  private showForm(form: DecisionForm): void {
    const body = startPage(this, this.decision.title);
    let isReady = false;
    const submit = (): void => {
      if (isReady) void this.showPreview();
    };
    const [next] = addButtons(this, [{ text: this.texts.preview, cta: true, onClick: submit }], this.common.cancel);
    next?.setDisabled(true);
    form.draw(body, (ready) => {
      isReady = ready;
      next?.setDisabled(!ready);
    }, submit);
  }

  private async showPreview(): Promise<void> {
    const { decision, texts, common } = this;
    startPage(this, decision.title).createEl('p', { text: texts.planning });
    const isShown = (): boolean => this.isOpen && this.decision === decision;
    try {
      const plan = await decision.plan();
      if (isShown()) this.showPlan(plan);
    } catch (error) {
      if (isShown()) showFailure(this, decision.title, error, common, this.otherSteps(false));
    }
  }

  private showPlan(plan: Plan): void {
    const { decision, texts, common } = this;
    const body = startPage(this, decision.title);
    const hasChanges = plan.changes.length > 0;
    const isRefused = plan.diagnostics.length > 0 && !hasChanges;
    body.createEl('p', { cls: 'regulatory-notices-summary', text: hasChanges ? decision.lead() : isRefused ? texts.impossible : texts.nothingToChange });
    drawDiagnostics(body, plan.diagnostics, common, this.options.language);
    drawChanges(body, plan, common, isShort(plan));
    const apply: PageButton = { text: decision.action, cta: true, onClick: () => void this.apply(plan) };
    addButtons(this, [...(hasChanges ? [apply] : []), ...this.otherSteps(hasChanges)], hasChanges ? common.cancel : common.close);
  }

  private otherSteps(canTurn: boolean): PageButton[] {
    const { form, other } = this.decision;
    const change = (decision: Decision): void => {
      this.decision = decision;
      void this.showPreview();
    };
    return [
      ...(other === undefined || !canTurn ? [] : [{ text: other.text, onClick: () => change(other.decision()) }]),
      ...(form === undefined ? [] : [{ text: this.texts.back, onClick: () => this.showForm(form) }]),
    ];
  }

  private async apply(plan: Plan): Promise<void> {
    const { texts, common } = this;
    await runApplyPage({
      modal: this, texts: common, total: plan.changes.length, work: (...work) => this.options.carryOut(plan, ...work), isOpen: () => this.isOpen,
      titles: texts.titles,
      retry: () => void this.showPreview(),
    });
  }
}
