/** An address → the sources of a notice: the page, and the files that it links to. The only place that asks for the network, and only what it was asked for. */
import { diagnostic, type Diagnostic } from './document/diagnostic';
import type { ReaderHost } from './document/document';
import { readDocument } from './document/read-document';
import { fileNameOf, httpAddress, namesFile, originalOfArchived } from './document/web-address';
import { messageOf } from './document/message-of';
import type { ImportSource } from './import-notices';
import { recogniseNotice } from './notice/recognise';
import type { FileDiagnostic } from './plan/plan';

/** What a host got for one address; an answer such as 404 is one, too. */
export interface FetchedResource {
  /** HTTP status, e.g. 404. */
  readonly status: number;
  /** As the server names it: `text/html; charset=gbk`; empty where it does not. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Where redirects led; the address asked for where the host does not say. */
  readonly finalUrl: string;
}

/** Why a host gave an address up: no answer within so many seconds, or one of more megabytes than are taken in. */
export interface GivenUp {
  readonly givenUp: 'late' | 'too-large';
  readonly limit: number;
}

/** Fetches one address. Throws where there is no answer (no network, no such server); any answer of the server is a result. */
export type Fetcher = (url: string) => Promise<FetchedResource | GivenUp>;

/** The page first, then its files; empty where the page itself could not be fetched. */
export interface FetchedSources {
  readonly sources: readonly ImportSource[];
  /** What could not be fetched, by its address. */
  readonly diagnostics: readonly FileDiagnostic[];
  /** False where the fetching was stopped before its end. */
  readonly isComplete: boolean;
}

/** Who is told of the progress, and who may stop it. */
export interface FetchingOptions {
  /** Told before an address is asked for: how many were before it, and how many are known of with it. */
  readonly onProgress?: (done: number, total: number, url: string) => void;
  /** Asked before each address but the first; once true, nothing more is asked for. */
  readonly shouldStop?: () => boolean;
  /** Gives the time that is recorded. */
  readonly now?: () => Date;
}

/** Larger answers are refused; the readers' limit is the same. */
export const MAX_FETCHED_BYTES = 50 * 1024 * 1024;
/** No notice has so many annexes; a page that links to more is none. */
const MAX_ATTACHMENTS = 20;
const MEGABYTE = 1024 * 1024;
const BEIJING_OFFSET_MS = 8 * 3600 * 1000;

/**
 * Fetches a page or a file. Of a page the documents that its article links to are fetched too, one after another, at most 20.
 * Never throws for what a server does: a part that cannot be had is a diagnostic, and the rest is given.
 */
export async function fetchSources(url: string, fetcher: Fetcher, host: ReaderHost, { onProgress, shouldStop, now = () => new Date() }: FetchingOptions = {}): Promise<FetchedSources> {
  const address = httpAddress(url.trim());
  if (address === null) return { sources: [], diagnostics: [{ ...diagnostic('address-not-web'), file: url }], isComplete: true };
  const diagnostics: FileDiagnostic[] = [];
  onProgress?.(0, 1, address.href);
  const page = await fetchOne(address.href, fetcher, now, diagnostics, null);
  if (page === null) return { sources: [], diagnostics, isComplete: true };
  const sources: ImportSource[] = [page];
  if (shouldStop?.() === true) return { sources, diagnostics, isComplete: false };
  const links = await attachmentsOf(page, host);
  const asked = links.slice(0, MAX_ATTACHMENTS);
  for (const [at, { name, url: link }] of asked.entries()) {
    if (shouldStop?.() === true) return { sources, diagnostics, isComplete: false };
    onProgress?.(at + 1, asked.length + 1, link);
    const attachment = await fetchOne(link, fetcher, now, diagnostics, { name, of: page.fileName, taken: new Set(sources.map((source) => source.fileName)) });
    if (attachment !== null) sources.push(attachment);
  }
  if (links.length > MAX_ATTACHMENTS) diagnostics.push({ ...diagnostic('too-many-attachments', {}, { count: links.length, limit: MAX_ATTACHMENTS }), file: url });
  return { sources, diagnostics, isComplete: true };
}

interface Attachment {
  readonly name: string;
  readonly of: string;
  readonly taken: ReadonlySet<string>;
}

