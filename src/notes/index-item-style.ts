/** How a list writes its items, read off those that it has: each part as most of them have it. */
import type { NoticeRef } from '../apps/listing';
import { decodeSafely } from '../document/web-address';
import { titleKey } from '../notice/titles';
import { baseName } from './file-names';
import type { IndexItem } from './index-items';
import { encodePath, linkLabel, linkTo, relativePath } from './links';

/** The pattern of one list's items. */
export interface ItemStyle {
  /** From the beginning of the line to the words; `{N}` stands for the number of an ordered item. */
  readonly mark: string;
  /** Markdown before and behind the link, days as `{Y}`, `{MM}`, `{M}`, `{DD}`, `{D}`, batches as `{T}` (total), `{BY}` and `{B}` (of a year). */
  readonly before: string;
  readonly after: string;
  readonly link: 'markdown' | 'angle' | 'wiki';
  /** How the address says where the note is. */
  readonly address: 'relative' | 'dotted' | 'rooted' | 'vault' | 'name';
  readonly encoding: 'readable' | 'full';
  /** Whether addresses end in `.md`. */
  readonly hasEnding: boolean;
  /** `{title}` or `{name}` (of the file) with the markdown around it, or words that all items have; null for a wikilink without an alias. */
  readonly label: string | null;
  readonly escapesUnderscores: boolean;
}

/** Lists of a new page: the form of pages that are kept by hand. */
export const DEFAULT_ITEM_STYLE: ItemStyle = { mark: '> +   ', before: '', after: '', link: 'markdown', address: 'relative', encoding: 'readable', hasEnding: true, label: '{title}', escapesUnderscores: false };

/** An item, and the notice that it lists where that is known. */
export interface StyledItem {
  readonly item: IndexItem;
  readonly notice: { readonly ref: NoticeRef; readonly path: string } | null;
}

