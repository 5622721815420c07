/** What later steps need to know of a notice without opening its note. */
import { noticeLabel } from '../notice/notice-key';
import { originalUrl } from '../notice/agencies';
import { listsApps, type Notice } from '../notice/notice';
import type { Settings } from '../settings';
import type { DesiredProperty } from './desired-note';
import { foreignProperty, propertyLink, webAddress } from './links';
import { NOTE_CLASS, NOTE_TYPES } from './note-types';
import type { PropertyValue } from './properties';

/** A note and how a link to it reads. */
export interface NoteLink {
  readonly path: string;
  readonly display: string;
}

/** Properties of the note of a notice, in the order in which they are written. What the settings leave out is not among them: a note that has it keeps it. */
export function noticeProperties(notice: Notice, { propertyNames: names, write }: Pick<Settings, 'propertyNames' | 'write'>, related: readonly NoteLink[]): readonly DesiredProperty[] {
  const { original, archived } = sortAddresses(notice.urls);
  const { batch } = notice;
  const listed = notice.lists.reduce((sum, list) => sum + list.entries.length, 0);
  const fill = (name: string, value: PropertyValue | null): DesiredProperty => ({ name, value: cleanValue(value), policy: 'fill' });
  const unite = (name: string, value: readonly string[]): DesiredProperty => ({ name, value: value.length === 0 ? null : value, policy: 'union' });
  return [
    fill('title', notice.title),
    ...(write.aliases ? [unite('aliases', aliasesOf(notice))] : []),
    ...(write.tags ? [unite('tags', tagsOf(notice))] : []),
    ...(write.cssclasses ? [unite('cssclasses', [NOTE_CLASS])] : []),
    fill(names.type, noteTypeOf(notice)),
    // A later source may name the issuing body that the first left out.
    { name: names.series, value: notice.series, policy: 'replace' },
    fill(names.date, notice.date),
    fill(names.signedDate, notice.signedDate),
    fill(names.yearBatch, batch?.year == null || batch.number === null ? null : `${batch.year}-${String(batch.number).padStart(2, '0')}`),
    fill(names.totalBatch, batch?.total ?? null),
    fill(names.agency, notice.agency),
    fill(names.originalUrl, original),
    fill(names.archivedUrl, archived),
    fill(names.deadline, notice.deadline?.date ?? null),
    fill(names.statedCount, notice.statedCount?.number ?? null),
    fill(names.listedCount, listed === 0 ? null : listed),
    ...(write.related ? [unite(names.related, related.map(({ path, display }) => propertyLink(path, display)))] : []),
  ];
}

function cleanValue(value: PropertyValue | null): PropertyValue | null {
  return typeof value === 'string' ? foreignProperty(value) : value;
}

/** The short name that a notice goes by. A takedown's is only a date, which names no notice alone. */
function aliasesOf(notice: Notice): readonly string[] {
  if (notice.kind === 'takedown' || notice.batch === null) return [];
  const label = noticeLabel(notice);
  return label === '' || label === notice.title ? [] : [label];
}

function tagsOf(notice: Notice): readonly string[] {
  if (notice.kind === 'infringement') return ['通报/侵害'];
  if (notice.kind === 'takedown') return ['通报/下架'];
  return notice.kind === 'news' ? ['通报/新闻'] : [];
}

function noteTypeOf(notice: Notice): string | null {
  return listsApps(notice.kind) || notice.kind === 'news' ? NOTE_TYPES[notice.kind] : null;
}

/** The first address of the page itself and the first archived copy; null where there is none, or where it is no address of the web. */
export function sortAddresses(urls: readonly string[]): { readonly original: string | null; readonly archived: string | null } {
  const pages = urls.filter((url) => webAddress(url) !== null).map((url) => url.trim());
  const isArchived = (url: string): boolean => originalUrl(url) !== url || /^https?:\/\/(?:web\.archive\.org|archive\.(?:ph|is|today))\//i.test(url);
  return { original: pages.find((url) => !isArchived(url)) ?? null, archived: pages.find(isArchived) ?? null };
}
