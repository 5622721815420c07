/** Merging the properties that a note should have into those it has. */
import type { YamlValue } from '../document/document';
import { fingerprintValue } from './fingerprints';
import { mendProperty, type IsDead } from './mend-links';
import type { DesiredProperty, MergeConflict } from './desired-note';
import type { PropertyValue } from './properties';

/** What becomes of the properties of a note. */
export interface MergedProperties {
  /** Properties to be written, by name; null takes one away. */
  readonly changes: ReadonlyMap<string, PropertyValue | null>;
  readonly fingerprints: ReadonlyMap<string, string>;
  readonly conflicts: readonly MergeConflict[];
  readonly differences: readonly { readonly part: string }[];
}

type Outcome = { readonly kind: 'same' | 'keep' | 'conflict' | 'difference' } | { readonly kind: 'set'; readonly value: PropertyValue | null };

/**
 * @param values the properties of the note
 * @param stored fingerprints of the values that were last written, by name
 */
export function mergeProperties(
  values: Readonly<Record<string, YamlValue>>,
  desired: readonly DesiredProperty[],
  stored: ReadonlyMap<string, string>,
  isDead?: IsDead,
): MergedProperties {
  const changes = new Map<string, PropertyValue | null>();
  const fingerprints = new Map(stored);
  const conflicts: MergeConflict[] = [];
  const differences: { part: string }[] = [];
  for (const property of desired) {
    const { name, value } = property;
    const has = Object.prototype.hasOwnProperty.call(values, name);
    const current = has ? (values[name] ?? null) : null;
    const outcome = decide(property, has, current, stored.get(name));
    if (outcome.kind === 'set') changes.set(name, outcome.value);
    const mended = isDead !== undefined && value !== null && (outcome.kind === 'same' || outcome.kind === 'keep') ? mendProperty(current, value, isDead) : null;
    if (mended !== null) changes.set(name, mended);
    if (outcome.kind === 'set' || outcome.kind === 'same') {
      if (value === null) fingerprints.delete(name);
      else fingerprints.set(name, fingerprintValue(value));
    }
    if (outcome.kind === 'conflict') conflicts.push({ part: name, kept: describeValue(current), proposed: describeValue(value) });
    if (outcome.kind === 'difference') differences.push({ part: name });
  }
  return { changes, fingerprints, conflicts, differences };
}

function decide(property: DesiredProperty, has: boolean, current: YamlValue, stored: string | undefined): Outcome {
  const { value, policy } = property;
  const isEmpty = current === null || current === '' || (Array.isArray(current) && current.length === 0);
  if (stored === undefined && isEmpty) return value === null ? { kind: 'keep' } : { kind: 'set', value };
  if (value === null) return decideAbsent(policy, has, current, stored);
  const now = fingerprintValue(current);
  const wanted = fingerprintValue(value);
  if (has && now === wanted) return { kind: 'same' };
  if (policy === 'union') return stored === wanted ? { kind: 'keep' } : uniteLists(current, value);
  if (now !== stored) return { kind: 'conflict' };
  return policy === 'fill' ? { kind: 'difference' } : { kind: 'set', value };
}

/** The program has nothing (more) to say: what it wrote goes, what the user wrote stays. */
function decideAbsent(policy: DesiredProperty['policy'], has: boolean, current: YamlValue, stored: string | undefined): Outcome {
  if (!has) return { kind: 'same' };
  if (policy !== 'replace' || stored === undefined || fingerprintValue(current) !== stored) return { kind: 'keep' };
  return { kind: 'set', value: null };
}

/** The items of the note, then those that the program adds. */
function uniteLists(current: YamlValue, value: PropertyValue): Outcome {
  const there: readonly YamlValue[] = current === null ? [] : Array.isArray(current) ? (current as readonly YamlValue[]) : [current];
  if (there.some((item) => typeof item === 'object' && item !== null)) return { kind: 'conflict' };
  const known = new Set(there.map((item) => fingerprintValue(item)));
  const items = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  const added = items.filter((item) => !known.has(fingerprintValue(item)));
  return added.length === 0 ? { kind: 'same' } : { kind: 'set', value: [...there.map(describeValue), ...added] };
}

/** A property's value as a report shows it. */
export function describeValue(value: YamlValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return (value as readonly YamlValue[]).map(describeValue).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
