/**
 * Sources → Plan: the use case behind the command, the window and the command line.
 * bytes → Document → Notice → resolved → Plan; nothing is written here (see plan/apply-plan.ts).
 */
import { diagnostic, type Diagnostic } from './document/diagnostic';
import type { ReaderHost } from './document/document';
import { noticeKey } from './notice/notice-key';
import type { Notice } from './notice/notice';
import { readAppRecord } from './notes/app-note';
import { alignIdentities } from './plan/align-identities';
import { dropDeletedNotices } from './plan/deleted-notes';
import { NO_CHOICES, type FileChoices } from './plan/file-choices';
import { findApps, knownOfPlan, type FoundApps } from './plan/find-apps';
import { followMoves } from './plan/follow-moves';
import { noticeFinder, MISSING } from './plan/known-records';
import { originalsByNotice } from './plan/originals';
import type { KeptFile, Plan } from './plan/plan';
import { planAppNotes } from './plan/plan-apps';
import { campaignPath, planCampaignNote } from './plan/plan-campaign';
import { placesInIndexes } from './plan/places-in-indexes';
import { planIndexPages } from './plan/plan-index';
import { PlanLog } from './plan/plan-log';
import { contradictionDiagnostics, gatherNotice, planNoticeNote, withStated, type NoticeInPlan } from './plan/plan-notices';
import { readSources, type ImportSource, type OnProgress, type ReadSource } from './plan/read-sources';
import type { ReviewPair } from './plan/review-list';
import type { VaultPort } from './plan/vault-port';
import { takeSnapshot, type KnownNotice, type VaultSnapshot } from './plan/vault-snapshot';
import { WorkingNotes } from './plan/working-notes';
import type { Settings } from './settings';
import { watchedIn, type Occurrence, type WatchedHit } from './insight/watched';

export type { ImportSource, OnProgress };

/** What became of one source. */
export interface SourceReport {
  readonly fileName: string;
  /** What was understood; null where the source could not be read. */
  readonly notice: Notice | null;
  /** Vault path of the notice's note; null where none is made. */
  readonly path: string | null;
  /** `refused`: an error, see diagnostics. `skipped`: readable, but no notice. `left-out`: a notice that the user does not want. */
  readonly outcome: 'new' | 'known' | 'refused' | 'skipped' | 'left-out';
  readonly diagnostics: readonly Diagnostic[];
}

/** What an import would do, for a preview; nothing is written yet. */
export interface ImportReport {
  readonly plan: Plan;
  readonly sources: readonly SourceReport[];
  readonly apps: { readonly created: number; readonly updated: number; readonly listed: number };
  /** Pairs of apps that may be one, for a person to decide. */
  readonly review: readonly ReviewPair[];
  /** Watched apps and firms that occur in the sources: a report opens with them. */
  readonly watched: readonly WatchedHit[];
}

/** What the user chose for single files, and who is told of the progress. */
export interface ImportOptions extends Partial<FileChoices> {
  /** Told between two sources and two notes; what it throws ends the planning, which has changed nothing. */
  readonly onProgress?: OnProgress;
}

