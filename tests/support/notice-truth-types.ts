/** The shape of `truth/notices.json`. */
import type { EntryType } from '../../src/notice/notice';

export interface TruthPackage {
  readonly developer: string | null;
  readonly source: string | null;
  readonly version: string | null;
  readonly problems_canonical: readonly string[];
  readonly problems_raw: readonly string[];
}

export interface TruthRow extends TruthPackage {
  readonly no: number | null;
  readonly name: string;
  readonly type: keyof typeof ENTRY_TYPES_OF_TRUTH;
  readonly category?: string;
  readonly sub_rows?: readonly TruthPackage[];
}

export interface TruthNotice {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly kind: '侵害' | '下架';
  readonly year: number;
  readonly yearly_batch: number | null;
  readonly total_batch: number | null;
  readonly batch_label: string | null;
  readonly date: string;
  readonly date_signed: string | null;
  readonly source: string;
  readonly signature: string | null;
  readonly urls: readonly string[];
  readonly urls_original: readonly string[];
  readonly deadline: { readonly date: string; readonly phrase: string } | null;
  readonly stated_count: { readonly number: number; readonly phrase: string; readonly how: string } | null;
  readonly stated_counts: readonly { readonly number: number | null; readonly role: string; readonly lists?: readonly number[] }[];
  readonly attachment_lines: readonly string[];
  readonly paragraphs: readonly string[];
  readonly lists: readonly {
    readonly caption: string;
    readonly agency: string;
    readonly agency_from: string;
    readonly headers: readonly string[];
    readonly rows: readonly TruthRow[];
  }[];
}

export const ENTRY_TYPES_OF_TRUTH = { APP: 'app', SDK: 'sdk', 小程序: 'mini-program', 快应用: 'quick-app' } as const satisfies Record<string, EntryType>;
