/** Links for the names of apps in a note that the user or a newspaper wrote: proposals as data, and the note with the chosen ones made. */
import { findNames, type Certainty, type FoundName } from '../apps/find-names';
import { LINK_REASONS } from '../apps/link-reasons';
import type { NameIndex } from '../apps/name-index';
import type { Language } from '../document/diagnostic';
import type { LinkStyle } from '../settings';
import { encodePath, linkTo } from './links';
import { readProseLines, type ProseLine } from './prose-lines';
import type { Run, ShownText } from './shown-text';

/** One place that may become a link. */
export interface LinkProposal {
  /** UTF-16 offsets in the note, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The text of the note there; it stays as it is and becomes the words of the link. */
  readonly text: string;
  /** Vault path of the app's note. */
  readonly path: string;
  /** All apps that bear the name, `path` first. More than one for homonyms. */
  readonly candidates: readonly { readonly path: string; readonly name: string; readonly developers: readonly string[] }[];
  /** `sure` is made unless the user objects; `ask` only where the user agrees. */
  readonly certainty: Certainty;
  readonly reason: Readonly<Record<Language, string>>;
  /** Number of the line in the note, from 1. */
  readonly line: number;
  readonly inTable: boolean;
}

/**
 * Proposes links, in the order of the text. In every paragraph (list item, row of a table) an app is linked once, at its first sure
 * place, else its first doubtful one; not at all where the paragraph links to it already, or has its name as the words of a link.
 * What the program manages, and an app's name in its own note, is left out.
 * @param notePath vault path of the note
 */
export function proposeLinks(note: string, notePath: string, index: NameIndex): readonly LinkProposal[] {
  const found: Found[] = [];
  const linked = new Map<number, LinkedInParagraph>();
  for (const line of readProseLines(note)) {
    const known = linked.get(line.paragraph) ?? { targets: new Set(), apps: new Set() };
    linked.set(line.paragraph, known);
    for (const target of line.shown.targets) known.targets.add(comparablePath(target));
    for (const run of line.shown.runs) if (run.isLink) for (const path of appsNamed(line.shown, run, index)) known.apps.add(path);
    for (const name of findNames({ text: line.shown.text, role: line.role, developer: line.developer }, index)) {
      const place = placeOf(line.shown, name, note);
      if (place !== null && !name.apps.some((app) => app.path === notePath)) found.push({ line, name, ...place });
    }
  }
  const chosen = new Map<string, Found>();
  for (const one of found) {
    const known = linked.get(one.line.paragraph);
    if (known !== undefined && one.name.apps.some((app) => isLinked(app.path, known))) continue;
    const key = `${one.line.paragraph} ${one.name.apps.map((app) => app.path).join(' ')}`;
    const before = chosen.get(key);
    if (before === undefined || (before.name.certainty === 'ask' && one.name.certainty === 'sure')) chosen.set(key, one);
  }
  const ordered = [...chosen.values()].sort((a, b) => a.start - b.start);
  let line = 1;
  let at = 0;
  return ordered.map((one) => {
    for (let feed = note.indexOf('\n', at); feed !== -1 && feed < one.start; feed = note.indexOf('\n', at)) {
      line += 1;
      at = feed + 1;
    }
    return proposalOf(one, note, line);
  });
}

interface LinkedInParagraph {
  /** Where its links lead, in comparison form. */
  readonly targets: Set<string>;
  /** Apps whose names are the words of a link. */
  readonly apps: Set<string>;
}

interface Found {
  readonly line: ProseLine;
  readonly name: FoundName;
  readonly start: number;
  readonly end: number;
}

function proposalOf({ line, name, start, end }: Found, note: string, lineNumber: number): LinkProposal {
  return {
    start, end, text: note.slice(start, end), path: name.apps[0].path,
    candidates: name.apps.map((app) => ({ path: app.path, name: app.names[0] ?? app.path, developers: app.developers })),
    certainty: name.certainty, reason: LINK_REASONS[name.reason], line: lineNumber, inTable: line.inTable,
  };
}

/** A chosen link: a proposal, or one with another of its candidates as `path`. */
export type ChosenLink = Pick<LinkProposal, 'start' | 'end' | 'text' | 'path' | 'inTable'>;

/**
 * The note with the chosen links. Nothing but the brackets around the chosen texts is added; the rest stays byte for byte.
 * A choice that no longer fits the note (it was edited since) is left out.
 */
export function applyLinks(note: string, chosen: readonly ChosenLink[], style: LinkStyle = 'wiki'): string {
  let result = '';
  let at = 0;
  for (const one of [...chosen].sort((a, b) => a.start - b.start)) {
    if (one.start < at || note.slice(one.start, one.end) !== one.text) continue;
    result += note.slice(at, one.start) + linkAround(one, style);
    at = one.end;
  }
  return result + note.slice(at);
}

/** The text of the note is markdown already: where it cannot be the alias of a wikilink it is the words of a markdown link as it stands. */
function linkAround({ text, path, inTable }: ChosenLink, style: LinkStyle): string {
  const link = linkTo(path, text, { inTable, style });
  return link.startsWith('[[') ? link : `[${text}](${encodePath(path)})`;
}

/** Where a name stands in the note; null where it is part of a link, or markup stands within or brackets right beside it. */
function placeOf(shown: ShownText, { start, end }: FoundName, note: string): { start: number; end: number } | null {
  const run = runAt(shown.runs, start);
  if (run === null || run.isLink || end > run.shown + run.length) return null;
  const from = run.source + start - run.shown;
  const to = run.source + end - run.shown;
  const before = note.charAt(from - 1);
  // Behind `\` the bracket would be text, behind `!` the link an embed.
  const isBracketed = before === '[' || before === '\\' || before === '!' || note.charAt(to) === ']' || /[[\]]/.test(note.slice(from, to));
  return isBracketed ? null : { start: from, end: to };
}

/** The apps whose name the words of a link are, wherever it leads. */
function appsNamed(shown: ShownText, run: Run, index: NameIndex): readonly string[] {
  const words = shown.text.slice(run.shown, run.shown + run.length).trim();
  const match = index.longestAt(words, 0);
  return match?.end === words.length ? match.name.apps.map((app) => app.path) : [];
}

function runAt(runs: readonly Run[], at: number): Run | null {
  return runs.find((run) => at >= run.shown && at < run.shown + run.length) ?? null;
}

/** Links may name a note by its full path, by its end, or by its name alone. */
function isLinked(path: string, { targets, apps }: LinkedInParagraph): boolean {
  if (apps.has(path)) return true;
  if (targets.size === 0) return false;
  const parts = comparablePath(path).split('/');
  return parts.some((_, i) => targets.has(parts.slice(i).join('/')));
}

function comparablePath(target: string): string {
  return target.replace(/[#?].*$/, '').replace(/^(?:\.{0,2}\/)+/, '').replace(/\.md$/i, '').toLowerCase();
}
