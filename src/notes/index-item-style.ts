/** How a list writes its items, read off those that it has: each part as most of them have it, words of the user only where all have them. */
import type { NoticeRef } from '../apps/listing';
import { decodeSafely } from '../document/web-address';
import { titleKey } from '../notice/titles';
import { baseName } from './file-names';
import type { IndexItem } from './index-items';
import { noteKey } from './index-match';
import type { PageLine } from './index-page-lines';
import { bareWords, isSayable, withPlaceholders, type Counted } from './index-patterns';
import { relativePath } from './links';

/** The pattern of one list's items. */
export interface ItemStyle {
  /** From the beginning of the line to the words; `{N}` stands for the number of an ordered item, `{NN}` for one of two figures at least. */
  readonly mark: string;
  /** Markdown before and behind the link, with placeholders (index-patterns.ts). */
  readonly before: string;
  readonly after: string;
  readonly link: 'markdown' | 'angle' | 'wiki';
  /** Whether the notes are shown in full. */
  readonly isEmbed: boolean;
  /** How the address says where the note is; `dotted-all` has its point before two points as well. */
  readonly address: 'relative' | 'dotted' | 'dotted-all' | 'rooted' | 'vault' | 'name';
  /** How many folders stand before a name that is found from anywhere. */
  readonly folders: number;
  readonly encoding: 'readable' | 'full';
  /** Whether addresses end in `.md`. */
  readonly hasEnding: boolean;
  /** The heading or block that all links lead to, as it stands, with its `#`; empty for none. */
  readonly subpath: string;
  /** What stands behind the address of a markdown link, with the quotes and the blank before them; empty for nothing. */
  readonly hover: string;
  /** `{title}` or `{name}` (of the file) with the markdown around it, or words that all items have; null for a wikilink without an alias. */
  readonly label: string | null;
  readonly escapesUnderscores: boolean;
}

/** Lists of a new page: the form of pages that are kept by hand. */
export const DEFAULT_ITEM_STYLE: ItemStyle = { mark: '> +   ', before: '', after: '', link: 'markdown', isEmbed: false, address: 'relative', folders: 0, encoding: 'readable', hasEnding: true, subpath: '', hover: '', label: '{title}', escapesUnderscores: false };

/** An item, and the notice that it lists where that is known. */
export interface StyledItem {
  readonly item: IndexItem;
  readonly notice: { readonly ref: NoticeRef; readonly path: string } | null;
}

