/** The chain from naming to takedown: notices that others refer to, and apps that were taken down without having been named. */
import { diagnostic } from '../../document/diagnostic';
import type { Citation } from '../../notice/notice';
import type { FileDiagnostic } from '../../plan/plan';
import { resolveCitations, type CitedNotice } from '../../plan/related-notices';
import type { KnownNotice } from '../../plan/vault-snapshot';
import type { ReadApp, ReadNotice } from '../read-vault';
import { nameSome } from './name-some';

/**
 * Finds citations by date or batch whose notice the vault does not have, and takedowns of apps that the notices they follow do not name; the latter
 * only where all that they follow is there.
 */
export function checkChain(notices: readonly ReadNotice[], apps: readonly ReadApp[]): readonly FileDiagnostic[] {
  const cited = notices.map(citedNotice);
  const appOf = new Map(apps.flatMap((app) => app.listings.map(({ key }) => [key as string, app] as const)));
  return notices.flatMap((one) => checkNotice(one, cited, appOf));
}

function checkNotice({ known, read }: ReadNotice, notices: readonly CitedNotice[], appOf: ReadonlyMap<string, ReadApp>): readonly FileDiagnostic[] {
  // A citation by topic alone (前期通报的APP) names no notice.
  const cites = read.notice.cites.filter(({ date, batch }) => date !== null || batch !== null);
  const parents = cites.map((cite) => citedKeys(cite, known, notices));
  const missing = cites.filter((_, i) => parents[i]?.length === 0);
  const found = missing.map(({ phrase }) => diagnostic('cited-notice-missing', {}, { phrase }));
  const named = new Set(parents.flat());
  // Only where all that it follows is there can be said that something is not in it.
  if (known.kind === 'takedown' && named.size > 0 && missing.length === 0) {
    const unnamed = read.listings.filter(({ key }) => appOf.get(key)?.listings.some(({ notice }) => named.has(notice.key)) === false);
    if (unnamed.length > 0) found.push(diagnostic('taken-down-unnamed', {}, { count: unnamed.length, names: nameSome(unnamed.map(({ name }) => name)) }));
  }
  return found.map((each) => ({ ...each, file: known.path }));
}

/** A bureau may follow a notice of the ministry: where its own series has none, the others are asked. */
function citedKeys(cite: Citation, own: KnownNotice, notices: readonly CitedNotice[]): readonly string[] {
  const found = resolveCitations([cite], own, notices);
  return found.length > 0 ? found : [...new Set(notices.map(({ series }) => series))].flatMap((series) => resolveCitations([cite], { ...own, series }, notices));
}

function citedNotice({ known, read: { notice } }: ReadNotice): CitedNotice {
  const stated = notice.statedCount;
  const counts = [...(known.statedCount === null ? [] : [known.statedCount]), ...(stated === null ? [] : [stated.number, ...stated.parts.map((part) => part.number)])];
  return { key: known.key, kind: known.kind, series: known.series, date: known.date, signedDate: known.signedDate, batch: known.batch, counts };
}
