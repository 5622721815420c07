/** The items of an index list: taken apart as they stand, so that a new one can be written in their style. */
import { decodeSafely } from '../document/web-address';
import { displayText } from './inline-text';
import type { PageLine } from './index-page-lines';
import { LIST_ITEM, NAMING, type ListLine, type TitledRun } from './index-lists';

/** The link of an item as it is written. */
export interface ItemLink {
  readonly form: 'markdown' | 'angle' | 'wiki';
  /** Address as it stands, without angle brackets and subpath. */
  readonly address: string;
  /** Between the brackets as it stands; null for a wikilink without an alias. */
  readonly label: string | null;
}

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

/** The lines of a run in order: items, and what keeps its place between them. */
export type Piece = { readonly kind: 'item'; readonly item: IndexItem } | { readonly kind: 'fixed'; readonly index: number };

const TASK = /^\[[ xX]\][ \t]+/;
/** Lines right below an item that are remarks on the list and no part of the item. */
const REMARK = /^(?:附言|附注|附[：:]|备注|注[：:]|说明|提示|PS\b|P\.S\.|※|（注|\(注|\{|:{3}|\^[A-Za-z0-9-]+\s*$|<|\||\[\^|(?:-{3,}|\*{3,}|_{3,})\s*$)/i;
const WIKILINK = /^\[\[([^[\]|\\]+(?:\\(?!\|)[^[\]|\\]*)*)(?:\\?\|([^\]]*(?:\](?!\])[^\]]*)*))?\]\]/;
const MARKDOWN_LINK = /^\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*(?:<([^<>]*)>|((?:[^\s()\\<]|\\.|\((?:[^\s()]|\([^\s()]*\))*\))*)|([^()<>]*?\.md))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/i;

/** Takes a run apart. `path` is that of the page. */
export function readPieces(run: TitledRun, page: readonly PageLine[], path: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const base = baseIndent(run.lines);
  let open: { item: ListLine; to: number } | null = null;
  let waiting: ListLine[] = [];
  const close = (): void => {
    if (open !== null) pieces.push({ kind: 'item', item: readItem(open.item, open.to, page, path) });
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
  return words !== undefined && (!TASK.test(words) || findLink(words.replace(TASK, '')) !== null);
}

function indentOf(text: string): number {
  return (/^[ \t]*/.exec(text)?.[0] ?? '').replace(/\t/g, '    ').length;
}

function readItem(line: ListLine, to: number, page: readonly PageLine[], path: string): IndexItem {
  const raw = page[line.index]?.raw ?? '';
  const container = raw.slice(0, raw.length - line.text.length);
  const parts = LIST_ITEM.exec(line.text);
  const task = TASK.exec(parts?.[4] ?? '')?.[0] ?? '';
  const mark = `${container}${parts?.[1] ?? ''}${parts?.[2] ?? ''}${parts?.[3] ?? ''}${task}`;
  const content = raw.slice(mark.length);
  const found = findLink(content);
  const words = found === null ? displayText(content).trim() : wordsOf(found.link);
  const inWords = splitIndexLabel(words);
  const before = found === null ? '' : content.slice(0, found.from);
  const stated = /(\d{4})(?:[-_./]|年)(\d{1,2})/.exec(before);
  const month = inWords.month !== '' ? inWords.month : stated === null ? '' : `${stated[1] ?? ''}-${(stated[2] ?? '').padStart(2, '0')}`;
  return { from: line.index, to, mark, before, after: found === null ? content : content.slice(found.to), link: found?.link ?? null, words, month, title: inWords.title, targets: found === null ? [] : targetsOf(found.link, path) };
}

/** The first link that leads into the vault, else the first of any, or note that is shown in it. */
function findLink(content: string): { link: ItemLink; from: number; to: number } | null {
  let other: { link: ItemLink; from: number; to: number } | null = null;
  for (let i = 0; i < content.length; i += 1) {
    if (content.charAt(i) === '\\') i += 1;
    else if (content.charAt(i) === '!' && content.charAt(i + 1) === '[') {
      // A note that is shown in full is one that the item leads to; a picture is not.
      const shown = WIKILINK.exec(content.slice(i + 1));
      if (shown !== null && !/\.(?!md(?:#|$))\w{2,5}$/i.test(shown[1] ?? '')) other ??= { link: { form: 'wiki', address: shown[1] ?? '', label: null }, from: i, to: i + 1 + shown[0].length };
      i += shown?.[0].length ?? 1;
    }
    else if (content.charAt(i) === '[') {
      const rest = content.slice(i);
      const wiki = WIKILINK.exec(rest);
      const plain = wiki === null ? MARKDOWN_LINK.exec(rest) : null;
      const length = wiki?.[0].length ?? plain?.[0].length;
      if (length === undefined) continue;
      const link: ItemLink = wiki !== null ? { form: 'wiki', address: wiki[1] ?? '', label: wiki[2] ?? null } : { form: plain?.[2] === undefined ? 'markdown' : 'angle', address: plain?.[2] ?? plain?.[3] ?? plain?.[4] ?? '', label: plain?.[1] ?? '' };
      if (!isWeb(link.address)) return { link, from: i, to: i + length };
      other ??= { link, from: i, to: i + length };
      i += length - 1;
    }
  }
  return other;
}

function isWeb(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

function wordsOf(link: ItemLink): string {
  return (link.label === null ? (link.address.split('/').pop() ?? '').replace(/#.*$/, '') : displayText(link.label)).trim();
}

function targetsOf(link: ItemLink, page: string): readonly string[] {
  if (isWeb(link.address)) return [];
  const plain = link.form === 'wiki' ? link.address.trim() : decodeSafely(link.address.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  const address = plain.replace(/#.*$/, '').normalize('NFC').replace(/\u00a0/g, ' ');
  if (address === '') return [];
  const full = /\.md$/i.test(address) ? address : `${address}.md`;
  if (full.startsWith('/')) return [full.slice(1)];
  const relative = joinPath(page.split('/').slice(0, -1), full);
  if (/^\.\.?\//.test(full)) return [relative];
  return link.form === 'wiki' ? [full, relative] : [relative, full];
}

function joinPath(folder: readonly string[], address: string): string {
  const parts = [...folder];
  for (const part of address.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The month that an item's words begin with (`2020-01 …`, `2020_01_…`, `2020年1月 …`), and the title behind it. */
export function splitIndexLabel(words: string): { readonly month: string; readonly title: string } {
  const found = /^\s*(\d{4})(?:[-_./]|年)(\d{1,2})(?:月|[-_./](?=\d))?(?:\d{1,2}日?)?[\s_:：、]+(.+)$/.exec(words);
  return found === null ? { month: '', title: words.trim() } : { month: `${found[1] ?? ''}-${(found[2] ?? '').padStart(2, '0')}`, title: (found[3] ?? '').trim() };
}
