/**
 * Carries a Plan out, file by file, through the vault port. What the preview showed is what is written, or it is not written:
 * a file that moved on since then is left alone and reported, and the rest goes on. Nothing goes to the trash once a write
 * failed: a plan writes what a note holds elsewhere before it trashes the note.
 */
import type { FileChange, Plan } from './plan';
import type { VaultPort } from './vault-port';

/** Why one change was not carried out. `error` is whatever the host said (disk full, no permission). */
export type FailureReason = 'changed-since-preview' | 'already-exists' | 'error';

export interface FailedChange {
  readonly path: string;
  readonly reason: FailureReason;
  /** The host's own words for `error`; otherwise empty, for the reason says it all. */
  readonly message: string;
}

/** Paths by what became of them, each list in the order of the plan. */
export interface ApplyResult {
  readonly created: string[];
  readonly updated: string[];
  readonly trashed: string[];
  readonly failed: FailedChange[];
  /** Paths that were not reached because `shouldStop` said so, or not trashed because a write before failed. */
  readonly notDone: string[];
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
  const result: ApplyResult = { created: [], updated: [], trashed: [], failed: [], notDone: [] };
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
      result.failed.push(failure);
      isWriteLost ||= change.kind !== 'trash';
    } else LIST_OF[change.kind](result).push(change.path);
    onProgress?.(index + 1, total, change.path);
  }
  return result;
}

const LIST_OF: Readonly<Record<FileChange['kind'], (result: ApplyResult) => string[]>> = {
  create: (result) => result.created,
  'create-binary': (result) => result.created,
  update: (result) => result.updated,
  trash: (result) => result.trashed,
};

/** Null when the change was made. */
async function applyChange(change: FileChange, vault: VaultPort): Promise<FailedChange | null> {
  const { path } = change;
  try {
    switch (change.kind) {
      case 'create':
        await vault.create(path, change.text);
        return null;
      case 'create-binary':
        await vault.createBinary(path, change.bytes);
        return null;
      case 'update': {
        const replaced = await vault.replace(path, change.before, change.after);
        return replaced ? null : { path, reason: 'changed-since-preview', message: '' };
      }
      case 'trash': {
        // The port has no compare-and-trash; a trashed file can be fetched back, so a look just before is enough.
        if (withoutByteOrderMark(await vault.read(path)) !== withoutByteOrderMark(change.before)) return { path, reason: 'changed-since-preview', message: '' };
        await vault.trash(path);
        return null;
      }
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // All hosts say it in the words of Obsidian's own vault: "File already exists."
    if (change.kind !== 'update' && change.kind !== 'trash' && /already exists/i.test(message)) return { path, reason: 'already-exists', message: '' };
    return { path, reason: 'error', message };
  }
}

/** Hosts differ in whether they give the mark; only copies of files have one. */
function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
