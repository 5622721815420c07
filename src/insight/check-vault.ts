/**
 * A check of the whole vault: what a person should look at, as data. Nothing is written.
 * Notices, apps and news are opened, each once; of the user's own notes only those that are called as notices are.
 */
import { compareText } from '../document/compare-text';
import { diagnostic, severityOf, type Severity } from '../document/diagnostic';
import type { ReaderHost } from '../document/document';
import { findDeletedApps } from '../plan/deleted-notes';
import { knownApp } from '../plan/known-records';
import { targetFinder } from '../plan/link-targets';
import type { FileDiagnostic } from '../plan/plan';
import { entryKeysOf } from '../plan/plan-notices';
import { reviewApps, type ReviewPair } from '../plan/review-list';
import type { VaultPort } from '../plan/vault-port';
import type { VaultSnapshot } from '../plan/vault-snapshot';
import type { Settings } from '../settings';
import { checkChain } from './checks/chain';
import { checkCopiedLists, checkCounts } from './checks/counts';
import { checkFigures, describeFigures, figuresOfNews, type FigureCheck } from './checks/figures';
import { checkIndexPages } from './checks/index-pages';
import { checkKeptByHand } from './checks/kept-by-hand';
import { checkBrokenNotes, checkNote, damagedMarker, type OwnNote } from './checks/notes';
import { checkNumbering } from './checks/numbering';
import { checkRecords } from './checks/records';
import { readVault, type ReadingOptions, type ReadVault } from './read-vault';

/** What a check found, and how much it looked at. */
export interface VaultCheck {
  /** Errors first, then warnings, then notes; within each by file. */
  readonly findings: readonly FileDiagnostic[];
  readonly counts: {
    readonly notices: number;
    /** Entries of their lists. */
    readonly entries: number;
    readonly apps: number;
    readonly news: number;
    readonly findings: Readonly<Record<Severity, number>>;
  };
  /** Figures of news line by line, the agreeing ones too. */
  readonly figures: readonly FigureCheck[];
  /** Pairs of apps that may be one. */
  readonly review: readonly ReviewPair[];
  /** False where the check was stopped: then nothing but what was read is said. */
  readonly isComplete: boolean;
}

/** Checks a vault. */
export async function checkVault(vault: VaultPort, settings: Settings, host: ReaderHost, options: ReadingOptions = {}): Promise<VaultCheck> {
  const found = await readVault(vault, settings, host, options);
  const { snapshot, notes, notices, apps } = found;
  // Half of a vault would seem to lack the other half.
  if (!found.isComplete) return summarise(found, [], [], []);
  const find = targetFinder(snapshot.paths);
  const others = await readOthers(found);
  const known = new Set([...notices.map(({ known: { path } }) => path), ...apps.map(({ note }) => note.path), ...others.map(({ path }) => path)]);
  const own: readonly OwnNote[] = [...notices.map(({ known: { path }, text, read }) => ({ path, text, cellLinks: read.linkedApps })), ...apps.map(({ note: { path }, text }) => ({ path, text })), ...others];
  const deletedApp = await findDeletedApps(notices.map(({ read }) => read), entryKeysOf, find, notes, settings);
  const figures = checkFigures(await figuresOfNews(snapshot.news, notes, host), notices);
  const whole = notices.filter(({ text }) => damagedMarker(text) === null);
  const wholeApps = apps.filter(({ text }) => damagedMarker(text) === null);
  const findings = [
    ...checkNumbering(snapshot.notices),
    ...checkCounts(whole, settings, host),
    ...checkCopiedLists(whole),
    ...checkCopies(snapshot),
    ...checkChain(notices, wholeApps),
    ...checkRecords(whole, wholeApps, settings, deletedApp),
    ...own.flatMap((note) => checkNote(note, find, settings)),
    ...(await checkBrokenNotes(known, snapshot, notes, settings)),
    ...(await checkKeptByHand(known, snapshot, notes, host, settings)),
    ...(await checkIndexPages(vault, snapshot, settings)),
    ...describeFigures(figures),
  ];
  return summarise(found, findings, figures, reviewApps(apps.map(({ note, listings }) => knownApp(note, listings, snapshot)), snapshot));
}

/** News, and second notes of notices: their markers and links are checked, too. */
async function readOthers({ snapshot: { copies, news }, notes }: ReadVault): Promise<readonly OwnNote[]> {
  const others: OwnNote[] = [];
  for (const { path } of [...news, ...copies]) others.push({ path, text: (await notes.read(path)) ?? '' });
  return others;
}

/** One notice in two notes: a copy of one that the user adopted on purpose, or a file that sync doubled. */
function checkCopies({ notices, copies }: VaultSnapshot): readonly FileDiagnostic[] {
  const first = new Map(notices.map(({ key, path }) => [key, path]));
  return copies.map(({ key, path }) => ({ ...diagnostic('notice-twice', {}, { other: first.get(key) ?? key }), file: path }));
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

function summarise({ snapshot, notices, apps, isComplete }: ReadVault, all: readonly FileDiagnostic[], figures: readonly FigureCheck[], review: readonly ReviewPair[]): VaultCheck {
  const unique = new Map(all.map((each) => [JSON.stringify([each.file, each.code, each.place, each.values]), each]));
  const findings = [...unique.values()].sort((a, b) => RANK[severityOf(a)] - RANK[severityOf(b)] || compareText(a.file, b.file));
  const of = (severity: Severity): number => findings.filter((each) => severityOf(each) === severity).length;
  return {
    findings, figures, review, isComplete,
    counts: {
      notices: notices.length, entries: notices.reduce((sum, { read }) => sum + read.listings.length, 0), apps: apps.length, news: snapshot.news.length,
      findings: { error: of('error'), warning: of('warning'), note: of('note') },
    },
  };
}
