/**
 * The vault as the core sees it: the only way to a user's files. Adapters: Node (cli/), Obsidian (src/obsidian/), memory (tests/support).
 * Paths are vault paths: `/` between parts, no leading slash, NFC.
 */
import type { YamlValue } from '../document/document';
import type { FileChange } from './plan';

/** A markdown note without its text. Properties are what Obsidian's metadata cache knows; reading them touches no other part of a note. */
export interface NoteSummary {
  readonly path: string;
  readonly properties: Readonly<Record<string, YamlValue>>;
}

/** The files of a vault. What throws speaks in the host's own words. */
export interface VaultPort {
  /** All markdown notes with their properties. A note whose front matter is not valid has none. */
  listNotes(): Promise<readonly NoteSummary[]>;
  /** Paths of all files, notes and others. */
  listPaths(): Promise<readonly string[]>;
  /** Text of a note. Throws where there is none. */
  read(path: string): Promise<string>;
  /** Creates a note, and the folders above it. Throws where a file of that path exists, whatever its case. */
  create(path: string, text: string): Promise<void>;
  /** Creates a file that is no note; otherwise as `create`. */
  createBinary(path: string, bytes: Uint8Array): Promise<void>;
  /** Replaces the text of a note if it still is `before`, in one step; says whether it did. Throws where there is none. */
  replace(path: string, before: string, after: string): Promise<boolean>;
  /** Gives a file another path and makes the folders above it; links are left as they are. Throws "File already exists." where another file stands at `to`, whatever the case. */
  move(from: string, to: string): Promise<void>;
  /** Moves a file to the trash that the user chose. */
  trash(path: string): Promise<void>;

  // What a host may be able to do besides. Where it cannot, the plainer way above is taken.

  /** Takes away a file that holds nothing but what the program wrote. Else: `trash`. */
  discard?(path: string): Promise<void>;
  /** Whether a file holds these very bytes. Else: what they read as is compared. */
  holds?(path: string, bytes: Uint8Array): Promise<boolean>;
  /** Brings a file with this very text back from the trash; false where the trash holds none. Else: `create`. */
  restore?(path: string, text: string): Promise<boolean>;
  /** As `replace`, for a file that a crash cut short, perhaps in the middle of a character. Else: `replace`. */
  mend?(path: string, torn: string, text: string): Promise<boolean>;
  /** Folders that these changes would make, outer ones first. Else: none is taken away again. */
  foldersToMake?(changes: readonly FileChange[]): Promise<readonly string[]>;
  /** Takes away those of the folders that are empty; the order given is kept to. */
  removeEmptyFolders?(paths: readonly string[]): Promise<void>;
  /** Resolves when all that was written so far is on the disk, power cut or not. Else: every write was. */
  flush?(): Promise<void>;
  /** Takes away what a crash in the middle of these changes left beside the files. */
  clearLeftovers?(changes: readonly FileChange[]): Promise<void>;
}

/** An error that concerns one file and says nothing of the disk: its bytes are no text, its name is none here. The rest goes on. */
export function refusal(message: string): Error {
  const error = new Error(message);
  error.name = 'Refusal';
  return error;
}
