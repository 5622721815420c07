/** The text of a Word document as paragraphs with their properties: fields as their results, deleted and hidden text left out. */
import type { Link } from '../document';
import { readCharacterProperties, readParagraphProperties, readPropertyRuns, runAt, type ParagraphProperties } from './properties';
import { readPieces, readText, type WordFile } from './word-file';

/** One paragraph as Word shows it, with the marks that tables are built from; RTF gives the same. */
export interface WordParagraph {
  /** Line breaks are `\n`. */
  readonly text: string;
  readonly links: readonly Link[];
  readonly properties: ParagraphProperties;
  /** Whether it ends with a cell mark: the end of a cell, or of a row. */
  readonly endsCell: boolean;
  /** Whether its mark is deleted: with a row's mark, the row is. */
  readonly deleted: boolean;
  /** Height of its letters in half points; 0 where only its style says it. */
  readonly size: number;
}

const PARAGRAPH = '\r';
const CELL = '\u0007';
const PAGE = '\f';
const FIELD_BEGINS = '\u0013';
const FIELD_TURNS = '\u0014';
const FIELD_ENDS = '\u0015';
/** Marks within text, and what stands for them; other control characters are pictures, notes and anchors. */
const MARKS: Readonly<Record<string, string>> = { '\t': '\t', '\u000b': '\n', '\u000e': '\n', '\u001e': '-', '\u001f': '' };
const MAX_FIELDS = 50;

interface Field {
  instruction: string;
  /** Whether its result has begun. */
  turned: boolean;
  /** Where the result begins in the paragraph's text; -1 where it began in one before. */
  start: number;
}

/** Paragraphs of characters `from` to `to`. */
export function readParagraphs(file: WordFile, from: number, to: number): WordParagraph[] {
  const paragraphRuns = readPropertyRuns(file, 'paragraphs');
  const characterRuns = readPropertyRuns(file, 'characters');
  const paragraphs: WordParagraph[] = [];
  const fields: Field[] = [];
  let text = '';
  let links: Link[] = [];
  let size = 0;
  const finish = (byte: number, endsCell: boolean, deleted: boolean): void => {
    paragraphs.push({ text, links, properties: readParagraphProperties(runAt(paragraphRuns, byte), file.data), endsCell, deleted, size });
    for (const field of fields) field.start = -1;
    [text, links, size] = ['', [], 0];
  };
  for (const piece of readPieces(file)) {
    const [first, last] = [Math.max(piece.start, from), Math.min(piece.end, to)];
    const end = piece.offset + (last - piece.start) * piece.width;
    for (let at = piece.offset + (first - piece.start) * piece.width; at < end && first < last; ) {
      const run = runAt(characterRuns, at);
      const next = Math.min(end, Math.max(run?.to ?? end, at + piece.width));
      const { deleted, hidden, size: height } = readCharacterProperties(run);
      const chars = readText(file, at, next, piece.width);
      for (let index = 0; index < chars.length; index += 1) {
        const char = chars.charAt(index);
        if (char === PARAGRAPH || char === CELL || char === PAGE) {
          // A deleted paragraph mark joins two paragraphs.
          if (!deleted || char === CELL || isRowMark(paragraphRuns, at + index * piece.width, file)) finish(at + index * piece.width, char === CELL, deleted);
        } else if (char === FIELD_BEGINS) {
          if (fields.length < MAX_FIELDS) fields.push({ instruction: '', turned: false, start: -1 });
        } else if (char === FIELD_TURNS) turnField(fields.at(-1), text.length);
        else if (char === FIELD_ENDS) endField(fields.pop(), text, links);
        else if (!deleted && !hidden) {
          const shown = char >= ' ' ? char : (MARKS[char] ?? '');
          const field = fields.find((one) => !one.turned);
          if (field === undefined) {
            text += shown;
            size = Math.max(size, shown.trim() === '' ? 0 : height);
          } else if (field === fields.at(-1)) field.instruction += shown;
        }
      }
      at = next;
    }
  }
  if (text.trim() !== '') finish(-1, false, false);
  return paragraphs;
}

function isRowMark(runs: ReturnType<typeof readPropertyRuns>, byte: number, file: WordFile): boolean {
  const { endsInnerCell, endsInnerRow } = readParagraphProperties(runAt(runs, byte), file.data);
  return endsInnerCell || endsInnerRow;
}

function turnField(field: Field | undefined, at: number): void {
  if (field === undefined) return;
  field.turned = true;
  field.start = at;
}

function endField(field: Field | undefined, text: string, links: Link[]): void {
  if (field?.turned !== true || field.start === -1) return;
  const target = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(field.instruction)?.[1];
  if (target !== undefined && /^(?:https?|mailto):/i.test(target)) links.push({ text: text.slice(field.start).replace(/\n/g, ' '), target });
}
