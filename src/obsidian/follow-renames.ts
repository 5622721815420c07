/** Keeps the settings true when the user moves or renames, in Obsidian, what they name: the program's folders and index pages. */
import type { Settings } from '../settings';
import { vaultPath } from '../vault-path';

/**
 * The settings after a file or folder moved; null where they name neither it nor anything in it.
 * @param from @param to vault paths
 */
export function followRename(settings: Settings, from: string, to: string): Settings | null {
  // No setting can name such a place; the notes in it are found where they are.
  if (vaultPath(to) === null) return null;
  const moved = (path: string): string => (path === from ? to : path.startsWith(`${from}/`) ? to + path.slice(from.length) : path);
  // A page that is no note any more is none to write lists into.
  const movedNote = (path: string): string => (/\.md$/i.test(moved(path)) ? moved(path) : path);
  const { infringement, takedown, apps, news, attachments } = settings.folders;
  const after: Settings = {
    ...settings,
    folders: { infringement: moved(infringement), takedown: moved(takedown), apps: moved(apps), news: moved(news), attachments: moved(attachments) },
    inbox: moved(settings.inbox),
    indexNote: movedNote(settings.indexNote),
    indexPages: settings.indexPages.map((page) => ({ ...page, path: movedNote(page.path) })),
  };
  return JSON.stringify(after) === JSON.stringify(settings) ? null : after;
}
