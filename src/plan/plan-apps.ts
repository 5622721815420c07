/** The app notes of an import: where each app's note is, what it records, and who its homonyms are. */
import type { KnownApp } from '../apps/facts';
import type { AppId, Listing, ListingKey, NoticeRef } from '../apps/listing';
import { nameKey } from '../apps/names';
import { compareListings, type Resolution } from '../apps/resolve';
import { watchedNameOf } from '../apps/watched-developers';
import { RECORD_ID, renderAppNote, withoutFigures, type AppRecord } from '../notes/app-note';
import type { RegionPart } from '../notes/desired-note';
import { editedRegions } from '../notes/edited-regions';
import { fingerprint } from '../notes/fingerprints';
import { mergeNote } from '../notes/managed-note';
import { findRegions } from '../notes/managed-regions';
import { baseName, freePath, safeFileName } from '../notes/file-names';
import type { Settings } from '../settings';
import { mendApart } from './apart-links';
import { isBrokenNote } from './broken-notes';
import { NO_CHOICES, type FileChoices } from './file-choices';
import { hasLostHomonym, indexHomonyms, planHomonyms, type NamedApp } from './homonyms';
import type { PlanLog } from './plan-log';
import { type VaultSnapshot } from './vault-snapshot';
import { writeNote } from './write-note';
import type { WorkingNotes } from './working-notes';

/** Vault path of the note of a notice; null where it has none. */
export type NoticePath = (notice: NoticeRef) => string | null;

/** An app of this import with all its listings, recorded ones included. */
export interface AppInPlan {
  readonly id: AppId;
  readonly path: string;
  readonly name: string;
  readonly listings: readonly Listing[];
  readonly isNew: boolean;
  /** Its note stands where it should, with front matter that says no longer what it is: it is left as it is. */
  readonly isBroken?: true;
  /** Keys of listings that are recorded now and were not before. */
  readonly added: readonly ListingKey[];
}

/** Apps with their notes, and those whose notes the user deleted: where they stood. */
export interface GatheredApps {
  readonly apps: readonly AppInPlan[];
  readonly deleted: ReadonlyMap<AppId, string>;
  /** Where the notes of new apps would stand that the user does not want. */
  readonly leftOut: readonly string[];
}

/**
 * Joins what is known with what was resolved, and finds a path for each new app's note. Apps that get no note are left out.
 * @param deletedPath where the note of an app with these listings stood, if the user deleted it: it is not made again
 * @param choices which of these are made, and which of the others are not
 */
export async function gatherApps(
  resolution: Resolution, listings: readonly Listing[], known: readonly KnownApp[], snapshot: VaultSnapshot, notes: WorkingNotes, settings: Settings,
  deletedPath: (app: readonly Listing[]) => string | null = () => null, choices: FileChoices = NO_CHOICES,
): Promise<GatheredApps> {
  const byKey = new Map(listings.map((listing) => [listing.key, listing]));
  const knownById = new Map(known.map((app) => [app.id, app]));
  // A sure pair that was left open is a second listing, too.
  const bridged = new Set(resolution.review.filter(({ kind }) => kind === 'bridge').flatMap(({ a, b }) => [a.app, b.app]));
  const found: AppInPlan[] = [];
  const deleted = new Map<AppId, string>();
  const leftOut: string[] = [];
  for (const app of resolution.apps) {
    const before = knownById.get(app.id);
    const recorded = new Set(before?.listings.map((listing) => listing.key));
    const added = app.listings.filter((key) => !recorded.has(key)).flatMap((key) => byKey.get(key) ?? []);
    const all = [...(before?.listings ?? []), ...added].sort(compareListings);
    const name = before?.names[0] ?? all[0]?.name ?? '';
    if (before === undefined && !bridged.has(app.id) && !getsNote(all, settings)) continue;
    const stood = before === undefined ? deletedPath(all) : null;
    if (stood !== null && !choices.restore.has(stood)) {
      deleted.set(app.id, stood);
      continue;
    }
    const plain = plainAppPath(name, settings);
    const isBroken = before === undefined && !found.some((other) => other.path === plain) && (await isBrokenNote(plain, notes, settings));
    const path = isBroken ? plain : before !== undefined ? before.id : stood !== null && !notes.takenPaths.has(stood.toLowerCase()) ? stood : newAppPath(name, all, snapshot, notes, settings);
    // A path that is left out stays taken: a homonym must not move up to it.
    if (before === undefined) notes.reserve(path);
    if (before === undefined && !isBroken && choices.leaveOut.has(path)) {
      leftOut.push(path);
      continue;
    }
    found.push({ id: app.id, path, name, listings: all, isNew: before === undefined && !isBroken, ...(isBroken ? { isBroken } : {}), added: added.map(({ key }) => key) });
  }
  return { apps: found, deleted, leftOut };
}

function plainAppPath(name: string, { folders, fileNameBytes }: Settings): string {
  return `${folders.apps}/${safeFileName(name, fileNameBytes)}.md`;
}

/** Whether a new app gets a note: by the setting, all do, or those listed twice, taken down, or of a watched firm. */
function getsNote(listings: readonly Listing[], settings: Settings): boolean {
  if (settings.appNotes === 'all' || listings.length > 1) return true;
  return listings.some((listing) => listing.notice.kind === 'takedown' || listing.packages.some((one) => watchedNameOf(one.developer, settings.watchedDevelopers) !== null));
}