async function fetchOne(url: string, fetcher: Fetcher, now: () => Date, diagnostics: FileDiagnostic[], attachment: Attachment | null): Promise<ImportSource | null> {
  const fail = (found: Diagnostic): null => {
    diagnostics.push({ ...found, file: url });
    return null;
  };
  let fetched: FetchedResource | GivenUp;
  try {
    fetched = await fetcher(url);
  } catch (error) {
    return fail(diagnostic('fetch-failed', {}, { reason: messageOf(error) }));
  }
  if ('givenUp' in fetched) return fail(diagnostic(fetched.givenUp === 'late' ? 'fetch-late' : 'fetch-too-large', {}, { limit: fetched.limit }));
  const { status, bytes, contentType } = fetched;
  if (status < 200 || status > 299) return fail(diagnostic('fetch-status', {}, { status }));
  if (bytes.length > MAX_FETCHED_BYTES) return fail(diagnostic('file-too-large', {}, { size: Math.ceil(bytes.length / MEGABYTE), limit: MAX_FETCHED_BYTES / MEGABYTE }));
  const address = httpAddress(fetched.finalUrl)?.href ?? url;
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  return {
    fileName: attachment === null ? pageFileName(address, contentType) : freeName(attachmentFileName(attachment.name, address), attachment.taken),
    bytes,
    fetched: { address, at: beijingTime(now()), sha256: await sha256(bytes), isPage: isPage(contentType, bytes) },
    ...(charset === undefined ? {} : { charset }),
    ...(attachment === null ? {} : { attachmentOf: attachment.of }),
  };
}

/** Files that the article links to. Networks at home and in firms are not asked unless the page itself came from there. */
async function attachmentsOf(page: ImportSource, host: ReaderHost): Promise<readonly { readonly name: string; readonly url: string }[]> {
  const address = page.fetched?.address;
  if (address === undefined || page.fetched?.isPage !== true) return [];
  const read = await readDocument({ ...page, address }, host);
  if (!read.ok) return [];
  const found = new Map<string, string>();
  for (const { name, url } of recogniseNotice(read.document).attachments) {
    // Pictures of a list are named in the note; they are not asked for.
    const link = url === null || !(namesFile(url) || namesFile(name)) ? null : httpAddress(url);
    if (link === null || (isPrivateHost(link.hostname) && link.host !== httpAddress(address)?.host)) continue;
    link.hash = '';
    const at = copyInArchive(address, link.href);
    if (!found.has(at)) found.set(at, name);
  }
  return [...found].map(([url, name]) => ({ url, name }));
}

/** The files of an archived page are asked of the archive too: the site may have lost them. */
function copyInArchive(page: string, link: string): string {
  const stamp = /^https?:\/\/(?:www\.)?web\.archive\.org\/web\/(\d{4,14})/i.exec(page)?.[1];
  return stamp === undefined || originalOfArchived(page) === null ? link : `https://web.archive.org/web/${stamp}id_/${link}`;
}

function isPrivateHost(host: string): boolean {
  return /^(?:localhost|.*\.(?:localhost|local|internal|lan)|\[.*\]|0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/i.test(host.toLowerCase()) || !host.includes('.');
}

function isPage(contentType: string, bytes: Uint8Array): boolean {
  if (/html/i.test(contentType)) return true;
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  return /^(?:<!doctype html|<html|<!--)/.test(start);
}

const EXTENSIONS: readonly (readonly [type: RegExp, extension: string])[] = [
  [/html/i, 'html'], [/pdf/i, 'pdf'], [/wordprocessingml/i, 'docx'], [/msword/i, 'doc'], [/spreadsheetml/i, 'xlsx'], [/ms-excel/i, 'xls'], [/markdown/i, 'md'], [/text\/plain/i, 'txt'],
];

function pageFileName(address: string, contentType: string): string {
  const name = fileNameOf(address).trim();
  const stem = name === '' || /^https?:/i.test(name) ? (httpAddress(address)?.hostname ?? 'page') : name;
  if (namesFile(stem) || /\.(?:s?html?|md|markdown|txt|rtf|csv)$/i.test(stem)) return stem;
  const extension = EXTENSIONS.find(([type]) => type.test(contentType))?.[1] ?? 'html';
  return `${stem}.${extension}`;
}

/** The name that the link shows where it is one of a file, else that in the address: `名单.docx` says more than `P020240506.docx`. */
function attachmentFileName(name: string, address: string): string {
  const shown = name.trim().replace(/[\\/]/g, '／');
  if (/\.[a-z]{2,4}$/i.test(shown) && namesFile(shown)) return shown;
  const ending = /\.([a-z]{2,4})$/i.exec(fileNameOf(address))?.[0] ?? '';
  return shown === '' ? fileNameOf(address) : `${shown}${ending}`;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[a-z]{2,4})?$/i.exec(name) ?? [];
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${stem} ${number}${ending}`;
  return free;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes.slice());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `2026-11-22T10:00:00` in Beijing, as Obsidian writes the time in a property. */
function beijingTime(now: Date): string {
  return new Date(now.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 19);
}
