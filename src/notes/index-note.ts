/** The index page: one list a series, in true order, every line of the page that is not new kept as it stands. */
import type { NoticeRef } from '../apps/listing';
import { completeBatch, findBatch } from '../notice/batches';
import { titleKey } from '../notice/titles';
import { inertText, yamlScalar } from './inert';
import { findItemStyle, readIndexList, writeItem, type IndexItem } from './index-items';
import { findDamage, findRegions, hiddenMarkers, readLines, type Damage } from './managed-regions';
import { sortNotices } from './notice-order';
import { unquoteLines } from './table-lines';

export { sortNotices } from './notice-order';

export interface IndexedNotice {
  readonly ref: NoticeRef;
  readonly path: string;
}

export interface IndexContext {
  /** Vault path of the index page. */
  readonly path: string;
  /** Title of the page, for a new one. */
  readonly title: string;
  /** Name of the agency of a series other than 工信部's, e.g. 上海市通信管理局; null where it is not known. */
  readonly agencyOf: (series: string) => string | null;
}

export interface IndexResult {
  /** The page as it should be; as it was where `damage` is not null. */
  readonly text: string;
  /** Items whose link leads to no note that was given; kept as they are. */
  readonly unknown: readonly { readonly title: string; readonly target: string | null }[];
  readonly damage: Damage | null;
}

interface SeriesList {
  readonly id: string;
  readonly title: string;
  readonly kind: 'infringement' | 'takedown';
  readonly notices: readonly IndexedNotice[];
}

/** Puts the notices into the page: `existing` is its text, null for a page that is still to be made. The same again changes nothing. */
export function renderIndexNote(existing: string | null, notices: readonly IndexedNotice[], context: IndexContext): IndexResult {
  const start = existing ?? `---\ntitle: ${yamlScalar(context.title)}\n---\n\n## 全部页面\n`;
  const damage = findDamage(findRegions(start), hiddenMarkers(start));
  if (damage !== null) return { text: start, unknown: [], damage };
  const unknown: { title: string; target: string | null }[] = [];
  let text = dropSettled(start, notices, context);
  for (const list of seriesLists(notices, context)) text = putList(text, list, context, unknown);
  return { text, unknown, damage: null };
}

/** 工信部's two lists first, then those of other series by their titles. */
function seriesLists(notices: readonly IndexedNotice[], context: IndexContext): readonly SeriesList[] {
  const lists: SeriesList[] = [];
  for (const kind of ['infringement', 'takedown'] as const) {
    const name = kind === 'infringement' ? '侵害通报' : '下架通报';
    const series = Array.from(new Set(notices.filter(({ ref }) => ref.kind === kind).map(({ ref }) => ref.series)));
    for (const one of series) {
      const isMain = one === `miit-${kind}`;
      const id = isMain ? `rn-index-${kind}` : `rn-index-${one.replace(/[^A-Za-z0-9-]/g, '-')}`;
      const agency = context.agencyOf(one);
      const title = isMain ? name : agency === null ? `其他${name}（发文机关不详）` : `${agency}${name}`;
      lists.push({ id, title, kind, notices: notices.filter(({ ref }) => ref.kind === kind && ref.series === one) });
    }
  }
  const rank = ({ id }: SeriesList): number => ['rn-index-infringement', 'rn-index-takedown'].indexOf(id) >>> 0;
  return lists.sort((a, b) => rank(a) - rank(b) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

function putList(text: string, list: SeriesList, context: IndexContext, unknown: { title: string; target: string | null }[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const place = findRegions(text).find(({ id }) => id === list.id) ?? findCallout(text, list.title);
  if (place === null) {
    const callout = [`> [!abstract]+ ${inertText(list.title, 'title')}`, '>', ...orderItems([], list, context, unknown)].join(eol);
    const at = endOfLastIndex(text);
    const block = `${callout}${eol}${eol}^${list.id}`;
    if (at !== null) return `${text.slice(0, at)}${eol}${eol}${block}${text.slice(at)}`;
    return `${text}${text.endsWith('\n') || text === '' ? '' : eol}${eol}${block}${eol}`;
  }
  const old = text.slice(place.start, place.end);
  const { head, items, tail } = readIndexList(old, context.path);
  const lines = [...(items.length === 0 && head.length === 1 ? [...head, '>'] : head), ...orderItems(items, list, context, unknown), ...tail];
  const callout = lines.join(eol);
  if (callout === old.replace(/\r?\n/g, eol)) return text;
  const marker = 'markerEnd' in place ? '' : `${eol}${eol}^${list.id}`;
  return text.slice(0, place.start) + callout + marker + text.slice(place.end);
}

/** A callout of that title which bears no marker yet: the page of a user who kept the lists by hand. */
function findCallout(text: string, title: string): { start: number; end: number } | null {
  const lines = readLines(text).map((line) => ({ ...line, isQuote: !line.inFence && /^ {0,3}>/.test(line.text) }));
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line?.isQuote !== true || lines[i - 1]?.isQuote === true) continue;
    const name = /^\s*\[![^\]]+\][+-]?\s*(.*?)\s*$/.exec(unquoteLines(line.text)[0] ?? '')?.[1];
    if (name === undefined || name !== title) continue;
    let last = i;
    while (lines[last + 1]?.isQuote === true) last += 1;
    return { start: line.start, end: lines[last]?.end ?? line.end };
  }
  return null;
}

