/** 原件: the files that a notice was fetched from, kept in the vault, with their address, the time and their hash. */
import { NOTE_WORDS } from '../notice/note-words';
import type { NoteStyle } from '../settings';
import { regionIn, type RegionPart } from './desired-note';
import { linkTo, webLink } from './links';
import { findRegions } from './managed-regions';
import { safeFileName } from './file-names';
import { unquoteLines } from './table-lines';

/** A file as it was fetched. */
export interface FetchedOriginal {
  /** Vault path of the copy. */
  readonly path: string;
  readonly name: string;
  readonly address: string;
  /** Beijing time, `2026-11-22T10:00:00`. */
  readonly at: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** A page is another at every visit (counters, tokens): the first copy stays. */
  readonly isPage: boolean;
}

/** Block id of the region that names the kept files, without `^`. */
export const ORIGINALS_REGION = 'rn-originals';
/** Digits of the hash in a file's name: enough to tell copies apart. */
const HASH_DIGITS = 12;

/** `通报/附件/名单 1a2b3c4d5e6f.docx`: the same file has the same path whenever it is fetched. */
export function originalPath(folder: string, name: string, extension: string, sha256: string, maxBytes: number): string {
  const tail = ` ${sha256.slice(0, HASH_DIGITS)}.${extension}`;
  return `${folder === '' ? '' : `${folder}/`}${safeFileName(name, maxBytes - tail.length + '.md'.length)}${tail}`;
}

/** Those that the note does not have yet: by their hash, pages by their address. */
export function newOriginals<T extends FetchedOriginal>(existing: string | null, originals: readonly T[]): readonly T[] {
  const before = recordedLines(existing).join('\n');
  return originals.filter((original) => !before.includes(original.sha256) && !(original.isPage && before.includes(`(${addressOf(original)})`)));
}

/** The region with the files that it names already and the new ones; null where there is nothing new. */
export function originalsPart(existing: string | null, originals: readonly FetchedOriginal[], { linkStyle: style, noteLanguage }: NoteStyle): RegionPart | null {
  const added = newOriginals(existing, originals).map((original) =>
    [`- ${linkTo(original.path, original.name, { inTable: false, style })}`, webLink(original.address, NOTE_WORDS.address[noteLanguage]), original.at.replace('T', ' '), `SHA-256 \`${original.sha256}\``].filter((part) => part !== null).join(' · '),
  );
  if (added.length === 0) return null;
  const lines = [...recordedLines(existing), ...added].map((line) => `> ${line}`);
  return regionIn(noteLanguage, { id: ORIGINALS_REGION, policy: 'replace' }, (language) => [`> [!info]- ${NOTE_WORDS.originals[language]}`, '>', ...lines].join('\n'));
}

function addressOf(original: FetchedOriginal): string {
  return /\]\((.*)\)$/.exec(webLink(original.address, NOTE_WORDS.address.zh) ?? '')?.[1] ?? original.address;
}

function recordedLines(note: string | null): readonly string[] {
  const region = note === null ? undefined : findRegions(note).find(({ id }) => id === ORIGINALS_REGION);
  return region === undefined || note === null ? [] : unquoteLines(note.slice(region.start, region.end)).filter((line) => line.startsWith('- '));
}
