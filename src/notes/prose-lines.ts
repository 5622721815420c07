/**
 * The running text of a note, line by line and cell by cell. Left out is what is not to be linked: front matter, headings (a link in one
 * breaks the links to it), code, HTML blocks, comments, math, definitions, and the regions that the program manages.
 */
import { fieldOfHeading } from '../notice/columns';
import { displayText } from './inline-text';
import { TEXT_ID } from './desired-note';
import { findRegions } from './managed-regions';
import { readPropertyBlock } from './property-lines';
import { cellPlaces, readProseTable, type ProseTable } from './prose-tables';
import { readShownText, type OpenSpan, type ShownText } from './shown-text';

/** A stretch of text in which names may be linked. */
export interface ProseLine {
  readonly shown: ShownText;
  /** Lines of one paragraph, and cells of one row, share a number. */
  readonly paragraph: number;
  readonly role: 'prose' | 'name-cell' | 'cell';
  readonly inTable: boolean;
  /** The row's cell of the column of developers; null where there is none. */
  readonly developer: string | null;
}

/** A line of the source behind its quote marks. */
interface SourceLine {
  readonly from: number;
  readonly to: number;
  readonly body: string;
  /** How many quotes it stands in. */
  readonly depth: number;
}

const QUOTE_MARKS = /^(?:[ \t]{0,3}>[ \t]?)*/;
const FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})/;
const ITEM = /^\s*(?:[-+*]|\d{1,9}[.)])(?:\s+\[.\])?(?:\s+|$)/;
const INDENTED = /^(?: {4}|\t)/;
const HEADING = /^\s*#{1,6}(?:\s|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/;
const DEFINITION = /^ {0,3}\[[^\]^][^\]]*\]:/;
const HTML_BLOCK = /^\s*<(?!https?:|mailto:)[a-z/][^<>]*>?/i;
/** Title marks of a callout, the label of a footnote. */
const LEAD = /^(?:\s*\[![^\]]+\][-+]?|\s*\[\^[^\]]+\]:)?\s*/;
const INLINE_FIELD = /^([^\s:：[\]]{1,30})::\s/;

/** Reads the lines in order. */
export function readProseLines(source: string): readonly ProseLine[] {
  const reader = new ProseReader(source, readLabels(source));
  // Tables and metadata are the program's own; the text of a notice or of news is quoted words, in which names may become links.
  const regions = findRegions(source).filter(({ id }) => id !== TEXT_ID);
  const block = readPropertyBlock(source);
  let at = block === null ? 0 : lineEnd(source, block.end).next;
  let nextRegion = 0;
  while (at < source.length) {
    while ((regions[nextRegion]?.markerEnd ?? Infinity) <= at) nextRegion += 1;
    const region = regions[nextRegion];
    if (region !== undefined && at >= region.start) {
      reader.breakOff();
      at = lineEnd(source, region.markerEnd).next;
      continue;
    }
    const line = sourceLine(source, at);
    at = lineEnd(source, at).next;
    reader.read(line, at < source.length ? sourceLine(source, at) : null);
  }
  return reader.lines;
}

/** Labels of the link definitions, in lower case. */
function readLabels(source: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const [, label = ''] of source.matchAll(/^ {0,3}\[([^\]^\n][^\]\n]*)\]:/gm)) labels.add(label.toLowerCase());
  return labels;
}

function sourceLine(source: string, at: number): SourceLine {
  const { end } = lineEnd(source, at);
  const line = source.slice(at, end);
  const marks = QUOTE_MARKS.exec(line)?.[0] ?? '';
  return { from: at + marks.length, to: end, body: line.slice(marks.length), depth: marks.split('>').length - 1 };
}

function lineEnd(source: string, at: number): { readonly end: number; readonly next: number } {
  const feed = source.indexOf('\n', at);
  if (feed === -1) return { end: source.length, next: source.length };
  return { end: feed > at && source.charAt(feed - 1) === '\r' ? feed - 1 : feed, next: feed + 1 };
}

/** What one line leaves behind for the next. */
class ProseReader {
  readonly lines: ProseLine[] = [];
  private paragraph = 0;
  private depth = 0;
  private open: OpenSpan | null = null;
  private fence: { readonly mark: string; readonly depth: number } | null = null;
  private table: ProseTable | null = null;
  private inHtml = false;
  private inList = false;
  private inIndentedCode = false;
  /** Whether a new block begins: after a blank line, at another depth of quotes. */
  private atStart = true;

