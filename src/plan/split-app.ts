/** Some listings of an app made an app of their own, on a user's word. A note that was merged in comes back as it was (merge-apps.ts). */
import type { Listing } from '../apps/listing';
import { entryKeys } from '../apps/listings-of';
import { compareListings } from '../apps/resolve';
import type { ReaderHost } from '../document/document';
import { readMarkdown } from '../document/markdown/read-markdown';
import { recogniseNotice } from '../notice/recognise';
import { baseName, freePath } from '../notes/file-names';
import { createNote } from '../notes/managed-note';
import { findMergedNotes, type FoundMergedNote, type MergedNote } from '../notes/merged-notes';
import { putOwnText } from '../notes/own-text';
import { setProperties } from '../notes/properties';
import { rewriteLinks } from '../notes/rewrite-links';
import type { Settings } from '../settings';
import { desiredApp, finishPlan, homonymsAfter, listOf, mergeApp, openAppWork, readAppState, refuse, refusedPlan, withApart, withList, withoutApart, type AppState, type AppWork, type Refusal } from './app-work';
import { planHomonyms } from './homonyms';
import { targetFinder, writeLinkLike } from './link-targets';
import type { Plan } from './plan';
import { newAppPath } from './plan-apps';
import type { VaultPort } from './vault-port';

/**
 * Plans to split listings off an app note into a new one. Both then say 不同于 of each other; the user's text stays with the old note,
 * save that of a note that was merged in with exactly these listings.
 * @param keys keys of the listings, or in short `总第10批#1#7`: label of the notice, list, number
 */
export async function splitApp(path: string, keys: readonly string[], vault: VaultPort, host: ReaderHost, settings: Settings): Promise<Plan> {
  const work = await openAppWork(vault, settings);
  const whole = await readAppState(path, work);
  if ('refused' in whole) return refusedPlan(whole);
  const chosen = chooseListings(whole, keys);
  if ('refused' in chosen) return refusedPlan(chosen);
  const left = whole.listings.filter((listing) => !chosen.includes(listing));
  if (left.length === 0) return refusedPlan(refuse('no-listing-left', path));

  const found = findMergedNotes(whole.text).find(({ merged }) => sameKeys(merged.keys, chosen)) ?? null;
  const name = found?.merged.title ?? chosen[0]?.name ?? '';
  const newPath = pathOfSplit(name, chosen, found?.merged ?? null, work);
  work.notes.reserve(newPath);
  const rest = takeListings(whole, chosen, left, found, work);
  const names = [name, ...chosen.map((listing) => listing.name), ...(found === null ? [] : listOf(found.merged.head, 'aliases'))];
  const homonyms = homonymsAfter(new Map([[path, rest.names], [newPath, names]]), work);

  const desired = desiredApp({ path: newPath, name, listings: chosen }, homonyms, names, work);
  const made = found === null ? createNote(desired) : mergeApp(putOwnText(found.merged, desired), newPath, desired, work);
  await work.notes.write(newPath, withApart(made, path, work));
  const remaining = mergeApp(rest.text, path, desiredApp({ path, name: whole.name, listings: left }, homonyms, rest.names, work), work);
  await work.notes.write(path, withApart(remaining, newPath, work));
  for (const other of found?.merged.apart ?? []) {
    const text = await work.notes.read(other);
    if (text !== null) await work.notes.write(other, withApart(withoutApart(text, path, work), newPath, work));
  }
  await relinkRows(chosen, path, newPath, host, work);
  await planHomonyms([...whole.note.names, ...names], homonyms, new Set([path, newPath]), work.notes, settings, work.log);
  return finishPlan(work);
}

/** The listings that the keys name. */
export function chooseListings(app: Pick<AppState, 'path' | 'listings'>, keys: readonly string[]): readonly Listing[] | Refusal {
  if (keys.length === 0) return refuse('nothing-to-split', app.path);
  const chosen = new Set<Listing>();
  for (const key of keys) {
    const exact = app.listings.filter((listing) => listing.key === key);
    const found = exact.length > 0 ? exact : app.listings.filter((listing) => shortKey(listing) === key);
    const [one, second] = found;
    if (one === undefined) return refuse('listing-not-there', app.path, { key });
    if (second !== undefined) return refuse('listing-ambiguous', app.path, { key });
    chosen.add(one);
  }
  return [...chosen].sort(compareListings);
}

