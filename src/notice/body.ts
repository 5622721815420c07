/** The body of a notice: its paragraphs in order, its signature 落款, its attachments. */
import { walkBlocks, type Block, type Document, type Paragraph } from '../document/document';
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import { dedupeAttachments, isLinkToFile, linkedFiles, namedAnnexes, picturesOf } from './attachments';
import { readDay } from './dates';
import type { Attachment } from './notice';
import { bothLanguages } from './note-words';
import { chooseSignature, openSignatures, takeSignatureLine } from './signatures';

/** The parts of a body; days are `YYYY-MM-DD`. */
export interface Body {
  readonly paragraphs: readonly string[];
  /** Who signs, in order. */
  readonly signatures: readonly string[];
  readonly signedDate: string | null;
  /** A day that stands alone above the text: when the page was posted. */
  readonly postedDay: string | null;
  readonly attachments: readonly Attachment[];
  /** Pictures in the text, where a scan of the list can be. */
  readonly pictures: readonly Attachment[];
  readonly diagnostics: readonly Diagnostic[];
}

const POSTED = /^\d{4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** Blocks that are no part of the body: as many of their last lines, or the lines of these places (from 0, blank ones not counted). */
export type Skipped = ReadonlyMap<Block, number | ReadonlySet<number>>;

/** @param skip captions, metadata, the title, and lists that stand in the text. */
export function readBody(document: Document, skip: Skipped): Body {
  const paragraphs: string[] = [];
  const signatures = openSignatures();
  const attachments: Attachment[] = [];
  const pictures: Attachment[] = [];
  const diagnostics: Diagnostic[] = [];
  let afterLists = false;
  let inAnnexes = false;
  let postedDay: string | null = null;
  for (const { block } of walkBlocks(document.blocks)) {
    if (block.kind === 'table') afterLists = true;
    if (block.kind === 'unreadable') {
      diagnostics.push(diagnostic('unreadable-part', { line: block.line }, { text: shorten(block.text) }));
      paragraphs.push(block.text);
    }
    // Code in a notice is text that somebody pasted; a metadata block is none.
    if (block.kind === 'code') paragraphs.push(...codeText(block.text, skip.get(block)));
    if (block.kind !== 'paragraph') continue;
    pictures.push(...picturesOf(block, pictures.length));
    const lines = linesOf(block, skip.get(block) ?? 0);
    if (lines.length === 0 || isOnlyAddresses(block)) continue;
    const linked = linkedFiles(block);
    attachments.push(...linked);
    const kept: string[] = [];
    for (const line of lines) {
      const aboveText = postedDay === null && paragraphs.length === 0;
      if (aboveText && kept.length === 0 && !afterLists && POSTED.test(line)) {
        postedDay = readDay(line);
        continue;
      }
      if (takeSignatureLine(signatures, line) || isLinkToFile(block, line)) continue;
      const annexes = namedAnnexes(line, inAnnexes);
      inAnnexes = annexes.length > 0;
      // 附件：1.甲.docx where only 甲.docx is the link.
      if (inAnnexes) attachments.push(...annexes.filter(({ name }) => !linked.some((file) => name.includes(file.name))));
      else if (ANNEXES_FOLLOW.test(line)) inAnnexes = true;
      else if (aboveText && POSTED.test(line)) postedDay = readDay(line);
      else kept.push(line);
    }
    if (kept.length === 0) continue;
    const text = kept.join('\n');
    paragraphs.push(text);
    if (afterLists) diagnostics.push(diagnostic('stray-text', { line: block.line }, { text: shorten(text) }));
  }
  const signature = chooseSignature(signatures);
  return { paragraphs, signatures: signature.agencies, signedDate: signature.day, postedDay, attachments: dedupeAttachments(attachments), pictures, diagnostics };
}

/** The code without the lines that are a list; as it stands where there is none. */
function codeText(text: string, skipped: number | ReadonlySet<number> | undefined): readonly string[] {
  if (skipped === undefined) return text.trim() === '' ? [] : [text];
  const rest = typeof skipped === 'number' ? [] : text.split('\n').filter((line) => line.trim() !== '').filter((_, i) => !skipped.has(i));
  return rest.length === 0 ? [] : [rest.join('\n')];
}

function linesOf(paragraph: Paragraph, skipped: number | ReadonlySet<number>): readonly string[] {
  const lines = paragraph.text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (typeof skipped !== 'number') return lines.filter((_, i) => !skipped.has(i));
  return skipped > 0 ? lines.slice(0, Math.max(0, lines.length - skipped)) : lines;
}

/** 附件：, 附件下载：, with the annexes on the lines below. */
const ANNEXES_FOLLOW = /^附\s*件(?:下载|列表)?\s*[:：]$/;

const ADDRESS_WORDS: readonly string[] = [...bothLanguages('original'), ...bothLanguages('archivedCopy'), '原文链接', '存档链接'];

/** 原文 · 存档: a line of links to the page itself says nothing of its own. */
function isOnlyAddresses(paragraph: Paragraph): boolean {
  const isAddress = paragraph.links.length > 0 && paragraph.links.every((link) => ADDRESS_WORDS.includes(link.text.trim()));
  return isAddress && ADDRESS_WORDS.reduce((rest, word) => rest.replaceAll(word, ''), paragraph.text).replace(/链接|[\s·|、,，:：]/g, '') === '';
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
