/** A web page printed to PDF carries its menus, recommendations and comments along. What is no part of the article is told as on the page itself. */
import type { Block } from '../document';
import { takeFurniture } from '../html/page-furniture';

/** What is left of a printed page. */
export interface Article {
  readonly blocks: readonly Block[];
  /** What lines such as `时间：… 来源：…` state, by their labels. */
  readonly stated: Readonly<Record<string, string>>;
  /** Texts that were left out, but for such lines. */
  readonly dropped: readonly string[];
}

/** Takes such parts out. Where a whole section goes, so does what stands before the title: it is the page's menu. */
export function takeArticle(blocks: readonly Block[]): Article {
  const { blocks: kept, stated } = takeFurniture(blocks, null);
  const left = new Set(kept);
  const isWebPage = blocks.some((block) => block.kind === 'heading' && !left.has(block));
  const title = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  const menu = new Set<Block>(isWebPage ? blocks.slice(0, Math.max(0, title)).filter((block) => block.kind !== 'table') : []);
  const values = Object.values(stated);
  return {
    blocks: kept.filter((block) => !menu.has(block)),
    stated,
    dropped: blocks.flatMap((block) => ((menu.has(block) || !left.has(block)) && 'text' in block && !values.some((value) => block.text.includes(value)) ? [block.text] : [])),
  };
}
