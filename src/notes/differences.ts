/** 来源差异: what a further source of a notice says otherwise, recorded once in the notice's note. */
import { NOTE_WORDS } from '../notice/note-words';
import type { NoteLanguage } from '../settings';
import { regionIn, type RegionPart } from './desired-note';
import { findRegions } from './managed-regions';
import { inertText } from './inert';
import { unquoteLines } from './table-lines';

const REGION_ID = 'rn-differences';
/** More lines than a person reads; the report holds them all. */
const MOST_LINES = 40;

/** What is said in each language: whichever it was recorded in, it is recorded once. */
export type SaidInEach = Readonly<Record<NoteLanguage, string>>;

/** The region with the lines that it holds already and the new ones; null where there is nothing to say. */
export function differencesPart(existing: string | null, said: readonly SaidInEach[], language: NoteLanguage): RegionPart | null {
  const before = existing === null ? [] : recordedLines(existing);
  const added = said.filter((one) => !before.some((other) => Object.values(one).some((line) => saysTheSame(other, lineOf(line))))).map((one) => lineOf(one[language]));
  const all = [...before, ...added].slice(0, MOST_LINES);
  if (added.length === 0 || all.length === before.length) return null;
  return regionIn(language, { id: REGION_ID, policy: 'replace' }, (one) => [`> [!warning]- ${NOTE_WORDS.differences[one]}`, '>', ...all.map((line) => `> ${line}`)].join('\n'));
}

function lineOf(said: string): string {
  return `- ${inertText(said.replace(/\s+/g, ' ').trim(), 'paragraph')}`;
}

/** What the note says itself is told again in other words where its first source had it in marks of markdown: the other source's word counts. */
function saysTheSame(one: string, other: string): boolean {
  const contradiction = (line: string): string => line.replace(/：采用“.*”，另一来源为“/s, '：“').replace(/: “.*” is used, another source says “/s, ': “');
  return contradiction(one) === contradiction(other);
}

function recordedLines(note: string): readonly string[] {
  const region = findRegions(note).find(({ id }) => id === REGION_ID);
  return region === undefined ? [] : unquoteLines(note.slice(region.start, region.end)).filter((line) => line.startsWith('- '));
}
