/** A Word table to blocks: rows as people see them, merged cells with their value in every place. */
import { diagnostic } from '../diagnostic';
import type { Block, Cell } from '../document';
import { blocksOfRows } from '../table-from-rows';
import { attributeOf, childOf, isOn, valueOf, type XmlElement } from '../xml/xml-element';
import type { DocxReading } from './docx-reading';
import { fillRows, type PlacedCell, type PlacedRow } from './fill-rows';
import { readCell } from './read-cell';
import { cellsOf, rowsOf } from './structure';

/** Word allows 63 columns. A cell that claims far more was made to fill memory. */
const MAX_SPAN = 63;
const ABSURD_SPAN = 1000;
const MAX_COLUMNS = 256;
const MAX_PLACES = 1_000_000;

/** Reads a table, counting each row as a line; nothing is given for one without text. A file that asks for too much is marked in `reading.fault`. */
export function readTable(table: XmlElement, reading: DocxReading): Block[] {
  const rows: PlacedRow[] = [];
  const above = new Map<number, Cell>();
  for (const row of rowsOf(table)) {
    reading.line += 1;
    if (isOn(childOf(row, 'w:trPr'), 'w:hidden')) {
      reading.hiddenRows += 1;
      continue;
    }
    const placed = placeRow(row, above, reading);
    if (placed.width > MAX_COLUMNS || placed.width * rows.length > MAX_PLACES) reading.fault = diagnostic('table-too-large', { line: reading.line });
    if (reading.fault !== null) return [];
    rows.push(placed);
  }
  return blocksOfRows(fillRows(rows));
}

/** Cells with their places in the grid. `above` holds, by grid column, the cell that a vertical merge goes on with. */
function placeRow(row: XmlElement, above: Map<number, Cell>, reading: DocxReading): PlacedRow {
  const properties = childOf(row, 'w:trPr');
  const before = readSpan(valueOf(properties, 'w:gridBefore'), 0, reading);
  const cells: PlacedCell[] = [];
  let column = before;
  for (const element of cellsOf(row)) {
    const own = childOf(element, 'w:tcPr');
    const span = Math.max(1, readSpan(valueOf(own, 'w:gridSpan'), 1, reading));
    const isAcross = mergeOf(own, 'w:hMerge') === 'continue';
    const down = mergeOf(own, 'w:vMerge');
    const last = cells.at(-1);
    if (isAcross && last !== undefined) {
      last.span += span;
      if (above.get(last.start) === last.cell) for (let at = column; at < column + span; at += 1) above.set(at, last.cell);
    } else {
      const upper = down === 'continue' ? above.get(column) : undefined;
      const cell = upper ?? readCell(element, reading);
      for (let at = column; at < column + span; at += 1) {
        if (down === null) above.delete(at);
        else above.set(at, cell);
      }
      cells.push({ cell, start: column, span });
    }
    column += span;
    if (reading.fault !== null || column > MAX_COLUMNS) break;
  }
  return { cells, indented: before > 0, width: column + readSpan(valueOf(properties, 'w:gridAfter'), 0, reading), line: reading.line };
}

function readSpan(value: string | null, otherwise: number, reading: DocxReading): number {
  const span = Number(value ?? otherwise);
  if (span > ABSURD_SPAN) reading.fault ??= diagnostic('table-span-absurd', { line: reading.line }, { span: String(span), limit: MAX_SPAN });
  return Number.isInteger(span) && span >= 0 ? Math.min(span, MAX_SPAN) : otherwise;
}

function mergeOf(properties: XmlElement | null, name: 'w:vMerge' | 'w:hMerge'): 'restart' | 'continue' | null {
  const merge = childOf(properties, name);
  if (merge === null) return null;
  return attributeOf(merge, 'val') === 'restart' ? 'restart' : 'continue';
}
