/** What a clipboard holds, as blocks: a table copied from Word, Excel or a web page, cells with tabs between, or plain lines. */
import type { Block, Paragraph, ReaderHost } from './document';
import { readDomBlocks } from './html/dom-blocks';
import { readDomText } from './html/dom-text';
import { numberBlocks } from './html/number-blocks';
import { readMarkdown } from './markdown/read-markdown';
import { rowsOfCells } from './separated-text';
import { blocksOfRows } from './table-from-rows';

/** What a reader sees of HTML: no tags, no scripts, no styles. Nothing in it runs or loads. */
export function shownText(html: string, host: ReaderHost): string {
  return html.length > MAX_CHARACTERS ? '' : readDomText(bodyOf(html, host).childNodes).text;
}

/** What was pasted, in both forms that a clipboard has. */
export interface PastedText {
  /** `text/html` of the clipboard; null where there is none. */
  readonly html: string | null;
  /** `text/plain`. */
  readonly text: string;
}

/** More than any list; a clipboard can hold a whole book. */
const MAX_CHARACTERS = 10_000_000;

/**
 * The readings of a clipboard, the best first: a caller takes the first that makes sense to it. Nothing in the HTML runs or loads.
 * Empty where there is nothing to read, or too much of it.
 */
export function readPasted({ html, text }: PastedText, host: ReaderHost): readonly (readonly Block[])[] {
  if ((html?.length ?? 0) > MAX_CHARACTERS || text.length > MAX_CHARACTERS) return [];
  const readings: (readonly Block[])[] = [];
  if (html !== null && /<table[\s>]/i.test(html)) readings.push(readHtmlBlocks(html, host));
  if (/\t/.test(text)) readings.push(numberBlocks(blocksOfRows(rowsOfCells(text, '\t') ?? [])));
  if (/^[ \t]*\|.*\|/m.test(text)) readings.push(readMarkdown(text, '', host).blocks);
  if (text.trim() !== '') readings.push(numberBlocks(paragraphsOf(text)));
  return readings.filter((blocks) => blocks.length > 0);
}

function readHtmlBlocks(html: string, host: ReaderHost): readonly Block[] {
  return numberBlocks(readDomBlocks(bodyOf(html, host), () => 1, []));
}

function bodyOf(html: string, host: ReaderHost): ParentNode & Node {
  const root = host.parseHtml(html);
  return root.querySelector('body') ?? root;
}

function paragraphsOf(text: string): readonly Paragraph[] {
  const parts = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/).map((part) => part.trim()).filter((part) => part !== '');
  return parts.map((part): Paragraph => ({ kind: 'paragraph', text: part, links: [], images: [], attributes: '', line: 1 }));
}
