/**
 * Carries a Plan out, file by file, through the vault port. What the preview showed is what is written, or it is not written:
 * a file that moved on since then is left alone and reported, and the rest goes on. Nothing goes to the trash once a write
 * failed: a plan writes what a note holds elsewhere before it trashes the note.
 * Hosts go the way of `apply-with-journal.ts`, which can be taken back after a crash too.
 */
import { applyChange, withoutCause, type FailedChange } from './apply-change';
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
  const result = emptyResult();
  const total = plan.changes.length;
  let isWriteLost = false;
  for (const [index, change] of plan.changes.entries()) {
    if (shouldStop?.() === true) {
      result.notDone.push(...plan.changes.slice(index).map(({ path }) => path));
      break;
    }
    if (change.kind === 'trash' && isWriteLost) {
      result.notDone.push(change.path);
      continue;
    }
    const failure = await applyChange(change, vault);
    if (failure !== null) {
      result.failed.push(withoutCause(failure));
      isWriteLost ||= change.kind !== 'trash';
    } else recordDone(result, change);
    onProgress?.(index + 1, total, change.path);
  }
  return result;
}

/** Takes a change that was made down in the result. */
export function recordDone(result: ApplyResult, change: FileChange): void {
  LIST_OF[change.kind](result).push(change.path);
}

const LIST_OF: Readonly<Record<FileChange['kind'], (result: ApplyResult) => string[]>> = {
  create: (result) => result.created,
  'create-binary': (result) => result.created,
  update: (result) => result.updated,
  move: (result) => result.moved,
  trash: (result) => result.trashed,
};
