/** Lists that a page does not have yet: below a title without items, a further year of lists by year, and lists of our own. */
import { NOTE_WORDS } from '../notice/note-words';
import { inertText } from './inert';
import type { ItemStyle } from './index-item-style';
import type { TitledRun } from './index-lists';
import { listId, type IndexContext, type PageList } from './index-page';
import { joinPageLines, type PageLine } from './index-page-lines';
import { findRegions } from './managed-regions';

/** Puts items below a title that has none. What stands below it already stays above them. */
export function fillEmptyList(page: readonly PageLine[], run: TitledRun, items: readonly string[], eol: string): string {
  const blank = run.prefix.trimEnd();
  const words = run.lines.filter(({ text }) => text.trim() !== '');
  const last = words[words.length - 1]?.index;
  const next = (last ?? run.titleLine) + 1;
  const hasBlank = run.lines.some(({ index, text }) => index === next && text.trim() === '');
  const at = hasBlank ? next + 1 : next;
  const needsBlank = run.place === 'other' && at < page.length && !/^[\s>]*$/.test(page[at]?.raw ?? '');
  return insertLines(page, at, [...(hasBlank ? [] : [blank]), ...items, ...(needsBlank ? [blank] : [])], eol);
}

/**
 * A further year where the page keeps a list a year under titles that say it: the title of another year with the year changed.
 * Null where the titles right above the lists do not say their years.
 */
export function addYearSection(page: readonly PageLine[], lists: readonly PageList[], year: number, write: (style: ItemStyle) => readonly string[], eol: string): string | null {
  const sorted = [...lists].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const later = sorted.find((list) => (list.year ?? 0) > year);
  const like = later ?? sorted[sorted.length - 1];
  const title = like === undefined ? '' : (page[like.run.titleLine]?.raw ?? '');
  if (like?.style == null || !title.includes(String(like.year))) return null;
  const outer = /^[\s>]*/.exec(title)?.[0] ?? '';
  const isCallout = like.run.place === 'callout';
  const section = [title.replace(String(like.year), String(year)), isCallout ? like.run.prefix.trimEnd() : outer.trimEnd(), ...write(like.style)];
  const gap = isCallout ? '' : outer.trimEnd();
  if (later !== undefined) return insertLines(page, later.run.titleLine, [...section, gap], eol);
  const last = like.run.lines.filter(({ text }) => text.trim() !== '');
  return insertLines(page, (last[last.length - 1]?.index ?? like.run.titleLine) + 1, [gap, ...section], eol);
}

/** The title of a list of our own. */
export function ownTitle(series: string, kind: PageList['kind'], { agencyOf, language = 'zh' }: IndexContext): string {
  const isOwn = series === `miit-${kind}`;
  const agency = agencyOf(series);
  const name = NOTE_WORDS[kind === 'infringement' ? 'infringementNotices' : 'takedownNotices'][language];
  if (language === 'en') return inertText(isOwn ? name.charAt(0).toUpperCase() + name.slice(1) : agency === null ? `Other ${name} (agency unknown)` : `${agency} ${name}`, 'title');
  return inertText(isOwn ? name : agency === null ? `其他${name}（发文机关不详）` : `${agency}${name}`, 'title');
}

/** A list of our own with its block id: behind our last one, else at the end of the part of the page that holds the user's lists, else of the page. */
export function appendOwnList(text: string, page: readonly PageLine[], lists: readonly PageList[], series: string, title: string, items: readonly string[], eol: string): string {
  const block = [`> [!abstract]+ ${title}`, '>', ...items, '', `^${listId(series)}`];
  const own = findRegions(text).filter(({ id }) => id.startsWith('rn-index-'));
  const behind = own[own.length - 1]?.markerEnd;
  if (behind !== undefined) return `${text.slice(0, behind)}${eol}${eol}${block.join(eol)}${text.slice(behind)}`;
  const lastOfUser = Math.max(-1, ...lists.map(({ run }) => run.lines[run.lines.length - 1]?.index ?? run.titleLine));
  const heading = lastOfUser === -1 ? -1 : page.findIndex(({ raw, isSilent }, i) => i > lastOfUser && !isSilent && /^ {0,3}#{1,6}[ \t]/.test(raw));
  if (heading === -1) return `${text}${text.endsWith('\n') || text === '' ? '' : eol}${eol}${block.join(eol)}${eol}`;
  return insertLines(page, heading, [...(page[heading - 1]?.raw.trim() === '' ? [] : ['']), ...block, ''], eol);
}

/** New lines before the line `at`; a page that ends without a line end still does. */
function insertLines(page: readonly PageLine[], at: number, lines: readonly string[], eol: string): string {
  const put = lines.map((raw) => ({ raw, eol }));
  const [before, after] = [page.slice(0, at), page.slice(at)];
  const last = before[before.length - 1];
  if (after.length > 0 || last === undefined || last.eol !== '') return joinPageLines([...before, ...put, ...after]);
  return joinPageLines([...before.slice(0, -1), { ...last, eol }, ...put.map((line, i) => (i === put.length - 1 ? { ...line, eol: '' } : line))]);
}
