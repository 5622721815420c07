/** The notice notes of an import: where each stands, what it says, and what its sources say differently. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import type { Document, ReaderHost } from '../document/document';
import { readMarkdown } from '../document/markdown/read-markdown';
import { entryKeys, listingsOf } from '../apps/listings-of';
import type { Listing } from '../apps/listing';
import { noticeKey } from '../notice/notice-key';
import { listsApps, type Notice } from '../notice/notice';
import type { StatedFacts } from '../notice/stated-facts';
import { recogniseNotice } from '../notice/recognise';
import { isAdopted } from '../notes/adopted-note';
import { linksInLists } from '../notes/cell-links';
import { differencesPart } from '../notes/differences';
import { editedRegions } from '../notes/edited-regions';
import type { DesiredNote, DesiredProperty } from '../notes/managed-note';
import { listPart, type AppLinkOf } from '../notes/notice-lists';
import { renderNoticeNote, type NoticeNoteContext } from '../notes/notice-note';
import { newOriginals, originalsPart } from '../notes/originals';
import { sourceText } from '../notes/source-text';
import type { Settings } from '../settings';
import { isBrokenNote } from './broken-notes';
import { describeContradiction, fieldName } from './describe-contradiction';
import { fillNotice, type Contradiction } from './fill-notice';
import { establishedLists } from './established-lists';
import { newNoticePath, plainNoticePath } from './notice-paths';
import type { OriginalFile } from './originals';
import { adoptedLists, adoptedTitle, listingsOfAdopted, noteNamedFor, planAdoptedNote, type AdoptedLists } from './plan-adopted-note';
import type { PlanLog } from './plan-log';
import type { KnownNotice, VaultSnapshot } from './vault-snapshot';
import { writeNote } from './write-note';
import type { WorkingNotes } from './working-notes';

/** A notice of this import, joined with what its note and earlier sources of the same run say. */
export interface NoticeInPlan {
  readonly key: string;
  readonly notice: Notice;
  readonly path: string;
  readonly isNew: boolean;
  /** Its note stands where it should, with front matter that says no longer what it is: it is left as it is. */
  readonly isBroken?: true;
  readonly listings: readonly Listing[];
  readonly contradictions: readonly Contradiction[];
  /** Where the name cells of its note lead, as written there. */
  readonly linkedApps: readonly string[];
  /** Set where the note is the user's own: only what is missing is added to it. */
  readonly adopted?: AdoptedLists;
  /** A note of the vault that bears the name of this new notice and was not adopted. */
  readonly handKept?: string;
  /** What the user said of it: its note says so, whatever it said before. */
  readonly stated?: StatedFacts;
}

/** The notice as the user corrected it in one of its sources. */
export function withStated(one: NoticeInPlan, corrected: Notice, stated: StatedFacts): NoticeInPlan {
  const notice = { ...one.notice, ...factsStated(corrected, stated) };
  return { ...one, notice, listings: one.adopted === undefined ? listed(notice) : one.listings, contradictions: one.contradictions.filter(({ field }) => !(field in stated)), stated: { ...one.stated, ...stated } };
}

function factsStated({ date, batch, agency, agencyFrom }: Notice, stated: StatedFacts = {}): Partial<Notice> {
  return { ...(stated.date === undefined ? {} : { date }), ...(stated.batch === undefined ? {} : { batch }), ...(stated.agency === undefined ? {} : { agency, agencyFrom }) };
}

/**
 * Joins a source with the note that the vault has of it, if any: the note's words stay, save where the user edited them, which is a conflict to show.
 * @param places where index pages lead for new notices, by key
 */
export async function gatherNotice(notice: Notice, earlier: NoticeInPlan | undefined, snapshot: VaultSnapshot, notes: WorkingNotes, settings: Settings, host: ReaderHost, places: ReadonlyMap<string, string>): Promise<NoticeInPlan> {
  const key = noticeKey(notice);
  if (earlier !== undefined) {
    const { notice: joined, contradictions } = fillNotice(earlier.notice, notice);
    // Where the user said that the notice states none, no other source fills it.
    const filled = { ...joined, ...factsStated(earlier.notice, earlier.stated) };
    return { ...earlier, notice: filled, listings: listed(filled), contradictions: [...earlier.contradictions, ...contradictions] };
  }
  const known = [...snapshot.notices, ...snapshot.news].find((n) => n.key === key);
  if (known === undefined) {
    const broken = plainNoticePath(notice, settings);
    if (await isBrokenNote(broken, notes, settings)) return { key, notice, path: broken, isNew: false, isBroken: true, listings: listed(notice), contradictions: [], linkedApps: [] };
    const path = places.get(key) ?? newNoticePath(notice, notes, settings);
    notes.reserve(path);
    const handKept = noteNamedFor(notice, notes.names);
    return { key, notice, path, isNew: true, listings: listed(notice), contradictions: [], linkedApps: [], ...(handKept === undefined ? {} : { handKept }) };
  }
  const text = (await notes.read(known.path)) ?? '';
  const established = establishedNotice(text, known, notice, host);
  const { notice: filled, contradictions } = fillNotice(established.notice, notice);
  return { key, notice: filled, path: known.path, isNew: false, contradictions, ...listingsAndLinks(filled, established) };
}

/**
 * What the note says, region by region: one that the user edited speaks for the user and not for the source.
 * @param incoming another source of the notice; null where there is none to speak instead
 */
