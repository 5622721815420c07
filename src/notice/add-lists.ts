/** Lists that another file of the same notice holds: the attachment of a page. */
import { findAgency } from './agencies';
import { readBodyFacts } from './body-facts';
import { listsApps, type Notice, type NoticeList } from './notice';
import { annexesOf, checkStatedCount } from './stated-counts';

/** Findings that were made without the added lists. */
const RECOUNTED: ReadonlySet<string> = new Set(['no-list', 'count-mismatch', 'part-count-mismatch']);

/** The notice with further lists behind its own; what depends on the lists is found anew. A list that names no agency is the notice's. */
export function addLists(notice: Notice, added: readonly NoticeList[]): Notice {
  if (added.length === 0) return notice;
  const authority = notice.agency === null ? null : (findAgency(notice.agency)?.authority ?? null);
  const lists = [...notice.lists, ...added.map((list) => (list.agencyFrom === 'notice' ? { ...list, agency: authority } : list))];
  const counts = { annexes: annexesOf(lists), lines: [...notice.attachments.map(({ name }) => name), notice.title] };
  const { statedCount, cites } = readBodyFacts(notice.paragraphs, { ...notice, lists, counts });
  return {
    ...notice,
    lists,
    statedCount,
    cites: listsApps(notice.kind) ? cites : notice.cites,
    diagnostics: [...notice.diagnostics.filter(({ code }) => !RECOUNTED.has(code)), ...checkStatedCount(statedCount, lists)],
  };
}
