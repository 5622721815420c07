/** Every row of every list as data, with where it comes from: what an export is made of. */
import type { ReaderHost } from '../document/document';
import type { EntryType, NoticeKind, Package, SourceRow } from '../notice/notice';
import { displayText } from '../notes/inline-text';
import type { VaultPort } from '../plan/vault-port';
import type { Settings } from '../settings';
import { readVault, type ReadingOptions, type ReadNotice } from './read-vault';

/** One package of one entry of one list. Entries are the rows with `package` 1. Null means absent or empty. */
export interface ExportRow {
  /** The app that the entry is recorded for, and the vault path of its note; null where no note records it. */
  readonly app: string | null;
  readonly appNote: string | null;
  /** As the list has it. */
  readonly name: string;
  readonly type: EntryType;
  readonly category: string | null;
  readonly developer: string | null;
  readonly source: string | null;
  readonly version: string | null;
  /** Canonical labels; the words of the source are in `cells`. */
  readonly problems: readonly string[];
  /** Title of the notice. */
  readonly notice: string;
  readonly series: string;
  readonly kind: NoticeKind;
  /** Who published the list. */
  readonly agency: string | null;
  /** `year`, `number` and `total` of the notice's batch 批次: see `Batch`. */
  readonly year: number | null;
  readonly number: number | null;
  readonly total: number | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** `YYYY-MM-DD`. */
  readonly deadline: string | null;
  /** Number of the list in the notice, from 1, with its heading; 序号 of the entry; number of the package in the entry, from 1. */
  readonly list: number;
  readonly caption: string | null;
  readonly no: number | null;
  readonly package: number;
  /** Names the entry: `miit-infringement:10#1#7`. */
  readonly key: string;
  /** Vault path of the notice's note. */
  readonly noticeNote: string;
  readonly urls: readonly string[];
  /** Heading and cell of every row of the source that speaks of the package, as they are shown. */
  readonly cells: readonly (readonly [heading: string, cell: string])[];
}

/** A notice of an export; null for what its note does not say. Days are `YYYY-MM-DD`. */
export interface ExportNotice {
  /** Title of the notice. */
  readonly notice: string;
  readonly series: string;
  readonly kind: NoticeKind;
  readonly agency: string | null;
  readonly date: string | null;
  readonly signedDate: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly total: number | null;
  readonly deadline: string | null;
  /** How many apps the notice says it names. */
  readonly stated: number | null;
  readonly lists: number;
  /** How many entries its lists have. */
  readonly entries: number;
  /** Vault path of its note. */
  readonly noticeNote: string;
  readonly urls: readonly string[];
}

/** Everything that an export holds. */
export interface ExportData {
  /** Notices series by series in true order, the rows of each as they are listed. */
  readonly rows: readonly ExportRow[];
  readonly notices: readonly ExportNotice[];
  /** False where the reading was stopped before its end. */
  readonly isComplete: boolean;
}

/** Reads all rows of a vault. What notes of the user tell of notices counts where they were adopted. */
export async function exportRows(vault: VaultPort, settings: Settings, host: ReaderHost, options: ReadingOptions = {}): Promise<ExportData> {
  const { notices, apps, isComplete } = await readVault(vault, settings, host, options);
  const appOf = new Map<string, { readonly app: string; readonly appNote: string }>();
  for (const { note, listings } of apps) for (const { key } of listings) if (!appOf.has(key)) appOf.set(key, { app: note.names[0] ?? '', appNote: note.path });
  return {
    rows: notices.flatMap((one) => rowsOf(one, (key) => appOf.get(key) ?? { app: null, appNote: null })),
    notices: notices.map(exportNotice),
    isComplete,
  };
}

function rowsOf({ known, read }: ReadNotice, appOf: (key: string) => Pick<ExportRow, 'app' | 'appNote'>): readonly ExportRow[] {
  const { notice, listings } = read;
  const entries = notice.lists.flatMap((list) => list.entries.map((entry) => ({ list, entry })));
  return listings.flatMap((listing, i): readonly ExportRow[] => {
    const found = entries[i];
    if (found === undefined) return [];
    const { list, entry } = found;
    return [entry, ...entry.packages].map((one: Package, p): ExportRow => ({
      ...appOf(listing.key),
      name: entry.name, type: entry.type, category: entry.category,
      developer: one.developer, source: one.source, version: one.version, problems: one.problems,
      notice: known.title, series: known.series, kind: known.kind, agency: list.agency,
      ...batchOf(known), date: known.date, deadline: notice.deadline?.date ?? null,
      list: listing.list, caption: list.caption, no: entry.no, package: p + 1, key: listing.key,
      noticeNote: known.path, urls: notice.urls, cells: one.rows.flatMap(shownCells),
    }));
  });
}

function batchOf({ batch }: ReadNotice['known']): Pick<ExportRow, 'year' | 'number' | 'total'> {
  return { year: batch?.year ?? null, number: batch?.number ?? null, total: batch?.total ?? null };
}

function shownCells({ cells, markup }: SourceRow): ExportRow['cells'] {
  return cells.map(([heading, cell]) => [heading, markup === true ? displayText(cell) : cell.replace(/<br\s*\/?>/gi, '\n')] as const);
}

function exportNotice({ known, read: { notice } }: ReadNotice): ExportNotice {
  return {
    notice: known.title, series: known.series, kind: known.kind, agency: known.agency, date: known.date, signedDate: known.signedDate,
    ...batchOf(known), deadline: notice.deadline?.date ?? null, stated: notice.statedCount?.number ?? known.statedCount,
    lists: notice.lists.length, entries: notice.lists.reduce((sum, list) => sum + list.entries.length, 0), noticeNote: known.path, urls: notice.urls,
  };
}
