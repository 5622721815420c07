/** Doubtful pairs as data that a window or a command line can show side by side. */
import type { AppId, Listing, ListingKey } from '../apps/listing';
import type { KnownApp } from '../apps/facts';
import { reviewKnownApps, type ReviewEntry, type Side } from '../apps/resolve';
import type { Language } from '../document/diagnostic';
import type { Settings } from '../settings';
import { leadsTo, noticePaths } from './app-work';
import { knownApp, noticeFinder, readAllApps } from './known-records';
import type { NoticePath } from './plan-apps';
import type { VaultPort } from './vault-port';
import { takeSnapshot, type VaultSnapshot } from './vault-snapshot';
import { WorkingNotes } from './working-notes';

/** Two apps that may be one. The pair vanishes when the user joins them, or keeps them apart by 不同于. */
export interface ReviewPair {
  /** `doubtful`: the evidence does not decide. `bridge`: they are one for sure, but both have notes, and only the user joins notes. */
  readonly kind: ReviewEntry['kind'];
  /** How likely they are one app, 0 to 1; the list is ordered by it. */
  readonly score: number;
  readonly evidence: Readonly<Record<Language, string>>;
  readonly a: ReviewSide;
  readonly b: ReviewSide;
}

/** One app of a pair. */
export interface ReviewSide {
  /** Path of the app's note; null where it has none. */
  readonly path: string | null;
  readonly name: string;
  /** The row that was compared; null where the note's own names and developers were. */
  readonly row: ReviewRow | null;
}

/** A listing as it stands in its notice. */
export interface ReviewRow {
  readonly key: ListingKey;
  /** Short name of the notice, and the path of its note. */
  readonly notice: string;
  readonly noticePath: string | null;
  readonly date: string | null;
  readonly list: number;
  readonly no: number | null;
  /** Verbatim. */
  readonly name: string;
  readonly developer: string | null;
  readonly store: string | null;
  readonly version: string | null;
}

/** What is asked for the names and the rows of a pair. */
export interface ReviewNames {
  readonly listings: ReadonlyMap<ListingKey, Listing>;
  readonly appOf: (id: AppId) => { readonly path: string | null; readonly name: string };
  readonly noticePath: NoticePath;
}

/** Entries of a review with what a person needs to decide them, in their order. */
export function reviewPairs(entries: readonly ReviewEntry[], names: ReviewNames): readonly ReviewPair[] {
  const side = ({ app, listing }: Side): ReviewSide => {
    const row = listing === null ? undefined : names.listings.get(listing);
    return { ...names.appOf(app), row: row === undefined ? null : reviewRow(row, names.noticePath) };
  };
  return entries.map(({ kind, score, evidence, a, b }) => ({ kind, score, evidence, a: side(a), b: side(b) }));
}

function reviewRow(listing: Listing, noticePath: NoticePath): ReviewRow {
  const [first] = listing.packages;
  return {
    key: listing.key, notice: listing.notice.label, noticePath: noticePath(listing.notice), date: listing.notice.date, list: listing.list, no: listing.no,
    name: listing.name, developer: first.developer, store: first.source, version: first.version,
  };
}

/** The doubtful pairs of a whole vault. */
export async function reviewVault(vault: VaultPort, settings: Settings): Promise<readonly ReviewPair[]> {
  const snapshot = await takeSnapshot(vault, settings);
  return reviewApps(await readAllApps(snapshot, new WorkingNotes(vault, snapshot.paths), noticeFinder(snapshot.notices, snapshot.copies)), snapshot);
}

/** The doubtful pairs among the apps of a vault. @param known all apps with their records */
export function reviewApps(known: readonly KnownApp[], snapshot: VaultSnapshot): readonly ReviewPair[] {
  const apps = new Map(snapshot.apps.map((note) => [knownApp(note, [], snapshot).id, { path: note.path, name: note.names[0] ?? '' }]));
  return reviewPairs(reviewKnownApps(known, { cites: citesOfVault(snapshot) }), {
    listings: new Map(known.flatMap((app) => app.listings).map((listing) => [listing.key, listing])),
    appOf: (id) => apps.get(id) ?? { path: id, name: id },
    noticePath: noticePaths(snapshot.notices),
  });
}

/** What takedowns cite, from 相关通报: no note needs to be opened. */
function citesOfVault(snapshot: VaultSnapshot): ReadonlyMap<string, readonly string[]> {
  const named = snapshot.notices.filter((notice) => notice.kind === 'infringement');
  return new Map(
    snapshot.notices.filter((notice) => notice.kind === 'takedown').map((takedown) => [
      takedown.key,
      named.filter((notice) => takedown.related.some((link) => leadsTo(link, notice.path))).map((notice) => notice.key),
    ]),
  );
}
