/** Watched apps and firms of an import, as lines and for programs. */
import type { Language } from '../src/document/diagnostic';
import type { WatchedHit } from '../src/insight/watched';
import { fill, SENTENCES } from './texts';

/** A watched app or firm in a listing, for programs; `list` counts from 1, `no` is as it stands. */
export interface WatchedJson {
  readonly kind: WatchedHit['kind'];
  readonly watched: string;
  readonly app: WatchedHit['app'];
  readonly notice: { readonly label: string; readonly title: string; readonly path: string; readonly date: string | null };
  readonly list: number;
  readonly no: number | null;
  /** Verbatim. */
  readonly name: string;
  readonly developer: string | null;
  readonly problems: readonly string[];
  readonly deadline: WatchedHit['deadline'];
  readonly isNew: boolean;
}

/** A hit as it is printed. */
export function watchedJson({ kind, watched, app, listing, noticePath, problems, deadline, isNew }: WatchedHit): WatchedJson {
  const { notice, list, no, name, packages } = listing;
  return { kind, watched, app, notice: { label: notice.label, title: notice.title, path: noticePath, date: notice.date }, list, no, name, developer: packages[0].developer, problems, deadline, isNew };
}

/** One line a hit: `枫林日记 (长沙枫林软件有限公司), 总第10批 №1: 违规收集个人信息; to be fixed by 2021-01-29`. */
export function describeWatched(hits: readonly WatchedHit[], language: Language): string[] {
  if (hits.length === 0) return [];
  const comma = language === 'zh' ? '；' : '; ';
  const lines = hits.map(({ listing, problems, deadline }) => {
    const { notice, no, name, packages } = listing;
    const developer = packages[0].developer;
    const said = fill(SENTENCES.watchedRow[language], { name, developer: developer ?? '—', notice: notice.label === '' ? notice.title : notice.label, no: no === null ? '' : ` №${no}` });
    const what = [...problems, ...(notice.kind === 'takedown' ? [SENTENCES.takenDown[language]] : []), ...(deadline === null ? [] : [fill(SENTENCES.mendBy[language], { date: deadline.date })])];
    return `  * ${said}${language === 'zh' ? '：' : ': '}${what.join(comma)}`;
  });
  return [fill(SENTENCES.watched[language], { count: hits.length }), ...lines];
}
