/**
 * One YAML text to plain values. Nothing in it ever runs, and what was written stays as it was written:
 * only null, true, false and numbers whose shortest form is the form in the text become values of their own,
 * so that `2021-10-17T18:44:47.287+08:00`, `1.10`, `007` and `1e3` come out as strings.
 */
import { FAILSAFE_SCHEMA, Type, YAMLException, load } from 'js-yaml';
import type { YamlValue } from './document';

/** The keys of a YAML mapping. */
export type YamlMap = Readonly<Record<string, YamlValue>>;

/** Why a text could not be read. `line` counts from 0 within the text. */
export interface YamlFailure {
  readonly ok: false;
  readonly reason: string;
  readonly line: number;
}

/** The value of a text, or why it could not be read. */
export type YamlResult = { readonly ok: true; readonly value: YamlValue } | YamlFailure;

/** Longest text that is read, in characters: properties and metadata are a page at most. */
const MAX_LENGTH = 262_144;
/** Aliases let a short text stand for a huge one, so the values are counted while they are copied. */
const MAX_VALUES = 10_000;
const MAX_DEPTH = 32;

const CANONICAL_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** A scalar is a number only where writing the number again gives the same text. */
const canonicalNumber = new Type('tag:yaml.org,2002:float', {
  kind: 'scalar',
  resolve: (text: unknown) => typeof text === 'string' && CANONICAL_NUMBER.test(text) && String(Number(text)) === text,
  construct: (text: unknown) => Number(text),
});

const plainNull = new Type('tag:yaml.org,2002:null', {
  kind: 'scalar',
  resolve: (text: unknown) => text === null || text === '' || text === '~' || text === 'null',
  construct: () => null,
});

const plainBoolean = new Type('tag:yaml.org,2002:bool', {
  kind: 'scalar',
  resolve: (text: unknown) => text === 'true' || text === 'false',
  construct: (text: unknown) => text === 'true',
});

const AS_WRITTEN = FAILSAFE_SCHEMA.extend({ implicit: [plainNull, plainBoolean, canonicalNumber] });

/** Parses with the schema above. Throws what js-yaml throws; meant for `readYaml` and for the engine that gray-matter asks for. */
export function parseYaml(text: string): unknown {
  return load(text, { schema: AS_WRITTEN }) ?? null;
}

/** Reads one YAML document. Never throws: what fails is told with its line. */
export function readYaml(text: string, parse: (text: string) => unknown = parseYaml): YamlResult {
  if (text.length > MAX_LENGTH) return { ok: false, reason: `longer than ${MAX_LENGTH} characters`, line: 0 };
  try {
    return { ok: true, value: copyValue(parse(text), { left: MAX_VALUES }, 0) };
  } catch (error) {
    return describeFailure(error);
  }
}

/** Whether a value is a map of properties. */
export function isYamlMap(value: YamlValue): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A map without a prototype: a key such as `__proto__` or `constructor` is a key like any other. */
export function emptyMap<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

function copyValue(value: unknown, budget: { left: number }, depth: number): YamlValue {
  budget.left -= 1;
  if (budget.left < 0 || depth > MAX_DEPTH) throw new RangeError('too many or too deeply nested values');
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => copyValue(item, budget, depth + 1));
  if (typeof value !== 'object') return null;
  const copy = emptyMap<YamlValue>();
  for (const [key, item] of Object.entries(value)) copy[key] = copyValue(item, budget, depth + 1);
  return copy;
}

function describeFailure(error: unknown): YamlFailure {
  if (error instanceof YAMLException) {
    const mark = error.mark as { line?: number } | undefined;
    return { ok: false, reason: error.reason, line: mark?.line ?? 0 };
  }
  // A nesting that exhausts the stack of the parser ends here too.
  return { ok: false, reason: 'too many or too deeply nested values', line: 0 };
}
