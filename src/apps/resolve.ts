/**
 * Which app each listing means: one that the vault knows, a new one, or a new one with an entry to be reviewed.
 *
 * What is promised, and why it holds:
 * - Whether a pair is sure is a property of the pair and its notices (weigh-pair.ts). New listings that sure pairs connect are
 *   one app: the outcome of an import is a function of the set of its listings.
 * - Known apps are never joined. New listings that sure pairs connect with two known apps are a bridge (group-listings.ts), and
 *   every sure pair left open is an entry of kind `bridge`. Importing one by one therefore gives the apps of importing all at
 *   once, as soon as those entries are accepted; where there are none, it gives them outright.
 * - A listing already recorded in a known app stays there, whatever its words are: the user's merges and splits hold.
 */
import { compareText } from '../document/compare-text';
import type { Language } from '../document/diagnostic';
import { candidateKeys, candidatePairs } from './candidates';
import { describeJudgement } from './evidence-texts';
import { factsOfApp, factsOfListing, factsOfNote, type Facts, type KnownApp, type ListingContext } from './facts';
import { groupListings, type SurePair } from './group-listings';
import type { AppId, Listing, ListingKey } from './listing';
import { developersByNotice } from './notice-names';
import { weighPair, type Judgement } from './weigh-pair';

/** One side of a pair. `listing` is null where an app's note itself was compared. */
export interface Side {
  readonly app: AppId;
  readonly listing: ListingKey | null;
}

/** A pair that was judged, with the reason in words. */
export interface JudgedPair {
  readonly a: Side;
  readonly b: Side;
  readonly judgement: Judgement;
  readonly evidence: Readonly<Record<Language, string>>;
}

/** Two apps that may be one. `bridge`: joining them is sure, but both have notes already, and only the user joins notes. */
export interface ReviewEntry extends JudgedPair {
  readonly kind: 'doubtful' | 'bridge';
  /** How likely they are one app, 0 to 1; the list is ordered by it. */
  readonly score: number;
}

/** An app that has listings in this run. */
export interface ResolvedApp {
  readonly id: AppId;
  /** Whether the app was known before. */
  readonly known: boolean;
  /** Its listings of this run, oldest first. */
  readonly listings: readonly ListingKey[];
  /** Why they are one app: enough pairs to connect them all, the strongest. Pairs that are recorded already are not among them. */
  readonly joins: readonly JudgedPair[];
}

/** Which app each listing of this run means. Every listing is in `appOf`, whatever is left to be reviewed. */
export interface Resolution {
  /** Apps with a listing of this run, by their oldest listing. */
  readonly apps: readonly ResolvedApp[];
  readonly appOf: ReadonlyMap<ListingKey, AppId>;
  /** At most one entry for two apps, the likeliest first. */
  readonly review: readonly ReviewEntry[];
}

interface Edge {
  readonly a: Facts;
  readonly b: Facts;
  readonly judgement: Judgement;
}

/** Finds the app of each listing. New apps get the id `app:<key of the oldest listing>`, which stands for them in this run only. */
export function resolveListings(listings: readonly Listing[], known: readonly KnownApp[], context: ListingContext): Resolution {
  const recorded = new Map(known.flatMap((app) => app.listings.map((listing) => [listing.key, app.id] as const)));
  const byKey = new Map(listings.map((listing) => [listing.key, listing]));
  const ordered = [...byKey.values()].sort(compareListings);
  const fresh = ordered.filter((listing) => !recorded.has(listing.key)).map((listing) => factsOfListing(listing, null));
  const edges = weighPairs(fresh, known.flatMap(factsOfApp), context);

  const appOf = new Map<ListingKey, AppId>();
  for (const listing of ordered) {
    const app = recorded.get(listing.key);
    if (app !== undefined) appOf.set(listing.key, app);
  }
  const groups = groupListings(fresh.flatMap((facts) => facts.listing ?? []), edges.flatMap(surePairOf));
  for (const group of groups) {
    const [oldest] = group.listings;
    if (oldest === undefined) continue;
    const id = group.app ?? (`app:${oldest}` as AppId);
    for (const listing of group.listings) appOf.set(listing, id);
  }
  const side = (facts: Facts): Side => sideOf(facts, appOf);
  const inside = edges.filter((edge) => side(edge.a).app === side(edge.b).app);
  const across = edges.filter((edge) => side(edge.a).app !== side(edge.b).app);
  const knownIds = new Set(known.map((app) => app.id));
  return {
    apps: listApps(ordered, appOf, knownIds, explainJoins(inside, side)),
    appOf,
    review: listReview(across, side, separations(known)),
  };
}

/** The pairs of known apps that may be one, for a check of the whole vault. */
export function reviewKnownApps(known: readonly KnownApp[], context: ListingContext): readonly ReviewEntry[] {
  const edges = weighPairs(known.flatMap(factsOfApp), [], context).filter((edge) => edge.a.app !== edge.b.app);
  return listReview(edges, (facts) => sideOf(facts, new Map()), separations(known));
}

