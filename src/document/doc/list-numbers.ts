/** Automatic numbers of paragraphs: a column 序号 often holds no text but a list number. Source: [MS-DOC] 2.9.131, 2.9.147 and 2.9.150. */
import { i32, u16, u32, u8, utf16 } from '../cfb/bytes';
import { formatLabel } from '../docx/number-labels';
import { PART, type WordFile } from './word-file';

interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** Text around the numbers; characters 0 to 8 stand for the number of that level. */
  readonly pattern: string;
}

/** The numbered lists of a document: one place in both arrays for each list that paragraphs can name. */
export interface Lists {
  /** Levels by the list's number in the document, from 1, as paragraphs name it. */
  readonly levels: readonly (readonly ListLevel[])[];
  /** Which list each of them is: two names for one list count on together. */
  readonly ids: readonly number[];
}

/** Number formats of Word 97 ([MS-OSHARED] 2.2.1.3) by their names in docx. */
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 14: 'decimalFullWidth', 18: 'decimalEnclosedCircle', 22: 'decimalZero', 23: 'bullet', 26: 'decimalEnclosedFullstop', 27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese', 17: 'ideographDigital', 30: 'ideographTraditional', 31: 'ideographZodiac', 33: 'taiwaneseCounting', 35: 'taiwaneseCountingThousand', 37: 'chineseCounting', 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand', 255: 'none',
};
const MAX_LISTS = 2000;

/** Reads the lists of a document. */
export function readLists(file: WordFile): Lists {
  const offset = u32(file.main, 154 + 8 * PART.lists);
  const heads = file.part(PART.lists);
  const bytes = file.table.subarray(Math.min(offset, file.table.length));
  const count = Math.min(u16(heads, 0), MAX_LISTS);
  const byId = new Map<number, readonly ListLevel[]>();
  let at = heads.length;
  for (let index = 0; index < count; index += 1) {
    const head = 2 + 28 * index;
    const levels: ListLevel[] = [];
    for (let level = 0; level < ((u8(bytes, head + 26) & 1) === 1 ? 1 : 9); level += 1) {
      const text = at + 28 + u8(bytes, at + 24) + u8(bytes, at + 25);
      levels.push({ start: i32(bytes, at), format: FORMATS[u8(bytes, at + 4)] ?? 'decimal', pattern: utf16(bytes, text + 2, Math.min(u16(bytes, text), 100)) });
      at = text + 2 + 2 * u16(bytes, text);
    }
    byId.set(i32(heads, head), levels);
  }
  const overrides = file.part(PART.listOverrides);
  const ids = Array.from({ length: Math.min(u32(overrides, 0), MAX_LISTS) }, (_, index) => i32(overrides, 4 + 16 * index));
  return { levels: ids.map((id) => byId.get(id) ?? []), ids };
}

/** Counts the paragraphs of every list, in reading order. */
export class ListCounter {
  private readonly counts = new Map<number, number[]>();

  constructor(private readonly lists: Lists) {}

  /** The number that stands before the next paragraph of a list; empty for bullets and paragraphs of none. */
  next(list: number, level: number): string {
    const levels = this.lists.levels[list - 1];
    const id = this.lists.ids[list - 1];
    const own = levels?.[level];
    if (levels === undefined || id === undefined || own === undefined) return '';
    const counts = this.counts.get(id) ?? [];
    this.counts.set(id, counts);
    const now = counts[level];
    counts[level] = now === undefined ? own.start : now + 1;
    counts.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    return Array.from(own.pattern, (char) => {
      const place = char.charCodeAt(0);
      if (place > 8) return char;
      return formatLabel(counts[place] ?? levels[place]?.start ?? 1, levels[place]?.format ?? 'decimal');
    }).join('');
  }
}
