/** Titles: which of several is the notice's, and what kind of notice a title announces. */
import { walkBlocks, type Document } from '../document/document';
import { frontMatterText } from './metadata';
import type { NoticeKind } from './notice';

/** …通报, …通报（2021年第1批，总第10批）, …名单的公告: how notices end, and news of them do not. */
const NOTICE_END = /(?:通报|公告|公示|通告)\s*(?:[（(【][^）)】]*[）)】]|[_\s][^，。]*[批期])?\s*$/;
const BATCH_END = /第\s*[0-9０-９一二三四五六七八九十]+\s*[批期]\s*[）)】]?\s*$/;

export interface Titles {
  readonly title: string;
  /** A title in front matter that says another; real notes have wrong ones. */
  readonly other: string | null;
}

/** The title in the metadata block beats the one in front matter, which beats headings, which beat the file name (DESIGN §6). */
export function chooseTitle(document: Document, metadataTitle: string | null): Titles {
  const front = frontMatterText(document.frontMatter, 'title');
  const stem = document.fileName.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,8}$/i, '');
  const title = metadataTitle ?? front ?? headingTitle(document) ?? stem;
  const full = completedByFootnote(document, title);
  return { title: full, other: front !== null && sameTitle(front, title) ? null : front };
}

/** Blanks, brackets' width and 批/期 marks of file names do not make another title. */
export function titleKey(title: string): string {
  return title.normalize('NFKC').replace(/[\s_“”"'‘’()（）,，、《》<>]+/g, '').toUpperCase();
}

/** Kind by the words of the title; `hasLists` decides where they leave it open. */
export function kindOfTitle(title: string, hasLists: boolean): NoticeKind {
  const plain = title.trim();
  const ends = NOTICE_END.test(plain) || BATCH_END.test(plain);
  if (ends && /下架/.test(plain)) return 'takedown';
  if (ends && /侵害|违法|违规|问题|回头看|APP|应用|SDK|小程序|终端|名单/i.test(plain)) return 'infringement';
  if (/专项(?:整治)?行动|专项治理/.test(plain) && !/通知|方案/.test(plain)) return 'campaign';
  if (/(?:通知|规定|办法|条例|决定|意见|标准|指南|规范|方案|法)\s*(?:[（(][^）)]*[）)])?$/.test(plain)) return 'policy';
  if (/[：:！？，,]|消息|报道|工信部(?!关于)/.test(plain)) return 'news';
  if (hasLists) return /下架/.test(plain) ? 'takedown' : 'infringement';
  return 'other';
}

function sameTitle(a: string, b: string): boolean {
  return titleKey(a) === titleKey(b);
}

function headingTitle(document: Document): string | null {
  for (const { block } of walkBlocks(document.blocks)) {
    if (block.kind === 'heading' && (block.level === 1 || NOTICE_END.test(block.text)) && block.text.trim() !== '') return block.text.trim();
    if (block.kind === 'container' && NOTICE_END.test(block.title)) return block.title.trim();
  }
  return null;
}

/** A footnote that cites the page by its full title, batch included. */
function completedByFootnote(document: Document, title: string): string {
  const full = document.footnotes.flatMap((f) => f.links.map((l) => l.text.trim())).find((text) => text.startsWith(title) && BATCH_END.test(text));
  return full ?? title;
}
