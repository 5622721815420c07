/** Captions of lists, and which annex 附件 they are. */
import { findAgency, isOnlyAgency } from './agencies';
import { isNoteWord, type NoteWord } from './note-words';
import { NUMERAL, readNumeral } from './numerals';
import { sectionProblems } from './section-problems';
import { simplify } from './traditional';

/** Headings that only say that lists follow, and head none themselves. */
const BARE = /^(?:#*\s*)?(?:全文|正文|附件|附件下载|附录|附表|名单|软件名单|应用名单|元数据|详情|信息|通报内容|原文|说明|备注|内容|列表|表格|查看|展开|点击展开|点击查看)\s*[:：]?$/;
/** Words of ours that head a part of a note of ours and no list. */
const BARE_WORDS: readonly NoteWord[] = ['fullText', 'metadata', 'annexes', 'list'];
const ANNEX = new RegExp(`^\\s*[（(【]?\\s*(?:附\\s*[件表]\\s*(${NUMERAL})?|第?\\s*(${NUMERAL})\\s*[.．、）)])`);
const ANNEX_ALONE = new RegExp(`^[（(【]?\\s*附\\s*[件表]\\s*(?:${NUMERAL})?(?:\\s*[-—－]\\s*(?:${NUMERAL}))?\\s*[】）)]?\\s*[:：.]?$`);
const CONTINUED = /^[（(]?\s*(?:附\s*[件表]\s*[0-9一二三四五六七八九十]*\s*)?[（(]?\s*(?:续\s*表?|接上[表页]|上接[^，。]{0,6})\s*[0-9一二三四五六七八九十]*\s*[）)]?$/;
const FILE = /\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)$/i;
/** …通报, …通告（2022年第3期）: the title of a notice heads the whole of it, not one list. */
const NOTICE_TITLE = /(?:通报|通告|公告|公示)\s*(?:[（(][^）)]*[）)])?\s*$/;

/** Whether a heading or title can be the caption of a list, rather than the name of a section. */
export function isCaption(text: string): boolean {
  return text.trim() !== '' && !BARE.test(text.trim()) && !BARE_WORDS.some((word) => isNoteWord(text, word));
}

/** 附件1, 附表二：, 附件: a line that only numbers what follows. */
export function isAnnexNumber(text: string): boolean {
  return ANNEX_ALONE.test(text.trim());
}

/** （续表）, 续表1: what follows goes on with the list above. */
export function isContinued(text: string): boolean {
  return CONTINUED.test(text.trim());
}

const CONTINUED_END = /\s*[（(]?\s*(?:续\s*表?|接上[表页])\s*[0-9一二三四五六七八九十]*\s*[）)]?$/;

/** 甲名单（续表） below 甲名单: the caption says itself that its table goes on with the list above. */
export function repeatsCaption(caption: string, before: string | null): boolean {
  return before !== null && CONTINUED_END.test(caption) && caption.replace(CONTINUED_END, '') === before.replace(CONTINUED_END, '');
}

/** Whether a heading or title is that of a notice. */
export function isNoticeTitle(text: string): boolean {
  return NOTICE_TITLE.test(simplify(text));
}

/** Whether a line that stands right above a table reads as its caption: 附件1 …, …名单, an agency and what it named. */
export function isCaptionParagraph(text: string): boolean {
  const plain = simplify(text.trim()).replace(/\s*[:：]$/, '');
  if (plain === '' || plain.length > 80 || plain.includes('\n') || isAnnexNumber(plain)) return false;
  if (/[。！？；]$|(?:如下|见下表?|下表)$/.test(plain) || FILE.test(plain) || NOTICE_TITLE.test(plain)) return false;
  if (/^\s*[（(【]?附\s*[件表]/.test(plain)) return true;
  if (isSection(plain) && (kindOfSection(plain) !== null || sectionProblems(plain) !== null)) return true;
  if (/[，；。]/.test(plain.replace(/[（(][^）)]*[）)]/g, ''))) return false;
  if (/名单|列表|清单|情况表|一览表|汇总表/.test(plain)) return true;
  return isOnlyAgency(plain.replace(/^[^\u4e00-\u9fff]*(?:[一二三四五六七八九十]+\s*[、）).．]\s*)?/, '')) || (plain.length <= 40 && findAgency(plain) !== null && /通报|公布|下架|存在问题|检查|检测|发现/.test(plain));
}

/** 一、…, （二）…: a part of what stands above it. */
export function isSection(text: string): boolean {
  return /^\s*[（(]?[一二三四五六七八九十]+\s*[、）)]/.test(text);
}

/** What a section is of, where it says nothing else: 二、小程序（2款） → 小程序. */
export function kindOfSection(text: string): string | null {
  return /^\s*[（(]?[一二三四五六七八九十]+\s*[、）)]\s*(?:移动|互联网)?(APP|SDK|应用(?:程序|软件)?|小程序|快应用)(?:名单|部分)?(?:[（(][^）)]*[）)])?$/i.exec(text)?.[1] ?? null;
}

/** Number of the annex that a caption begins with (附件2：…, 附件1-2, 2.…, （二）…); null where it names none. */
export function annexNumber(caption: string): number | null {
  const found = ANNEX.exec(caption);
  return found === null ? null : readNumeral(found[1] ?? found[2] ?? '');
}
