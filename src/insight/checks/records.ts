/** The records of apps against the lists of the notices: what stands in one and not in the other. */
import type { Listing, ListingKey } from '../../apps/listing';
import { diagnostic, type Diagnostic } from '../../document/diagnostic';
import { readProperties } from '../../notes/properties';
import type { DeletedApp } from '../../plan/deleted-notes';
import type { FileDiagnostic } from '../../plan/plan';
import type { Settings } from '../../settings';
import type { ReadApp, ReadNotice } from '../read-vault';
import { nameSome } from './name-some';

/** @param deletedApp where notes stood that the user deleted: their entries are recorded nowhere, and rightly so */
export function checkRecords(notices: readonly ReadNotice[], apps: readonly ReadApp[], settings: Settings, deletedApp: DeletedApp): readonly FileDiagnostic[] {
  const listed = new Map(notices.flatMap(({ read }) => read.listings.map((listing) => [listing.key, listing] as const)));
  const known = new Set(notices.map(({ known: { key } }) => key));
  const recordedIn = new Map<ListingKey, string>();
  // The plainest path has the row by right: a file that sync doubled bears a longer name.
  const ordered = [...apps].sort((a, b) => a.note.path.length - b.note.path.length || (a.note.path < b.note.path ? -1 : 1));
  for (const { note, listings } of ordered) for (const { key } of listings) if (!recordedIn.has(key)) recordedIn.set(key, note.path);
  const ofApps = apps.flatMap((app) => checkApp(app, listed, known, recordedIn, settings).map((each) => ({ ...each, file: app.note.path })));
  // Where only notable apps have notes, a row without one is what was asked for.
  const ofNotices = settings.appNotes === 'notable' ? [] : notices.flatMap((one) => checkNotice(one, recordedIn, deletedApp));
  return [...ofNotices, ...ofApps];
}

function checkNotice({ known, read }: ReadNotice, recordedIn: ReadonlyMap<ListingKey, string>, deletedApp: DeletedApp): readonly FileDiagnostic[] {
  const missing = read.listings.filter(({ key }) => !recordedIn.has(key) && deletedApp(key) === null);
  if (missing.length === 0) return [];
  const [first] = missing;
  const place = missing.length > 1 || first === undefined ? {} : { list: first.list, ...(first.no === null ? {} : { row: first.no }) };
  return [{ ...diagnostic('rows-not-recorded', place, { count: missing.length, names: nameSome(missing.map(({ name }) => name)) }), file: known.path }];
}

function checkApp({ note, text, listings, unread }: ReadApp, listed: ReadonlyMap<ListingKey, Listing>, known: ReadonlySet<string>, recordedIn: ReadonlyMap<ListingKey, string>, settings: Settings): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const unlisted = listings.filter(({ key, notice }) => known.has(notice.key) && !listed.has(key));
  if (unlisted.length > 0) found.push(diagnostic('record-rows-unlisted', {}, { count: unlisted.length, rows: nameSome(unlisted.map(rowName)) }));
  const others = new Map<string, Listing[]>();
  for (const listing of listings) {
    const other = recordedIn.get(listing.key) ?? note.path;
    if (other !== note.path) others.set(other, [...(others.get(other) ?? []), listing]);
  }
  for (const [other, rows] of others) found.push(diagnostic('recorded-twice', {}, { other, count: rows.length, rows: nameSome(rows.map(rowName)) }));
  for (const listing of listings) {
    const original = listed.get(listing.key);
    const difference = original === undefined ? null : firstDifference(listing, original);
    if (difference !== null) found.push(diagnostic('record-row-differs', {}, { ...difference, row: rowName(listing) }));
  }
  if (unread.length > 0) found.push(diagnostic('record-unread', {}, { count: unread.length }));
  return [...found, ...checkNumbers(text, listings, settings)];
}

/** Of a row that cannot be read nothing can be counted. */
function checkNumbers(text: string, listings: readonly Listing[], { propertyNames }: Settings): readonly Diagnostic[] {
  const properties = readProperties(text);
  const counts = [['infringement', propertyNames.timesNamed], ['takedown', propertyNames.timesTakenDown]] as const;
  return counts.flatMap(([kind, property]) => {
    const stated = properties?.[property];
    const read = new Set(listings.flatMap(({ notice }) => (notice.kind === kind ? [notice.key] : []))).size;
    return (typeof stated !== 'number' && typeof stated !== 'string') || Number(stated) === read ? [] : [diagnostic('record-count-differs', {}, { property, stated, read })];
  });
}

/** Name, then the first package's developer and version; a cell of a record cannot hold every line break. */
function firstDifference(recorded: Listing, listed: Listing): { readonly recorded: string; readonly listed: string } | null {
  const values = ({ name, packages: [first] }: Listing): readonly string[] => [name, first.developer ?? '', first.version ?? ''].map((value) => value.replace(/\s+/g, ' ').trim());
  const [a, b] = [values(recorded), values(listed)];
  const at = a.findIndex((value, i) => value !== b[i]);
  return at === -1 ? null : { recorded: a[at] ?? '', listed: b[at] ?? '' };
}

/** `总第10批 名单1 №7` */
function rowName({ notice, list, no }: Listing): string {
  return [notice.label === '' ? notice.title : notice.label, `名单${list}`, ...(no === null ? [] : [`№${no}`])].join(' ');
}
