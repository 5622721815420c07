/** What a note should say, as data. */
import { otherLanguage } from '../notice/note-words';
import type { NoteLanguage } from '../settings';
import type { PropertyValue } from './properties';

/** Block id of the text of a notice or of news. */
export const TEXT_ID = 'rn-text';

/** A note from top to bottom; what the user wrote beside it is not part of this. */
export interface DesiredNote {
  readonly properties: readonly DesiredProperty[];
  readonly parts: readonly (TextPart | RegionPart)[];
}

/** A property that the program owns, and how it is merged. */
export interface DesiredProperty {
  readonly name: string;
  /** Null where the note should not have it (any more). */
  readonly value: PropertyValue | null;
  /**
   * `replace`: the program's data, changes as records grow. `fill`: the first source's stays. `union`: a list that the user and the program
   * both add to; what either took away stays away as long as the program has nothing new to say.
   */
  readonly policy: 'replace' | 'fill' | 'union';
}

/** Headings and other lines that are written once, with the note or with the region that follows them, and then are the user's. */
export interface TextPart {
  readonly kind: 'text';
  readonly markdown: string;
}

/** A region that the program owns, and how it is merged. */
export interface RegionPart {
  readonly kind: 'region';
  /** Block id without `^`, e.g. `rn-list-1`. */
  readonly id: string;
  /** A callout; every line begins with `>`. */
  readonly markdown: string;
  /** `replace`: the program's data. `fill`: the first source's text stays. */
  readonly policy: 'replace' | 'fill';
  /** What the callout holds below its title while no source has filled it, in all languages, e.g. 名单待补. */
  readonly placeholders?: readonly string[];
  /** The same with the program's words in the other language, where it has any: a note may hold it so. */
  readonly inOtherLanguage?: () => string;
}

/** A region whose words follow a language. `write` gives the callout in the language asked for. */
export function regionIn(language: NoteLanguage, part: Omit<RegionPart, 'kind' | 'markdown' | 'inOtherLanguage'>, write: (language: NoteLanguage) => string): RegionPart {
  return { kind: 'region', ...part, markdown: write(language), inOtherLanguage: () => write(otherLanguage(language)) };
}

/** An edit of the user that was kept, beside what the program would have written. */
export interface MergeConflict {
  /** Block id of the region without `^`, or name of the property. */
  readonly part: string;
  readonly kept: string;
  readonly proposed: string;
}
