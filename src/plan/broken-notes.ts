/** Notes that the program wrote and that no longer say what they are of, because a person or another program broke their front matter. */
import { readFingerprints } from '../notes/fingerprints';
import { readProperties } from '../notes/properties';
import type { Settings } from '../settings';
import type { WorkingNotes } from './working-notes';

/**
 * Whether the note at `path` is one: it bears the line of fingerprints, and its front matter is not valid or names no kind of note.
 * A second note beside it would be a duplicate as soon as it is mended.
 */
export async function isBrokenNote(path: string, notes: WorkingNotes, settings: Settings): Promise<boolean> {
  if (!notes.takenPaths.has(path.toLowerCase())) return false;
  const text = await notes.read(path);
  if (text === null || readFingerprints(text) === null) return false;
  const properties = readProperties(text);
  return properties === null || properties[settings.propertyNames.type] === undefined;
}
