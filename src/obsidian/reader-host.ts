/** What readers of documents need from Obsidian: its HTML parser, and the pdf.js that it brings for its own viewer. */
import { loadPdfJs } from 'obsidian';
import type { ReaderHost } from '../document/document';
import type { PdfJs, PdfLibrary } from '../document/pdf/pdf-library';

/** Where Obsidian keeps what its PDF viewer reads beside pdf.js, on desktop and mobile. */
const PDF_FOLDER = '/lib/pdfjs';

/** What the readers ask of a host, in the app. */
export const obsidianReaderHost: ReaderHost = {
  /** The parsed page is never put into the app's own document, and nothing in it runs or loads. */
  parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html'),
  loadPdf: loadObsidianPdf,
};

async function loadObsidianPdf(): Promise<PdfLibrary> {
  const pdfjs: unknown = await loadPdfJs();
  if (!isPdfJs(pdfjs)) throw new Error('pdf.js');
  return { pdfjs, cMapUrl: `${PDF_FOLDER}/cmaps/`, standardFontDataUrl: `${PDF_FOLDER}/standard_fonts/` };
}

/** Obsidian's own typing is `any`: what is called here is looked for. */
function isPdfJs(value: unknown): value is PdfJs {
  return typeof value === 'object' && value !== null && 'getDocument' in value && typeof value.getDocument === 'function' && 'OPS' in value;
}
