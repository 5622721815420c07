/** An app and its listings → the note of the app. */
import type { AppId, Listing, NoticeRef } from '../apps/listing';
import { NOTE_WORDS } from '../notice/note-words';
import type { Settings } from '../settings';
import { compareListings, recordTable, RECORD_ID } from './app-record';
import { regionIn, type DesiredNote, type DesiredProperty } from './desired-note';
import { baseName } from './file-names';
import { foreignProperty, propertyLink } from './links';
import { NOTE_CLASS, NOTE_TYPES } from './note-types';
import { calloutLines } from './table-lines';

export { readAppRecord, RECORD_ID, type NoticeAt, type ReadRecord } from './app-record';

/** An app as its note tells it. */
export interface AppRecord {
  readonly id: AppId;
  /** The name that the note bears. */
  readonly name: string;
  /** Other names that lists have used. */
  readonly aliases: readonly string[];
  readonly developers: readonly string[];
  readonly listings: readonly Listing[];
  /** Notes of other apps of the same name. */
  readonly homonyms: readonly { readonly path: string; readonly name: string }[];
  /** The user's own property 不同于: read for identity, never written. */
  readonly notSameAs: readonly string[];
}

/** What the text of an app note depends on beside the app. */
export interface AppNoteContext {
  readonly settings: Settings;
  /** Vault path of the app's own note. */
  readonly path: string;
  /** Vault path of the note of a notice; null where it has none. */
  readonly noticePath: (notice: NoticeRef) => string | null;
}

/** Value of the property 状态: named, taken down, or named again after that, by the dates of its listings. */
export type AppStatus = '已通报' | '已下架' | '下架后再被通报';

/** What the note of an app should say. 关注 and 不同于 are the user's and not among it. */
export function renderAppNote(app: AppRecord, context: AppNoteContext): DesiredNote {
  const { linkStyle, noteLanguage } = context.settings;
  return {
    properties: appProperties(app, context),
    parts: [
      regionIn(noteLanguage, { id: RECORD_ID, policy: 'replace' }, (language) => calloutLines('abstract', NOTE_WORDS.record[language], recordTable(app.listings, context.noticePath, { linkStyle, noteLanguage: language }))),
      { kind: 'text', markdown: `## ${NOTE_WORDS.ownNotes[noteLanguage]}` },
    ],
  };
}

function appProperties(app: AppRecord, context: AppNoteContext): readonly DesiredProperty[] {
  const names = context.settings.propertyNames;
  const listings = [...app.listings].sort(compareListings);
  const dates = listings.flatMap((listing) => listing.notice.date ?? []);
  const isNamedByFile = baseName(context.path) === app.name;
  const otherNames = [...(isNamedByFile ? [] : [app.name]), ...app.aliases].map(foreignProperty);
  const problems = unique(listings.flatMap((listing) => listing.packages.flatMap((one) => one.problems)));
  const replace = (name: string, value: DesiredProperty['value']): DesiredProperty => ({ name, value: Array.isArray(value) && value.length === 0 ? null : value, policy: 'replace' });
  const unite = (name: string, value: readonly string[]): DesiredProperty => ({ name, value: value.length === 0 ? null : unique(value), policy: 'union' });
  return [
    // Always there: renaming the file must not take the app's name from it.
    { name: 'title', value: foreignProperty(app.name), policy: 'fill' },
    unite('aliases', otherNames),
    ...(context.settings.write.cssclasses ? [unite('cssclasses', [NOTE_CLASS])] : []),
    replace(names.type, NOTE_TYPES.app),
    unite(names.developers, app.developers.map(foreignProperty)),
    replace(names.timesNamed, countNotices(listings, 'infringement')),
    replace(names.timesTakenDown, countNotices(listings, 'takedown')),
    replace(names.firstNamed, dates[0] ?? null),
    replace(names.lastNamed, dates[dates.length - 1] ?? null),
    replace(names.appStatus, appStatus(listings)),
    replace(names.problems, problems),
    replace(names.homonyms, app.homonyms.map(({ path, name }) => propertyLink(path, name))),
  ];
}

/** What a note should say beside a record that the user edited: the figures that were counted from the record stay as they are with it, for rows of it may be beyond reading. */
export function withoutFigures(desired: DesiredNote, { propertyNames: names }: Settings): DesiredNote {
  const figures = new Set([names.timesNamed, names.timesTakenDown, names.firstNamed, names.lastNamed, names.appStatus, names.problems]);
  return { ...desired, properties: desired.properties.filter(({ name }) => !figures.has(name)) };
}

/** Notices that name the app, not rows: two packages in two lists of one notice count once. */
function countNotices(listings: readonly Listing[], kind: 'infringement' | 'takedown'): number {
  return new Set(listings.filter((listing) => listing.notice.kind === kind).map((listing) => listing.notice.key)).size;
}

/**
 * What has become of the app. On one day the takedown is the later word; without a date a notice does not count as later.
 */
export function appStatus(listings: readonly Listing[]): AppStatus | null {
  const days = (kind: 'infringement' | 'takedown'): readonly string[] => listings.filter((listing) => listing.notice.kind === kind).map((listing) => listing.notice.date ?? '');
  const named = days('infringement');
  const takenDown = days('takedown');
  if (takenDown.length === 0) return named.length === 0 ? null : '已通报';
  const last = takenDown.reduce((a, b) => (a > b ? a : b));
  return last !== '' && named.some((day) => day > last) ? '下架后再被通报' : '已下架';
}

function unique(items: readonly string[]): readonly string[] {
  return Array.from(new Set(items));
}
