/**
 * A notice as data: the public JSON contract of `regulatory-notices parse --json` (docs/notice-json.md).
 * Verbatim text stays beside every normalised value; null means absent or empty.
 */
import type { Diagnostic } from '../document/diagnostic';

/** `infringement` 侵害通报, `takedown` 下架通报, `campaign` a page on a campaign 专项行动 with its rules and index, `policy` a rule by itself, `news` an article. */
export type NoticeKind = 'infringement' | 'takedown' | 'campaign' | 'policy' | 'news' | 'other';
/** Whether notices of this kind list apps. The figures and tables of all others count none. */
export function listsApps(kind: NoticeKind): kind is 'infringement' | 'takedown' {
  return kind === 'infringement' || kind === 'takedown';
}

/** What an entry is: App, SDK, 小程序, 快应用, or a device 智能终端. */
export type EntryType = 'app' | 'sdk' | 'mini-program' | 'quick-app' | 'device';

/** One notice as it was understood. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Issuing body and its numbering: `miit-infringement`, `miit-takedown`, `sh-ca-infringement`. Notices are ordered and numbered within a series. */
  readonly series: string;
  readonly title: string;
  readonly agency: string | null;
  /** What named the agency: the signature 落款, the page's 来源, the title, or the domain of an address. */
  readonly agencyFrom: 'signature' | 'page' | 'title' | 'domain' | null;
  /** The page's 来源, verbatim. */
  readonly source: string | null;
  /** Who wrote an article of news, where that is said beside its source. */
  readonly author?: string | null;
  /** Day of publication, `YYYY-MM-DD`, Beijing time. */
  readonly date: string | null;
  /** Day under the signature, `YYYY-MM-DD`; it can be another than that of publication. */
  readonly signedDate: string | null;
  readonly batch: Batch | null;
  /** 整改期限: the day by which apps must be mended (`YYYY-MM-DD`), and the words that set it. */
  readonly deadline: { readonly date: string; readonly phrase: string } | null;
  readonly statedCount: StatedCount | null;
  /** Original addresses first, then archived copies. */
  readonly urls: readonly string[];
  readonly attachments: readonly Attachment[];
  /** Plain text of the body in order; link targets and signature left out. */
  readonly paragraphs: readonly string[];
  readonly cites: readonly Citation[];
  readonly figures: readonly Figure[];
  readonly lists: readonly NoticeList[];
  /** Campaign pages: the texts of the rules and the index lists they hold. */
  readonly documents: readonly RuleDocument[];
  readonly index: readonly IndexList[];
  readonly diagnostics: readonly Diagnostic[];
}

/** 批次. Any part may be null. `total` is the 总第N批, derived where the source does not state it: see `completeBatch`. */
export interface Batch {
  /** The year within which `number` counts (2023年第3批). */
  readonly year: number | null;
  /** 第N批 within the year. */
  readonly number: number | null;
  /** 总第N批 within the series. */
  readonly total: number | null;
}

/** How many apps the words of the notice name. */
export interface StatedCount {
  readonly number: number;
  /** The words that state it; null where it is a sum of the parts. */
  readonly phrase: string | null;
  readonly parts: readonly StatedPart[];
}

/** A count of some of the apps, and the words that state it. */
export interface StatedPart {
  readonly number: number;
  readonly phrase: string;
  /** Numbers of the lists it speaks of, from 1. */
  readonly lists: readonly number[];
}

/** A file that the notice links to; null where its address is not known. */
export interface Attachment {
  readonly name: string;
  readonly url: string | null;
}

/** A notice that this one refers to, by date and count, by batch, or by topic only. */
export interface Citation {
  /** The words that refer to it. */
  readonly phrase: string;
  /** The day that they name, `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly batch: Batch | null;
  /** How many apps they say that notice named. */
  readonly count: number | null;
  /** Lists of this notice that the citation speaks of, from 1; empty where that is not said. */
  readonly lists: readonly number[];
}

/** A number that news tell. `until` is the day up to which it counts, `YYYY-MM-DD`; `phrase` the words that say it. */
export interface Figure {
  readonly measure: 'tested' | 'named' | 'taken-down' | 'removed-by-stores' | 'other';
  readonly value: number;
  readonly approximate: boolean;
  readonly until: string | null;
  readonly phrase: string;
}

/** 名单: one list of a notice. */
export interface NoticeList {
  /** The words over the list. */
  readonly caption: string | null;
  /** Whose list it is: that of the caption or of a heading around it, else the notice's. */
  readonly agency: string | null;
  readonly agencyFrom: 'caption' | 'notice';
  readonly entries: readonly Entry[];
}

/** What the first package and every further package of an entry say. */
export interface Package {
  readonly developer: string | null;
  /** 应用来源: the store, verbatim. */
  readonly source: string | null;
  readonly version: string | null;
  /** Canonical labels (see problems.ts); the words of the source are in `rows`. */
  readonly problems: readonly string[];
  readonly rows: readonly SourceRow[];
}

/** 名单条目: one numbered row of a list, with its continuation rows. */
export interface Entry extends Package {
  /** 序号 as it stands; null for an entry without a number. */
  readonly no: number | null;
  readonly type: EntryType;
  /** 应用类别, filled down from the first row of its group. */
  readonly category: string | null;
  /** 应用名称, verbatim, on one line. */
  readonly name: string;
  /** Further packages of the same numbered row, inherited values filled in. */
  readonly packages: readonly Package[];
}

/** A row of the source: heading and cell, as they stand. */
export interface SourceRow {
  /** Line of the source, from 1. */
  readonly line: number;
  readonly cells: readonly (readonly [heading: string, cell: string])[];
  /** Whether cells hold marks of markdown or HTML that are not shown: links, escapes, emphasis. Elsewhere a cell is its text, line breaks as `<br>`. */
  readonly markup?: true;
}

/** A text on a campaign page: a rule with its metadata block, an introduction, or a remark between the lists. */
export interface RuleDocument {
  /** Empty for a remark. */
  readonly title: string;
  /** The heading that it stands under. */
  readonly section: string;
  /** Its metadata block, verbatim by label. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly paragraphs: readonly string[];
  readonly links: readonly { readonly text: string; readonly target: string }[];
  readonly line: number;
  /** Whether the page quotes it; a remark is the page's own. */
  readonly quoted: boolean;
}

/** A list of notices on a campaign page. `section` is the heading of level 1 or 2 over it, `target` as the page writes it, `line` from 1. */
export interface IndexList {
  readonly title: string;
  readonly section: string;
  readonly items: readonly { readonly label: string; readonly target: string }[];
  readonly line: number;
}
