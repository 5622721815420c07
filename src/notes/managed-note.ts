/**
 * A note that the program and the user write together: what it should say, and how that is merged into what stands there.
 */
import { fingerprint, findFingerprintLine, meaningLines, NO_FINGERPRINTS, readFingerprints, writeFingerprints } from './fingerprints';
import { findDamage, readMarkers, regionsOf, type Damage, type Region } from './managed-regions';
import type { DesiredNote, MergeConflict, RegionPart } from './desired-note';
import { mendRegion, type IsDead } from './mend-links';
import { mergeProperties } from './merge-properties';
import { readProperties, setProperties } from './properties';
import { unquoteLines } from './table-lines';

/** A note with what is new merged into it, and what was not. */
export interface MergeResult {
  /** The note as it should be; the note as it was where `damage` is not null. */
  readonly text: string;
  /** Parts that the user edited: kept. */
  readonly conflicts: readonly MergeConflict[];
  /** Parts of an earlier source that this one contradicts: kept. */
  readonly differences: readonly { readonly part: string }[];
  readonly damage: Damage | null;
}

export type { DesiredNote, DesiredProperty, MergeConflict, RegionPart, TextPart } from './desired-note';

/** A new note. Ends with the fingerprints of what it holds. */
export function createNote(desired: DesiredNote): string {
  return mergeNote('', desired).text;
}

/**
 * Merges what a note should say into a note: line ends, order and every byte of the user stay.
 * A part that the user did not edit follows its policy; an edited one is kept and reported. The same again changes nothing.
 * @param isDead tells links of the program that lead nowhere any more: they are mended
 */
export function mergeNote(existing: string, desired: DesiredNote, isDead?: IsDead): MergeResult {
  const stored = readFingerprints(existing) ?? NO_FINGERPRINTS;
  const markers = readMarkers(existing);
  const values = readProperties(existing);
  const damage: Damage | null = findDamage(markers, Array.from(stored.regions.keys())) ?? (values === null ? 'front-matter' : null);
  if (damage !== null || values === null) return { text: existing, conflicts: [], differences: [], damage };

  const body = mergeRegions(existing, desired.parts, regionsOf(markers), stored.regions, isDead);
  const properties = mergeProperties(values, desired.properties, stored.properties, isDead);
  const withLine = writeFingerprints(body.text, { regions: body.fingerprints, properties: properties.fingerprints });
  const text = setProperties(withLine, properties.changes);
  if (text === null) return { text: existing, conflicts: [], differences: [], damage: 'front-matter' };
  return {
    text,
    conflicts: [...properties.conflicts, ...body.conflicts],
    differences: [...properties.differences, ...body.differences],
    damage: null,
  };
}

interface MergedBody {
  readonly text: string;
  readonly fingerprints: ReadonlyMap<string, string>;
  readonly conflicts: readonly MergeConflict[];
  readonly differences: readonly { readonly part: string }[];
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function mergeRegions(existing: string, parts: DesiredNote['parts'], regions: readonly Region[], stored: ReadonlyMap<string, string>, isDead?: IsDead): MergedBody {
  const eol = existing.includes('\r\n') ? '\r\n' : '\n';
  const fingerprints = new Map(stored);
  const conflicts: MergeConflict[] = [];
  const differences: { part: string }[] = [];
  const splices: Splice[] = [];
  const isNew = regions.length === 0 && stored.size === 0;
  const tail: string[] = [];
  let pending: string[] = [];
  let place: number | null = null;
  for (const part of parts) {
    if (part.kind === 'text') {
      pending.push(part.markdown);
      continue;
    }
    const region = regions.find((one) => one.id === part.id);
    if (region === undefined) {
      const blocks = [...pending, `${part.markdown}\n\n^${part.id}`];
      if (place === null) tail.push(...blocks);
      else splices.push({ start: place, end: place, text: `\n\n${blocks.join('\n\n')}`.replace(/\n/g, eol) });
      fingerprints.set(part.id, fingerprint(part.markdown));
    } else {
      const kept = existing.slice(region.start, region.end);
      const wanted = inLanguageOf(kept, part);
      const outcome = mergeRegion(kept, part, wanted, stored.get(part.id));
      if (outcome === 'replace') splices.push({ start: region.start, end: region.end, text: foldedAs(kept, wanted).replace(/\n/g, eol) });
      const mended = outcome === 'same' && isDead !== undefined ? mendRegion(kept, wanted, isDead) : kept;
      if (mended !== kept) splices.push({ start: region.start, end: region.end, text: mended });
      if (outcome === 'replace' || outcome === 'same') fingerprints.set(part.id, fingerprint(wanted));
      if (outcome === 'conflict') conflicts.push({ part: part.id, kept, proposed: wanted });
      if (outcome === 'difference') differences.push({ part: part.id });
      place = region.markerEnd;
    }
    pending = [];
  }
  if (isNew) tail.push(...pending);
  if (tail.length > 0) splices.push(insertAtEnd(existing, tail.join('\n\n').replace(/\n/g, eol), eol));
  return { text: applySplices(existing, splices), fingerprints, conflicts, differences };
}

/** How a callout is folded is the user's, whatever stands in it. */
function foldedAs(kept: string, wanted: string): string {
  const fold = /^ {0,3}>\s*\[![^\]\n]*\]([+-]?)/.exec(kept)?.[1];
  return fold === undefined ? wanted : wanted.replace(/^(>\s*\[![^\]\n]*\])[+-]?/, `$1${fold}`);
}

