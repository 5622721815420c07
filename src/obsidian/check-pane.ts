/** The pane that shows what a check of the vault found: by severity, each with the note it speaks of. */
import type { App } from 'obsidian';
import { describeDiagnostic, describePlace, severityOf, type Language, type Severity } from '../document/diagnostic';
import { checkVault, type VaultCheck } from '../insight/check-vault';
import type { FileDiagnostic } from '../plan/plan';
import { addAside } from './aside';
import { CHECK_TEXTS } from './check-texts';
import type { CommandContext } from './command-context';
import { IMPORT_TEXTS } from './import-texts';
import { drawNoteLink } from './note-link';
import type { Pane } from './pane-view';
import { obsidianReaderHost } from './reader-host';
import { openReview } from './review-commands';
import { drawSection } from './section-view';
import { TEXTS } from './texts';
import { saveOpenNotes } from './vault-adapter';

/** Type of the view, by which layouts name it: never to be changed. */
export const CHECK_PANE = 'regulatory-notices-check';

/** So many notes of one finding are seen at a glance; and so many are drawn at most. */
const FEW_PLACES = 3;
const SHOWN = 200;

/** What was found, and all notes where it was. */
interface Finding {
  readonly sentence: string;
  readonly places: readonly FileDiagnostic[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** @param ready gives the vault once it is there */
export function checkPane(ready: Promise<CommandContext>, language: Language): Pane {
  const texts = CHECK_TEXTS[language];
  return {
    type: CHECK_PANE, title: texts.title, icon: 'clipboard-check', startsItself: false, start: texts.start, again: texts.again,
    look: async (run) => {
      const context = await ready;
      await saveOpenNotes(context.app);
      const check = await checkVault(context.vault, context.settings(), obsidianReaderHost, run);
      return check.isComplete ? (body) => drawCheck(body, context, check, language) : null;
    },
  };
}

function drawCheck(body: HTMLElement, context: CommandContext, { findings, counts, review }: VaultCheck, language: Language): void {
  const texts = CHECK_TEXTS[language];
  const { more, severity: titles } = TEXTS[language];
  const isEmpty = counts.notices + counts.apps + counts.news === 0;
  body.createEl('p', { cls: 'regulatory-notices-summary', text: isEmpty ? texts.noNotices : texts.counts(counts) });
  if (!isEmpty && findings.length + review.length === 0) body.createEl('p', { text: texts.nothingFound });
  if (review.length > 0) body.createEl('button', { cls: 'mod-cta', text: IMPORT_TEXTS[language].review(review.length) }).addEventListener('click', () => void openReview(context, review));
  for (const severity of SEVERITIES) {
    const items = findings.filter((finding) => severityOf(finding) === severity);
    drawSection(body, { title: titles[severity], items: groupFindings(items, language), count: String(items.length), more, open: severity !== 'note', cls: `is-${severity}` }, (item, finding) => drawFinding(item, finding, context.app, language, more));
  }
}

/** One sentence, and below it where it holds; in a fold where that is in more places than can be seen at a glance. */
function drawFinding(item: HTMLElement, { sentence, places }: Finding, app: App, language: Language, more: (count: number) => string): void {
  const isFold = places.length > FEW_PLACES;
  const parent = isFold ? item.createEl('details', 'regulatory-notices-finding') : item;
  const head = isFold ? parent.createEl('summary') : parent;
  head.createSpan({ text: sentence });
  if (isFold) head.createSpan({ cls: 'regulatory-notices-count', text: String(places.length) });
  const draw = (): void => {
    for (const { file, place } of places.slice(0, SHOWN)) {
      const aside = parent.createDiv('regulatory-notices-aside');
      drawNoteLink(aside, app, file);
      const where = describePlace(place, language);
      if (where !== '') aside.createSpan({ text: ` · ${where}` });
    }
    if (places.length > SHOWN) addAside(parent, more(places.length - SHOWN));
  };
  if (isFold) parent.addEventListener('toggle', draw, { once: true });
  else draw();
}

/** Findings of the same words stand together, where the first of them stood. */
function groupFindings(findings: readonly FileDiagnostic[], language: Language): readonly Finding[] {
  const groups = new Map<string, FileDiagnostic[]>();
  for (const finding of findings) {
    const sentence = describeDiagnostic(finding, language);
    const group = groups.get(sentence);
    if (group === undefined) groups.set(sentence, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([sentence, places]) => ({ sentence, places }));
}
