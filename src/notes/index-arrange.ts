/** A list in true order: items and what belongs to them change places, everything else keeps its own; new items go in at theirs. */
import type { NoticeRef } from '../apps/listing';
import type { Piece } from './index-items';
import { refOfItem, type MatchedItem } from './index-match';
import { numberItems } from './index-numbers';
import type { PageLine } from './index-page-lines';
import type { ListKind } from './index-titles';
import { sortListed } from './notice-order';

/** A notice that the list does not have yet. */
export interface NewItem {
  readonly ref: NoticeRef;
  /** Its line; `number` is that of an ordered list. */
  readonly write: (number: number) => string;
}

/** What changes in the page for one list; nothing else of it does. */
export interface Arrangement {
  /** What the lines from `from` up to `to` (indices in the page) become. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Pick<PageLine, 'raw' | 'eol'>[];
}

type Lines = readonly Pick<PageLine, 'raw' | 'eol'>[];

/** An item with what goes where it goes. */
interface Block {
  readonly ref: NoticeRef;
  readonly lines: Lines;
}

interface Row {
  readonly block: Block;
  readonly added: NewItem | null;
}

const NUMBER = /^((?:[ \t]*>[ \t]?)*[ \t]*)(\d{1,9})(?=[.)][ \t])/;

/** @param matched the items of the pieces, in the same order. Null where nothing changes. */
export function arrangeList(pieces: readonly Piece[], matched: readonly MatchedItem[], added: readonly NewItem[], kind: ListKind, series: string, page: readonly PageLine[], eol: string): Arrangement | null {
  const { blocks, gaps, from, to } = readBlocks(pieces, matched, kind, series, page);
  if (blocks.length === 0) return null;
  const rows = blocks.map((block): Row => ({ block, added: null }));
  const news = added.map((one): Row => ({ block: { ref: { ...one.ref, series }, lines: [] }, added: one }));
  const order = sortListed(withDays([...rows, ...news], kind)).map(({ row }) => row);
  if (added.length === 0 && order.every((row, i) => row.block === blocks[i])) return null;
  const isLoose = blocks.length > 1 && gaps.slice(1, -1).filter((gap) => gap.length > 0 && gap.every(isBlank)).length * 2 >= blocks.length - 1;
  const lines: Pick<PageLine, 'raw' | 'eol'>[] = [];
  const items: { line: number; isNew: boolean }[] = [];
  let slot = 0;
  let waiting: Row[] = [];
  let before: Block | null = null;
  const closeGap = (after: Block | null): void => {
    const gap = gaps[slot] ?? [];
    const blank = gap.find(isBlank) ?? { raw: blankLike(blocks, page, from), eol };
    let written = 0;
    for (const { block, added: one } of waiting) {
      const point = Math.max(written, placeInGap(gap, before, block, after, isLoose));
      lines.push(...gap.slice(written, point));
      written = point;
      const isBetweenBlanks = isBlank(gap[point - 1]) && (isBlank(gap[point]) || (after === null && point === gap.length));
      if (isLoose && !isBetweenBlanks && before !== null && !isBlank(gap[point - 1])) lines.push({ raw: blank.raw, eol });
      items.push({ line: lines.length, isNew: true });
      lines.push({ raw: one?.write(items.length) ?? '', eol });
      if (isLoose && !isBetweenBlanks && (before === null || isBlank(gap[point - 1])) && !isBlank(gap[point])) lines.push({ raw: blank.raw, eol });
      before = block;
    }
    lines.push(...gap.slice(written));
    waiting = [];
  };
  for (const row of order) {
    if (row.added !== null) {
      waiting.push(row);
      continue;
    }
    closeGap(row.block);
    items.push({ line: lines.length, isNew: false });
    lines.push(...row.block.lines);
    before = row.block;
    slot += 1;
  }
  closeGap(null);
  renumber(lines, items, blocks);
  return { from, to, lines: withLastLineEnd(lines, page[to - 1]?.eol ?? eol, eol) };
}

