/** The body of a notice: its paragraphs in order, its signature 落款, its attachments. */
import { walkBlocks, type Block, type Document, type Paragraph } from '../document/document';
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import { isOnlyAgency } from './agencies';
import { isOnlyDay, readDay } from './dates';
import type { Attachment } from './notice';

export interface Body {
  readonly paragraphs: readonly string[];
  readonly signatures: readonly string[];
  readonly signedDate: string | null;
  readonly attachments: readonly Attachment[];
  readonly diagnostics: readonly Diagnostic[];
}

const FILE = /\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)(?=$|[?#&\s）)])/i;
/** A line that is the name of a file and nothing else. */
const FILE_NAME = /^[^。；，\n]{1,120}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)$/i;
const ATTACHMENT_LINE = /^\s*附\s*件\s*[0-9一二三四五六七八九十]*\s*[:：.．、]?\s*(.+?)\s*$/;

/** @param skip blocks that are captions or metadata. */
export function readBody(document: Document, skip: ReadonlySet<Block>): Body {
  const paragraphs: string[] = [];
  const signatures: string[] = [];
  const attachments: Attachment[] = [];
  const diagnostics: Diagnostic[] = [];
  let signedDate: string | null = null;
  let afterLists = false;
  for (const { block } of walkBlocks(document.blocks)) {
    if (block.kind === 'table') afterLists = true;
    if (block.kind === 'unreadable') {
      diagnostics.push(diagnostic('unreadable-part', { line: block.line }, { text: shorten(block.text) }));
      paragraphs.push(block.text);
    }
    if (block.kind !== 'paragraph' || skip.has(block) || isOnlyAddresses(block)) continue;
    attachments.push(...linkedFiles(block));
    const lines = block.text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    const kept: string[] = [];
    for (const line of lines) {
      const named = ATTACHMENT_LINE.exec(line);
      if (isOnlyAgency(line)) signatures.push(line.replace(/\s+/g, ''));
      else if (isOnlyDay(line)) signedDate = readDay(line) ?? signedDate;
      else if (isLinkToFile(block, line)) continue;
      else if (named !== null && FILE.test(named[1] ?? '')) attachments.push({ name: named[1] ?? '', url: null });
      else if (FILE_NAME.test(line)) attachments.push({ name: line, url: null });
      else if (isSignedLine(line)) {
        const [agency, day] = splitSignedLine(line);
        signatures.push(agency);
        signedDate = readDay(day) ?? signedDate;
      } else kept.push(line);
    }
    if (kept.length === 0) continue;
    const text = kept.join('\n');
    paragraphs.push(text);
    if (afterLists) diagnostics.push(diagnostic('stray-text', { line: block.line }, { text: shorten(text) }));
  }
  return { paragraphs, signatures, signedDate, attachments: dedupe(attachments), diagnostics };
}

/** 原文 · 存档: a line of links to the page itself says nothing of its own. */
function isOnlyAddresses(paragraph: Paragraph): boolean {
  return paragraph.links.length > 0 && paragraph.links.every((link) => /^(?:原文|存档|原文链接|存档链接)$/.test(link.text.trim())) && paragraph.text.replace(/原文|存档|链接|[\s·|、,，:：]/g, '') === '';
}

/** Agency and day on one line, as hard-wrapped copies have it. */
function isSignedLine(line: string): boolean {
  const [agency, day] = splitSignedLine(line);
  return isOnlyAgency(agency) && isOnlyDay(day);
}

function splitSignedLine(line: string): [agency: string, day: string] {
  const at = line.search(/[0-9０-９二〇○零][0-9０-９〇○零一二三四五六七八九]{3}\s*年/);
  return at < 0 ? [line, ''] : [line.slice(0, at).replace(/\s+/g, ''), line.slice(at)];
}

/** Links to files are attachments: 附件：….docx, also behind a download address that names the file. */
function linkedFiles(paragraph: Paragraph): readonly Attachment[] {
  return paragraph.links
    .filter((link) => FILE.test(link.text) || FILE.test(decodeSafely(link.target)))
    .map((link) => ({ name: attachmentName(link.text, link.target), url: link.target }));
}

function isLinkToFile(paragraph: Paragraph, line: string): boolean {
  return paragraph.links.some((link) => link.text.trim() === line && (FILE.test(link.text) || FILE.test(decodeSafely(link.target))));
}

function attachmentName(text: string, target: string): string {
  const stated = text.trim().replace(/^附\s*件\s*[0-9一二三四五六七八九十]*\s*[:：]\s*/, '');
  if (FILE.test(stated)) return stated;
  const named = /[?&]fileName=([^&]+)/i.exec(decodeSafely(target))?.[1];
  // 详见附件2、3、4: the further annexes are links that bear a number only.
  return named ?? (/^[0-9０-９一二三四五六七八九十]+$/.test(stated) ? `附件${stated}` : text.trim());
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function dedupe(attachments: readonly Attachment[]): readonly Attachment[] {
  const seen = new Map<string, Attachment>();
  for (const a of attachments) if ((seen.get(a.name)?.url ?? null) === null) seen.set(a.name, a);
  return [...seen.values()];
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
