/** The index page: the lists that it has in true order, every line that is no item kept as it stands, and lists of our own for what no list is for. */
import { NOTE_WORDS } from '../notice/note-words';
import { baseName } from './file-names';
import { arrangeList, type Arrangement, type NewItem } from './index-arrange';
import { DEFAULT_ITEM_STYLE, type ItemStyle } from './index-item-style';
import { linkWords } from './index-link-words';
import { noteKey, type IndexedNotice } from './index-match';
import { hasDeadLink, isMendable, mendItem } from './index-mend';
import { addYearSection, appendOwnList, fillEmptyList, ownTitle } from './index-new-lists';
import { isClosed, NO_FILES, readPageLists, yearOfNotice, type IndexContext, type PageList } from './index-page';
import { joinPageLines, readPageLines, type PageLine } from './index-page-lines';
import { dropSettled } from './index-settled';
import { writeItem } from './index-write-item';
import { findDamage, hiddenMarkers, readMarkers, type Damage } from './managed-regions';
import { sortNotices } from './notice-order';
import { yamlScalar } from './yaml-scalar';

export type { IndexedNotice } from './index-match';
export type { IndexContext } from './index-page';
export { sortNotices } from './notice-order';

/** An item that is left as it is. */
export interface IndexFinding {
  /**
   * `missing`: no note. `dead`: the note is there, the link leads elsewhere. `twice`, `other-list`: see the list.
   * `other-form`: a section that is no list, or holds notices beside its list; with a title, a notice that is not entered for that.
   * `unreadable`: of the whole page, what would be written could not be read back, so nothing is.
   */
  readonly fault: 'missing' | 'dead' | 'twice' | 'other-list' | 'other-form' | 'unreadable';
  readonly title: string;
  /** Of `other-form`: the words over the section. */
  readonly section?: string;
}

/** What becomes of an index page. */
export interface IndexResult {
  /** The page as it should be; as it was where `damage` is not null. */
  readonly text: string;
  readonly findings: readonly IndexFinding[];
  readonly damage: Damage | null;
}

/** Puts the notices into the page: `existing` is its text, null for a page that is still to be made. The same again changes nothing. */
export function renderIndexNote(existing: string | null, notices: readonly IndexedNotice[], context: IndexContext): IndexResult {
  const start = existing ?? newPage(context);
  const damage = findDamage(readMarkers(start), hiddenMarkers(start));
  if (damage !== null) return { text: start, findings: [], damage };
  const { text, findings } = arrangePage(start, notices, context);
  // A comment or a fence that the user left open swallows what is written below it: the next run would write it again.
  if (text === start || arrangePage(text, notices, context).text === text) return { text, findings, damage: null };
  return { text: start, findings: [...findings, { fault: 'unreadable', title: context.title }], damage: null };
}

function arrangePage(start: string, notices: readonly IndexedNotice[], context: IndexContext): Pick<IndexResult, 'text' | 'findings'> {
  let text = dropSettled(start, notices, context);
  const read = readPageLists(readPageLines(text), text, notices, context);
  const findings = read.flatMap((list) => findingsOf(list, context));
  text = putInOrder(text, read, notices, context);
  // Lists that have no items yet and lists of our own come one by one: each moves the lines of the next.
  for (const series of seriesInOrder(missingFrom(text, notices, context), context)) text = addList(text, series, notices, context);
  return { text, findings: [...findings, ...leftOut(read, missingFrom(text, notices, context), context)] };
}

/** Sections in a form that is not kept in order, and what could not be entered for it. */
function leftOut(lists: readonly PageList[], missing: readonly IndexedNotice[], context: IndexContext): readonly IndexFinding[] {
  const nameOf = ({ run }: PageList): string => (run.name === '' ? context.title : run.name);
  const closed = lists.filter(isClosed);
  const beside = lists.filter((list) => !isClosed(list) && list.linked.some((notice) => !lists.some(({ matched }) => matched.some((one) => one.notice === notice))));
  const forms = [...closed, ...beside].map((list): IndexFinding => ({ fault: 'other-form', title: '', section: nameOf(list) }));
  const notEntered = missing.flatMap((notice): readonly IndexFinding[] => {
    const { ref } = notice;
    const list = listFor(notice, closed) ?? closed.find(({ series }) => series === ref.series);
    const title = ref.kind === 'takedown' ? `${ref.date?.slice(0, 7) ?? ''} ${ref.title}` : ref.title;
    return list === undefined || list.form === 'query' ? [] : [{ fault: 'other-form', title, section: nameOf(list) }];
  });
  return [...forms, ...notEntered];
}

