/** Items of our own lists whose notes were moved outside Obsidian: their links lead to where the notes are now. Lists and lines of the user keep their dead links. */
import { noteNameKey, type MatchedItem } from './index-match';
import type { VaultFiles } from './index-page';
import { relativePath } from './links';
import { rewriteLinks } from './rewrite-links';

/** Whether an item means a notice that has a note, by a link that leads to no file. */
export function hasDeadLink({ item, notice, fault, isLinked }: MatchedItem, files: VaultFiles): boolean {
  return notice !== null && fault === null && !isLinked && item.link !== null && item.targets.length > 0 && !item.targets.some(files.exists);
}

/** Whether such an item may be mended: it stands in a list of ours, and the user wrote nothing beside the link. */
export function isMendable({ item }: MatchedItem, listId: string | null): boolean {
  return listId !== null && item.after.trim() === '';
}

/** The line of an item, its link led to the note; what else stands in the line stays. */
export function mendItem(raw: string, { item, notice }: MatchedItem, page: string): string {
  if (notice === null) return raw;
  const name = noteNameKey(item.targets[0] ?? '');
  return rewriteLinks(raw, (path, form) => {
    if (noteNameKey(path) !== name) return null;
    return form === 'markdown' ? relativePath(page, notice.path) : notice.path.replace(/\.md$/i, '');
  });
}
