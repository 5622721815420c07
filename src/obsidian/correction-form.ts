/** The fold below a source in which the user says what the reading got wrong. */
import { ButtonComponent } from 'obsidian';
import type { Notice, NoticeKind } from '../notice/notice';
import { STATED_KINDS, readTypedFacts, type StatedFacts, type StatedKind, type TypedFacts } from '../notice/stated-facts';
import type { ImportTexts } from './import-texts';
import type { Texts } from './texts';

/** What the fold shows, and who is told. */
export interface Correction {
  readonly notice: Notice;
  /** What the user said before. */
  readonly stated: StatedFacts | undefined;
  /** Called with what he says now; undefined takes all of it back. */
  readonly onChange: (stated: StatedFacts | undefined) => void;
}

const FIELDS: readonly (keyof TypedFacts)[] = ['date', 'agency', 'year', 'number', 'total'];

/** @param key names the fold, so that it can be found again when the page is drawn anew */
export function drawCorrection(parent: HTMLElement, { notice, stated, onChange }: Correction, key: string, texts: Texts, words: ImportTexts): void {
  const fold = parent.createEl('details', { cls: 'regulatory-notices-correction', attr: { 'data-key': key } });
  fold.createEl('summary', { text: words.correct });
  const form = fold.createEl('form', 'regulatory-notices-form');
  const kind = drawKind(form, notice.kind, key, texts, words);
  const inputs = new Map<keyof TypedFacts, HTMLInputElement>();
  const problems = new Map<keyof TypedFacts, HTMLElement>();
  for (const field of FIELDS) {
    const label = form.createEl('label', { cls: `is-${field}`, text: words.field[field] });
    const input = label.createEl('input', { type: 'text', attr: { autocomplete: 'off', 'data-key': `${key} ${field}`, ...(field === 'date' ? { placeholder: '2022-03-14' } : {}), ...(field === 'agency' || field === 'date' ? {} : { inputmode: 'numeric' }) } });
    input.defaultValue = typedOf(notice)[field];
    inputs.set(field, input);
    problems.set(field, label.createDiv({ cls: 'regulatory-notices-problem', attr: { role: 'alert' } }));
  }
  const submit = (): void => {
    const typed = { date: '', agency: '', year: '', number: '', total: '' };
    for (const [field, input] of inputs) typed[field] = input.value;
    const read = readTypedFacts(typed, today());
    for (const field of FIELDS) {
      const problem = read.problems.find((one) => one.field === field);
      problems.get(field)?.setText(problem === undefined ? '' : words.problem[problem.problem]);
      inputs.get(field)?.setAttr('aria-invalid', problem === undefined ? null : 'true');
    }
    const [first] = read.problems;
    if (first !== undefined) {
      inputs.get(first.field)?.focus();
      return;
    }
    const said: StatedFacts = {
      ...stated,
      ...(kind.value === notice.kind ? {} : { kind: kind.value as StatedKind }),
      ...(read.date === notice.date ? {} : { date: read.date }),
      ...(read.agency === notice.agency ? {} : { agency: read.agency }),
      ...(JSON.stringify(read.batch) === JSON.stringify(notice.batch) ? {} : { batch: read.batch }),
    };
    const isNew = JSON.stringify(said) !== JSON.stringify(stated ?? {});
    // All that was typed has been read: from here on the form shows what holds, and the place kept of it holds no words.
    for (const [field, input] of inputs) {
      if (!isNew) input.value = typedOf(notice)[field];
      input.defaultValue = input.value;
    }
    if (isNew) onChange(said);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  const row = form.createDiv('regulatory-notices-button-row');
  // Without a type of its own a button of a form submits it, by click and by Enter in a field. Who has pressed one goes on at the fold.
  new ButtonComponent(row).setButtonText(words.applyCorrection).buttonEl.setAttr('data-key', key);
  if (stated === undefined) return;
  const drop = new ButtonComponent(row).setButtonText(words.dropCorrection).onClick(() => {
    for (const input of inputs.values()) input.value = input.defaultValue;
    onChange(undefined);
  });
  for (const [name, value] of Object.entries({ type: 'button', 'data-key': key })) drop.buttonEl.setAttr(name, value);
}

function drawKind(form: HTMLElement, kind: NoticeKind, key: string, texts: Texts, words: ImportTexts): HTMLSelectElement {
  const label = form.createEl('label', { text: words.kind });
  const select = label.createEl('select', { cls: 'dropdown', attr: { 'data-key': `${key} kind` } });
  const kinds: readonly NoticeKind[] = STATED_KINDS.some((one) => one === kind) ? STATED_KINDS : [kind, ...STATED_KINDS];
  for (const one of kinds) select.createEl('option', { value: one, text: texts.kind[one] }).selected = one === kind;
  return select;
}

function typedOf({ date, agency, batch }: Notice): TypedFacts {
  const text = (number: number | null | undefined): string => (number == null ? '' : String(number));
  return { date: date ?? '', agency: agency ?? '', year: text(batch?.year), number: text(batch?.number), total: text(batch?.total) };
}

/** The day in Beijing, where notices are published. */
function today(): string {
  return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
}
