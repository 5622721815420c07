/** Which notice an item of an index list means: by where it leads, else by its file name, else by its batch or its month and title. */
import type { NoticeRef } from '../apps/listing';
import { completeBatch, findBatch } from '../notice/batches';
import { titleKey } from '../notice/titles';
import type { IndexItem } from './index-items';
import type { ListKind } from './index-titles';

/** A notice that index lists may name. `path` is that of its note. */
export interface IndexedNotice {
  readonly ref: NoticeRef;
  readonly path: string;
  /** Further notes of the same notice: an item that leads to one means the notice. */
  readonly copies?: readonly string[];
}

/** An item, and what it means. */
export interface MatchedItem {
  readonly item: IndexItem;
  /** The notice of this list that the item means. */
  readonly notice: IndexedNotice | null;
  /** `other-list`: it leads to a notice of another kind or series. `twice`: an item above means the same notice. */
  readonly fault: 'other-list' | 'twice' | null;
  /** It leads to the note itself. */
  readonly isLinked: boolean;
}

/** Finds notices by where links lead. Made once for all lists of a page. */
export interface NoticeFinder {
  readonly atPath: (target: string) => IndexedNotice | undefined;
  readonly byName: (target: string) => IndexedNotice | undefined;
}

/**
 * Finds notices by their notes: `atPath` by a full path, `byName` by a file's name. Of several of one name, the note wins that shares most folders
 * with the target, from the file upwards.
 */
export function noticeAtLinks(notices: readonly IndexedNotice[]): NoticeFinder {
  const paths = new Map(notices.flatMap((notice) => [...(notice.copies ?? []), notice.path].map((path) => [noteKey(path), notice] as const)));
  const names = new Map<string, readonly IndexedNotice[]>();
  for (const notice of notices) {
    const name = noteNameKey(notice.path);
    names.set(name, [...(names.get(name) ?? []), notice]);
  }
  const byName = (target: string): IndexedNotice | undefined => {
    const found = names.get(noteNameKey(target)) ?? [];
    if (found.length < 2) return found[0];
    const folders = noteKey(target).split('/').reverse();
    const same = ({ path }: IndexedNotice): number => noteKey(path).split('/').reverse().findIndex((part, i) => part !== folders[i]) >>> 0;
    return [...found].sort((a, b) => same(b) - same(a))[0];
  };
  return { atPath: (target) => paths.get(noteKey(target)), byName };
}

/** The notice that a link leads to: by its path, else by the name of its file where no other file is there. `exists` is asked for a file of the vault. */
export function noticeOf(targets: readonly string[], find: NoticeFinder, exists: (path: string) => boolean): IndexedNotice | undefined {
  const direct = targets.flatMap((target) => find.atPath(target) ?? [])[0];
  return direct ?? (targets.some(exists) ? undefined : targets.flatMap((target) => find.byName(target) ?? [])[0]);
}

/**
 * @param own the notices that the list is for
 * @param find finds all notices of the page
 * @param exists whether a file is there: a link that leads to one means that file
 */
export function matchItems(items: readonly IndexItem[], own: readonly IndexedNotice[], kind: ListKind, find: NoticeFinder, exists: (path: string) => boolean): readonly MatchedItem[] {
  const ours = new Set(own);
  const taken = new Set<IndexedNotice>();
  const matched = items.map(({ targets }) => {
    const direct = targets.flatMap((target) => find.atPath(target) ?? [])[0];
    const named = direct ?? noticeOf(targets, find, exists);
    if (named !== undefined && ours.has(named)) taken.add(named);
    return { direct, named };
  });
  const left = new Set(own.filter((notice) => !taken.has(notice)));
  const seen = new Set<IndexedNotice>();
  return items.map((item, i): MatchedItem => {
    const { direct, named } = matched[i] ?? {};
    if (named !== undefined && !ours.has(named)) return { item, notice: null, fault: 'other-list', isLinked: direct !== undefined };
    const told = named ?? (item.targets.some(exists) ? undefined : toldByWords(item, left, kind));
    if (told === undefined) return { item, notice: null, fault: null, isLinked: false };
    left.delete(told);
    const fault = seen.has(told) ? 'twice' : null;
    seen.add(told);
    return { item, notice: told, fault, isLinked: direct !== undefined || (named !== undefined && item.link?.form === 'wiki') };
  });
}

