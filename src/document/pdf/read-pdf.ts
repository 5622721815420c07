/** PDF to Document, with the host's pdf.js: text and ruling lines of every page, put together as a person reads them. */
import { diagnostic, type Diagnostic } from '../diagnostic';
import type { Document, ReaderHost } from '../document';
import { refuse, type ReadResult } from '../read-result';
import { messageOf } from '../message-of';
import { makeBlocks } from './flow-blocks';
import { readPage, type PageFlow } from './page-flow';
import type { PdfFile, PdfLibrary } from './pdf-library';
import { dropRunningLines } from './running-lines';
import { takeArticle } from './web-page-parts';

const MAX_PAGES = 1000;
/** Pictures are not looked at: larger ones than this, in pixels, are not even unpacked. */
const MAX_IMAGE = 1;

/** Whether a file is a PDF: its mark stands at the beginning, after blanks or a byte order mark at most. */
export function isPdf(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < 1024 && [0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0x00].includes(bytes[at] ?? -1)) at += 1;
  return [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, index) => bytes[at + index] === byte);
}

/** Reads a PDF. Refused are files that are damaged, locked or nothing but pictures; a scanned page among others is named. */
export async function readPdf(bytes: Uint8Array, fileName: string, host: ReaderHost): Promise<ReadResult> {
  let library: PdfLibrary;
  try {
    if (host.loadPdf === undefined) return refuse(diagnostic('pdf-unavailable', {}, { reason: 'pdf.js' }));
    library = await host.loadPdf();
  } catch (error) {
    return refuse(diagnostic('pdf-unavailable', {}, { reason: messageOf(error) }));
  }
  const loading = library.pdfjs.getDocument({
    // A copy, and a plain one: `slice` of Node's Buffer is neither.
    data: new Uint8Array(bytes),
    cMapUrl: library.cMapUrl,
    cMapPacked: true,
    ...(library.standardFontDataUrl === undefined ? {} : { standardFontDataUrl: library.standardFontDataUrl }),
    isEvalSupported: false,
    disableFontFace: true,
    maxImageSize: MAX_IMAGE,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const file = await loading.promise;
    if (file.numPages > MAX_PAGES) return refuse(diagnostic('too-many-pages', {}, { pages: file.numPages, limit: MAX_PAGES }));
    return makeDocument(await readPages(file, library), fileName);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return refuse(diagnostic('file-locked'));
    return refuse(diagnostic('damaged-file', {}, { kind: 'PDF', reason: messageOf(error) }));
  } finally {
    await loading.destroy().catch(() => undefined);
  }
}

interface ReadPages {
  readonly pages: readonly PageFlow[];
  readonly damaged: readonly Diagnostic[];
}

async function readPages(file: PdfFile, library: PdfLibrary): Promise<ReadPages> {
  const pages: PageFlow[] = [];
  const damaged: Diagnostic[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    try {
      pages.push(await readPage(await file.getPage(number), number, library.pdfjs));
    } catch (error) {
      damaged.push(diagnostic('damaged-page', {}, { page: number, reason: messageOf(error) }));
    }
  }
  return { pages, damaged };
}

function makeDocument({ pages: all, damaged }: ReadPages, fileName: string): ReadResult {
  if (all.length === 0) return { ok: false, diagnostics: damaged.length > 0 ? damaged.slice(0, 1) : [diagnostic('empty-file')] };
  const unread = all.filter((page) => page.state === 'scan' || page.state === 'undecoded');
  if (!all.some((page) => page.state === 'read')) {
    if (unread.length === 0) return refuse(diagnostic('empty-file'));
    return unread.some((page) => page.state === 'undecoded') ? refuse(diagnostic('undecoded-text')) : refuse(diagnostic('scan', {}, { kind: 'PDF' }));
  }
  const { pages, dropped: running } = dropRunningLines(all);
  const { blocks, stated, dropped: extras } = takeArticle(makeBlocks(pages));
  const turned = [...new Set(all.flatMap((page) => page.turned))];
  const diagnostics = [
    ...damaged,
    ...unread.map((page) => diagnostic(page.state === 'scan' ? 'scanned-page' : 'undecoded-page', {}, { page: page.number })),
    ...(running.length === 0 ? [] : [diagnostic('running-lines', {}, { text: running.slice(0, 5).join(' / ') })]),
    ...(extras.length === 0 ? [] : [diagnostic('web-page-parts', {}, { count: extras.length, text: extras.join(' / ').slice(0, 100) })]),
    ...(turned.length === 0 ? [] : [diagnostic('turned-text', {}, { text: turned.join(' ').slice(0, 100) })]),
  ];
  const document: Document = { format: 'pdf', fileName, frontMatter: { values: stated, comments: {} }, blocks, footnotes: [], diagnostics };
  return { ok: true, document };
}
