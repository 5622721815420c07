/**
 * What is unsafe in foreign text, and where: the table behind `inertText`.
 * A row says that a character, standing between `before` and `after`, could start something in Obsidian, in a common plugin or in our own reader.
 * `backslash` is enough where a markdown parser decides. `entity` is needed where programs search the raw file (Templater, block ids, HTML),
 * because they find the characters behind a backslash too.
 */

/** Where foreign text is put: a paragraph, a cell of a table, a line that is a title. */
export type Where = 'paragraph' | 'cell' | 'title';

/** One danger, and how the character is written instead. */
export interface UnsafePattern {
  readonly character: string;
  /** Tested against the part of the line before the character; cut parts begin with `FAR`. */
  readonly before?: RegExp;
  /** Tested against the part of the line after the character, at most `WINDOW` characters of it. */
  readonly after?: RegExp;
  /** Everywhere if missing. Cells and titles have no line starts, so block syntax is harmless in them. */
  readonly where?: readonly Where[];
  readonly as: 'backslash' | 'entity';
  /** What would happen. */
  readonly starts: string;
}

/** Stands for the part of a line that is too far away to be looked at. Neither a letter nor a blank. */
export const FAR = '\u0001';
/** How far a pattern looks ahead, in UTF-16 units: it bounds the time that a line takes. */
export const WINDOW = 64;

const BLOCKS: readonly Where[] = ['paragraph'];
const LINE_START = /^\s*$/;

/** The table. Of the patterns of a character the first that fits counts. */
export const UNSAFE_PATTERNS: readonly UnsafePattern[] = [
  { character: '\\', after: /^(?:[!-/:-@[-`{-~]|$)/, as: 'backslash', starts: 'an escape, or a hard break at the end of a line' },
  { character: '&', after: /^#?\w{1,32};/, as: 'entity', starts: 'a character reference' },
  // HTML, comments, autolinks, iframes, remote images, Templater commands
  { character: '<', as: 'entity', starts: 'HTML, an autolink, a Templater command' },
  { character: '>', before: /%$/, as: 'entity', starts: 'the end of a Templater command' },
  // code, queries, mathematics, templates
  { character: '`', as: 'entity', starts: 'code, a fence, an inline query' },
  { character: '$', as: 'backslash', starts: 'mathematics' },
  { character: '{', as: 'backslash', starts: 'a template, an attribute list, a tag of a site generator' },
  // links, embeds, footnotes, tasks, definitions, inline fields in brackets
  { character: '[', as: 'backslash', starts: 'a link, an embed, a footnote, a task, a callout' },
  // an escaped scheme is not made a link
  { character: '/', before: /[a-z][a-z0-9+.-]*:$/i, after: /^\//, as: 'backslash', starts: 'a bare address' },
  { character: '.', before: /(?:^|[^a-z0-9])www$/i, after: /^[a-z0-9]/i, as: 'backslash', starts: 'a bare address' },
  // marks of Obsidian that come in pairs: one escape in every pair
  { character: ':', before: /:$/, as: 'backslash', starts: 'an inline field' },
  { character: '%', before: /%$/, as: 'backslash', starts: 'a comment' },
  { character: '=', before: /[=]$/, as: 'backslash', starts: 'a highlight' },
  { character: '#', after: /^\S/, as: 'backslash', starts: 'a tag' },
  { character: '#', where: ['title'], as: 'backslash', starts: 'the closing marks of a heading' },
  { character: '^', after: /^[A-Za-z0-9-]+\s*$/, as: 'entity', starts: 'a block id' },
  // emphasis; an underscore within a word starts none
  { character: '*', as: 'backslash', starts: 'emphasis, a list, a rule' },
  { character: '_', before: /(?:^|[^\p{L}\p{N}_])_*$/u, as: 'backslash', starts: 'emphasis, a rule' },
  { character: '_', after: /^_*(?:[^\p{L}\p{N}_]|$)/u, as: 'backslash', starts: 'emphasis, a rule' },
  { character: '~', as: 'backslash', starts: 'struck text, a fence' },
  { character: '|', as: 'backslash', starts: 'a table cell' },
  // blocks
  { character: '#', before: /^\s*#{0,5}$/, after: /^(?:\s|$)/, where: BLOCKS, as: 'backslash', starts: 'a heading' },
  { character: '>', before: /^[\s>]*$/, where: BLOCKS, as: 'backslash', starts: 'a quote' },
  { character: '-', before: LINE_START, after: /^(?:[\s-]|$)/, where: BLOCKS, as: 'backslash', starts: 'a list, a rule, an underlined heading' },
  { character: '+', before: LINE_START, after: /^(?:\s|$)/, where: BLOCKS, as: 'backslash', starts: 'a list' },
  { character: '=', before: LINE_START, after: /^\s*$/, where: BLOCKS, as: 'backslash', starts: 'an underlined heading' },
  { character: ':', before: LINE_START, after: /^-/, where: BLOCKS, as: 'backslash', starts: 'the delimiter row of a table' },
  { character: '.', before: /^\s*\d{1,9}$/, after: /^(?:\s|$)/, where: BLOCKS, as: 'backslash', starts: 'a numbered list' },
  { character: ')', before: /^\s*\d{1,9}$/, after: /^(?:\s|$)/, where: BLOCKS, as: 'backslash', starts: 'a numbered list' },
  { character: '!', before: LINE_START, after: /^!!/, where: BLOCKS, as: 'backslash', starts: 'an admonition' },
  { character: '?', before: LINE_START, after: /^\?\?/, where: BLOCKS, as: 'backslash', starts: 'an admonition' },
  { character: ' ', before: /^$/, after: /^(?: {3}| {0,2}\t)/, where: BLOCKS, as: 'entity', starts: 'indented code' },
  { character: '\t', before: /^$/, where: BLOCKS, as: 'entity', starts: 'indented code' },
];