/** The list with items that a notice goes into; none where the section of its year is in a form that nothing is entered in. */
function openListFor(notice: IndexedNotice, lists: readonly PageList[]): PageList | undefined {
  const open = listFor(notice, lists.filter((list) => !list.isEmpty));
  const closed = listFor(notice, lists.filter(isClosed));
  return closed !== undefined && closed.year !== null && open?.year === null ? undefined : open;
}

function newPage({ title, mark, language = 'zh' }: IndexContext): string {
  const property = mark === undefined ? '' : `${mark.name}: ${yamlScalar(mark.value)}\n`;
  return `---\ntitle: ${yamlScalar(title)}\n${property}---\n\n## ${NOTE_WORDS.allPages[language]}\n`;
}

/** Arranges the lists that have items; what is new goes into the first list that it is for. */
function putInOrder(text: string, lists: readonly PageList[], notices: readonly IndexedNotice[], context: IndexContext): string {
  const eol = eolOf(text);
  const page = withLinks(readPageLines(text), lists, context);
  const listed = noticesAnywhere(lists, notices);
  const missing = notices.filter((notice) => !listed.has(notice));
  const filled = lists.filter((list) => !list.isEmpty);
  const changes = filled.map((list): Arrangement | null => {
    const added = missing.filter((notice) => openListFor(notice, lists) === list);
    const news = sortNotices(added.map(({ ref }) => ref)).flatMap((ref) => added.find((one) => one.ref === ref) ?? []);
    return arrangeList(list.pieces, list.matched, news.map((notice) => newItem(notice, styleOf(list, lists), context)), list.kind, list.series, page, eol);
  });
  const lines = [...page];
  for (const { from, to, lines: put } of changes.flatMap((change) => change ?? []).sort((a, b) => b.from - a.from)) lines.splice(from, to - from, ...put.map((line) => ({ ...line, isSilent: false })));
  return joinPageLines(lines);
}

/** The list that a notice goes into: that of its year, else one of all years; a plain title before one that only the items bear out. */
function listFor({ ref }: IndexedNotice, lists: readonly PageList[]): PageList | undefined {
  const ofKind = lists.filter((list) => list.kind === ref.kind);
  const ofSeries = [...ofKind.filter((list) => list.series === ref.series), ...(ref.series.startsWith('unknown-') ? ofKind.filter((list) => list.holdsUnknown) : [])];
  const fitting = [...ofSeries.filter(({ year }) => year !== null && year === yearOfNotice(ref)), ...ofSeries.filter(({ year }) => year === null)];
  return fitting.find(({ run }) => run.title.isExact || run.id !== null) ?? fitting[0];
}

function styleOf(list: PageList, lists: readonly PageList[]): ItemStyle {
  if (list.style !== null) return list.style;
  const mark = list.matched[0]?.item.mark ?? DEFAULT_ITEM_STYLE.mark;
  const like = lists.find((one) => one.style !== null && one.kind === list.kind)?.style;
  if (like != null) return { ...like, mark };
  // What stands beside the title differs from kind to kind, how links are written does not.
  const other = lists.find((one) => one.style !== null)?.style;
  const own = ownStyle(list.kind);
  return other == null ? { ...own, mark } : { ...other, before: own.before, after: '', hover: '', label: other.label === null ? null : '{title}', mark: list.matched.length === 0 ? other.mark : mark };
}

/** Items of our own lists of takedowns begin with their month. */
export function ownStyle(kind: PageList['kind']): ItemStyle {
  return kind === 'takedown' ? { ...DEFAULT_ITEM_STYLE, before: '{Y}-{MM} ' } : DEFAULT_ITEM_STYLE;
}

function newItem(notice: IndexedNotice, style: ItemStyle, context: IndexContext): NewItem {
  return { ref: notice.ref, write: (number) => writeItem(style, notice, context.path, context.files ?? NO_FILES, number) };
}

/** Words without a link become one as soon as their note is there; in our own lists a link whose note was moved follows it. */
function withLinks(page: readonly PageLine[], lists: readonly PageList[], context: IndexContext): readonly PageLine[] {
  const lines = [...page];
  for (const list of lists) {
    for (const matched of list.matched) {
      const { item } = matched;
      const line = lines[item.from];
      if (line !== undefined && isMendable(matched, list.run.id) && hasDeadLink(matched, context.files ?? NO_FILES)) lines[item.from] = { ...line, raw: mendItem(line.raw, matched, context.path) };
      const mended = lines[item.from];
      if (mended !== undefined) lines[item.from] = { ...mended, raw: linkWords(mended.raw, matched, styleOf(list, lists), context.path, context.files ?? NO_FILES) };
    }
  }
  return lines;
}

