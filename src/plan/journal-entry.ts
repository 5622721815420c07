/**
 * One entry of the journal as text: a line that says what it is, then one line a change. Read back as foreign data, for
 * a disk can cut a file short or another program can write into it.
 */
import { parseJsonObject } from './json-object';
import type { FileChange } from './plan';
import { isSettingsTexts, type SettingsTexts } from './settings-step';

/** What the user asked for. `other` is what a later version of the program did, or what has no name of its own. */
export type JournalAction = 'import' | 'adopt' | 'index' | 'link' | 'merge' | 'split' | 'rename' | 'alias' | 'review' | 'settings' | 'other';

/** One apply in the journal. */
export interface JournalEntry {
  readonly action: JournalAction;
  /** ISO time. */
  readonly startedAt: string;
  /** Folders that the changes make, outer ones first. */
  readonly folders: readonly string[];
  /** Places in `changes` of those that could not be made from the start, because of what stood in the vault; they were never tried. */
  readonly skipped: readonly number[];
  readonly changes: readonly FileChange[];
  /** Folders that go when they are empty after the changes. */
  readonly emptied?: readonly string[];
  /** Settings that change with the files. Left out where they did not: because the apply was stopped, say. */
  readonly settings?: SettingsTexts;
}

/** `torn`: not all of it is there, so it was never written to its end and nothing of it was applied. `damaged`: it is whole and makes no sense. */
export type ReadEntry = { readonly ok: true; readonly entry: JournalEntry } | { readonly ok: false; readonly reason: 'torn' | 'damaged' };

const VERSION = 1;

const ACTIONS: Readonly<Record<JournalAction, true>> = { import: true, adopt: true, index: true, link: true, merge: true, split: true, rename: true, alias: true, review: true, settings: true, other: true };

/** The text of an entry, files that are no notes as base64. Its head states the length of the rest, so that a text cut short is known. */
export function writeEntry({ changes, ...head }: JournalEntry): string {
  const body = changes.map((change) => `${JSON.stringify(change.kind === 'create-binary' ? { ...change, bytes: toBase64(change.bytes) } : change)}\n`).join('');
  return `${JSON.stringify({ version: VERSION, length: body.length, ...head })}\n${body}`;
}

/** Reads an entry back. `torn`: cut short, so that the apply never began; `damaged`: anything else that the program does not write. */
export function readEntry(text: string): ReadEntry {
  const end = text.indexOf('\n');
  if (end < 0) return { ok: false, reason: 'torn' };
  const head = parseJsonObject(text.slice(0, end));
  if (head === null || head['version'] !== VERSION || typeof head['length'] !== 'number') return { ok: false, reason: 'damaged' };
  const body = text.slice(end + 1);
  if (body.length < head['length']) return { ok: false, reason: 'torn' };
  const { action, startedAt, folders, skipped, emptied = [], settings } = head;
  const changes = body.split('\n').slice(0, -1).map((line) => readChange(parseJsonObject(line)));
  if (body.length !== head['length'] || typeof startedAt !== 'string' || !isListOf(folders, 'string') || !folders.every(isFolderInVault) || !isListOf(skipped, 'number') || !isListOf(emptied, 'string') || !emptied.every(isFolderInVault) || changes.includes(null)) return { ok: false, reason: 'damaged' };
  if (settings !== undefined && !isSettingsTexts(settings)) return { ok: false, reason: 'damaged' };
  const known = typeof action === 'string' && isAction(action) ? action : 'other';
  return { ok: true, entry: { action: known, startedAt, folders, skipped, emptied, changes: changes.filter((change) => change !== null), ...(settings === undefined ? {} : { settings }) } };
}

function readChange(line: Readonly<Record<string, unknown>> | null): FileChange | null {
  if (line === null) return null;
  const { kind, path, text, bytes, before, after, to } = line;
  if (!isInVault(path)) return null;
  if (kind === 'create' && typeof text === 'string') return { kind, path, text };
  if (kind === 'create-binary' && typeof bytes === 'string') {
    const read = fromBase64(bytes);
    return read === null ? null : { kind, path, bytes: read };
  }
  if (kind === 'update' && typeof before === 'string' && typeof after === 'string') return { kind, path, before, after };
  if (kind === 'move' && isInVault(to)) return { kind, path, to };
  if (kind === 'trash' && typeof before === 'string') return { kind, path, before };
  return null;
}

/** Whether a path leads out of the vault nowhere, nor into what the app keeps beside the notes. The program writes no such entry. */
function isInVault(path: unknown): path is string {
  return typeof path === 'string' && !/^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path) && !path.split('/').some((part) => part === '' || part.startsWith('.'));
}

/** The trash of the vault comes and goes as a folder. */
function isFolderInVault(path: string): boolean {
  return path === '.trash' || isInVault(path);
}

/** Whether a foreign value is a list of this type alone. */
export function isListOf(value: unknown, type: 'string'): value is readonly string[];
export function isListOf(value: unknown, type: 'number'): value is readonly number[];
export function isListOf(value: unknown, type: 'string' | 'number'): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === type);
}

function isAction(action: string): action is JournalAction {
  return Object.hasOwn(ACTIONS, action);
}

/** So many bytes at once: an engine takes only so many arguments. */
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
