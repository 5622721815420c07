/** Notices that the user keeps by hand and that were not adopted. */
import { diagnostic } from '../../document/diagnostic';
import type { ReaderHost } from '../../document/document';
import { baseName } from '../../notes/file-names';
import { noticeKey } from '../../notice/notice-key';
import { findAdoptable } from '../../plan/find-adoptable';
import type { FileDiagnostic } from '../../plan/plan';
import { type VaultSnapshot } from '../../plan/vault-snapshot';
import type { WorkingNotes } from '../../plan/working-notes';
import type { Settings } from '../../settings';

/** Only notes that are called as notices are, or stand in the folders for them, are opened: a vault is full of other notes. */
export async function checkKeptByHand(known: ReadonlySet<string>, { paths, notices }: VaultSnapshot, notes: WorkingNotes, host: ReaderHost, settings: Settings): Promise<readonly FileDiagnostic[]> {
  const folders = [settings.folders.infringement, settings.folders.takedown].map((folder) => `${folder}/`);
  const named = paths.filter((path) => /\.md$/i.test(path) && !known.has(path) && (/通[报告]|下架/.test(baseName(path)) || folders.some((folder) => path.startsWith(folder))));
  const found = await findAdoptable(named, notes, host, settings);
  const pathOf = new Map(notices.map(({ key, path }) => [key, path]));
  return found.notices.map(({ path, notice }): FileDiagnostic => {
    const other = pathOf.get(noticeKey(notice));
    return { ...(other === undefined ? diagnostic('not-adopted') : diagnostic('notice-twice', {}, { other })), file: path };
  });
}
