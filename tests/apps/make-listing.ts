/** Listings for tests, in few words. */
import type { Listing, ListingKey, NoticeRef } from '../../src/apps/listing';
import type { EntryType } from '../../src/notice/notice';

export interface ListingWords {
  /** Number of the notice; its date follows from it. */
  readonly notice: number;
  readonly no: number;
  readonly name: string;
  readonly developer: string | null;
  readonly version?: string;
  readonly source?: string;
  readonly type?: EntryType;
  readonly takedown?: boolean;
  readonly list?: number;
}

/** Makes a listing of notice `N<notice>`, one month a notice from January 2020 on. */
export function makeListing(words: ListingWords): Listing {
  const kind = words.takedown === true ? 'takedown' : 'infringement';
  const month = words.notice - 1;
  const date = `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
  const key = `N${words.notice}`;
  const notice: NoticeRef = { key, series: `miit-${kind}`, kind, title: `通报 ${words.notice}`, date, label: `总第${words.notice}批` };
  const list = words.list ?? 1;
  return {
    key: `${key}#${list}#${words.no}` as ListingKey, notice, list, no: words.no, agency: '工业和信息化部', type: words.type ?? 'app', name: words.name,
    packages: [{ developer: words.developer, source: words.source ?? '应用宝', version: words.version ?? null, problems: ['违规收集个人信息'] }],
  };
}
