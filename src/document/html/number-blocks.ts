/** Lines for a format that has none: the paragraphs, items and rows of a document counted from 1. */
import type { Block } from '../document';

/** The same blocks, each with a line of its own in reading order. */
export function numberBlocks(blocks: readonly Block[]): readonly Block[] {
  let last = 0;
  const next = (): number => (last += 1);
  const number = (block: Block): Block => {
    switch (block.kind) {
      case 'table': {
        const line = next();
        return { ...block, line, rows: block.rows.map((row) => ({ ...row, line: next() })) };
      }
      case 'container': {
        const line = next();
        return { ...block, line, blocks: block.blocks.map(number) };
      }
      case 'list': {
        const line = last + 1;
        return { ...block, line, items: block.items.map((item) => ({ ...item, line: last + 1, blocks: item.blocks.map(number) })) };
      }
      default:
        return { ...block, line: next() };
    }
  };
  return blocks.map(number);
}
