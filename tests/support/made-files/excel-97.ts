/** Writes small Excel 97 workbooks for tests ([MS-XLS]). */
import { bytesOf, makeCompoundFile, u16le, u32le, utf16le } from './compound-file';

export type MadeRecord = readonly [type: number, data: readonly number[]];

const END: MadeRecord = [0x0a, []];

/** A string with flags: two bytes a character where `wide`. */
export function xlString(text: string, wide = true, longLength = true): number[] {
  return [...(longLength ? u16le(text.length) : [text.length]), wide ? 1 : 0, ...(wide ? utf16le(text) : Array.from(text, (char) => char.charCodeAt(0)))];
}

export function float(value: number): number[] {
  return [...new Uint8Array(new Float64Array([value]).buffer)];
}

export const at = (row: number, column: number, style = 0): number[] => [...u16le(row), ...u16le(column), ...u16le(style)];

/** A label by its number in the shared strings. */
export function label(row: number, column: number, string: number, style = 0): MadeRecord {
  return [0xfd, [...at(row, column, style), ...u32le(string)]];
}

export function number(row: number, column: number, value: number, style = 0): MadeRecord {
  return [0x203, [...at(row, column, style), ...float(value)]];
}

export function merge(top: number, bottom: number, left: number, right: number): MadeRecord {
  return [0xe5, [...u16le(1), ...u16le(top), ...u16le(bottom), ...u16le(left), ...u16le(right)]];
}

export interface MadeSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly records: readonly MadeRecord[];
}

export interface MadeWorkbook {
  /** Records before the sheets: formats, styles, shared strings. */
  readonly shared?: readonly MadeRecord[];
  readonly sheets: readonly MadeSheet[];
  readonly version?: number;
}

export function makeExcel97({ shared = [], sheets, version = 0x0600 }: MadeWorkbook): Uint8Array {
  const begin = (kind: number): MadeRecord => [0x809, [...u16le(version), ...u16le(kind), ...new Array<number>(12).fill(0)]];
  const write = (records: readonly MadeRecord[]): number[] => records.flatMap(([type, data]) => [...u16le(type), ...u16le(data.length), ...data]);
  const bodies = sheets.map(({ records }) => write([begin(0x10), ...records, END]));
  const head = (offsets: readonly number[]): number[] => write([begin(5), ...shared, ...sheets.map(({ name, hidden }, index): MadeRecord => [0x85, [...u32le(offsets[index] ?? 0), hidden === true ? 1 : 0, 0, ...xlString(name, true, false)]]), END]);
  const length = head([]).length;
  const offsets = bodies.map((_, index) => length + bodies.slice(0, index).reduce((sum, body) => sum + body.length, 0));
  return makeCompoundFile({ Workbook: bytesOf(head(offsets), ...bodies) });
}

/** The shared strings in one record. */
export function strings(...texts: readonly string[]): MadeRecord {
  return [0xfc, [...u32le(texts.length), ...u32le(texts.length), ...texts.flatMap((text) => xlString(text))]];
}

export function format(id: number, code: string): MadeRecord {
  return [0x41e, [...u16le(id), ...xlString(code, false)]];
}

/** A cell style that carries a number format. */
export function style(formatId: number): MadeRecord {
  return [0xe0, [...u16le(0), ...u16le(formatId), ...new Array<number>(16).fill(0)]];
}
