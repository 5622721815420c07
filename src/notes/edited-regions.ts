/** What the user did to the regions of a note since the program wrote them. */
import { fingerprint, readFingerprints } from './fingerprints';
import { findDamage, findRegions, readMarkers, type Damage } from './managed-regions';

/** Block ids of regions whose meaning is no longer what was last written. */
export function editedRegions(text: string): ReadonlySet<string> {
  const stored = readFingerprints(text)?.regions;
  if (stored === undefined) return new Set();
  return new Set(findRegions(text).filter(({ id, start, end }) => stored.has(id) && stored.get(id) !== fingerprint(text.slice(start, end))).map(({ id }) => id));
}

/** What is wrong with the markers of a note, by what it says of itself; null where all are whole. */
export function noteDamage(text: string): Damage | null {
  return findDamage(readMarkers(text), [...(readFingerprints(text)?.regions.keys() ?? [])]);
}