  constructor(
    private readonly source: string,
    private readonly labels: ReadonlySet<string>,
  ) {}

  /** Ends every block: something stands between that is not read. */
  breakOff(): void {
    this.open = null;
    this.fence = null;
    this.table = null;
    this.inHtml = this.inList = this.inIndentedCode = false;
    this.atStart = true;
    this.paragraph += 1;
  }

  read(line: SourceLine, below: SourceLine | null): void {
    const isBlank = line.body.trim() === '';
    if (line.depth !== this.depth) this.enterDepth(line.depth);
    if (this.fence !== null) {
      const close = /^\s*(`+|~+)\s*$/.exec(line.body)?.[1] ?? '';
      if (close.startsWith(this.fence.mark)) this.fence = null;
      return;
    }
    if (isBlank) this.endBlock();
    else if (this.open !== null) this.readProse(line, 0);
    else this.readBlock(line, below);
    if (!isBlank) this.atStart = false;
  }

  private enterDepth(depth: number): void {
    if (this.fence !== null && depth < this.fence.depth) this.fence = null;
    if (this.fence === null) this.endBlock();
    this.depth = depth;
  }

  private endBlock(): void {
    if (this.open?.endsAtBlank === true) this.open = null;
    this.table = null;
    this.inHtml = false;
    this.atStart = true;
    this.paragraph += 1;
  }

  private readBlock(line: SourceLine, below: SourceLine | null): void {
    const { body } = line;
    const item = ITEM.exec(body)?.[0] ?? '';
    if (this.isIndentedCode(body, item)) return;
    const fence = FENCE.exec(body.slice(item.length))?.[1];
    if (fence !== undefined) {
      this.fence = { mark: fence, depth: line.depth };
      return;
    }
    if (this.atStart && HTML_BLOCK.test(body)) this.inHtml = true;
    if (this.inHtml || HEADING.test(body) || DEFINITION.test(body)) {
      this.paragraph += 1;
      return;
    }
    if (UNDERLINE.test(body) && !this.atStart) {
      this.dropHeading();
      return;
    }
    if (this.table === null && below?.depth === line.depth) this.table = readProseTable(body, below.body);
    if (this.table !== null && body.includes('|')) {
      this.readRow(this.table, line, below);
      return;
    }
    this.table = null;
    const lead = LEAD.exec(body.slice(item.length))?.[0] ?? '';
    if (item !== '' || lead.trim() !== '') this.paragraph += 1;
    const field = INLINE_FIELD.exec(body.slice(item.length + lead.length));
    const meaning = field === null ? 'other' : fieldOfHeading(field[1] ?? '');
    // `开发者:: …` is a field of its own, as a column is.
    if (meaning === 'other' || meaning === 'name') this.readProse(line, item.length + lead.length + (field?.[0].length ?? 0));
  }

  private isIndentedCode(body: string, item: string): boolean {
    if (!/^\s/.test(body) && item === '' && this.atStart) this.inList = false;
    if (item !== '' && (this.inList || !INDENTED.test(body))) this.inList = true;
    this.inIndentedCode = INDENTED.test(body) && !this.inList && (this.atStart || this.inIndentedCode);
    return this.inIndentedCode;
  }

  /** The paragraph above a line of dashes or equals signs is a heading. */
  private dropHeading(): void {
    while (this.lines[this.lines.length - 1]?.paragraph === this.paragraph) this.lines.pop();
    this.paragraph += 1;
  }

  private readRow(table: ProseTable, line: SourceLine, below: SourceLine | null): void {
    this.paragraph += 1;
    const isHead = below !== null && readProseTable(line.body, below.body) !== null;
    const places = cellPlaces(this.source, line.from, line.to);
    const developer = places[table.developerColumn];
    const developerText = developer === undefined ? '' : displayText(this.source.slice(developer.from, developer.to)).trim();
    for (const [i, { from, to }] of places.entries()) {
      const role = table.roles[i] ?? null;
      if (isHead || role === null) continue;
      const { shown } = readShownText(this.source, from, to, null, this.labels);
      this.lines.push({ shown, paragraph: this.paragraph, role, inTable: true, developer: developerText === '' ? null : developerText });
    }
  }

  private readProse(line: SourceLine, skip: number): void {
    const { shown, open } = readShownText(this.source, line.from + skip, line.to, this.open, this.labels);
    this.open = open;
    this.lines.push({ shown, paragraph: this.paragraph, role: 'prose', inTable: false, developer: null });
  }
}
