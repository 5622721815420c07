/** A campaign page becomes the index note, or joins the one that is there. */
import { decodeSafely } from '../document/web-address';
import { baseName, safeFileName } from '../notes/file-names';
import { renderCampaignNote } from '../notes/campaign-note';
import type { Notice } from '../notice/notice';
import type { NoteStyle, Settings } from '../settings';
import type { PlanLog } from './plan-log';
import { writeNote } from './write-note';
import type { WorkingNotes } from './working-notes';

/** Vault path of the page: the index note where the page bears its name, else a note beside it. */
export function campaignPath(page: Notice, settings: Settings): string {
  const name = safeFileName(page.title, settings.fileNameBytes);
  return name === baseName(settings.indexNote) ? settings.indexNote : `${settings.indexNote.replace(/[^/]*$/, '')}${name}.md`;
}

/** Writes the texts of the page; its lists are put in order by the index afterwards. */
export async function planCampaignNote(page: Notice, path: string, paths: readonly string[], notes: WorkingNotes, style: NoteStyle, log: PlanLog): Promise<void> {
  const existing = await notes.read(path);
  const byName = new Map(paths.filter((p) => /\.md$/i.test(p)).map((p) => [baseName(p).toLowerCase(), p]));
  const noteAt = (target: string): string | null => (/^[a-z][a-z0-9+.-]*:/i.test(target) ? null : (byName.get(baseName(decodeSafely(target)).toLowerCase()) ?? null));
  const desired = renderCampaignNote(page, { existing, noteAt, style });
  await writeNote(path, desired, notes, log);
}
