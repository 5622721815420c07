/** Notes of notices that the user keeps: what an adoption or an import may add to them, and what their lists are called by. */
import type { Listing } from '../apps/listing';
import { diagnostic } from '../document/diagnostic';
import type { Document } from '../document/document';
import { baseName } from '../notes/file-names';
import type { Notice, NoticeList } from '../notice/notice';
import { titleKey } from '../notice/titles';
import { nameCells, type NameLink } from '../notes/adopt-name-cells';
import { listHeadings } from '../notes/adopt-list-headings';
import { completeAdopted } from '../notes/adopted-note';
import type { DesiredProperty } from '../notes/desired-note';
import type { AppLinkOf } from '../notes/notice-lists';
import { readProperties } from '../notes/properties';
import type { Settings } from '../settings';
import type { NoteNames } from './note-names';
import type { PlanLog } from './plan-log';
import { MONTH_BEFORE_TITLE } from './vault-snapshot';
import type { WorkingNotes } from './working-notes';

/** The lists of an adopted note as they stand in it, and the heading over each, empty for none. */
export interface AdoptedLists {
  readonly lists: readonly NoticeList[];
  readonly headings: readonly string[];
}

/** Of a note without lists. */
export const NO_LISTS: AdoptedLists = { lists: [], headings: [] };

/** The lists of a note that the user keeps, each with the heading over it; `lists` are those read from `document`, which is `text`. */
export function adoptedLists(text: string, document: Document, lists: readonly NoticeList[]): AdoptedLists {
  return { lists, headings: listHeadings(text, document, lists) };
}

/** Listings that links can lead to although their lists bear no block ids. */
export function listingsOfAdopted(listings: readonly Listing[], { headings }: AdoptedLists): readonly Listing[] {
  return listings.map((listing) => ({ ...listing, heading: headings[listing.list - 1] ?? '' }));
}

/** How many properties are added to a note, and how many name cells become links. */
export interface AdoptedChange {
  readonly properties: number;
  readonly linked: number;
}

const MOST_NAMED = 3;

/**
 * Adds to the note of a user what is missing in it: properties, and links in name cells. Nothing else is touched, and no region is written.
 * @param properties what our own note would say
 */
export async function planAdoptedNote(path: string, adopted: AdoptedLists, properties: readonly DesiredProperty[], appLink: AppLinkOf, notes: WorkingNotes, settings: Settings, log: PlanLog): Promise<AdoptedChange> {
  const text = (await notes.read(path)) ?? '';
  const names = nameCells(adopted.lists).flatMap(({ list, entry, ...cell }): NameLink[] => {
    const app = appLink(list, entry);
    return app === null ? [] : [{ ...cell, path: app.path }];
  });
  const result = completeAdopted(text, properties, names, settings.linkStyle);
  if (result.isStuck) log.damage(path, 'front-matter');
  if (result.unlinked.length > 0) {
    const named = result.unlinked.slice(0, MOST_NAMED).map(({ cell }) => cell).join('、');
    log.diagnostics.push({ ...diagnostic('names-not-linked', {}, { count: result.unlinked.length, names: named }), file: path });
  }
  if (result.text !== text) await notes.write(path, result.text);
  return result;
}

/** 通报标题, where the title that the user gave his note is not that of the notice: what a notice is must not hang on it. */
export function adoptedTitle(text: string, notice: Notice, settings: Settings): readonly DesiredProperty[] {
  const own = readProperties(text)?.['title'];
  const title = typeof own === 'string' && own.trim() !== '' ? own : null;
  const isSame = title === null || titleKey(title.replace(MONTH_BEFORE_TITLE, '')) === titleKey(notice.title);
  return isSame ? [] : [{ name: settings.propertyNames.noticeTitle, value: notice.title, policy: 'fill' }];
}

/** The note of the vault that bears the name of a notice, in whatever brackets; takedowns repeat their titles and are told apart by month. */
export function noteNamedFor(notice: Pick<Notice, 'kind' | 'title' | 'date'>, names: NoteNames): string | undefined {
  const isOfMonth = (path: string): boolean => notice.date !== null && baseName(path).startsWith(`${notice.date.slice(0, 4)}_${notice.date.slice(5, 7)}_`);
  return names.titled(notice.title).find((path) => notice.kind !== 'takedown' || isOfMonth(path));
}