/** Titles of takedowns repeat, so the month has to be theirs; batches make the other titles one of their kind. */
function toldByWords(item: IndexItem, left: ReadonlySet<IndexedNotice>, kind: ListKind): IndexedNotice | undefined {
  const all = [...left];
  const sameTitle = all.filter(({ ref }) => titleKey(ref.title) === titleKey(item.title));
  if (kind === 'takedown') {
    const month = monthOf(item);
    if (month === null) return undefined;
    const ofMonth = all.filter(({ ref }) => ref.date?.startsWith(month) === true);
    return ofMonth.find((notice) => sameTitle.includes(notice)) ?? (ofMonth.length === 1 ? ofMonth[0] : undefined);
  }
  if (sameTitle.length === 1) return sameTitle[0];
  const ofBatch = all.find(({ ref }) => {
    const stated = batchKey(item.title, ref.series);
    return stated !== null && stated === (batchKey(ref.label, ref.series) ?? batchKey(ref.title, ref.series));
  });
  if (ofBatch !== undefined) return ofBatch;
  // A batch of a year at the very beginning is another name of the notice that has a total, too; behind another title it is not.
  const named = findBatch(item.title);
  if (named !== null) return /^[（(]?\d{4}年第/.test(item.title) && named.total === null ? all.find(({ ref }) => isSameOfYear(findBatch(ref.title), named)) : undefined;
  const begun = all.filter(({ ref }) => titleKey(ref.title).length > 5 && titleKey(item.title).startsWith(titleKey(ref.title)));
  return begun.length === 1 ? begun[0] : undefined;
}

function isSameOfYear(one: ReturnType<typeof findBatch>, other: ReturnType<typeof findBatch>): boolean {
  return one?.year != null && one.year === other?.year && one.number !== null && one.number === other.number;
}

function batchKey(words: string, series: string): string | null {
  const batch = completeBatch(findBatch(words), 'infringement', series, null);
  if (batch?.total != null) return `总${batch.total}`;
  if (series === 'miit-infringement' && batch?.year == null && batch?.number != null) return `总${batch.number}`;
  return batch?.year != null && batch.number !== null ? `${batch.year}-${batch.number}` : null;
}

/** The month that an item states before its title or in the name of its file. */
function monthOf(item: IndexItem): string | null {
  if (item.month !== '') return item.month;
  const inName = /(?:^|\/)(\d{4})[-_](\d{2})[-_][^/]*$/.exec(item.targets[0] ?? '');
  return inName === null ? null : `${inName[1] ?? ''}-${inName[2] ?? ''}`;
}

/** What an item says of a notice that the vault does not hold, so that it has its place: its batch, or its month. Null where it says nothing. */
export function refOfItem(item: IndexItem, kind: ListKind, series: string): NoticeRef | null {
  const named = { key: item.title, series, kind, title: item.title };
  if (kind === 'takedown') {
    const month = monthOf(item);
    return month === null ? null : { ...named, date: month, label: month };
  }
  const batch = findBatch(item.title);
  if (batch?.number == null && batch?.total == null) return null;
  // A number without a year was only given before 2020, when it counted through.
  const total = batch.total ?? (batch.year === null ? batch.number : null);
  return { ...named, date: null, label: total === null ? `${batch.year}年第${batch.number}批` : `总第${total}批` };
}

/** Paths, and targets of links, with the same key are one note. */
export function noteKey(path: string): string {
  return path.normalize('NFC').replace(/\u00a0/g, ' ').replace(/\.md$/i, '').toLowerCase();
}

/** Paths with the same key are of notes of one name. */
export function noteNameKey(path: string): string {
  return noteKey(path).replace(/^.*\//, '');
}
