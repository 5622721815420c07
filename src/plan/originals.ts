/** Copies of what was fetched, for the notes of their notices. */
import { noticeKey } from '../notice/notice-key';
import { originalPath, type FetchedOriginal } from '../notes/originals';
import type { Settings } from '../settings';
import type { ReadSource } from './read-sources';

/** A copy with what it holds. */
export interface OriginalFile extends FetchedOriginal {
  readonly bytes: Uint8Array;
}

/** The copies by the key of the notice that they belong to. Sources that no notice came of are not kept; where the settings leave copies out, there are none. */
export function originalsByNotice(sources: readonly ReadSource[], settings: Settings): ReadonlyMap<string, readonly OriginalFile[]> {
  if (!settings.write.originals) return new Map();
  const found = new Map<string, OriginalFile[]>();
  for (const { source, notice, outcome } of sources) {
    if (source.fetched === undefined || notice === null || (outcome !== 'read' && outcome !== 'part')) continue;
    const { address, at, sha256, isPage } = source.fetched;
    const [, stem = source.fileName, extension = 'bin'] = /^(.*)\.([a-z0-9]{1,5})$/i.exec(source.fileName) ?? [];
    // A page bears the name of its article: its own is `art_1b2c….html`.
    const name = isPage ? notice.title : stem;
    const path = originalPath(settings.folders.attachments, name, extension.toLowerCase(), sha256, settings.fileNameBytes);
    const key = noticeKey(notice);
    found.set(key, [...(found.get(key) ?? []), { path, name: isPage ? name : source.fileName, address, at, sha256, isPage, bytes: source.bytes }]);
  }
  return found;
}
