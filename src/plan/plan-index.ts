/** The index page: all notices of the vault in true order. */
import { renderIndexNote, type IndexedNotice } from '../notes/index-note';
import { diagnostic } from '../document/diagnostic';
import type { Settings } from '../settings';
import { refOfKnown } from './known-records';
import type { PlanLog } from './plan-log';
import { baseName, type KnownNotice } from './vault-snapshot';
import type { WorkingNotes } from './working-notes';

/** How the series of notices begins whose agency is not said. */
const UNKNOWN_AGENCY = 'unknown-';

const MOST_NAMED = 3;

/** Puts the given notices into the index page; no page is made where there is none to list. */
export async function planIndexNote(notices: readonly KnownNotice[], notes: WorkingNotes, settings: Settings, log: PlanLog, path: string = settings.indexNote): Promise<void> {
  const existing = await notes.read(path);
  if (existing === null && notices.length === 0) return;
  const indexed: IndexedNotice[] = notices.map((notice) => ({ ref: refOfKnown(notice), path: notice.path }));
  const agencies = new Map(notices.map(({ series, agency }) => [series, agency ?? (series.startsWith(UNKNOWN_AGENCY) ? null : series)]));
  const result = renderIndexNote(existing, indexed, { path, title: baseName(path), agencyOf: (series) => agencies.get(series) ?? null });
  if (result.damage !== null) {
    log.damage(path, result.damage);
    return;
  }
  const gone = result.unknown.map(({ title }) => title);
  // A page of a campaign can list dozens of notices that are still to come: one line says it.
  if (gone.length > MOST_NAMED) log.diagnostics.push({ ...diagnostic('index-entries-without-note', {}, { count: gone.length, titles: gone.slice(0, MOST_NAMED).join('、') }), file: path });
  else for (const title of gone) log.diagnostics.push({ ...diagnostic('index-entry-without-note', {}, { title }), file: path });
  if (result.text !== existing) await notes.write(path, result.text);
}
