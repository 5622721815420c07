/** Takes off a page what is no part of its article: hidden elements, menus, share bars, comments, advertisements, an archive's own toolbar. */
import { ARTICLE_MARKS } from './article-marks';
import { asElement, nameOf } from './dom-text';
import { isDataTable, plainText, weightOf, type Weights } from './weigh-page';

/** Elements that frame an article, by their names. */
const FRAME_ELEMENTS = new Set(['nav', 'footer', 'aside', 'button', 'dialog', 'marquee', 'audio', 'video', 'canvas', 'textarea']);
/** Words of `id` and `class` that say what an element is for. Only whole words count: `TRS_Editor` and `shared` are none of these. */
const FRAME_WORDS = new Set(
  ('nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs footer foot copyright share sharebar sharing sharedaddy sns bdshare social related recommend recommended recommendation ' +
    'sidebar aside hot comment comments reply replies ad ads adv advert advertisement banner toolbar print qrcode qr ewm erweima search login pager pagination prevnext bdsharebuttonbox').split(' '),
);
/** Names that mean it only where they are the whole name: a `content-header` heads the article. */
const FRAME_NAMES = new Set(['header', 'top', 'wm-ipp', 'wm-ipp-base', 'wm-ipp-print', 'donato']);
/** An element that holds so much of the page's text, links left out, is the page, whatever it is called. */
const MOST_OF_PAGE = 0.4;
/** Nor is one a frame that holds a table of so many rows: some sites call everything `content-print`. */
const FEW_ROWS = 4;
const MAX_DEPTH = 600;

/**
 * Removes them from the tree; says whether there were any.
 * @param weights those of `body`
 * @param title the heading of the article: no frame holds it, nor an element that sites mark as the article
 */
export function cleanPage(body: Element, weights: Weights, title: Element | null): boolean {
  let removed = false;
  const whole = Math.max(1, plainText(weightOf(body, weights)));
  const kept = new Set<Element>();
  for (const inner of [title, ...Array.from(body.querySelectorAll(ARTICLE_MARKS))]) for (let at = inner; at !== null; at = at.parentElement) kept.add(at);
  for (const element of Array.from(body.querySelectorAll('[hidden], [style]'))) {
    if (!isUnseen(element)) continue;
    element.remove();
    removed = true;
  }
  const clean = (parent: Element, depth: number): void => {
    if (depth > MAX_DEPTH || isDataTable(parent)) return;
    for (const child of Array.from(parent.childNodes)) {
      const element = asElement(child);
      if (element === null) continue;
      const weight = weightOf(element, weights);
      const isSmall = plainText(weight) <= whole * MOST_OF_PAGE && weight.rows < FEW_ROWS && !kept.has(element);
      if (isSmall && isFrame(element)) {
        element.remove();
        removed = true;
      } else clean(element, depth + 1);
    }
  };
  clean(body, 0);
  return removed;
}

function isUnseen(element: Element): boolean {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  const style = element.getAttribute('style') ?? '';
  return style !== '' && /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(style);
}

function isFrame(element: Element): boolean {
  const name = nameOf(element);
  if (FRAME_ELEMENTS.has(name)) return true;
  // A cell, a paragraph or a heading is part of what stands around it.
  if (/^(?:body|table|tbody|tr|td|th|p|h[1-6])$/.test(name)) return false;
  const names = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`.trim();
  if (names === '') return false;
  if (names.toLowerCase().split(/\s+/).some((word) => FRAME_NAMES.has(word))) return true;
  // bdShareButton-box: bd, share, button, box.
  return names.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[\s_-]+/).some((word) => FRAME_WORDS.has(word));
}
