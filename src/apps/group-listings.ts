/** Groups new listings by their sure pairs, without ever joining two known apps. Works on sets: no step depends on an order. */
import type { AppId, ListingKey } from './listing';

/** A sure pair: of two new listings, or of a new listing and a known app. */
export interface SurePair {
  readonly listing: ListingKey;
  readonly other: { readonly listing: ListingKey } | { readonly app: AppId };
  /** `decided` by the user, `exact` in name and developer, or `sure` for another reason. */
  readonly strength: 'decided' | 'exact' | 'sure';
}

/** One app: the known one that the listings belong to, or null for a new app. */
export interface ListingGroup {
  readonly app: AppId | null;
  readonly listings: readonly ListingKey[];
}

/** Groups the listings. Every listing is in one group; a known app is in one group at most. */
export function groupListings(listings: readonly ListingKey[], pairs: readonly SurePair[]): ListingGroup[] {
  const byApp = new Map<AppId, ListingKey[]>();
  const groups: ListingGroup[] = [];
  const place = (app: AppId | null, members: readonly ListingKey[]): void => {
    if (app === null) groups.push({ app, listings: members });
    else byApp.set(app, [...(byApp.get(app) ?? []), ...members]);
  };
  const touches = indexTouches(pairs);
  for (const component of connect(listings, pairs)) {
    const apps = appsTouched(component, touches, () => true);
    if (apps.length <= 1) place(apps[0] ?? null, component);
    else splitBridge(component, pairs, touches, place);
  }
  return [...[...byApp].map(([app, members]): ListingGroup => ({ app, listings: members })), ...groups];
}

/** Takes a bridge apart: what matches one known app best goes there, the rest becomes an app of its own. */
function splitBridge(
  component: readonly ListingKey[],
  pairs: readonly SurePair[],
  touches: Touches,
  place: (app: AppId | null, members: readonly ListingKey[]) => void,
): void {
  const left: ListingKey[] = [];
  for (const part of connect(component, pairs.filter((pair) => pair.strength !== 'sure'))) {
    const app = singleBestApp(part, touches);
    if (app === null) left.push(...part);
    else place(app, part);
  }
  for (const part of connect(left, pairs)) place(null, part);
}

function singleBestApp(part: readonly ListingKey[], touches: Touches): AppId | null {
  for (const strengths of [['decided'], ['decided', 'exact'], ['decided', 'exact', 'sure']]) {
    const apps = appsTouched(part, touches, (strength) => strengths.includes(strength));
    if (apps.length > 0) return apps.length === 1 ? (apps[0] ?? null) : null;
  }
  return null;
}

type Touches = ReadonlyMap<ListingKey, readonly { readonly app: AppId; readonly strength: SurePair['strength'] }[]>;

function indexTouches(pairs: readonly SurePair[]): Touches {
  const touches = new Map<ListingKey, { app: AppId; strength: SurePair['strength'] }[]>();
  for (const pair of pairs) {
    if (!('app' in pair.other)) continue;
    const list = touches.get(pair.listing) ?? [];
    list.push({ app: pair.other.app, strength: pair.strength });
    touches.set(pair.listing, list);
  }
  return touches;
}

function appsTouched(part: readonly ListingKey[], touches: Touches, counts: (strength: SurePair['strength']) => boolean): AppId[] {
  const apps = new Set<AppId>();
  for (const listing of part) for (const touch of touches.get(listing) ?? []) if (counts(touch.strength)) apps.add(touch.app);
  return [...apps];
}

/** Connected components of the listings under the pairs of two new listings. Pairs with a listing that is not among them do not count. */
function connect(listings: readonly ListingKey[], pairs: readonly SurePair[]): ListingKey[][] {
  const parents = new Map<ListingKey, ListingKey>(listings.map((listing) => [listing, listing]));
  const root = (listing: ListingKey): ListingKey => {
    let at = listing;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up;
    parents.set(listing, at);
    return at;
  };
  for (const pair of pairs) {
    if (!('listing' in pair.other) || !parents.has(pair.listing) || !parents.has(pair.other.listing)) continue;
    parents.set(root(pair.listing), root(pair.other.listing));
  }
  const components = new Map<ListingKey, ListingKey[]>();
  for (const listing of listings) {
    const top = root(listing);
    components.set(top, [...(components.get(top) ?? []), listing]);
  }
  return [...components.values()];
}
