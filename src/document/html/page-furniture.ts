/** Blocks that stand in an article and are none of its own: tool lines, related reading, comments, and lines that state the date and the source. */
import type { Block, Paragraph, Table } from '../document';
import { namesFile } from '../web-address';

/** The blocks of an article with the furniture taken out, and what it said. */
export interface Furnished {
  readonly blocks: readonly Block[];
  /** What the page states in words, by the label as it stands there: `发布时间` → `2024-05-21 16:00`. The first of each counts. */
  readonly stated: Readonly<Record<string, string>>;
}

/** Labels of such lines. The values of the first group are kept; those of the second only end a value. */
const KEPT_LABELS = ['发布时间', '发布日期', '发文日期', '成文日期', '公布日期', '时间', '日期', '信息来源', '文章来源', '稿件来源', '来源', '稿源', '发布机构', '发布单位', '发文机关', '发文单位', '作者'];
const TOOL_LABELS = ['责任编辑', '编辑', '责编', '字号', '字体', '浏览次数', '浏览量', '点击数', '点击量', '点击率', '阅读量', '阅读次数', '访问量', '分享到', '索引号', '主题分类', '文号', '供稿'];
/** 来源：某局; posts write 来源｜某局 as well, alone or at the end of a line. */
const LABEL = new RegExp(`(${[...KEPT_LABELS, ...TOOL_LABELS].join('|')})\\s*(?:[:：]|[|｜丨](?=[^|｜丨]{2,20}$))\\s*`, 'g');
const DAY_ALONE = /^((?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?)(?:[\s·|｜]+([^\s:：·|｜]{2,20}))?$/;
/** What platforms count stands where others name the source. */
const COUNTED = /阅读|浏览|评论|点击|播放/;
/** 发布于 2024年6月6日 由 小站, as blogs write above an article; a comment bears the word to answer it. */
const POSTED = /^(?:发布|发表|创建)于\s*((?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?)(?:$|(?:\s|[|｜·由])(?!.*(?:回复|举报|楼|的))[^，。]{0,60}$)/;
/** Longer lines are text. */
const MOST_LINE = 200;

/** Short lines that only work on the page itself. */
const TOOL_LINE =
  /^(?:您?(?:当前|现在)?(?:的|所在)?位置\s*[:：]|分享(?:到|至)?\s*(?:[:：]|$)|(?:用?微信)?扫一扫[^。]{0,20}$|点击(?:[上下][方面])?[“"]?(?:蓝字|名片|卡片)[^。后]{0,8}关注[^，。]{0,12}$|返回[^，。]{1,8}，查看更多$|[—\-－·\s]*END[—\-－·\s]*$|(?:责任)?编辑\s*[:：]|责编\s*[:：]|[（(]\s*责(?:任)?编(?:辑)?\s*[:：]|[上下]一[篇条页]\s*[:：]|[【[]?(?:版权(?:所有|声明)|免责声明)|广告\s*[:：]|.{0,40}ICP备)/;
/** Lines of nothing but buttons: 【打印】【关闭】, [大 中 小]. */
const BUTTONS = /^(?:[【[(（]?\s*(?:打印(?:本页|此页|页面)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|上页|列表|首页)?|收藏|(?:我要)?纠错|大|中|小|分享|点赞)\s*[】\])）]?[\s|·、]*)+$/;
/** Numbers and words that lead through the pages of an article. */
const PAGES = /^(?=.*[上下]一页)(?:(?:首|尾|末|上一|下一)页|第|共|页|GO|[\d\s|/.·…<>«»‹›])+$/i;
/** Who made the page, with the names behind: 编辑丨王五, 初审：孙七 终审：周八. The same words begin text, too: 审核：对上架的应用未予核验。 */
const MAKER = /(?:(?:责任)?编辑|责编|[一二三初复终]审|审[核校]|校[对审]|监制|排版|美编)(?:人员?)?\s*[:：|｜丨/]/;
const NAMES = /^[^，。；：:]{0,12}$/;
const MOST_TOOL_LINE = 120;
/** Headings of what comes after an article. */
const AFTERWORD = /^[【[]?\s*(?:往期(?:推荐|回顾|精彩|内容|文章)|相关(?:阅读|新闻|链接|推荐|文章|报道|资讯|稿件|信息)|推荐阅读|延伸阅读|热门(?:推荐|文章|新闻|阅读|评论)|为您推荐|猜你喜欢|更多(?:新闻|精彩|推荐|阅读).{0,6}|精彩推荐|大家都在看|(?:网友|最新|全部|用户)?评论(?:区|列表)?|发表评论|我要评论|我来说两句)\s*[】\]]?\s*(?:[:：]|[(（]\d+[）)])?$/;

/**
 * Parts an article's blocks from those that only stand there. Tables of data are never dropped, and nothing that links to a file.
 * @param title a line that only says the title again is dropped too
 */
export function takeFurniture(blocks: readonly Block[], title: string | null): Furnished {
  const stated: Record<string, string> = {};
  const kept: Block[] = [];
  /** Level of the heading whose section is dropped; 7 where a plain line heads it, so that any heading ends it. */
  let dropping: number | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading' && dropping !== null && block.level <= dropping) dropping = null;
    if ((block.kind === 'heading' || block.kind === 'paragraph') && AFTERWORD.test(block.text.trim())) dropping ??= block.kind === 'heading' ? block.level : 7;
    if (block.kind === 'table') {
      const labels = labelTable(block);
      if (labels === null) kept.push(block);
      else state(stated, labels);
    } else if (dropping !== null) {
      if (linksToFile(block)) kept.push(block);
    } else if (block.kind === 'container') {
      const inner = takeFurniture(block.blocks, title);
      state(stated, Object.entries(inner.stated));
      if (inner.blocks.length > 0 || block.title !== '') kept.push({ ...block, blocks: inner.blocks });
    } else if (block.kind !== 'paragraph' || linksToFile(block)) {
      kept.push(block);
    } else {
      const labels = labelLine(block);
      if (labels !== null) state(stated, labels);
      else if (!isToolLine(block) && !(title !== null && squeeze(block.text) === squeeze(title))) kept.push(block);
    }
  }
  return { blocks: kept, stated };
}

/** Whether a block links to a document rather than to a page. */
export function linksToFile(block: Block): boolean {
  return block.kind === 'paragraph' && block.links.some((link) => namesFile(link.target) || namesFile(link.text));
}

function state(stated: Record<string, string>, pairs: readonly (readonly [string, string])[]): void {
  for (const [label, value] of pairs) if (value !== '' && KEPT_LABELS.includes(label)) stated[label] ??= value;
}

function isToolLine(block: Paragraph): boolean {
  const text = block.text.trim();
  return text.length <= MOST_TOOL_LINE && (TOOL_LINE.test(text) || (text !== '' && BUTTONS.test(text)) || PAGES.test(text) || namesMakers(text));
}

function namesMakers(text: string): boolean {
  const [before, ...names] = text.split(MAKER);
  return before === '' && names.length > 0 && names.every((name) => NAMES.test(name.trim()));
}

/** The labels and values of a line that is nothing but such; null for any other line. */
function labelLine(block: Paragraph): readonly (readonly [string, string])[] | null {
  const text = block.text.replace(/\s+/g, ' ').trim().replace(/^[（(] ?(?:本文)?((?:来源|作者)[^（）()]*)[）)]$/, '$1');
  if (text === '' || text.length > MOST_LINE) return null;
  const day = DAY_ALONE.exec(text);
  // A date that stands right is a signature.
  if (day?.[1] !== undefined && /\d:\d/.test(day[1]) && block.attributes !== 'align=right') return [['时间', day[1]], ['来源', COUNTED.test(day[2] ?? '') ? '' : (day[2] ?? '')]];
  const posted = POSTED.exec(text)?.[1];
  if (posted !== undefined) return [['时间', posted]];
  const found = [...text.matchAll(LABEL)];
  const first = found[0];
  // A date or a word may stand before the first label: `2024-05-21 来源：…`.
  if (first === undefined || first.index > 30) return null;
  const lead = text.slice(0, first.index).replace(/[\s|｜（(【[]+$/, '');
  if (lead !== '' && !/^[\d\s:：./年月日-]+$/.test(lead)) return null;
  const pairs = found.map((match, at): readonly [string, string] => {
    const value = text.slice(match.index + match[0].length, found[at + 1]?.index ?? text.length);
    return [match[1] ?? '', value.replace(/[\s|｜【[（(]+$/, '').trim()];
  });
  if (pairs.some(([label, value]) => KEPT_LABELS.includes(label) && value.length > 60)) return null;
  return lead === '' ? pairs : [['时间', lead], ...pairs];
}

/** An index table of a government page (索引号 …, 发布机构 …): labels and values by turns. */
function labelTable(table: Table): readonly (readonly [string, string])[] | null {
  const rows = [table.header, ...table.rows.map((row) => row.cells)].map((cells) => cells.filter((cell, at) => at === 0 || cell !== cells[at - 1]));
  const pairs: (readonly [string, string])[] = [];
  for (const cells of rows) {
    for (let at = 0; at < cells.length; at += 2) {
      const label = (cells[at]?.text ?? '').replace(/\s+/g, '');
      const value = (cells[at + 1]?.text ?? '').trim();
      if (label === '' && value === '') continue;
      const isLabel = /[:：]$/.test(label) || [...KEPT_LABELS, ...TOOL_LABELS].includes(label);
      if (!isLabel || label.length > 12) return null;
      pairs.push([label.replace(/[:：]$/, ''), value]);
    }
  }
  return pairs.length >= 2 && pairs.some(([label]) => [...KEPT_LABELS, ...TOOL_LABELS].includes(label)) ? pairs : null;
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
