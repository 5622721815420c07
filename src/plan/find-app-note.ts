/** The app note that a person means by a path or a name. */
import { nameKey } from '../apps/names';
import type { KnownAppNote, VaultSnapshot } from './vault-snapshot';

/** Paths of the notes that fit: one where it is clear, none or several where it is not. A path goes before a name as written, that before one written alike. */
export function findAppNotes(given: string, snapshot: VaultSnapshot): readonly string[] {
  const plain = given.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '').normalize('NFC').trim();
  const tries: readonly ((app: KnownAppNote) => boolean)[] = [
    (app) => app.path === plain || app.path === `${plain}.md`,
    (app) => app.path.replace(/^.*\//, '') === `${plain.replace(/\.md$/i, '')}.md`,
    (app) => app.names.includes(given.trim()),
    (app) => app.names.some((name) => nameKey(name) === nameKey(given)),
  ];
  for (const fits of tries) {
    const found = snapshot.apps.filter(fits).map((app) => app.path);
    if (found.length > 0) return found;
  }
  return [];
}
