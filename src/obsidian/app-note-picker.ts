/** Finds an app note by typing a part of its name or of its developer's. */
import { FuzzySuggestModal, type App, type FuzzyMatch } from 'obsidian';
import type { AppLibrary } from '../plan/app-details';
import { addAside } from './aside';

/** An app that can be chosen. */
export type AppChoice = AppLibrary['apps'][number];

/** Tells the choice once; closed without one, it tells nothing. */
export class AppNotePicker extends FuzzySuggestModal<AppChoice> {
  constructor(
    app: App,
    private readonly apps: readonly AppChoice[],
    placeholder: string,
    private readonly onPick: (app: AppChoice) => void,
  ) {
    super(app);
    this.modalEl.addClass('regulatory-notices-picker');
    this.setPlaceholder(placeholder);
  }

  getItems(): AppChoice[] {
    return [...this.apps];
  }

  getItemText({ name, aliases, developers }: AppChoice): string {
    return [name, ...aliases, ...developers].join(' ');
  }

  /** Homonyms are told apart by their developers. */
  override renderSuggestion({ item }: FuzzyMatch<AppChoice>, el: HTMLElement): void {
    el.addClass('regulatory-notices-suggestion');
    el.createDiv({ text: [item.name, ...item.aliases].join('、') });
    if (item.developers.length > 0) addAside(el, item.developers.join('、'));
  }

  onChooseItem(item: AppChoice): void {
    this.onPick(item);
  }
}
