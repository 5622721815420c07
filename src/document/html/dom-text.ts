/** The text of an element with its links and images, white space as a browser would show it. */
import type { Image, Link } from '../document';
import { softBreakBetween } from '../join-text';
import { tidyText } from '../tidy-lines';

/** What is read of an element that holds no blocks of its own. */
export interface DomText {
  /** Ends trimmed; `<br>` and the edges of inner blocks are `\n`. */
  readonly text: string;
  readonly links: readonly Link[];
  readonly images: readonly Image[];
}

/** Elements that begin and end a line. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  ('address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html ' +
    'legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul').split(' '),
);
/** Elements whose content no reader sees. */
const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'meta', 'link', 'colgroup', 'col', 'svg', 'math', 'select', 'datalist']);
/** Set on an embedded file by those who know what it is. */
export const FILE_NAME_ATTRIBUTE = 'data-embedded-file-name';
/** Deeper nesting than any page has; below it only the text is taken. */
const MAX_DEPTH = 200;

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Name of an element in lower case; empty for any other node. */
export function nameOf(node: Node): string {
  return node.nodeType === ELEMENT_NODE ? node.nodeName.toLowerCase() : '';
}

/** The node as an element, or null; told by its type, for each host has its own classes. */
export function asElement(node: Node): Element | null {
  return node.nodeType === ELEMENT_NODE ? (node as Element) : null;
}

/** Whether a browser shows nothing of a node: comments, scripts, styles and the like. */
export function isHidden(node: Node): boolean {
  return node.nodeType !== TEXT_NODE && (node.nodeType !== ELEMENT_NODE || HIDDEN.has(nameOf(node)));
}

/** Reads the text of some nodes in order. */
export function readDomText(nodes: Iterable<Node>): DomText {
  const out = { text: '', links: [] as Link[], images: [] as Image[] };
  for (const node of nodes) append(out, node, 0);
  return { text: tidyText(out.text), links: out.links, images: out.images };
}

function append(out: { text: string; links: Link[]; images: Image[] }, node: Node, depth: number): void {
  if (node.nodeType === TEXT_NODE) {
    out.text = appendText(out.text, node.nodeValue ?? '');
    return;
  }
  const element = asElement(node);
  if (element === null || isHidden(node)) return;
  const name = nameOf(element);
  if (name === 'br') out.text += '\n';
  else if (name === 'img') out.images.push({ alt: element.getAttribute('alt') ?? '', target: element.getAttribute('src') ?? '' });
  else if (name === 'iframe' || element.hasAttribute(FILE_NAME_ATTRIBUTE)) appendFrame(out, element);
  else if (depth > MAX_DEPTH) out.text = appendText(out.text, element.textContent);
  else appendInside(out, element, name, depth);
}

/** An embedded page is a link without words; an embedded file bears its name. */
function appendFrame(out: { text: string; links: Link[] }, element: Element): void {
  const text = element.getAttribute(FILE_NAME_ATTRIBUTE) ?? '';
  if (text !== '') out.text = `${endLine(out.text)}${text}\n`;
  out.links.push({ text, target: element.getAttribute('src') ?? '' });
}

function appendInside(out: { text: string; links: Link[]; images: Image[] }, element: Element, name: string, depth: number): void {
  const isBlock = BLOCK_ELEMENTS.has(name);
  if (isBlock) out.text = endLine(out.text);
  const from = out.text.length;
  for (const child of Array.from(element.childNodes)) append(out, child, depth + 1);
  const target = name === 'a' ? element.getAttribute('href') : null;
  if (target !== null && target !== '') out.links.push({ text: tidyText(out.text.slice(from)), target });
  if (isBlock) out.text = endLine(out.text);
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

const SPACES = /[ \t\r\n\f]+/g;

/** Runs of white space are one blank; a line end of the source between Chinese characters is none. */
function appendText(before: string, source: string): string {
  const text = source.replace(SPACES, (run: string, at: number) => {
    const left = at === 0 ? before.charAt(before.length - 1) : source.charAt(at - 1);
    const right = source.charAt(at + run.length);
    if (left === '' || left === '\n' || left === ' ') return '';
    return run.includes('\n') && right !== '' ? softBreakBetween(left, right) : ' ';
  });
  return before + text;
}
