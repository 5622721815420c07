/** A cell of a Word table to text: a line for each paragraph. */
import type { Cell, Link } from '../document';
import { trimText } from '../join-text';
import { tidyLines } from '../tidy-lines';
import type { XmlElement, XmlNode } from '../xml/xml-element';
import type { DocxReading } from './docx-reading';
import { emptyInline, type InlineText } from './read-inline';
import { readParagraph, type WordParagraph } from './read-paragraph';
import { cellsOf, ownBlocks, rowsOf } from './structure';

const EMPTY_CELL: Cell = { text: '', raw: '', links: [] };

/** Reads the cell. An empty paragraph with an automatic number says that number; a small table inside becomes a line a row. */
export function readCell(element: XmlElement, reading: DocxReading): Cell {
  const lines: string[] = [];
  const links: Link[] = [];
  readLines(element.children, lines, links, reading);
  const text = trimText(lines.join('\n'));
  return text === '' && links.length === 0 ? EMPTY_CELL : { text, raw: text.replace(/\n/g, '<br>'), links };
}

function readLines(nodes: readonly XmlNode[], lines: string[], links: Link[], reading: DocxReading): void {
  let before: InlineText = emptyInline();
  const finish = (paragraph: WordParagraph): void => {
    before = emptyInline();
    const text = tidyLines(paragraph.inline.text.replace(/\t/g, ' '));
    const line = trimText(paragraph.label + text);
    if (line !== '') lines.push(line);
    links.push(...paragraph.inline.links);
    for (const image of paragraph.inline.images) if (image.alt !== '') lines.push(image.alt);
    for (const box of paragraph.inline.boxes) readLines(box.children, lines, links, reading);
  };
  for (const node of ownBlocks(nodes)) {
    if (node.name === 'w:tbl') {
      for (const row of rowsOf(node)) {
        const texts = cellsOf(row).map((cell) => readCell(cell, reading)).map((cell) => {
          links.push(...cell.links);
          return cell.text;
        });
        const line = texts.filter((text) => text !== '').join(' ');
        if (line !== '') lines.push(line);
      }
    } else if (node.name === 'w:p') {
      const paragraph = readParagraph(node, reading, before);
      if (paragraph.runsOn) before = paragraph.inline;
      else finish(paragraph);
    }
  }
  if (before.text !== '' || before.boxes.length > 0) finish({ inline: before, heading: null, align: '', label: '', runsOn: false });
}
