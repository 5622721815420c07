/** The lists of a notice's note, each told by its region: a table that the user put beside them, or split in two, moves no list. */
import type { NoticeList } from '../notice/notice';
import { editedRegions } from '../notes/edited-regions';
import { readFingerprints } from '../notes/fingerprints';
import { findRegions } from '../notes/managed-regions';

const LIST_ID = /^rn-list-(\d+)$/;

/**
 * The lists that a note stands for, in the order of their regions.
 * @param read what was read from the whole text of the note; its rows know their lines
 * @param incoming the lists of another source, which speaks where the user edited a region; null where there is none
 */
export function establishedLists(text: string, read: readonly NoticeList[], incoming: readonly NoticeList[] | null): readonly NoticeList[] {
  const regions = new Map(findRegions(text).map((region) => [region.id, region]));
  const ids = new Set([...regions.keys(), ...(readFingerprints(text)?.regions.keys() ?? [])]);
  const count = Math.max(0, ...[...ids].map((id) => Number(LIST_ID.exec(id)?.[1] ?? 0)));
  if (count === 0) return read;
  const edited = editedRegions(text);
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const lists = Array.from({ length: count }, (_, i): NoticeList => {
    const id = `rn-list-${i + 1}`;
    const region = regions.get(id);
    const other = incoming?.[i];
    if (region === undefined || edited.has(id)) {
      if (other !== undefined) return other;
      if (region === undefined) return NO_LIST;
    }
    const [first, last] = [lineAt(region.start), lineAt(region.end)];
    const inside = read.filter((list) => list.entries.some((entry) => entry.rows.some(({ line }) => first <= line && line <= last)));
    return inside[0] === undefined ? NO_LIST : { ...inside[0], entries: inside.flatMap(({ entries }) => entries) };
  });
  // What stands below a title while no source has filled it is no list.
  while (lists[lists.length - 1]?.entries.length === 0) lists.pop();
  return lists;
}

const NO_LIST: NoticeList = { caption: null, agency: null, agencyFrom: 'notice', entries: [] };
