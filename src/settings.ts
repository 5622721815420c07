/** The settings: their type, their defaults, and reading what was saved. Only what differs from the default is saved. */
import { vaultPath } from './vault-path';

/** What a property of a note means; the name it bears in the vault is a setting. */
export const PROPERTY_NAMES = {
  type: '通报类型',
  date: '发布日期',
  signedDate: '落款日期',
  yearBatch: '年度批次',
  totalBatch: '总批次',
  agency: '发文机关',
  originalUrl: '原文链接',
  archivedUrl: '存档链接',
  deadline: '整改期限',
  statedCount: '通报数量',
  listedCount: '名单数量',
  related: '相关通报',
  series: '通报序列',
  noticeTitle: '通报标题',
  fetched: '获取时间',
  developers: '开发者',
  timesNamed: '通报次数',
  timesTakenDown: '下架次数',
  firstNamed: '首次通报',
  lastNamed: '最近通报',
  appStatus: '应用状态',
  problems: '所涉问题',
  watched: '关注',
  homonyms: '同名应用',
  notSameAs: '不同于',
} as const;

/** Properties of notes whose names are Obsidian's, and no setting. */
const OTHER_PROPERTIES = ['title', 'aliases', 'tags', 'cssclasses'];

/** A property by its meaning, the key of `propertyNames`. */
export type PropertyKey = keyof typeof PROPERTY_NAMES;

/** English names to choose instead. Types of properties belong to the whole vault by name, so none is a word that other notes use. */
export const ENGLISH_PROPERTY_NAMES: Readonly<Record<PropertyKey, string>> = {
  type: 'notice_type',
  date: 'notice_date',
  signedDate: 'date_signed',
  yearBatch: 'year_batch',
  totalBatch: 'total_batch',
  agency: 'issuing_agency',
  originalUrl: 'original_url',
  archivedUrl: 'archived_url',
  deadline: 'mend_by',
  statedCount: 'apps_stated',
  listedCount: 'apps_listed',
  related: 'related_notices',
  series: 'notice_series',
  noticeTitle: 'notice_title',
  fetched: 'fetched_at',
  developers: 'app_developers',
  timesNamed: 'times_named',
  timesTakenDown: 'times_taken_down',
  firstNamed: 'first_named',
  lastNamed: 'last_named',
  appStatus: 'app_status',
  problems: 'app_problems',
  watched: 'watched_app',
  homonyms: 'same_name_apps',
  notSameAs: 'not_same_as',
};

/** An index page beside the main one. It lists the notices of one agency, of one year, or all where both are null. */
export interface IndexPageSetting {
  readonly path: string;
  readonly agency: string | null;
  readonly year: number | null;
}

/** `[[path|words]]` or `[words](path)`. */
export type LinkStyle = 'wiki' | 'markdown';

/** Language of the words that the program itself writes into notes: headings, titles of its callouts, columns of the record. */
export type NoteLanguage = 'zh' | 'en';

/** Parts of notes and of the vault that can be left out. */
export const WRITTEN_PARTS = ['tags', 'aliases', 'cssclasses', 'related', 'originals', 'index'] as const;
/** A part of notes and vault that the user can do without. */
export type WrittenPart = (typeof WRITTEN_PARTS)[number];

/** All settings, complete; what the user did not set is as in `DEFAULT_SETTINGS`. */
export interface Settings {
  /** Vault paths without a leading or trailing slash. */
  readonly folders: {
    readonly infringement: string;
    readonly takedown: string;
    readonly apps: string;
    readonly news: string;
    readonly attachments: string;
  };
  /** Folder of pages that the Web Clipper saves, imported on command. */
  readonly inbox: string;
  /** Vault path of the main index page. */
  readonly indexNote: string;
  /** Further index pages, of one agency or one year. */
  readonly indexPages: readonly IndexPageSetting[];
  /** How links in the text of notes are written; links in properties are wikilinks always, for Obsidian knows no others there. */
  readonly linkStyle: LinkStyle;
  readonly noteLanguage: NoteLanguage;
  /** File names of new notices: text with {{title}}, {{date}}, {{year}}, {{month}}, {{number}}, {{total}}, {{agency}}. */
  readonly noteNames: { readonly infringement: string; readonly takedown: string };
  readonly write: Readonly<Record<WrittenPart, boolean>>;
  /** Which apps get a note: all, or those listed twice, taken down or watched. */
  readonly appNotes: 'all' | 'notable';
  /** Longest file name in UTF-8 bytes, `.md` included. */
  readonly fileNameBytes: number;
  readonly propertyNames: Readonly<Record<PropertyKey, string>>;
  /** Firms to watch, by name or part of a name. */
  readonly watchedDevelopers: readonly string[];
}

/** How the program writes its own parts of a note. */
export type NoteStyle = Pick<Settings, 'linkStyle' | 'noteLanguage'>;

