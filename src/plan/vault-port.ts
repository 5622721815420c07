/**
 * The vault as the core sees it: the only way to a user's files. Adapters: Node (cli/), Obsidian (src/obsidian/), memory (tests/support).
 * Paths are vault paths: `/` between parts, no leading slash, NFC.
 */
import type { YamlValue } from '../document/document';

/** A markdown note without its text. Properties are what Obsidian's metadata cache knows; reading them touches no other part of a note. */
export interface NoteSummary {
  readonly path: string;
  readonly properties: Readonly<Record<string, YamlValue>>;
}

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
  /** Moves a file to the trash that the user chose. */
  trash(path: string): Promise<void>;
}
