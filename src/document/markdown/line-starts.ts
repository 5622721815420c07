/** What the beginning of a line says about the block that begins there. */
import { isBlank } from './source-lines';

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})\s*(.*)$/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*)|)$/;
/** `##附件` without a blank is no heading to CommonMark, but one to its author; a single `#附件` is a tag. */
const TIGHT_HEADING = /^ {0,3}(#{2,6})(?=[\u3400-\u9FFF“《（【])(.*)$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const LIST_ITEM = /^( {0,3})([-+*]|\d{1,9}[.)])(?=[ \t]|$)([ \t]*)/;
const QUOTE = /^ {0,3}> ?/;
const ADMONITION = /^ {0,3}(\?\?\?\+?|!!!\+?|===[+!]?)[ \t]+(\S.*)$/;
const TAG = /^\s*\{%-?\s*([A-Za-z][\w-]*)/;
const FOOTNOTE = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$/;
const REFERENCE = /^ {0,3}\[([^\]^][^\]]*)\]:[ \t]*(?:<([^<>]*)>|(\S+))(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;
const ATTRIBUTES = /^[ \t]*\{(?::[ \t]*|(?=[.#][\w-]))([^{}]*)\}[ \t]*$/;
const BLOCK_ID = /^[ \t]*\^[A-Za-z0-9-]+[ \t]*$/;

/** Elements that make a block of HTML where a line begins with their tag. */
export const HTML_BLOCK = /^ {0,3}<(\/?)(address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|noscript|ol|p|param|pre|script|search|section|style|summary|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul|video)(?=[\s/>]|$)/i;

/** The beginning of fenced code (CommonMark 4.5). `mark` is one backtick or tilde, `length` how many there are. */
export interface Fence {
  readonly mark: string;
  readonly length: number;
  /** The word after the fence, in lower case. */
  readonly language: string;
}

/** The fence that a line opens; null for any other line. */
export function fenceOf(text: string): Fence | null {
  const match = FENCE.exec(text);
  if (match?.[1] === undefined) return null;
  const word = /^[^\s{]*/.exec(match[2] ?? '')?.[0] ?? '';
  return { mark: match[1].charAt(0), length: match[1].length, language: word.toLowerCase() };
}

/** Whether a line ends the code that `fence` began: the same mark, as long at least, set in by less than four. */
export function closesFence(text: string, fence: Fence): boolean {
  const trimmed = text.trim();
  if (trimmed.length < fence.length || trimmed.charAt(0) !== fence.mark) return false;
  for (let at = 1; at < trimmed.length; at += 1) if (trimmed[at] !== fence.mark) return false;
  return text.search(/\S/) < 4;
}

/** Level (1 to 6) and source text of a heading; null for any other line. `#标题` without a blank is one, as people write it. */
export function headingOf(text: string): { readonly level: number; readonly text: string } | null {
  const match = HEADING.exec(text) ?? TIGHT_HEADING.exec(text);
  if (match?.[1] === undefined) return null;
  return { level: match[1].length, text: stripClosingMarks((match[2] ?? '').trim()) };
}

/** `# Title ##` → `Title`; `# C#` keeps its mark. */
function stripClosingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end -= 1;
  if (end === text.length) return text;
  return end === 0 || text[end - 1] === ' ' || text[end - 1] === '\t' ? text.slice(0, end).trim() : text;
}

/** Whether a line is a thematic break. */
export function isRule(text: string): boolean {
  return RULE.test(text);
}

/** The beginning of a list item (CommonMark 5.2). */
export interface ItemStart {
  /** `+`, `-`, `*`, or the delimiter after a number: items of one list share it. */
  readonly family: string;
  readonly ordered: boolean;
  readonly marker: string;
  /** Column at which the content of the item begins. */
  readonly content: number;
  readonly empty: boolean;
}

/** The list item that a line begins; null for any other line and for a rule. */
export function itemStartOf(text: string): ItemStart | null {
  const match = LIST_ITEM.exec(text);
  if (match?.[2] === undefined || isRule(text)) return null;
  const marker = match[2];
  const lead = (match[1] ?? '').length + marker.length;
  const empty = isBlank(text.slice(match[0].length));
  const gap = (match[3] ?? '').replace(/\t/g, '    ').length;
  return { family: marker.charAt(marker.length - 1), ordered: marker.length > 1, marker, content: lead + (empty || gap > 4 ? 1 : gap), empty };
}

/** Whether a line begins with `>`. */
export function isQuote(text: string): boolean {
  return QUOTE.test(text);
}

/** The line without its outermost `>`. */
export function stripQuote(text: string): string {
  return text.replace(QUOTE, '');
}

/** Mark and words of an admonition or a tab of MkDocs: `!!!`, `???`, `???+`, `=== "…"`; null for any other line. */
export function admonitionOf(text: string): { readonly mark: string; readonly rest: string } | null {
  const match = ADMONITION.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  // A tab has its title in quotes; `=== x` alone is no tab.
  if (match[1].startsWith('===') && !/^["“]/.test(match[2])) return null;
  return { mark: match[1], rest: match[2].trim() };
}

/** A tag of Hexo: name, words behind it, and what follows `%}` on the line; null for any other line. */
export function tagOf(text: string): { readonly name: string; readonly rest: string; readonly after: string } | null {
  if (!text.includes('{%')) return null;
  const match = TAG.exec(text);
  const end = text.indexOf('%}');
  if (match?.[1] === undefined || end < match[0].length) return null;
  const rest = text.slice(match[0].length, end).trim();
  return { name: match[1], rest: rest.endsWith('-') ? rest.slice(0, -1).trim() : rest, after: text.slice(end + 2) };
}

/** Name and first line of a footnote that a line defines: `[^1]: …`; null for any other line. */
export function footnoteOf(text: string): { readonly id: string; readonly text: string } | null {
  const match = FOOTNOTE.exec(text);
  return match?.[1] === undefined ? null : { id: match[1], text: match[2] ?? '' };
}

/** Label and target of a link definition: `[label]: target`; null for any other line. */
export function referenceOf(text: string): { readonly label: string; readonly target: string } | null {
  const match = REFERENCE.exec(text);
  return match?.[1] === undefined ? null : { label: match[1], target: match[2] ?? match[3] ?? '' };
}

/** The inside of an attribute list that has a line of its own: `{: align=right }` → `align=right`. */
export function attributesOf(text: string): string | null {
  const match = text.includes('{') ? ATTRIBUTES.exec(text) : null;
  return match === null ? null : (match[1] ?? '').trim();
}

/** A block id of Obsidian on its own line: a mark for links, no text of the source. */
export function isBlockId(text: string): boolean {
  return text.includes('^') && BLOCK_ID.test(text);
}

const MAY_INTERRUPT = /^ {0,3}[#`~>*+\-_0-9<?!={[]/;

/** Whether a line ends the paragraph before it. Tables are asked separately: they need the next line too. */
export function interruptsParagraph(text: string): boolean {
  if (!MAY_INTERRUPT.test(text) && !text.includes('{%')) return false;
  if (headingOf(text) !== null || fenceOf(text) !== null || isQuote(text) || isRule(text) || HTML_BLOCK.test(text)) return true;
  if (admonitionOf(text) !== null || tagOf(text) !== null || footnoteOf(text) !== null) return true;
  const item = itemStartOf(text);
  return item !== null && !item.empty && (!item.ordered || item.marker.slice(0, -1) === '1');
}
