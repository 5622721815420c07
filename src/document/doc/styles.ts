/** Styles of a Word 97 document, as far as they make a paragraph a heading. Source: [MS-DOC] 2.9.271 and 2.9.260. */
import { u16 } from '../cfb/bytes';
import type { ParagraphProperties } from './properties';
import { PART, type WordFile } from './word-file';

/** The built-in style (sti) behind each style number of the document. */
export type Styles = readonly number[];

const TITLE = 62;
const SUBTITLE = 74;
const MAX_STYLES = 4096;

/** Reads the style sheet of a document; -1 for a number that no style has, none where the part is missing or cut short. */
export function readStyles(file: WordFile): Styles {
  const bytes = file.part(PART.styles);
  const count = Math.min(u16(bytes, 2), MAX_STYLES);
  const styles: number[] = [];
  let at = 2 + u16(bytes, 0);
  for (let index = 0; index < count && at + 2 <= bytes.length; index += 1) {
    const size = u16(bytes, at);
    styles.push(size === 0 ? -1 : u16(bytes, at + 2) & 0xfff);
    at += 2 + size + (size & 1);
  }
  return styles;
}

/** 1 to 9 for headings, null for body text. What the paragraph says of itself comes before its style. */
export function headingLevel({ outline, style }: ParagraphProperties, styles: Styles): number | null {
  if (outline !== null) return outline < 9 ? outline + 1 : null;
  const base = styles[style] ?? -1;
  if (base >= 1 && base <= 9) return base;
  return base === TITLE ? 1 : base === SUBTITLE ? 2 : null;
}
