/**
 * Where the lists of notices stand on a page that a person may have written: in callouts and quotes, under headings or bold lines, in
 * the admonitions and tabs of MkDocs, under an item that is their title. Found by their titles; nothing on the page needs a mark of ours.
 */
import { displayText } from './inline-text';
import type { PageLine } from './index-page-lines';
import { readListTitle, type ListTitle } from './index-titles';

/** A line as it stands in its callout or admonition. */
export interface ListLine {
  /** Index in the page. */
  readonly index: number;
  /** Without the marks of what it stands in. */
  readonly text: string;
  /** Code, a comment, or part of a quote: no item. */
  readonly isFixed: boolean;
}

/** A list under a title, from the line below the title to where the next part of the page begins. */
export interface TitledRun {
  /** Block id where the program wrote the list, without `^`. */
  readonly id: string | null;
  readonly title: ListTitle;
  /** The words of the title as they are shown; empty where the name of the page is the title. */
  readonly name: string;
  /** The line of the title itself. */
  readonly titleLine: number;
  readonly lines: readonly ListLine[];
  /** Its lines, and those of the sections below it that are no lists of notices: up to the next heading of its rank, or the end of what it stands in. */
  readonly extent: readonly ListLine[];
  /** What a line of it begins with: `> ` in a callout, blanks in an admonition. */
  readonly prefix: string;
  readonly place: 'callout' | 'other';
}

interface Heading {
  readonly level: number;
  readonly title: ListTitle;
  readonly name: string;
}

/** Bold lines and the like rank below every heading. */
const LINE_TITLE_LEVEL = 7;

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
/** What stands below the words of a heading of the other form: it says their level. */
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const CALLOUT = /^\s*\[![^\]]+\][+-]?[ \t]*(.*)$/;
const ADMONITION = /^ {0,3}(?:!!!|\?\?\?\+?)[ \t]+[^"]*(?:"(.*)")?[ \t]*$/;
const TAB = /^ {0,3}===[+!]?[ \t]+"(.*)"[ \t]*$/;
/** Words of an item that may name a notice: a link, a batch, a month. */
export const NAMING = /\[.*\]|第.+[批期]|\d{4}(?:[-_./]|年)\d/;
/** A line that begins a list item: blanks before it, its mark, blanks behind that, its words. A mark without words begins none. */
export const LIST_ITEM = /^([ \t]*)([-+*]|\d{1,9}[.)])([ \t]+)(.*\S.*)$/;

/**
 * All titled lists of a page in order, those without items included. `ids` are block ids by the line that their callout begins on; `name` is that
 * of the page, which is the title of a list above all headings where it says by itself what it holds.
 */
export function findTitledRuns(page: readonly PageLine[], ids: ReadonlyMap<number, string>, name: ListTitle): readonly TitledRun[] {
  const lines = page.map((line, index): ListLine => ({ index, text: line.raw.replace(/^\uFEFF/, ''), isFixed: line.isSilent }));
  return walk(lines, name.isExact ? [name] : [], { line: -1, name: '', prefix: '', place: 'other', id: null }, ids);
}

interface Scope {
  /** Line of the title of what the lines stand in. */
  readonly line: number;
  readonly name: string;
  readonly prefix: string;
  readonly place: TitledRun['place'];
  readonly id: string | null;
}

