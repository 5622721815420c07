/** A folder that the user keeps by hand → Plan: its notices get what later steps need, their apps get notes, its index pages are put in order. */
import { nameKey } from '../apps/names';
import { compareText } from '../document/compare-text';
import { diagnostic } from '../document/diagnostic';
import type { ReaderHost } from '../document/document';
import { noticeKey } from '../notice/notice-key';
import { baseName, safeFileName } from '../notes/file-names';
import type { AppLinkOf } from '../notes/notice-lists';
import { noticeProperties } from '../notes/notice-properties';
import type { IndexPageSetting, Settings } from '../settings';
import { alignIdentities } from './align-identities';
import { findAdoptable, type FoundNotice } from './find-adoptable';
import { NO_CHOICES } from './file-choices';
import { findApps, knownOfPlan, type FoundApps } from './find-apps';
import type { FileDiagnostic, KeptFile, Plan } from './plan';
import { adoptedTitle, NO_LISTS, planAdoptedNote } from './plan-adopted-note';
import { planAppNotes } from './plan-apps';
import { planListedPages } from './plan-index';
import { PlanLog } from './plan-log';
import { gatherUnadopted, readKnownNotice, type NoticeInPlan } from './plan-notices';
import { proposeSettings } from './propose-settings';
import type { VaultPort } from './vault-port';
import { compareCopies, takeSnapshot, type KnownNotice, type VaultSnapshot } from './vault-snapshot';
import { WorkingNotes } from './working-notes';

/** A notice that is adopted; `path` is that of its note. */
export interface AdoptedNotice {
  readonly path: string;
  readonly title: string;
  readonly kind: 'infringement' | 'takedown';
  /** Name cells that become links, and properties that are added. */
  readonly linked: number;
  readonly properties: number;
  /** Another note of the vault tells the same notice, and apps are led there. */
  readonly isCopy: boolean;
}

/** What an adoption would do, for a preview; nothing is written yet. */
export interface AdoptionReport {
  readonly plan: Plan;
  /** The settings with the folders and the index pages of the user's own vault; the same where nothing is to be changed. */
  readonly settings: Settings;
  readonly notices: readonly AdoptedNotice[];
  /** Paths of the index pages that were found. */
  readonly indexPages: readonly string[];
  readonly apps: { readonly created: number; readonly updated: number };
  readonly diagnostics: readonly FileDiagnostic[];
}

/**
 * Plans the adoption of a folder. Nothing but name cells, missing properties and index lists is touched; the same again changes nothing.
 * @param folder vault path of a folder; empty for the whole vault
 */
export async function planAdoption(folder: string, vault: VaultPort, host: ReaderHost, settings: Settings): Promise<AdoptionReport> {
  const asFound = await takeSnapshot(vault, settings);
  const notes = new WorkingNotes(vault, asFound.paths);
  const log = new PlanLog();
  const top = folder.replace(/^\/+|\/+$/g, '');
  const paths = asFound.paths.filter((path) => /\.md$/i.test(path) && (top === '' || path.startsWith(`${top}/`))).sort();
  if (top !== '' && !asFound.paths.some((path) => path.startsWith(`${top}/`))) log.diagnostics.push({ ...diagnostic('no-such-folder', {}, { path: top }), file: top });
  const found = await findAdoptable(paths, notes, host, settings);
  for (const { path, errors } of found.notUnderstood) log.diagnostics.push(...[diagnostic('notice-not-adopted'), ...errors].map((one) => ({ ...one, file: path })));
  const indexPages = found.indexPages.map(({ path }) => path);
  const proposed = proposeSettings(found, asFound.paths, settings);
  const { read, snapshot } = alignIdentities(found.notices, asFound);
  const work: Work = { snapshot, notes, log, settings: proposed, host };
  const groups = await groupNotes(read, work);
  const first = groups.map(({ notice }) => notice);
  // The notes are there, so none of them was deleted, even where records lead to one that an adoption broken off left without properties.
  const apps = await findApps(first, snapshot, notes, proposed, host, { ...NO_CHOICES, restore: new Set(first.map(({ path }) => path)) }, true);
  // App notes first: whatever stops the work, the links that were written lead somewhere.
  await planAppNotes(apps.apps, snapshot, notes, proposed, apps.noticePath, log);
  const adopted: AdoptedNotice[] = [];
  for (const group of groups) adopted.push(...(await adoptGroup(group, apps, work)));
  await apps.relinkKnown(log);
  await apps.related.updateKnown(proposed, log);
  reportHandKeptApps(apps, work);
  const known = { notices: noticesAfter(snapshot, first), copies: copiesAfter(snapshot, groups) };
  await planListedPages(known, pagesToOrder(indexPages, asFound.paths, proposed), notes, proposed, log);

  const changes = notes.changes();
  const changed = new Set(changes.map(({ path }) => path));
  const unchanged = adopted.filter(({ path }) => !changed.has(path) && !log.damaged.some((one) => one.path === path)).map(({ path }): KeptFile => ({ path, reason: 'unchanged' }));
  const deleted = apps.deletedApps.map((path): KeptFile => ({ path, reason: 'deleted-by-user' }));
  return {
    plan: { changes, kept: [...log.damaged, ...unchanged, ...deleted], conflicts: log.conflicts, diagnostics: log.diagnostics },
    settings: proposed,
    notices: adopted,
    indexPages,
    apps: { created: apps.apps.filter((app) => app.isNew).length, updated: apps.apps.filter((app) => !app.isNew && app.added.length > 0).length },
    diagnostics: log.diagnostics,
  };
}

