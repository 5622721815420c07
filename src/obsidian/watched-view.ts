/** Draws the watched apps and firms that an import names: what a reader wants to know first. */
import type { WatchedHit } from '../insight/watched';
import type { ImportTexts } from './import-texts';
import { drawItems } from './section-view';

/** So many are drawn: beyond them the lists themselves are the place to read. */
const SHOWN = 50;

/** Nothing where none is named. */
export function drawWatched(parent: HTMLElement, watched: readonly WatchedHit[], texts: ImportTexts, more: (count: number) => string): void {
  if (watched.length === 0) return;
  const box = parent.createDiv('regulatory-notices-watched');
  box.createDiv({ cls: 'regulatory-notices-watched-title', text: texts.watchedTitle });
  drawItems(box.createEl('ul'), watched, SHOWN, more, (item, hit) => drawHit(item, hit, texts));
}

function drawHit(item: HTMLElement, hit: WatchedHit, texts: ImportTexts): void {
  const { listing } = hit;
  const head = item.createDiv('regulatory-notices-source-head');
  head.createSpan({ cls: 'regulatory-notices-source-title', text: listing.name.replace(/<br\s*\/?>|\n/gi, ' ') });
  if (!hit.isNew) head.createSpan({ cls: 'regulatory-notices-badge', text: texts.knownBefore });
  const place = `${listing.notice.label}${listing.no === null ? '' : ` №${listing.no}`}`;
  const firm = hit.kind === 'developer' ? [texts.watchedFirm(hit.watched)] : [];
  const deadline = hit.deadline === null ? [] : [texts.mendBy(hit.deadline.date)];
  item.createDiv({ cls: 'regulatory-notices-source-facts', text: [place, ...firm, ...deadline].join(' · ') });
  item.createDiv({ cls: 'regulatory-notices-source-facts', text: hit.problems.length === 0 ? texts.noProblems : hit.problems.join('；') });
}
