/** pdf.js on Node. It is loaded where a PDF comes up, from the packages of the project: no other call has to wait for it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PdfJs, PdfLibrary } from '../src/document/pdf/pdf-library';

/** Gives pdf.js with its character maps. Throws where the package is not installed. */
export async function loadNodePdf(): Promise<PdfLibrary> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  // The types of pdf.js say more than is used here, and say it otherwise from version to version.
  const pdfjs = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfJs;
  return { pdfjs, cMapUrl: `${join(folder, 'cmaps')}/`, standardFontDataUrl: `${join(folder, 'standard_fonts')}/` };
}
