/** The pane that shows what a check of the vault found: by severity, each with the note it speaks of. */
import { describeDiagnostic, describePlace, severityOf, type Language, type Severity } from '../document/diagnostic';
import { checkVault, type VaultCheck } from '../insight/check-vault';
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
    drawSection(body, { title: titles[severity], items, more, open: severity !== 'note', cls: `is-${severity}` }, (item, finding) => {
      item.createSpan({ text: describeDiagnostic(finding, language) });
      const aside = item.createDiv('regulatory-notices-aside');
      drawNoteLink(aside, context.app, finding.file);
      const place = describePlace(finding.place, language);
      if (place !== '') aside.createSpan({ text: ` · ${place}` });
    });
  }
}
