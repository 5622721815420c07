/** The content of a body, a text box or a cell to blocks in reading order. */
import { diagnostic } from '../diagnostic';
import type { Block } from '../document';
import { tidyLines } from '../tidy-lines';
import type { XmlElement, XmlNode } from '../xml/xml-element';
import type { DocxReading } from './docx-reading';
import { emptyInline, type InlineText } from './read-inline';
import { readParagraph, type WordParagraph } from './read-paragraph';
import { readTable } from './read-table';
import { arrangesTables, cellsOf, ownBlocks, rowsOf } from './structure';

/** Blocks of `nodes`; paragraphs without text leave none, but are counted as lines. */
export function readBlocks(nodes: readonly XmlNode[], reading: DocxReading): Block[] {
  const blocks: Block[] = [];
  let before: InlineText = emptyInline();
  const finish = (paragraph: WordParagraph): void => {
    before = emptyInline();
    blocks.push(...blocksOfParagraph(paragraph, reading.line));
    for (const box of paragraph.inline.boxes) blocks.push(...readBlocks(box.children, reading));
  };
  for (const node of ownBlocks(nodes)) {
    if (reading.fault !== null) return blocks;
    if (node.name === 'w:tbl') blocks.push(...(arrangesTables(node) ? readArranged(node, reading) : readTable(node, reading)));
    else if (node.name === 'w:altChunk') reading.diagnostics.push(diagnostic('office-embedded-part', { line: reading.line + 1 }));
    else {
      reading.line += 1;
      const paragraph = readParagraph(node, reading, before);
      if (paragraph.runsOn) before = paragraph.inline;
      else finish(paragraph);
    }
  }
  if (before.text !== '' || before.boxes.length > 0) finish({ inline: before, heading: null, align: '', label: '', runsOn: false });
  return blocks;
}

function blocksOfParagraph(paragraph: WordParagraph, line: number): Block[] {
  const text = tidyLines(paragraph.inline.text);
  const { heading } = paragraph;
  const { links, images } = paragraph.inline;
  if (text === '' && images.length === 0) return [];
  const shown = paragraph.label + text;
  if (heading !== null && text !== '') return [{ kind: 'heading', level: heading, text: shown.replace(/\n/g, ''), links, line }];
  return [{ kind: 'paragraph', text: text === '' ? '' : shown, links, images, attributes: paragraph.align === '' ? '' : `align=${paragraph.align}`, line }];
}

/** A table that only arranges others on the page: what its cells hold, one after the other. */
function readArranged(table: XmlElement, reading: DocxReading): Block[] {
  return rowsOf(table).flatMap((row) => cellsOf(row).flatMap((cell) => readBlocks(cell.children, reading)));
}
