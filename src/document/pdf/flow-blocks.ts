/** Pages to blocks: lines become paragraphs and headings again, tables go on over page breaks. */
import type { Block, Cell, Paragraph, TableRow } from '../document';
import { isEastAsian, softBreakBetween, trimText } from '../join-text';
import { blocksOfRows } from '../table-from-rows';
import { readLines, widthOfFirst } from './cell-text';

import { goesOn, joinTables } from './join-tables';
import type { PageFlow } from './page-flow';
import type { CellContent, PageTable } from './page-tables';
import { textOfLine, type Line } from './text-runs';

type Piece = { readonly kind: 'lines'; readonly lines: PlacedLine[] } | { readonly kind: 'table'; readonly table: PageTable };

interface PlacedLine extends Line {
  readonly page: number;
  readonly pageWidth: number;
}

/** A line whose letters are this much larger than those of the body is a heading. */
const LARGER = 1.15;
const LONGEST_HEADING = 150;
/** Lines of a paragraph stand at most so far apart, in parts of the letter size. */
const LINE_STEP = 2.6;
/** A line that ends this far before the edge ends its paragraph; one that begins this far behind it begins one. In parts of the letter size. */
const SHORT = 1.6;
const INDENT = 1.2;
const CENTRED = 1.5;
/** The first line of a paragraph is indented by two characters, at most by so much. */
const FIRST_INDENT = 4.5;

/** Turns pages into blocks. `line` counts paragraphs and table rows from 1. */
export function makeBlocks(pages: readonly PageFlow[]): Block[] {
  const pieces = gatherPieces(pages);
  const body = bodySize(pieces);
  const blocks: Block[] = [];
  let line = 1;
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      blocks.push(...tableBlocks(piece.table, line));
      line += piece.table.rows.length;
      continue;
    }
    for (const lines of splitParagraphs(piece.lines)) {
      const text = joinParagraph(lines);
      const size = lines[0]?.size ?? body;
      if (text === '') continue;
      if (size >= body * LARGER && text.length <= LONGEST_HEADING) blocks.push({ kind: 'heading', level: 2, text: text.replace(/\n/g, ''), links: [], line });
      else blocks.push(paragraph(text, lines, line));
      line += 1;
    }
  }
  return raiseTitle(blocks, pieces, body);
}

function gatherPieces(pages: readonly PageFlow[]): Piece[] {
  const pieces: Piece[] = [];
  for (const page of pages) {
    for (const item of page.items) {
      const last = pieces.at(-1);
      if (item.kind === 'line') {
        const placed = { ...item.line, page: page.number, pageWidth: page.width };
        if (last?.kind === 'lines') last.lines.push(placed);
        else pieces.push({ kind: 'lines', lines: [placed] });
      } else if (last?.kind === 'table' && item === page.items[0] && goesOn(last.table, item.table)) {
        pieces[pieces.length - 1] = { kind: 'table', table: joinTables(last.table, item.table) };
      } else pieces.push({ kind: 'table', table: item.table });
    }
  }
  return pieces;
}

/** The size that most letters outside tables have; where there is little text, that of the tables. */
function bodySize(pieces: readonly Piece[]): number {
  const counts = new Map<number, number>();
  const add = (line: Line): void => {
    const size = Math.round(line.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + line.runs.reduce((sum, run) => sum + run.text.length, 0));
  };
  for (const piece of pieces) {
    if (piece.kind === 'lines') piece.lines.forEach(add);
    else for (const row of piece.table.rows) for (const cell of new Set(row)) cell.lines.forEach(add);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

function splitParagraphs(lines: readonly PlacedLine[]): PlacedLine[][] {
  const left = commonEdge(lines.map((line) => line.left), Math.min);
  const right = commonEdge(lines.map((line) => line.right), Math.max);
  const paragraphs: PlacedLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const open = paragraphs.at(-1);
    if (before !== undefined && open !== undefined && runsOn(before, line, left, right)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function commonEdge(values: readonly number[], pick: (...values: number[]) => number): number {
  // Far more lines than arguments that a call can take.
  return values.reduce((best, value) => pick(best, value), values[0] ?? 0);
}

function runsOn(before: PlacedLine, line: PlacedLine, left: number, right: number): boolean {
  if (Math.abs(before.size - line.size) > 0.08 * Math.max(before.size, line.size)) return false;
  const samePage = before.page === line.page;
  if (samePage && line.base - before.base > LINE_STEP * line.size) return false;
  if (samePage && isCentred(before) && isCentred(line) && (before.left > left + INDENT * line.size || line.left > left + INDENT * line.size)) return true;
  // A word, or a character with the closing mark behind it, goes down whole and leaves a larger gap; an address below a sentence is a line of its own.
  const gap = Math.max(SHORT * line.size, /[。！？]\s*$/.test(textOfLine(before)) ? 0 : widthOfFirst(trimText(textOfLine(line)), line));
  const full = before.right > right - gap && before.left < left + FIRST_INDENT * line.size;
  return full && line.left < left + INDENT * line.size;
}

function isCentred(line: PlacedLine): boolean {
  return Math.abs(line.left - (line.pageWidth - line.right)) < CENTRED * line.size;
}

function joinParagraph(lines: readonly Line[]): string {
  let text = '';
  for (const line of lines) {
    const words = trimText(textOfLine(line));
    text += softBreakBetween(text.slice(-1), words.charAt(0)) + words;
  }
  return text;
}

function paragraph(text: string, lines: readonly PlacedLine[], line: number): Paragraph {
  const first = lines[0];
  const atRight = first !== undefined && lines.length === 1 && first.left > first.pageWidth / 2;
  return { kind: 'paragraph', text, links: [], images: [], attributes: atRight ? 'align=right' : '', line };
}

/** The largest heading before the first table is the title; where no letters are larger, the first centred lines are. */
function raiseTitle(blocks: readonly Block[], pieces: readonly Piece[], body: number): Block[] {
  const first = pieces[0];
  const top = first?.kind === 'lines' ? splitParagraphs(first.lines).filter((lines) => joinParagraph(lines) !== '') : [];
  const sizes = top.map((lines) => lines[0]?.size ?? 0);
  const largest = Math.max(0, ...sizes);
  const at = largest >= body * LARGER ? sizes.indexOf(largest) : top.findIndex((lines) => lines.every(isCentred) && isEastAsian(joinParagraph(lines).charAt(0)) && joinParagraph(lines).length <= LONGEST_HEADING);
  const block = blocks[at];
  if (at === -1 || block === undefined || (block.kind !== 'heading' && block.kind !== 'paragraph')) return [...blocks];
  const title: Block = { kind: 'heading', level: 1, text: block.text.replace(/\n/g, ''), links: [], line: block.line };
  return blocks.map((one, index) => (index === at ? title : one));
}

function tableBlocks(table: PageTable, line: number): readonly Block[] {
  const cells = new Map<CellContent, Cell>();
  const cellFor = (content: CellContent): Cell => {
    const known = cells.get(content);
    if (known !== undefined) return known;
    const text = readLines(content.lines, content.left, content.right);
    const cell: Cell = { text, raw: text.replace(/\n/g, '<br>'), links: [] };
    cells.set(content, cell);
    return cell;
  };
  return blocksOfRows(table.rows.map((row, at): TableRow => ({ cells: row.map(cellFor), line: line + at })));
}
