/** Links between notices of an import and of the vault: for 相关通报, and for identity, which asks what a takedown follows. */
import type { ReaderHost } from '../document/document';
import { readMarkdown } from '../document/markdown/read-markdown';
import { noticeLabel } from '../notice/notice-key';
import { recogniseNotice } from '../notice/recognise';
import type { Citation } from '../notice/notice';
import { isAdopted } from '../notes/adopted-note';
import type { DesiredProperty } from '../notes/desired-note';
import { propertyLink } from '../notes/links';
import type { NoteLink } from '../notes/notice-properties';
import type { Settings } from '../settings';
import { NO_LISTS, planAdoptedNote } from './plan-adopted-note';
import type { PlanLog } from './plan-log';
import type { NoticeInPlan } from './plan-notices';
import { resolveCitations, type CitedNotice } from './related-notices';
import type { KnownNotice, VaultSnapshot } from './vault-snapshot';
import { writeNote } from './write-note';
import type { WorkingNotes } from './working-notes';

/** Which notices of the import and of the vault belong together. */
export interface RelatedNotices {
  /** Key of a notice → keys of the notices that it cites. */
  readonly cites: ReadonlyMap<string, readonly string[]>;
  /** Links that the note of a notice should show: what it cites, and what cites it. */
  linksOf(key: string): readonly NoteLink[];
  /** Adds links to notes of the vault that are not of this import. */
  updateKnown(settings: Settings, log: PlanLog): Promise<void>;
}

/** How long after a notice its takedowns come, at most. */
const FOLLOWS_WITHIN_DAYS = 400;

interface Linked extends CitedNotice {
  readonly path: string;
  readonly label: string;
  readonly inPlan: boolean;
}

/**
 * Takedowns of the vault that may follow a notice of this import are read for their citations; no other note is.
 * @param others notices of the vault that identity looks at anew: takedowns among them are asked what they cite, too
 */
export async function linkRelatedNotices(planned: readonly NoticeInPlan[], others: readonly NoticeInPlan[], snapshot: VaultSnapshot, notes: WorkingNotes, host: ReaderHost): Promise<RelatedNotices> {
  const inPlan = new Set(planned.map((one) => one.key));
  const notices: Linked[] = [...planned.map(linkedOfPlan), ...snapshot.notices.filter((n) => !inPlan.has(n.key)).map(linkedOfVault)];
  const byKey = new Map(notices.map((n) => [n.key, n]));
  const cites = new Map<string, readonly string[]>();
  const resolve = (citing: Linked, citations: readonly Citation[]): void => {
    const keys = resolveCitations(citations, citing, notices);
    if (keys.length > 0) cites.set(citing.key, keys);
  };
  for (const one of planned) resolve(linkedOfPlan(one), one.notice.cites);
  const read = new Map(others.map((one) => [one.key, one.notice.cites]));
  for (const known of snapshot.notices) {
    const cited = read.get(known.key);
    if (cited !== undefined && known.kind === 'takedown') {
      resolve(linkedOfVault(known), cited);
      continue;
    }
    if (inPlan.has(known.key) || known.kind !== 'takedown' || !planned.some((one) => mayFollow(known, one))) continue;
    const { cites: found } = recogniseNotice(readMarkdown((await notes.read(known.path)) ?? '', known.path, host));
    resolve(linkedOfVault(known), found);
  }
  const links = new Map<string, Set<string>>();
  for (const [citing, cited] of cites) {
    for (const key of cited) {
      for (const [from, to] of [[citing, key], [key, citing]] as const) links.set(from, new Set([...(links.get(from) ?? []), to]));
    }
  }
  const linksOf = (key: string): readonly NoteLink[] => {
    const related = [...(links.get(key) ?? [])].flatMap((other) => byKey.get(other) ?? []);
    return related.sort((a, b) => (`${a.date ?? ''} ${a.key}` < `${b.date ?? ''} ${b.key}` ? -1 : 1)).map(({ path, label }) => ({ path, display: label }));
  };
  const updateKnown = async (settings: Settings, log: PlanLog): Promise<void> => {
    if (!settings.write.related) return;
    for (const notice of notices) {
      const wanted = linksOf(notice.key);
      if (notice.inPlan || wanted.length === 0) continue;
      const value = wanted.map(({ path, display }) => propertyLink(path, display));
      const property: DesiredProperty = { name: settings.propertyNames.related, value, policy: 'union' };
      if (isAdopted((await notes.read(notice.path)) ?? '')) await planAdoptedNote(notice.path, NO_LISTS, [property], () => null, notes, settings, log);
      else await writeNote(notice.path, { properties: [property], parts: [] }, notes, log);
    }
  };
  return { cites, linksOf, updateKnown };
}

function mayFollow(takedown: KnownNotice, one: NoticeInPlan): boolean {
  if (one.notice.kind !== 'infringement') return false;
  if (takedown.date === null || one.notice.date === null) return true;
  const days = (Date.parse(takedown.date) - Date.parse(one.notice.date)) / 86_400_000;
  return days >= 0 && days <= FOLLOWS_WITHIN_DAYS;
}

function linkedOfPlan({ key, path, notice }: NoticeInPlan): Linked {
  const stated = notice.statedCount;
  const counts = stated === null ? [] : [stated.number, ...stated.parts.map((part) => part.number)];
  return { key, path, kind: notice.kind, series: notice.series, date: notice.date, signedDate: notice.signedDate, batch: notice.batch, counts, label: labelOf(notice), inPlan: true };
}

function linkedOfVault(known: KnownNotice): Linked {
  const counts = known.statedCount === null ? [] : [known.statedCount];
  return { key: known.key, path: known.path, kind: known.kind, series: known.series, date: known.date, signedDate: known.signedDate, batch: known.batch, counts, label: labelOf(known), inPlan: false };
}

/** A takedown's label is only its date; in a property it needs a word more. */
function labelOf(notice: Pick<KnownNotice, 'kind' | 'batch' | 'date'>): string {
  return notice.kind === 'takedown' ? `${notice.date ?? ''} 下架通报` : noticeLabel(notice);
}