/** The known apps that new listings may concern, judged by the names and developers of their notes: only their listings need to be read. */
export function findConcernedApps(listings: readonly Listing[], known: readonly KnownApp[]): AppId[] {
  const wanted = new Set(listings.flatMap((listing) => candidateKeys(factsOfListing(listing, null))));
  return known
    .filter((app) => factsOfNote(app).some((facts) => candidateKeys(facts).some((key) => wanted.has(key))))
    .map((app) => app.id);
}

/** Time order, then key: the order in which an app's listings stand in its record. */
export function compareListings(a: Listing, b: Listing): number {
  return compareText(a.notice.date ?? '', b.notice.date ?? '') || compareText(a.notice.key, b.notice.key) || a.list - b.list || (a.no ?? 0) - (b.no ?? 0) || compareText(a.key, b.key);
}

function weighPairs(fresh: readonly Facts[], known: readonly Facts[], context: ListingContext): Edge[] {
  const names = developersByNotice([...fresh, ...known]);
  const around = {
    cites: (notice: string, other: string): boolean => context.cites.get(notice)?.includes(other) ?? false,
    developersNamed: (notice: string, kind: string, key: string): number => names(notice, kind, key),
  };
  const edges: Edge[] = [];
  for (const [a, b] of candidatePairs(fresh, known)) {
    const judgement = weighPair(a, b, around);
    if (judgement !== null) edges.push({ a, b, judgement });
  }
  return edges.sort(compareEdges);
}

/** Strongest first; ties by key, so that the same set always gives the same reasons. */
function compareEdges(one: Edge, other: Edge): number {
  return other.judgement.score - one.judgement.score || compareText(edgeKey(one), edgeKey(other));
}

function edgeKey(edge: Edge): string {
  return [edge.a, edge.b].map((facts) => facts.listing ?? facts.app ?? '').sort().join(' ');
}

function surePairOf({ a, b, judgement }: Edge): SurePair[] {
  if (judgement.verdict === 'doubtful' || a.listing === null) return [];
  const exact = judgement.name === 'equal' && judgement.developer === 'same';
  const strength = judgement.verdict === 'decided' ? 'decided' : exact ? 'exact' : 'sure';
  if (b.app !== null) return [{ listing: a.listing, other: { app: b.app }, strength }];
  return b.listing === null ? [] : [{ listing: a.listing, other: { listing: b.listing }, strength }];
}

function sideOf(facts: Facts, appOf: ReadonlyMap<ListingKey, AppId>): Side {
  const app = facts.app ?? (facts.listing === null ? undefined : appOf.get(facts.listing));
  if (app === undefined) throw new Error(`a listing without an app: ${facts.listing ?? facts.verbatim}`);
  return { app, listing: facts.listing };
}

function judged(edge: Edge, side: (facts: Facts) => Side): JudgedPair {
  const { a, b, judgement } = edge;
  return {
    a: side(a), b: side(b), judgement,
    evidence: { en: describeJudgement(a, b, judgement, 'en'), zh: describeJudgement(a, b, judgement, 'zh') },
  };
}

/** The strongest sure pairs that connect each app (a spanning tree), by app. */
function explainJoins(edges: readonly Edge[], side: (facts: Facts) => Side): Map<AppId, JudgedPair[]> {
  const joins = new Map<AppId, JudgedPair[]>();
  const parents = new Map<string, string>();
  const root = (node: string): string => {
    let at = node;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    return at;
  };
  for (const edge of edges) {
    if (edge.judgement.verdict === 'doubtful') continue;
    const [one, other] = [edge.a, edge.b].map((facts) => root(facts.app ?? `listing ${facts.listing ?? ''}`));
    if (one === undefined || other === undefined || one === other) continue;
    parents.set(one, other);
    const { app } = side(edge.a);
    joins.set(app, [...(joins.get(app) ?? []), judged(edge, side)]);
  }
  return joins;
}

function listApps(ordered: readonly Listing[], appOf: ReadonlyMap<ListingKey, AppId>, known: ReadonlySet<AppId>, joins: ReadonlyMap<AppId, JudgedPair[]>): ResolvedApp[] {
  const members = new Map<AppId, ListingKey[]>();
  for (const { key } of ordered) {
    const app = appOf.get(key);
    if (app !== undefined) members.set(app, [...(members.get(app) ?? []), key]);
  }
  return [...members].map(([id, listings]) => ({ id, known: known.has(id), listings, joins: joins.get(id) ?? [] }));
}

/** Pairs of apps that the user keeps apart, both ways. */
function separations(known: readonly KnownApp[]): ReadonlySet<string> {
  return new Set(known.flatMap((app) => app.notSameAs.map((other) => [app.id, other].sort().join(' '))));
}

function listReview(edges: readonly Edge[], side: (facts: Facts) => Side, apart: ReadonlySet<string>): ReviewEntry[] {
  const entries = new Map<string, ReviewEntry>();
  for (const edge of edges) {
    const pair = [side(edge.a).app, side(edge.b).app].sort().join(' ');
    if (apart.has(pair) || entries.has(pair)) continue;
    const kind = edge.judgement.verdict === 'doubtful' ? 'doubtful' : 'bridge';
    entries.set(pair, { ...judged(edge, side), kind, score: edge.judgement.score });
  }
  return [...entries.values()];
}
