/** Identity measured on the real archive: which rows are joined without asking, and which are put before the user. */
import { describe, expect, it } from 'vitest';
import type { ListingKey } from '../../src/apps/listing';
import { resolveListings, type Resolution } from '../../src/apps/resolve';
import { readTruthCites, readTruthClusters, readTruthListings, readUndecidedPairs, TRUTH_MISSING } from '../support/truth-listings';

if (TRUTH_MISSING) console.log('SKIPPED archive-clusters: ../shared/archive/truth is not there');

/** Row pairs as `a b`, the smaller key first. */
function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function pairsWithin(groups: readonly (readonly string[])[]): Set<string> {
  const pairs = new Set<string>();
  for (const group of groups) group.forEach((a, at) => group.slice(at + 1).forEach((b) => pairs.add(pairKey(a, b))));
  return pairs;
}

function pairsInReview(resolution: Resolution): Set<string> {
  const members = new Map(resolution.apps.map((app) => [app.id, app.listings]));
  const pairs = new Set<string>();
  for (const entry of resolution.review) {
    for (const a of members.get(entry.a.app) ?? []) for (const b of members.get(entry.b.app) ?? []) pairs.add(pairKey(a, b));
  }
  return pairs;
}

describe.skipIf(TRUTH_MISSING)('apps across the archive', () => {
  it('joins no two apps and leaves few pairs unfound', () => {
    const listings = readTruthListings();
    const undecided = new Set(readUndecidedPairs().map(([a, b]) => pairKey(a, b)));
    const truth = new Set([...pairsWithin(readTruthClusters())].filter((pair) => !undecided.has(pair)));
    const resolution = resolveListings(listings, [], { cites: readTruthCites() });
    const joined = new Set([...pairsWithin(resolution.apps.map((app) => app.listings))].filter((pair) => !undecided.has(pair)));
    const review = pairsInReview(resolution);

    const wrong = [...joined].filter((pair) => !truth.has(pair));
    const open = [...truth].filter((pair) => !joined.has(pair));
    const missed = open.filter((pair) => !review.has(pair));
    const precision = (joined.size - wrong.length) / joined.size;
    const recall = 1 - open.length / truth.size;
    const withReview = 1 - missed.length / truth.size;
    console.log(
      `apps across ${listings.length} rows: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} automatically, ` +
        `${withReview.toFixed(3)} with the review list of ${resolution.review.length}`,
    );
    if (process.env['SHOW_PAIRS'] !== undefined) showPairs(resolution, wrong, open, missed);

    expect(wrong).toEqual([]);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(withReview).toBeGreaterThanOrEqual(0.99);
    expect(resolution.review.length).toBeLessThanOrEqual(60);
    expect(resolution.appOf.size).toBe(listings.length);
    expect(resolution.appOf.get('Q01#1#1' as ListingKey)).toBeDefined();
  });
});

/** With SHOW_PAIRS=1: what is wrong, open and missed, and the whole review list. */
function showPairs(resolution: Resolution, wrong: readonly string[], open: readonly string[], missed: readonly string[]): void {
  console.log(['wrong', ...wrong, 'open', ...open, 'missed', ...missed].join('\n'));
  console.log(resolution.review.map((entry) => `${entry.score.toFixed(2)} ${entry.kind} ${entry.evidence.zh}`).join('\n'));
  const joins = resolution.apps.flatMap((app) => app.joins).filter((join) => join.judgement.developer !== 'same' || join.judgement.name !== 'equal');
  console.log(joins.map((join) => join.evidence.zh).join('\n'));
}
