/** The title of a page's article: as the page's head names it, else the heading that the window's title holds, else the window's title without the site. */
import { nameOf, readDomText } from './dom-text';
import type { PageHead } from './page-head';

/** Shorter titles name a column of the site rather than an article. */
const SHORTEST = 8;

/** The heading of the article on the page; null where none reads as the title. */
export function findTitleElement(body: Element, head: PageHead): Element | null {
  const marked = body.querySelector('#con_title, .con_title, #articleTitle, .article-title, .arti_title, [itemprop="headline"]');
  if (marked !== null && marked.textContent.trim() !== '') return marked;
  const told = squeeze(`${head.articleTitle ?? ''} ${head.windowTitle ?? ''}`);
  const headings = Array.from(body.querySelectorAll('h1, h2, h3')).map((element) => ({ element, text: squeeze(element.textContent) }));
  const named = headings.find(({ text }) => text.length >= 6 && told.includes(text));
  if (named !== undefined) return named.element;
  // A window that is only called 通知公告 leaves it to the page.
  const isVague = head.articleTitle === null && squeeze(withoutSite(head.windowTitle ?? '', head.siteName)).length < SHORTEST;
  return isVague ? (headings.find(({ element, text }) => text.length >= SHORTEST && nameOf(element) !== 'h3')?.element ?? null) : null;
}

/** The title, its lines joined; null where the page has none. */
export function pageTitle(head: PageHead, heading: Element | null): string | null {
  const onPage = heading === null ? '' : oneLine(readDomText(heading.childNodes).text);
  const told = head.articleTitle === null ? '' : withoutSite(oneLine(head.articleTitle), head.siteName);
  if (told !== '') return told;
  if (onPage !== '') return onPage;
  return head.windowTitle === null ? null : withoutSite(head.windowTitle, head.siteName) || null;
}

const SITE_WORDS = /(?:网|网站|频道|新闻|门户|客户端|首页|在线|之家|政府|管理局|委员会|工业和信息化部|工信部|\.com|\.cn)$/i;

/** A part before the site's name that is no longer is a column of it. */
const LONGEST_COLUMN = 8;

/** Takes names of the site and its columns off the end: `…_科技频道_某某网`, `… - 上海市通信管理局`. */
function withoutSite(title: string, siteName: string | null): string {
  let rest = title.trim();
  let siteSeen = false;
  for (;;) {
    const cut = /^(.+?\S)\s*(?:[_|｜—–]+|\s-\s|-(?=[^-]*$))\s*([^_|｜—–]+?)$/.exec(rest);
    const [, before = '', behind = ''] = cut ?? [];
    if (before === '') return rest;
    const name = behind.trim();
    const isSite = SITE_WORDS.test(name) || (siteName !== null && siteName.includes(name));
    if (!isSite && !(siteSeen && name.length <= LONGEST_COLUMN)) return rest;
    siteSeen = true;
    rest = before;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '').replace(/\s+/g, ' ').trim();
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
