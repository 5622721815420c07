/** One paragraph of a Word file: its text with its automatic number, and what its properties make of it. */
import { trimText } from '../join-text';
import { childOf, isOn, valueOf, type XmlElement } from '../xml/xml-element';
import type { DocxReading } from './docx-reading';
import { emptyInline, readInline, type InlineText } from './read-inline';
import { nextLabel } from './numbering';
import { readNumberingRef, readOutline } from './styles';

/** A paragraph with its style applied. */
export interface WordParagraph {
  readonly inline: InlineText;
  /** Level from 1; null for body text. */
  readonly heading: number | null;
  /** `right`, `center`; empty for the rest. */
  readonly align: string;
  /** The automatic number with the blank behind it. */
  readonly label: string;
  /** Its end was deleted with tracking on: accepted, it runs on into the next paragraph. */
  readonly runsOn: boolean;
}

/** Reads `paragraph` behind the text that ran on from the one before. Its number is counted even where nobody will see it. */
export function readParagraph(paragraph: XmlElement, reading: DocxReading, before: InlineText = emptyInline()): WordParagraph {
  const properties = childOf(paragraph, 'w:pPr');
  const mark = childOf(properties, 'w:rPr');
  const styleId = valueOf(properties, 'w:pStyle');
  const style = reading.styles.get(styleId ?? '');
  const own = emptyInline();
  for (const field of reading.fields) field.start = 0;
  readInline(paragraph.children, own, reading);
  // An instruction ends with its paragraph: one whose end is lost must not swallow the rest of the file.
  while (reading.fields.at(-1)?.phase === 'instruction') reading.fields.pop();
  const runsOn = childOf(mark, 'w:del') !== null || childOf(mark, 'w:moveFrom') !== null;
  const isGone = (runsOn || isOn(mark, 'w:vanish')) && trimText(own.text) === '';
  const outline = readOutline(properties);
  const ref = readNumberingRef(properties) ?? style?.numbering ?? null;
  return {
    inline: before.text === '' && before.links.length + before.images.length + before.boxes.length === 0 ? own : joinInline(before, own),
    heading: outline === undefined ? (style?.heading ?? null) : outline,
    align: alignOf(valueOf(properties, 'w:jc')),
    label: ref === null || isGone ? '' : nextLabel(reading.numbering, ref, styleId),
    runsOn,
  };
}

function joinInline(before: InlineText, own: InlineText): InlineText {
  before.text += own.text;
  before.links.push(...own.links);
  before.images.push(...own.images);
  before.boxes.push(...own.boxes);
  return before;
}

function alignOf(value: string | null): string {
  if (value === 'right' || value === 'end') return 'right';
  return value === 'center' ? 'center' : '';
}