interface Work {
  readonly snapshot: VaultSnapshot;
  readonly notes: WorkingNotes;
  readonly log: PlanLog;
  readonly settings: Settings;
  readonly host: ReaderHost;
}

/** The notes of one notice. */
interface NoteGroup {
  readonly key: string;
  /** The notice of the note that apps are led to. */
  readonly notice: NoticeInPlan;
  /** Whether that note is to be adopted; else the program wrote it, or it lies outside the folder. */
  readonly isOurs: boolean;
  readonly copies: readonly FoundNotice[];
}

/** Brings together the notes of each notice. The one that apps are led to is the one that the vault's snapshot will take for it, too. */
async function groupNotes(found: readonly FoundNotice[], { snapshot, notes, settings, host }: Work): Promise<readonly NoteGroup[]> {
  const byKey = new Map<string, FoundNotice[]>();
  for (const one of found) {
    // Without batch and date titles repeat: each such note is a notice of its own.
    const key = noticeKey(one.notice);
    const place = key.endsWith('@') ? one.path : key;
    byKey.set(place, [...(byKey.get(place) ?? []), one]);
  }
  const groups: NoteGroup[] = [];
  for (const members of byKey.values()) {
    const [best, ...others] = members.sort((a, b) => compareCopies(placeOf(a), placeOf(b), settings));
    if (best === undefined) continue;
    const key = noticeKey(best.notice);
    const known = snapshot.notices.find((one) => one.key === key && !members.some(({ path }) => path === one.path));
    if (known !== undefined && compareCopies(known, placeOf(best), settings) < 0) {
      groups.push({ key, notice: await readKnownNotice(known, notes, host), isOurs: true, copies: members });
    } else {
      const unadopted = gatherUnadopted(best.text, best.path, best.document, best.notice);
      const before = best.isKnown ? snapshot.notices.find(({ path }) => path === best.path) : undefined;
      groups.push({ key, notice: before === undefined ? unadopted : await readKnownNotice(before, notes, host), isOurs: false, copies: others });
    }
  }
  return groups.sort((a, b) => compareText(`${a.notice.notice.date ?? '9999'} ${a.key}`, `${b.notice.notice.date ?? '9999'} ${b.key}`));
}

function placeOf({ path, notice }: FoundNotice): Pick<KnownNotice, 'path' | 'kind'> {
  return { path, kind: notice.kind };
}

