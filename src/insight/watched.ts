/** Watched apps and firms that occur in an import: what every report opens with. */
import type { Listing } from '../apps/listing';
import { watchedNameOf } from '../apps/watched-developers';
import { compareText } from '../document/compare-text';

/** A listing of an import, with what a report says of it. */
export interface Occurrence {
  readonly listing: Listing;
  /** The app that it means; the path is null where the app has no note. */
  readonly app: { readonly name: string; readonly path: string | null };
  /** Vault path of the notice's note. */
  readonly noticePath: string;
  readonly deadline: { readonly date: string; readonly phrase: string } | null;
  /** Whether the notice was not in the vault before. */
  readonly isNew: boolean;
}

/** A watched app or firm in one listing of an import. */
export interface WatchedHit extends Occurrence {
  /** `app`: its note says 关注: true. `developer`: the settings name the firm. */
  readonly kind: 'app' | 'developer';
  /** The app's name, or the firm as the settings name it. */
  readonly watched: string;
  /** Problems of all packages, each once. */
  readonly problems: readonly string[];
}

/**
 * The watched ones among the occurrences: new notices first, the latest before older ones, then as listed.
 * @param watchedApps paths of the app notes that say 关注: true
 * @param watchedDevelopers firms, by name or part of a name
 */
export function watchedIn(occurrences: readonly Occurrence[], watchedApps: ReadonlySet<string>, watchedDevelopers: readonly string[]): readonly WatchedHit[] {
  const hits = occurrences.flatMap((one): WatchedHit[] => {
    const problems = [...new Set(one.listing.packages.flatMap((each) => each.problems))];
    if (one.app.path !== null && watchedApps.has(one.app.path)) return [{ ...one, kind: 'app', watched: one.app.name, problems }];
    const firm = one.listing.packages.map((each) => watchedNameOf(each.developer, watchedDevelopers)).find((name) => name !== null);
    return firm == null ? [] : [{ ...one, kind: 'developer', watched: firm, problems }];
  });
  return hits.sort(compareHits);
}

function compareHits(a: WatchedHit, b: WatchedHit): number {
  return Number(b.isNew) - Number(a.isNew) || compareText(dateOf(b), dateOf(a)) || compareText(a.listing.notice.key, b.listing.notice.key) || a.listing.list - b.listing.list || (a.listing.no ?? Infinity) - (b.listing.no ?? Infinity);
}

function dateOf(hit: WatchedHit): string {
  return hit.listing.notice.date ?? '';
}