/** Plans the import of sources into a vault. One bad source never ends it: it is refused with its reasons, the others go on. */
export async function planImport(sources: readonly ImportSource[], vault: VaultPort, host: ReaderHost, given: Settings, options: ImportOptions = {}): Promise<ImportReport> {
  const { onProgress = () => undefined } = options;
  const choices: FileChoices = { ...NO_CHOICES, ...options };
  const asFound = await takeSnapshot(vault, given);
  const settings = followMoves(given, asFound);
  const { read, snapshot } = alignIdentities(await readSources(sources, host, asFound, settings, onProgress), asFound);
  const notes = new WorkingNotes(vault, snapshot.paths, choices.leaveOut);
  const log = new PlanLog();
  const planned = new Map<string, NoticeInPlan>();
  const firsts = new Set<ReadSource>();
  const places = await placesInIndexes(read.flatMap(({ notice, outcome }) => (notice === null || outcome !== 'read' ? [] : notice)), snapshot, notes, settings);
  for (const source of [...read].sort(byDate)) {
    if (source.notice === null || source.outcome !== 'read') continue;
    const key = noticeKey(source.notice);
    if (!planned.has(key) && !snapshot.notices.some((known) => known.key === key)) firsts.add(source);
    const one = await gatherNotice(source.notice, planned.get(key), snapshot, notes, settings, host, places);
    const { stated } = source.source;
    planned.set(key, stated === undefined ? one : withStated(one, source.notice, stated));
  }
  await onProgress('planning', 0, planned.size);
  const { planned: wanted, deleted } = await dropDeletedNotices([...planned.values()], snapshot, notes, choices.restore);
  for (const one of wanted) planned.set(one.key, one);
  const isLeftOut = (one: NoticeInPlan): boolean => one.isNew && choices.leaveOut.has(one.path);
  const all = wanted.filter((one) => !isLeftOut(one));
  const found = await findApps(all, snapshot, notes, settings, host, choices);
  for (const path of [...wanted.filter(isLeftOut).map((one) => one.path), ...found.leftOutApps]) log.leftOut.add(path);
  for (const path of [...deleted.values(), ...found.deletedApps]) log.deleted.push({ path, reason: 'deleted-by-user' });
  const originals = originalsByNotice(read, settings);
  for (const [i, one] of all.entries()) {
    await onProgress('planning', i, all.length);
    const copies = (originals.get(one.key) ?? []).filter(({ path }) => {
      if (choices.leaveOut.has(path)) log.leftOut.add(path);
      return !choices.leaveOut.has(path);
    });
    await planNoticeNote(one, { settings, appLink: found.appLinkOf(one), related: found.related.linksOf(one.key) }, copies, notes, log);
  }
  await found.relinkKnown(log);
  await found.related.updateKnown(settings, log);
  await planAppNotes(found.apps, snapshot, notes, settings, found.noticePath, log);
  const pages = read.filter((source) => source.outcome === 'page').flatMap((source) => source.notice ?? []);
  for (const page of pages) await planCampaignNote(page, campaignPath(page, settings), snapshot.paths, notes, settings, log);
  await planIndexPages(vault, { ...snapshot, notices: noticesAfter(snapshot.notices, all) }, notes, settings, log, pages.map((page) => campaignPath(page, settings)));

  return {
    plan: makePlan(notes, log, all),
    sources: read.map((source) => (source.outcome === 'page' ? reportPage(source, snapshot, settings) : reportSource(source, planned, firsts, deleted, choices.leaveOut))),
    apps: { created: found.apps.filter((a) => a.isNew).length, updated: found.apps.filter((a) => !a.isNew && a.added.length > 0).length, listed: all.reduce((sum, one) => sum + one.listings.length, 0) },
    review: found.review,
    watched: watchedIn(occurrencesOf(all, found), new Set(snapshot.apps.filter((app) => app.watched).map((app) => app.path)), settings.watchedDevelopers),
  };
}

function occurrencesOf(planned: readonly NoticeInPlan[], found: FoundApps): readonly Occurrence[] {
  return planned.flatMap((one) => one.listings.map((listing): Occurrence => ({ listing, app: found.appOf(listing), noticePath: one.path, deadline: one.notice.deadline, isNew: one.isNew })));
}

/** Plans the index pages alone: all notices of the vault in true order. */
export async function planIndex(vault: VaultPort, given: Settings): Promise<Plan> {
  const snapshot = await takeSnapshot(vault, given);
  const settings = followMoves(given, snapshot);
  const notes = new WorkingNotes(vault, snapshot.paths);
  const log = new PlanLog();
  await planIndexPages(vault, snapshot, notes, { ...settings, write: { ...settings.write, index: true } }, log);
  return makePlan(notes, log, []);
}

/** An app of the vault with its listings, as `apps` and a chooser show it. */
export interface ListedApp {
  /** Vault path of its note. */
  readonly path: string;
  /** The name of the app first, then its aliases. */
  readonly names: readonly string[];
  readonly developers: readonly string[];
  readonly listings: readonly { readonly notice: string; readonly title: string; readonly list: number; readonly no: number | null; readonly key: string }[];
}

