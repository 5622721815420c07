/** The question that the first import asks: which apps get notes. */
import type { Settings } from '../settings';
import { addAside } from './aside';
import type { ImportTexts } from './import-texts';

/** All apps, or those that are notable: the setting that the answer is kept in. */
export type AppNotesChoice = Settings['appNotes'];

/** Draws the two ways with the number of notes that each makes; tells when the user changes the choice. */
export function drawAppNotesChoice(parent: HTMLElement, notes: Readonly<Record<AppNotesChoice, number>>, chosen: AppNotesChoice, texts: ImportTexts, onChange: (choice: AppNotesChoice) => void): void {
  const group = parent.createEl('fieldset', { cls: 'regulatory-notices-choice' });
  group.createEl('legend', { text: texts.choiceTitle });
  const ways: readonly (readonly [AppNotesChoice, string])[] = [
    ['all', texts.choiceAll(notes.all)],
    ['notable', texts.choiceNotable(notes.notable)],
  ];
  for (const [choice, text] of ways) {
    const label = group.createEl('label');
    const input = label.createEl('input', { type: 'radio', value: choice, attr: { name: 'regulatory-notices-app-notes', 'data-key': `app notes ${choice}` } });
    input.checked = choice === chosen;
    label.createSpan({ text });
    input.addEventListener('change', () => onChange(choice));
  }
  addAside(group, texts.choiceHint);
}
