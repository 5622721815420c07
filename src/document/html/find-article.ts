/** Finds the article on a page: by the marks that sites give it, else by where most of the text stands. */
import { ARTICLE_MARKS, SITES } from './article-marks';
import { arrangesTables } from './dom-table';
import { asElement, nameOf } from './dom-text';
import { plainText, weightOf, type Weights } from './weigh-page';

/** Marks that a page may also give to other parts. */
const GENERAL = ['article', 'main', '[role="main"]'];
/** A general mark counts where it holds so much of the page's own text. */
const MOST = 0.4;
/** The search goes down where one child holds so much of it. */
const NEARLY_ALL = 0.7;
const MAX_DEPTH = 600;

/** The element that holds the article. Tables that stand right behind it are moved into it: some editors close the body before the list. */
export function findArticle(body: Element, weights: Weights): Element {
  const article = markedArticle(body, weights) ?? heaviestElement(body, weights);
  for (const table of tablesBehind(article, body)) article.append(table);
  return article;
}

function markedArticle(body: Element, weights: Weights): Element | null {
  // One walk for all of them; then the surest that is there.
  const marked = Array.from(body.querySelectorAll(ARTICLE_MARKS));
  for (const selector of marked.length === 0 ? [] : SITES) {
    const found = heaviest(marked.filter((element) => element.matches(selector)), weights);
    if (found !== null) return found;
  }
  const whole = plainText(weightOf(body, weights));
  for (const selector of GENERAL) {
    const found = heaviest(Array.from(body.querySelectorAll(selector)), weights);
    if (found !== null && plainText(weightOf(found, weights)) >= whole * MOST) return found;
  }
  return null;
}

/** An element with a picture or an embedded file counts too: that may be all that an article is. */
function heaviest(elements: readonly Element[], weights: Weights): Element | null {
  let best: Element | null = null;
  let most = 0;
  for (const element of elements) {
    const { text, others } = weightOf(element, weights);
    if (text + others > most) {
      best = element;
      most = text + others;
    }
  }
  return best;
}

/** Down from the body as long as one child holds nearly all the text; a table of data is never entered. */
function heaviestElement(body: Element, weights: Weights): Element {
  const whole = plainText(weightOf(body, weights));
  let at = body;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const children = Array.from(at.children);
    const next = children.find((child) => plainText(weightOf(child, weights)) > whole * NEARLY_ALL);
    if (next === undefined || /^(?:p|h[1-6]|span|font|ul|ol|pre|blockquote)$/.test(nameOf(next))) return at;
    if (nameOf(next) === 'table' && !arrangesTables(next)) return at;
    at = next;
  }
  return at;
}

/** Tables with a header and rows, beside the article or beside its parent. */
function tablesBehind(article: Element, body: Element): readonly Element[] {
  const found: Element[] = [];
  let at: Element | null = article;
  for (let level = 0; level < 2 && at !== null && at !== body; level += 1) {
    for (let next = at.nextSibling; next !== null; next = next.nextSibling) {
      const element = asElement(next);
      if (element === null) continue;
      const tables = nameOf(element) === 'table' ? [element] : Array.from(element.querySelectorAll('table'));
      found.push(...tables.filter((table) => !arrangesTables(table) && table.querySelectorAll('tr').length >= 3));
    }
    at = at.parentElement;
  }
  return found;
}
