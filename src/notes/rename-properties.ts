/** Giving the properties of a note other names: the key changes, its value, comment, order and quoting stay. */
import { decodeSafely } from '../document/web-address';
import { findFingerprintLine, isRegionName } from './fingerprints';
import { readProperties } from './properties';
import { readPropertyBlock } from './property-lines';
import { yamlScalar } from './yaml-scalar';

/** The note with its new names, and those that could not be given. */
export interface RenamedProperties {
  readonly text: string;
  /** Old names of properties that keep them, because the note has another property of the new name. */
  readonly taken: readonly string[];
}

/**
 * Renames properties of a note, all at once, so that two can change places; its fingerprints are remembered under the new names.
 * @param names old name → new name
 * @returns null where the front matter is not valid, or cannot be changed line by line without risk
 */
export function renameProperties(text: string, names: ReadonlyMap<string, string>): RenamedProperties | null {
  const before = readProperties(text);
  if (before === null) return null;
  const has = (name: string): boolean => Object.prototype.hasOwnProperty.call(before, name);
  const wanted = new Map([...names].filter(([from, to]) => from !== to && has(from)));
  const taken: string[] = [];
  // A name that stays because its own new name is taken is in the way of others in its turn.
  for (let found = true; found; ) {
    found = false;
    for (const [from, to] of wanted) {
      if (!has(to) || wanted.has(to)) continue;
      wanted.delete(from);
      taken.push(from);
      found = true;
    }
  }
  const kept = new Set(taken);
  const moved = new Map([...names].filter(([from]) => !kept.has(from)));
  const renamed = wanted.size === 0 ? text : renameKeys(text, wanted);
  if (renamed === null || !isRenaming(before, readProperties(renamed), wanted)) return null;
  return { text: renameFingerprints(renamed, moved), taken };
}

function renameKeys(text: string, names: ReadonlyMap<string, string>): string | null {
  const block = readPropertyBlock(text);
  if (block === null) return null;
  const lines = [...block.lines];
  for (const { name, keyText, start } of block.entries) {
    const to = names.get(name);
    if (to !== undefined) lines[start] = writeKey(to, keyText) + (lines[start] ?? '').slice(keyText.length);
  }
  return text.slice(0, block.start) + lines.join('') + text.slice(block.end);
}

/** The key in the quotes that it had. */
function writeKey(name: string, before: string): string {
  if (before.startsWith('"')) return JSON.stringify(name);
  return before.startsWith("'") ? `'${name.replace(/'/g, "''")}'` : yamlScalar(name);
}

function isRenaming(before: object, after: object | null, names: ReadonlyMap<string, string>): boolean {
  const expected = Object.entries(before).map(([name, value]: [string, unknown]) => [names.get(name) ?? name, value] as const);
  return after !== null && JSON.stringify(sorted(expected)) === JSON.stringify(sorted(Object.entries(after)));
}

function sorted(entries: readonly (readonly [string, unknown])[]): readonly (readonly [string, unknown])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Names of regions stand in the same line; a property that looks like one bears an `@`. */
function renameFingerprints(text: string, names: ReadonlyMap<string, string>): string {
  const line = findFingerprintLine(text);
  if (line === null) return text;
  const renamed = line.text.replace(/ (@?)([^\s=]+)=/g, (pair, mark: string, written: string) => {
    if (mark === '' && isRegionName(written)) return pair;
    const to = names.get(decodeSafely(written));
    return to === undefined ? pair : ` ${isRegionName(to) ? '@' : ''}${to.replace(/[\s%=@]/g, encodeURIComponent)}=`;
  });
  return text.slice(0, line.start) + renamed + text.slice(line.end);
}
