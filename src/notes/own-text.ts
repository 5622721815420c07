/** What of an app note is the user's: everything but properties, record and fingerprints line. Taken out byte for byte, and put back. */
import { bothLanguages } from '../notice/note-words';
import { createNote, type DesiredNote } from './managed-note';
import { findFingerprintLine } from './fingerprints';
import { findRegions } from './managed-regions';
import { findMergedNotes } from './merged-notes';
import { readPropertyBlock } from './property-lines';
import { RECORD_ID } from './app-record';
import { readProperties } from './properties';

/** The parts of a note that are not the record; put together again they are the user's note. */
export interface OwnText {
  /** The text, with a line in place of the record and of the fingerprints where they do not stand where a new note has them. */
  readonly text: string;
  /** Front matter with its dashes; empty where there is none. */
  readonly head: string;
  /** The fingerprints line; empty where there is none. */
  readonly line: string;
}

const RECORD_PLACE = '%% regulatory-notices-record %%';
const LINE_PLACE = '%% regulatory-notices-line %%';

/** Takes the user's text out of an app note. */
export function takeOwnText(note: string): OwnText {
  const block = readPropertyBlock(note);
  const bodyStart = block === null ? 0 : note.slice(block.end).indexOf('\n') + 1 + block.end;
  const from = block === null || bodyStart > block.end ? bodyStart : note.length;
  const region = findRegions(note).find(({ id }) => id === RECORD_ID);
  const line = findFingerprintLine(note);
  const spans = [
    ...(region === undefined ? [] : [{ start: region.start, end: region.markerEnd, place: RECORD_PLACE }]),
    ...(line === null ? [] : [{ start: line.start, end: line.end, place: LINE_PLACE }]),
  ].sort((a, b) => a.start - b.start);
  let text = '';
  let at = from;
  for (const span of spans) {
    text += note.slice(at, span.start) + span.place;
    at = span.end;
  }
  text += note.slice(at);
  return { text: withoutUsualPlaces(text), head: note.slice(0, from), line: line?.text ?? '' };
}

/** In a note as it is made, the record stands first and the fingerprints last: such places need no mark. */
function withoutUsualPlaces(text: string): string {
  const usual = /^(\r?\n)%% regulatory-notices-record %%\1\1([\s\S]*?)%% regulatory-notices-line %%\1$/.exec(text);
  return usual === null || countPlaces(text) !== 2 ? text : (usual[2] ?? '');
}

function countPlaces(text: string): number {
  return text.split(RECORD_PLACE).length + text.split(LINE_PLACE).length - 2;
}

/** Whether there is nothing in it but what every new note has. */
export function isPlain(text: string): boolean {
  const words = text.trimEnd();
  return words === '' || bothLanguages('ownNotes').some((heading) => words === `## ${heading}`);
}

/**
 * An app note with the user's text back in its place.
 * @param desired what the note should say; its front matter and fingerprints are those of a new note where `own` has none
 */
export function putOwnText(own: OwnText, desired: DesiredNote): string {
  const fresh = takeApart(createNote(desired));
  const eol = /\r\n/.test(own.head === '' ? own.text : own.head) ? '\r\n' : '\n';
  const record = fresh.record.replace(/\n/g, eol);
  const head = own.head === '' ? fresh.head.replace(/\n/g, eol) : own.head;
  const line = own.line === '' ? fresh.line : own.line;
  const places = ownPlaces(own.text);
  if (places.length === 0) return `${head}${eol}${record}${eol}${eol}${own.text}${line}${eol}`;
  let text = '';
  let at = 0;
  for (const { start, end, kind } of places) {
    text += own.text.slice(at, start) + (kind === 'record' ? record : line);
    at = end;
  }
  return head + text + own.text.slice(at);
}

/** The marked places of the text itself; those inside merged notes belong to these. */
function ownPlaces(text: string): readonly { readonly start: number; readonly end: number; readonly kind: 'record' | 'line' }[] {
  const merged = findMergedNotes(text);
  const places = [...text.matchAll(/^%% regulatory-notices-(record|line) %%(?=\r?$)/gm)].map((match) => ({
    start: match.index, end: match.index + match[0].length, kind: match[1] === 'record' ? ('record' as const) : ('line' as const),
  }));
  return places.filter(({ start }) => !merged.some((one) => one.start <= start && start < one.end));
}

function takeApart(note: string): { readonly head: string; readonly record: string; readonly line: string } {
  const region = findRegions(note).find(({ id }) => id === RECORD_ID);
  return { head: takeOwnText(note).head, record: region === undefined ? '' : note.slice(region.start, region.markerEnd), line: findFingerprintLine(note)?.text ?? '' };
}

/** Whether front matter says what a new note would say, in whatever order, and nothing of the user's. */
export function isUsualHead(head: string, desired: DesiredNote): boolean {
  const values = readProperties(head);
  const usual = readProperties(createNote(desired));
  if (values === null || usual === null || /^\s*#|\s#/m.test(head)) return false;
  const sorted = (one: Readonly<Record<string, unknown>>): string => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(values) === sorted(usual);
}
