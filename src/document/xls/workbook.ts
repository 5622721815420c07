/** What the sheets of an Excel 97 workbook share: their places, strings and number formats. Source: [MS-XLS]. */
import { u16, u32, u8 } from '../cfb/bytes';
import { builtinFormat } from '../xlsx/builtin-formats';
import { readFormat } from '../xlsx/format-number';
import type { Workbook } from '../xlsx/read-sheet';
import { PartsReader, readRecords, readString, RECORD } from './records';

/** A sheet as the head of the workbook lists it (BoundSheet8, [MS-XLS] 2.4.28). */
export interface XlsSheet {
  readonly name: string;
  /** Where its records begin in the stream. */
  readonly offset: number;
  readonly hidden: boolean;
  /** False for charts and macros. */
  readonly holdsCells: boolean;
}

/** What is shared, and the sheets in their order. */
export interface XlsWorkbook extends Workbook {
  readonly sheets: readonly XlsSheet[];
}

const BIFF8 = 0x0600;
const GENERAL = readFormat('');
const MAX_STRINGS = 1_000_000;
const MAX_SHEETS = 1000;

/** Reads the part of the stream before the first sheet. A reason where it cannot be used. */
export function readWorkbook(stream: Uint8Array): XlsWorkbook | 'damaged' | 'old' | 'locked' {
  const sheets: XlsSheet[] = [];
  const styles: number[] = [];
  const formats = new Map<number, string>();
  let strings: readonly string[] = [];
  let from1904 = false;
  let begun = false;
  for (const record of readRecords(stream, 0)) {
    const { type, data, parts } = record;
    if (!begun) {
      if (type !== RECORD.begin) return 'damaged';
      if (u16(data, 0) !== BIFF8) return 'old';
      begun = true;
    } else if (type === RECORD.end) break;
    else if (type === RECORD.filePass) return 'locked';
    else if (type === RECORD.date1904) from1904 = u16(data, 0) === 1;
    else if (type === RECORD.sheet && !sheets.some(({ offset }) => offset === u32(data, 0)) && sheets.length < MAX_SHEETS) sheets.push({ name: readString([data], 6, false), offset: u32(data, 0), hidden: (u8(data, 4) & 3) !== 0, holdsCells: u8(data, 5) === 0 });
    else if (type === RECORD.format) formats.set(u16(data, 0), readString(parts, 2));
    else if (type === RECORD.style) styles.push(u16(data, 2));
    else if (type === RECORD.strings) strings = readStrings(parts);
  }
  if (!begun) return 'damaged';
  const read = new Map([...new Set(styles)].map((id) => [id, readFormat(formats.get(id) ?? builtinFormat(id))]));
  return { sheets, strings, formats: styles.map((id) => read.get(id) ?? GENERAL), from1904 };
}

/** The shared strings: each may carry formatting runs and phonetic marks, which are passed over. */
function readStrings(parts: readonly Uint8Array[]): string[] {
  const reader = new PartsReader(parts, 4);
  const count = Math.min(reader.long(), MAX_STRINGS);
  const strings: string[] = [];
  while (strings.length < count && !reader.done) {
    const length = reader.short();
    const flags = reader.byte();
    const runs = (flags & 8) === 0 ? 0 : reader.short();
    const marks = (flags & 4) === 0 ? 0 : reader.long();
    strings.push(reader.characters(length, flags));
    reader.skip(4 * runs + marks);
  }
  return strings;
}
