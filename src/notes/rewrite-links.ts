/**
 * Leading links of a note elsewhere, wherever Obsidian sees a link: wikilinks and embeds, markdown links, link definitions, properties.
 * Never in code. Every other byte stays, and a link shows what it showed before.
 */
import type { YamlValue } from '../document/document';
import { readFrontMatter } from '../document/front-matter';
import { decodeSafely } from '../document/web-address';
import { bodyLines, type BodyLine } from './body-lines';
import { encodeByte, encodePath } from './links';
import { readProperties, setProperties, type PropertyValue } from './properties';

/** What a link was written as: `[[…]]` or `[…](…)`. */
export type LinkForm = 'wiki' | 'markdown';

/**
 * Where a link is to lead: its path as written (percent signs decoded, subpath left out) gives the path to write, or null to leave it.
 */
export type Retarget = (path: string, form: LinkForm) => string | null;

/** Which links are led elsewhere, and what they show then. */
export interface RewriteOptions {
  /** Lines of the body to look at, counted from 1 in the whole note; all where it is left out. Properties are left alone then. */
  readonly onlyLines?: ReadonlySet<number>;
  /** A wikilink without words of its own shows the name of its note, and goes on doing so under the new name. */
  readonly followName?: boolean;
}

/** Rewrites the links of a note. Gives the same text back where there is nothing to change. */
export function rewriteLinks(text: string, retarget: Retarget, options: RewriteOptions = {}): string {
  const { onlyLines, followName = false } = options;
  const { bodyStart, bodyLine } = readFrontMatter(text);
  const body = text.slice(bodyStart);
  let rewritten = '';
  let at = 0;
  for (const line of bodyLines(body)) {
    rewritten += body.slice(at, line.start);
    at = line.end;
    const original = body.slice(line.start, line.end);
    const wanted = !line.inCode && (onlyLines === undefined || onlyLines.has(bodyLine + line.index));
    rewritten += wanted ? rewriteLine(original, line, retarget, followName) : original;
  }
  const whole = text.slice(0, bodyStart) + rewritten + body.slice(at);
  return onlyLines === undefined ? rewriteProperties(whole, retarget, followName) : whole;
}

function rewriteProperties(text: string, retarget: Retarget, followName: boolean): string {
  const changes = new Map<string, PropertyValue>();
  for (const [name, value] of Object.entries(readProperties(text) ?? {})) {
    const changed = rewriteValue(value, retarget, followName);
    if (changed !== null) changes.set(name, changed);
  }
  return changes.size === 0 ? text : (setProperties(text, changes) ?? text);
}

/** Null where nothing changes. */
function rewriteValue(value: YamlValue, retarget: Retarget, followName: boolean): PropertyValue | null {
  const rewrite = (one: string): string => rewriteLine(one, { inTable: false }, retarget, followName);
  if (typeof value === 'string') return rewrite(value) === value ? null : rewrite(value);
  if (!Array.isArray(value)) return null;
  const items = value as readonly YamlValue[];
  if (!items.every((item) => typeof item === 'string' || typeof item === 'number')) return null;
  const changed = items.map((item) => (typeof item === 'string' ? rewrite(item) : String(item)));
  return changed.every((item, i) => item === String(items[i])) ? null : changed;
}

const WIKI_LINK = /(!?)\[\[([^[\]\n]+?)\]\]/g;
const ADDRESS = /\]\([ \t]*(<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))+)/g;
const DEFINITION = /^(?: {0,3}>)*[ \t]{0,3}\[[^\]\n]+\]:[ \t]*(<[^<>\n]*>|\S+)/;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function rewriteLine(line: string, { inTable }: Pick<BodyLine, 'inTable'>, retarget: Retarget, followName: boolean): string {
  if (!line.includes('[')) return line;
  const bare = blankCode(line);
  const edits: Edit[] = [];
  for (const match of bare.matchAll(WIKI_LINK)) {
    if (!isEscaped(bare, match.index)) edits.push(...rewriteWikiLink(match, inTable, retarget, followName));
  }
  const addresses = [...bare.matchAll(ADDRESS)].filter((match) => !isEscaped(bare, match.index));
  const definition = DEFINITION.exec(bare);
  for (const match of definition === null ? addresses : [definition]) {
    const written = match[1] ?? '';
    const start = match.index + match[0].length - written.length;
    const address = rewriteAddress(written, retarget);
    if (address !== null) edits.push({ start, end: start + written.length, text: address });
  }
  let result = '';
  let at = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start)) {
    result += line.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + line.slice(at);
}

/** Code spans blanked out, so that places in the result are places in the line. */
function blankCode(line: string): string {
  const runs = [...line.matchAll(/`+/g)].filter((run) => !isEscaped(line, run.index));
  let result = '';
  let at = 0;
  for (let i = 0; i < runs.length; i += 1) {
    const open = runs[i];
    const close = runs.findIndex((run, k) => k > i && run[0] === open?.[0]);
    const end = runs[close];
    if (open === undefined || end === undefined) continue;
    const after = end.index + end[0].length;
    result += line.slice(at, open.index) + ' '.repeat(after - open.index);
    at = after;
    i = close;
  }
  return result + line.slice(at);
}

function isEscaped(line: string, at: number): boolean {
  let slashes = 0;
  while (line[at - slashes - 1] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** Only the target changes; a link without words of its own gets those that it showed, unless it is to follow the name. */
function rewriteWikiLink(match: RegExpExecArray, inTable: boolean, retarget: Retarget, followName: boolean): Edit[] {
  const [, bang = '', inner = ''] = match;
  const pipe = inner.search(/\\?\|/);
  const link = pipe === -1 ? inner : inner.slice(0, pipe);
  const sub = link.indexOf('#');
  const written = sub === -1 ? link : link.slice(0, sub);
  const target = retarget(written.trim(), 'wiki');
  if (written.trim() === '' || target === null || target === written.trim()) return [];
  const start = match.index + bang.length + 2;
  const edits: Edit[] = [{ start, end: start + written.length, text: target }];
  const end = start + inner.length;
  if (pipe === -1 && bang === '' && !followName) edits.push({ start: end, end, text: `${inTable ? '\\|' : '|'}${shownBy(link)}` });
  return edits;
}

/** What Obsidian shows of a link without an alias: `note > heading`. */
function shownBy(link: string): string {
  return link.split('#').map((part) => part.trim()).filter((part) => part !== '').join(' > ');
}

/** The address with another path in it, written as it was: in angle brackets, or with the same signs encoded. Null where it stays. */
function rewriteAddress(written: string, retarget: Retarget): string | null {
  const angled = written.startsWith('<') && written.endsWith('>');
  const address = angled ? written.slice(1, -1) : written;
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return null;
  const sub = address.indexOf('#');
  const raw = sub === -1 ? address : address.slice(0, sub);
  const path = decodeSafely(raw.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  const target = path === '' ? null : retarget(path, 'markdown');
  if (target === null || target === path) return null;
  const subpath = sub === -1 ? '' : address.slice(sub);
  if (angled && !/[<>%]/.test(target)) return `<${target}${subpath}>`;
  const encoded = /%[89a-f][0-9a-f]/i.test(raw) ? encodeURI(target).replace(/[?#()]/g, encodeByte) : encodePath(target);
  return angled ? `<${encoded}${subpath}>` : encoded + subpath;
}
