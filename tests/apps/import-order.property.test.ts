/** Whatever the order of notices, apps come out the same: on made listings, and on parts of the real archive. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownApp, ListingContext } from '../../src/apps/facts';
import type { AppId, Listing, ListingKey } from '../../src/apps/listing';
import { resolveListings, type ReviewEntry } from '../../src/apps/resolve';
import { readTruthCites, readTruthListings, TRUTH_MISSING } from '../support/truth-listings';
import { makeListing } from './make-listing';

if (TRUTH_MISSING) console.log('SKIPPED import-order on the archive: ../shared/archive/truth is not there');

const SEED = 20210122;

type Partition = readonly (readonly ListingKey[])[];

/** Groups of listing keys in one fixed order, so that equal partitions are equal values. */
function sortGroups(groups: Iterable<readonly ListingKey[]>): Partition {
  return [...groups].map((group) => [...group].sort()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

function importAll(listings: readonly Listing[], context: ListingContext): Partition {
  return sortGroups(resolveListings(listings, [], context).apps.map((app) => app.listings));
}

interface Vault {
  readonly apps: ReadonlyMap<AppId, Listing[]>;
  /** Entries of kind `bridge` met on the way, as pairs of apps. */
  readonly bridges: readonly (readonly [AppId, AppId])[];
}

function knownApps(apps: ReadonlyMap<AppId, readonly Listing[]>): KnownApp[] {
  return [...apps].map(([id, listings]) => ({
    id, listings, notSameAs: [], decided: { aliases: [], developers: [] },
    names: listings.map((listing) => listing.name),
    developers: listings.flatMap((listing) => listing.packages.flatMap((one) => one.developer ?? [])),
  }));
}

/** Imports notice by notice and checks at each step that no known app lost a listing or was joined with another. */
function importOneByOne(notices: readonly (readonly Listing[])[], context: ListingContext): Vault {
  const apps = new Map<AppId, Listing[]>();
  const bridges: [AppId, AppId][] = [];
  for (const notice of notices) {
    const before = new Map([...apps].map(([id, listings]) => [id, listings.map((listing) => listing.key)]));
    const resolution = resolveListings(notice, knownApps(apps), context);
    const byKey = new Map(notice.map((listing) => [listing.key, listing]));
    for (const app of resolution.apps) {
      const joined = app.listings.flatMap((key) => byKey.get(key) ?? []);
      apps.set(app.id, [...(apps.get(app.id) ?? []), ...joined]);
    }
    for (const entry of resolution.review.filter((one: ReviewEntry) => one.kind === 'bridge')) bridges.push([entry.a.app, entry.b.app]);
    for (const [id, keys] of before) expect(apps.get(id)?.slice(0, keys.length).map((listing) => listing.key)).toEqual(keys);
  }
  return { apps, bridges };
}

/** The apps after the user has said yes to every bridge. */
function acceptBridges(vault: Vault): Partition {
  const parents = new Map<AppId, AppId>();
  const root = (id: AppId): AppId => {
    const up = parents.get(id);
    return up === undefined ? id : root(up);
  };
  for (const [a, b] of vault.bridges) if (root(a) !== root(b)) parents.set(root(a), root(b));
  const groups = new Map<AppId, ListingKey[]>();
  for (const [id, listings] of vault.apps) groups.set(root(id), [...(groups.get(root(id)) ?? []), ...listings.map((listing) => listing.key)]);
  return sortGroups(groups.values());
}

function byNotice(listings: readonly Listing[]): Listing[][] {
  const notices = new Map<string, Listing[]>();
  for (const listing of listings) notices.set(listing.notice.key, [...(notices.get(listing.notice.key) ?? []), listing]);
  return [...notices.values()];
}

const NAMES = ['青柠', '青柠天气', '晴空天气', '晴空天气（原青柠天气）', '青柠天气-看天看地', '青柠天气极速版', '青柠天汽', '青柠实时天气', '山雨地图', '山雨'];
const DEVELOPERS = ['杭州青柠科技有限公司', '杭州青柠信息有限公司', '杭州青拧科技有限公司', '北京青柠科技有限公司', '北京山雨网络有限公司', '北京山宇网络有限公司', 'Lime Ltd', '陈小青', null];
const VERSIONS = ['1.0.0', '1.0.2', '2.3.4', '2.3.6', '2.8.1', '3.1.2091', '15.3.25', null];

/** Rows drawn from few names, developers and versions, so that chains and homonyms are frequent. */
const rows = fc.array(
  fc.record({
    notice: fc.integer({ min: 1, max: 6 }),
    name: fc.constantFrom(...NAMES),
    developer: fc.constantFrom(...DEVELOPERS),
    version: fc.constantFrom(...VERSIONS),
    source: fc.constantFrom('应用宝', '豌豆荚', 'App Store'),
  }),
  { minLength: 2, maxLength: 14 },
);

/** Notices 5 and 6 are takedowns that cite 1 and 2, and 3. */
const context: ListingContext = { cites: new Map([['N5', ['N1', 'N2']], ['N6', ['N3']]]) };

function makeListings(drawn: readonly { notice: number; name: string; developer: string | null; version: string | null; source: string }[]): Listing[] {
  return drawn.map(({ version, ...row }, i) => makeListing({ ...row, ...(version === null ? {} : { version }), no: i + 1, takedown: row.notice >= 5 }));
}

describe('made listings', () => {
  it('give the same apps, reasons and review list in any order', () => {
    fc.assert(
      fc.property(rows, fc.integer(), (drawn, turn) => {
        const listings = makeListings(drawn);
        const turned = [...listings].sort((a, b) => hash(a.key, turn) - hash(b.key, turn));
        const [one, other] = [listings, turned].map((order) => resolveListings(order, [], context));
        expect(other).toEqual(one);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('give the same apps, reasons and review list whatever the order of the known apps', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const listings = makeListings(drawn);
        const last = listings.filter((listing) => listing.notice.key === 'N4');
        const vault = importOneByOne(byNotice(listings.filter((listing) => listing.notice.key !== 'N4')), context);
        const known = knownApps(vault.apps);
        expect(resolveListings(last, [...known].reverse(), context)).toEqual(resolveListings(last, known, context));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('give one by one what they give all at once, when the bridges are accepted', () => {
    let bridged = 0;
    fc.assert(
      fc.property(rows, fc.integer(), (drawn, turn) => {
        const listings = makeListings(drawn);
        const notices = byNotice(listings).sort((a, b) => hash(a[0]?.notice.key ?? '', turn) - hash(b[0]?.notice.key ?? '', turn));
        const vault = importOneByOne(notices, context);
        bridged += vault.bridges.length;
        expect(acceptBridges(vault)).toEqual(importAll(listings, context));
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(bridged).toBeGreaterThan(0);
  });

  it('leave a vault as it is when a notice is imported again', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const listings = makeListings(drawn);
        const vault = importOneByOne(byNotice(listings), context);
        const again = resolveListings(listings, knownApps(vault.apps), context);
        expect(sortGroups(again.apps.map((app) => app.listings))).toEqual(sortGroups([...vault.apps.values()].map((app) => app.map((listing) => listing.key))));
        expect(again.review).toEqual([]);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

describe.skipIf(TRUTH_MISSING)('the real archive', () => {
  it('gives one by one, in any order, what it gives all at once', () => {
    const notices = byNotice(readTruthListings());
    const cites = { cites: readTruthCites() };
    let bridges = 0;
    fc.assert(
      fc.property(fc.shuffledSubarray(notices, { minLength: 5 }), (some) => {
        const vault = importOneByOne(some, cites);
        bridges += vault.bridges.length;
        expect(acceptBridges(vault)).toEqual(importAll(some.flat(), cites));
      }),
      { seed: SEED, numRuns: 12 },
    );
    console.log(`archive in 12 orders, one by one: ${bridges} bridges left to review`);
  });
});

/** A number for shuffling that is the same on every run. */
function hash(text: string, turn: number): number {
  let value = turn | 0;
  for (const char of text) value = Math.imul(value ^ char.charCodeAt(0), 0x01000193);
  return value >>> 0;
}