/** A homonym bears its developer in brackets; where another note of the vault has the name, （应用） tells them apart, for a new note must not capture links. */
export function newAppPath(name: string, listings: readonly Listing[], snapshot: VaultSnapshot, notes: WorkingNotes, settings: Settings): string {
  const { apps: folder } = settings.folders;
  const plain = plainAppPath(name, settings);
  const isApp = notes.takenPaths.has(plain.toLowerCase());
  const others = notes.names.named(baseName(plain)).filter((path) => path !== plain);
  const isKnownApp = isApp || (others.length > 0 && snapshot.apps.some((app) => others.includes(app.path) && baseName(app.path) === baseName(plain) && nameKey(app.names[0] ?? '') === nameKey(name)));
  const developer = listings.flatMap((listing) => listing.packages.map((one) => one.developer)).find((d) => d !== null);
  const title = isKnownApp ? `${name}（${developer ?? '另一款'}）` : others.length > 0 ? `${name}（应用）` : name;
  return freePath(folder, title, notes.takenPaths, settings.fileNameBytes);
}

/** Writes the notes of apps that grow, and 同名应用 into those whose homonyms change by it or were moved; mends 不同于 in all of them. */
export async function planAppNotes(apps: readonly AppInPlan[], snapshot: VaultSnapshot, notes: WorkingNotes, settings: Settings, noticePath: NoticePath, log: PlanLog): Promise<void> {
  const written = apps.filter((app) => app.added.length > 0);
  const lost = new Set<string>();
  for (const app of apps) {
    if (app.added.length > 0) continue;
    await mendRecord(app, notes, settings, noticePath, log);
    if (await hasLostHomonym(app.path, notes, settings)) lost.add(app.path);
  }
  const paths = new Set(written.map((app) => app.path));
  const named = new Map<string, NamedApp>(snapshot.apps.map((note) => [note.path, note]));
  for (const app of written) named.set(app.path, { path: app.path, names: distinct([app.name, ...(named.get(app.path)?.names ?? []), ...app.listings.map((listing) => listing.name)]) });
  const homonyms = indexHomonyms([...named.values()]);
  for (const app of written) {
    if (app.isBroken === true) {
      log.damage(app.path, 'front-matter');
      continue;
    }
    const record = appRecord(app, homonyms.of(named.get(app.path) ?? { path: app.path, names: [app.name] }));
    await writeApp(record, app.path, notes, settings, noticePath, log);
  }
  for (const app of apps) if (app.isBroken !== true) await mendApart(app.path, snapshot.apps, notes, settings);
  await planHomonyms([...paths, ...lost].flatMap((path) => named.get(path)?.names ?? []), homonyms, paths, notes, settings, log);
}

/** What the note of an app is made from. */
export function appRecord(app: Pick<AppInPlan, 'id' | 'name' | 'listings'>, homonyms: AppRecord['homonyms']): AppRecord {
  return {
    id: app.id,
    name: app.name,
    aliases: distinct(app.listings.map((listing) => listing.name)).filter((name) => name !== app.name),
    developers: distinct(app.listings.flatMap((listing) => listing.packages.flatMap((one) => one.developer ?? []))),
    listings: app.listings,
    homonyms,
    notSameAs: [],
  };
}

/** Leads the links of a record that does not grow to where its notices now are, if they lead nowhere. */
async function mendRecord(app: AppInPlan, notes: WorkingNotes, settings: Settings, noticePath: NoticePath, log: PlanLog): Promise<void> {
  const text = app.isBroken === true ? null : await notes.read(app.path);
  const isMoved = app.listings.some(({ notice }) => {
    const path = noticePath(notice)?.replace(/\.md$/i, '');
    return path !== undefined && text?.includes(path) === false;
  });
  if (text === null || !isMoved) return;
  const { parts } = renderAppNote(appRecord(app, []), { settings, path: app.path, noticePath });
  const merged = mergeNote(text, { properties: [], parts: parts.filter((part) => part.kind === 'region' && isSame(text, part)) }, notes.deadLinksOf(app.path));
  log.merged(app.path, merged);
  await notes.write(app.path, merged.text);
}

/** Whether the note has the region and it says what the program would say: then only its links can be mended. */
function isSame(text: string, part: RegionPart): boolean {
  const region = findRegions(text).find(({ id }) => id === part.id);
  return region !== undefined && [part.markdown, part.inOtherLanguage?.() ?? part.markdown].some((markdown) => fingerprint(text.slice(region.start, region.end)) === fingerprint(markdown));
}

async function writeApp(record: AppRecord, path: string, notes: WorkingNotes, settings: Settings, noticePath: NoticePath, log: PlanLog): Promise<void> {
  const desired = renderAppNote(record, { settings, path, noticePath });
  const text = await notes.read(path);
  const isKept = text !== null && editedRegions(text).has(RECORD_ID) && !desired.parts.some((part) => part.kind === 'region' && isSame(text, part));
  await writeNote(path, isKept ? withoutFigures(desired, settings) : desired, notes, log);
}

function distinct(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
