/** The settings: their type, their defaults, and reading what was saved. Only what differs from the default is saved. */

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

export type PropertyKey = keyof typeof PROPERTY_NAMES;

export interface Settings {
  /** Vault paths without a leading or trailing slash. */
  readonly folders: {
    readonly infringement: string;
    readonly takedown: string;
    readonly apps: string;
    readonly news: string;
    readonly attachments: string;
  };
  readonly indexNote: string;
  /** Which apps get a note: all, or those listed twice, taken down or watched. */
  readonly appNotes: 'all' | 'notable';
  /** Longest file name in UTF-8 bytes, `.md` included. */
  readonly fileNameBytes: number;
  readonly propertyNames: Readonly<Record<PropertyKey, string>>;
  /** Firms to watch, by name or part of a name. */
  readonly watchedDevelopers: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  folders: {
    infringement: '通报/侵害通报',
    takedown: '通报/下架通报',
    apps: '通报/应用',
    news: '通报/新闻',
    attachments: '通报/附件',
  },
  indexNote: '通报/APP侵害用户权益专项整治行动.md',
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
  const { fileNameBytes, watchedDevelopers, appNotes } = data;
  return {
    folders: mapValues(DEFAULT_SETTINGS.folders, (preset, key) => pathOf(folders[key]) ?? preset),
    indexNote: notePathOf(data['indexNote']) ?? DEFAULT_SETTINGS.indexNote,
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

/** Two properties of one name would overwrite each other: then all keep their defaults. */
function readPropertyNames(names: Readonly<Record<string, unknown>>): Settings['propertyNames'] {
  const read = mapValues(PROPERTY_NAMES, (preset, key): string => textOf(names[key]) ?? preset);
  return new Set(Object.values(read)).size === Object.keys(read).length ? read : PROPERTY_NAMES;
}

function mapValues<K extends string>(presets: Readonly<Record<K, string>>, read: (preset: string, key: K) => string): Readonly<Record<K, string>> {
  const entries = (Object.entries(presets) as [K, string][]).map(([key, preset]) => [key, read(preset, key)] as const);
  return Object.fromEntries(entries) as Record<K, string>;
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
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A vault path without slashes at its ends; null for one that leads out of the vault or into a hidden folder. */
function pathOf(value: unknown): string | null {
  const path = textOf(value)?.normalize('NFC').replace(/^\/+|\/+$/g, '') ?? '';
  return path === '' || path.includes('\\') || path.split('/').some((part) => part.trim() === '' || part.startsWith('.')) ? null : path;
}

function notePathOf(value: unknown): string | null {
  const path = pathOf(value);
  return path === null || /\.md$/i.test(path) ? path : `${path}.md`;
}
