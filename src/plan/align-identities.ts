/**
 * One notice, however little of it a source states (what makes them one: notice/notice-key.ts): a copy without 总第N批, or without an agency, is the notice that
 * another source, or a note of the vault, states in full. Sources and notes that are one get one series and one batch before keys are made.
 */
import { mergeBatches } from '../notice/batches';
import { listsApps, type Batch, type Notice, type NoticeKind } from '../notice/notice';
import { noticeKey } from '../notice/notice-key';
import { titleKey } from '../notice/titles';
import type { KnownNotice, VaultSnapshot } from './vault-snapshot';

interface Identity {
  readonly kind: NoticeKind;
  readonly series: string;
  readonly title: string;
  readonly date: string | null;
  readonly batch: Batch | null;
}

/** Both with what each lacks filled in from the others. */
export function alignIdentities<Source extends { readonly notice: Notice | null }>(read: readonly Source[], snapshot: VaultSnapshot): { readonly read: readonly Source[]; readonly snapshot: VaultSnapshot } {
  const known: readonly Identity[] = [...read.flatMap((source) => source.notice ?? []), ...snapshot.notices];
  const places = new Map<string, Identity[]>();
  for (const one of known) for (const key of placesOf(one)) places.set(key, [...(places.get(key) ?? []), one]);
  const complete = (one: Identity): Pick<Identity, 'series' | 'batch'> => {
    const same = new Set(placesOf(one).flatMap((key) => places.get(key) ?? []).filter((other) => isSame(one, other)));
    return {
      series: isUnknown(one) ? ([...same].find((other) => !isUnknown(other))?.series ?? one.series) : one.series,
      batch: [...same].reduce<Batch | null>((batch, other) => mergeBatches(batch, other.batch), one.batch),
    };
  };
  return {
    read: read.map((source) => (source.notice === null ? source : { ...source, notice: { ...source.notice, ...complete(source.notice) } })),
    snapshot: { ...snapshot, notices: snapshot.notices.map((notice): KnownNotice => keyed({ ...notice, ...complete(notice) })) },
  };
}

function keyed(notice: KnownNotice): KnownNotice {
  return { ...notice, key: noticeKey(notice) };
}

/** Where notices that may be one meet. */
function placesOf({ kind, batch, title, date }: Identity): readonly string[] {
  if (!listsApps(kind)) return [];
  return [
    ...(batch?.total != null ? [`${kind} total ${batch.total}`] : []),
    ...(batch?.year != null && batch.number !== null ? [`${kind} ${batch.year}-${batch.number}`] : []),
    `${kind} ${titleKey(title)}@${date ?? ''}`,
  ];
}

/** Of one series, or of none that is known: then day or title must agree as well. What both state must be the same. */
function isSame(a: Identity, b: Identity): boolean {
  if (a === b) return true;
  if (a.series !== b.series) {
    if (!isUnknown(a) && !isUnknown(b)) return false;
    if (a.date !== b.date && titleKey(a.title) !== titleKey(b.title)) return false;
  }
  const agree = (x: number | null | undefined, y: number | null | undefined): boolean => x == null || y == null || x === y;
  if (!agree(a.batch?.total, b.batch?.total) || !agree(a.batch?.number, b.batch?.number) || !agree(a.batch?.year, b.batch?.year)) return false;
  return a.batch !== null || b.batch !== null || a.kind === 'takedown' || isUnknown(a) || isUnknown(b);
}

/** A series whose issuing body nothing names. */
function isUnknown({ series }: Identity): boolean {
  return series.startsWith('unknown-');
}
