/** Leading all links of a vault that lead to one note to another. Costs follow the vault: it is done on a user's word only. */
import { baseName } from '../notes/file-names';
import { rewriteLinks } from '../notes/rewrite-links';
import { targetFinder, writeLinkLike } from './link-targets';
import type { WorkingNotes } from './working-notes';

/** So many notes are read at a time: a disk answers many questions nearly as fast as one. */
const AT_ONCE = 64;

/**
 * Rewrites the links to `from` in every note.
 * @param paths paths of all files of the vault, `from` and, where it is new, `to` among them
 */
export async function relinkNotes(from: string, to: string, paths: readonly string[], notes: WorkingNotes): Promise<void> {
  const before = targetFinder(paths);
  const after = targetFinder(paths.filter((path) => path !== from));
  const name = baseName(from).toLowerCase();
  const others = paths.filter((path) => /\.md$/i.test(path) && path !== from);
  for (let at = 0; at < others.length; at += AT_ONCE) {
    const batch = others.slice(at, at + AT_ONCE);
    const texts = await Promise.all(batch.map((path) => notes.read(path)));
    for (const [i, path] of batch.entries()) {
      const text = texts[i] ?? null;
      // Most notes name neither the app nor anything percent-encoded.
      if (text === null || !(text.toLowerCase().includes(name) || /%[0-9a-f]{2}/i.test(text))) continue;
      const rewritten = rewriteLinks(text, (link, form) => (before(link, path, form) === from ? writeLinkLike(link, form, path, to, after) : null));
      if (rewritten !== text) await notes.write(path, rewritten);
    }
  }
}
