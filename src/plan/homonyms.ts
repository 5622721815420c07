/** 同名应用: apps that share a name, each saying so of the others. */
import { nameKey } from '../apps/names';
import { baseName } from '../notes/file-names';
import { mergeNote } from '../notes/managed-note';
import { propertyLink } from '../notes/links';
import { readProperties } from '../notes/properties';
import type { Settings } from '../settings';
import type { PlanLog } from './plan-log';
import type { WorkingNotes } from './working-notes';

/** An app's note with all names that the app goes by. */
export interface NamedApp {
  readonly path: string;
  readonly names: readonly string[];
}

/** A link as a property shows it. */
export interface HomonymLink {
  readonly path: string;
  readonly name: string;
}

/** Which apps share names; names are compared in their form for comparison. */
export interface Homonyms {
  /** The other apps that share a name with this one, by path. */
  of(app: NamedApp): readonly HomonymLink[];
  /** Apps that go by one of these names. */
  named(names: readonly string[]): readonly NamedApp[];
}

/** @param apps all apps that have notes, as they will be. */
export function indexHomonyms(apps: readonly NamedApp[]): Homonyms {
  const byKey = new Map<string, NamedApp[]>();
  for (const app of apps) for (const key of keysOf(app.names)) byKey.set(key, [...(byKey.get(key) ?? []), app]);
  const named = (names: readonly string[]): readonly NamedApp[] => {
    const found = new Map(keysOf(names).flatMap((key) => (byKey.get(key) ?? []).map((app) => [app.path, app] as const)));
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  };
  return {
    named,
    of: (app) => named(app.names).filter((other) => other.path !== app.path).map(({ path }) => ({ path, name: baseName(path) })),
  };
}

function keysOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(nameKey))];
}

/** Puts 同名应用 right in the notes of all apps that go by one of these names; the notes in `written` say it already. */
export async function planHomonyms(names: readonly string[], homonyms: Homonyms, written: ReadonlySet<string>, notes: WorkingNotes, settings: Settings, log: PlanLog): Promise<void> {
  for (const app of homonyms.named(names)) {
    const text = written.has(app.path) ? null : await notes.read(app.path);
    if (text === null) continue;
    const links = homonyms.of(app).map(({ path, name }) => propertyLink(path, name));
    const merged = mergeNote(text, { properties: [{ name: settings.propertyNames.homonyms, value: links.length === 0 ? null : links, policy: 'replace' }], parts: [] }, notes.deadLinksOf(app.path));
    log.merged(app.path, merged);
    await notes.write(app.path, merged.text);
  }
}

/** Whether 同名应用 of a note leads to one that is not there any more: the folder of apps was moved, or a note renamed, outside Obsidian. */
export async function hasLostHomonym(path: string, notes: WorkingNotes, settings: Settings): Promise<boolean> {
  const name = settings.propertyNames.homonyms;
  const text = await notes.read(path);
  // Most notes have none, and front matter takes its time to read.
  const value = text?.includes(name) === true ? readProperties(text)?.[name] : null;
  const isDead = notes.deadLinksOf(path);
  return [value].flat().some((item) => {
    const link = typeof item === 'string' ? /^\[\[([^\]|#]+)/.exec(item)?.[1]?.trim() : undefined;
    return link !== undefined && isDead(link);
  });
}
