/** What the decisions of a user about apps work on: the vault as it will be, and app notes with their records. */
import type { Listing } from '../apps/listing';
import { diagnostic, type DiagnosticCode, type DiagnosticValues } from '../document/diagnostic';
import { readAppRecord, RECORD_ID, renderAppNote, type NoticeAt } from '../notes/app-note';
import type { DesiredNote } from '../notes/desired-note';
import { editedRegions, noteDamage } from '../notes/edited-regions';
import { baseName } from '../notes/file-names';
import { propertyLink } from '../notes/links';
import { mergeNote } from '../notes/managed-note';
import { readProperties, setProperties } from '../notes/properties';
import type { Settings } from '../settings';
import { followMoves } from './follow-moves';
import { indexHomonyms, type Homonyms, type NamedApp } from './homonyms';
import { appIdOf, MISSING, noticeFinder } from './known-records';
import { EMPTY_PLAN, type Plan } from './plan';
import { appRecord, type NoticePath } from './plan-apps';
import { PlanLog } from './plan-log';
import type { VaultPort } from './vault-port';
import { takeSnapshot, type KnownAppNote, type KnownNotice, type VaultSnapshot } from './vault-snapshot';
import { WorkingNotes } from './working-notes';

/** One object for one decision. */
export interface AppWork {
  readonly settings: Settings;
  readonly snapshot: VaultSnapshot;
  readonly notes: WorkingNotes;
  readonly log: PlanLog;
  readonly noticeAt: NoticeAt;
  readonly noticePath: NoticePath;
}

/** @param given the settings as they were saved; folders that the user moved since are followed, as an import does */
export async function openAppWork(vault: VaultPort, given: Settings): Promise<AppWork> {
  const snapshot = await takeSnapshot(vault, given);
  const settings = followMoves(given, snapshot);
  return { settings, snapshot, notes: new WorkingNotes(vault, snapshot.paths), log: new PlanLog(), noticeAt: noticeFinder(snapshot.notices, snapshot.copies), noticePath: noticePaths(snapshot.notices) };
}

/** Where the note of a notice is; of one that is gone, where it was. */
export function noticePaths(notices: readonly Pick<KnownNotice, 'key' | 'path'>[]): NoticePath {
  const paths = new Map(notices.map((notice) => [notice.key, notice.path]));
  return (ref) => (ref.key.startsWith(MISSING) ? `${ref.key.slice(MISSING.length)}.md` : (paths.get(ref.key) ?? null));
}

/** An app note that is to be changed. */
export interface AppState {
  readonly path: string;
  readonly note: KnownAppNote;
  /** The app's name, as the note's title has it. */
  readonly name: string;
  readonly text: string;
  readonly listings: readonly Listing[];
}

/** Why a decision cannot be carried out. */
export interface Refusal {
  readonly refused: { readonly code: DiagnosticCode; readonly path: string; readonly values: DiagnosticValues };
}

/** The answer that a decision cannot be carried out, and which note stands in the way. */
export function refuse(code: DiagnosticCode, path: string, values: DiagnosticValues = {}): Refusal {
  return { refused: { code, path, values } };
}

/** The plan that does nothing but say why. */
export function refusedPlan({ refused: { code, path, values } }: Refusal): Plan {
  return { ...EMPTY_PLAN, diagnostics: [{ ...diagnostic(code, {}, values), file: path }] };
}

/**
 * The plan of what was written so far. One that does nothing where a record could not be written, for half a decision is worse than none;
 * other notes that cannot be touched (homonyms) are only reported.
 */
export function finishPlan({ notes, log }: AppWork): Plan {
  const stuck = log.conflicts.find(({ part }) => part === RECORD_ID);
  if (stuck !== undefined) return refusedPlan(refuse('record-edited', stuck.path));
  return { changes: notes.changes(), kept: log.damaged, conflicts: log.conflicts, diagnostics: log.diagnostics };
}

/** Reads an app note that can be written: its markers are whole, and the user did not edit its record. */
export async function readAppState(path: string, work: AppWork): Promise<AppState | Refusal> {
  const note = work.snapshot.apps.find((app) => app.path === path);
  const text = note === undefined ? null : await work.notes.read(path);
  if (note === undefined || text === null) return refuse('not-an-app-note', path);
  const damage = noteDamage(text);
  if (damage !== null) return refuse('damaged-markers', path, { part: damage.replace(/^[a-z]+:/, '') });
  const { listings, unread } = readAppRecord(text, work.noticeAt);
  if (unread.length > 0 || editedRegions(text).has(RECORD_ID)) return refuse('record-edited', path);
  return { path, note, name: note.names[0] ?? baseName(path), text, listings };
}

/** What the note of an app should say. */
export function desiredApp(app: { readonly path: string; readonly name: string; readonly listings: readonly Listing[] }, homonyms: Homonyms, names: readonly string[], work: AppWork): DesiredNote {
  const record = appRecord({ id: appIdOf(app.path), name: app.name, listings: app.listings }, homonyms.of({ path: app.path, names }));
  return renderAppNote(record, { settings: work.settings, path: app.path, noticePath: work.noticePath });
}

/** Merges what an app note should say into its text, and takes down what the user's edits kept. */
export function mergeApp(text: string, path: string, desired: DesiredNote, work: AppWork): string {
  const merged = mergeNote(text, desired, work.notes.deadLinksOf(path));
  work.log.merged(path, merged);
  return merged.text;
}

/** Homonyms among the apps of the vault, some of them changed, new or gone (null). */
export function homonymsAfter(changed: ReadonlyMap<string, readonly string[] | null>, work: AppWork): Homonyms {
  const apps = new Map<string, NamedApp>(work.snapshot.apps.map(({ path, names }) => [path, { path, names }]));
  for (const [path, names] of changed) {
    if (names === null) apps.delete(path);
    else apps.set(path, { path, names });
  }
  return indexHomonyms([...apps.values()]);
}

/** The items of a list property as text. */
export function listOf(text: string, property: string): readonly string[] {
  const value = readProperties(text)?.[property];
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(String);
}

/** Sets the items of a list property; an empty list takes the property away. */
export function withList(text: string, property: string, items: readonly string[]): string {
  const unique = [...new Set(items)];
  return setProperties(text, new Map([[property, unique.length === 0 ? null : unique]])) ?? text;
}

/** Says of a note that it is not the same as the one at `other`. */
export function withApart(text: string, other: string, work: AppWork): string {
  const property = work.settings.propertyNames.notSameAs;
  const items = listOf(text, property);
  return items.some((item) => leadsTo(item, other)) ? text : withList(text, property, [...items, propertyLink(other, baseName(other))]);
}

/** Takes the links to a note out of 不同于. */
export function withoutApart(text: string, other: string, work: AppWork): string {
  const property = work.settings.propertyNames.notSameAs;
  const items = listOf(text, property);
  const kept = items.filter((item) => !leadsTo(item, other));
  return kept.length === items.length ? text : withList(text, property, kept);
}

/** Whether a property link, or a bare name, means the note at `path`. */
export function leadsTo(link: string, path: string): boolean {
  const target = (/^\[\[([^\]|#]+)/.exec(link)?.[1] ?? link).trim().replace(/^\//, '').replace(/\.md$/i, '').toLowerCase();
  const wanted = path.replace(/\.md$/i, '').toLowerCase();
  return target === wanted || target === baseName(wanted);
}
