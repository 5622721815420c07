/** Lines to blocks: asks one reader after the other which block begins on a line. */
import type { Block } from '../document';
import { joinAttributes, readAdmonition, readQuote } from './containers';
import { readHtml } from './html-block';
import { readBlankLines, readFencedCode, readFootnote, readHeading, readIndented, readParagraph, readReference, readRule } from './leaf-blocks';
import { readList } from './list';
import type { BlockReader, Reading } from './reading';
import type { SourceLine } from './source-lines';
import { readTable } from './table';
import { readTag } from './tag-block';

/** In this order, since a line may look like several things. */
const READERS: readonly BlockReader[] = [
  readBlankLines,
  readIndented, // before all marks: four blanks take their meaning away
  readFencedCode,
  readHeading,
  readQuote,
  readAdmonition, // `!!! note`, `=== "x"`
  readTag,
  readFootnote, // before references: `[^1]: x` is one in form
  readReference,
  readTable, // before rules and lists: `- a | b` over dashes is a row of headings
  readRule, // before lists: `* * *`
  readList,
  readHtml,
  readParagraph, // takes what is left
];

/** Reads the lines of one container, or of the whole text. Every line is taken by some reader. */
export function readBlocks(lines: readonly SourceLine[], reading: Reading, depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    for (const read of READERS) {
      const found = read(lines, at, reading, depth);
      if (found === null) continue;
      for (const block of found.blocks) blocks.push(block);
      at = found.next;
      break;
    }
  }
  return joinAttributes(blocks);
}
