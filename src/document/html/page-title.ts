/** The title of a page's article: as the page's head names it, else the heading that the window's title holds, else the window's title without the site. */
import { nameOf, readDomText } from './dom-text';
import type { PageHead } from './page-head';
import { weightOf, type Weights } from './weigh-page';

/** Shorter titles name a column of the site rather than an article. */
const SHORTEST = 8;
const LONGEST = 120;
/** 关于…的通报（2024年第3批）: a line that is the title of a notice, however the page sets it; 为落实关于…的通知 is the beginning of a sentence. */
const NOTICE = /^(?!为|[依根][据照]|按照?|现将?|近|[详另]?见|请)[^，。；：]{0,30}关于[^，。；：]{2,80}(?:通报|通告|公告|公示|通知)(?:[（(【〔][^）)】〕]{1,40}[）)】〕])*$/;

/** The heading of the article on the page; null where none reads as the title. @param weights those of `body` */
export function findTitleElement(body: Element, head: PageHead, weights: Weights): Element | null {
  const marked = body.querySelector('#con_title, .con_title, #articleTitle, .article-title, .arti_title, [itemprop="headline"]');
  if (marked !== null && marked.textContent.trim() !== '') return marked;
  const told = squeeze(`${head.articleTitle ?? ''} ${head.windowTitle ?? ''}`);
  const headings = Array.from(body.querySelectorAll('h1, h2, h3')).map((element) => ({ element, text: squeeze(element.textContent) }));
  const named = headings.find(({ text }) => text.length >= 6 && told.includes(text))?.element ?? null;
  // A window that is only called 通知公告, or as the site is, leaves it to the page.
  const ofWindow = squeeze(withoutSite(head.windowTitle ?? '', head.siteName));
  const isVague = head.articleTitle === null && (ofWindow.length < SHORTEST || (ofWindow.length < 2 * SHORTEST && OFFICE.test(ofWindow)));
  if (!isVague) return named;
  return headings.find(({ element, text }) => text.length >= SHORTEST && nameOf(element) !== 'h3' && !OFFICE.test(text))?.element ?? findNoticeTitle(body, weights) ?? named;
}

/** The first line of the page that is the title of a notice and no link: old pages set it in a cell, Word in a paragraph. */
function findNoticeTitle(body: Element, weights: Weights): Element | null {
  const lines = Array.from(body.querySelectorAll('p, td, div, center, h3, h4')).filter((element) => {
    const { text, linked } = weightOf(element, weights);
    return text >= SHORTEST && text <= LONGEST && linked === 0;
  });
  return lines.find((element) => NOTICE.test(squeeze(element.textContent)) && element.closest('li, a') === null) ?? null;
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

/** A title that is nothing but the name of a site. Of the words above many end a headline as well: 监管部门约谈某某网. */
const OFFICE = /^[^，。：、\s]*(?:(?:政府|管理局|委员会|工业和信息化部|工信部)(?:门户)?网?|网站|门户网?|首页|频道)$/;

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