function establishedNotice(text: string, known: KnownNotice, incoming: Notice | null, host: ReaderHost): EstablishedNotice {
  const document = readMarkdown(sourceText(text), known.path, host);
  const read = recogniseNotice(document);
  const edited = editedRegions(text);
  const lists = establishedLists(text, read.lists, incoming?.lists ?? null);
  const linkedApps = linksInLists(read.lists);
  const notice: Notice = {
    ...read,
    kind: known.kind,
    series: known.series,
    title: known.title,
    date: known.date,
    signedDate: known.signedDate,
    batch: known.batch,
    agency: known.agency,
    agencyFrom: incoming?.agencyFrom ?? read.agencyFrom,
    urls: incoming !== null && (edited.has('rn-meta') || read.urls.length === 0) ? incoming.urls : read.urls,
    source: incoming !== null && edited.has('rn-meta') ? incoming.source : read.source,
    paragraphs: incoming !== null && edited.has('rn-text') ? incoming.paragraphs : read.paragraphs,
    lists,
  };
  return { notice, linkedApps, ...(isAdopted(text) ? { adopted: adoptedLists(text, document, read.lists) } : {}) };
}

type EstablishedNotice = Pick<NoticeInPlan, 'notice' | 'linkedApps' | 'adopted'>;

function listingsAndLinks(notice: Notice, { linkedApps, adopted }: EstablishedNotice): Pick<NoticeInPlan, 'listings' | 'linkedApps' | 'adopted'> {
  return adopted === undefined ? { listings: listed(notice), linkedApps } : { listings: listingsOfAdopted(listed(notice), adopted), linkedApps, adopted };
}

/** A notice that a note of the user tells, as the note itself says it; the note is still to be adopted. */
export function gatherUnadopted(text: string, path: string, document: Document, notice: Notice): NoticeInPlan {
  const established = { notice, linkedApps: linksInLists(notice.lists), adopted: adoptedLists(text, document, notice.lists) };
  return { key: noticeKey(notice), notice, path, isNew: true, contradictions: [], ...listingsAndLinks(notice, established) };
}

/** A notice of the vault that is not of this import, as its note says it. */
export async function readKnownNotice(known: KnownNotice, notes: WorkingNotes, host: ReaderHost): Promise<NoticeInPlan> {
  const text = (await notes.read(known.path)) ?? '';
  const established = establishedNotice(text, known, null, host);
  return { key: known.key, notice: established.notice, path: known.path, isNew: false, contradictions: [], ...listingsAndLinks(established.notice, established) };
}

/** Leads the names of a known notice to the notes of their apps; lists that the user edited stay as they are. */
export async function relinkNoticeNote(planned: NoticeInPlan, appLink: AppLinkOf, settings: Settings, notes: WorkingNotes, log: PlanLog): Promise<void> {
  if (planned.adopted !== undefined) {
    await planAdoptedNote(planned.path, planned.adopted, [], appLink, notes, settings, log);
    return;
  }
  const text = (await notes.read(planned.path)) ?? '';
  const edited = editedRegions(text);
  const parts = planned.notice.lists.map((list, i) => listPart(list, i, appLink, settings)).filter(({ id }) => !edited.has(id));
  await writeNote(planned.path, { properties: [], parts }, notes, log);
}

/** Figures of news count no entries of their own: only notices list apps. */
function listed(notice: Notice): readonly Listing[] {
  return listsApps(notice.kind) ? listingsOf(notice) : [];
}

/** Writes the note of a notice; what the user edited is kept and reported. */
export async function planNoticeNote(planned: NoticeInPlan, context: NoticeNoteContext, originals: readonly OriginalFile[], notes: WorkingNotes, log: PlanLog): Promise<void> {
  if (planned.isBroken === true) {
    log.damage(planned.path, 'front-matter');
    return;
  }
  const existing = await notes.read(planned.path);
  const rendered = renderNoticeNote(planned.notice, context);
  if (existing !== null && planned.adopted !== undefined) {
    await planAdoptedNote(planned.path, planned.adopted, [...rendered.properties, ...adoptedTitle(existing, planned.notice, context.settings)], context.appLink, notes, context.settings, log);
    return;
  }
  const differences = differencesPart(existing, planned.contradictions.map((c) => ({ zh: describeContradiction(c, 'zh'), en: describeContradiction(c, 'en') })), context.settings.noteLanguage);
  const copies = originalsPart(existing, originals, context.settings);
  const first = originals[0];
  const fetched: readonly DesiredProperty[] = first === undefined ? [] : [{ name: context.settings.propertyNames.fetched, value: first.at, policy: 'fill' }];
  const desired: DesiredNote = {
    properties: [...rendered.properties.map((property) => (isStated(property, planned.stated, context.settings) ? { ...property, policy: 'replace' as const } : property)), ...fetched],
    parts: [...rendered.parts, ...[copies, differences].filter((part) => part !== null)],
  };
  await writeNote(planned.path, desired, notes, log);
  for (const { path, bytes } of newOriginals(existing, originals)) notes.addFile(path, bytes);
}

function isStated({ name }: DesiredProperty, stated: StatedFacts = {}, { propertyNames: names }: Settings): boolean {
  return (stated.date !== undefined && name === names.date) || (stated.agency !== undefined && name === names.agency) || (stated.batch !== undefined && (name === names.yearBatch || name === names.totalBatch));
}

/** One finding for each thing that a further source says otherwise. */
export function contradictionDiagnostics(planned: NoticeInPlan): readonly Diagnostic[] {
  return planned.contradictions.map((c) => diagnostic('source-contradicts', { ...(c.list > 0 ? { list: c.list } : {}), ...(c.row > 0 ? { row: c.row } : {}) }, { field: fieldName(c.field, 'zh'), fieldEnglish: fieldName(c.field, 'en'), first: c.first, second: c.second }));
}

/** Keys of a list's entries, to find the app of each. */
export function entryKeysOf(planned: NoticeInPlan): readonly (readonly string[])[] {
  return planned.notice.lists.map((list, i) => entryKeys(list.entries).map((key) => `${planned.key}#${i + 1}#${key}`));
}
