/** Which notes of a folder an adoption concerns: notices and index pages that the program did not write. */
import { diagnostic, severityOf, type Diagnostic } from '../document/diagnostic';
import type { Document, ReaderHost } from '../document/document';
import { readMarkdown } from '../document/markdown/read-markdown';
import { listsApps, type Notice } from '../notice/notice';
import { recogniseNotice } from '../notice/recognise';
import { isAdopted } from '../notes/adopted-note';
import { baseName } from '../notes/file-names';
import { findFingerprintLine } from '../notes/fingerprints';
import { holdsIndexList } from '../notes/index-page';
import { readPageLines } from '../notes/index-page-lines';
import { NOTE_TYPES } from '../notes/note-types';
import { readProperties, setProperties } from '../notes/properties';
import type { IndexPageSetting, Settings } from '../settings';
import { judgeIndexPages, type PageWithLists } from './judge-index-pages';
import type { WorkingNotes } from './working-notes';

/** A note of the user that tells a notice. */
export interface FoundNotice {
  readonly path: string;
  readonly text: string;
  readonly document: Document;
  readonly notice: Notice;
  /** It was adopted before. */
  readonly isKnown: boolean;
}

/** The notes of a folder that can be adopted. */
export interface FoundNotes {
  readonly notices: readonly FoundNotice[];
  /** Index pages, the main one first. */
  readonly indexPages: readonly IndexPageSetting[];
  /** Notes that bear the title of a notice and were not understood, with what stood against it. */
  readonly notUnderstood: readonly { readonly path: string; readonly errors: readonly Diagnostic[] }[];
}

/** What other notes of the program say that they are. */
const OTHER_TYPES: ReadonlySet<unknown> = new Set([NOTE_TYPES.news, NOTE_TYPES.app, NOTE_TYPES.index]);

/** So many notes are read at a time: a disk answers many questions nearly as fast as one. */
const AT_ONCE = 64;

/** Reads the given notes and sorts them out. Notes that the program wrote are none of them. */
export async function findAdoptable(paths: readonly string[], notes: WorkingNotes, host: ReaderHost, settings: Settings): Promise<FoundNotes> {
  const notices: FoundNotice[] = [];
  const pages: PageWithLists[] = [];
  const notUnderstood: { readonly path: string; readonly text: string; readonly errors: readonly Diagnostic[] }[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const batch = paths.slice(at, at + AT_ONCE);
    const texts = await Promise.all(batch.map((path) => notes.read(path)));
    for (const [i, path] of batch.entries()) {
      const text = texts[i] ?? null;
      if (text === null || !/通[报告]|APP|应用|下架/i.test(text)) continue;
      const type = readProperties(text)?.[settings.propertyNames.type];
      const isKnown = type === NOTE_TYPES.infringement || type === NOTE_TYPES.takedown;
      if (findFingerprintLine(text) !== null || OTHER_TYPES.has(type)) continue;
      const ownType = isKnown || type === undefined || type === null || type === '' ? null : typeof type === 'string' ? type : JSON.stringify(type);
      const document = readMarkdown(text, path.replace(/^.*\//, ''), host);
      const notice = recogniseNotice(document);
      const isNotice = listsApps(notice.kind);
      if (ownType !== null) {
        if (isNotice && isUnderstood(notice)) notUnderstood.push({ path, text, errors: [diagnostic('note-type-of-own', {}, { name: settings.propertyNames.type, value: ownType })] });
      } else if (isKnown || (isNotice && isUnderstood(notice))) {
        if (!isKnown && !canAddProperty(text)) notUnderstood.push({ path, text, errors: [diagnostic('front-matter-form')] });
        else if (isAdopted(text)) notices.push({ path, text, document, notice, isKnown });
      } else {
        if (holdsIndexList(readPageLines(text), text, path)) pages.push({ path, text });
        else if (isNotice) notUnderstood.push({ path, text, errors: errorsOf(notice) });
      }
    }
  }
  // A page whose table leads to several notices lists them, and is none. A notice may name earlier ones in its words.
  const names = notices.map(({ path }) => baseName(path));
  const strange = notUnderstood.filter(({ text }) => {
    const rows = text.split('\n').filter((line) => /^[>\s]*\|.*(?:\[\[|\]\()/.test(line));
    return names.filter((name) => rows.some((row) => row.includes(name))).length < 2;
  });
  return { notices, indexPages: judgeIndexPages(pages, notices), notUnderstood: strange };
}

/** Not to indented lines or `{…}`, nor where blank lines stand above. Half an adoption would be found again each time and never be whole. */
function canAddProperty(text: string): boolean {
  return setProperties(text, new Map([['_', '']])) !== null;
}

/** A list of apps and a day or a batch: a user's own words about notices have seldom both. Nothing in it may have failed. */
function isUnderstood(notice: Notice): boolean {
  if (errorsOf(notice).length > 0) return false;
  return notice.lists.some((list) => list.entries.length > 0) ? notice.date !== null || notice.batch !== null : notice.date !== null && notice.agency !== null;
}

function errorsOf(notice: Notice): readonly Diagnostic[] {
  return notice.diagnostics.filter((one) => severityOf(one) === 'error');
}
