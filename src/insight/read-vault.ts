/** The whole vault read once: every notice with its lists, every app with its record. What a check and an export work on. */
import type { Listing } from '../apps/listing';
import type { ReaderHost } from '../document/document';
import { readAppRecord } from '../notes/app-note';
import { sortNotices } from '../notes/notice-order';
import { noticeFinder, refOfKnown } from '../plan/known-records';
import { readKnownNotice, type NoticeInPlan } from '../plan/plan-notices';
import type { VaultPort } from '../plan/vault-port';
import { takeSnapshot, type KnownAppNote, type KnownNotice, type VaultSnapshot } from '../plan/vault-snapshot';
import { WorkingNotes } from '../plan/working-notes';
import type { Settings } from '../settings';

/** A notice as its note says it. */
export interface ReadNotice {
  readonly known: KnownNotice;
  readonly text: string;
  readonly read: NoticeInPlan;
}

/** An app note with its record, as it was read. */
export interface ReadApp {
  readonly note: KnownAppNote;
  readonly text: string;
  readonly listings: readonly Listing[];
  /** Rows of its record that are no longer understood. */
  readonly unread: readonly string[];
}

/** All that a check or an export looks at. */
export interface ReadVault {
  readonly snapshot: VaultSnapshot;
  /** The notes as they were found; each was read once. */
  readonly notes: WorkingNotes;
  /** One note a notice, series by series in true order. */
  readonly notices: readonly ReadNotice[];
  readonly apps: readonly ReadApp[];
  /** False where the reading was stopped before its end. */
  readonly isComplete: boolean;
}

/** Who is told of the progress (in notes), and who may stop it. */
export interface ReadingOptions {
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between notes. */
  readonly shouldStop?: () => boolean;
}

/** So many notes are asked for at a time: a host answers many questions nearly as fast as one. */
const AT_ONCE = 64;

/** Reads all notices and apps of a vault. Notes of the user's own are not opened. */
export async function readVault(vault: VaultPort, settings: Settings, host: ReaderHost, { onProgress, shouldStop }: ReadingOptions = {}): Promise<ReadVault> {
  const snapshot = await takeSnapshot(vault, settings);
  const notes = new WorkingNotes(vault, snapshot.paths);
  const noticeAt = noticeFinder(snapshot.notices, snapshot.copies);
  const byKey = new Map(snapshot.notices.map((known) => [known.path, known]));
  const ordered = sortNotices(snapshot.notices.map((known) => ({ ...refOfKnown(known), path: known.path }))).flatMap(({ path }) => byKey.get(path) ?? []);
  const total = ordered.length + snapshot.apps.length;
  const notices: ReadNotice[] = [];
  const apps: ReadApp[] = [];
  const isStopped = (): boolean => shouldStop?.() === true;
  const report = (): void => onProgress?.(notices.length + apps.length, total);
  for (const [known, text] of readEach(ordered)) {
    if (isStopped()) break;
    notices.push({ known, text: await text, read: await readKnownNotice(known, notes, host) });
    report();
  }
  for (const [note, text] of readEach(snapshot.apps)) {
    if (isStopped()) break;
    const found = await text;
    apps.push({ note, text: found, ...readAppRecord(found, noticeAt) });
    report();
  }
  return { snapshot, notes, notices, apps, isComplete: notices.length + apps.length === total };

  function* readEach<T extends { readonly path: string }>(all: readonly T[]): Generator<readonly [T, Promise<string>]> {
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const asked = all.slice(at, at + AT_ONCE).map((one) => [one, notes.read(one.path).then((text) => text ?? '')] as const);
      yield* asked;
    }
  }
}
