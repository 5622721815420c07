/** Captions of lists, and which annex 附件 they are. */
import { NUMERAL, readNumeral } from './numerals';

/** Headings that only say that lists follow, and head none themselves. */
const BARE = /^(?:#*\s*)?(?:全文|正文|附件|附件下载|附录|名单|软件名单|应用名单|元数据|详情|信息|通报内容|原文)\s*[:：]?$/;
const ANNEX = new RegExp(`^\\s*(?:附\\s*(?:件|表)\\s*(${NUMERAL})?|(${NUMERAL})\\s*[.．、])`);

/** Whether a heading or title can be the caption of a list, rather than the name of a section. */
export function isCaption(text: string): boolean {
  return text.trim() !== '' && !BARE.test(text.trim());
}

/** Whether a paragraph that stands right above a table reads as its caption: 附件1 …, …名单, a single short line. */
export function isCaptionParagraph(text: string): boolean {
  const plain = text.trim();
  if (plain === '' || plain.length > 80 || plain.includes('\n')) return false;
  if (/[。！？]$/.test(plain)) return false;
  return /名单|列表|清单|情况表|一览表|^\s*附\s*[件表]/.test(plain) && !/\.(?:docx?|xlsx?|pdf|wps|zip|rar)$/i.test(plain);
}

/** Number of the annex that a caption begins with (附件2：…, 2.…); null where it names none. */
export function annexNumber(caption: string): number | null {
  const found = ANNEX.exec(caption);
  return found === null ? null : readNumeral(found[1] ?? found[2] ?? '');
}
