/** Lists copied from a phone or a browser: a table that has become one cell a line, or cells with tabs between. */
import { isCaptionParagraph } from './captions';
import { alignCells, fitOf } from './cell-fit';
import { fieldsOfHeader, type ColumnField } from './columns';
import { readRowNumber } from './row-numbers';
import { tableOf, type TextLine, type TextList } from './text-lines';

const MIN_COLUMNS = 3;
const MAX_COLUMNS = 12;
const HEADING_LENGTH = 16;
/** Words of columns that have no field of their own (备案号, 属地, 备注). */
const OTHER_HEADING = /备案|许可|属地|地区|省份|城市|备注|包名|下载量|时间|日期|链接|情况|MD5/i;

/** All lists that were pasted one cell a line, in order. */
export function findCellLists(lines: readonly TextLine[]): readonly TextList[] {
  const lists: TextList[] = [];
  const starts = lines.flatMap((line, i) => (isNumber(line.text, 1) && headerBefore(lines, i) !== null ? [i] : []));
  for (const [n, start] of starts.entries()) {
    const header = headerBefore(lines, start);
    if (header === null) continue;
    const next = starts[n + 1];
    const end = next === undefined ? lines.length : next - (headerBefore(lines, next)?.headings.length ?? 0);
    const list = readCells(lines, start, end, header);
    if (list !== null) lists.push(list);
  }
  return lists;
}

/** All lists whose cells are parted by tabs, or by two blanks and more. */
export function findTabLists(lines: readonly TextLine[]): readonly TextList[] {
  const lists: TextList[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const headings = splitCells(lines[i]?.text ?? '');
    if (headings.length < MIN_COLUMNS || headings.length > MAX_COLUMNS || !isHeader(headings)) continue;
    const taken: TextLine[] = [lines[i] as TextLine];
    const rows: { cells: string[]; line: number }[] = [];
    let at = i + 1;
    for (; at < lines.length; at += 1) {
      const line = lines[at] as TextLine;
      const cells = [...splitCells(line.text)];
      const last = rows.at(-1);
      if (cells.length > 1) rows.push({ cells: cells.length > headings.length ? [...cells.slice(0, headings.length - 1), cells.slice(headings.length - 1).join('\n')] : cells, line: line.line });
      // A further problem of the row above, on a line of its own.
      else if (last !== undefined && fitOf(line.text, 'problems', '') === 3 && !/[。，]/.test(line.text)) last.cells.push(`${last.cells.pop() ?? ''}\n${line.text}`);
      else break;
      taken.push(line);
    }
    if (rows.length === 0) continue;
    lists.push(placedList(lines, i, taken, headings, rows));
    i = at - 1;
  }
  return lists;
}

interface Header {
  readonly headings: readonly string[];
  readonly fields: readonly ColumnField[];
}

/** The headings that stand, one a line, right before line `at`. */
function headerBefore(lines: readonly TextLine[], at: number): Header | null {
  const headings: string[] = [];
  for (let i = at - 1; i >= 0 && headings.length < MAX_COLUMNS; i -= 1) {
    const text = lines[i]?.text ?? '';
    if (text.length > HEADING_LENGTH || /[。，；]/.test(text) || isCaptionParagraph(text)) break;
    if (fieldsOfHeader([text])[0] === 'other' && !OTHER_HEADING.test(text)) break;
    headings.unshift(text);
    if (fieldsOfHeader([text])[0] === 'no') break;
  }
  if (headings.length < 2) return null;
  const fields = fieldsOfHeader(headings);
  return isHeader(headings) ? { headings, fields } : null;
}

function isHeader(headings: readonly string[]): boolean {
  const fields = fieldsOfHeader(headings.map((h) => h.trim()));
  return fields.includes('name') && fields.filter((f) => f !== 'other').length >= 2 && headings.every((h) => h.length <= HEADING_LENGTH);
}

function readCells(all: readonly TextLine[], start: number, end: number, header: Header): TextList | null {
  const numbered = header.fields[0] === 'no';
  const headings = numbered ? header.headings : ['序号', ...header.headings];
  const fields = (numbered ? header.fields : (['no', ...header.fields] as const)).slice(1);
  const lines = withoutRepeatedHeaders(all.slice(start, end), header.headings);
  const rows: { cells: string[]; line: number }[] = [];
  const taken: TextLine[] = [...all.slice(start - header.headings.length, start)];
  let at = 0;
  for (let number = 1; at < lines.length; ) {
    const next = nextRow(lines, at, number, fields.length);
    const first = lines[at] as TextLine;
    const cells = next === null ? lastCells(lines.slice(at + 1), fields) : lines.slice(at + 1, next.at);
    rows.push({ cells: [first.text, ...alignCells(cells.map((c) => c.text), fields, headings.slice(1))], line: first.line });
    taken.push(first, ...cells);
    if (next === null) break;
    at = next.at;
    number = next.number;
  }
  if (rows.length === 0) return null;
  const list = placedList(all, start - header.headings.length, taken, headings, rows);
  return list;
}

/** Where the next numbered row begins. A version can be a bare number too: the first that leaves room for the cells of the row before is taken. */
function nextRow(lines: readonly TextLine[], at: number, number: number, columns: number): { at: number; number: number } | null {
  const found: { at: number; number: number }[] = [];
  for (let i = at + 2; i < Math.min(lines.length, at + 4 * columns + 12); i += 1) {
    for (let step = 1; step <= 2; step += 1) if (isNumber(lines[i]?.text ?? '', number + step)) found.push({ at: i, number: number + step });
  }
  const byOne = found.filter((f) => f.number === number + 1);
  return byOne.find((f) => f.at - at >= columns) ?? byOne.find((f) => f.at - at >= 3) ?? found.find((f) => f.at - at >= columns) ?? null;
}

/** The cells of the last row: as many as there are columns, and further problems; what follows is text again. */
function lastCells(lines: readonly TextLine[], fields: readonly ColumnField[]): readonly TextLine[] {
  const cells: TextLine[] = [];
  for (const line of lines) {
    const isProblem = fitOf(line.text, 'problems', '') === 3;
    if (/[。]$/.test(line.text) || line.text.length > 60 || (cells.length >= fields.length && !isProblem)) break;
    cells.push(line);
  }
  return cells;
}

function withoutRepeatedHeaders(lines: readonly TextLine[], headings: readonly string[]): readonly TextLine[] {
  const kept: TextLine[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    if (headings.every((heading, j) => lines[i + j]?.text === heading)) i += headings.length - 1;
    else kept.push(lines[i] as TextLine);
  }
  return kept;
}

function isNumber(text: string, wanted: number): boolean {
  return text.length <= 5 && /^[（(]?[0-9０-９]+[）)]?[.．、]?$/.test(text) && readRowNumber(text) === wanted;
}

/** A caption on the line above the list is its caption. */
function placedList(all: readonly TextLine[], first: number, taken: readonly TextLine[], headings: readonly string[], rows: readonly { cells: readonly string[]; line: number }[]): TextList {
  const above = all[first - 1];
  const caption = above !== undefined && isCaptionParagraph(above.text) ? above.text.replace(/\s*[:：]$/, '') : null;
  const table = tableOf(headings, rows, all[first]?.line ?? 1);
  return {
    placed: { table, caption, sections: [], category: null, ownCaption: true },
    lines: caption === null || above === undefined ? taken : [above, ...taken],
  };
}

function splitCells(text: string): readonly string[] {
  return text.split(text.includes('\t') ? '\t' : / {2,}|\u3000+/).map((cell) => cell.trim());
}
