/** Sources → notices: what each says, and which belong together. */
import { diagnostic, severityOf, type Diagnostic } from '../document/diagnostic';
import type { Document, ReaderHost } from '../document/document';
import { findLocalLinks } from '../document/local-links';
import { readDocument } from '../document/read-document';
import { listsApps, type Notice } from '../notice/notice';
import { recogniseNotice } from '../notice/recognise';
import type { StatedFacts } from '../notice/stated-facts';
import { NOTE_TYPES } from '../notes/note-types';
import type { Settings } from '../settings';
import { deadLinkReporter, type ReportDeadLinks } from './dead-links';
import { joinAttachments, type SourceNotice } from './join-attachments';
import type { VaultSnapshot } from './vault-snapshot';

/** A source of an import, read or not. */
export interface ImportSource {
  /** As the user named it; messages say it. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Where and when it was fetched; a source without it is the user's own file, of which no copy is made. */
  readonly fetched?: FetchRecord;
  /** The character set that the server named. */
  readonly charset?: string;
  /** `fileName` of the page that links to it. */
  readonly attachmentOf?: string;
  /** What it says, where that is known already (a pasted list): the bytes are not read. */
  readonly notice?: Notice;
  /** What the user says of it, where the reading went wrong. */
  readonly stated?: StatedFacts;
}

/** Called between two pieces of work; what it throws ends the work. */
export type OnProgress = (step: 'reading' | 'planning', done: number, total: number) => Promise<void> | void;

/** How a source came from the web. */
export interface FetchRecord {
  readonly address: string;
  /** Beijing time, `2026-11-22T10:00:00`. */
  readonly at: string;
  /** Of the bytes as they came, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly isPage: boolean;
}

/** What was read of a source, and the source. */
export interface ReadSource extends SourceNotice {
  readonly source: ImportSource;
}

/** Reads all sources. One that cannot be read is refused with its reasons. */
export async function readSources(sources: readonly ImportSource[], host: ReaderHost, snapshot: VaultSnapshot, settings: Settings, onProgress: OnProgress = () => undefined): Promise<readonly ReadSource[]> {
  const read: ReadSource[] = [];
  const reportDeadLinks = deadLinkReporter(snapshot.paths);
  for (const source of sources) {
    await onProgress('reading', read.length, sources.length);
    read.push({ source, fileName: source.fileName, stated: source.stated, attachmentOf: source.attachmentOf ?? null, ...(await readSource(source, host, reportDeadLinks, settings)) });
  }
  return joinAttachments(read, snapshot.notices);
}

async function readSource(source: ImportSource, host: ReaderHost, reportDeadLinks: ReportDeadLinks, settings: Settings): Promise<Pick<SourceNotice, 'notice' | 'outcome' | 'diagnostics'>> {
  if (source.notice !== undefined) return { notice: source.notice, outcome: 'read', diagnostics: source.notice.diagnostics };
  const address = source.fetched?.address;
  const result = await readDocument(address === undefined ? source : { ...source, address }, host);
  if (!result.ok) return { notice: null, outcome: 'refused', diagnostics: result.diagnostics };
  if (result.document.frontMatter.values[settings.propertyNames.type] === NOTE_TYPES.app) return { notice: null, outcome: 'skipped', diagnostics: [diagnostic('own-app-note')] };
  if (isExport(result.document)) return { notice: null, outcome: 'skipped', diagnostics: [diagnostic('own-export')] };
  const notice = recogniseNotice(result.document, source.stated);
  const diagnostics: readonly Diagnostic[] = notice.diagnostics;
  if (diagnostics.some((d) => severityOf(d) === 'error')) return { notice, outcome: 'refused', diagnostics: diagnostics.filter(({ code }) => code !== 'no-date' && code !== 'no-agency') };
  if (notice.kind === 'campaign') return { notice, outcome: 'page', diagnostics };
  if (!listsApps(notice.kind) && notice.kind !== 'news') {
    return { notice, outcome: 'skipped', diagnostics: [...diagnostics, diagnostic('not-a-notice', {}, { title: notice.title })] };
  }
  return { notice, outcome: 'read', diagnostics: [...diagnostics, ...reportDeadLinks(findLocalLinks(result.document))] };
}

/** A row of an export bears the key of its listing: 总第10批#1#7. */
const LISTING_KEY = /#[0-9]+#~?[0-9]+$/;

function isExport({ blocks }: Document): boolean {
  return blocks.some((block) => block.kind === 'table' && block.rows[0]?.cells.some(({ text }) => LISTING_KEY.test(text)) === true);
}
