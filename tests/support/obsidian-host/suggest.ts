import type * as Obsidian from 'obsidian';
import type { HostOf } from './anchor';
import { Modal } from './windows';

/** A window that finds one thing by typing. As in the app it closes before it tells what was chosen. */
export abstract class SuggestModal<T> extends Modal implements HostOf<Obsidian.SuggestModal<T>> {
  limit = 100;
  emptyStateText = 'No match found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  private shown: T[] = [];
  private at = 0;

  constructor(app: Obsidian.App) {
    super(app);
    this.modalEl.addClass('prompt');
    this.modalEl.empty();
    this.inputEl = this.modalEl.createEl('input', { cls: 'prompt-input', type: 'text' });
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.inputEl.addEventListener('input', () => void this.refresh());
    this.scope.register([], 'ArrowDown', () => this.select(this.at + 1));
    this.scope.register([], 'ArrowUp', () => this.select(this.at - 1));
    this.scope.register([], 'Enter', (event) => this.choose(this.at, event));
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

  setPlaceholder(placeholder: string): void {
    this.inputEl.setAttr('placeholder', placeholder);
  }

  setInstructions(instructions: Obsidian.Instruction[]): void {
    this.modalEl.createDiv({ cls: 'prompt-instructions', text: instructions.map(({ command, purpose }) => `${command} ${purpose}`).join(' · ') });
  }

  override onOpen(): void {
    this.inputEl.focus();
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    this.shown = (await this.getSuggestions(this.inputEl.value)).slice(0, this.limit);
    this.at = 0;
    this.resultContainerEl.empty();
    this.shown.forEach((value, index) => {
      const item = this.resultContainerEl.createDiv('suggestion-item');
      this.renderSuggestion(value, item);
      item.addEventListener('click', (event) => void this.choose(index, event));
    });
    if (this.shown.length === 0) this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
    this.select(0);
  }

  private select(index: number): false {
    const items = [...this.resultContainerEl.querySelectorAll('.suggestion-item')];
    this.at = Math.max(0, Math.min(index, items.length - 1));
    items.forEach((item, each) => item.toggleClass('is-selected', each === this.at));
    return false;
  }

  private choose(index: number, event: MouseEvent | KeyboardEvent): false {
    const value = this.shown[index];
    if (value === undefined) return false;
    this.close();
    this.onChooseSuggestion(value, event);
    return false;
  }
}

/** Finds items whose text has the typed characters in their order. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<Obsidian.FuzzyMatch<T>> implements HostOf<Obsidian.FuzzySuggestModal<T>> {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;

  getSuggestions(query: string): Obsidian.FuzzyMatch<T>[] {
    const wanted = [...query.toLowerCase().replace(/\s/g, '')];
    const matches = (text: string): boolean => {
      let at = 0;
      for (const character of text.toLowerCase()) if (character === wanted[at]) at += 1;
      return at === wanted.length;
    };
    return this.getItems().filter((item) => matches(this.getItemText(item))).map((item) => ({ item, match: { score: 0, matches: [] } }));
  }

  renderSuggestion(match: Obsidian.FuzzyMatch<T>, el: HTMLElement): void {
    el.setText(this.getItemText(match.item));
  }

  onChooseSuggestion(match: Obsidian.FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(match.item, event);
  }
}