function walk(lines: readonly ListLine[], outer: readonly ListTitle[], scope: Scope, ids: ReadonlyMap<number, string>): readonly TitledRun[] {
  const runs: TitledRun[] = [];
  const starts = new Map<TitledRun, { readonly from: number; readonly level: number }>();
  const ends: { readonly at: number; readonly level: number }[] = [];
  let start = 0;
  let headings: readonly Heading[] = [];
  let titleLine = scope.line;
  let run: ListLine[] = [];
  const chain = (): readonly ListTitle[] => [...outer, ...headings.map(({ title }) => title)];
  const flush = (): void => {
    const title = meaningOf(chain());
    const last = headings[headings.length - 1];
    if (title !== null || scope.id !== null) {
      const one: TitledRun = { id: scope.id, title: title ?? readListTitle(''), name: last?.name ?? scope.name, titleLine, lines: run, extent: run, prefix: scope.prefix, place: scope.place };
      starts.set(one, { from: start, level: last?.level ?? 0 });
      runs.push(one);
    }
    run = [];
  };
  const open = (level: number, words: string, title: ListTitle, index: number, at: number): void => {
    flush();
    headings = [...headings.filter((heading) => heading.level < level), { level, title, name: shownName(words) }];
    ends.push({ at, level });
    titleLine = index;
    start = at + 1;
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined) break;
    if (line.isFixed) {
      run.push(line);
      continue;
    }
    const heading = HEADING.exec(line.text);
    if (heading !== null) {
      open((heading[1] ?? '').length, heading[2] ?? '', readListTitle(heading[2] ?? ''), line.index, i);
      continue;
    }
    const underline = underlineBelow(lines, i);
    if (underline !== null) {
      open(underline.level, line.text, readListTitle(line.text), underline.index, i);
      i += 1;
      continue;
    }
    const inner = innerPart(lines, i, ids);
    if (inner !== null) {
      const found = walk(inner.lines, inner.title === null ? chain() : [...chain(), inner.title], { line: line.index, name: inner.name ?? headings[headings.length - 1]?.name ?? scope.name, prefix: scope.prefix + inner.prefix, place: inner.place, id: inner.id }, ids);
      // Words that a quote without a title puts between the items are a remark: the list goes on below them.
      const isList = inner.title?.kind != null || found.some((one) => one.id !== null || one.titleLine !== line.index || one.lines.some(({ text, isFixed }) => !isFixed && LIST_ITEM.test(text) && NAMING.test(text)));
      if (isList && found.length > 0) {
        flush();
        runs.push(...found);
        titleLine = inner.last;
        start = inner.end + 1;
      } else for (let k = i; k <= inner.end; k += 1) run.push({ ...(lines[k] ?? line), isFixed: true });
      i = inner.end;
      continue;
    }
    const title = lineTitle(lines, i);
    if (title !== null) open(LINE_TITLE_LEVEL, line.text, title, line.index, i);
    else run.push(line);
  }
  flush();
  const owned = new Set(runs.flatMap((one) => [one.titleLine, ...one.lines.map(({ index }) => index)]));
  return runs.map((one): TitledRun => {
    const place = starts.get(one);
    if (place === undefined) return one;
    const end = ends.find(({ at, level }) => at >= place.from && level <= place.level)?.at ?? lines.length;
    const own = new Set(one.lines.map(({ index }) => index));
    return { ...one, extent: lines.slice(place.from, end).filter(({ index }) => own.has(index) || !owned.has(index)) };
  });
}

/** The words of a title without its marks and attributes. */
function shownName(words: string): string {
  return displayText(words.replace(/<[^>]*>|\{[^}]*\}\s*$/g, '')).replace(/[*_=]{2}|^:{3,} *[\w-]+|[:：]\s*$/g, '').trim();
}

