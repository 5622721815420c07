/**
 * Carries a Plan out, file by file, through the vault port. What the preview showed is what is written, or it is not written:
 * a file that moved on since then is left alone and reported, and the rest goes on. Nothing goes to the trash once a write
 * failed: a plan writes what a note holds elsewhere before it trashes the note.
 * Hosts go the way of `apply-with-journal.ts`, which can be taken back after a crash too.
 */
import { applyChange, withoutCause, type ChangeFailure, type FailedChange } from './apply-change';
import type { FileChange, Plan } from './plan';
import type { VaultPort } from './vault-port';

export type { FailedChange, FailureReason } from './apply-change';

/** Paths by what became of them, each list in the order of the plan. What was moved is named by its path in the plan, the old one. */
export interface ApplyResult {
  readonly created: string[];
  readonly updated: string[];
  readonly moved: string[];
  readonly trashed: string[];
  readonly failed: FailedChange[];
  /** Paths that were not reached because `shouldStop` said so, or not trashed because a write before failed. */
  readonly notDone: string[];
}

/** A result in which nothing is done yet. */
export function emptyResult(): ApplyResult {
  return { created: [], updated: [], moved: [], trashed: [], failed: [], notDone: [] };
}

/** Who follows the work on files, and who may stop it. */
export interface ApplyListeners {
  /** Told after each file: how many of how many are done, and which was the last. */
  readonly onProgress?: ((done: number, total: number, path: string) => void) | undefined;
  /** Asked before each file; once true, nothing more is written, and what was done stays. */
  readonly shouldStop?: (() => boolean) | undefined;
}

/** How the changes are gone through. */
export interface ApplySteps extends ApplyListeners {
  /** Makes the change at a place; null when it was made. Never throws. */
  readonly make: (change: FileChange, place: number) => Promise<ChangeFailure | null>;
  /** Places of the changes to make, in their order. Else: all. */
  readonly places?: readonly number[];
  /** Whether the change at a place is still to be made, so far as one can tell. Else: every one is. */
  readonly isOpen?: (place: number) => boolean;
  /** Whether a write failed before these. */
  readonly isWriteLost?: boolean;
  /** Whether an error of the host ends the work. */
  readonly endsAtHostError?: boolean;
}

/** What was done of some changes. */
export interface AppliedChanges {
  readonly result: ApplyResult;
  /** Places of the changes that are made. */
  readonly done: readonly number[];
  /** The error that ended the work, which is the last in `result.failed` too; null where none did. */
  readonly hostError: ChangeFailure | null;
}

/** Makes changes in their order, one after another, until somebody stops it. */
export async function applyChanges(changes: readonly FileChange[], steps: ApplySteps): Promise<AppliedChanges> {
  const { places = [...changes.keys()], isOpen = () => true, onProgress, shouldStop } = steps;
  const result = emptyResult();
  const done: number[] = [];
  let { isWriteLost = false } = steps;
  for (const [index, place] of places.entries()) {
    if (shouldStop?.() === true) {
      result.notDone.push(...places.slice(index).flatMap((one) => changes[one]?.path ?? []));
      break;
    }
    const change = changes[place];
    if (change === undefined) continue;
    if (change.kind === 'trash' && isWriteLost && isOpen(place)) {
      result.notDone.push(change.path);
      continue;
    }
    const failure = await steps.make(change, place);
    if (failure === null) {
      LIST_OF[change.kind](result).push(change.path);
      done.push(place);
    } else {
      result.failed.push(withoutCause(failure));
      // What comes after may need this: a note is written and then moved.
      if (failure.isHostError && steps.endsAtHostError === true) return { result, done, hostError: failure };
      isWriteLost ||= change.kind !== 'trash';
    }
    onProgress?.(index + 1, places.length, change.path);
  }
  return { result, done, hostError: null };
}

/**
 * Applies every change of the plan in its order, one after another. Never throws for a file: failures are in the result.
 * @param onProgress told after each file: how many of how many are done, and which was the last
 * @param shouldStop asked before each file; once true, nothing more is written
 */
export async function applyPlan(
  plan: Plan,
  vault: VaultPort,
  onProgress?: (done: number, total: number, path: string) => void,
  shouldStop?: () => boolean,
): Promise<ApplyResult> {
  return (await applyChanges(plan.changes, { make: (change) => applyChange(change, vault), onProgress, shouldStop })).result;
}

const LIST_OF: Readonly<Record<FileChange['kind'], (result: ApplyResult) => string[]>> = {
  create: (result) => result.created,
  'create-binary': (result) => result.created,
  update: (result) => result.updated,
  move: (result) => result.moved,
  trash: (result) => result.trashed,
};
