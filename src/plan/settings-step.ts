/**
 * Settings that change together with the notes: there, back, and on after a crash. They are compared setting by setting, for
 * the user may have changed one of them since; that one stays as it is and is named.
 */
import { changedSettings, isJsonObject, readSettings, type Settings } from '../settings';
import { withoutByteOrderMark } from './apply-change';
import { isTorn } from './change-states';
import { parseJsonObject } from './json-object';

/** Where a host keeps the settings, as the text of one file (a JSON object); null where there is none. */
export interface SettingsStore {
  read(): Promise<string | null>;
  /** The whole text, from now on in force; null where there was none and is to be none again. */
  write(text: string | null): Promise<void>;
}

/** The saved text before an apply and after it: with it every byte can be put back. */
export interface SettingsTexts {
  readonly before: string | null;
  readonly after: string;
}

/** What became of the settings that went with the files. */
export interface SettingsOutcome {
  /** Whether any setting is another than before. */
  readonly changed: boolean;
  /** Settings that were changed in between and stay as they are: `linkStyle`, `folders.apps`. */
  readonly kept: readonly string[];
}

/** Where an error of the store is said to lie, in place of a file's path. */
export const SETTINGS_PLACE = 'settings';

/** Of an apply with which no settings change. */
export const UNTOUCHED_SETTINGS: SettingsOutcome = { changed: false, kept: [] };

/** What the settings are without a word of them saved is no setting: only what is said counts. By its name, `folders.apps`. */
type Values = ReadonlyMap<string, unknown>;

/**
 * The texts that a change of settings comes to, with all that stands in the file besides; null where there is nothing to change.
 * @throws Error where what is saved is no JSON object: it is somebody's work gone wrong, and is left alone
 */
export function planSettings(now: string | null, before: Settings, after: Settings): SettingsTexts | null {
  if (now !== null && parse(now) === null) throw new Error('The saved settings cannot be read.');
  const { text } = carry(now, valuesOf(changedSettings(before)), valuesOf(changedSettings(after)));
  return text === now || text === null ? null : { before: now, after: text };
}

/**
 * Takes the settings from one text to the other.
 * @throws what the store throws
 */
export async function stepSettings(from: string | null, to: string | null, store: SettingsStore): Promise<SettingsOutcome> {
  const now = await store.read();
  if (now === to) return UNTOUCHED_SETTINGS;
  const isOurs = now === from || (now !== null && parse(now) === null && isTorn(now, from, to));
  const { text, kept } = isOurs ? { text: to, kept: [] } : carry(now, knownIn(from), knownIn(to), to);
  if (text !== now) await store.write(text);
  return { changed: text !== now, kept };
}

/** Both texts are objects. */
export function isSettingsTexts(value: unknown): value is SettingsTexts {
  if (typeof value !== 'object' || value === null || !('before' in value) || !('after' in value)) return false;
  const { before, after } = value;
  return (before === null || (typeof before === 'string' && parse(before) !== null)) && typeof after === 'string' && parse(after) !== null;
}

/** @param whole the text to take where all comes out as it says, for its very bytes */
function carry(now: string | null, from: Values, to: Values, whole?: string | null): { readonly text: string | null; readonly kept: readonly string[] } {
  const data = parse(now ?? '{}');
  const differing = [...new Set([...from.keys(), ...to.keys()])].filter((name) => !isSame(from.get(name), to.get(name)));
  if (data === null) return { text: now, kept: differing };
  const known = knownIn(now);
  const open = differing.filter((name) => !isSame(known.get(name), to.get(name)));
  const ours = open.filter((name) => isSame(known.get(name), from.get(name)));
  const kept = open.filter((name) => !ours.includes(name));
  if (ours.length === 0) return { text: now, kept };
  const next = ours.reduce((all, name) => withValue(all, name.split('.'), to.get(name)), data);
  const isWhole = whole !== undefined && hasSameValues(next, parse(whole ?? '{}') ?? {});
  return { text: isWhole ? whole : JSON.stringify(next, null, 2), kept };
}

/** What the saved text means, whatever else stands in it. */
function knownIn(text: string | null): Values {
  return valuesOf(changedSettings(readSettings(parse(text ?? '{}'))));
}

function valuesOf(data: Readonly<Record<string, unknown>>, above = ''): Values {
  return new Map(Object.entries(data).flatMap(([key, value]) => (isJsonObject(value) ? [...valuesOf(value, `${above}${key}.`)] : [[above + key, value] as const])));
}

function hasSameValues(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const [a, b] = [valuesOf(one), valuesOf(other)];
  return a.size === b.size && [...a].every(([name, value]) => b.has(name) && isSame(value, b.get(name)));
}

/** A copy in which one value is another, or is not there; what is empty then goes too. */
function withValue(data: Readonly<Record<string, unknown>>, [key = '', ...below]: readonly string[], value: unknown): Readonly<Record<string, unknown>> {
  const inner = isJsonObject(data[key]) ? data[key] : {};
  const next = below.length === 0 ? value : withValue(inner, below, value);
  const isGone = next === undefined || (isJsonObject(next) && Object.keys(next).length === 0);
  return isGone ? Object.fromEntries(Object.entries(data).filter(([name]) => name !== key)) : { ...data, [key]: next };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** With a byte order mark it is still what the app wrote, saved anew by another program. */
function parse(text: string): Readonly<Record<string, unknown>> | null {
  return parseJsonObject(withoutByteOrderMark(text));
}
