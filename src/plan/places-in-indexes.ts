/** Where the index pages of a vault already lead for notices that have no note yet: someone who keeps pages by hand gave the note its name. */
import { noticeKey } from '../notice/notice-key';
import { listsApps, type Notice } from '../notice/notice';
import { baseName, safeFileName } from '../notes/file-names';
import type { IndexedNotice } from '../notes/index-match';
import { readPageLists } from '../notes/index-page';
import { readPageLines } from '../notes/index-page-lines';
import type { Settings } from '../settings';
import { refOfKnown } from './known-records';
import { noticePlace, plainNoticePath } from './notice-paths';
import { folderOf } from './paths';
import { type VaultSnapshot } from './vault-snapshot';
import type { WorkingNotes } from './working-notes';

/** The longest name that file systems take, in UTF-8 bytes with `.md`; the user's own names may be longer than ours. */
const MOST_BYTES = 240;

/**
 * Vault paths by the keys of notices: a new note stands where a link of an index page leads, so that the link is alive and the page
 * stays as it is. Only in folders that the vault or the settings have: addresses of a web site make no folders.
 */
export async function placesInIndexes(notices: readonly Notice[], snapshot: VaultSnapshot, notes: WorkingNotes, settings: Settings): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  const known = new Set(snapshot.notices.map(({ key }) => key));
  const fresh = notices.filter((notice) => listsApps(notice.kind) && !known.has(noticeKey(notice)));
  if (fresh.length === 0) return places;
  const expected = new Map(fresh.map((notice): [IndexedNotice, Notice] => {
    const path = plainNoticePath(notice, settings);
    return [{ ref: refOfKnown({ ...notice, key: noticeKey(notice), path, statedCount: null, related: [] }), path }, notice];
  }));
  const listed = [...snapshot.notices.map((notice): IndexedNotice => ({ ref: refOfKnown(notice), path: notice.path })), ...expected.keys()];
  const agencies = new Map([...snapshot.notices, ...fresh].map(({ series, agency }) => [series, agency]));
  const folders = new Set(snapshot.paths.map(folderOf));
  const taken = (path: string): boolean => notes.takenPaths.has(path.toLowerCase());
  for (const { path, agency } of [{ path: settings.indexNote, agency: null }, ...settings.indexPages]) {
    const text = await notes.read(path);
    if (text === null) continue;
    const lists = readPageLists(readPageLines(text), text, listed, { path, title: baseName(path), agency, agencyOf: (series) => agencies.get(series) ?? null, files: { exists: taken, countName: () => 1 } });
    for (const { item, notice, fault } of lists.flatMap(({ matched }) => matched)) {
      const meant = notice === null ? undefined : expected.get(notice);
      if (meant === undefined || fault !== null || item.targets.some(taken)) continue;
      const place = item.targets.find((target) => isPlace(target, meant, folders, settings));
      if (place !== undefined && !places.has(noticeKey(meant)) && ![...places.values()].includes(place)) places.set(noticeKey(meant), place);
    }
  }
  return places;
}

/** Whether a note may be made there: in a folder that is there or is set for its kind, under a name that every device takes. */
function isPlace(target: string, notice: Notice, folders: ReadonlySet<string>, settings: Settings): boolean {
  const folder = folderOf(target);
  const name = baseName(target);
  return target === target.normalize('NFC') && /\.md$/.test(target) && (folders.has(folder) || folder === noticePlace(notice, settings).folder) && safeFileName(name, MOST_BYTES) === name;
}
