/** Lines that a plan took out of notes: what it moved elsewhere, or would drop. */
import type { FileChange } from './plan';

/**
 * The lines in the bodies of these notes that are there before the changes and not after. Front matter and the line of
 * fingerprints are left out: the program writes them anew from what the note holds.
 */
export function linesTakenOut(changes: readonly (FileChange | undefined)[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const change of changes) {
    if (change?.kind !== 'update') continue;
    const kept = new Set(bodyLines(change.after));
    for (const line of bodyLines(change.before)) if (!kept.has(line)) found.add(line);
  }
  return found;
}

function bodyLines(text: string): readonly string[] {
  const body = text.replace(/^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/, '');
  return body.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('%%'));
}
