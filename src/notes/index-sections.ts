/** What a section over notices holds beside the items of a list: links in tables, lines, headings or HTML, and code that lists them. */
import { linksIn, isWeb, readsAsNotice, targetsOf, wordsOf, type ItemLink } from './index-links';
import { LIST_ITEM, type ListLine, type TitledRun } from './index-lists';
import type { IndexedNotice } from './index-match';
import type { PageLine } from './index-page-lines';

/** Finds notices by the targets of links; `exists` is asked for files of the vault. */
export interface SectionReader {
  readonly path: string;
  readonly kind: string;
  readonly noticeAt: (targets: readonly string[]) => IndexedNotice | undefined;
  readonly exists: (path: string) => boolean;
}

/** `list`: a list, or nothing that speaks against one. `other`: notices in another form, or code. `query`: code that lists notes by itself. */
export type SectionForm = 'list' | 'other' | 'query';

const ANCHOR = /<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>/gi;
const FENCE = /(?:`{3,}|~{3,})\s*(\S*)/;
const QUERY = /^(?:dataview|base$|tasks|query)/i;
/** What may stand before the link of an entry: marks, numbers, tags of HTML. */
const MARKS = /^(?:<[^>]*>|[^\p{L}[]|[一二三四五六七八九十百]|\[[ xX]\]\s)*/u;
const BETWEEN = /^[\s、，,;；/与和及]*$/;
/** Words or an address that tell one notice from another. */
const TELLS = /第.+[批期]|\d{4}(?:[-_./]|年)\d/;

/** Notices that lines of a list's own section give as entries without being items: lines that begin with their links, rows of a table. */
export function entriesBeside(run: TitledRun, reader: SectionReader): readonly IndexedNotice[] {
  return run.lines.filter(({ isFixed }) => !isFixed).flatMap(({ text }) => {
    const isRow = /^\s*\|/.test(text);
    let at = MARKS.exec(text)?.[0].length ?? 0;
    const found: IndexedNotice[] = [];
    for (const { link, from, to } of allLinks(text)) {
      if (!isRow && from > at && !BETWEEN.test(text.slice(at, from))) break;
      at = to;
      const notice = reader.noticeAt(targetsOf(link, reader.path));
      if (notice !== undefined) found.push(notice);
    }
    return found;
  });
}

/** Notices that lines link to in any form, those of comments and code left out. */
export function linkedNotices(lines: readonly ListLine[], page: readonly PageLine[], reader: SectionReader): readonly IndexedNotice[] {
  return linksOf(lines, page).flatMap((link) => reader.noticeAt(targetsOf(link, reader.path)) ?? []);
}

/** The form of a section that has no list of notices. */
export function formOfSection(run: TitledRun, page: readonly PageLine[], reader: SectionReader): SectionForm {
  const code = run.extent.flatMap(({ text, isFixed }) => (isFixed ? (FENCE.exec(text)?.[1] ?? []) : []));
  if (code.length > 0 && !run.lines.some(({ text, isFixed }) => !isFixed && LIST_ITEM.test(text))) return code.some((language) => QUERY.test(language)) ? 'query' : 'other';
  return linksOf(run.extent, page).some((link) => leadsToNotice(link, reader)) ? 'other' : 'list';
}

function leadsToNotice(link: ItemLink, reader: SectionReader): boolean {
  const targets = targetsOf(link, reader.path);
  const notice = reader.noticeAt(targets);
  if (notice !== undefined) return notice.ref.kind === reader.kind;
  return !isWeb(link) && readsAsNotice(link) && TELLS.test(`${wordsOf(link)} ${targets[0] ?? ''}`) && !targets.some(reader.exists);
}

function linksOf(lines: readonly ListLine[], page: readonly PageLine[]): readonly ItemLink[] {
  return lines.filter(({ index }) => page[index]?.isSilent !== true).flatMap(({ text }) => allLinks(text).map(({ link }) => link));
}

function allLinks(text: string): readonly { readonly link: ItemLink; readonly from: number; readonly to: number }[] {
  const anchors = [...text.matchAll(ANCHOR)].map((found) => ({ link: { form: 'markdown', address: found[1] ?? found[2] ?? '', label: '' } as const, from: found.index, to: found.index + found[0].length }));
  return [...linksIn(text), ...anchors].sort((a, b) => a.from - b.from);
}
