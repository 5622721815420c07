/** What a web page printed to PDF carries beside its article: menus, recommendations, comments, the line of rights. */
import type { Block } from '../document';

const EXTRA_SECTION = /^(?:(?:热门|相关|为您|编辑|精彩|猜你|更多|今日|最新)(?:推荐|阅读|新闻|文章|喜欢|热点|资讯)|推荐阅读|猜你喜欢|网友评论|热门评论|最新评论|全部评论|发表评论|热门标签|排行榜|点击排行|友情链接)\s*[:：]?$/;
const EXTRA_LINE = /^(?:广告\s*[:：]|分享到|扫一扫|责任编辑\s*[:：]?$|版权所有|Copyright|©)|ICP备\d+号|公网安备|^.{0,20}未经(?:许可|授权)不得转载/i;

/** Takes such parts out. Where there are any, so is all that stands before the title. Gives the texts that were left out. */
export function dropWebPageParts(blocks: readonly Block[]): { readonly blocks: readonly Block[]; readonly dropped: readonly string[] } {
  const extra = new Set<Block>();
  let section = false;
  for (const block of blocks) {
    if (block.kind === 'heading') section = block.level > 1 && EXTRA_SECTION.test(block.text);
    if (block.kind === 'table') section = false;
    if (section || ((block.kind === 'paragraph' || block.kind === 'heading') && EXTRA_LINE.test(block.text))) extra.add(block);
  }
  if (extra.size === 0) return { blocks, dropped: [] };
  const title = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  for (const block of blocks.slice(0, Math.max(0, title))) if (block.kind !== 'table') extra.add(block);
  return { blocks: blocks.filter((block) => !extra.has(block)), dropped: [...extra].flatMap((block) => ('text' in block ? [block.text] : [])) };
}
