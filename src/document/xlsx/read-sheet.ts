/** One sheet to its cells, as shown and bounded: what stands far outside every list is counted, not read. */
import type { Link } from '../document';
import { tidyLines } from '../tidy-lines';
import { attributeOf, childOf, childrenOf, isTrue, ownText, type XmlElement } from '../xml/xml-element';
import { readPlace, readRange, type CellRange } from './cell-places';
import { formatNumber, formatText, readFormat, type NumberFormat } from './format-number';
import { readRichText, unescape } from './sheet-strings';

/** What cells refer to. */
export interface Workbook {
  readonly strings: readonly string[];
  /** By style number. */
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** A cell as the sheet shows it. */
export interface SheetCell {
  readonly text: string;
  readonly links: readonly Link[];
}

/** A row with its cells. */
export interface SheetRow {
  /** From 0. */
  readonly index: number;
  readonly hidden: boolean;
  /** Cells that hold text, by column from 0. */
  readonly cells: Map<number, SheetCell>;
}

/** What one sheet holds within the bounds. Places count from 0. */
export interface SheetContent {
  /** In order, those without text left out. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[];
  readonly hiddenColumns: ReadonlyArray<readonly [first: number, last: number]>;
  /** Cells with text outside the bounds. */
  readonly farCells: number;
  /** Formulas whose result the file does not hold. */
  readonly emptyFormulas: number;
}

/** A list that long or wide is none of a notice; a stray cell in the last row of the sheet is common. */
const MAX_ROWS = 100_000;
const MAX_COLUMNS = 256;
const MAX_MERGES = 100_000;
const MAX_LINKS = 100_000;
const MAX_LINKED_ROWS = 1000;
const MAX_LINKED_COLUMNS = 20;
const GENERAL = readFormat('');

/** Reads the cells of `root`. `targets` are the addresses of its links by relation. */
export function readSheet(root: XmlElement, { strings, formats, from1904 }: Workbook, targets: ReadonlyMap<string, string>): SheetContent {
  const links = readLinks(root, targets);
  const rows: SheetRow[] = [];
  let farCells = 0;
  let emptyFormulas = 0;
  let index = -1;
  for (const element of childrenOf(childOf(root, 'x:sheetData'), 'x:row')) {
    index = (readCount(attributeOf(element, 'r')) ?? index + 2) - 1;
    const cells = new Map<number, SheetCell>();
    let column = -1;
    for (const cell of childrenOf(element, 'x:c')) {
      const name = attributeOf(cell, 'r');
      column = (name === null ? null : readPlace(name))?.column ?? column + 1;
      const shown = tidyLines(showCell(cell));
      if (shown === '') {
        if (childOf(cell, 'x:f') !== null && childOf(cell, 'x:v') === null) emptyFormulas += 1;
        continue;
      }
      if (column >= MAX_COLUMNS || index >= MAX_ROWS) {
        farCells += 1;
        continue;
      }
      const target = links.get(`${index} ${column}`);
      cells.set(column, { text: shown, links: target === undefined ? [] : [{ text: shown.replace(/\n/g, ' '), target }] });
    }
    if (cells.size > 0) rows.push({ index, hidden: isTrue(attributeOf(element, 'hidden')), cells });
  }
  rows.sort((a, b) => a.index - b.index);
  return { rows, merges: readMerges(root), hiddenColumns: readHiddenColumns(root), farCells, emptyFormulas };

  function showCell(cell: XmlElement): string {
    const type = attributeOf(cell, 't');
    if (type === 'inlineStr') return readInline(cell);
    const value = childOf(cell, 'x:v');
    const text = value === null ? '' : ownText(value);
    if (text === '') return value === null ? readInline(cell) : '';
    const format = formats[Number(attributeOf(cell, 's') ?? '0')] ?? GENERAL;
    switch (type) {
      case 's':
        return formatText(strings[Number(text)] ?? '', format);
      case 'str':
        return formatText(unescape(text), format);
      case 'b':
        return text.trim() === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return text;
      case 'd':
        return showDay(text, format);
      default: {
        const number = Number(text);
        return Number.isFinite(number) ? formatNumber(number, format, { from1904 }) : text;
      }
    }
  }

  /** Strict files may hold days as ISO 8601. */
  function showDay(text: string, format: NumberFormat): string {
    const time = Date.parse(/T/.test(text) ? `${text.replace(/Z$/, '')}Z` : `${text}T00:00:00Z`);
    if (Number.isNaN(time) || format.isPlain) return text;
    return formatNumber((time - (from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / 86_400_000, format, { from1904 });
  }
}

function readInline(cell: XmlElement): string {
  const inline = childOf(cell, 'x:is');
  return inline === null ? '' : readRichText(inline);
}

function readMerges(root: XmlElement): CellRange[] {
  return childrenOf(childOf(root, 'x:mergeCells'), 'x:mergeCell')
    .slice(0, MAX_MERGES)
    .map((merge) => readRange(attributeOf(merge, 'ref') ?? ''))
    .filter((range) => range !== null);
}

function readHiddenColumns(root: XmlElement): Array<readonly [number, number]> {
  return childrenOf(root, 'x:cols').flatMap((columns) =>
    childrenOf(columns, 'x:col')
      .slice(0, MAX_COLUMNS)
      .filter((column) => isTrue(attributeOf(column, 'hidden')))
      .map((column) => [Number(attributeOf(column, 'min')) - 1, Number(attributeOf(column, 'max')) - 1] as const),
  );
}

/** Addresses by row and column. A link over a range is the address of its cells, as far as lists go. */
function readLinks(root: XmlElement, targets: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const link of childrenOf(childOf(root, 'x:hyperlinks'), 'x:hyperlink')) {
    const range = readRange(attributeOf(link, 'ref') ?? '');
    const target = targets.get(attributeOf(link, 'id') ?? '');
    if (range === null || target === undefined) continue;
    const { top, left } = range;
    for (let row = top; row <= Math.min(range.bottom, top + MAX_LINKED_ROWS); row += 1) {
      for (let column = left; column <= Math.min(range.right, left + MAX_LINKED_COLUMNS); column += 1) links.set(`${row} ${column}`, target);
    }
    if (links.size > MAX_LINKS) break;
  }
  return links;
}

function readCount(text: string | null): number | null {
  const count = Number(text ?? Number.NaN);
  return Number.isInteger(count) && count > 0 ? count : null;
}
