/** Names in the name cells of a user's tables become links: link characters are put around the words, and nothing else is touched. */
import type { Entry, NoticeList, SourceRow } from '../notice/notice';
import { fieldsOfHeader } from '../notice/columns';
import type { LinkStyle } from '../settings';
import { displayText } from './inline-text';
import { encodePath, linkTo } from './links';
import { cellPlaces } from './prose-tables';

/** A name cell that should lead to a note. */
export interface NameLink {
  /** Line of its row in the note, from 1. */
  readonly line: number;
  /** Column of the table, from 0; of its part where parts of the list stand side by side in one table. */
  readonly column: number;
  /** Columns of the table, or of the part. */
  readonly width?: number;
  /** The cell as it stands, ends trimmed. */
  readonly cell: string;
  /** Vault path of the note of the app. */
  readonly path: string;
}

/** A name cell of a list, and whose name stands in it. */
export interface NameCell extends Omit<NameLink, 'path'> {
  /** List and entry, both from 0. */
  readonly list: number;
  readonly entry: number;
}

/** The name cells of lists that were read from a note; rows that go on with the one above have none. */
export function nameCells(lists: readonly NoticeList[]): readonly NameCell[] {
  return lists.flatMap((list, l) =>
    list.entries.flatMap((entry, e) => rowsOf(entry).flatMap((row): NameCell[] => {
      const column = fieldsOfHeader(row.cells.map(([heading]) => heading)).indexOf('name');
      const cell = row.cells[column]?.[1].trim() ?? '';
      return cell === '' || displayText(cell).trim() === '' ? [] : [{ line: row.line, column, width: row.cells.length, cell, list: l, entry: e }];
    })),
  );
}

function rowsOf(entry: Entry): readonly SourceRow[] {
  return [...new Set([...entry.rows, ...entry.packages.flatMap((one) => one.rows)])];
}

/** The text with its links, how many were made, and which could not be. */
export interface LinkedCells {
  readonly text: string;
  readonly linked: number;
  readonly unlinked: readonly NameLink[];
}

/** Links the given cells. A cell that holds a link stays; one that does not stand where it was read stays, too, and is reported. */
export function linkNameCells(text: string, names: readonly NameLink[], style: LinkStyle): LinkedCells {
  const lines = lineBounds(text);
  const inserts: { readonly at: number; readonly characters: string }[] = [];
  const unlinked: NameLink[] = [];
  const taken = new Set<number>();
  let linked = 0;
  for (const name of names) {
    if (holdsLink(name.cell)) continue;
    const line = lines[name.line - 1];
    const place = line === undefined ? null : placeOfName(text, line, name, taken);
    const link = place === null ? null : linkAround(text.slice(place.from, place.to), name.path, style);
    if (place === null || link === null) {
      unlinked.push(name);
      continue;
    }
    taken.add(place.from);
    inserts.push({ at: place.from, characters: link.before }, { at: place.to, characters: link.after });
    linked += 1;
  }
  let result = '';
  let at = 0;
  for (const insert of inserts.sort((a, b) => a.at - b.at)) {
    result += text.slice(at, insert.at) + insert.characters;
    at = insert.at;
  }
  return { text: result + text.slice(at), linked, unlinked };
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Lines as the markdown reader counts them: they end with LF, CRLF or CR. */
function lineBounds(text: string): readonly Bounds[] {
  const lines: Bounds[] = [];
  const ends = /\r\n|\n|\r/g;
  let from = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    lines.push({ from, to: end.index });
    from = end.index + end[0].length;
  }
  lines.push({ from, to: text.length });
  return lines;
}

function holdsLink(cell: string): boolean {
  return /\[\[[^\]]*\]\]|\]\(|\]\[(?!\^)|!\[/.test(cell);
}

/** Where the words of the name stand, marks of emphasis around them left out; null where the row is not the one that was read. */
function placeOfName(text: string, line: Bounds, name: NameLink, taken: ReadonlySet<number>): Bounds | null {
  const lead = /^[\s>]*/.exec(text.slice(line.from, line.to))?.[0].length ?? 0;
  const cells = cellPlaces(text, line.from + lead, line.to);
  const width = name.width ?? cells.length;
  // A further part of the list begins behind each width.
  for (let column = name.column; column < cells.length; column += Math.max(1, width)) {
    const cell = cells[column];
    const words = cell === undefined ? null : wordsIn(text, cell, name);
    if (words !== null && !taken.has(words.from)) return words;
  }
  return null;
}

function wordsIn(text: string, cell: Bounds, name: NameLink): Bounds | null {
  const source = text.slice(cell.from, cell.to);
  const from = cell.from + source.length - source.trimStart().length;
  const to = cell.from + source.trimEnd().length;
  if (text.slice(from, to) !== name.cell) return null;
  // A reference to a footnote is no part of the name, and must not stand inside a link.
  const notes = /(?:\s*\[\^[^\]\s]+\])+$/.exec(name.cell)?.[0].length ?? 0;
  const words = name.cell.slice(0, name.cell.length - notes);
  if (words === '') return null;
  const mark = /^(\*\*\*|\*\*|\*|___|__|_|~~|==)(?=\S)([\s\S]*\S)\1$/.exec(words);
  const inner = mark?.[2] ?? '';
  const isWhole = mark !== null && !inner.includes(mark[1] ?? '');
  const marked = isWhole ? (mark[1] ?? '').length : 0;
  return { from: from + marked, to: to - notes - marked };
}

/** What to put before and behind words so that they are a link; null where they would end or break it. */
function linkAround(words: string, path: string, style: LinkStyle): { readonly before: string; readonly after: string } | null {
  const wiki = linkTo(path, words, { inTable: true, style });
  if (wiki === `[[${path.replace(/\.md$/i, '')}\\|${words}]]`) return { before: wiki.slice(0, wiki.length - words.length - 2), after: ']]' };
  // Brackets, code and raw HTML could reach over the end of a link.
  const isCode = /^`[^`[\]<]+`$/.test(words);
  if (!isCode && (/[[\]`]|<(?!br\s*\/?>)/i.test(words) || /(?:^|[^\\])(?:\\\\)*\\$/.test(words))) return null;
  return { before: '[', after: `](${encodePath(path)})` };
}
