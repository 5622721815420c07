/**
 * Notes that were merged into an app note: the user's text of each stands in it byte for byte under a heading, between two
 * comment lines that say what is needed to give the note back.
 */
import { decodeSafely } from '../document/web-address';
import { NOTE_WORDS } from '../notice/note-words';
import type { NoteLanguage } from '../settings';
import { inertText } from './inert';
import { baseName } from './file-names';
import { findFingerprintLine } from './fingerprints';
import { encodeByte } from './links';

/** What is kept of a note that was merged into another. */
export interface MergedNote {
  /** Vault path that it had. */
  readonly path: string;
  /** Name of its app. */
  readonly title: string;
  /** Keys of the listings that it recorded. */
  readonly keys: readonly string[];
  /** Its user's text (see own-text.ts). */
  readonly text: string;
  /** Its front matter where the user has a part in it, else empty; and its fingerprints line then. */
  readonly head: string;
  readonly line: string;
  /** What the merge added to the other note: names, developers, 关注. */
  readonly names: readonly string[];
  readonly developers: readonly string[];
  readonly watched: boolean;
  /** Notes whose 不同于 led to it. */
  readonly apart: readonly string[];
}

/** A merged note and where it stands, in UTF-16 units. */
export interface FoundMergedNote {
  readonly merged: MergedNote;
  /** All that was inserted, heading and blank lines included. */
  readonly start: number;
  readonly end: number;
}

const BEGIN = /^%% regulatory-notices-merged((?: [a-z]+=[^\s=]*)+) %%[ \t]*$/;
const FENCE = '~~~~~~~~';

/**
 * The note with another one merged into it, at its end.
 * @param hasOwnText whether the user wrote anything into the other one
 */
export function insertMergedNote(note: string, merged: MergedNote, hasOwnText: boolean, language: NoteLanguage): string {
  const eol = /\r\n/.test(note) ? '\r\n' : '\n';
  const numbers = [...`${note}\n${merged.text}`.matchAll(/^%% regulatory-notices-merged id=(\d+)/gm)].map((match) => Number(match[1]));
  const id = Math.max(0, ...numbers) + 1;
  // A text of blanks and the usual heading alone would only stand in the way: it is written into the first line.
  const shown = hasOwnText ? merged.text : '';
  const isOpen = shown !== '' && !shown.endsWith('\n');
  const fields: readonly (readonly [string, string])[] = [
    ['id', String(id)],
    ['path', encodeField(merged.path)],
    ['title', encodeField(merged.title)],
    ['keys', encodeList(merged.keys)],
    ['line', encodeField(merged.line)],
    ['names', encodeList(merged.names)],
    ['developers', encodeList(merged.developers)],
    ['watched', merged.watched ? '1' : ''],
    ['apart', encodeList(merged.apart)],
    ['text', hasOwnText ? '' : encodeField(merged.text)],
    ['head', merged.head === '' ? '' : '1'],
    ['open', isOpen ? '1' : ''],
  ];
  const begin = `%% regulatory-notices-merged ${fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`).join(' ')} %%`;
  const heading = hasOwnText || merged.head !== '' ? headingOf(merged.path, language) + eol + eol : '';
  const head = merged.head === '' ? '' : `${FENCE}yaml${eol}${merged.head}${FENCE}${eol}`;
  const block = `${heading}${begin}${eol}${head}${shown}${isOpen ? eol : ''}${endOf(id)}${eol}${eol}`;
  const line = findFingerprintLine(note);
  if (line === null) return `${note}${note.endsWith('\n') || note === '' ? '' : eol}${eol}${block}`;
  return note.slice(0, line.start) + block + note.slice(line.start);
}

function headingOf(path: string, language: NoteLanguage): string {
  return `## ${NOTE_WORDS.mergedFrom[language]}“${inertText(baseName(path), 'title')}”`;
}

function endOf(id: number): string {
  return `%% regulatory-notices-merged-end ${id} %%`;
}

/** The merged notes of a text, also those inside others, outermost first. One whose marks are damaged is none: its text is the user's like any other. */
export function findMergedNotes(text: string): readonly FoundMergedNote[] {
  const found: FoundMergedNote[] = [];
  for (const match of text.matchAll(/^%% regulatory-notices-merged .*$/gm)) {
    const one = readMergedNote(text, match.index, match[0].replace(/\r$/, ''));
    if (one !== null) found.push(one);
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function readMergedNote(text: string, start: number, begin: string): FoundMergedNote | null {
  const fields = new Map((BEGIN.exec(begin)?.[1] ?? '').trim().split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  const field = (name: string): string => decodeSafely(fields.get(name) ?? '');
  const list = (name: string): readonly string[] => (fields.get(name) ?? '').split(',').filter((item) => item !== '').map(decodeSafely);
  const id = Number(fields.get('id'));
  if (!fields.has('path') || !Number.isInteger(id)) return null;
  const eol = text.slice(start + begin.length).startsWith('\r\n') ? '\r\n' : '\n';
  const inner = start + begin.length + eol.length;
  const endAt = `\n${text.slice(inner)}`.indexOf(`\n${endOf(id)}`);
  if (endAt === -1) return null;
  const end = inner + endAt;
  let content = text.slice(inner, end);
  let head = '';
  if (fields.has('head')) {
    const fence = new RegExp(`^${FENCE}yaml\\r?\\n([\\s\\S]*?)${FENCE}\\r?\\n`).exec(content);
    if (fence === null) return null;
    head = fence[1] ?? '';
    content = content.slice(fence[0].length);
  }
  if (fields.has('open')) content = content.replace(/\r?\n$/, '');
  const heading = (['zh', 'en'] as const).map((language) => headingOf(field('path'), language) + eol + eol).find((one) => text.slice(0, start).endsWith(one)) ?? '';
  const after = /^[ \t]*(?:\r?\n(?:\r?\n)?)?/.exec(text.slice(end + endOf(id).length))?.[0].length ?? 0;
  return {
    start: start - heading.length,
    end: end + endOf(id).length + after,
    merged: {
      path: field('path'), title: field('title'), keys: list('keys'), text: field('text') + content, head, line: field('line'),
      names: list('names'), developers: list('developers'), watched: fields.has('watched'), apart: list('apart'),
    },
  };
}

function encodeList(items: readonly string[]): string {
  return items.map(encodeField).join(',');
}

/** Chinese stays readable; what ends a field, or could be a link, a tag or a command, is percent-encoded. */
function encodeField(text: string): string {
  return text.replace(/[\p{Cc}\p{Z}%=,#[\]<>^`$:{}|"'\\*_~!]/gu, encodeByte);
}