/** `总第10批#1#7`. */
export function shortKey(listing: Listing): string {
  return `${listing.notice.label}#${listing.list}#${listing.key.replace(/^.*#/, '')}`;
}

function sameKeys(keys: readonly string[], listings: readonly Listing[]): boolean {
  return keys.length === listings.length && listings.every(({ key }) => keys.includes(key));
}

function pathOfSplit(name: string, chosen: readonly Listing[], merged: MergedNote | null, work: AppWork): string {
  const { settings, snapshot, notes } = work;
  if (merged === null) return newAppPath(name, chosen, snapshot, notes, settings);
  const folder = merged.path.replace(/\/?[^/]*$/, '');
  const isThere = folder === '' || snapshot.paths.some((one) => one.startsWith(`${folder}/`));
  if (isThere && !notes.takenPaths.has(merged.path.toLowerCase())) return merged.path;
  return freePath(isThere ? folder : settings.folders.apps, baseName(merged.path), notes.takenPaths, settings.fileNameBytes);
}

/** The old note without the merged note and without the names and developers that go with the listings. */
function takeListings(whole: AppState, chosen: readonly Listing[], left: readonly Listing[], found: FoundMergedNote | null, work: AppWork): { readonly text: string; readonly names: readonly string[] } {
  const { developers: property, watched } = work.settings.propertyNames;
  const developersOf = (listings: readonly Listing[]): readonly string[] => listings.flatMap((listing) => listing.packages.flatMap((one) => one.developer ?? []));
  const goingNames = found?.merged.names ?? chosen.map((listing) => listing.name);
  const goingDevelopers = found?.merged.developers ?? developersOf(chosen);
  const stayingNames = new Set([whole.name, ...left.map((listing) => listing.name)]);
  const stayingDevelopers = new Set(developersOf(left));
  const goes = (name: string): boolean => goingNames.includes(name) && !stayingNames.has(name);
  let text = found === null ? whole.text : whole.text.slice(0, found.start) + whole.text.slice(found.end);
  const aliases = listOf(text, 'aliases');
  const developers = listOf(text, property);
  if (aliases.some(goes)) text = withList(text, 'aliases', aliases.filter((name) => !goes(name)));
  const stays = (developer: string): boolean => stayingDevelopers.has(developer) || !goingDevelopers.includes(developer);
  if (!developers.every(stays)) text = withList(text, property, developers.filter(stays));
  if (found?.merged.watched === true) text = setProperties(text, new Map([[watched, null]])) ?? text;
  return { text, names: whole.note.names.filter((name) => !goes(name)) };
}

/** Leads the name cells of the listings' rows to the new note. */
async function relinkRows(listings: readonly Listing[], from: string, to: string, host: ReaderHost, work: AppWork): Promise<void> {
  const paths = [...work.snapshot.paths, to];
  const find = targetFinder(paths);
  const pathsOf = ({ notice }: Listing): readonly string[] => [work.noticePath(notice) ?? [], work.snapshot.copies.filter(({ key }) => key === notice.key).map((copy) => copy.path)].flat();
  for (const path of new Set(listings.flatMap(pathsOf))) {
    const text = await work.notes.read(path);
    if (text === null) continue;
    const keys = new Set(listings.filter((listing) => pathsOf(listing).includes(path)).map((listing) => listing.key.slice(listing.notice.key.length)));
    const onlyLines = rowLines(text, path, keys, host);
    const rewritten = rewriteLinks(text, (link, form) => (find(link, path, form) === from ? writeLinkLike(link, form, path, to, find) : null), { onlyLines });
    if (rewritten !== text) await work.notes.write(path, rewritten);
  }
}

/** Lines of the rows of some entries; keys without their notice: `#1#7`. */
function rowLines(text: string, path: string, keys: ReadonlySet<string>, host: ReaderHost): ReadonlySet<number> {
  const lines = new Set<number>();
  recogniseNotice(readMarkdown(text, path, host)).lists.forEach((list, i) => {
    const ofList = entryKeys(list.entries);
    list.entries.forEach((entry, k) => {
      if (!keys.has(`#${i + 1}#${ofList[k] ?? ''}`)) return;
      for (const row of [...entry.rows, ...entry.packages.flatMap((one) => one.rows)]) lines.add(row.line);
    });
  });
  return lines;
}
