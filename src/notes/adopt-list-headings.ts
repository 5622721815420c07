/** The headings that the lists of a user's note stand under: links lead to them, for such lists bear no block id of ours. */
import { walkBlocks, type Document } from '../document/document';
import type { NoticeList } from '../notice/notice';

/** Obsidian changes these in the links to headings, or reads them as marks: a heading that holds one is not linked to. */
const UNSAFE = /[#^[\]|\\:*_`<>$~=&%]|\s{2}/;

/**
 * For each list the heading that is its caption, as it stands; empty where it has none.
 * A heading inside a quote or a callout is none that a link could lead to.
 */
export function listHeadings(text: string, document: Document, lists: readonly NoticeList[]): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const headings = new Set<string>();
  for (const { block, around } of walkBlocks(document.blocks)) {
    if (block.kind !== 'heading' || around.length > 0 || UNSAFE.test(block.text)) continue;
    if (/^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*$/.exec(lines[block.line - 1] ?? '')?.[1] === block.text) headings.add(block.text);
  }
  return lists.map(({ caption }) => (caption !== null && headings.has(caption) ? caption : ''));
}
