/**
 * The part of pdf.js that is used here, as versions 3 to 5 have it. Its values come from foreign code reading foreign files: what is
 * not sure is `unknown` and checked where it is used.
 */

/** pdf.js as a host has it, with the place of its character maps. */
export interface PdfLibrary {
  readonly pdfjs: PdfJs;
  /** Folder of the packed character maps, ending in a slash. Without them, text in fonts that are not embedded (GBK-EUC-H, UniGB) comes out empty. */
  readonly cMapUrl: string;
  readonly standardFontDataUrl?: string;
}

/** The module itself. */
export interface PdfJs {
  /** Numbers of the drawing operators by name; they differ from version to version. */
  readonly OPS: Readonly<Record<string, number>>;
  getDocument(source: PdfSource): PdfLoading;
}

/** What `getDocument` is asked with. */
export interface PdfSource {
  /** pdf.js takes the buffer away from its owner: give it a copy. */
  readonly data: Uint8Array;
  readonly cMapUrl: string;
  readonly cMapPacked: boolean;
  readonly standardFontDataUrl?: string;
  readonly isEvalSupported: boolean;
  readonly disableFontFace: boolean;
  /** Only text and lines are wanted: fonts for drawing need not be made, and pictures over this many pixels not be unpacked. */
  readonly maxImageSize: number;
  readonly stopAtErrors: boolean;
  readonly verbosity: number;
}

/** A file that is being opened; `promise` is rejected where it is damaged or locked. */
export interface PdfLoading {
  readonly promise: Promise<PdfFile>;
  destroy(): Promise<unknown>;
}

/** An open file; pages count from 1. */
export interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

/** A page; its lists hold foreign objects. */
export interface PdfPage {
  getViewport(options: { readonly scale: number }): { readonly width: number; readonly height: number; readonly transform: readonly number[] };
  getTextContent(): Promise<{ readonly items: readonly unknown[] }>;
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>;
  cleanup(): unknown;
}
