/** The lines of a text in order, for lists that stand in it without a table. */
import type { Block, Cell, Document, Table, TableRow } from '../document/document';
import type { PlacedTable } from './placed-tables';

/** A line of the text, and the block that it is part of. */
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

/**
 * Lines of all paragraphs; items of numbered lists with their numbers before them.
 * @param isNotice also the headings below the title and code that is text, which in other pages are chapters and commands.
 */
export function textLines(document: Document, isNotice: boolean): readonly TextLine[] {
  const lines: TextLine[] = [];
  const visit = (blocks: readonly Block[], marker: string): void => {
    let prefix = marker;
    for (const block of blocks) {
      if (block.kind === 'container') visit(block.blocks, '');
      if (block.kind === 'list') for (const item of block.items) visit(item.blocks, block.ordered ? (item.marker ?? '') : '');
      // Names of groups, problems of sections and apps can be headings.
      if (isNotice && block.kind === 'heading' && block.level > 1) lines.push({ text: block.text.trim(), line: block.line, block });
      // A list that was pasted between fences.
      if (isNotice && block.kind === 'code' && /^(?:te?xt|plain|csv|tsv|)$/.test(block.language)) {
        for (const [i, text] of block.text.split('\n').entries()) if (text.trim() !== '') lines.push({ text: text.trim(), line: block.line + 1 + i, block });
      }
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

/** The lines of each block that are of a list, by their place among its lines. */
export function linesByBlock(lists: readonly TextList[], all: readonly TextLine[]): ReadonlyMap<Block, ReadonlySet<number>> {
  const taken = new Set(lists.flatMap((list) => list.lines));
  const blocks = new Map<Block, Set<number>>();
  const counts = new Map<Block, number>();
  for (const line of all) {
    const place = counts.get(line.block) ?? 0;
    counts.set(line.block, place + 1);
    if (!taken.has(line)) continue;
    const places = blocks.get(line.block);
    if (places === undefined) blocks.set(line.block, new Set([place]));
    else places.add(place);
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