/** End of the marker of the last index list. */
function endOfLastIndex(text: string): number | null {
  const ends = findRegions(text).filter(({ id }) => id.startsWith('rn-index-')).map(({ markerEnd }) => markerEnd);
  return ends[ends.length - 1] ?? null;
}

/** What an item says of a notice that the vault does not hold, so that it keeps its place: its batch, or the month before its link. */
function refOfItem(item: IndexItem, list: SeriesList): NoticeRef | null {
  const series = list.notices[0]?.ref.series ?? '';
  const named = { key: item.title, series, kind: list.kind, title: item.title };
  if (list.kind === 'takedown') {
    const month = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(item.label)?.[0] ?? /(?:^|\/)(\d{4}_\d{2})_[^/]*$/.exec(item.target ?? '')?.[1]?.replace('_', '-');
    return month === undefined ? null : { ...named, date: month, label: month };
  }
  const batch = findBatch(item.title);
  if (batch?.number == null && batch?.total == null) return null;
  // A number without a year was only given before 2020, when it counted through.
  const total = batch.total ?? (batch.year === null ? batch.number : null);
  return { ...named, date: null, label: total === null ? `${batch.year}年第${batch.number}批` : `总第${total}批` };
}

/** The lines of all items in true order. What nobody can place stays behind the item it stood behind. */
function orderItems(items: readonly IndexItem[], list: SeriesList, context: IndexContext, unknown: { title: string; target: string | null }[]): readonly string[] {
  const style = findItemStyle(items);
  const left = new Map(list.notices.map((notice) => [notice.path.toLowerCase(), notice]));
  const byTitle = new Map(list.notices.map((notice) => [titleKey(notice.ref.title), notice.path.toLowerCase()]));
  const leading: string[] = [];
  const placed: { ref: NoticeRef; lines: string[] }[] = [];
  for (const item of items) {
    const path = item.target?.toLowerCase() ?? '';
    // A wikilink may be short, and titles of takedowns repeat: the path decides, the title only where batches make it one of its kind.
    const known = left.get(path) ?? (list.kind === 'infringement' ? (left.get(byTitle.get(titleKey(item.title)) ?? '') ?? findByBatch(left, item)) : findByMonth(left, item));
    if (known !== undefined) left.delete(known.path.toLowerCase());
    else unknown.push({ title: item.title, target: item.target });
    const ref = known?.ref ?? refOfItem(item, list);
    // Words without a link become one as soon as their note is there.
    const first = known !== undefined && item.target === null ? writeItem(item.label, item.title, known.path, context.path, style) : item.lines[0];
    if (ref !== null) placed.push({ ref: { ...ref, series: list.id }, lines: [...(first === undefined ? [] : [first]), ...item.lines.slice(1)] });
    else (placed[placed.length - 1]?.lines ?? leading).push(...item.lines);
  }
  for (const { ref, path } of left.values()) {
    const label = list.kind === 'takedown' ? (ref.date ?? '').slice(0, 7) : '';
    placed.push({ ref, lines: [writeItem(label, ref.title, path, context.path, style)] });
  }
  const series = list.notices[0]?.ref.series ?? '';
  const ordered = sortNotices(placed.map(({ ref, lines }) => ({ ...ref, series, kind: list.kind, lines })));
  return [...leading, ...ordered.flatMap(({ lines }) => lines)];
}

/** The takedown of the month that an item without a link names; titles of takedowns repeat. */
function findByMonth(left: ReadonlyMap<string, IndexedNotice>, item: IndexItem): IndexedNotice | undefined {
  if (item.target !== null || item.label === '') return undefined;
  const ofMonth = [...left.values()].filter(({ ref }) => ref.date?.startsWith(item.label) === true);
  return ofMonth.find(({ ref }) => titleKey(ref.title) === titleKey(item.title)) ?? (ofMonth.length === 1 ? ofMonth[0] : undefined);
}

/** The notice of the batch that an item without a link names: a copy's title may differ from the page's. */
function findByBatch(left: ReadonlyMap<string, IndexedNotice>, item: IndexItem): IndexedNotice | undefined {
  const total = item.target === null ? totalIn(item.title) : null;
  return total === null ? undefined : [...left.values()].find(({ ref }) => ref.series === 'miit-infringement' && (totalIn(ref.label) ?? totalIn(ref.title)) === total);
}

function totalIn(words: string): number | null {
  return completeBatch(findBatch(words), 'infringement', 'miit-infringement', null)?.total ?? null;
}

/** Takes items off a list of unknown agency whose notice is known to belong to another, and the list with its last item. */
function dropSettled(text: string, notices: readonly IndexedNotice[], context: IndexContext): string {
  const settled = new Set(notices.filter(({ ref }) => !ref.series.startsWith('unknown-')).map(({ path }) => path.toLowerCase()));
  for (const region of findRegions(text).filter(({ id }) => id.startsWith('rn-index-unknown-')).reverse()) {
    const { head, items } = readIndexList(text.slice(region.start, region.end), context.path);
    const left = items.filter(({ target }) => target === null || !settled.has(target.toLowerCase()));
    if (left.length === items.length) continue;
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const before = text.slice(0, region.start);
    const after = text.slice(region.markerEnd);
    if (left.length > 0) text = before + [...head, ...left.flatMap(({ lines }) => lines)].join(eol) + text.slice(region.end, region.markerEnd) + after;
    else text = before.replace(/(?:\r?\n)+$/, '') + (after.trim() === '' ? eol : after);
  }
  return text;
}
