/** Cells of one sheet of an Excel 97 workbook, as shown. Source: [MS-XLS]. */
import { i32, u16, u32, u8, utf16 } from '../cfb/bytes';
import type { Link } from '../document';
import { tidyLines } from '../tidy-lines';
import type { CellRange } from '../xlsx/cell-places';
import { formatNumber, formatText, readFormat, type NumberFormat } from '../xlsx/format-number';
import type { SheetCell, SheetContent, SheetRow } from '../xlsx/read-sheet';
import { readRecords, readString, RECORD, type BiffRecord } from './records';
import type { XlsWorkbook } from './workbook';

const ERRORS: Readonly<Record<number, string>> = { 0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A' };
const GENERAL = readFormat('');
const MAX_MERGES = 100_000;

interface Reading {
  readonly workbook: XlsWorkbook;
  readonly rows: Map<number, { hidden: boolean; readonly cells: Map<number, SheetCell> }>;
  readonly merges: CellRange[];
  readonly links: { readonly range: CellRange; readonly target: string }[];
  readonly hiddenColumns: (readonly [number, number])[];
  /** The formula whose text follows in a record of its own. */
  waiting: { readonly row: number; readonly column: number; readonly style: number } | null;
}

/** Reads the records of a sheet from its beginning to its end; charts inside it are passed over. `isWhole` is false where its end is missing. */
export function readSheetCells(stream: Uint8Array, offset: number, workbook: XlsWorkbook): SheetContent & { readonly isWhole: boolean } {
  const reading: Reading = { workbook, rows: new Map(), merges: [], links: [], hiddenColumns: [], waiting: null };
  let [depth, begun] = [0, false];
  for (const record of readRecords(stream, offset)) {
    if (record.type === RECORD.begin) depth += 1;
    else if (record.type === RECORD.end) depth -= 1;
    begun ||= depth > 0;
    if (depth <= 0) break;
    if (depth === 1) readRecord(record, reading);
  }
  const rows = [...reading.rows].sort(([a], [b]) => a - b).flatMap(([index, { hidden, cells }]): SheetRow[] => (cells.size === 0 ? [] : [{ index, hidden, cells }]));
  for (const row of rows) for (const [column, cell] of row.cells) row.cells.set(column, withLink(cell, row.index, column, reading.links));
  return { rows, merges: reading.merges, hiddenColumns: reading.hiddenColumns, farCells: 0, emptyFormulas: 0, isWhole: begun && depth === 0 };
}

function readRecord({ type, data, parts }: BiffRecord, reading: Reading): void {
  const [row, column, style] = [u16(data, 0), u16(data, 2), u16(data, 4)];
  const { strings } = reading.workbook;
  switch (type) {
    case RECORD.sharedLabel:
      put(reading, row, column, formatText(strings[u32(data, 6)] ?? '', formatOf(reading, style)));
      return;
    case RECORD.label:
    case RECORD.richLabel:
      put(reading, row, column, formatText(readString(parts, 6), formatOf(reading, style)));
      return;
    case RECORD.number:
      putNumber(reading, row, column, style, double(data, 6));
      return;
    case RECORD.smallNumber:
      putNumber(reading, row, column, style, smallNumber(data, 6));
      return;
    case RECORD.multipleNumbers:
      for (let at = 4, to = column; at + 6 <= data.length - 2; at += 6, to += 1) putNumber(reading, row, to, u16(data, at), smallNumber(data, at + 2));
      return;
    case RECORD.booleanOrError:
      put(reading, row, column, u8(data, 7) === 1 ? errorText(u8(data, 6)) : truth(u8(data, 6)));
      return;
    case RECORD.formula:
      readFormula(data, row, column, style, reading);
      return;
    case RECORD.formulaText:
      if (reading.waiting !== null) put(reading, reading.waiting.row, reading.waiting.column, formatText(readString(parts, 0), formatOf(reading, reading.waiting.style)));
      reading.waiting = null;
      return;
    case RECORD.row:
      rowOf(reading, row).hidden = (u16(data, 12) & 0x20) !== 0;
      return;
    case RECORD.columnInfo:
      if ((u16(data, 8) & 1) === 1) reading.hiddenColumns.push([row, column]);
      return;
    case RECORD.merges:
      for (let at = 2; at + 8 <= data.length && reading.merges.length < MAX_MERGES; at += 8) reading.merges.push(rangeAt(data, at));
      return;
    case RECORD.link: {
      const target = readTarget(data);
      if (target !== null) reading.links.push({ range: rangeAt(data, 0), target });
    }
  }
}

/** The result that was saved with a formula. */
function readFormula(data: Uint8Array, row: number, column: number, style: number, reading: Reading): void {
  reading.waiting = null;
  const kind = u8(data, 6);
  if (u16(data, 12) !== 0xffff) putNumber(reading, row, column, style, double(data, 6));
  else if (kind === 0) reading.waiting = { row, column, style };
  else if (kind === 1) put(reading, row, column, truth(u8(data, 8)));
  else if (kind === 2) put(reading, row, column, errorText(u8(data, 8)));
}

function rowOf(reading: Reading, index: number): { hidden: boolean; readonly cells: Map<number, SheetCell> } {
  const known = reading.rows.get(index);
  if (known !== undefined) return known;
  const row = { hidden: false, cells: new Map<number, SheetCell>() };
  reading.rows.set(index, row);
  return row;
}

function put(reading: Reading, row: number, column: number, shown: string): void {
  const text = tidyLines(shown);
  if (text !== '') rowOf(reading, row).cells.set(column, { text, links: [] });
}

function putNumber(reading: Reading, row: number, column: number, style: number, value: number): void {
  if (Number.isFinite(value)) put(reading, row, column, formatNumber(value, formatOf(reading, style), { from1904: reading.workbook.from1904 }));
}

function formatOf({ workbook }: Reading, style: number): NumberFormat {
  return workbook.formats[style] ?? GENERAL;
}

function double(data: Uint8Array, at: number): number {
  return at + 8 <= data.length ? new DataView(data.buffer, data.byteOffset + at, 8).getFloat64(0, true) : Number.NaN;
}

/** RK: 30 bits of a whole number or of the upper half of a double, and whether it was multiplied by 100 ([MS-XLS] 2.5.217). */
function smallNumber(data: Uint8Array, at: number): number {
  const bits = i32(data, at);
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(4, bits & ~3, true);
  const value = (bits & 2) === 0 ? view.getFloat64(0, true) : bits >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}

function truth(value: number): string {
  return value === 0 ? 'FALSE' : 'TRUE';
}

function errorText(code: number): string {
  return ERRORS[code] ?? '#N/A';
}

function rangeAt(data: Uint8Array, at: number): CellRange {
  return { top: u16(data, at), bottom: u16(data, at + 2), left: u16(data, at + 4), right: u16(data, at + 6) };
}

/** The web address of a link ([MS-OSHARED] 2.3.7.1); null for places in the file, and for files. */
function readTarget(data: Uint8Array): string | null {
  const flags = u32(data, 28);
  let at = 32;
  const skipString = (): void => {
    at += 4 + 2 * u32(data, at);
  };
  if ((flags & 0x10) !== 0) skipString();
  if ((flags & 0x80) !== 0) skipString();
  if ((flags & 0x101) === 0x101) return webAddress(utf16(data, at + 4, u32(data, at)));
  // The moniker of a web address: its class, the length in bytes, the address.
  if ((flags & 1) === 0 || u32(data, at) !== 0x79eac9e0) return null;
  return webAddress(utf16(data, at + 20, u32(data, at + 16) / 2));
}

function webAddress(text: string): string | null {
  const end = text.indexOf('\0');
  const target = end === -1 ? text : text.slice(0, end);
  return /^(?:https?|mailto):/i.test(target) ? target : null;
}

function withLink(cell: SheetCell, row: number, column: number, links: Reading['links']): SheetCell {
  const found = links.find(({ range }) => range.top <= row && row <= range.bottom && range.left <= column && column <= range.right);
  if (found === undefined) return cell;
  const link: Link = { text: cell.text.replace(/\n/g, ' '), target: found.target };
  return { ...cell, links: [link] };
}
