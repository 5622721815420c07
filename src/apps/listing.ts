/**
 * A listing: one entry of one list of one notice, as identity and app notes need it. The unit that apps are made of.
 */
import type { EntryType, NoticeKind } from '../notice/notice';

/** Stands for an app within one run. Outside a run an app is known by its note: its path, aliases and developers. */
export type AppId = string & { readonly brand: 'AppId' };

/** `<notice key>#<list>#<number>`, e.g. `miit-infringement:10#1#7`; a number that occurs twice in its list, or none, is told apart by `~<position>`. */
export type ListingKey = string & { readonly brand: 'ListingKey' };

/** What the program needs to know of a notice to speak of it and to put it in order. */
export interface NoticeRef {
  /** Key of the notice: series and total batch, else year and number, else title and date (notice/notice-key.ts). */
  readonly key: string;
  /** `miit-infringement` and the like: see `Notice.series`. */
  readonly series: string;
  readonly kind: NoticeKind;
  readonly title: string;
  /** Day of publication, `YYYY-MM-DD`. */
  readonly date: string | null;
  /** How the notice is named in short: 总第10批, 2023年第3批, 2020-09-14. */
  readonly label: string;
}

/** One package (build) of a listed app: the first stands in the numbered row, others in its continuation rows. */
export interface ListedPackage {
  readonly developer: string | null;
  readonly source: string | null;
  readonly version: string | null;
  /** Canonical labels: see notice/problems.ts. */
  readonly problems: readonly string[];
}

/** An entry of a list with its notice; its packages are the rows that it takes up. */
export interface Listing {
  readonly key: ListingKey;
  readonly notice: NoticeRef;
  /** Number of the list in the notice, from 1, and of the entry as it stands. */
  readonly list: number;
  readonly no: number | null;
  readonly agency: string | null;
  readonly type: EntryType;
  /** Verbatim. */
  readonly name: string;
  readonly packages: readonly [ListedPackage, ...ListedPackage[]];
  /** Set where its list bears no block id of ours, for the user keeps it: the heading over it, empty where it has none. */
  readonly heading?: string;
}
