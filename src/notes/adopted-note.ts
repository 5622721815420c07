/**
 * Notes of notices that the user wrote and the program adopted. They bear our properties and no regions of ours: what stands in them is
 * the user's, byte for byte. Only properties that are missing are ever added, and link characters around the names in name cells.
 */
import type { YamlValue } from '../document/document';
import type { LinkStyle } from '../settings';
import { linkNameCells, type NameLink } from './adopt-name-cells';
import type { DesiredProperty } from './desired-note';
import { findFingerprintLine } from './fingerprints';
import { findRegions } from './managed-regions';
import { readProperties, setProperties, type PropertyValue } from './properties';

export type { NameLink } from './adopt-name-cells';

/** Whether a note that says that it is a notice was adopted: the program wrote no region into it, and no fingerprints. */
export function isAdopted(text: string): boolean {
  return findFingerprintLine(text) === null && findRegions(text).length === 0;
}

/** What an adoption makes of a note. */
export interface AdoptedText {
  /** The note as it should be; as it was where it says all of it. */
  readonly text: string;
  /** Number of properties that were added. */
  readonly properties: number;
  /** Number of name cells that became links. */
  readonly linked: number;
  /** Names that could not be linked without touching more than link characters. */
  readonly unlinked: readonly NameLink[];
  /** The front matter is not valid, or written in a way that no line can be added to without risk: no property was added. */
  readonly isStuck: boolean;
}

/** Nothing that says how a note looks is added to a note of the user. */
const NEVER_ADDED: ReadonlySet<string> = new Set(['aliases', 'tags', 'cssclasses']);

/**
 * Adds what is missing to a note of the user.
 * @param properties what our own note would say; one that the note has stays, whatever it says
 * @param names name cells that should be links; those that are links already stay as they are
 */
export function completeAdopted(text: string, properties: readonly DesiredProperty[], names: readonly NameLink[], style: LinkStyle): AdoptedText {
  const { text: linkedText, linked, unlinked } = linkNameCells(text, names, style);
  const values = readProperties(text);
  const missing = new Map<string, PropertyValue>();
  for (const { name, value } of properties) {
    if (value !== null && !NEVER_ADDED.has(name) && isEmpty(values?.[name])) missing.set(name, value);
  }
  const complete = values === null ? null : setProperties(linkedText, missing);
  // Names that lead to apps which do not know the note would be half a record.
  if (complete === null) return { text, properties: 0, linked: 0, unlinked: [], isStuck: true };
  return { text: complete, properties: missing.size, linked, unlinked, isStuck: false };
}

function isEmpty(value: YamlValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
