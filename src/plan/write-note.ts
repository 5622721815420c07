/** Writes what a note should say into the working notes: a new note, or merged into the one that stands there. */
import { createNote, mergeNote, type DesiredNote } from '../notes/managed-note';
import type { PlanLog } from './plan-log';
import type { WorkingNotes } from './working-notes';

/** What the user edited is kept and taken down in the log. */
export async function writeNote(path: string, desired: DesiredNote, notes: WorkingNotes, log: PlanLog): Promise<void> {
  const existing = await notes.read(path);
  if (existing === null) {
    await notes.write(path, createNote(desired));
    return;
  }
  const merged = mergeNote(existing, desired, notes.deadLinksOf(path));
  log.merged(path, merged);
  await notes.write(path, merged.text);
}
