/** The preview of links in the user's own note: each name in its sentence, with a box to tick. */
import { Modal, type App, type ButtonComponent } from 'obsidian';
import type { Language } from '../document/diagnostic';
import type { LinkProposal } from '../notes/link-names-in-note';
import type { Plan } from '../plan/plan';
import { planChosenLinks, type NoteProposals } from '../plan/plan-links';
import { runApplyPage } from './apply-page';
import type { CarryOut } from './file-work';
import { LINK_TEXTS, type LinkTexts } from './link-texts';
import { drawDiff } from './report-view';
import { TEXTS } from './texts';
import { addButtons, startPage } from './window-pages';

/** So many characters of the sentence stand before and after a name. */
const AROUND = 24;

/** What the window works with. */
export interface LinkWindowOptions {
  readonly language: Language;
  readonly note: NoteProposals;
  readonly carryOut: CarryOut;
  /** Looks through the note again, in a new window. */
  readonly again: () => void;
}

/** What the user wants of a proposal. */
interface Choice {
  isOn: boolean;
  path: string;
}

/** Sure names are ticked when it opens; only ticked ones become links. */
export class LinkModal extends Modal {
  private readonly texts: LinkTexts;
  private readonly choices: ReadonlyMap<LinkProposal, Choice>;
  private isOpen = false;
  private linkButton: ButtonComponent | undefined;
  private drawPreview: () => void = () => undefined;

  constructor(
    app: App,
    private readonly options: LinkWindowOptions,
  ) {
    super(app);
    this.texts = LINK_TEXTS[options.language];
    this.choices = new Map(options.note.proposals.map((proposal) => [proposal, { isOn: proposal.certainty === 'sure', path: proposal.path }]));
  }

  override onOpen(): void {
    const { texts, options: { note, language } } = this;
    const common = TEXTS[language];
    this.isOpen = true;
    const body = startPage(this, texts.title);
    if (note.proposals.length === 0) {
      body.createEl('p', { text: texts.nothing });
      addButtons(this, [], common.close);
      return;
    }
    const sure = note.proposals.filter(({ certainty }) => certainty === 'sure').length;
    body.createEl('p', { text: texts.lead(sure, note.proposals.length - sure) });
    const list = body.createEl('ul', { cls: 'regulatory-notices-proposals' });
    for (const proposal of note.proposals) this.drawProposal(list.createEl('li'), proposal);
    this.drawChangesFold(body);
    [this.linkButton] = addButtons(this, [{ text: texts.link(sure), cta: true, onClick: () => void this.apply() }], common.cancel);
    this.update();
  }

  override onClose(): void {
    this.isOpen = false;
    this.contentEl.empty();
  }

  private drawProposal(item: HTMLElement, proposal: LinkProposal): void {
    const { texts, options: { note, language } } = this;
    const choice = this.choices.get(proposal);
    if (choice === undefined) return;
    const label = item.createEl('label');
    const box = label.createEl('input', { type: 'checkbox' });
    box.checked = choice.isOn;
    const words = label.createDiv('regulatory-notices-context');
    const { before, after } = wordsAround(note.text, proposal);
    words.appendText(before);
    words.createEl('mark', { text: proposal.text });
    words.appendText(after);
    const facts = item.createDiv('regulatory-notices-proposal');
    facts.createSpan({ cls: 'regulatory-notices-aside', text: `${texts.line(proposal.line)} · ${proposal.reason[language]}` });
    const toggle = (isOn: boolean): void => {
      choice.isOn = isOn;
      box.checked = isOn;
      this.update();
    };
    box.addEventListener('change', () => toggle(box.checked));
    if (proposal.candidates.length > 1) {
      this.drawCandidates(facts, proposal, (path) => {
        choice.path = path;
        // Who picks an app wants the link.
        toggle(true);
      });
    }
  }

  private drawCandidates(parent: HTMLElement, proposal: LinkProposal, pick: (path: string) => void): void {
    const select = parent.createEl('select', { cls: 'dropdown', attr: { 'aria-label': this.texts.app } });
    for (const { path, name, developers } of proposal.candidates) {
      const option = select.createEl('option', { value: path, text: [name, ...developers].join(' · ') });
      option.selected = path === proposal.path;
    }
    select.addEventListener('change', () => pick(select.value));
  }

  private drawChangesFold(body: HTMLElement): void {
    const fold = body.createEl('details', { cls: 'regulatory-notices-section' });
    fold.createEl('summary', { text: this.texts.showChanges });
    const place = fold.createDiv();
    this.drawPreview = () => {
      place.empty();
      if (fold.open) for (const change of this.plan().changes) if (change.kind === 'update') drawDiff(place, change.before, change.after);
    };
    fold.addEventListener('toggle', () => this.drawPreview());
  }

  private update(): void {
    const count = [...this.choices.values()].filter(({ isOn }) => isOn).length;
    this.linkButton?.setButtonText(this.texts.link(count)).setDisabled(count === 0);
    this.drawPreview();
  }

  private plan(): Plan {
    return planChosenLinks([this.options.note], (proposal) => {
      const choice = this.choices.get(proposal);
      return choice?.isOn === true && choice.path;
    });
  }

  private async apply(): Promise<void> {
    const { texts, options } = this;
    const common = TEXTS[options.language];
    const plan = this.plan();
    await runApplyPage({
      modal: this, texts: common, total: plan.changes.length, work: (...work) => options.carryOut(plan, ...work), isOpen: () => this.isOpen,
      titles: texts.titles,
      retry: () => {
        this.close();
        options.again();
      },
    });
  }
}

/** The words of the line around a name. */
function wordsAround(text: string, { start, end }: LinkProposal): { readonly before: string; readonly after: string } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextLine = text.indexOf('\n', end);
  const lineEnd = nextLine === -1 ? text.length : nextLine;
  const before = text.slice(Math.max(lineStart, start - AROUND), start);
  const after = text.slice(end, Math.min(lineEnd, end + AROUND)).replace(/\r$/, '');
  return { before: start - AROUND > lineStart ? `…${before}` : before, after: end + AROUND < lineEnd ? `${after}…` : after };
}
