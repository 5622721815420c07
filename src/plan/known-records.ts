/** Known apps with their records, as far as new listings may concern them: only those notes are opened. */
import { findConcernedApps } from '../apps/resolve';
import type { KnownApp } from '../apps/facts';
import type { AppId, Listing, NoticeRef } from '../apps/listing';
import { baseName } from '../notes/file-names';
import { noticeLabel } from '../notice/notice-key';
import { readAppRecord, type NoticeAt } from '../notes/app-note';
import { appsMeant } from './apart-links';
import { type KnownAppNote, type KnownNotice, type VaultSnapshot } from './vault-snapshot';
import type { WorkingNotes } from './working-notes';

/** Key of a notice whose note is gone: rows that link to it stay in the records. */
export const MISSING = 'missing:';

/** The id of a known app is the path of its note. */
export function appIdOf(path: string): AppId {
  return path as AppId;
}

/** A notice of the vault as listings refer to it. */
export function refOfKnown(notice: KnownNotice): NoticeRef {
  return { key: notice.key, series: notice.series, kind: notice.kind, title: notice.title, date: notice.date, label: noticeLabel(notice) };
}

/**
 * The notice that a link of a record leads to. Obsidian may have shortened the link or followed a rename; a name that stands once in the
 * vault is enough, and so are day and short name of one notice, for a note can be renamed outside Obsidian. Of a notice whose note is gone
 * the row itself keeps date and words.
 * @param copies further notes of the same notices
 * @param renamed notices whose notes may have been renamed: those that are in the vault already
 */
export function noticeFinder(notices: readonly KnownNotice[], copies: readonly KnownNotice[] = [], renamed: readonly KnownNotice[] = notices): NoticeAt {
  const byPath = new Map([...copies, ...notices].map((notice) => [withoutEnd(notice.path), notice]));
  // Some disks hold two names that differ in case only.
  const exact = new Map([...copies, ...notices].map((notice) => [sameCase(notice.path), notice]));
  const byName = new Map<string, KnownNotice | null>();
  for (const notice of notices) {
    const name = baseName(notice.path).toLowerCase();
    byName.set(name, byName.has(name) ? null : notice);
  }
  const byWords = new Map<string, KnownNotice | null>();
  for (const notice of renamed) {
    const words = `${notice.date ?? ''} ${noticeLabel(notice)}`;
    byWords.set(words, byWords.has(words) ? null : notice);
  }
  return (linkPath, row) => {
    const known = exact.get(sameCase(linkPath)) ?? byPath.get(withoutEnd(linkPath)) ?? byName.get(baseName(linkPath).toLowerCase()) ?? (row.date === null ? null : byWords.get(`${row.date} ${row.label === '' ? row.date : row.label}`));
    if (known != null) return refOfKnown(known);
    const key = `${MISSING}${linkPath}`;
    const title = baseName(linkPath);
    return { key, series: 'missing', kind: /下架/.test(linkPath) ? 'takedown' : 'infringement', title, date: row.date, label: row.label === '' ? title : row.label };
  };
}

/**
 * Apps whose notes may hold one of the listings, or another of the same app, with their records.
 * @param linked paths that the name cells of known notices lead to: a renamed note is found by them
 */
export async function readKnownApps(listings: readonly Listing[], linked: ReadonlySet<string>, snapshot: VaultSnapshot, notes: WorkingNotes, noticeAt: NoticeAt): Promise<readonly KnownApp[]> {
  const bare = snapshot.apps.map((note) => knownApp(note, [], snapshot));
  const concerned = new Set<string>([...findConcernedApps(listings, bare), ...linked]);
  return readApps(snapshot.apps.filter((note) => concerned.has(note.path)), snapshot, notes, noticeAt);
}

/** All apps of the vault with their records. */
export async function readAllApps(snapshot: VaultSnapshot, notes: WorkingNotes, noticeAt: NoticeAt): Promise<readonly KnownApp[]> {
  return readApps(snapshot.apps, snapshot, notes, noticeAt);
}

async function readApps(wanted: readonly KnownAppNote[], snapshot: VaultSnapshot, notes: WorkingNotes, noticeAt: NoticeAt): Promise<readonly KnownApp[]> {
  const apps: KnownApp[] = [];
  for (const note of wanted) apps.push(knownApp(note, readAppRecord((await notes.read(note.path)) ?? '', noticeAt).listings, snapshot));
  return apps;
}

/** An app as identity needs it. Names and developers that no listing bears are the user's decisions. */
export function knownApp(note: KnownAppNote, listings: readonly Listing[], snapshot: VaultSnapshot): KnownApp {
  const listedNames = new Set(listings.map((listing) => oneLine(listing.name)));
  const listedDevelopers = new Set(listings.flatMap((listing) => listing.packages.map((one) => oneLine(one.developer ?? ''))));
  return {
    id: appIdOf(note.path),
    names: note.names,
    developers: note.developers,
    notSameAs: note.notSameAs.flatMap((item) => appsMeant(item, note.path, snapshot.apps).map(({ path }) => appIdOf(path))),
    decided: {
      aliases: listings.length === 0 ? [] : note.names.filter((name) => !listedNames.has(oneLine(name))),
      developers: listings.length === 0 ? [] : note.developers.filter((developer) => !listedDevelopers.has(oneLine(developer))),
    },
    listings,
  };
}

/** A cell of a record cannot hold every line break that a property can: the same words are no decision. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function withoutEnd(path: string): string {
  return sameCase(path).toLowerCase();
}

function sameCase(path: string): string {
  return path.replace(/^\//, '').replace(/\.md$/i, '');
}
