/** The HTML reader: the article of a web page, without what stands around it, and what the page says of itself. */
import { diagnostic, type Diagnostic } from '../diagnostic';
import type { Block, Document, Paragraph, ReaderHost, YamlValue } from '../document';
import { refuse, type ReadResult } from '../read-result';
import { cleanPage } from './clean-page';
import { readDomBlocks } from './dom-blocks';
import { findArticle } from './find-article';
import { numberBlocks } from './number-blocks';
import { linksToFile, takeFurniture } from './page-furniture';
import { readPageHead, type PageHead } from './page-head';
import { resolveLinks } from './page-links';
import { findTitleElement, pageTitle } from './page-title';
import { weighPage } from './weigh-page';

/** A file written into the page is not looked at; only its length would count. */
const EMBEDDED = /(["'(])data:[a-z0-9.+/-]*;base64,[A-Za-z0-9+/=\s]*/gi;

/** Pages of articles are far below; a DOM of more takes a phone's memory. */
const MAX_CHARACTERS = 10_000_000;

/**
 * Reads a page. What it says of itself stands in `frontMatter.values`: `title`, `url` (a list: the address, then that of the archived copy),
 * `发布时间`, `来源` and other labels as the page words them, and `PubDate`, `ContentSource`, `author`, `SiteName`, `ColumnName` from its head.
 * Lines of blocks count the paragraphs and rows of the article from 1: the source's own lines mean nothing to a reader of the page.
 * A page without any article is refused.
 * @param address where the page was fetched from; null where that is not known
 */
export function readHtml(html: string, fileName: string, host: ReaderHost, address: string | null = null): ReadResult {
  const page = html.replace(EMBEDDED, '$1');
  if (page.length > MAX_CHARACTERS) return refuse(diagnostic('file-too-large', {}, { size: Math.ceil(page.length / 1_000_000), limit: MAX_CHARACTERS / 1_000_000 }));
  const root = host.parseHtml(page);
  const body = root.querySelector('body') ?? root.querySelector('html');
  if (body === null) return withoutArticle();
  const head = readPageHead(root, html, address);
  const weights = weighPage(body);
  const heading = findTitleElement(body, head, weights);
  const title = pageTitle(head, heading);
  const diagnostics: Diagnostic[] = [];
  const isClean = !cleanPage(body, weights, heading);
  resolveLinks(body, head.addresses[0] ?? null);
  const element = findArticle(body, isClean ? weights : weighPage(body));
  const article = takeFurniture(readDomBlocks(element, () => 1, diagnostics), title);
  if (element !== body) element.remove();
  const around = takeFurniture(element === body ? [] : readDomBlocks(body, () => 1, []), title);
  const blocks = numberBlocks([...article.blocks, ...attachmentsAround(around.blocks, article.blocks)]);
  if (blocks.length === 0) return withoutArticle();
  return { ok: true, document: makeDocument(fileName, blocks, valuesOf(title, head, { ...around.stated, ...article.stated }), diagnostics) };
}

function withoutArticle(): ReadResult {
  return refuse(diagnostic('html-without-article'));
}

function makeDocument(fileName: string, blocks: readonly Block[], values: Readonly<Record<string, YamlValue>>, diagnostics: readonly Diagnostic[]): Document {
  return { format: 'html', fileName, frontMatter: { values, comments: {} }, blocks, footnotes: [], diagnostics };
}

function valuesOf(title: string | null, head: PageHead, stated: Readonly<Record<string, string>>): Readonly<Record<string, YamlValue>> {
  const values: Record<string, YamlValue> = { ...stated };
  const named = { title, PubDate: head.published, ContentSource: head.source, author: head.author, SiteName: head.siteName, ColumnName: head.columnName };
  for (const [key, value] of Object.entries(named)) if (value !== null) values[key] = value;
  if (head.addresses.length > 0) values['url'] = head.addresses;
  return values;
}

/** A link to a report of the site is no attachment. */
const SAYS_ATTACHMENT = /附\s*[件表]|名单|下载/;

/** Sites that keep the files in a box of their own below the article. */
function attachmentsAround(around: readonly Block[], article: readonly Block[]): readonly Paragraph[] {
  const known = new Set(article.flatMap((block) => (block.kind === 'paragraph' ? block.links.map((link) => link.target) : [])));
  const paragraphs = around.flatMap(paragraphsIn).filter((paragraph) => linksToFile(paragraph) && SAYS_ATTACHMENT.test(paragraph.text));
  return paragraphs.filter((paragraph) => paragraph.links.some((link) => !known.has(link.target)));
}

function paragraphsIn(block: Block): readonly Paragraph[] {
  if (block.kind === 'paragraph') return [block];
  if (block.kind === 'container') return block.blocks.flatMap(paragraphsIn);
  return block.kind === 'list' ? block.items.flatMap((item) => item.blocks.flatMap(paragraphsIn)) : [];
}
