/** 附件: the files that a page names or links, and the pictures that stand in place of its list. */
import type { Block, Paragraph } from '../document/document';
import type { Attachment } from './notice';

const TEXTS = 'docx?|xlsx?|pdf|wps|et|zip|rar';
const PICTURES = 'png|jpe?g|webp|gif|bmp|tiff?';
const FILE = new RegExp(`\\.(?:${TEXTS})(?=$|[?#&\\s）)])`, 'i');
const PICTURE = new RegExp(`\\.(?:${PICTURES})(?=$|[?#&\\s）)])`, 'i');
/** A line that is the name of a file and nothing else. */
const FILE_NAME = new RegExp(`^[^。；，\\n]{1,120}\\.(?:${TEXTS}|${PICTURES})$`, 'i');
const ATTACHMENT_LINE = /^\s*附\s*件\s*[0-9一二三四五六七八九十]*\s*[:：.．、]?\s*(.+?)\s*$/;

/** Links to files: 附件：….docx, also behind a download address that names the file. */
export function linkedFiles(paragraph: Paragraph): readonly Attachment[] {
  return paragraph.links.filter((link) => isFile(link) || isWholeLinkToPicture(paragraph, link)).map((link) => ({ name: attachmentName(link.text, link.target), url: link.target }));
}

/** Whether a line of the paragraph is a link to a file and nothing else. */
export function isLinkToFile(paragraph: Paragraph, line: string): boolean {
  return paragraph.links.some((link) => link.text.trim() === line && (isFile(link) || isWholeLinkToPicture(paragraph, link)));
}

/** Whether a line names or links a file: it tells no app. */
export function isFileLine(block: Block, line: string): boolean {
  return FILE_NAME.test(line) || (block.kind === 'paragraph' && block.links.some((link) => link.text.trim() !== '' && line.includes(link.text.trim()) && isFile(link)));
}

/** An annex that is named without its file: 附件：甲名单, and 2.乙名单 on the line below. */
const ANNEX_NAME = /^\s*附\s*件\s*[0-9一二三四五六七八九十]*\s*[:：]\s*([^。；，]{2,80})$/;
const FURTHER_ANNEX = /^\s*(?:附\s*件\s*)?[0-9一二三四五六七八九十]+\s*[.．、:：]\s*[^。；，]{2,80}(?:名单|清单|列表|情况|一览表)(?:[（(][^）)]*[）)])?$/;

/** Where a further annex begins on the same line: 附件：1.甲名单 2.乙名单, 附件1：甲名单；附件2：乙名单. */
const NEXT_ANNEX = /[\s、，,；;]+(?=附\s*件\s*[0-9一二三四五六七八九十]+\s*[:：.．、]?\s*\S|[0-9一二三四五六七八九十]{1,2}\s*[.．、:：]\s*[^\s0-9])/;
/** A file and the marks before the next: 甲名单.docx、乙名单.xlsx. */
const FILES = new RegExp(`[^\\s、，,；;][^，；;。]*?\\.(?:${TEXTS}|${PICTURES})(?=$|[\\s、，,；;])`, 'gi');

/** What is longer is a text; looking for names in it would take the square of its length. */
const LONGEST_LINE = 600;

/** The annexes that a line names without linking them, in order; empty where it names none. @param goesOn the line before named one. */
export function namedAnnexes(line: string, goesOn: boolean): readonly Attachment[] {
  for (const pieces of line.length > LONGEST_LINE ? [] : [line.split(NEXT_ANNEX), line.match(FILES) ?? []]) {
    const names = pieces.length < 2 || (!ATTACHMENT_LINE.test(line) && !goesOn) ? [] : pieces.map((piece, i) => namedAnnex(piece.trim(), goesOn || i > 0));
    if (names.length > 0 && names.every((name) => name !== null)) return names;
  }
  const one = namedAnnex(line, goesOn);
  return one === null ? [] : [one];
}

function namedAnnex(line: string, goesOn: boolean): Attachment | null {
  const named = ATTACHMENT_LINE.exec(line)?.[1];
  if (named !== undefined && FILE.test(named)) return { name: named, url: null };
  if (FILE_NAME.test(line)) return { name: line, url: null };
  const annex = ANNEX_NAME.exec(line)?.[1]?.trim();
  if (annex !== undefined && !/^(?:见|详见|如下|略|无)/.test(annex)) return { name: annex, url: null };
  return goesOn && FURTHER_ANNEX.test(line) ? { name: line.trim(), url: null } : null;
}

/** Signs that editors put before a link to a file: icon_doc.gif; other small pictures have no description. */
const FILE_SIGN = /icon|file_?types?/i;
const SMALL_PICTURE = /\.gif(?:$|\?)/i;

/** The pictures of a paragraph, named by their description or their file. @param count of pictures before it. */
export function picturesOf(paragraph: Paragraph, count: number): readonly Attachment[] {
  const pictures = linkedFiles(paragraph).length === 0 ? paragraph.images : paragraph.images.filter(({ alt, target }) => !FILE_SIGN.test(target) && !(alt.trim() === '' && SMALL_PICTURE.test(target)));
  return pictures.map(({ alt, target }, i) => {
    const file = /^[a-z]+:\/\//i.test(target) ? '' : target.replace(/^.*[\\/]/, '');
    return { name: alt.trim() || file || `图片 ${count + i + 1}`, url: target };
  });
}

/** Each once; one that is named here and linked there is linked. */
export function dedupeAttachments(attachments: readonly Attachment[]): readonly Attachment[] {
  const seen = new Map<string, Attachment>();
  for (const a of attachments) if ((seen.get(a.name)?.url ?? null) === null) seen.set(a.name, a);
  return [...seen.values()];
}

function isFile(link: { readonly text: string; readonly target: string }): boolean {
  return FILE.test(link.text) || FILE.test(decodeSafely(link.target));
}

function isWholeLinkToPicture(paragraph: Paragraph, link: { readonly text: string; readonly target: string }): boolean {
  return PICTURE.test(decodeSafely(link.target)) && paragraph.text.trim() === link.text.trim();
}

function attachmentName(text: string, target: string): string {
  const stated = text.trim().replace(/^附\s*件\s*[0-9一二三四五六七八九十]*\s*[:：]\s*/, '');
  if (FILE.test(stated)) return stated;
  const named = /[?&]fileName=([^&]+)/i.exec(decodeSafely(target))?.[1];
  // 详见附件2、3、4: the further annexes are links that bear a number only.
  return named ?? (/^[0-9０-９一二三四五六七八九十]+$/.test(stated) ? `附件${stated}` : text.trim());
}

function decodeSafely(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
