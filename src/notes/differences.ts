/** 来源差异: what a further source of a notice says otherwise, recorded once in the notice's note. */
import type { RegionPart } from './desired-note';
import { findRegions } from './managed-regions';
import { inertText } from './inert';
import { unquoteLines } from './table-lines';

const REGION_ID = 'rn-differences';
/** More lines than a person reads; the report holds them all. */
const MOST_LINES = 40;

/** The region with the lines that it holds already and the new ones; null where there is nothing to say. */
export function differencesPart(existing: string | null, lines: readonly string[]): RegionPart | null {
  const before = existing === null ? [] : recordedLines(existing);
  const added = lines.map((line) => `- ${inertText(line.replace(/\s+/g, ' ').trim(), 'paragraph')}`).filter((line) => !before.some((other) => saysTheSame(other, line)));
  const all = [...before, ...added].slice(0, MOST_LINES);
  if (added.length === 0 || all.length === before.length) return null;
  return { kind: 'region', id: REGION_ID, markdown: ['> [!warning]- 来源差异', '>', ...all.map((line) => `> ${line}`)].join('\n'), policy: 'replace' };
}

/** What the note says itself is told again in other words where its first source had it in marks of markdown: the other source's word counts. */
function saysTheSame(one: string, other: string): boolean {
  const contradiction = (line: string): string => line.replace(/：采用“.*”，另一来源为“/s, '：“');
  return contradiction(one) === contradiction(other);
}

function recordedLines(note: string): readonly string[] {
  const region = findRegions(note).find(({ id }) => id === REGION_ID);
  return region === undefined ? [] : unquoteLines(note.slice(region.start, region.end)).filter((line) => line.startsWith('- '));
}
