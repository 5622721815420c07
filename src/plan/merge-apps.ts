/** Two app notes made one, on a user's word. Nothing of either is lost, and a split of the same listings gives the note back (split-app.ts). */
import { insertMergedNote, type MergedNote } from '../notes/merged-notes';
import { isPlain, isUsualHead, takeOwnText } from '../notes/own-text';
import { setProperties } from '../notes/properties';
import type { Settings } from '../settings';
import { desiredApp, finishPlan, homonymsAfter, leadsTo, listOf, mergeApp, openAppWork, readAppState, refuse, refusedPlan, withApart, withList, withoutApart, type AppState, type AppWork } from './app-work';
import { planHomonyms, type Homonyms } from './homonyms';
import type { Plan } from './plan';
import { relinkNotes } from './relink-notes';
import type { VaultPort } from './vault-port';

/**
 * Plans to merge the app note at `drop` into the one at `keep`: records and names joined, the user's text of both kept, every link of the
 * vault led over, `drop` to the trash. A plan without changes says in its diagnostics why it cannot be.
 */
export async function mergeApps(keep: string, drop: string, vault: VaultPort, settings: Settings): Promise<Plan> {
  const work = await openAppWork(vault, settings);
  if (keep === drop) return refusedPlan(refuse('same-app-note', keep));
  const kept = await readAppState(keep, work);
  if ('refused' in kept) return refusedPlan(kept);
  const dropped = await readAppState(drop, work);
  if ('refused' in dropped) return refusedPlan(dropped);

  const names = [...new Set([...kept.note.names, ...dropped.note.names])];
  const homonyms = homonymsAfter(new Map([[keep, names], [drop, null]]), work);
  const apart = await leadApart(kept, dropped, work);
  await work.notes.write(keep, joinNotes(kept, dropped, names, homonyms, apart, work));
  await planHomonyms(names, homonyms, new Set([keep]), work.notes, settings, work.log);
  await relinkNotes(drop, keep, work.snapshot.paths, work.notes);
  await work.notes.trash(drop);
  return finishPlan(work);
}

/** The text of `kept` with all that `dropped` held. */
function joinNotes(kept: AppState, dropped: AppState, names: readonly string[], homonyms: Homonyms, apart: readonly string[], work: AppWork): string {
  const { propertyNames } = work.settings;
  const recorded = new Set(kept.listings.map(({ key }) => key));
  const listings = [...kept.listings, ...dropped.listings.filter(({ key }) => !recorded.has(key))];
  let text = mergeApp(kept.text, kept.path, desiredApp({ path: kept.path, name: kept.name, listings }, homonyms, names, work), work);
  const before = { aliases: listOf(kept.text, 'aliases'), developers: listOf(kept.text, propertyNames.developers) };
  text = withList(text, 'aliases', [...listOf(text, 'aliases'), ...dropped.note.names.filter((name) => name !== kept.name)]);
  text = withList(text, propertyNames.developers, [...listOf(text, propertyNames.developers), ...dropped.note.developers]);
  const watched = dropped.note.watched && !kept.note.watched;
  if (watched) text = setProperties(text, new Map([[propertyNames.watched, true]])) ?? text;
  for (const other of [...kept.note.notSameAs, ...dropped.note.notSameAs]) {
    const path = work.snapshot.apps.find((app) => leadsTo(other, app.path))?.path;
    if (path !== undefined && path !== kept.path && path !== dropped.path) text = withApart(text, path, work);
  }
  text = withoutApart(withoutApart(text, dropped.path, work), kept.path, work);
  const own = takeOwnText(dropped.text);
  const usual = desiredApp(dropped, homonymsAfter(new Map(), work), dropped.note.names, work);
  const isUsual = isUsualHead(own.head, usual);
  const merged: MergedNote = {
    path: dropped.path,
    title: dropped.name,
    keys: dropped.listings.map(({ key }) => key),
    text: own.text,
    head: isUsual ? '' : own.head,
    line: isUsual ? '' : own.line,
    names: added(before.aliases, listOf(text, 'aliases')),
    developers: added(before.developers, listOf(text, propertyNames.developers)),
    watched,
    apart,
  };
  return insertMergedNote(text, merged, !isPlain(own.text), work.settings.noteLanguage);
}

function added(before: readonly string[], after: readonly string[]): readonly string[] {
  return after.filter((item) => !before.includes(item));
}

/** Leads 不同于 of other apps over from `dropped` to `kept`; gives back whose it was. */
async function leadApart(kept: AppState, dropped: AppState, work: AppWork): Promise<readonly string[]> {
  const led: string[] = [];
  for (const other of work.snapshot.apps) {
    if (other.path === kept.path || other.path === dropped.path || !other.notSameAs.some((link) => leadsTo(link, dropped.path))) continue;
    const text = (await work.notes.read(other.path)) ?? '';
    if (!other.notSameAs.some((link) => leadsTo(link, kept.path))) led.push(other.path);
    await work.notes.write(other.path, withApart(withoutApart(text, dropped.path, work), kept.path, work));
  }
  return led;
}
