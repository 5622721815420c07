/** Paragraphs of a Word 97 document to blocks: cells are told by the marks at their ends, rows by the layout at theirs. */
import type { Block, Cell, Link, TableRow } from '../document';
import { fillRows, type PlacedCell, type PlacedRow } from '../docx/fill-rows';
import { blocksOfRows } from '../table-from-rows';
import { tidyLines } from '../tidy-lines';
import { ListCounter, type Lists } from './list-numbers';
import type { WordParagraph } from './paragraphs';
import type { RowLayout } from './properties';
import { headingLevel, type Styles } from './styles';

interface OpenCell {
  lines: string[];
  links: Link[];
  /** Tables inside, read as tables of their own. */
  inner: Block[];
}

interface OpenTable {
  readonly rows: PlacedRow[];
  cells: { readonly cell: Cell; readonly inner: readonly Block[] }[];
  cell: OpenCell;
  readonly inner: Block[];
  /** By left edge: the cell that a vertical merge goes on with. */
  readonly above: Map<number, Cell>;
}

const MAX_DEPTH = 20;
/** Edges nearer than this are one, in twentieths of a point. */
const SAME_EDGE = 60;
const MAX_PLACES = 1_000_000;

/** Blocks in reading order. `line` counts paragraphs outside tables and rows, from 1. */
export function makeBlocks(paragraphs: readonly WordParagraph[], lists: Lists, styles: Styles): Block[] {
  const counter = new ListCounter(lists);
  const blocks: Block[] = [];
  const open: OpenTable[] = [];
  let line = 0;
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const table = open.pop();
      const outer = open.at(-1);
      const made = table === undefined ? [] : closeTable(table);
      if (outer === undefined) blocks.push(...made);
      else outer.cell.inner.push(...made);
    }
  };
  for (const paragraph of paragraphs) {
    const { properties } = paragraph;
    const depth = Math.min(properties.depth, MAX_DEPTH);
    closeTo(depth);
    while (open.length < depth) open.push({ rows: [], cells: [], cell: newCell(), inner: [], above: new Map() });
    const table = open.at(-1);
    const label = counter.next(properties.list, properties.listLevel);
    if (table === undefined) {
      line += 1;
      blocks.push(...blockOf(paragraph, label, styles, line));
    } else if ((properties.endsRow && paragraph.endsCell && depth === 1) || (properties.endsInnerRow && depth > 1)) {
      line += 1;
      if (!paragraph.deleted) closeRow(table, properties.row, line);
      table.inner.push(...table.cells.flatMap(({ inner }) => inner));
      table.cells = [];
    } else {
      const text = tidyLines(paragraph.text);
      if (text !== '' || label !== '') table.cell.lines.push(label + text);
      table.cell.links.push(...paragraph.links);
      if (paragraph.endsCell || properties.endsInnerCell) {
        const shown = table.cell.lines.join('\n');
        table.cells.push({ cell: { text: shown, raw: shown.replace(/\n/g, '<br>'), links: table.cell.links }, inner: table.cell.inner });
        table.cell = newCell();
      }
    }
  }
  closeTo(0);
  return blocks;
}

function newCell(): OpenCell {
  return { lines: [], links: [], inner: [] };
}

function blockOf(paragraph: WordParagraph, label: string, styles: Styles, line: number): Block[] {
  const text = tidyLines(paragraph.text);
  if (text === '') return [];
  const level = headingLevel(paragraph.properties, styles);
  const { links } = paragraph;
  if (level !== null) return [{ kind: 'heading', level, text: (label + text).replace(/\n/g, ''), links, line }];
  const { align } = paragraph.properties;
  return [{ kind: 'paragraph', text: label + text, links, images: [], attributes: align === '' ? '' : `align=${align}`, line }];
}

function closeRow(table: OpenTable, layout: RowLayout | null, line: number): void {
  const placed: PlacedCell[] = [];
  const edges = layout !== null && layout.cells.length >= table.cells.length ? layout.edges : table.cells.map((_, at) => at * 1000).concat(table.cells.length * 1000);
  const seen = new Set<number>();
  for (const [at, { cell }] of table.cells.entries()) {
    const flags = layout?.cells[at];
    const [start, end] = [edges[at] ?? 0, edges[at + 1] ?? 0];
    const last = placed.at(-1);
    if (flags?.joinsLeft === true && last !== undefined) {
      last.span = end - last.start;
      continue;
    }
    const upper = flags?.joinsAbove === true ? aboveAt(table.above, start) : undefined;
    const shown = upper ?? cell;
    table.above.set(start, shown);
    seen.add(start);
    placed.push({ cell: shown, start, span: Math.max(1, end - start) });
  }
  for (const key of [...table.above.keys()]) if (!seen.has(key)) table.above.delete(key);
  table.rows.push({ cells: placed, indented: false, width: edges.at(-1) ?? 0, line });
}

function aboveAt(above: ReadonlyMap<number, Cell>, start: number): Cell | undefined {
  return [...above].find(([edge]) => Math.abs(edge - start) <= SAME_EDGE)?.[1];
}

/** The table, and after it those inside its cells. */
function closeTable(table: OpenTable): Block[] {
  const rows: readonly TableRow[] = fillRows(snapEdges(table.rows));
  return [...blocksOfRows(rows), ...table.inner];
}

/** Positions to grid columns: edges that differ by a hair are one. */
function snapEdges(rows: readonly PlacedRow[]): PlacedRow[] {
  const starts = [...new Set(rows.flatMap((row) => row.cells.flatMap((cell) => [cell.start, cell.start + cell.span])))].sort((a, b) => a - b);
  const columnOf = new Map<number, number>();
  let column = -1;
  let last = -Infinity;
  for (const start of starts) {
    if (start - last > SAME_EDGE) {
      column += 1;
      last = start;
    }
    columnOf.set(start, column);
  }
  const place = (at: number): number => columnOf.get(at) ?? 0;
  // No list has so many places: the edges are nonsense, and cells keep their order only.
  if (column * rows.length > MAX_PLACES) return rows.map((row) => ({ ...row, cells: row.cells.map(({ cell }, at) => ({ cell, start: at, span: 1 })), indented: false, width: row.cells.length }));
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ cell: cell.cell, start: place(cell.start), span: Math.max(1, place(cell.start + cell.span) - place(cell.start)) })),
    indented: (row.cells[0] !== undefined && place(row.cells[0].start) > 0),
    width: column,
  }));
}
