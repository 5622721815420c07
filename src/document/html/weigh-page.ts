/** How much text stands where on a page, in one walk: what the search for the article goes by. */
import { asElement, isHidden, nameOf } from './dom-text';

/** What an element holds, all that is below it included. */
export interface Weight {
  /** Characters, white space around each piece left out. */
  readonly text: number;
  /** Those of them that are links. */
  readonly linked: number;
  /** Rows of tables, images and links to files that the element holds: a list that is pictures has no text. */
  readonly rows: number;
  readonly others: number;
}

/** Weights of the elements of one page. */
export type Weights = ReadonlyMap<Node, Weight>;

const NOTHING: Weight = { text: 0, linked: 0, rows: 0, others: 0 };
/** Deeper nesting than any page has: what is below is not weighed. */
const MAX_DEPTH = 600;
const TEXT_NODE = 3;

/** Weighs an element and all below it. */
export function weighPage(root: Element): Weights {
  const weights = new Map<Node, Weight>();
  weigh(root, false, weights, 0);
  return weights;
}

/** Weight of an element; all zero for one that was not weighed. */
export function weightOf(element: Node, weights: Weights): Weight {
  return weights.get(element) ?? NOTHING;
}

/** Text that is no link. */
export function plainText(weight: Weight): number {
  return weight.text - weight.linked;
}

/** Rows of a table that is looked at as a whole: its thousands of cells decide nothing. */
const ROWS_OF_DATA = 4;

/** Whether an element is a table of data, which holds no part of the page's frame. */
export function isDataTable(element: Element): boolean {
  return nameOf(element) === 'table' && element.querySelector('table') === null && element.querySelectorAll('tr').length >= ROWS_OF_DATA;
}

function weigh(element: Element, inLink: boolean, weights: Map<Node, Weight>, depth: number): Weight {
  const name = nameOf(element);
  if (name === 'table' && isDataTable(element)) {
    const whole = { text: element.textContent.trim().length, linked: 0, rows: element.querySelectorAll('tr').length, others: element.querySelectorAll('img, iframe, embed, object').length };
    weights.set(element, whole);
    return whole;
  }
  const isLink = inLink || name === 'a';
  const sum = { text: 0, linked: 0, rows: name === 'tr' ? 1 : 0, others: name === 'img' || name === 'iframe' || name === 'embed' || name === 'object' ? 1 : 0 };
  for (const child of Array.from(element.childNodes)) {
    if (child.nodeType === TEXT_NODE) {
      const length = (child.nodeValue ?? '').trim().length;
      sum.text += length;
      if (isLink) sum.linked += length;
      continue;
    }
    const inner = asElement(child);
    if (inner === null || isHidden(child) || depth > MAX_DEPTH) continue;
    const weight = weigh(inner, isLink, weights, depth + 1);
    sum.text += weight.text;
    sum.linked += weight.linked;
    sum.rows += weight.rows;
    sum.others += weight.others;
  }
  weights.set(element, sum);
  return sum;
}
