/**
 * 不同于: the apps that its links mean, also after their notes were renamed or moved outside Obsidian. The property is the user's: nothing of
 * it but the target of a dead link is ever written.
 */
import { nameKey } from '../apps/names';
import { baseName } from '../notes/file-names';
import { propertyLink } from '../notes/links';
import { noteDamage } from '../notes/edited-regions';
import { readProperties, setProperties } from '../notes/properties';
import type { Settings } from '../settings';
import { type KnownAppNote } from './vault-snapshot';
import type { WorkingNotes } from './working-notes';

const LINK = /^\[\[([^\]|#]+)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]$/;

/**
 * Apps that an item of 不同于 means, a link or a bare name: by path or file name; where there is none, by what the link shows.
 * @param self path of the note that bears the item
 */
export function appsMeant(item: string, self: string, apps: readonly KnownAppNote[]): readonly KnownAppNote[] {
  const [, linked, shown] = LINK.exec(item.trim()) ?? [];
  const target = (linked ?? item).trim();
  const found = apps.filter(({ path }) => withoutEnd(path) === withoutEnd(target) || baseName(path) === baseName(target));
  const named = found.length > 0 || shown === undefined ? null : appNamed(shown, apps.filter(({ path }) => path !== self));
  return named === null ? found : [named];
}

/** The one app whose file bears this name, or bore it before the user gave it another; null where there is none, or several. */
function appNamed(name: string, apps: readonly KnownAppNote[]): KnownAppNote | null {
  const key = nameKey(name);
  const now = apps.filter(({ path }) => nameKey(baseName(path)) === key);
  // A homonym that still has the file that the program gave it was never meant by another name.
  const found = now.length > 0 ? now : apps.filter((app) => isRenamed(app) && namesBefore(app).some((one) => nameKey(one) === key));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether the file bears a name of the user's own: then it is among the names of the app, and is not its title. */
function isRenamed({ path, names: [title, ...others] }: KnownAppNote): boolean {
  return title !== undefined && nameKey(baseName(path)) !== nameKey(title) && others.includes(baseName(path));
}

/** What the program called the file: by the title, with the developer where there are homonyms. */
function namesBefore({ names: [title = ''], developers }: KnownAppNote): readonly string[] {
  return [title, ...developers.map((developer) => `${title}（${developer}）`)];
}

/** Leads the dead links of 不同于 of a note to the apps that they mean. */
export async function mendApart(path: string, apps: readonly KnownAppNote[], notes: WorkingNotes, settings: Settings): Promise<void> {
  const property = settings.propertyNames.notSameAs;
  const text = await notes.read(path);
  // Most notes have none, and front matter takes its time to read.
  if (text?.includes(property) !== true || noteDamage(text) !== null) return;
  const value = readProperties(text)?.[property];
  const isDead = notes.deadLinksOf(path);
  const items = [value].flat().filter((item) => typeof item === 'string');
  const mended = items.map((item) => {
    const [, linked, shown] = LINK.exec(item) ?? [];
    if (linked === undefined || shown === undefined || !isDead(linked.trim())) return item;
    const [app, ...others] = appsMeant(item, path, apps);
    return app === undefined || others.length > 0 || app.path === path ? item : propertyLink(app.path, shown);
  });
  // An item that is no text would be lost.
  if (items.length !== [value].flat().length || mended.every((item, i) => item === items[i])) return;
  const after = setProperties(text, new Map([[property, Array.isArray(value) ? mended : (mended[0] ?? '')]]));
  if (after !== null) await notes.write(path, after);
}

function withoutEnd(path: string): string {
  return path.replace(/^\//, '').replace(/\.md$/i, '').toLowerCase();
}
