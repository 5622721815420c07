/** Links to notes in the cells of lists. Foreign text of a cell holds no links: what is one, the program or the user made. */
import type { Entry, NoticeList } from '../notice/notice';
import { readInline } from './inline-text';

/** Where the cells of lists lead, as written there, without subpaths. */
export function linksInLists(lists: readonly NoticeList[]): readonly string[] {
  return lists.flatMap((list) => list.entries.flatMap(linksInEntry));
}

/** Where the cells of an entry lead, row by row. */
export function linksInEntry({ rows }: Entry): readonly string[] {
  return rows.flatMap((row) => row.cells.flatMap(([, cell]) => linkIn(cell)));
}

function linkIn(cell: string): readonly string[] {
  const link = cell.includes('[') ? readInline(cell).find((part) => part.kind === 'link') : undefined;
  return link?.kind === 'link' && !/^[a-z][a-z0-9+.-]*:/i.test(link.target) ? [link.target.replace(/#.*$/, '')] : [];
}