/** Blocks in the order of the page, and the lines before, between and behind them. */
function readBlocks(pieces: readonly Piece[], matched: readonly MatchedItem[], kind: ListKind, series: string, page: readonly PageLine[]): { blocks: readonly Block[]; gaps: readonly Lines[]; from: number; to: number } {
  const blocks: { ref: NoticeRef; lines: PageLine[] }[] = [];
  const gaps: PageLine[][] = [[]];
  let item = 0;
  let isAfterGap = true;
  for (const piece of pieces) {
    const gap = gaps[gaps.length - 1];
    if (piece.kind === 'fixed') {
      const line = page[piece.index];
      if (line !== undefined) gap?.push(line);
      isAfterGap = true;
      continue;
    }
    const one = matched[item];
    item += 1;
    const lines = page.slice(piece.item.from, piece.item.to);
    // In the list that it stands in, a notice is numbered as the others are, whether or not it names its agency.
    const ref = one?.notice != null ? { ...one.notice.ref, series } : one?.fault === 'other-list' ? null : refOfItem(piece.item, kind, series);
    const last = blocks[blocks.length - 1];
    if (ref !== null) {
      blocks.push({ ref, lines: [...lines] });
      gaps.push([]);
      isAfterGap = false;
    } else if (last !== undefined && !isAfterGap) last.lines.push(...lines);
    // What nobody can place, and stands apart, keeps its place.
    else gap?.push(...lines);
  }
  const [first, end] = [pieces[0], pieces[pieces.length - 1]];
  const from = first === undefined ? 0 : first.kind === 'item' ? first.item.from : first.index;
  const to = end === undefined ? 0 : end.kind === 'item' ? end.item.to : end.index + 1;
  return { blocks, gaps, from, to };
}

/** An item that states a month stays beside the one next to it of that month: no one knows the day. */
function withDays(rows: readonly Row[], kind: ListKind): readonly (NoticeRef & { readonly row: Row })[] {
  const listed = rows.filter(({ added }) => added === null);
  const days = new Map<Row, string | null>(listed.map((row) => [row, row.block.ref.date]));
  if (kind === 'takedown') {
    listed.forEach((row, i) => {
      const month = row.block.ref.date;
      if (month?.length !== 7) return;
      const around = [days.get(listed[i - 1] ?? row), listed[i + 1]?.block.ref.date];
      days.set(row, around.find((day) => day?.startsWith(month) === true && day.length > 7) ?? month);
    });
  }
  return rows.map((row) => ({ ...row.block.ref, date: days.get(row) ?? row.block.ref.date, row }));
}

/** Where in a gap a new item goes: right behind the item before it, unless the gap shows that its place is further down. */
function placeInGap(gap: Lines, before: Block | null, added: Block, after: Block | null, isLoose: boolean): number {
  if (isLoose || (before !== null && after !== null)) {
    const twoBlanks = gap.findIndex((line, i) => isBlank(line) && isBlank(gap[i + 1]));
    if (twoBlanks !== -1 && before !== null) return twoBlanks + 1;
    if (isLoose && before === null && isBlank(gap[gap.length - 1]) && isBlank(gap[gap.length - 2])) return gap.length - 1;
  }
  if (before === null) return gap.length;
  if (after === null) return 0;
  if (isLoose && gap.length === 1 && isBlank(gap[0])) return 1;
  const year = yearOf(added.ref);
  return year !== null && year === yearOf(after.ref) && year !== yearOf(before.ref) ? gap.length : 0;
}

function yearOf(ref: NoticeRef): string | null {
  return ref.date?.slice(0, 4) ?? /(\d{4})年/.exec(`${ref.label} ${ref.title}`)?.[1] ?? null;
}

function isBlank(line: { readonly raw: string } | undefined): boolean {
  return line !== undefined && /^[\s>]*$/.test(line.raw);
}

/** A blank line inside what the list stands in. */
function blankLike(blocks: readonly Block[], page: readonly PageLine[], from: number): string {
  const raw = blocks[0]?.lines[0]?.raw ?? page[from]?.raw ?? '';
  return (/^(?:[ \t]*>[ \t]?)*/.exec(raw)?.[0] ?? '').replace(/[ \t]+$/, '');
}

function renumber(lines: Pick<PageLine, 'raw' | 'eol'>[], items: readonly { readonly line: number; readonly isNew: boolean }[], blocks: readonly Block[]): void {
  const numbers = numberItems(blocks.map((block) => NUMBER.exec(block.lines[0]?.raw ?? '')?.[2] ?? null), items);
  items.forEach(({ line }, i) => {
    const there = lines[line];
    if (there !== undefined && numbers !== null) lines[line] = { ...there, raw: there.raw.replace(NUMBER, `$1${numbers[i] ?? ''}`) };
  });
}

/** A file that ends without a line end still does, whichever line comes last. */
function withLastLineEnd(lines: Lines, last: string, eol: string): Lines {
  return lines.map((line, i) => (i === lines.length - 1 ? { ...line, eol: last } : line.eol === '' ? { ...line, eol } : line));
}