/** The style of a list; null where none of its items has a link into the vault. */
export function findItemStyle(items: readonly StyledItem[], page: string): ItemStyle | null {
  const linked = items.filter(({ item }) => item.targets.length > 0);
  if (linked.length === 0) return null;
  const most = <T>(read: (one: StyledItem) => T | undefined, preset: T): T => mostOften(linked.flatMap((one) => read(one) ?? []), preset);
  const most2 = (read: (one: StyledItem) => string): string => {
    const patterns = linked.map(read);
    const found = mostOften(patterns, '');
    const same = patterns.filter((one) => one === found).length;
    return same * 2 >= linked.length && (same > 1 || !hasWords(found)) ? found : '';
  };
  const [before, after] = balanced(most2(({ item, notice }) => patternOf(item.before, notice, true)), most2(({ item, notice }) => patternOf(item.after, notice, false)));
  const link = most(({ item }) => item.link?.form, 'markdown');
  return {
    mark: most(({ item }) => item.mark.replace(/\d+(?=[.)])/, '{N}').replace(/\[[xX]\]/, '[ ]'), DEFAULT_ITEM_STYLE.mark),
    before,
    after,
    link,
    address: most((one) => (one.item.link?.form === link ? addressForm(one, page) : undefined), 'relative'),
    encoding: most(({ item }) => encodingOf(item), 'readable'),
    hasEnding: most(({ item }) => (item.link?.form === link ? /\.md$/i.test(item.link.address.replace(/#.*$/, '')) : undefined), true),
    label: labelOf(linked),
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

function addressForm({ item, notice }: StyledItem, page: string): ItemStyle['address'] | undefined {
  const address = item.link?.address ?? '';
  if (address.startsWith('/')) return 'rooted';
  if (address.startsWith('./')) return 'dotted';
  if (address.startsWith('../')) return 'relative';
  if (item.link?.form === 'wiki') return address.includes('/') ? 'vault' : 'name';
  if (notice === null) return undefined;
  const path = decodeSafely(address).replace(/#.*$/, '').replace(/\.md$/i, '');
  const wanted = notice.path.replace(/\.md$/i, '');
  if (path === relativePath(page, wanted)) return 'relative';
  return path === wanted ? 'vault' : path.includes('/') ? undefined : 'name';
}

function encodingOf({ link }: IndexItem): ItemStyle['encoding'] | undefined {
  if (link?.form !== 'markdown') return undefined;
  if (/%[89A-F][0-9A-F]/i.test(link.address)) return 'full';
  return /[^\p{ASCII}]/u.test(link.address) ? 'readable' : undefined;
}

/** A day, a month of a year, or a day without its year: below the title of a year it needs none. */
const DAY = /(?:(\d{4})([-_./]|年))?(\d{1,2})(?:([-_./]|月)(\d{1,2})(?!\d))?/g;

/**
 * What stands beside a title, with placeholders for days and batches; empty where it is said of that item alone: words, save where a day or a batch
 * stands with them, and figures.
 */
function patternOf(markdown: string, notice: StyledItem['notice'], isBefore: boolean): string {
  const text = withPlaceholders(markdown, notice);
  if (/\p{N}|\[\[|\]\(|%%|\^/u.test(bare(text)) || (notice !== null && markdown.includes(notice.ref.title))) return '';
  return text.includes('{') || (!hasWords(text) && (isBefore || /^[\s*_=）)】]*$/.test(text))) ? text : '';
}

function bare(pattern: string): string {
  return pattern.replace(/\{[A-Z]+\}|[年月日]|总?第|批/g, '');
}

/** Whether words of the user are in a pattern, which count only where items share them. */
function hasWords(pattern: string): boolean {
  return /\p{L}|\[/u.test(bare(pattern));
}

/** Without a mark of emphasis that only one side has. */
function balanced(before: string, after: string): readonly [string, string] {
  const open = /(?:\*{1,3}|_{1,3}|~~|==)$/.exec(before)?.[0] ?? '';
  const close = /^(?:\*{1,3}|_{1,3}|~~|==)/.exec(after)?.[0] ?? '';
  return open === close ? [before, after] : [before.slice(0, before.length - open.length), after.slice(close.length)];
}

/** A day of another month than the notice's stays: it says when the item was read, or done. */
function withPlaceholders(markdown: string, notice: StyledItem['notice']): string {
  const own = notice?.ref.date?.split('-').map(Number);
  return markdown
    .replace(DAY, (found, year: string | undefined, dash: string | undefined, month: string, dash2: string | undefined, day: string | undefined) => {
      const isOwn = own === undefined ? year !== undefined : Number(month) === own[1] && (year === undefined ? Number(day) === own[2] : Number(year) === own[0]);
      if (!isOwn) return found;
      return `${year === undefined ? '' : `{Y}${dash ?? ''}`}${placeholder('M', month, dash2 ?? dash)}${day === undefined ? '' : `${dash2 ?? ''}${placeholder('D', day, dash2)}`}`;
    })
    .replace(/总第\d+批/, '总第{T}批')
    .replace(/\d{4}年第\d+批/, '{BY}年第{B}批');
}

/** In 1月19日 figures are as short as they can be; elsewhere two say that all have two. */
function placeholder(of: 'M' | 'D', figures: string, dash = ''): string {
  return figures.startsWith('0') || (figures.length === 2 && !/[年月]/.test(dash)) ? `{${of}${of}}` : `{${of}}`;
}

/** The pattern that most links have between their brackets; words without the title count where several links have them. */
function labelOf(items: readonly StyledItem[]): string | null {
  const labels = items.map(labelForm);
  const isOfOne = (label: string | null): boolean => label !== null && !/\{(?:title|name)\}/.test(label) && label !== '总第{T}批' && labels.filter((one) => one === label).length < 2;
  return mostOften<string | null>(labels.map((label) => (isOfOne(label) ? '{title}' : label)), '{title}');
}

function labelForm({ item, notice }: StyledItem): string | null {
  const label = item.link?.label ?? null;
  if (label === null) return null;
  const title = notice?.ref.title.trim() ?? '';
  if (notice !== null && item.words !== title && item.words === baseName(notice.path)) return '{name}';
  const at = title === '' ? -1 : label.indexOf(title);
  const beside = (markdown: string, isBefore: boolean): string => {
    const pattern = patternOf(markdown, notice, isBefore);
    return hasWords(pattern) ? '' : pattern;
  };
  if (at !== -1) return `${beside(label.slice(0, at), true)}{title}${beside(label.slice(at + title.length), false)}`;
  const day = /^\d{4}(?:[-_./]|年)\d{1,2}(?:(?:[-_./]|月)\d{1,2}(?!\d)日?|月)?[\s_:：、]+(?=.{4})/.exec(item.words)?.[0];
  if (day !== undefined) return `${beside(day, true)}{title}`;
  // Words that say neither title nor day nor batch (原文, 笔记) would not tell one entry from another.
  const shared = notice === null || titleKey(item.title) === titleKey(title) ? '' : withPlaceholders(label, notice);
  return !shared.includes('{') || /\d|\[|\]/.test(shared) ? '{title}' : shared;
}

/** Where a new item leads, and whether its name alone leads there. */
export interface ItemTarget {
  readonly ref: NoticeRef;
  readonly path: string;
  readonly isNameUnique: (name: string) => boolean;
}

/** The first line of a new item. `number` is that of an ordered one. */
export function writeItem(style: ItemStyle, { ref, path, isNameUnique }: ItemTarget, page: string, number: number): string {
  const mark = style.mark.replace('{N}', String(number));
  const label = style.label === null ? { before: '', words: baseName(path), after: '' } : fillLabel(style.label, ref, path);
  return `${mark}${fill(style.before, ref)}${writeLink(style, label, path, page, isNameUnique)}${fill(style.after, ref)}`;
}

/** What stands between the brackets of a link: plain words, and the markdown around them. */
export interface LinkWords {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

function fillLabel(template: string, ref: NoticeRef, path: string): LinkWords {
  const token = /\{(title|name)\}/.exec(template);
  if (token === null) {
    const shared = fill(template, ref);
    return shared === '' ? { before: '', words: ref.title, after: '' } : { before: shared, words: '', after: '' };
  }
  return { before: fill(template.slice(0, token.index), ref), words: token[1] === 'name' ? baseName(path) : ref.title, after: fill(template.slice(token.index + token[0].length), ref) };
}

/** A link in the style of a list. */
export function writeLink(style: ItemStyle, label: LinkWords, path: string, page: string, isNameUnique: (name: string) => boolean): string {
  const place = style.address === 'name' && !isNameUnique(baseName(path)) ? (style.link === 'wiki' ? 'vault' : 'relative') : style.address;
  if (style.link === 'wiki') {
    const target = place === 'name' ? `${baseName(path)}.md` : place === 'dotted' ? relativePath(page, path) : path;
    // Without an alias no words need to be shown; an underscore inside a word is one in an alias, too.
    const words = style.label === null ? '-' : (label.words || '-').replace(/([\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu, '$1-');
    if (!linkTo(target, words, { inTable: false }).startsWith('[[')) return linkTo(path, label.words || baseName(path), { inTable: false });
    const address = `${place === 'rooted' ? '/' : ''}${style.hasEnding ? target : target.replace(/\.md$/i, '')}`;
    return style.label === null ? `[[${address}]]` : `[[${address}|${`${label.before}${label.words}${label.after}`.trim()}]]`;
  }
  const relative = relativePath(page, path);
  const full = place === 'rooted' ? `/${path}` : place === 'vault' ? path : place === 'name' ? `${baseName(path)}.md` : place === 'dotted' && !relative.startsWith('.') ? `./${relative}` : relative;
  const address = style.hasEnding ? full : full.replace(/\.md$/i, '');
  const shown = linkLabel(label.words, false);
  const escaped = style.escapesUnderscores ? shown.replace(/\\?_/g, '\\_') : shown;
  return `[${label.before}${escaped}${label.after}](${encodeAddress(address, style)})`;
}

function encodeAddress(address: string, style: ItemStyle): string {
  if (style.link === 'angle' && !/[<>\n%]/.test(address)) return `<${address}>`;
  if (style.encoding === 'readable') return encodePath(address);
  return address.split('/').map((part) => encodeURIComponent(part).replace(/[()*']/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)).join('/');
}

/** Fills placeholders in; empty where a day or batch that the template names is not known. */
function fill(template: string, ref: NoticeRef): string {
  const [year, month, day] = (ref.date ?? '').split('-');
  const words = `${ref.label} ${ref.title}`;
  const total = /总第(\d+)批/.exec(words)?.[1];
  const ofYear = /(\d{4})年第(\d+)批/.exec(words);
  const values: Readonly<Record<string, string | undefined>> = { Y: year === '' ? undefined : year, MM: month, M: month?.replace(/^0/, ''), DD: day, D: day?.replace(/^0/, ''), T: total, BY: ofYear?.[1], B: ofYear?.[2] };
  const isKnown = (template.match(/\{(\w+)\}/g) ?? []).every((one) => values[one.slice(1, -1)] !== undefined);
  return isKnown ? template.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '') : '';
}