async function adoptGroup(group: NoteGroup, apps: FoundApps, work: Work): Promise<readonly AdoptedNotice[]> {
  const { notice } = group;
  const adopted: AdoptedNotice[] = [];
  if (!group.isOurs) adopted.push(await adoptNote(notice, apps.appLinkOf(notice), false, apps, work));
  for (const copy of group.copies) {
    work.log.diagnostics.push({ ...diagnostic('notice-twice', {}, { other: notice.path }), file: copy.path });
    const twin = gatherUnadopted(copy.text, copy.path, copy.document, copy.notice);
    adopted.push(await adoptNote(twin, linksOfCopy(twin, notice, apps.appLinkOf(notice)), true, apps, work));
  }
  return adopted;
}

async function adoptNote(one: NoticeInPlan, appLink: AppLinkOf, isCopy: boolean, apps: FoundApps, { notes, settings, log }: Work): Promise<AdoptedNotice> {
  const text = (await notes.read(one.path)) ?? '';
  const properties = [...noticeProperties(one.notice, settings, apps.related.linksOf(one.key)), ...adoptedTitle(text, one.notice, settings)];
  const { linked, properties: added } = await planAdoptedNote(one.path, one.adopted ?? NO_LISTS, properties, appLink, notes, settings, log);
  return { path: one.path, title: one.notice.title, kind: one.notice.kind === 'takedown' ? 'takedown' : 'infringement', linked, properties: added, isCopy };
}

/** The apps of a copy are those of the same rows of the first note; a row that is not there is none of them. */
function linksOfCopy(copy: NoticeInPlan, first: NoticeInPlan, linkOf: AppLinkOf): AppLinkOf {
  const rows = first.notice.lists.flatMap((list, l) => list.entries.map((entry, e) => ({ list: l, entry: e, no: entry.no, name: nameKey(entry.name) })));
  return (list, entry) => {
    const row = copy.notice.lists[list]?.entries[entry];
    if (row === undefined) return null;
    const named = rows.filter(({ name }) => name === nameKey(row.name));
    const same = named.find((one) => one.list === list && one.no === row.no) ?? (named.length === 1 ? named[0] : undefined);
    return same === undefined ? null : linkOf(same.list, same.entry);
  };
}

/** A note of the user that bears the name of an app stays what it is: the app's own note is named beside it. */
function reportHandKeptApps(apps: FoundApps, { snapshot, settings, log }: Work): void {
  const ours = new Set(snapshot.apps.map(({ path }) => path));
  const byName = new Map(snapshot.paths.filter((path) => /\.md$/i.test(path) && !ours.has(path)).map((path) => [baseName(path).toLowerCase(), path]));
  for (const app of apps.apps.filter(({ isNew }) => isNew)) {
    const path = byName.get(safeFileName(app.name, settings.fileNameBytes).toLowerCase());
    if (path !== undefined) log.diagnostics.push({ ...diagnostic('hand-kept-app', {}, { name: app.name, path }), file: path });
  }
}

/** The index pages that were found, and those of the settings that are there; none is made. One that the settings do not name lists all notices. */
function pagesToOrder(found: readonly string[], paths: readonly string[], { indexNote, indexPages, write }: Settings): readonly IndexPageSetting[] {
  const named = write.index ? [indexNote, ...indexPages.map(({ path }) => path)].filter((path) => paths.includes(path)) : [];
  return [...new Set([...found, ...named])].map((path) => indexPages.find((page) => page.path === path) ?? { path, agency: null, year: null });
}

/** Index items that lead to the copy of a notice mean the notice. */
function copiesAfter(snapshot: VaultSnapshot, groups: readonly NoteGroup[]): readonly KnownNotice[] {
  const adopted = groups.flatMap(({ copies }) => copies.map((copy) => knownOfPlan(gatherUnadopted(copy.text, copy.path, copy.document, copy.notice))));
  return [...snapshot.copies.filter(({ path }) => !adopted.some((one) => one.path === path)), ...adopted];
}

function noticesAfter(snapshot: VaultSnapshot, first: readonly NoticeInPlan[]): readonly KnownNotice[] {
  const known = new Set(first.map(({ key }) => key));
  return [...snapshot.notices.filter(({ key }) => !known.has(key)), ...first.map(knownOfPlan)];
}
