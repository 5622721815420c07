/** What a web page says of itself in its head: `<meta>` names of government sites and of news sites, its title, its address. */
import { httpAddress, originalOfArchived } from '../web-address';

/** What is said in the head, verbatim; null for what is not there. */
export interface PageHead {
  readonly articleTitle: string | null;
  /** The page's `<title>`, with the name of the site in it. */
  readonly windowTitle: string | null;
  /** Day or time of publication as written. */
  readonly published: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly siteName: string | null;
  readonly columnName: string | null;
  /** Address of the page, then of an archived copy that it is; empty where it tells neither. */
  readonly addresses: readonly string[];
}

/** Names in the order in which they are believed. Government sites: the first of each; the others are Open Graph, schema and Dublin Core. */
const NAMES = {
  articleTitle: ['articletitle', 'og:title', 'twitter:title', 'dc.title'],
  published: ['pubdate', 'article:published_time', 'og:release_date', 'publishdate', 'datepublished', 'dc.date', 'weibo: article:create_at'],
  source: ['contentsource', 'article:source', 'mediaid'],
  author: ['author', 'article:author'],
  siteName: ['sitename', 'og:site_name', 'application-name'],
  columnName: ['columnname'],
} as const satisfies Partial<Record<keyof PageHead, readonly string[]>>;

/**
 * Reads the head.
 * @param html the page as text: saved pages and archives say in comments where they come from
 * @param given the address that the page was fetched from, where it was
 */
export function readPageHead(root: ParentNode, html: string, given: string | null): PageHead {
  const metas = new Map<string, string>();
  for (const meta of Array.from(root.querySelectorAll('meta'))) {
    const name = (meta.getAttribute('name') ?? meta.getAttribute('property') ?? meta.getAttribute('itemprop') ?? '').trim().toLowerCase();
    const content = (meta.getAttribute('content') ?? '').trim();
    if (name !== '' && content !== '' && !metas.has(name)) metas.set(name, content);
  }
  const first = (names: readonly string[]): string | null => names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null;
  const canonical = root.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  return {
    articleTitle: first(NAMES.articleTitle),
    windowTitle: root.querySelector('title')?.textContent.replace(/\s+/g, ' ').trim() || null,
    published: first(NAMES.published),
    source: first(NAMES.source),
    author: first(NAMES.author),
    siteName: first(NAMES.siteName),
    columnName: first(NAMES.columnName),
    addresses: findAddresses(html, [given, canonical, metas.get('og:url') ?? null]),
  };
}

/** The given address first, then what the copy says of itself, then the page. */
function findAddresses(html: string, told: readonly (string | null)[]): readonly string[] {
  const start = html.slice(0, 20_000);
  const savedFrom = /<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->/i.exec(start)?.[1] ?? /<!--[^>]{0,200}?\burl:\s*(https?:\S+)/i.exec(start)?.[1] ?? null;
  const [given = null, ...ofPage] = told;
  const known = [given, savedFrom, ...archivedAddress(html, start), ...ofPage].filter((address): address is string => address !== null && httpAddress(address) !== null);
  const first = known[0];
  if (first === undefined) return [];
  const original = originalOfArchived(first) ?? first;
  const archived = known.find((address) => originalOfArchived(address) === original) ?? null;
  return archived === null ? [original] : [original, archived];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The address of a Wayback copy, from its script, or from its toolbar and the closing comment with the time of the capture. */
function archivedAddress(html: string, start: string): readonly (string | null)[] {
  const script = /__wm\.wombat\(\s*"([^"]+)"\s*,\s*"(\d{14})"/.exec(start);
  if (script !== null) return [`https://web.archive.org/web/${script[2] ?? ''}/${script[1] ?? ''}`];
  const toolbar = /<input\b[^>]*\bid="wmtbURL"[^>]*>/i.exec(html)?.[0];
  const shown = toolbar === undefined ? undefined : /\bvalue="(https?:[^"]+)"/i.exec(toolbar)?.[1];
  const at = /FILE ARCHIVED ON (\d{2}):(\d{2}):(\d{2}) ([A-Z][a-z]{2}) (\d{1,2}), (\d{4})/.exec(html);
  if (shown === undefined) return [null];
  if (at === null) return [shown];
  const [, hour = '', minute = '', second = '', name = '', day = '', year = ''] = at;
  const month = String(MONTHS.indexOf(name) + 1).padStart(2, '0');
  return [`https://web.archive.org/web/${year}${month}${day.padStart(2, '0')}${hour}${minute}${second}/${shown}`];
}