type RegionOutcome = 'same' | 'replace' | 'keep' | 'conflict' | 'difference';

/** What the region should say. The first source's text stays, and the language of its title with it. */
function inLanguageOf(kept: string, part: RegionPart): string {
  const other = part.policy === 'fill' ? part.inOtherLanguage?.() : undefined;
  const isOther = other !== undefined && other !== part.markdown && (titleOf(kept) === titleOf(part.markdown) ? isPlaceholder(part.markdown, part.placeholders) && fingerprint(kept) === fingerprint(other) : titleOf(kept) === titleOf(other));
  return isOther ? other : part.markdown;
}

function titleOf(region: string): string {
  return meaningLines(region.split('\n', 1)[0] ?? '', false)[0] ?? '';
}

/** @param wanted the region as it should be */
function mergeRegion(kept: string, part: RegionPart, wanted: string, stored: string | undefined): RegionOutcome {
  const current = fingerprint(kept);
  if (current === fingerprint(wanted)) return 'same';
  if (isSameWithLinks(kept, wanted)) return 'keep';
  // Nobody edited what says the same in the other language, whatever became of its fingerprint.
  if (current !== stored && (part.inOtherLanguage === undefined || current !== fingerprint(part.inOtherLanguage()))) return 'conflict';
  if (part.policy === 'replace') return 'replace';
  if (isPlaceholder(wanted, part.placeholders)) return 'keep';
  if (isPlaceholder(kept, part.placeholders)) return 'replace';
  const there = meaningLines(kept, false);
  const proposed = meaningLines(wanted, false);
  // Only the links differ: an app got a note, or lost it.
  if (there.join('\n') === proposed.join('\n')) return 'replace';
  // A source that says less does not contradict.
  return proposed.every((line) => there.includes(line)) ? 'keep' : 'difference';
}

/** Quoted words of which the user, or "Link app names in this note", made links: they still say the same. */
function isSameWithLinks(kept: string, proposed: string): boolean {
  const words = meaningLines(proposed, false).join('\n');
  return words === meaningLines(proposed, true).join('\n') && words === meaningLines(kept, false).join('\n');
}

function isPlaceholder(markdown: string, placeholders: readonly string[] = []): boolean {
  return placeholders.length > 0 && placeholders.includes(unquoteLines(markdown).slice(1).join('').trim());
}

/** Inserts a block before the fingerprints line, or else at the end. */
function insertAtEnd(existing: string, block: string, eol: string): Splice {
  const line = findFingerprintLine(existing);
  if (line !== null) return { start: line.start, end: line.start, text: block + eol + eol };
  return { start: existing.length, end: existing.length, text: endGap(existing, eol) + block + eol };
}

function endGap(text: string, eol: string): string {
  if (text.trim() === '' || text === '\uFEFF') return '';
  if (/\n[ \t]*\r?\n$/.test(text)) return '';
  return text.endsWith('\n') ? eol : eol + eol;
}

function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = splices.map((splice, i) => ({ ...splice, i })).sort((a, b) => a.start - b.start || a.i - b.i);
  let result = '';
  let at = 0;
  for (const { start, end, text: inserted } of ordered) {
    result += text.slice(at, start) + inserted;
    at = end;
  }
  return result + text.slice(at);
}
