/** How a list writes its items, read off those that it has: each part as most of them have it. */
import type { NoticeRef } from '../apps/listing';
import { baseName } from './file-names';
import { decodePercent } from './inline-text';
import type { IndexItem } from './index-items';
import { encodePath, linkLabel, linkTo, relativePath } from './links';

/** The pattern of one list's items. */
export interface ItemStyle {
  /** From the beginning of the line to the words; `{N}` stands for the number of an ordered item. */
  readonly mark: string;
  /** Before and behind the link, days as `{Y}`, `{MM}`, `{M}`, `{DD}`, `{D}`, the total batch as `{T}`. */
  readonly before: string;
  readonly after: string;
  readonly link: 'markdown' | 'angle' | 'wiki';
  /** How the address says where the note is. */
  readonly address: 'relative' | 'dotted' | 'rooted' | 'vault' | 'name';
  readonly encoding: 'readable' | 'full';
  /** Whether addresses end in `.md`. */
  readonly hasEnding: boolean;
  /** `{title}` and `{name}` (of the file), and what stands before them; null for a wikilink without an alias. */
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
    const found = mostOften(linked.map(read), '');
    return linked.filter((one) => read(one) === found).length * 2 >= linked.length ? found : '';
  };
  const link = most(({ item }) => item.link?.form, 'markdown');
  return {
    mark: most(({ item }) => item.mark.replace(/\d+(?=[.)])/, '{N}').replace(/\[[xX]\]/, '[ ]'), DEFAULT_ITEM_STYLE.mark),
    before: most2(({ item }) => templateOf(item.before, true)),
    after: most2(({ item }) => templateOf(item.after, false)),
    link,
    address: most((one) => (one.item.link?.form === link ? addressForm(one, page) : undefined), 'relative'),
    encoding: most(({ item }) => encodingOf(item), 'readable'),
    hasEnding: most(({ item }) => (item.link?.form === link ? /\.md$/i.test(item.link.address.replace(/#.*$/, '')) : undefined), true),
    label: mostOften<string | null>(linked.map(labelForm), '{title}'),
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
  const path = decodePercent(address).replace(/#.*$/, '').replace(/\.md$/i, '');
  const wanted = notice.path.replace(/\.md$/i, '');
  if (path === relativePath(page, wanted)) return 'relative';
  return path === wanted ? 'vault' : path.includes('/') ? undefined : 'name';
}

function encodingOf({ link }: IndexItem): ItemStyle['encoding'] | undefined {
  if (link?.form !== 'markdown') return undefined;
  if (/%[89A-F][0-9A-F]/i.test(link.address)) return 'full';
  return /[^\p{ASCII}]/u.test(link.address) ? 'readable' : undefined;
}

const DAY = /(\d{4})([-_./]|年)(\d{1,2})(?:([-_./]|月)(\d{1,2})(?!\d))?/;

/** Days and total batches as placeholders. What is left may be marks and blanks; words are the user's own and said of that item alone. */
function templateOf(markdown: string, isBefore: boolean): string {
  const template = withPlaceholders(markdown);
  const rest = template.replace(/\{[A-Z]+\}/g, '').replace(/[年月日]|总第|批/g, '');
  if (/[\p{L}\p{N}]|\[|\]\(|%%|\^/u.test(rest)) return '';
  return isBefore || template.includes('{') || /^[\s*_=）)】]*$/.test(template) ? template : '';
}

function withPlaceholders(markdown: string): string {
  return markdown
    .replace(DAY, (_, _year: string, dash: string, month: string, dash2: string | undefined, day: string | undefined) => `{Y}${dash}${month.length === 2 ? '{MM}' : '{M}'}${dash2 === undefined ? '' : `${dash2}${(day ?? '').length === 2 ? '{DD}' : '{D}'}`}`)
    .replace(/总第\d+批/, '总第{T}批');
}

function labelForm({ item, notice }: StyledItem): string | null {
  if (item.link?.label === null) return null;
  if (/^总第\d+批$/.test(item.words)) return '总第{T}批';
  const day = /^\d{4}(?:[-_./]|年)\d{1,2}(?:(?:[-_./]|月)\d{1,2}(?!\d)日?|月)?[\s_:：、]+(?=.{4})/.exec(item.words)?.[0];
  if (day !== undefined) return `${withPlaceholders(day)}{title}`;
  const name = baseName(notice?.path ?? item.targets[0] ?? '');
  return item.words === name && notice !== null && item.words !== notice.ref.title.trim() ? '{name}' : '{title}';
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
  const label = style.label === null ? baseName(path) : fill(style.label, ref, path);
  return `${mark}${fill(style.before, ref, path)}${writeLink(style, label, path, page, isNameUnique)}${fill(style.after, ref, path)}`;
}

/** A link in the style of a list. `label` is plain text. */
export function writeLink(style: ItemStyle, label: string, path: string, page: string, isNameUnique: (name: string) => boolean): string {
  const place = style.address === 'name' && !isNameUnique(baseName(path)) ? (style.link === 'wiki' ? 'vault' : 'relative') : style.address;
  if (style.link === 'wiki') {
    const target = place === 'name' ? `${baseName(path)}.md` : place === 'dotted' ? relativePath(page, path) : path;
    const written = linkTo(target, label, { inTable: false });
    if (!written.startsWith('[[')) return linkTo(path, label, { inTable: false });
    const address = `${place === 'rooted' ? '/' : ''}${style.hasEnding ? target : target.replace(/\.md$/i, '')}`;
    return style.label === null ? `[[${address}]]` : `[[${address}|${label.trim()}]]`;
  }
  const relative = relativePath(page, path);
  const full = place === 'rooted' ? `/${path}` : place === 'vault' ? path : place === 'name' ? `${baseName(path)}.md` : place === 'dotted' && !relative.startsWith('.') ? `./${relative}` : relative;
  const address = style.hasEnding ? full : full.replace(/\.md$/i, '');
  const shown = linkLabel(label, false);
  const escaped = style.escapesUnderscores ? shown.replace(/\\?_/g, '\\_') : shown;
  return `[${escaped}](${encodeAddress(address, style)})`;
}

function encodeAddress(address: string, style: ItemStyle): string {
  if (style.link === 'angle' && !/[<>\n%]/.test(address)) return `<${address}>`;
  if (style.encoding === 'readable') return encodePath(address);
  return address.split('/').map((part) => encodeURIComponent(part).replace(/[()*']/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)).join('/');
}

/** Fills placeholders in; a template whose day or batch is not known is left out, up to the title. */
function fill(template: string, ref: NoticeRef, path: string): string {
  const [year, month, day] = (ref.date ?? '').split('-');
  const total = /总第(\d+)批/.exec(`${ref.label} ${ref.title}`)?.[1];
  const values: Readonly<Record<string, string | undefined>> = { Y: year === '' ? undefined : year, MM: month, M: month?.replace(/^0/, ''), DD: day, D: day?.replace(/^0/, ''), T: total, title: ref.title, name: baseName(path) };
  const tail = /\{(?:title|name)\}/.exec(template);
  const known = (text: string): boolean => (text.match(/\{(\w+)\}/g) ?? []).every((one) => values[one.slice(1, -1)] !== undefined);
  const head = tail === null ? template : template.slice(0, tail.index);
  const used = known(head) ? template : tail === null ? '' : template.slice(tail.index);
  const filled = used.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  return filled === '' && tail === null && template === '总第{T}批' ? ref.title : filled;
}
