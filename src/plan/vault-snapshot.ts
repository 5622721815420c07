/** What a vault holds of ours, read from properties alone: notices and apps, without opening a note. */
import type { YamlValue } from '../document/document';
import { nameKey } from '../apps/names';
import { noticeKey } from '../notice/notice-key';
import type { Batch, NoticeKind } from '../notice/notice';
import { baseName, safeFileName } from '../notes/file-names';
import { NOTE_TYPES } from '../notes/note-types';
import type { Settings } from '../settings';
import type { NoteSummary, VaultPort } from './vault-port';

/** A notice by the properties of its note; days are `YYYY-MM-DD`, null where a property is missing. */
export interface KnownNotice {
  /** Vault path of its note. */
  readonly path: string;
  /** What makes two sources one notice: see notice/notice-key.ts. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly series: string;
  readonly title: string;
  readonly date: string | null;
  readonly signedDate: string | null;
  readonly batch: Batch | null;
  readonly agency: string | null;
  readonly statedCount: number | null;
  /** Links of 相关通报, as written. */
  readonly related: readonly string[];
}

/** An app by the properties of its note. */
export interface KnownAppNote {
  readonly path: string;
  /** The app's name, then its aliases, then the name of the file where the user gave it one of its own. */
  readonly names: readonly string[];
  readonly developers: readonly string[];
  /** Links of 不同于, as written. */
  readonly notSameAs: readonly string[];
  readonly watched: boolean;
}

/** The notes of ours in a vault. */
export interface VaultSnapshot {
  /** One note a notice. */
  readonly notices: readonly KnownNotice[];
  /** Further notes of the same notices: a vault may keep two copies of one. Nothing is led to them, but what leads there is understood. */
  readonly copies: readonly KnownNotice[];
  readonly news: readonly KnownNotice[];
  readonly apps: readonly KnownAppNote[];
  /** Paths of all files. */
  readonly paths: readonly string[];
}

/** Reads the snapshot. Notes that are not ours are only known by their paths. */
export async function takeSnapshot(vault: Pick<VaultPort, 'listNotes' | 'listPaths'>, settings: Settings): Promise<VaultSnapshot> {
  const [notes, paths] = await Promise.all([vault.listNotes(), vault.listPaths()]);
  const notices: KnownNotice[] = [];
  const news: KnownNotice[] = [];
  const apps: KnownAppNote[] = [];
  for (const note of notes) {
    const type = textOf(note.properties[settings.propertyNames.type]);
    if (type === NOTE_TYPES.app) apps.push(appOf(note, settings));
    else if (type === NOTE_TYPES.infringement) notices.push(noticeOf(note, 'infringement', settings));
    else if (type === NOTE_TYPES.takedown) notices.push(noticeOf(note, 'takedown', settings));
    else if (type === NOTE_TYPES.news) news.push(noticeOf(note, 'news', settings));
  }
  const first = firstNotes(notices, settings);
  return { notices: notices.filter((one) => first.has(one)), copies: notices.filter((one) => !first.has(one)), news, apps, paths };
}

/** Of several notes of one notice, the one to lead to: that in the folder of its kind, then the shortest path. Without batch and date titles repeat. */
function firstNotes(notices: readonly KnownNotice[], settings: Settings): ReadonlySet<KnownNotice> {
  const first = new Map<string, KnownNotice>();
  for (const one of [...notices].sort((a, b) => compareCopies(a, b, settings))) {
    const key = one.key.endsWith('@') ? one.path : one.key;
    if (!first.has(key)) first.set(key, one);
  }
  return new Set(first.values());
}

/** Orders notes of one notice, the one to lead to first. */
export function compareCopies(a: Pick<KnownNotice, 'path' | 'kind'>, b: Pick<KnownNotice, 'path' | 'kind'>, { folders }: Pick<Settings, 'folders'>): number {
  const away = ({ path, kind }: Pick<KnownNotice, 'path' | 'kind'>): number => (path.startsWith(`${kind === 'takedown' ? folders.takedown : folders.infringement}/`) ? 0 : 1);
  return away(a) - away(b) || a.path.length - b.path.length || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

function appOf(note: NoteSummary, settings: Settings): KnownAppNote {
  const names = settings.propertyNames;
  const title = textOf(note.properties['title']) ?? baseName(note.path);
  return {
    path: note.path,
    names: [...new Set([title, ...textsOf(note.properties['aliases']), ...nameOfFile(note.path, title, settings)])],
    developers: textsOf(note.properties[names.developers]),
    notSameAs: textsOf(note.properties[names.notSameAs]),
    watched: note.properties[names.watched] === true,
  };
}

/**
 * The name that the user gave a note by renaming its file. What the program itself makes of a title is none: a cut or cleaned title,
 * a bracket or a number that tells homonyms apart.
 */
function nameOfFile(path: string, title: string, settings: Settings): readonly string[] {
  const name = baseName(path);
  const written = safeFileName(title, settings.fileNameBytes);
  const isOurs = name.startsWith(written) && /^(?:（.*)?(?: \d+)?$/.test(name.slice(written.length));
  return isOurs || nameKey(name) === nameKey(title) ? [] : [name];
}

function noticeOf(note: NoteSummary, kind: NoticeKind, settings: Settings): KnownNotice {
  const names = settings.propertyNames;
  const title = noticeTitle(note, settings);
  const series = textOf(note.properties[names.series]) ?? (kind === 'news' ? 'news' : `miit-${kind}`);
  const date = textOf(note.properties[names.date])?.slice(0, 10) ?? null;
  const batch = batchOf(note.properties[names.yearBatch], note.properties[names.totalBatch]);
  return {
    path: note.path,
    key: noticeKey({ series, title, date, batch }),
    kind,
    series,
    title,
    date,
    signedDate: textOf(note.properties[names.signedDate])?.slice(0, 10) ?? null,
    batch,
    agency: textOf(note.properties[names.agency]),
    statedCount: numberOf(note.properties[names.statedCount]),
    related: textsOf(note.properties[names.related]),
  };
}

/** 通报标题 stands where the user's own title is another. The month that a file name or a title begins with tells takedowns apart and is none of it. */
function noticeTitle(note: NoteSummary, settings: Settings): string {
  return textOf(note.properties[settings.propertyNames.noticeTitle]) ?? (textOf(note.properties['title']) ?? baseName(note.path)).replace(MONTH_BEFORE_TITLE, '');
}

/** `2021_01_` as archives put it before the titles of takedowns. */
export const MONTH_BEFORE_TITLE = /^\d{4}_\d{2}_/;

/** 年度批次 `2021-01` and 总批次 `10`. */
function batchOf(yearBatch: YamlValue | undefined, total: YamlValue | undefined): Batch | null {
  const parts = /^(\d{4})-(\d+)$/.exec(textOf(yearBatch) ?? '');
  const batch = { year: parts === null ? null : Number(parts[1]), number: parts === null ? null : Number(parts[2]), total: numberOf(total) };
  return batch.number === null && batch.total === null ? null : batch;
}

/** The text of a property; null where it is empty or no text. */
export function textOf(value: YamlValue | undefined): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return typeof value === 'number' ? String(value) : null;
}

/** The number of a property, written as a number or as text. */
export function numberOf(value: YamlValue | undefined): number | null {
  const number = typeof value === 'number' ? value : Number(textOf(value) ?? Number.NaN);
  return Number.isFinite(number) ? number : null;
}

/** The items of a list property; a single value is a list of one. */
export function textsOf(value: YamlValue | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((v: YamlValue) => textsOf(v));
  const text = textOf(value);
  return text === null ? [] : [text];
}