/** All apps of a vault with their records; `notice` is the vault path of the notice's note. */
export async function listApps(vault: VaultPort, settings: Settings): Promise<readonly ListedApp[]> {
  const snapshot = await takeSnapshot(vault, settings);
  const find = noticeFinder(snapshot.notices, snapshot.copies);
  const paths = new Map(snapshot.notices.map((notice) => [notice.key, notice.path]));
  const apps: ListedApp[] = [];
  for (const { path, names, developers } of snapshot.apps) {
    const { listings } = readAppRecord(await vault.read(path), find);
    apps.push({ path, names, developers, listings: listings.map((l) => ({ notice: paths.get(l.notice.key) ?? l.notice.key.replace(MISSING, ''), title: l.notice.title, list: l.list, no: l.no, key: l.key })) });
  }
  return apps;
}

/** Oldest first, so that the same sources give the same notes in whatever order they are given. */
function byDate(a: ReadSource, b: ReadSource): number {
  const [x, y] = [sortKey(a), sortKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function sortKey(source: ReadSource): string {
  return source.notice === null ? '' : `${source.notice.date ?? '9999'} ${noticeKey(source.notice)}`;
}

function reportPage(source: ReadSource, snapshot: VaultSnapshot, settings: Settings): SourceReport {
  const path = source.notice === null ? null : campaignPath(source.notice, settings);
  const { fileName, notice, diagnostics } = source;
  return { fileName, notice, diagnostics, path, outcome: path !== null && snapshot.paths.includes(path) ? 'known' : 'new' };
}

/** @param firsts the sources whose words a new note keeps: they contradict nothing. */
function reportSource(source: ReadSource, planned: ReadonlyMap<string, NoticeInPlan>, firsts: ReadonlySet<ReadSource>, deleted: ReadonlyMap<string, string>, leaveOut: ReadonlySet<string>): SourceReport {
  const { fileName, notice, outcome, diagnostics } = source;
  const one = notice === null || (outcome !== 'read' && outcome !== 'part') ? undefined : planned.get(noticeKey(notice));
  const stood = one === undefined ? undefined : deleted.get(one.key);
  if (stood !== undefined) return { fileName, notice, path: null, outcome: 'known', diagnostics: [...diagnostics, diagnostic('note-deleted', {}, { path: stood })] };
  if (one === undefined) return { fileName, notice, diagnostics, path: null, outcome: outcome === 'skipped' ? 'skipped' : 'refused' };
  if (one.isNew && leaveOut.has(one.path)) return { fileName, notice, path: one.path, outcome: 'left-out', diagnostics };
  return { fileName, notice, path: one.path, outcome: one.isNew ? 'new' : 'known', diagnostics: [...diagnostics, ...(firsts.has(source) ? [] : contradictionDiagnostics(one)), ...(one.handKept === undefined ? [] : [diagnostic('hand-kept-notice', {}, { path: one.handKept })])] };
}

/** The notices that the vault will hold. */
function noticesAfter(known: readonly KnownNotice[], planned: readonly NoticeInPlan[]): readonly KnownNotice[] {
  return [...known, ...planned.filter((one) => one.isNew && one.notice.kind !== 'news').map(knownOfPlan)];
}

function makePlan(notes: WorkingNotes, log: PlanLog, planned: readonly NoticeInPlan[]): Plan {
  const changes = notes.changes();
  const changed = new Set(changes.map((change) => change.path));
  for (const path of notes.leftOut()) log.leftOut.add(path);
  const unchanged = planned.filter((one) => !changed.has(one.path) && !log.leftOut.has(one.path)).map((one): KeptFile => ({ path: one.path, reason: 'unchanged' }));
  return { changes, kept: [...log.damaged, ...log.deleted, ...[...log.leftOut].map((path): KeptFile => ({ path, reason: 'left-out' })), ...unchanged.filter((k) => !log.damaged.some((d) => d.path === k.path))], conflicts: log.conflicts, diagnostics: log.diagnostics };
}