/** The style of a list; null where none of its items has a link into the vault. `lines` are those of the page. */
export function findItemStyle(items: readonly StyledItem[], page: string, lines: readonly PageLine[]): ItemStyle | null {
  const linked = items.filter(({ item }) => item.targets.length > 0);
  if (linked.length === 0) return null;
  const most = <T>(read: (one: StyledItem) => T | undefined, preset: T): T => mostOften(linked.flatMap((one) => read(one) ?? []), preset);
  const listed = linked.filter(({ notice }) => notice !== null);
  const beside = (read: (one: StyledItem) => string, isBefore: boolean): string => {
    // A title beside a link is that item's own, as a figure would be.
    const shared = sharedPattern(listed, (one, first) => (one.notice === null || read(one).includes(one.notice.ref.title) ? '0' : withPlaceholders(read(one), one.notice.ref, first)), isBefore);
    const patterns = linked.map((one) => patternOf(read(one), one.notice, isBefore));
    const found = mostOften(patterns, '');
    const same = patterns.filter((one) => one === found).length;
    return shared ?? (same * 2 >= linked.length && (same > 1 || !hasWords(found)) ? found : '');
  };
  const [before, after] = balanced(beside(({ item }) => item.before, true), beside(({ item }) => item.after, false));
  const link = most(({ item }) => item.link?.form, 'markdown');
  const width = Math.max(1, ...linked.flatMap(({ item }) => /^\D*(0\d+)[.)]/.exec(item.mark)?.[1]?.length ?? []));
  return {
    mark: most(({ item }) => item.mark.replace(/\d+(?=[.)])/, `{${'N'.repeat(width)}}`).replace(/\[[xX]\]/, '[ ]'), DEFAULT_ITEM_STYLE.mark),
    before,
    after,
    link,
    isEmbed: most(({ item }) => lines[item.from]?.raw.startsWith('!', item.mark.length + item.before.length), false),
    address: most((one) => (one.item.link?.form === link ? addressForm(one, page) : undefined), 'relative'),
    folders: most((one) => plainAddress(one).split('/').length - 1, 0),
    encoding: most(({ item }) => encodingOf(item), 'readable'),
    hasEnding: most(({ item }) => (item.link?.form === link ? /\.md$/i.test(item.link.address.replace(/#.*$/, '')) : undefined), true),
    subpath: sharedByAll(listed.map(({ item }) => /#.*$/.exec(item.link?.address ?? '')?.[0] ?? '')) ?? '',
    hover: sharedByAll(listed.map((one) => hoverOf(one, lines))) ?? '',
    label: labelOf(linked, listed, /\{[A-Z]/.test(before + after)),
    escapesUnderscores: most(({ item }) => (item.link?.label?.includes('_') === true ? item.link.label.includes('\\_') : undefined), false),
  };
}

function mostOften<T>(values: readonly T[], preset: T): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: { readonly value: T; readonly count: number } | null = null;
  for (const [value, count] of counts) if (best === null || count > best.count) best = { value, count };
  return best === null ? preset : best.value;
}

/** What two items at least have, and all of them; null for nothing. */
function sharedByAll(values: readonly string[]): string | null {
  return values.length > 1 && new Set(values).size === 1 ? (values[0] ?? null) : null;
}

/**
 * What stands beside the link of every item, be it words of the user: the same for all, or made of the notice's own day and batch.
 * One of them may have a remark on its far side. Null where they do not agree, or where it cannot be said of another notice.
 */
function sharedPattern(items: readonly StyledItem[], read: (one: StyledItem, first: Counted) => string, isBefore: boolean): string | null {
  for (const first of ['B', 'T'] as const) {
    const patterns = items.map((one) => read(one, first));
    const found = mostOften(patterns, '');
    const isShared = patterns.filter((one) => one === found).length > 1 && patterns.every((one) => (isBefore ? one.endsWith(found) : one.startsWith(found) && !/^[\p{L}\p{N}_/-]/u.test(one.slice(found.length))));
    if (isShared && isSayable(found)) return found;
  }
  return null;
}

/** What a markdown link shows under the pointer, with its quotes. */
function hoverOf({ item, notice }: StyledItem, lines: readonly PageLine[]): string {
  const line = lines[item.from]?.raw ?? '';
  return (/\s+("[^"]*"|'[^']*')(?=\)$)/.exec(line.slice(0, line.length - item.after.length))?.[0] ?? '').replace(notice?.ref.title ?? '', '{title}');
}

function plainAddress({ item }: StyledItem): string {
  const address = (item.link?.address ?? '').replace(/#.*$/, '');
  return noteKey(item.link?.form === 'wiki' ? address : decodeSafely(address));
}

function addressForm(one: StyledItem, page: string): ItemStyle['address'] | undefined {
  const { item, notice } = one;
  const address = item.link?.address ?? '';
  if (address.startsWith('/')) return 'rooted';
  if (address.startsWith('./')) return address.startsWith('./../') ? 'dotted-all' : 'dotted';
  if (address.startsWith('../')) return 'relative';
  const path = plainAddress(one);
  const isWiki = item.link?.form === 'wiki';
  if (isWiki && !path.includes('/')) return 'name';
  if (notice === null) return isWiki ? 'vault' : undefined;
  const wanted = noteKey(notice.path);
  if (isWiki && path === wanted) return 'vault';
  if (path === noteKey(relativePath(page, notice.path))) return 'relative';
  if (isWiki) return wanted.endsWith(`/${path}`) ? 'name' : 'vault';
  return path === wanted ? 'vault' : path.includes('/') ? undefined : 'name';
}

function encodingOf({ link }: IndexItem): ItemStyle['encoding'] | undefined {
  if (link?.form !== 'markdown') return undefined;
  if (/%[89A-F][0-9A-F]/i.test(link.address)) return 'full';
  return /[^\p{ASCII}]/u.test(link.address) ? 'readable' : undefined;
}

/**
 * What stands beside a title, with placeholders for days and batches; empty where it is said of that item alone: words, save where a day or a batch
 * stands with them, and figures.
 */
function patternOf(markdown: string, notice: StyledItem['notice'], isBefore: boolean): string {
  const text = withPlaceholders(markdown, notice?.ref ?? null);
  if (/\p{N}|\[\[|\]\(|%%|\^/u.test(bareWords(text)) || (notice !== null && markdown.includes(notice.ref.title))) return '';
  return text.includes('{') || (!hasWords(text) && (isBefore || /^[\s*_=）)】]*$/.test(text))) ? text : '';
}

/** Whether words or symbols of the user are in a pattern, which count only where items share them. */
function hasWords(pattern: string): boolean {
  return /[\p{L}\p{So}]|\[/u.test(bareWords(pattern));
}

/** Without a mark of emphasis that only one side has. */
function balanced(before: string, after: string): readonly [string, string] {
  const open = /(?:\*{1,3}|_{1,3}|~~|==)$/.exec(before)?.[0] ?? '';
  const close = /^(?:\*{1,3}|_{1,3}|~~|==)/.exec(after)?.[0] ?? '';
  if (/<\w[^>]*>$/.test(before) !== after.startsWith('</')) return ['', ''];
  return open === close ? [before, after] : [before.slice(0, before.length - open.length), after.slice(close.length)];
}

/** The pattern that all links have between their brackets, else most; words without the title count where several links have them. */
function labelOf(items: readonly StyledItem[], listed: readonly StyledItem[], isToldBeside: boolean): string | null {
  // Beside a day or a batch all may say the same: 第4批：[原文](…).
  const same = isToldBeside && !listed.some(({ item, notice }) => titleKey(item.title) === titleKey(notice?.ref.title ?? '')) ? sharedByAll(listed.map(({ item }) => item.link?.label ?? '')) : null;
  if (same !== null && /^[^\d[\]{}]*[^\s\d[\]{}]$/.test(same)) return same;
  const shared = listed.some(({ item }) => item.link?.label == null) ? null : sharedPattern(listed, (one, first) => labelForm(one, first) ?? '', true);
  if (shared?.includes('{') === true) return shared;
  const labels = items.map((one) => labelForm(one, null));
  const isOfOne = (label: string | null): boolean => label !== null && !/\{(?:title|name)\}/.test(label) && label !== '总第{T}批' && labels.filter((one) => one === label).length < 2;
  return mostOften<string | null>(labels.map((label) => (isOfOne(label) ? '{title}' : label)), '{title}');
}

/** @param first null where words beside the title are left out */
function labelForm({ item, notice }: StyledItem, first: Counted | null): string | null {
  const label = item.link?.label ?? null;
  if (label === null) return null;
  const title = notice?.ref.title.trim() ?? '';
  if (notice !== null && item.words !== title && item.words === baseName(notice.path)) return '{name}';
  const at = title === '' ? -1 : label.indexOf(title);
  const beside = (markdown: string, isBefore: boolean): string => {
    if (first !== null) return withPlaceholders(markdown, notice?.ref ?? null, first);
    const pattern = patternOf(markdown, notice, isBefore);
    return hasWords(pattern) ? '' : pattern;
  };
  if (at !== -1) return `${beside(label.slice(0, at), true)}{title}${beside(label.slice(at + title.length), false)}`;
  const day = /^\d{4}(?:[-_./]|年)\d{1,2}(?:(?:[-_./]|月)\d{1,2}(?!\d)日?|月)?[\s_:：、]+(?=.{4})/.exec(item.words)?.[0];
  if (day !== undefined) return `${beside(day, true)}{title}`;
  // Words that say neither title nor day nor batch (原文, 笔记) would not tell one entry from another.
  const shared = notice === null || titleKey(item.title) === titleKey(title) ? '' : withPlaceholders(label, notice.ref, first ?? undefined);
  return !shared.includes('{') || /\d|\[|\]/.test(shared) ? '{title}' : shared;
}
