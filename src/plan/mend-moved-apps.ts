/** Notices whose names lead to a folder of apps that was moved outside Obsidian: their links follow, also where the notices are not imported again. */
import { editedRegions, noteDamage } from '../notes/edited-regions';
import { findRegions } from '../notes/managed-regions';
import { rewriteLinks } from '../notes/rewrite-links';
import type { Settings } from '../settings';
import type { VaultSnapshot } from './vault-snapshot';
import type { WorkingNotes } from './working-notes';

/**
 * Mends links in what the program wrote and nobody edited, where they lead nowhere and the app of that name lies in the new folder. Costs follow the
 * notices of the vault, and only where the folder moved.
 * @param given the settings as they name the folder
 * @param settings the settings as the vault has it
 */
export async function mendMovedApps(given: Settings, settings: Settings, { notices, paths }: Pick<VaultSnapshot, 'notices' | 'paths'>, notes: WorkingNotes): Promise<void> {
  const [from, to] = [`${given.folders.apps}/`, `${settings.folders.apps}/`];
  if (from === to) return;
  const there = new Set(paths);
  for (const { path } of notices) {
    const text = await notes.read(path);
    if (text?.includes(from) !== true || noteDamage(text) !== null) continue;
    const isDead = notes.deadLinksOf(path);
    const follow = (region: string): string => rewriteLinks(region, (link) => {
      const moved = link.startsWith(from) && isDead(link) ? to + link.slice(from.length) : null;
      return moved !== null && (there.has(moved) || there.has(`${moved}.md`)) ? moved : null;
    });
    const edited = editedRegions(text);
    const own = findRegions(text).filter(({ id }) => !edited.has(id));
    const mended = own.reduceRight((whole, { start, end }) => whole.slice(0, start) + follow(whole.slice(start, end)) + whole.slice(end), text);
    if (mended !== text) await notes.write(path, mended);
  }
}
