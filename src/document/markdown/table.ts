/** Pipe tables as they are found: ragged, without outer pipes, torn by a blank line, without the row of dashes. */
import { diagnostic } from '../diagnostic';
import type { Cell, TableRow } from '../document';
import { trimText } from '../join-text';
import { attributesOf, interruptsParagraph, isBlockId } from './line-starts';
import { readInline, type InlineText } from './read-inline';
import type { BlockReader, Reading } from './reading';
import { isBlank, skipBlankLines } from './source-lines';
import type { SourceLine } from './source-lines';
import { hasPipe, isDelimiterRow, splitRow, splitRowAroundSpans, unescapePipes } from './table-rows';

/** Whether a table's headings stand on line `at`. */
export function startsTable(lines: readonly SourceLine[], at: number): boolean {
  const head = lines[at]?.text ?? '';
  if (!hasPipe(head) || isDelimiterRow(head)) return false;
  if (!isDelimiterRow(lines[at + 1]?.text ?? '')) return startsBareRows(lines, at);
  return splitRow(head).cells.length <= MAX_COLUMNS && splitRow(lines[at + 1]?.text ?? '').cells.length <= MAX_COLUMNS;
}

/** Wider "tables" are text: each short row would be filled to the width, and a small file could exhaust the memory. */
const MAX_COLUMNS = 64;

/** A table with its headings and a row of dashes, or at least two rows between outer pipes of equal width. */
export const readTable: BlockReader = (lines, at, reading) => {
  if (!startsTable(lines, at)) return null;
  const head = lines[at];
  if (head === undefined) return null;
  const bare = !isDelimiterRow(lines[at + 1]?.text ?? '');
  if (bare) reading.diagnostics.push(diagnostic('table-rule-missing', { line: head.line }));
  const headCells = splitRow(head.text);
  const columns = bare ? headCells.cells.length : Math.max(headCells.cells.length, splitRow(lines[at + 1]?.text ?? '').cells.length);
  const shape: Shape = { columns, leadingPipe: headCells.leadingPipe };
  const rows: TableRow[] = [];
  let next = at + (bare ? 1 : 2);
  while (next < lines.length) {
    const line = lines[next];
    if (line === undefined) break;
    if (isBlank(line.text)) {
      const after = skipBlankLines(lines, next);
      if (!continuesTable(lines, after, shape)) break;
      reading.diagnostics.push(diagnostic('table-continued', { line: lines[after]?.line ?? line.line }));
      next = after;
      continue;
    }
    // A second heading row with its dashes begins the next table; ends of two tables are often glued together.
    if (isDelimiterRow(lines[next + 1]?.text ?? '', 3) && hasPipe(line.text)) break;
    // `{.dense}` of Wiki.js and `^list` of Obsidian stand right below the last row.
    if (!line.text.trimStart().startsWith('|') && (interruptsParagraph(line.text) || attributesOf(line.text) !== null || isBlockId(line.text))) break;
    rows.push(readRow(line, shape, reading));
    next += 1;
  }
  const header = readRow(head, shape, reading).cells;
  return { blocks: [{ kind: 'table', caption: null, header, rows, line: head.line }], next };
};

interface Shape {
  readonly columns: number;
  /** Whether the rows begin with a pipe; where they do not, a leading pipe stands for an empty first cell. */
  readonly leadingPipe: boolean;
}

function startsBareRows(lines: readonly SourceLine[], at: number): boolean {
  const first = (lines[at]?.text ?? '').trim();
  const second = (lines[at + 1]?.text ?? '').trim();
  if (!first.startsWith('|') || !first.endsWith('|') || !second.startsWith('|') || !second.endsWith('|')) return false;
  const columns = splitRow(first).cells.length;
  return columns > 1 && columns <= MAX_COLUMNS && splitRow(second).cells.length === columns;
}

/** A row after a blank line is part of the table above where it has outer pipes and as many cells, and is no heading row. */
function continuesTable(lines: readonly SourceLine[], at: number, shape: Shape): boolean {
  const text = (lines[at]?.text ?? '').trim();
  if (!text.startsWith('|') || text.length < 2 || isDelimiterRow(lines[at + 1]?.text ?? '')) return false;
  return splitRow(text).cells.length === shape.columns;
}

function readRow(line: SourceLine, shape: Shape, reading: Reading): TableRow {
  const { columns } = shape;
  let sources = cellSources(line.text, shape);
  if (sources.length > columns) {
    const held = splitRowAroundSpans(line.text);
    const rest = sources.slice(columns).filter((source) => source !== '');
    if (held.length === columns) sources = held;
    else if (rest.length === 0) sources = sources.slice(0, columns);
    else {
      reading.diagnostics.push(diagnostic('row-too-wide', { line: line.line }, { cells: sources.length, columns }));
      sources = [...sources.slice(0, columns - 1), sources.slice(columns - 1).join(' | ').trim()];
    }
  }
  const cells = sources.map((source) => readCell(source, reading));
  while (cells.length < columns) cells.push(EMPTY_CELL);
  return { cells, line: line.line };
}

function cellSources(text: string, shape: Shape): readonly string[] {
  const row = splitRow(text);
  const lacksFirst = row.leadingPipe && !shape.leadingPipe && row.cells.length === shape.columns - 1;
  return lacksFirst ? ['', ...row.cells] : row.cells;
}

const EMPTY_CELL: Cell = { text: '', raw: '', links: [] };

/** One cell from its source. An image stands in the text by its description. */
export function readCell(source: string, reading: Reading): Cell {
  if (source === '') return EMPTY_CELL;
  const inline = readInline(unescapePipes(source), reading);
  return { text: inline.images.length === 0 ? inline.text : withDescriptions(inline), raw: trimText(source), links: inline.links };
}

function withDescriptions({ text, images }: InlineText): string {
  return trimText([text, ...images.map((image) => image.alt).filter((alt) => alt !== '')].join(' '));
}
