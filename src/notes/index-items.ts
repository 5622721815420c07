/** The items of an index list: read from a page as it is, and written in the page's own style. */
import { decodePercent, readInline } from './inline-text';
import { encodePath, linkLabel, linkTo, relativePath } from './links';

/** One item of an index list with the lines that belong to it, as they stand. */
export interface IndexItem {
  readonly lines: readonly string[];
  /** Text before the link, e.g. `2020-01`. */
  readonly label: string;
  readonly title: string;
  /** Vault path that the link leads to from this page, `.md` included, whether or not a file is there; null for no link. */
  readonly target: string | null;
}

export interface IndexList {
  /** Title line and whatever stands above the first item. */
  readonly head: readonly string[];
  readonly items: readonly IndexItem[];
  /** Blank lines at the end. */
  readonly tail: readonly string[];
}

/** How a page writes its items. */
export interface ItemStyle {
  /** From the quote mark to the text: `> +   `. */
  readonly mark: string;
  readonly link: 'relative' | 'rooted' | 'wikilink';
}

export const DEFAULT_ITEM_STYLE: ItemStyle = { mark: '> +   ', link: 'relative' };

const ITEM = /^( {0,3}> ?[-+*]\s+(?!\[[ xX]\]\s))(.*)$/;

/** Takes a callout apart. `page` is the path of the page that it stands in. */
export function readIndexList(callout: string, page: string): IndexList {
  const head: string[] = [];
  const items: { lines: string[]; text: string }[] = [];
  for (const line of callout.split(/\r?\n/)) {
    const item = ITEM.exec(line);
    if (item !== null) items.push({ lines: [line], text: item[2] ?? '' });
    else (items[items.length - 1]?.lines ?? head).push(line);
  }
  const tail: string[] = [];
  const last = items[items.length - 1]?.lines ?? [];
  while (last.length > 1 && /^[\s>]*$/.test(last[last.length - 1] ?? '')) tail.unshift(last.pop() ?? '');
  return { head, tail, items: items.map(({ lines, text }) => ({ lines, ...readItem(text, page) })) };
}

function readItem(text: string, page: string): Omit<IndexItem, 'lines'> {
  const parts = readInline(text);
  const at = parts.findIndex((part) => part.kind === 'link');
  const link = parts[at];
  if (link?.kind !== 'link') {
    const { month, title } = splitIndexLabel(parts.map((part) => part.text).join(''));
    return { label: month, title, target: null };
  }
  const label = parts.slice(0, at).map((part) => part.text).join('').trim();
  return { label, title: link.text.trim(), target: resolveTarget(link.target, page, text.includes('[[')) };
}

function resolveTarget(target: string, page: string, isWikilink: boolean): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return null;
  const path = decodePercent(target).replace(/#.*$/, '');
  const full = /\.md$/i.test(path) ? path : `${path}.md`;
  if (full.startsWith('/')) return full.slice(1);
  if (isWikilink && !/^\.\.?\//.test(full)) return full;
  const parts: string[] = page.split('/').slice(0, -1);
  for (const part of full.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The style that most items of a list share; that of its first item where two are as common. */
export function findItemStyle(items: readonly IndexItem[]): ItemStyle {
  const counts = new Map<string, { style: ItemStyle; count: number }>();
  for (const item of items) {
    const line = item.lines[0] ?? '';
    const mark = ITEM.exec(line)?.[1];
    if (mark === undefined || item.target === null) continue;
    const link = line.includes('[[') ? 'wikilink' : /\]\(<?\//.test(line) ? 'rooted' : 'relative';
    const known = counts.get(`${mark}${link}`) ?? { style: { mark, link }, count: 0 };
    counts.set(`${mark}${link}`, { ...known, count: known.count + 1 });
  }
  const [first] = Array.from(counts.values()).sort((a, b) => b.count - a.count);
  return first?.style ?? DEFAULT_ITEM_STYLE;
}

/** A new item. `label` stands before the link, empty for none. */
export function writeItem(label: string, title: string, path: string, page: string, style: ItemStyle): string {
  const before = style.mark + (label === '' ? '' : `${label} `);
  if (style.link === 'wikilink') return before + linkTo(path, title, { inTable: false });
  const address = style.link === 'rooted' ? `/${path}` : relativePath(page, path);
  return `${before}[${linkLabel(title, false)}](${encodePath(address)})`;
}

/** The month that an item's words begin with (`2020-01 …`, `2020_01_…`), and the title behind it. */
export function splitIndexLabel(words: string): { readonly month: string; readonly title: string } {
  const found = /^\s*(\d{4})[-_](\d{2})[\s_]+(.+)$/.exec(words);
  return found === null ? { month: '', title: words.trim() } : { month: `${found[1] ?? ''}-${found[2] ?? ''}`, title: (found[3] ?? '').trim() };
}
