/**
 * Finds links and other marks in markdown as the app's index does: none in front matter (they are listed apart), in
 * fenced code (a fence inside a callout too) or in inline code.
 */
export interface FoundLink {
  /** The whole mark, e.g. `[[a#b|c]]`. */
  readonly original: string;
  /** Target with its subpath, decoded. */
  readonly link: string;
  readonly display: string;
  readonly isEmbed: boolean;
  readonly form: 'wiki' | 'markdown';
  /** Offset in the text. */
  readonly start: number;
}

export interface LineOfText {
  readonly text: string;
  readonly start: number;
  readonly number: number;
  readonly inCode: boolean;
  readonly inFrontMatter: boolean;
}

const FRONT_MATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?=\r?\n|$)/;

/** Offset just after the closing `---` of the front matter; 0 where there is none. */
export function frontMatterEnd(text: string): number {
  return FRONT_MATTER.exec(text)?.[0].length ?? 0;
}

/** Lines with what they belong to. A fence counts behind any depth of quote marks. */
export function readLines(text: string): LineOfText[] {
  const head = frontMatterEnd(text);
  const lines: LineOfText[] = [];
  let start = 0;
  let fence: string | null = null;
  text.split('\n').forEach((line, number) => {
    const inFrontMatter = start < head;
    const bare = line.replace(/^(?:[ \t]{0,3}>[ \t]?)+/, '').trim();
    const mark = inFrontMatter ? undefined : /^(`{3,}|~{3,})/.exec(bare)?.[1];
    const opens = fence === null && mark !== undefined;
    const closes = fence !== null && mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length && bare === mark;
    lines.push({ text: line, start, number, inCode: fence !== null || opens, inFrontMatter });
    if (opens) fence = mark;
    else if (closes) fence = null;
    start += line.length + 1;
  });
  return lines;
}

const WIKI_LINK = /(!?)\[\[([^[\]\n]+?)\]\]/g;
const MARKDOWN_LINK = /(!?)\[((?:\\.|[^\]\\\n])*)\]\((<[^>\n]+>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g;

/** Links of one line, in order. */
export function findLinks(line: string, lineStart = 0): FoundLink[] {
  const bare = line.replace(/(`+)(?:(?!\1)[\s\S])*?\1(?!`)/g, (code) => ' '.repeat(code.length));
  const isTableRow = /^[ \t>]*\|/.test(bare);
  const links: FoundLink[] = [];
  for (const match of bare.matchAll(WIKI_LINK)) {
    const [original, bang = '', inner = ''] = match;
    if (bare[match.index - 1] === '\\') continue;
    // In a table the pipe of an alias is written `\|`; a bare one ends the cell, and the link with it.
    const pipe = isTableRow ? inner.indexOf('\\|') : inner.indexOf('|');
    if (isTableRow && /(^|[^\\])\|/.test(inner)) continue;
    const link = (pipe < 0 ? inner : inner.slice(0, pipe)).trim();
    const display = pipe < 0 ? link : inner.slice(pipe + (isTableRow ? 2 : 1));
    links.push({ original, link, display, isEmbed: bang === '!', form: 'wiki', start: lineStart + match.index });
  }
  for (const match of bare.matchAll(MARKDOWN_LINK)) {
    const [original, bang = '', display = '', target = ''] = match;
    if (bare[match.index - 1] === '\\' || /^<?[a-z][a-z0-9+.-]*:/i.test(target)) continue;
    links.push({ original, link: decodeTarget(target), display, isEmbed: bang === '!', form: 'markdown', start: lineStart + match.index });
  }
  return links.sort((a, b) => a.start - b.start);
}

function decodeTarget(target: string): string {
  const bare = target.replace(/^<|>$/g, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** Path part and subpath (`#heading`, `#^block`) of a link's target. */
export function splitLink(link: string): { path: string; subpath: string } {
  const hash = link.indexOf('#');
  return hash < 0 ? { path: link, subpath: '' } : { path: link.slice(0, hash), subpath: link.slice(hash) };
}
