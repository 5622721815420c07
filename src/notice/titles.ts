/** Titles: which of several is the notice's, and what kind of notice a title announces. */
import { walkBlocks, type Block, type Document } from '../document/document';
import { isOnlyAgency } from './agencies';
import { frontMatterText } from './metadata';
import type { NoticeKind } from './notice';
import { simplify } from './traditional';

/** …通报, …通报（2021年第1批，总第10批）, …名单的公告: how notices end, and news of them do not. */
const NOTICE_END = /(?:通报|公告|公示|通告)\s*(?:[（(【〔][^）)】〕]*[）)】〕]\s*|[_\s]+[^，。]*[批期]\s*)*$/;
/** 监测发现14款违规移动应用, 通报下架12款APP: titles of agencies that number what they name. */
const NAMES_APPS = /(?:监测|检测|抽查|检查)发现\S{0,12}?[0-9０-９一二三四五六七八九十百]+\s*[款个]\S{0,24}(?:应用|App|SDK|软件|小程序)\S{0,12}$/i;
const BATCH_END = /第\s*[0-9０-９一二三四五六七八九十]+\s*[批期]\s*[）)】]?\s*$/;

/** What came back by itself was not let back. */
const BACK_BY_ITSELF = /(?:擅自|私自|违规|拒不|不到位|马甲)[^，。]{0,8}上架/;
/** 恢复上架, 撤销下架, 撤销通报的公告: what is taken back names no app anew. */
const TAKEN_BACK = /(?:恢复|重新|同意|准予)[^，。]{0,16}上架|(?:撤销|解除|取消|撤回|终止)[^，。]{0,16}(?:下架(?!的?通报)|通报(?=的?(?:公告|公示|通告|通知|决定)))/;

/** 甲省通信管理局通报5款侵害用户权益APP: how a bureau heads its notice, and news of it too. */
const REPORTS = /^(.{4,24}?)(?:关于)?(?:公开|集中|依法|第?[0-9一二三四五六七八九十]+次)?(?:通报|公布|下架)[^，。：！？]{0,12}?[0-9０-９一二三四五六七八九十百]+\s*[款个][^，。：！？]{0,30}(?:应用|App|SDK|软件|小程序|终端)[^，。：！？]{0,12}$/i;

/** The title of a notice, and what stands beside it. */
export interface Titles {
  readonly title: string;
  /** A title in front matter that says another; real notes have wrong ones. */
  readonly other: string | null;
  /** In text without headings, the lines of paragraphs that are the title: they are no part of the body. */
  readonly lines: ReadonlyMap<Block, ReadonlySet<number>>;
}

/** The title in the metadata block beats the one in front matter, which beats headings, which beat the file name (docs/notice-json.md, `title`). */
export function chooseTitle(document: Document, metadataTitle: string | null): Titles {
  const front = frontMatterText(document.frontMatter, 'title') ?? frontMatterText(document.frontMatter, '标题');
  const stem = document.fileName.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,8}$/i, '');
  const first = firstLines(document);
  const title = metadataTitle ?? front ?? headingTitle(document) ?? first?.title ?? stem;
  const full = completedByFootnote(document, title);
  const repeated = first !== null && sameTitle(first.title, full);
  return { title: full, other: front !== null && sameTitle(front, title) ? null : front, lines: repeated ? first.lines : new Map() };
}

/** Blanks, brackets' width and 批/期 marks of file names do not make another title. */
export function titleKey(title: string): string {
  return title.normalize('NFKC').replace(/[\s_“”"'‘’()（）,，、《》<>]+/g, '').toUpperCase();
}

/** Kind by the words of the title; `hasLists` decides where they leave it open, and `signed` whether the agency that a title begins with speaks itself. */
export function kindOfTitle(title: string, hasLists: boolean, signed = false): NoticeKind {
  const plain = simplify(title.trim());
  const ends = NOTICE_END.test(plain) || BATCH_END.test(plain) || NAMES_APPS.test(plain);
  if (TAKEN_BACK.test(plain) && !BACK_BY_ITSELF.test(plain) && !/下架/.test(plain.replace(TAKEN_BACK, ''))) return 'other';
  if (ends && /下架/.test(plain)) return 'takedown';
  if (ends && /侵害|违法|违规|问题|回头看|APP|应用|SDK|小程序|终端|名单/i.test(plain)) return 'infringement';
  if (/专项(?:整治)?行动|专项治理/.test(plain) && !/通知|方案/.test(plain)) return 'campaign';
  if (/(?:通知|规定|办法|条例|决定|意见|标准|指南|规范|方案|法)\s*(?:[（(][^）)]*[）)])?$/.test(plain)) return 'policy';
  if (/[：:！？，,]|消息|报道|工信部(?!关于)/.test(plain)) return 'news';
  if (hasLists || (signed && reportsApps(plain))) return /下架/.test(plain) ? 'takedown' : 'infringement';
  return 'other';
}

/** @param plain in simplified characters. */
function reportsApps(plain: string): boolean {
  return isOnlyAgency(REPORTS.exec(plain)?.[1] ?? '');
}

function sameTitle(a: string, b: string): boolean {
  return titleKey(a) === titleKey(b);
}

function headingTitle(document: Document): string | null {
  for (const { block } of walkBlocks(document.blocks)) {
    if (block.kind === 'heading' && (block.level === 1 || NOTICE_END.test(simplify(block.text))) && block.text.trim() !== '') return block.text.trim();
    if (block.kind === 'container' && NOTICE_END.test(simplify(block.title))) return block.title.trim();
  }
  return null;
}

/** How far down the title of a text without headings stands: below the name of a site and a line of menus. */
const TITLE_DEPTH = 6;

/** The title of a text without headings: a short line near its top that ends as notices do, its batch on the line below included. */
function firstLines(document: Document): { readonly title: string; readonly lines: Titles['lines'] } | null {
  const top = document.blocks.slice(0, TITLE_DEPTH).flatMap((block) => (block.kind === 'paragraph' ? splitLines(block.text).map((text, place) => ({ text, block, place })) : []));
  for (const [i, line] of top.entries()) {
    const next = top[i + 1];
    // A long title is wrapped: both of its lines are one.
    for (const parts of next?.block === line.block ? [[line], [line, next]] : [[line]]) {
      const title = parts.map((part) => part.text).join('');
      if (!readsAsTitle(title)) continue;
      const behind = top[i + parts.length];
      const all = behind !== undefined && ONLY_BATCH.test(behind.text) ? [...parts, behind] : parts;
      const lines = new Map<Block, Set<number>>();
      for (const { block, place } of all) lines.set(block, (lines.get(block) ?? new Set()).add(place));
      return { title: all.map((part) => part.text).join(''), lines };
    }
  }
  return null;
}

const ONLY_BATCH = /^[（(【][^）)】]*[批期][）)】]$/;

function readsAsTitle(text: string): boolean {
  if (text.length < 8 || text.length > 90 || /[>›»|]|^首页/.test(text) || /[。；，]/.test(text.replace(/[（(][^）)]*[）)]/g, ''))) return false;
  const plain = simplify(text);
  return NOTICE_END.test(plain) || BATCH_END.test(plain) || NAMES_APPS.test(plain) || reportsApps(plain);
}

function splitLines(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** A footnote that cites the page by its full title, batch included. */
function completedByFootnote(document: Document, title: string): string {
  const full = document.footnotes.flatMap((f) => f.links.map((l) => l.text.trim())).find((text) => text.startsWith(title) && BATCH_END.test(text));
  return full ?? title;
}
