/** The items of an index list: taken apart as they stand, so that a new one can be written in their style. */
import { displayText } from './inline-text';
import { isWeb, linksIn, readsAsNotice, targetsOf, wordsOf, type ItemLink, type LinkInText } from './index-links';
import { LIST_ITEM, NAMING, type ListLine, type TitledRun } from './index-lists';
import type { PageLine } from './index-page-lines';
import type { ListKind } from './index-titles';

/** One item as it stands on the page. */
export interface IndexItem {
  /** Indices of its lines in the page: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** From the beginning of the line to the words: `> +   `, `2. `, `- [ ] `. */
  readonly mark: string;
  /** Markdown before and behind the link; all of the words where there is none. */
  readonly before: string;
  readonly after: string;
  readonly link: ItemLink | null;
  /** What the link shows; where there is none, what the line shows. */
  readonly words: string;
  /** `2020-01` where that stands before the title, else empty. */
  readonly month: string;
  /** Title without the month. */
  readonly title: string;
  /** What the address can mean as a vault path, `.md` included, the likeliest first. None for no link and for one to the web. */
  readonly targets: readonly string[];
}

/** What it takes to say which link of an item is the entry. */
export interface ItemReader {
  /** Path of the page. */
  readonly path: string;
  readonly kind: ListKind;
  /** The notice that a link of those targets leads to. */
  readonly noticeAt: (targets: readonly string[]) => { readonly ref: { readonly kind: string } } | undefined;
}

/** The lines of a run in order: items, and what keeps its place between them. */
export type Piece = { readonly kind: 'item'; readonly item: IndexItem } | { readonly kind: 'fixed'; readonly index: number };

const TASK = /^\[[ xX]\][ \t]+/;
/** Lines right below an item that are remarks on the list and no part of the item. */
const REMARK = /^(?:附言|附注|附[：:]|备注|注[：:]|说明|提示|PS\b|P\.S\.|※|（注|\(注|\{|:{3}|\^[A-Za-z0-9-]+\s*$|<|\||\[\^|(?:-{3,}|\*{3,}|_{3,})\s*$)/i;
/** Takes a run apart. */
export function readPieces(run: TitledRun, page: readonly PageLine[], reader: ItemReader): readonly Piece[] {
  const pieces: Piece[] = [];
  const base = baseIndent(run.lines);
  let open: { item: ListLine; to: number } | null = null;
  let waiting: ListLine[] = [];
  const close = (): void => {
    if (open !== null) pieces.push({ kind: 'item', item: readItem(open.item, open.to, page, reader) });
    open = null;
    for (const line of waiting) pieces.push({ kind: 'fixed', index: line.index });
    waiting = [];
  };
  for (const line of run.lines) {
    const indent = indentOf(line.text);
    if (base !== null && !line.isFixed && isItem(line.text) && Math.abs(indent - base) <= 1) {
      close();
      open = { item: line, to: line.index + 1 };
    } else if (line.text.trim() === '') waiting.push(line);
    else if (open !== null && (base !== null && indent > base + 1 || (!line.isFixed && waiting.length === 0 && !REMARK.test(line.text.trim()) && !LIST_ITEM.test(line.text)))) {
      open = { item: open.item, to: line.index + 1 };
      waiting = [];
    } else {
      waiting.push(line);
      close();
    }
  }
  close();
  return pieces;
}

/** How far the entries are indented: words that a user puts above them in a list may stand anywhere. */
function baseIndent(lines: readonly ListLine[]): number | null {
  const items = lines.filter((line) => !line.isFixed && isItem(line.text));
  const naming = items.filter(({ text }) => NAMING.test(text));
  const indents = (naming.length > 0 ? naming : items).map(({ text }) => indentOf(text));
  return indents.length === 0 ? null : Math.min(...indents);
}

function isItem(text: string): boolean {
  const words = LIST_ITEM.exec(text)?.[4];
  return words !== undefined && (!TASK.test(words) || linksIn(words.replace(TASK, '')).length > 0);
}

function indentOf(text: string): number {
  return (/^[ \t]*/.exec(text)?.[0] ?? '').replace(/\t/g, '    ').length;
}

function readItem(line: ListLine, to: number, page: readonly PageLine[], reader: ItemReader): IndexItem {
  const raw = page[line.index]?.raw ?? '';
  const container = raw.slice(0, raw.length - line.text.length);
  const parts = LIST_ITEM.exec(line.text);
  const task = TASK.exec(parts?.[4] ?? '')?.[0] ?? '';
  const mark = `${container}${parts?.[1] ?? ''}${parts?.[2] ?? ''}${parts?.[3] ?? ''}${task}`;
  const content = raw.slice(mark.length);
  const found = findLink(content, reader);
  const words = found === null ? displayText(content).trim() : wordsOf(found.link);
  const inWords = splitIndexLabel(words);
  const before = found === null ? '' : content.slice(0, found.from);
  const stated = /(\d{4})(?:[-_./]|年)(\d{1,2})/.exec(before);
  const month = inWords.month !== '' ? inWords.month : stated === null ? '' : `${stated[1] ?? ''}-${(stated[2] ?? '').padStart(2, '0')}`;
  return { from: line.index, to, mark, before, after: found === null ? content : content.slice(found.to), link: found?.link ?? null, words, month, title: inWords.title, targets: found === null ? [] : targetsOf(found.link, reader.path) };
}

/** The link that an item is about: one that leads to a notice, best of the list's kind; else one that names a notice; else the first that leads into the vault, the first of any. */
function findLink(content: string, reader: ItemReader): LinkInText | null {
  const rank = ({ link, isEmbed }: LinkInText): number => {
    const notice = reader.noticeAt(targetsOf(link, reader.path));
    if (notice !== undefined) return notice.ref.kind === reader.kind ? 0 : 1;
    const isOutside = isEmbed || isWeb(link);
    return (readsAsNotice(link) ? 2 : 4) + Number(isOutside);
  };
  const links = linksIn(content);
  if (links.length < 2) return links[0] ?? null;
  return links.map((one) => ({ one, at: rank(one) })).reduce((best, next) => (next.at < best.at ? next : best)).one;
}

/** The month that an item's words begin with (`2020-01 …`, `2020_01_…`, `2020年1月 …`), and the title behind it. */
export function splitIndexLabel(words: string): { readonly month: string; readonly title: string } {
  const found = /^\s*(\d{4})(?:[-_./]|年)(\d{1,2})(?:月|[-_./](?=\d))?(?:\d{1,2}日?)?[\s_:：、]+(.+)$/.exec(words);
  return found === null ? { month: '', title: words.trim() } : { month: `${found[1] ?? ''}-${(found[2] ?? '').padStart(2, '0')}`, title: (found[3] ?? '').trim() };
}
