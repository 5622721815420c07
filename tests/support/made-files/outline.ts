/** A document in a few lines, as a person would sum it up; `⏎` is a break within a paragraph or cell. */
import type { Document } from '../../../src/document/document';

export function outlineOf(document: Document): string[] {
  return document.blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
        return [`${'#'.repeat(block.level)} ${block.text}`];
      case 'paragraph':
        return [`${block.text.replace(/\n/g, '⏎')}${block.attributes === '' ? '' : ` {${block.attributes}}`}`];
      case 'table':
        return [...(block.caption === null ? [] : [`(${block.caption})`]), ...[block.header, ...block.rows.map((row) => row.cells)].map((cells) => `| ${cells.map((cell) => cell.text.replace(/\n/g, '⏎')).join(' | ')} |`)];
      default:
        return [block.kind];
    }
  });
}
