/** A page and the files that it links to are one notice: the page's text and identity, the files' lists. */
import type { Diagnostic } from '../document/diagnostic';
import { fileNameOf } from '../document/web-address';
import { addLists } from '../notice/add-lists';
import { findAgency } from '../notice/agencies';
import type { Notice, NoticeList } from '../notice/notice';
import type { StatedFacts } from '../notice/stated-facts';
import { titleKey } from '../notice/titles';
import type { KnownNotice } from './vault-snapshot';

/** A source as far as it was understood. */
export interface SourceNotice {
  readonly fileName: string;
  readonly notice: Notice | null;
  /** `page`: a campaign page, which becomes the index note. `part`: a file whose lists went into the notice of the page that links to it. */
  readonly outcome: 'read' | 'page' | 'part' | 'refused' | 'skipped';
  readonly diagnostics: readonly Diagnostic[];
  /** The source that links to this one, where that is known. */
  readonly attachmentOf: string | null;
  /** What the user says of it. */
  readonly stated?: StatedFacts | undefined;
}

/** What an attachment lacks, the page says. */
const SAID_BY_PAGE: ReadonlySet<string> = new Set(['no-date', 'no-agency', 'no-list', 'not-a-notice', 'title-conflict', 'count-mismatch', 'part-count-mismatch']);

/**
 * Gives every attachment the identity of its page, and the page the lists that only the attachment holds. A list that both hold stays
 * with the attachment, which is then a further source of the notice. An attachment that names another batch is a notice of its own.
 */
export function joinAttachments<T extends SourceNotice>(sources: readonly T[], known: readonly KnownNotice[]): readonly T[] {
  const named = sources.map((source) => adoptSeries(source, sources, known));
  const joined = new Map<T, Notice>();
  const parts = new Map<T, { readonly owner: T; readonly notice: Notice; readonly again: readonly NoticeList[] }>();
  for (const source of named) {
    const owner = ownerOf(source, named);
    if (owner?.notice == null || source.notice === null) continue;
    const page = joined.get(owner) ?? owner.notice;
    const lists = source.notice.lists.map((list) => withCaption(list, source.fileName));
    const again = lists.filter((list) => page.lists.some((other) => isSameList(list, other)));
    joined.set(owner, addLists(page, lists.filter((list) => !again.includes(list))));
    parts.set(source, { owner, notice: source.notice, again });
  }
  return named.map((source): T => {
    const page = joined.get(source);
    if (page !== undefined) return { ...source, notice: page, diagnostics: page.diagnostics };
    const part = parts.get(source);
    if (part === undefined) return source;
    const whole = joined.get(part.owner);
    if (whole === undefined) return source;
    return asPart(source, whole, part.again);
  });
}

/** The attachment with the page's identity: only its lists speak, each in the place that it has in the notice. */
function asPart<T extends SourceNotice>(source: T, page: Notice, again: readonly NoticeList[]): T {
  const lists = page.lists.map((list) => again.find((other) => isSameList(list, other)) ?? list);
  const notice: Notice = { ...page, lists, paragraphs: [], attachments: [], urls: [], deadline: null, statedCount: null, diagnostics: [] };
  const diagnostics = source.diagnostics.filter(({ code }) => !SAID_BY_PAGE.has(code));
  return { ...source, notice, outcome: again.length > 0 ? 'read' : 'part', diagnostics };
}

/** The page that links to a file: as the fetch recorded it, else the one source of the run whose links bear the file's name. */
function ownerOf<T extends SourceNotice>(source: T, sources: readonly T[]): T | null {
  if (source.outcome === 'refused' || source.outcome === 'page' || (source.attachmentOf === null && !isTellingName(baseName(source.fileName)))) return null;
  const owners = sources.filter((page) => page !== source && page.outcome === 'read' && page.attachmentOf === null && isLinkedFrom(source, page));
  const owner = owners[0];
  if (owner === undefined || owners.length > 1) return null;
  const [own, other] = [source.notice?.batch?.total ?? null, owner.notice?.batch?.total ?? null];
  return own !== null && other !== null && own !== other ? null : owner;
}

/** Names such as 1.docx say nothing; the ending keeps pages apart, which link to each other. */
function isTellingName(name: string): boolean {
  return name.length >= 8 && /\.(?:docx?|xlsx?|pdf|wps|et)$/i.test(name);
}

function isLinkedFrom(source: SourceNotice, page: SourceNotice): boolean {
  if (source.attachmentOf !== null) return source.attachmentOf === page.fileName;
  const name = baseName(source.fileName);
  return page.notice?.attachments.some((attachment) => attachment.name === name || (attachment.url !== null && baseName(fileNameOf(attachment.url)) === name)) ?? false;
}

/**
 * A copy that does not say who issued it (a bare list, a blog) belongs to the one series in which a notice of the same total batch or the
 * same full title is known, from this run or from the vault.
 */
function adoptSeries<T extends SourceNotice>(source: T, sources: readonly T[], known: readonly KnownNotice[]): T {
  const { notice } = source;
  if (notice === null || source.outcome !== 'read' || !notice.series.startsWith('unknown-')) return source;
  const others = [...sources.flatMap((other) => (other.outcome === 'read' && other.notice !== null ? [other.notice] : [])), ...known];
  const same = others.filter((other) => other.kind === notice.kind && !other.series.startsWith('unknown-') && isSameNumber(notice, other));
  const series = new Set(same.map((other) => other.series));
  const [first] = same;
  if (first === undefined || series.size !== 1) return source;
  const agency = source.stated?.agency === null ? null : (notice.agency ?? first.agency);
  const authority = agency === null ? null : (findAgency(agency)?.authority ?? null);
  return { ...source, notice: { ...notice, series: first.series, agency, lists: notice.lists.map((list) => (list.agency === null ? { ...list, agency: authority } : list)) } };
}

function isSameNumber(a: Pick<Notice, 'batch' | 'title' | 'date'>, b: Pick<Notice, 'batch' | 'title' | 'date'>): boolean {
  if (a.batch?.total != null && b.batch?.total != null) return a.batch.total === b.batch.total;
  return a.batch?.number != null && titleKey(a.title) === titleKey(b.title) && a.title.length > 10;
}

/** Whether two lists name mostly the same apps. */
function isSameList(a: NoticeList, b: NoticeList): boolean {
  const names = new Set(a.entries.map((entry) => squeeze(entry.name)));
  const shared = b.entries.filter((entry) => names.has(squeeze(entry.name))).length;
  return shared * 2 > Math.min(a.entries.length, b.entries.length);
}

/** A bare table in a file that is called 名单: the name of the file is its caption. */
function withCaption(list: NoticeList, fileName: string): NoticeList {
  const stem = baseName(fileName).replace(/\.[a-z]{2,4}$/i, '');
  return list.caption === null && /名单|清单|列表/.test(stem) ? { ...list, caption: stem } : list;
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}
