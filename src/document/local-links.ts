/** Links of a source that lead to another file and not to the web: wiki pages and notes that may not be where the source goes. */
import { walkBlocks, type Document, type Link } from './document';
import { decodeSafely } from './web-address';

/** A link to a note or a file, with the line (from 1) on which it stands. */
export interface LocalLink {
  readonly line: number;
  /** As written, percent-encoding undone, without heading or block. */
  readonly target: string;
}

/** Every such link of the body and its tables, in order. */
export function findLocalLinks(document: Document): readonly LocalLink[] {
  const found: LocalLink[] = [];
  const add = (line: number, links: readonly Link[]): void => {
    for (const { target } of links) {
      const path = decodeSafely(target).replace(/#.*$/, '').trim();
      if (path !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) found.push({ line, target: path });
    }
  };
  for (const { block } of walkBlocks(document.blocks)) {
    if (block.kind === 'paragraph' || block.kind === 'heading') add(block.line, block.links);
    if (block.kind === 'table') for (const row of [{ cells: block.header, line: block.line }, ...block.rows]) for (const cell of row.cells) add(row.line, cell.links);
  }
  return found;
}
