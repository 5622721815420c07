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
