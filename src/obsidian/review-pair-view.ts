/** Draws a doubtful pair: both apps side by side with every row, and what was seen of them. */
import type { Listing } from '../apps/listing';
import type { Language } from '../document/diagnostic';
import type { AppDetails } from '../plan/app-details';
import type { ReviewPair, ReviewRow, ReviewSide } from '../plan/review-list';
import { addAside } from './aside';
import type { ReviewTexts } from './review-texts';
import { drawItems } from './section-view';

/** So many rows of an app are drawn. */
const SHOWN = 20;

/** @param apps what the two notes say, read when the pair comes up; null where a note is gone */
export function drawPair(parent: HTMLElement, pair: ReviewPair, apps: readonly [AppDetails | null, AppDetails | null], texts: ReviewTexts, language: Language): void {
  parent.createEl('p', { cls: 'regulatory-notices-likelihood', text: texts.likelihood[likelihoodOf(pair)] });
  const cards = parent.createDiv('regulatory-notices-pair');
  drawSide(cards, pair.a, apps[0], texts);
  drawSide(cards, pair.b, apps[1], texts);
  const evidence = parent.createDiv('regulatory-notices-evidence');
  addAside(evidence, texts.evidence);
  evidence.createDiv({ text: pair.evidence[language] });
}

/** Whether the evidence speaks for one app. */
export function isLikely(pair: ReviewPair): boolean {
  const likelihood = likelihoodOf(pair);
  return likelihood === 'high' || likelihood === 'bridge';
}

/** The score puts the list in order; what a person can use of it is a word. */
function likelihoodOf(pair: ReviewPair): keyof ReviewTexts['likelihood'] {
  if (pair.kind === 'bridge') return 'bridge';
  if (pair.score >= 0.7) return 'high';
  return pair.score >= 0.45 ? 'even' : 'low';
}

function drawSide(parent: HTMLElement, side: ReviewSide, app: AppDetails | null, texts: ReviewTexts): void {
  const card = parent.createDiv('regulatory-notices-app');
  card.createDiv({ cls: 'regulatory-notices-app-name', text: app?.name ?? side.name });
  if (app === null) {
    if (side.path === null && side.row !== null) drawRow(card, side.row, texts);
    else addAside(card, texts.noteGone);
    return;
  }
  if (app.aliases.length > 0) addAside(card, texts.alsoNamed(app.aliases.join('、')));
  for (const developer of app.developers) card.createDiv({ cls: 'regulatory-notices-app-developer', text: developer });
  if (app.developers.length === 0) addAside(card, texts.noDeveloper);
  addAside(card, texts.listings(app.listings.length));
  // The entry that was compared stands first: of a long record it would be out of sight.
  const compared = app.listings.filter(({ key }) => key === side.row?.key);
  const ordered = [...compared, ...app.listings.filter((listing) => !compared.includes(listing))];
  drawItems(card.createEl('ul'), ordered, SHOWN, texts.more, (item, listing) => {
    item.addClass('regulatory-notices-listing');
    if (compared.includes(listing) && app.listings.length > 1) {
      item.addClass('is-compared');
      item.setAttr('aria-label', texts.compared);
    }
    drawListing(item, listing, app);
  });
}

/** An app that has no note is one row of a notice. */
function drawRow(card: HTMLElement, row: ReviewRow, texts: ReviewTexts): void {
  card.createDiv({ cls: row.developer === null ? 'regulatory-notices-aside' : 'regulatory-notices-app-developer', text: row.developer ?? texts.noDeveloper });
  addAside(card, texts.withoutNote);
  const item = card.createDiv('regulatory-notices-listing');
  drawPlace(item, row.notice, row.no, row.date);
  const facts = [row.store, row.version].filter((fact) => fact !== null);
  if (facts.length > 0) addAside(item, facts.join(' · '));
}

function drawPlace(item: HTMLElement, notice: string, no: number | null, date: string | null): void {
  const head = item.createDiv('regulatory-notices-listing-head');
  const label = `${notice}${no === null ? '' : ` №${no}`}`;
  head.createSpan({ cls: 'regulatory-notices-listing-notice', text: label });
  // A takedown notice is named by its day.
  if (date !== null && !label.includes(date)) head.createSpan({ cls: 'regulatory-notices-aside', text: date });
}

/** One entry: notice and number, day, then each package with its store, version and problems. */
export function drawListing(item: HTMLElement, listing: Listing, app: Pick<AppDetails, 'name' | 'developers'>): void {
  drawPlace(item, listing.notice.label, listing.no, listing.notice.date);
  if (listing.name !== app.name) addAside(item, listing.name.replace(/<br\s*\/?>|\n/gi, ' '));
  for (const { developer, source, version, problems } of listing.packages) {
    const facts = [...(app.developers.length > 1 ? [developer] : []), source, version].filter((fact) => fact !== null);
    if (facts.length > 0) addAside(item, facts.join(' · '));
    if (problems.length > 0) addAside(item, problems.join('；'));
  }
}
