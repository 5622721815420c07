/** Leading all links of a vault that lead to one note to another. Costs follow the vault: it is done on a user's word only. */
import { rewriteLinks } from '../notes/rewrite-links';
import { targetFinder, writeLinkLike } from './link-targets';
import { baseName } from './vault-snapshot';
import type { WorkingNotes } from './working-notes';

/**
 * Rewrites the links to `from` in every note.
 * @param paths paths of all files of the vault, `from` and, where it is new, `to` among them
 */
export async function relinkNotes(from: string, to: string, paths: readonly string[], notes: WorkingNotes): Promise<void> {
  const before = targetFinder(paths);
  const after = targetFinder(paths.filter((path) => path !== from));
  const name = baseName(from).toLowerCase();
  for (const path of paths) {
    if (!/\.md$/i.test(path) || path === from) continue;
    const text = await notes.read(path);
    // Most notes name neither the app nor anything percent-encoded.
    if (text === null || !(text.toLowerCase().includes(name) || /%[0-9a-f]{2}/i.test(text))) continue;
    const rewritten = rewriteLinks(text, (link, form) => (before(link, path, form) === from ? writeLinkLike(link, form, path, to, after) : null));
    if (rewritten !== text) await notes.write(path, rewritten);
  }
}
