/** Several sources of one notice (notice/notice-key.ts): the first source's words stay, another fills what is empty, and what contradicts is said. */
import type { Entry, Notice, NoticeList, Package } from '../notice/notice';
import { rowWords } from '../notes/notice-lists';

/** One thing that two sources say differently. `list` and `row` count as in the notice; 0 where it is not of a list. */
export interface Contradiction {
  readonly list: number;
  readonly row: number;
  readonly field: ContradictedField;
  readonly first: string;
  readonly second: string;
}

/** A field in which two sources of one notice can differ. */
export type ContradictedField = 'date' | 'agency' | 'deadline' | 'statedCount' | 'lists' | 'entries' | 'name' | 'developer' | 'source' | 'version' | 'problems';

/** A notice with what another source adds to it. */
export interface FilledNotice {
  readonly notice: Notice;
  readonly contradictions: readonly Contradiction[];
}

/** Fills the empty fields of `first` from `second`. */
export function fillNotice(first: Notice, second: Notice): FilledNotice {
  const notice: Notice = {
    ...first,
    agency: first.agency ?? second.agency,
    agencyFrom: first.agency === null ? second.agencyFrom : first.agencyFrom,
    source: first.source ?? second.source,
    date: first.date ?? second.date,
    signedDate: first.signedDate ?? second.signedDate,
    batch: first.batch ?? second.batch,
    deadline: first.deadline ?? second.deadline,
    statedCount: first.statedCount ?? second.statedCount,
    urls: first.urls.length > 0 ? first.urls : second.urls,
    attachments: first.attachments.length > 0 ? first.attachments : second.attachments,
    paragraphs: first.paragraphs.length > 0 ? first.paragraphs : second.paragraphs,
    cites: first.cites.length > 0 ? first.cites : second.cites,
    figures: first.figures.length > 0 ? first.figures : second.figures,
    lists: first.lists.length > 0 ? first.lists : second.lists,
  };
  return { notice, contradictions: compareNotices(first, second) };
}

function compareNotices(first: Notice, second: Notice): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const add = (list: number, row: number, field: ContradictedField, a: string | number | null | undefined, b: string | number | null | undefined): void => {
    if (a == null || b == null || squeeze(a) === squeeze(b) || squeeze(a) === '' || squeeze(b) === '') return;
    found.push({ list, row, field, first: String(a), second: String(b) });
  };
  add(0, 0, 'date', first.date, second.date);
  add(0, 0, 'deadline', first.deadline?.date, second.deadline?.date);
  add(0, 0, 'statedCount', first.statedCount?.number, second.statedCount?.number);
  if (first.lists.length === 0 || second.lists.length === 0) return found;
  add(0, 0, 'lists', first.lists.length, second.lists.length);
  for (const [i, list] of first.lists.entries()) {
    const other = second.lists[i];
    if (other !== undefined) compareLists(list, other, (row, field, a, b) => add(i + 1, row, field, a, b));
  }
  return found;
}

type Add = (row: number, field: ContradictedField, a: string | number | null | undefined, b: string | number | null | undefined) => void;

function compareLists(first: NoticeList, second: NoticeList, add: Add): void {
  add(0, 'entries', first.entries.length, second.entries.length);
  const byNumber = new Map(second.entries.map((entry, i) => [entry.no ?? -i - 1, entry]));
  for (const [i, entry] of first.entries.entries()) {
    const other: Entry | undefined = entry.no === null ? second.entries[i] : byNumber.get(entry.no);
    if (other === undefined || showsSameRows(entry, other)) continue;
    const row = entry.no ?? i + 1;
    add(row, 'name', entry.name, other.name);
    for (const [p, one] of packagesOf(entry).entries()) {
      const another = packagesOf(other)[p];
      add(row, 'developer', one.developer, another?.developer);
      add(row, 'source', one.source, another?.source);
      add(row, 'version', one.version, another?.version);
      add(row, 'problems', one.problems.join('；'), another?.problems.join('；'));
    }
  }
}

/**
 * Whether two entries come from the same cells. A note shows marks of emphasis, code and HTML of a cell as plain characters, so that its
 * own reading differs from that of the source it was written from; the cells themselves do not.
 */
function showsSameRows(one: Entry, other: Entry): boolean {
  const words = (entry: Entry): string => rowWords(entry).map((row) => row.map(squeeze).join('\u0000')).join('\u0001');
  return words(one) === words(other);
}

function packagesOf(entry: Entry): readonly Package[] {
  return [entry, ...entry.packages];
}

function squeeze(value: string | number): string {
  return String(value).normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}
