/** The part of a notice's note in which its sources speak. */
import { bothLanguages } from '../notice/note-words';
import { findRegions } from './managed-regions';
import { unquoteLines } from './table-lines';

/** Regions in which the program itself speaks: they are no part of any source. */
const OWN_REGIONS: ReadonlySet<string> = new Set(['rn-originals', 'rn-differences']);

/** What stands in a region that no source has filled yet. */
const PLACEHOLDERS: readonly string[] = [...bothLanguages('textToBeAdded'), ...bothLanguages('listToBeAdded')];

/** The note without the program's own words: its regions, and what stands where a source is still to come. Lines keep their numbers. */
export function sourceText(note: string): string {
  let text = note;
  for (const { id, start, end } of [...findRegions(note)].reverse()) {
    const region = text.slice(start, end);
    const title = /^.*/.exec(region)?.[0].length ?? 0;
    const from = OWN_REGIONS.has(id) ? 0 : PLACEHOLDERS.includes(unquoteLines(region).slice(1).join('').trim()) ? title : null;
    if (from !== null) text = text.slice(0, start + from) + region.slice(from).replace(/[^\r\n]/g, '') + text.slice(end);
  }
  return text;
}
