/** Where an index page is that the user moved or renamed. Nothing is searched while it is where the settings say. */
import { baseName } from '../notes/file-names';
import { holdsIndexList } from '../notes/index-page';
import { readPageLines } from '../notes/index-page-lines';
import { NOTE_TYPES } from '../notes/note-types';
import type { Settings } from '../settings';
import type { VaultPort } from './vault-port';
import type { WorkingNotes } from './working-notes';

/**
 * The page's path: the one given where a note is there, else a note of that name that holds such lists, else our own page by its property
 * (the one of that title, or the only one), else the one given, where a new page is made.
 * @param taken paths of other index pages, which are none of this one
 */
export async function findIndexNote(path: string, vault: Pick<VaultPort, 'listNotes'>, paths: readonly string[], notes: WorkingNotes, settings: Settings, taken: readonly string[]): Promise<string> {
  if (notes.takenPaths.has(path.toLowerCase())) return paths.find((one) => one.toLowerCase() === path.toLowerCase()) ?? path;
  const others = new Set(taken);
  const name = baseName(path).toLowerCase();
  for (const one of paths) {
    if (others.has(one) || !/\.md$/i.test(one) || baseName(one).toLowerCase() !== name) continue;
    const text = await notes.read(one);
    if (text !== null && holdsIndexList(readPageLines(text), text, one)) return one;
  }
  const ours = (await vault.listNotes()).filter((note) => note.properties[settings.propertyNames.type] === NOTE_TYPES.index && !others.has(note.path));
  const titled = ours.filter((note) => note.properties['title'] === baseName(path));
  const [first] = titled.length > 0 ? titled : ours;
  return first !== undefined && (titled.length === 1 || ours.length === 1) ? first.path : path;
}
