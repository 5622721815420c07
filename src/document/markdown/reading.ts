/** What the parts of the markdown reader share while they read one text. */
import type { Block, Footnote, ReaderHost } from '../document';
import type { Diagnostic } from '../diagnostic';
import type { SourceLine } from './source-lines';

/** One object for one text. */
export interface Reading {
  readonly host: ReaderHost;
  /** Targets of reference links by their folded label. */
  readonly references: ReadonlyMap<string, string>;
  /** Names of the footnotes that the text defines. */
  readonly footnoteIds: ReadonlySet<string>;
  /** Filled while reading. */
  readonly footnotes: Footnote[];
  readonly diagnostics: Diagnostic[];
  /** What is known of openings without an end, by the lines they stand in; keeps a search from being made twice. */
  readonly unclosedFences: WeakMap<readonly SourceLine[], Map<string, number>>;
  readonly tagEnds: WeakMap<readonly SourceLine[], TagEnds>;
  readonly elementEnds: WeakMap<readonly SourceLine[], TagEnds>;
  /** Reads the lines inside a container; `depth` is that of the container's own lines plus one. */
  readonly readInner: (lines: readonly SourceLine[], reading: Reading, depth: number) => Block[];
}

/** For the place of each line whose first tag is closed further on: the place of the line that closes it. */
export type TagEnds = ReadonlyMap<number, number>;

/**
 * One kind of block. Looks at the line `at`; gives the blocks that begin there and the place of the next unread line,
 * or null where the line begins no block of its kind.
 */
export type BlockReader = (lines: readonly SourceLine[], at: number, reading: Reading, depth: number) => ReadBlock | null;

/** What a reader took: its blocks (none for what says nothing), and the index of the line after its last. */
export interface ReadBlock {
  readonly blocks: readonly Block[];
  readonly next: number;
}

/** Containers deeper than this are read as text, so that no input exhausts the stack. */
export const MAX_DEPTH = 32;

/** The label of a reference as it is compared: case and runs of white space do not count. */
export function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
