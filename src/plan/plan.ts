/**
 * What an action would do to the vault, as data: the preview window, `--dry-run`, the tests and the journal all read the same Plan.
 */
import type { Diagnostic } from '../document/diagnostic';

/** One change of one file; paths are vault paths. `before` is what must stand there for the change to be made. */
export type FileChange =
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'create-binary'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'update'; readonly path: string; readonly before: string; readonly after: string }
  /** A rename; the links that lead there are changes of their own, which come before it and speak of the old path. */
  | { readonly kind: 'move'; readonly path: string; readonly to: string }
  | { readonly kind: 'trash'; readonly path: string; readonly before: string };

/** A region or property that the user edited: kept as it is, with what the program would have written. */
export interface Conflict {
  readonly path: string;
  /** Block id of the region (`rn-list-1`) or name of the property. */
  readonly part: string;
  /** What stands there, as the user has it. */
  readonly kept: string;
  /** What the program would have written. */
  readonly proposed: string;
}

/** A file that the plan looked at and leaves alone. */
export interface KeptFile {
  readonly path: string;
  readonly reason: 'unchanged' | 'damaged-markers' | 'deleted-by-user' | 'already-there' | 'left-out';
}

/** A diagnostic with the file that it is about. */
export interface FileDiagnostic extends Diagnostic {
  /** Source file, or note of the vault, that the diagnostic speaks of. */
  readonly file: string;
}

/** Everything that an action would do, in the order in which it is done, and what it leaves alone. */
export interface Plan {
  readonly changes: readonly FileChange[];
  readonly kept: readonly KeptFile[];
  readonly conflicts: readonly Conflict[];
  readonly diagnostics: readonly FileDiagnostic[];
  /** Folders of ours that the changes may leave empty, inner ones first: those that are go too. What is moved back makes them again. */
  readonly emptied?: readonly string[];
}

/** Changes nothing and has nothing to say. */
export const EMPTY_PLAN: Plan = { changes: [], kept: [], conflicts: [], diagnostics: [] };
