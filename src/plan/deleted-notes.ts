/**
 * Notes that the program made and the user deleted: what still leads to them says so, and they are not made again.
 * Of an app: the name cell of a known notice leads to where its note stood. Of a notice: the record of an app does, for records are
 * written after the notices that they lead to. An item of an index page says nothing: pages kept by hand name notices still to come.
 */
import type { Listing, ListingKey } from '../apps/listing';
import { noticeLabel } from '../notice/notice-key';
import { linksInEntry } from '../notes/cell-links';
import { rewriteLinks } from '../notes/rewrite-links';
import type { Settings } from '../settings';
import { MISSING, noticeFinder, readKnownApps } from './known-records';
import type { FindTarget } from './link-targets';
import type { NoticeInPlan } from './plan-notices';
import type { VaultSnapshot } from './vault-snapshot';
import type { WorkingNotes } from './working-notes';

/** The notices of an import, parted by whether the user deleted their notes. */
export interface SortedNotices {
  readonly planned: readonly NoticeInPlan[];
  /** Where the notes stood that the user deleted, by the key of their notice. */
  readonly deleted: ReadonlyMap<string, string>;
}

/**
 * Takes the notices off an import whose notes the user deleted.
 * @param restore paths of deleted notes that the user wants back: they are made where they stood
 */
export async function dropDeletedNotices(planned: readonly NoticeInPlan[], snapshot: VaultSnapshot, notes: WorkingNotes, restore: ReadonlySet<string>): Promise<SortedNotices> {
  const fresh = planned.filter((one) => one.isNew);
  const apps = fresh.length === 0 ? [] : await readKnownApps(fresh.flatMap((one) => one.listings), new Set(), snapshot, notes, noticeFinder(snapshot.notices, snapshot.copies));
  const rows = apps.flatMap((app) => app.listings).filter(({ notice }) => notice.key.startsWith(MISSING));
  if (rows.length === 0) return { planned, deleted: new Map() };
  const deleted = new Map<string, string>();
  const kept = planned.flatMap((one): NoticeInPlan[] => {
    const row = one.isNew ? rows.find((listing) => isOf(listing, one)) : undefined;
    if (row === undefined) return [one];
    const path = `${row.notice.key.slice(MISSING.length).replace(/\.md$/i, '')}.md`;
    if (!restore.has(path)) {
      deleted.set(one.key, path);
      return [];
    }
    const isFree = !notes.takenPaths.has(path.toLowerCase());
    if (isFree) notes.reserve(path);
    return [isFree ? { ...one, path } : one];
  });
  return { planned: kept, deleted };
}

/** Whether a row whose notice has no note is one of this notice: of that day, that short name and that place in the list, with that name. */
function isOf(row: Listing, { notice, listings }: NoticeInPlan): boolean {
  if (row.notice.date !== notice.date || row.notice.label !== noticeLabel(notice)) return false;
  const place = row.key.slice(row.notice.key.length);
  return listings.some((listing) => listing.name === row.name && listing.key.slice(listing.notice.key.length) === place);
}

/** Where the note of a listing's app stood, if the user deleted it; null where nothing says so. */
export type DeletedApp = (key: ListingKey) => string | null;

/**
 * Looks at the name cells of known notices. A link without a note counts only where the index lists the notice, which is written last:
 * an import that was broken off is not a deletion. Where no index is written, the link is enough.
 * @param keysOf keys of a notice's entries, list by list
 * @param adoptedTo folders of apps, at an adoption: of notes adopted before, a link into one of them is enough, for an adoption makes the
 *   notes of apps before it leads names to them
 */
export async function findDeletedApps(
  planned: readonly NoticeInPlan[], keysOf: (notice: NoticeInPlan) => readonly (readonly string[])[], find: FindTarget, notes: WorkingNotes, settings: Settings, adoptedTo: readonly string[] = [],
): Promise<DeletedApp> {
  const gone = new Map<string, string>();
  const dead = planned.filter((one) => !one.isNew && one.linkedApps.some((link) => find(link, one.path, 'wiki') === null));
  if (dead.length === 0) return () => null;
  const listed = settings.write.index ? await listedNotes(find, notes, settings) : null;
  for (const one of dead) {
    const isListed = listed === null || listed.has(one.path);
    if (!isListed && (one.adopted === undefined || adoptedTo.length === 0)) continue;
    const isOurs = (path: string): boolean => isListed || adoptedTo.some((folder) => path.startsWith(`${folder}/`));
    const keys = keysOf(one);
    one.notice.lists.forEach((list, i) => {
      list.entries.forEach((entry, k) => {
        const link = linksInEntry(entry)[0];
        const key = keys[i]?.[k];
        if (link === undefined || key === undefined || find(link, one.path, 'wiki') !== null) return;
        const path = `${link.replace(/^\//, '').replace(/\.md$/i, '')}.md`;
        if (isOurs(path)) gone.set(key, path);
      });
    });
  }
  return (key) => gone.get(key) ?? null;
}

/** Paths of the notes that the index pages link to. */
async function listedNotes(find: FindTarget, notes: WorkingNotes, settings: Settings): Promise<ReadonlySet<string>> {
  const listed = new Set<string>();
  for (const page of [settings.indexNote, ...settings.indexPages.map(({ path }) => path)]) {
    const text = (await notes.read(page)) ?? '';
    rewriteLinks(text, (link, form) => {
      const path = find(link, page, form);
      if (path !== null) listed.add(path);
      return null;
    });
  }
  return listed;
}
