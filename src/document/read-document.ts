/** Bytes to a Document: limits first, then the first reader of the list that knows the format. */
import { isCompoundFile } from './cfb/compound-file';
import { readCompound } from './cfb/read-compound';
import { diagnostic } from './diagnostic';
import type { Diagnostic } from './diagnostic';
import type { ReaderHost } from './document';
import { isHtmlPage } from './html/is-html-page';
import { readHtml } from './html/read-html';
import { readMarkdown } from './markdown/read-markdown';
import { readOffice } from './office/read-office';
import { findPageInsteadOfFile } from './page-instead-of-file';
import { isPdf, readPdf } from './pdf/read-pdf';
import { isPicture, refusePicture } from './pictures';
import { refuse, type ReadResult } from './read-result';
import { isRtf, readRtf } from './rtf/read-rtf';
import { readSeparated } from './separated-text';
import { decodeText, isDecoded } from './text-bytes';
import { pageOfArchive } from './web-archive';
import { isZip } from './zip/open-zip';

/** A source to be read. */
export interface DocumentSource {
  /** With or without folders before it. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Where it was fetched from: its links are relative to this. */
  readonly address?: string;
  /** The character set that the server named. */
  readonly charset?: string;
}

export type { ReadResult };

const MEGABYTE = 1024 * 1024;
const MAX_MEGABYTES = 50;
/** In UTF-16 units, as JavaScript counts characters. */
const MAX_LINE = 1_000_000;
/** No encoding read here needs more bytes for a character. */
const MAX_LINE_BYTES = MAX_LINE * 4;

interface TextReader {
  /** Whether the reader knows the text; `start` is its beginning without white space, in lower case. */
  readonly knows: (start: string, fileName: string) => boolean;
  readonly read: (text: string, fileName: string, host: ReaderHost, address: string | null) => ReadResult;
}

interface ByteReader {
  /** Whether the file is of this format, by its bytes; names of files lie. */
  readonly knows: (bytes: Uint8Array) => boolean;
  readonly read: (bytes: Uint8Array, fileName: string, host: ReaderHost) => ReadResult | Promise<ReadResult>;
}

/** Formats that are no text, each known by its first bytes. */
const BYTE_READERS: readonly ByteReader[] = [
  { knows: isPdf, read: readPdf },
  { knows: isCompoundFile, read: readCompound },
  { knows: isPicture, read: refusePicture },
  { knows: isRtf, read: readRtf },
  { knows: isZip, read: readOffice },
];

/** In this order: markdown knows any text, so whatever can be told by its beginning comes before it. */
const TEXT_READERS: readonly TextReader[] = [
  { knows: isHtmlPage, read: readHtml },
  { knows: (_, fileName) => /\.csv$/i.test(fileName), read: readSeparated },
  { knows: (start) => /^(?:<!doctype|<html|<\?xml|\{\\rtf)/.test(start), read: () => refuse(diagnostic('unknown-format')) },
  { knows: () => true, read: (text, fileName, host) => ({ ok: true, document: readMarkdown(text, fileName, host) }) },
];

/**
 * Reads a source of any format that is known. Never throws. An empty file, a binary one, one over 50 MB or with a line over
 * 1,000,000 characters is refused with its reason, and the line where there is one.
 */
export async function readDocument(source: DocumentSource, host: ReaderHost): Promise<ReadResult> {
  const { bytes } = source;
  const refused = refuseBytes(bytes);
  if (refused.length > 0) return { ok: false, diagnostics: refused };
  const fileName = source.fileName.slice(Math.max(source.fileName.lastIndexOf('/'), source.fileName.lastIndexOf('\\')) + 1);
  const byteReader = BYTE_READERS.find((reader) => reader.knows(bytes));
  if (byteReader !== undefined) return byteReader.read(bytes, fileName, host);
  const { bytes: textBytes, charset, address } = { ...source, ...pageOfArchive(bytes) };
  const decoded = decodeText(textBytes, charset);
  if (!isDecoded(decoded)) return refuse(decoded);
  const { text, damaged } = decoded;
  const start = text.slice(0, 4096).trimStart().toLowerCase();
  if (start === '' && text.trim() === '') return refuse(diagnostic('empty-file'));
  const tooLong = isHtmlPage(start, fileName) ? null : findLongLine(text);
  if (tooLong !== null) return refuse(tooLong);
  const page = findPageInsteadOfFile(text, start, fileName);
  if (page !== null) return refuse(page);
  const result = (TEXT_READERS.find((reader) => reader.knows(start, fileName)) ?? TEXT_READERS[TEXT_READERS.length - 1])?.read(text, fileName, host, address ?? null);
  if (result === undefined) return refuse(diagnostic('unknown-format'));
  if (!result.ok || damaged === 0) return result;
  const { document } = result;
  return { ok: true, document: { ...document, diagnostics: [...document.diagnostics, diagnostic('damaged-characters', {}, { count: damaged })] } };
}

/** What can be told before decoding; a huge line is named even in a file that is too large anyway. */
function refuseBytes(bytes: Uint8Array): Diagnostic[] {
  if (bytes.length === 0) return [diagnostic('empty-file')];
  const found: Diagnostic[] = [];
  if (bytes.length > MAX_MEGABYTES * MEGABYTE) {
    found.push(diagnostic('file-too-large', {}, { size: Math.ceil(bytes.length / MEGABYTE), limit: MAX_MEGABYTES }));
  }
  if (bytes.length > MAX_LINE_BYTES && hasLines(bytes)) {
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
      const next = bytes.indexOf(10, start);
      const end = next === -1 ? bytes.length : next;
      if (end - start > MAX_LINE_BYTES) {
        found.push(diagnostic('line-too-long', { line }, { length: countCharacters(bytes.subarray(start, end)), limit: MAX_LINE }));
        break;
      }
      start = end + 1;
    }
  }
  return found;
}

/** Whether the file begins like a text whose lines count; those of a binary mean nothing, and a saved page holds its pictures in one. */
function hasLines(bytes: Uint8Array): boolean {
  const head = decodeText(bytes.subarray(0, 4096));
  return isDecoded(head) && !isHtmlPage(head.text.trimStart().toLowerCase(), '');
}

/** Characters of UTF-8: the bytes that do not continue one. */
function countCharacters(bytes: Uint8Array): number {
  let count = 0;
  // By index: an iterator takes ten times as long, which a line of 50 MB makes felt.
  for (let at = 0; at < bytes.length; at += 1) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) count += 1;
  return count;
}

function findLongLine(text: string): Diagnostic | null {
  if (text.length <= MAX_LINE) return null;
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    if (end - start > MAX_LINE) return diagnostic('line-too-long', { line }, { length: end - start, limit: MAX_LINE });
    start = end + 1;
  }
  return null;
}