/** The line below a line of words, alone in its paragraph, that makes it a heading; null where there is none. A sentence with a rule below it is no heading to its writer. */
function underlineBelow(lines: readonly ListLine[], at: number): { readonly level: number; readonly index: number } | null {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]];
  const mark = below === undefined || below.isFixed ? undefined : UNDERLINE.exec(below.text)?.[1];
  if (line === undefined || below === undefined || mark === undefined || !/^ {0,3}[^\s>|#<].{0,40}[^。；，,;\s]\s*$/.test(line.text) || LIST_ITEM.test(line.text) || UNDERLINE.test(line.text)) return null;
  const isAlone = above === undefined || above.isFixed || above.text.trim() === '' || HEADING.test(above.text) || UNDERLINE.test(above.text);
  return isAlone ? { level: mark.startsWith('=') ? 1 : 2, index: below.index } : null;
}

interface InnerPart {
  readonly lines: readonly ListLine[];
  /** Null where it has no title of its own. */
  readonly title: ListTitle | null;
  /** Null where its title has no words. */
  readonly name: string | null;
  readonly prefix: string;
  readonly place: TitledRun['place'];
  readonly id: string | null;
  /** Index in the given lines, and in the page, of its last line. */
  readonly end: number;
  readonly last: number;
}

/** The quote, callout, admonition, tab or titled item that begins at a line. */
function innerPart(lines: readonly ListLine[], at: number, ids: ReadonlyMap<number, string>): InnerPart | null {
  const line = lines[at];
  if (line === undefined) return null;
  if (/^ ?>/.test(line.text)) {
    let end = at;
    while (/^ {0,3}>/.test(lines[end + 1]?.text ?? '')) end += 1;
    const inside = lines.slice(at, end + 1).map((one) => ({ ...one, text: one.text.replace(/^ {0,3}> ?/, '') }));
    const name = CALLOUT.exec(inside[0]?.text ?? '')?.[1];
    const title = name === undefined ? null : readListTitle(name);
    return { lines: name === undefined ? inside : inside.slice(1), title, name: name === undefined || name === '' ? null : shownName(name), prefix: '> ', place: name === undefined ? 'other' : 'callout', id: ids.get(line.index) ?? null, end, last: lines[end]?.index ?? line.index };
  }
  const opening = ADMONITION.exec(line.text) ?? TAB.exec(line.text);
  if (opening !== null) return indentedPart(lines, at, /^(?: {4}| {0,3}\t)/, opening[1] ?? '', '    ');
  const item = LIST_ITEM.exec(line.text);
  if (item === null || !/^[^[\]]*$/.test(item[4] ?? '')) return null;
  const words = (item[4] ?? '').replace(/^#{1,6} +/, '');
  const indent = /^[ \t]+/.exec(lines[at + 1]?.text ?? '')?.[0] ?? '';
  const isTitle = readListTitle(words).isExact && indent.length > (item[1] ?? '').length && LIST_ITEM.test(lines[at + 1]?.text ?? '');
  return isTitle ? indentedPart(lines, at, new RegExp(`^${indent}`), words, indent) : null;
}

function indentedPart(lines: readonly ListLine[], at: number, indent: RegExp, words: string, prefix: string): InnerPart {
  let end = at;
  for (let i = at + 1; i < lines.length; i += 1) {
    const text = lines[i]?.text ?? '';
    if (indent.test(text)) end = i;
    else if (text.trim() !== '') break;
  }
  const inside = lines.slice(at + 1, end + 1).map((one) => ({ ...one, text: one.text.replace(indent, '').replace(/^\s+$/, '') }));
  return { lines: inside, title: readListTitle(words), name: words === '' ? null : shownName(words), prefix, place: 'other', id: null, end, last: lines[end]?.index ?? at };
}

/** A bold line, one that ends with a colon, the title of a container or a summary, right above a list. */
function lineTitle(lines: readonly ListLine[], at: number): ListTitle | null {
  const text = lines[at]?.text ?? '';
  const words = /^ {0,3}(?:\*\*|__)([^*_]+)(?:\*\*|__)[:：]?\s*$/.exec(text)?.[1] ?? /^ {0,3}([^\s>|#*+-].{1,40})[:：]\s*$/.exec(text)?.[1] ?? /^ {0,3}:{3,} *[\w-]+ +(\S.*)$/.exec(text)?.[1] ?? /^\s*(?:<details[^>]*>\s*)?<summary>(.*)<\/summary>\s*$/.exec(text)?.[1];
  if (words === undefined) return null;
  const title = readListTitle(words);
  if (title.kind === null && (title.year === null || !title.isNeutral)) return null;
  const next = lines.slice(at + 1, at + 4).find((line) => line.text.trim() !== '');
  return next !== undefined && !next.isFixed && /^\s*(?:> ?)?(?:[-+*]|\d+[.)])\s/.test(next.text) ? title : null;
}

/** What the titles above a list say together, the innermost first; null where they say nothing of notices. */
function meaningOf(chain: readonly ListTitle[]): ListTitle | null {
  let agency: string | null = null;
  let year: number | null = null;
  let found: ListTitle | null = null;
  for (const title of [...chain].reverse()) {
    if (found !== null && !title.isNeutral) continue;
    if (found === null && !title.isNeutral && title.kind === null) return null;
    found ??= title.kind === null ? null : title;
    agency ??= title.agency;
    year ??= title.year;
  }
  return found === null ? null : { ...found, agency, year };
}
