/** Smaller decisions of a user about apps: another name, one name more, two apps kept apart, a doubtful pair joined. Written into the notes themselves. */
import { compareText } from '../document/compare-text';
import type { ReaderHost } from '../document/document';
import { baseName, freePath, safeFileName } from '../notes/file-names';
import { setProperties } from '../notes/properties';
import type { Settings } from '../settings';
import { desiredApp, finishPlan, homonymsAfter, listOf, mergeApp, openAppWork, readAppState, refuse, refusedPlan, withApart, withList, type AppState } from './app-work';
import { adoptListings, type RowPlace } from './adopt-listings';
import { planHomonyms } from './homonyms';
import { mergeApps } from './merge-apps';
import type { Plan } from './plan';
import { newAppPath } from './plan-apps';
import { relinkNotes } from './relink-notes';
import type { VaultPort } from './vault-port';

/**
 * Plans to give an app another name: the note's title and its file, every link of the vault led to it. The old name stays an alias, so that
 * later imports find the app under both.
 */
export async function renameApp(path: string, newName: string, vault: VaultPort, settings: Settings): Promise<Plan> {
  const work = await openAppWork(vault, settings);
  const name = newName.trim();
  if (name === '') return refusedPlan(refuse('empty-name', path));
  const app = await readAppState(path, work);
  if ('refused' in app) return refusedPlan(app);
  const newPath = pathOfName(app, name, settings);
  // Paths collide whatever their case: where only that changes, the file keeps its name. A homonym gets its brackets.
  const isSame = newPath.toLowerCase() === path.toLowerCase();
  const isFree = !work.notes.takenPaths.has(newPath.toLowerCase());
  const target = isSame ? path : isFree ? newPath : newAppPath(name, app.listings, work.snapshot, work.notes, work.settings);
  const names = [...new Set([name, ...app.note.names])];
  const homonyms = homonymsAfter(new Map([[path, null], [target, names]]), work);
  let text = setProperties(app.text, new Map([['title', name]])) ?? app.text;
  text = mergeApp(text, target, desiredApp({ path: target, name, listings: app.listings }, homonyms, names, work), work);
  text = withList(text, 'aliases', [...listOf(text, 'aliases'), ...app.note.names].filter((one) => one !== name || baseName(target) !== name));
  await work.notes.write(target, text);
  if (target !== path) {
    await work.notes.trash(path);
    await relinkNotes(path, target, [...work.snapshot.paths, target], work.notes);
  }
  await planHomonyms(names, homonyms, new Set([target]), work.notes, settings, work.log);
  return finishPlan(work);
}

/** The file of an app stays in its folder. */
function pathOfName(app: AppState, name: string, settings: Settings): string {
  const folder = app.path.replace(/\/?[^/]*$/, '');
  return freePath(folder, safeFileName(name, settings.fileNameBytes), new Set(), settings.fileNameBytes);
}

/** Plans to let an app go by one name more: rows of that name and its developers are its own from then on. */
export async function addAlias(path: string, alias: string, vault: VaultPort, settings: Settings): Promise<Plan> {
  const work = await openAppWork(vault, settings);
  const name = alias.trim();
  if (name === '') return refusedPlan(refuse('empty-name', path));
  const app = await readAppState(path, work);
  if ('refused' in app) return refusedPlan(app);
  await work.notes.write(path, withList(app.text, 'aliases', [...listOf(app.text, 'aliases'), name]));
  const names = [...app.note.names, name];
  await planHomonyms(names, homonymsAfter(new Map([[path, names]]), work), new Set(), work.notes, settings, work.log);
  return finishPlan(work);
}

/** Plans to let two notes say that their apps are two (不同于): the pair is not asked about again. */
export async function keepApart(a: string, b: string, vault: VaultPort, settings: Settings): Promise<Plan> {
  const work = await openAppWork(vault, settings);
  if (a === b) return refusedPlan(refuse('same-app-note', a));
  for (const [path, other] of [[a, b], [b, a]] as const) {
    const text = work.snapshot.apps.some((app) => app.path === path) ? await work.notes.read(path) : null;
    if (text === null) return refusedPlan(refuse('not-an-app-note', path));
    await work.notes.write(path, withApart(text, other, work));
  }
  return finishPlan(work);
}

/** One side of a review entry: an app note, or a row whose app has none (review-list.ts). */
export interface JoinedSide {
  readonly path: string | null;
  readonly row: RowPlace | null;
}

/**
 * Plans to join the two sides of a review entry. A row whose app has no note goes into the note of the other side; two such rows get a note
 * together.
 */
export async function joinSides(a: JoinedSide, b: JoinedSide, vault: VaultPort, host: ReaderHost, settings: Settings): Promise<Plan> {
  if (a.path !== null && b.path !== null) return joinReview(a.path, b.path, vault, settings);
  const rows = [a, b].flatMap(({ path, row }) => (path === null && row !== null ? [row] : []));
  return adoptListings(a.path ?? b.path, rows, vault, host, settings);
}

/**
 * Plans to join two apps that have notes, given by their paths. The note with the longer record stays; of two alike, the one whose record begins
 * first, then the one with the shorter file name, which is the plain one of two homonyms.
 */
export async function joinReview(a: string, b: string, vault: VaultPort, settings: Settings): Promise<Plan> {
  const work = await openAppWork(vault, settings);
  const apps: AppState[] = [];
  for (const path of [a, b]) {
    const app = await readAppState(path, work);
    if ('refused' in app) return refusedPlan(app);
    apps.push(app);
  }
  const [keep, drop] = apps.sort((one, other) => other.listings.length - one.listings.length || compareText(firstDate(one), firstDate(other)) || one.path.length - other.path.length || compareText(one.path, other.path));
  return keep === undefined || drop === undefined ? refusedPlan(refuse('not-an-app-note', a)) : mergeApps(keep.path, drop.path, vault, settings);
}

function firstDate(app: AppState): string {
  return app.listings.map((listing) => listing.notice.date ?? '9999').sort()[0] ?? '9999';
}
