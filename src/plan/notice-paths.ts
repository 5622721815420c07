/** Where the note of a notice stands, by the settings. */
import type { Notice } from '../notice/notice';
import { freePath, noticeFileTitle, safeFileName, type NamedNotice } from '../notes/file-names';
import type { Settings } from '../settings';
import type { WorkingNotes } from './working-notes';

/** Where the note of a notice stands when no other note is in its way. */
export function plainNoticePath(notice: Notice, settings: Settings): string {
  const { folder, title } = noticePlace(notice, settings);
  return `${folder}/${safeFileName(title, settings.fileNameBytes)}.md`;
}

/** A folder that is named for a year (通报/2021, 2021年/侵害通报): notices of another year have their own beside it. Folders above a project of a year are none. */
const YEAR_FOLDER = /(^|\/)(?:19|20)\d{2}(年?)(?=(?:\/[^/]*(?:通报|侵害|下架)[^/]*)?$)/;

/** The folder of a notice's note and the name that the settings give it, before it is made safe and short. */
export function noticePlace(notice: NamedNotice & Pick<Notice, 'kind'>, { folders, noteNames }: Settings): { folder: string; title: string } {
  const folder = notice.kind === 'takedown' ? folders.takedown : notice.kind === 'news' ? folders.news : folders.infringement;
  const template = notice.kind === 'takedown' ? noteNames.takedown : notice.kind === 'news' ? '{{title}}' : noteNames.infringement;
  const year = notice.date?.slice(0, 4);
  return { folder: year === undefined ? folder : folder.replace(YEAR_FOLDER, `$1${year}$2`), title: noticeFileTitle(notice, template) };
}

/** Where a new notice gets its note: where another stands in the way, its agency tells them apart, then a number. */
export function newNoticePath(notice: Notice, notes: WorkingNotes, settings: Settings): string {
  const { folder, title } = noticePlace(notice, settings);
  const isTaken = notes.takenPaths.has(plainNoticePath(notice, settings).toLowerCase());
  return freePath(folder, isTaken && notice.agency !== null ? `${title}（${notice.agency}）` : title, notes.takenPaths, settings.fileNameBytes);
}
