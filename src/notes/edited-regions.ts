/** Which regions of a note the user edited since the program wrote them. */
import { fingerprint, readFingerprints } from './fingerprints';
import { findRegions } from './managed-regions';

/** Block ids of regions whose meaning is no longer what was last written. */
export function editedRegions(text: string): ReadonlySet<string> {
  const stored = readFingerprints(text)?.regions;
  if (stored === undefined) return new Set();
  return new Set(findRegions(text).filter(({ id, start, end }) => stored.has(id) && stored.get(id) !== fingerprint(text.slice(start, end))).map(({ id }) => id));
}
