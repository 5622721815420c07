/** The lines of a text in order, for lists that stand in it without a table. */
import type { Block, Cell, Document, Table, TableRow } from '../document/document';
import type { PlacedTable } from './placed-tables';

export interface TextLine {
  readonly text: string;
  /** Line of the source. */
  readonly line: number;
  readonly block: Block;
}

/** A list that was found in the text, as the table that it stands for. */
export interface TextList {
  readonly placed: PlacedTable;
  /** Lines that are the list and nothing else: they are no part of the body. */
  readonly lines: readonly TextLine[];
}

/** Lines of all paragraphs; items of numbered lists with their numbers before them. */
export function textLines(document: Document): readonly TextLine[] {
  const lines: TextLine[] = [];
  const visit = (blocks: readonly Block[], marker: string): void => {
    let prefix = marker;
    for (const block of blocks) {
      if (block.kind === 'container') visit(block.blocks, '');
      if (block.kind === 'list') for (const item of block.items) visit(item.blocks, block.ordered ? (item.marker ?? '') : '');
      if (block.kind !== 'paragraph') continue;
      for (const [i, text] of block.text.split('\n').entries()) {
        const plain = text.trim();
        if (plain !== '') lines.push({ text: `${prefix}${plain}`, line: block.line + i, block });
        prefix = '';
      }
    }
  };
  visit(document.blocks, '');
  return lines;
}

/** How many of its last lines of each block are of a list; all of a block whose lines are of it. Blocks that go on behind the list stay whole. */
export function blocksOf(lists: readonly TextList[], all: readonly TextLine[]): ReadonlyMap<Block, number> {
  const taken = new Set(lists.flatMap((list) => list.lines));
  const blocks = new Map<Block, number>();
  for (const block of new Set([...taken].map((line) => line.block))) {
    const lines = all.filter((line) => line.block === block);
    const firstTaken = lines.findIndex((line) => taken.has(line));
    if (lines.slice(firstTaken).every((line) => taken.has(line))) blocks.set(block, firstTaken === 0 ? Infinity : lines.length - firstTaken);
  }
  return blocks;
}

/** A table of plain texts; line breaks in a cell are `<br>` as sources write them. */
export function tableOf(headings: readonly string[], rows: readonly { readonly cells: readonly string[]; readonly line: number }[], line: number): Table {
  return { kind: 'table', caption: null, header: headings.map(cellOf), rows: rows.map((row): TableRow => ({ cells: headings.map((_, i) => cellOf(row.cells[i] ?? '')), line: row.line })), line };
}

function cellOf(text: string): Cell {
  return { text, raw: text.replace(/\n/g, '<br>'), links: [] };
}