/** What holds until the user says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  folders: {
    infringement: '通报/侵害通报',
    takedown: '通报/下架通报',
    apps: '通报/应用',
    news: '通报/新闻',
    attachments: '通报/附件',
  },
  inbox: '通报/收件箱',
  indexNote: '通报/APP侵害用户权益专项整治行动.md',
  indexPages: [],
  linkStyle: 'wiki',
  noteLanguage: 'zh',
  noteNames: { infringement: '{{title}}', takedown: '{{year}}_{{month}}_{{title}}' },
  write: { tags: true, aliases: true, cssclasses: true, related: true, originals: true, index: true },
  appNotes: 'all',
  fileNameBytes: 140,
  propertyNames: PROPERTY_NAMES,
  watchedDevelopers: [],
};

/**
 * Reads what was saved. The data may come from another version, another device or a hand: every value that does not fit
 * is left at its default, the others count.
 */
export function readSettings(saved: unknown): Settings {
  const data = recordOf(saved);
  const folders = recordOf(data['folders']);
  const names = recordOf(data['propertyNames']);
  const noteNames = recordOf(data['noteNames']);
  const write = recordOf(data['write']);
  const { fileNameBytes, watchedDevelopers, appNotes, linkStyle, noteLanguage } = data;
  return {
    folders: mapValues(DEFAULT_SETTINGS.folders, (preset, key) => pathOf(folders[key]) ?? preset),
    inbox: pathOf(data['inbox']) ?? DEFAULT_SETTINGS.inbox,
    indexNote: notePathOf(data['indexNote']) ?? DEFAULT_SETTINGS.indexNote,
    indexPages: readIndexPages(data['indexPages']),
    linkStyle: linkStyle === 'wiki' || linkStyle === 'markdown' ? linkStyle : DEFAULT_SETTINGS.linkStyle,
    noteLanguage: noteLanguage === 'zh' || noteLanguage === 'en' ? noteLanguage : DEFAULT_SETTINGS.noteLanguage,
    noteNames: mapValues(DEFAULT_SETTINGS.noteNames, (preset, key) => templateOf(noteNames[key]) ?? preset),
    write: mapValues(DEFAULT_SETTINGS.write, (preset, key) => booleanOf(write[key]) ?? preset),
    appNotes: appNotes === 'all' || appNotes === 'notable' ? appNotes : DEFAULT_SETTINGS.appNotes,
    fileNameBytes: typeof fileNameBytes === 'number' && Number.isInteger(fileNameBytes) && fileNameBytes >= 40 && fileNameBytes <= 240 ? fileNameBytes : DEFAULT_SETTINGS.fileNameBytes,
    propertyNames: readPropertyNames(names),
    watchedDevelopers: Array.isArray(watchedDevelopers) ? watchedDevelopers.flatMap((name: unknown) => textOf(name) ?? []) : DEFAULT_SETTINGS.watchedDevelopers,
  };
}

/** What of the settings differs from the defaults: the data to save, so that a later version can better a default. */
export function changedSettings(settings: Settings): Readonly<Record<string, unknown>> {
  return difference({ ...settings }, { ...DEFAULT_SETTINGS });
}

/** Two properties of one name would overwrite each other, whatever the case, and some names are Obsidian's: then all keep their defaults. */
function readPropertyNames(names: Readonly<Record<string, unknown>>): Settings['propertyNames'] {
  const read = mapValues(PROPERTY_NAMES, (preset, key): string => textOf(names[key]) ?? preset);
  const all = [...OTHER_PROPERTIES, ...Object.values(read)].map((name) => name.toLowerCase());
  return new Set(all).size === all.length ? read : PROPERTY_NAMES;
}

/** One page a path: a second entry of the same page says nothing. */
function readIndexPages(value: unknown): readonly IndexPageSetting[] {
  const pages = new Map<string, IndexPageSetting>();
  for (const item of Array.isArray(value) ? (value as unknown[]) : []) {
    const { path: saved, agency, year } = recordOf(item);
    const path = notePathOf(saved);
    if (path === null || pages.has(path)) continue;
    pages.set(path, { path, agency: textOf(agency), year: typeof year === 'number' && Number.isInteger(year) && year >= 1900 && year <= 9999 ? year : null });
  }
  return [...pages.values()];
}

function mapValues<K extends string, V>(presets: Readonly<Record<K, V>>, read: (preset: V, key: K) => V): Readonly<Record<K, V>> {
  const entries = (Object.entries(presets) as [K, V][]).map(([key, preset]) => [key, read(preset, key)] as const);
  return Object.fromEntries(entries) as Record<K, V>;
}

function difference(value: Readonly<Record<string, unknown>>, preset: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const changed: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    const other = preset[key];
    if (JSON.stringify(one) === JSON.stringify(other)) continue;
    changed[key] = Array.isArray(one) || typeof one !== 'object' ? one : difference(recordOf(one), recordOf(other));
  }
  return changed;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isJsonObject(value) ? value : {};
}

/** Whether foreign data is an object by keys, and no list. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function booleanOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** A template of file names must hold something that tells notices apart. */
function templateOf(value: unknown): string | null {
  const template = textOf(value);
  return template !== null && /\{\{(?:title|date|number|total)\}\}/.test(template) ? template : null;
}

function pathOf(value: unknown): string | null {
  return typeof value === 'string' ? vaultPath(value) : null;
}

function notePathOf(value: unknown): string | null {
  const path = pathOf(value);
  return path === null || /\.md$/i.test(path) ? path : vaultPath(`${path}.md`);
}