function findingsOf(list: PageList, context: IndexContext): readonly IndexFinding[] {
  const files = context.files ?? NO_FILES;
  return list.matched.flatMap((matched): readonly IndexFinding[] => {
    const { item, notice, fault } = matched;
    const { title } = item;
    if (fault !== null) return [{ title, fault }];
    if (notice !== null) return !isMendable(matched, list.run.id) && hasDeadLink(matched, files) ? [{ title, fault: 'dead' }] : [];
    const isThere = item.targets.some((target) => files.exists(target)) || (item.targets.length > 0 && context.files !== undefined && files.countName(baseName(item.targets[0] ?? '')) > 0);
    const saysNotice = item.targets.length > 0 || list.pieces.some((piece) => piece.kind === 'item' && piece.item === item && item.month !== '') || /第.+[批期]/.test(item.title);
    return isThere || !saysNotice ? [] : [{ title, fault: 'missing' }];
  });
}

/** Notices that no list of the page holds. */
function missingFrom(text: string, notices: readonly IndexedNotice[], context: IndexContext): readonly IndexedNotice[] {
  const page = readPageLines(text);
  const all = noticesAnywhere(readPageLists(page, text, notices, context), notices);
  return notices.filter((notice) => !all.has(notice));
}

/** A notice in the list of another kind stands on the page as well: it is reported, and not put in twice. */
function noticesAnywhere(lists: readonly PageList[], notices: readonly IndexedNotice[]): ReadonlySet<IndexedNotice> {
  const found = new Set(lists.flatMap((list) => [...list.matched.flatMap(({ notice }) => notice ?? []), ...list.linked.filter(({ ref }) => ref.series === list.series || ref.series === `unknown-${list.kind}`)]));
  const strayed = new Set<string>(lists.flatMap((list) => list.matched.filter(({ fault }) => fault === 'other-list').flatMap(({ item }) => item.targets.map(noteKey))));
  for (const { path } of lists.flatMap(({ linked }) => linked)) strayed.add(noteKey(path));
  for (const notice of notices) {
    const hasOwnList = lists.some(({ run, series, kind }) => run.id === null && series === notice.ref.series && kind === notice.ref.kind);
    if (!hasOwnList && strayed.has(noteKey(notice.path))) found.add(notice);
  }
  return found;
}

/** 工信部's two lists first, then those of other series by their titles. */
function seriesInOrder(missing: readonly IndexedNotice[], context: IndexContext): readonly string[] {
  const rank = (series: string): number => ['miit-infringement', 'miit-takedown'].indexOf(series) >>> 0;
  const title = (series: string): string => context.agencyOf(series) ?? '其他';
  const key = (series: string): string => `${title(series)}${series.endsWith('takedown') ? '下架' : '侵害'}${series}`;
  return [...new Set(missing.map(({ ref }) => ref.series))].sort((a, b) => rank(a) - rank(b) || (title(a) < title(b) ? -1 : title(a) > title(b) ? 1 : key(a) < key(b) ? -1 : 1));
}

/** Adds what is still missing of a series: below a title without items, as a year of lists by year, else as a list of our own. */
function addList(text: string, series: string, notices: readonly IndexedNotice[], context: IndexContext): string {
  const page = readPageLines(text);
  const lists = readPageLists(page, text, notices, context);
  const closed = lists.filter(isClosed);
  const missing = missingFrom(text, notices, context).filter((notice) => notice.ref.series === series && listFor(notice, closed) === undefined);
  const [first] = missing;
  if (first === undefined) return text;
  const kind = first.ref.kind === 'takedown' ? 'takedown' : 'infringement';
  const eol = eolOf(text);
  const write = (style: ItemStyle, ones: readonly IndexedNotice[]): readonly string[] => sortNotices(ones.map(({ ref }) => ref)).flatMap((ref, i) => {
    const notice = ones.find((one) => one.ref === ref);
    return notice === undefined ? [] : [newItem(notice, style, context).write(i + 1)];
  });
  const empty = listFor(first, lists.filter((list) => list.isEmpty && list.form === 'list'));
  if (empty !== undefined) {
    const ones = missing.filter((notice) => listFor(notice, [empty]) === empty);
    const style = styleOf(empty, lists);
    return fillEmptyList(page, empty.run, write({ ...style, mark: empty.run.prefix + style.mark.replace(/^[\s>]+/, '') }, ones), eol);
  }
  const byYear = lists.filter((list) => list.series === series && list.year !== null && list.form === 'list');
  const year = yearOfNotice(first.ref);
  const ofYear = missing.filter(({ ref }) => yearOfNotice(ref) === year);
  const withYear = byYear.length === 0 || year === null ? null : addYearSection(page, byYear, year, (style) => write(style, ofYear), eol);
  if (withYear !== null) return ofYear.length === missing.length ? withYear : addList(withYear, series, notices, context);
  if (closed.some((list) => list.series === series)) return text;
  return appendOwnList(text, page, lists, series, ownTitle(series, kind, context), write(ownStyle(kind), missing), eol);
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
