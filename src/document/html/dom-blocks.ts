/** A parsed piece of HTML to blocks. */
import { diagnostic } from '../diagnostic';
import type { Diagnostic } from '../diagnostic';
import type { Block, Container, ListItem } from '../document';
import { arrangesTables, cellsOf, ownRows, readDomTable } from './dom-table';
import type { LineOf } from './dom-table';
import { BLOCK_ELEMENTS, asElement, isHidden, nameOf, readDomText } from './dom-text';

/** Deeper nesting than any page has. */
const MAX_DEPTH = 200;

/** Reads the children of a node in order; what no block names becomes a paragraph. Findings go to `diagnostics`. */
export function readDomBlocks(parent: Node, lineOf: LineOf, diagnostics: Diagnostic[]): Block[] {
  return readChildren(parent, { lineOf, diagnostics, line: 1, attributes: '' }, 0);
}

interface Around {
  readonly lineOf: LineOf;
  readonly diagnostics: Diagnostic[];
  readonly line: number;
  /** `align=right` where an element around says so. */
  readonly attributes: string;
}

function readChildren(parent: Node, around: Around, depth: number): Block[] {
  const blocks: Block[] = [];
  let run: Node[] = [];
  const endRun = (): void => {
    blocks.push(...paragraphOf(run, around));
    run = [];
  };
  for (const child of Array.from(parent.childNodes)) {
    if (isHidden(child)) continue;
    const element = asElement(child);
    if (element === null || !holdsBlocks(element) || depth > MAX_DEPTH) run.push(child);
    else {
      endRun();
      blocks.push(...readElement(element, { ...around, line: around.lineOf(element), attributes: alignmentOf(element) || around.attributes }, depth + 1));
    }
  }
  endRun();
  return blocks;
}

/** A block, or an inline element that someone has put around blocks. */
function holdsBlocks(element: Element): boolean {
  return BLOCK_ELEMENTS.has(nameOf(element)) || Array.from(element.children).some((child) => BLOCK_ELEMENTS.has(nameOf(child)));
}

function readElement(element: Element, around: Around, depth: number): readonly Block[] {
  const { line } = around;
  const name = nameOf(element);
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const { text, links } = readDomText(element.childNodes);
      return text === '' ? [] : [{ kind: 'heading', level: Number(name.slice(1)), text, links, line }];
    }
    case 'table':
      return readTableElement(element, around, depth);
    case 'ul':
    case 'ol':
    case 'menu':
      return readListElement(element, around, depth);
    case 'pre':
      return [{ kind: 'code', language: '', text: element.textContent.replace(/^\n|\n$/g, ''), line }];
    case 'hr':
      return [];
    case 'figure':
      return captioned(readChildren(element, around, depth), element);
    case 'blockquote':
      return [container('quote', '', readChildren(element, around, depth), line)];
    case 'details': {
      const summary = Array.from(element.children).find((child) => nameOf(child) === 'summary');
      const title = summary === undefined ? '' : readDomText(summary.childNodes).text;
      summary?.remove();
      return [container('details', title, readChildren(element, around, depth), line)];
    }
    default:
      return readChildren(element, around, depth);
  }
}

/** A figcaption can as well say where the table is from, or how to open it. */
const NAMES_LIST = /名单|清单|列表|一览|明细|^附?表/;

/** A figure of one table and a `<figcaption>` that names it: the table bears the caption. */
function captioned(blocks: readonly Block[], figure: Element): readonly Block[] {
  const table = blocks.find((block) => block.kind === 'table');
  const caption = blocks.find((block) => block !== table);
  if (table?.caption !== null || blocks.length !== 2 || caption?.kind !== 'paragraph' || caption.links.length > 0 || !NAMES_LIST.test(caption.text) || figure.querySelector('figcaption') === null) return blocks;
  return [{ ...table, caption: caption.text }];
}

function container(form: Container['form'], title: string, blocks: readonly Block[], line: number): Container {
  return { kind: 'container', form, type: '', title, blocks, line };
}

function readTableElement(element: Element, around: Around, depth: number): readonly Block[] {
  if (arrangesTables(element)) return ownRows(element).flatMap((row) => cellsOf(row).flatMap((cell) => readChildren(cell, around, depth)));
  const table = readDomTable(element, around.lineOf);
  if (table !== null) return [table];
  const { text } = readDomText(element.childNodes);
  if (text === '') return [];
  around.diagnostics.push(diagnostic('html-table-unread', { line: around.line }));
  return [{ kind: 'unreadable', text, line: around.line }];
}

function readListElement(element: Element, around: Around, depth: number): readonly Block[] {
  const items: ListItem[] = Array.from(element.children).map((child) => {
    const line = around.lineOf(child);
    return { blocks: readChildren(child, { ...around, line }, depth), line };
  });
  return items.length === 0 ? [] : [{ kind: 'list', ordered: nameOf(element) === 'ol', items, line: around.line }];
}

function paragraphOf(run: readonly Node[], around: Around): readonly Block[] {
  if (run.length === 0) return [];
  const { text, links, images } = readDomText(run);
  if (text === '' && images.length === 0 && links.length === 0) return [];
  const first = run.flatMap((node) => asElement(node) ?? [])[0];
  const line = first === undefined ? around.line : Math.max(around.line, around.lineOf(first));
  return [{ kind: 'paragraph', text, links, images, attributes: around.attributes, line }];
}

function alignmentOf(element: Element): string {
  const style = /text-align\s*:\s*(left|center|right)/i.exec(element.getAttribute('style') ?? '')?.[1];
  const align = (element.getAttribute('align') ?? style ?? '').toLowerCase();
  return align === '' || align === 'left' ? '' : `align=${align}`;
}
