/** Listings that no app note records, put into one on a user's word: in vaults where only notable apps have notes. */
import type { Listing, ListingKey } from '../apps/listing';
import { compareListings } from '../apps/resolve';
import type { ReaderHost } from '../document/document';
import { createNote } from '../notes/managed-note';
import type { Settings } from '../settings';
import { desiredApp, finishPlan, homonymsAfter, mergeApp, openAppWork, readAppState, refuse, refusedPlan, type AppWork } from './app-work';
import { planHomonyms } from './homonyms';
import { readAllApps } from './known-records';
import type { Plan } from './plan';
import { newAppPath } from './plan-apps';
import { entryKeysOf, readKnownNotice, relinkNoticeNote, type NoticeInPlan } from './plan-notices';
import type { VaultPort } from './vault-port';

/** A row of a notice of the vault. */
export interface RowPlace {
  readonly key: ListingKey;
  readonly noticePath: string | null;
}

/**
 * Plans to record the rows in the app note at `path`, or in a new note of their own where it is null, and to lead their names to it.
 */
export async function adoptListings(path: string | null, rows: readonly RowPlace[], vault: VaultPort, host: ReaderHost, settings: Settings): Promise<Plan> {
  const work = await openAppWork(vault, settings);
  const app = path === null ? null : await readAppState(path, work);
  if (app !== null && 'refused' in app) return refusedPlan(app);
  const notices = await readNotices(rows, work, host);
  const found = rows.map((row) => notices.flatMap((notice) => notice.listings).find((listing) => listing.key === row.key));
  const missing = rows.find((_, i) => found[i] === undefined);
  if (missing !== undefined) return refusedPlan(refuse('listing-not-there', missing.noticePath ?? '', { key: missing.key }));
  const listings = [...new Map([...(app?.listings ?? []), ...found.flatMap((listing) => listing ?? [])].map((listing): [string, Listing] => [listing.key, listing])).values()].sort(compareListings);
  const name = app?.name ?? listings[0]?.name ?? '';
  const target = app?.path ?? newAppPath(name, listings, work.snapshot, work.notes, work.settings);
  const names = [...new Set([name, ...(app?.note.names ?? []), ...listings.map((listing) => listing.name)])];
  const homonyms = homonymsAfter(new Map([[target, names]]), work);
  const desired = desiredApp({ path: target, name, listings }, homonyms, names, work);
  await work.notes.write(target, app === null ? createNote(desired) : mergeApp(app.text, target, desired, work));
  await linkNames(notices, new Set(rows.map(({ key }) => key)), target, work);
  await planHomonyms(names, homonyms, new Set([target]), work.notes, settings, work.log);
  return finishPlan(work);
}

async function readNotices(rows: readonly RowPlace[], work: AppWork, host: ReaderHost): Promise<readonly NoticeInPlan[]> {
  const paths = new Set(rows.map(({ noticePath }) => noticePath));
  const notices: NoticeInPlan[] = [];
  for (const known of work.snapshot.notices) if (paths.has(known.path)) notices.push(await readKnownNotice(known, work.notes, host));
  return notices;
}

/** The names of other rows go on leading where the records of their apps say. */
async function linkNames(notices: readonly NoticeInPlan[], adopted: ReadonlySet<ListingKey>, target: string, work: AppWork): Promise<void> {
  const apps = await readAllApps(work.snapshot, work.notes, work.noticeAt);
  const paths = new Map<string, string>(apps.flatMap((app) => app.listings.map((listing) => [listing.key, app.id] as const)));
  for (const key of adopted) paths.set(key, target);
  for (const notice of notices) {
    const keys = entryKeysOf(notice);
    await relinkNoticeNote(notice, (list, entry) => {
      const path = paths.get(keys[list]?.[entry] ?? '');
      return path === undefined ? null : { path };
    }, work.settings, work.notes, work.log);
  }
}
