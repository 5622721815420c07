/** The part of a notice's note in which its sources speak. */
import { findRegions } from './managed-regions';

/** Regions in which the program itself speaks: they are no part of any source. */
const OWN_REGIONS: ReadonlySet<string> = new Set(['rn-originals', 'rn-differences']);

/** The note without the regions of the program's own words; lines keep their numbers. */
export function sourceText(note: string): string {
  let text = note;
  for (const { start, end } of findRegions(note).filter(({ id }) => OWN_REGIONS.has(id)).reverse()) {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, '') + text.slice(end);
  }
  return text;
}
