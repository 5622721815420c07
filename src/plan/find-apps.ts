/** Which apps the notices of an import list, and which of them have or get a note. */
import type { AppId, Listing, ListingKey } from '../apps/listing';
import { resolveListings } from '../apps/resolve';
import type { ReaderHost } from '../document/document';
import type { AppLinkOf } from '../notes/notice-lists';
import type { Settings } from '../settings';
import { noticePaths } from './app-work';
import { findDeletedApps } from './deleted-notes';
import { NO_CHOICES, type FileChoices } from './file-choices';
import { linkRelatedNotices, type RelatedNotices } from './link-related';
import { noticeFinder, readKnownApps } from './known-records';
import { targetFinder } from './link-targets';
import { gatherApps, type AppInPlan, type NoticePath } from './plan-apps';
import type { PlanLog } from './plan-log';
import { entryKeysOf, readKnownNotice, relinkNoticeNote, type NoticeInPlan } from './plan-notices';
import { reviewPairs, type ReviewPair } from './review-list';
import type { KnownNotice, VaultSnapshot } from './vault-snapshot';
import type { WorkingNotes } from './working-notes';

/** The apps of an import. */
export interface FoundApps {
  /** Apps that have or get a note. */
  readonly apps: readonly AppInPlan[];
  readonly related: RelatedNotices;
  readonly review: readonly ReviewPair[];
  readonly noticePath: NoticePath;
  /** The app of a listing of this import; its path is null where it has no note. */
  appOf(listing: Listing): { readonly name: string; readonly path: string | null };
  appLinkOf(notice: NoticeInPlan): AppLinkOf;
  /** Leads names in known notices to apps whose notes did not record them before. */
  relinkKnown(log: PlanLog): Promise<void>;
  /** Where the notes of apps stood that the user deleted: they are not made again. */
  readonly deletedApps: readonly string[];
  /** Where the notes of apps would stand that the user does not want. */
  readonly leftOutApps: readonly string[];
}

/**
 * Finds the app of every listing.
 * Where only notable apps have notes, listings of known notices that no note records are looked at anew together with the new ones: an app
 * that is listed again gets a note with all its listings, in whatever order its notices came. Costs follow the vault in that setting.
 */
export async function findApps(planned: readonly NoticeInPlan[], snapshot: VaultSnapshot, notes: WorkingNotes, settings: Settings, host: ReaderHost, choices: FileChoices = NO_CHOICES, isAdoption = false): Promise<FoundApps> {
  const others = settings.appNotes === 'all' ? [] : await readOthers(planned, snapshot, notes, host);
  const listings = [...planned, ...others].flatMap((one) => one.listings);
  // A note that was gone and comes back is known again to the rows that lead to it.
  const notices = [...snapshot.notices, ...planned.filter((one) => one.isNew || one.isBroken === true).map(knownOfPlan)];
  const find = targetFinder(snapshot.paths);
  const linked = [...planned, ...others].flatMap((one) => one.linkedApps.flatMap((link) => find(link, one.path, 'wiki') ?? []));
  const known = await readKnownApps(listings, new Set(linked), snapshot, notes, noticeFinder(notices, snapshot.copies, snapshot.notices));
  const related = await linkRelatedNotices(planned, others, snapshot, notes, host);
  const resolution = resolveListings(listings, known, { cites: related.cites });
  const deletedApp = await findDeletedApps([...planned, ...others], entryKeysOf, find, notes, settings, isAdoption ? appFolders(snapshot, settings) : []);
  const isNew = new Set(planned.filter((one) => one.isNew).map(({ key }) => key));
  // A new notice that lists the app is news: the note is made.
  const deletedPath = (all: readonly Listing[]): string | null => (all.some(({ notice }) => isNew.has(notice.key)) ? null : (all.map(({ key }) => deletedApp(key)).find((path) => path !== null) ?? null));
  const { apps, deleted, leftOut } = await gatherApps(resolution, listings, known, snapshot, notes, settings, deletedPath, choices);

  const byId = new Map<AppId, AppInPlan>(apps.map((app) => [app.id, app]));
  const names = new Map<AppId, string>([...known.map((app) => [app.id, app.names[0] ?? ''] as const), ...apps.map((app) => [app.id, app.name] as const)]);
  const paths = new Map<AppId, string>([...known.map((app) => [app.id, app.id] as const), ...apps.map((app) => [app.id, app.path] as const)]);
  const listingOf = new Map<ListingKey, Listing>([...known.flatMap((app) => app.listings), ...listings].map((listing) => [listing.key, listing]));
  const nameOf = (id: AppId): string => names.get(id) ?? listingOf.get(id.replace(/^app:/, '') as ListingKey)?.name ?? '';
  const appById = (id: AppId): { readonly name: string; readonly path: string | null } => ({ name: nameOf(id), path: paths.get(id) ?? null });
  const noticePath = noticePaths(notices);
  const appLinkOf = (notice: NoticeInPlan): AppLinkOf => {
    const keys = entryKeysOf(notice);
    return (list, entry) => {
      const app = resolution.appOf.get(keys[list]?.[entry] as ListingKey) ?? ('' as AppId);
      // Links to a note that the user deleted stay as they are.
      const path = byId.get(app)?.path ?? deleted.get(app);
      return path === undefined ? null : { path };
    };
  };
  // What was asked at an earlier import is not asked again, although listings without a note are looked at anew.
  const asked = new Set(planned.filter((one) => one.isNew || settings.appNotes === 'all').flatMap((one) => one.listings.map(({ key }) => key)));
  const concerns = ({ listing }: { readonly listing: ListingKey | null }): boolean => listing !== null && asked.has(listing);
  return {
    apps, related, noticePath, appLinkOf,
    deletedApps: [...new Set(deleted.values())],
    leftOutApps: leftOut,
    review: reviewPairs(resolution.review.filter(({ a, b }) => concerns(a) || concerns(b)), { listings: listingOf, appOf: appById, noticePath }),
    appOf: (listing) => appById(resolution.appOf.get(listing.key) ?? (`app:${listing.key}` as AppId)),
    relinkKnown: async (log) => {
      const added = new Set(apps.flatMap((app) => app.added));
      for (const one of others) if (one.listings.some(({ key }) => added.has(key))) await relinkNoticeNote(one, appLinkOf(one), settings, notes, log);
    },
  };
}

function appFolders({ apps }: VaultSnapshot, { folders }: Settings): readonly string[] {
  return [...new Set([folders.apps, ...apps.map(({ path }) => path.replace(/\/?[^/]*$/, ''))])].filter((folder) => folder !== '');
}

async function readOthers(planned: readonly NoticeInPlan[], snapshot: VaultSnapshot, notes: WorkingNotes, host: ReaderHost): Promise<readonly NoticeInPlan[]> {
  const keys = new Set(planned.map((one) => one.key));
  const others: NoticeInPlan[] = [];
  for (const known of snapshot.notices) if (!keys.has(known.key)) others.push(await readKnownNotice(known, notes, host));
  return others;
}

/** A notice of this import as the vault will know it. */
export function knownOfPlan({ key, path, notice }: NoticeInPlan): KnownNotice {
  return { ...notice, key, path, statedCount: notice.statedCount?.number ?? null, related: [] };
}
