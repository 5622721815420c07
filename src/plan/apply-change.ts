/** One change made in the vault, and why it was not where it was not. */
import { messageOf } from '../document/message-of';
import type { FileChange } from './plan';
import { pathKey } from './paths';
import type { VaultPort } from './vault-port';

/** Why one change was not carried out. `error` is whatever the host said (disk full, no permission). */
export type FailureReason = 'changed-since-preview' | 'already-exists' | 'error';

/** A change that was not made. */
export interface FailedChange {
  readonly path: string;
  readonly reason: FailureReason;
  /** The host's own words for `error`; otherwise empty, for the reason says it all. */
  readonly message: string;
}

/** A failure with what it says of the files to come. */
export interface ChangeFailure extends FailedChange {
  /** Whether it lies with the host (disk full, no permission) and not with this one file. */
  readonly isHostError: boolean;
}

/** The failure as a result names it. */
export function withoutCause({ path, reason, message }: ChangeFailure): FailedChange {
  return { path, reason, message };
}

/** Null when the change was made. Never throws. */
export async function applyChange(change: FileChange, vault: VaultPort): Promise<ChangeFailure | null> {
  const { path } = change;
  return attempt(path, vault, async () => {
    switch (change.kind) {
      case 'create':
        await vault.create(path, change.text);
        return null;
      case 'create-binary':
        await vault.createBinary(path, change.bytes);
        return null;
      case 'update':
        return (await vault.replace(path, change.before, change.after)) ? null : 'changed-since-preview';
      case 'move':
        await vault.move(path, change.to);
        return null;
      case 'trash':
        // The port has no compare-and-trash; a trashed file can be fetched back, so a look just before is enough.
        if (withoutByteOrderMark(await vault.read(path)) !== withoutByteOrderMark(change.before)) return 'changed-since-preview';
        await vault.trash(path);
        return null;
    }
  }, change.kind === 'create' || change.kind === 'create-binary');
}

/**
 * Runs a step at a file and says why it failed, null where it did not.
 * @param makesFile whether the file need not be there: else one that has gone was taken away by somebody, and no error of the host
 */
export async function attempt(path: string, vault: VaultPort, step: () => Promise<FailureReason | null>, makesFile: boolean): Promise<ChangeFailure | null> {
  try {
    const reason = await step();
    return reason === null ? null : { path, reason, message: '', isHostError: false };
  } catch (error) {
    const message = messageOf(error);
    // All hosts say it in the words of Obsidian's own vault: "File already exists.", "Destination file already exists!"
    if (/already exists/i.test(message)) return { path, reason: 'already-exists', message: '', isHostError: false };
    if (!makesFile && (await isMissing(path, vault))) return { path, reason: 'changed-since-preview', message: '', isHostError: false };
    return { path, reason: 'error', message, isHostError: !isAboutOneFile(error, message) };
  }
}

/** System errors that a name or a kind of file explains. */
const ABOUT_ONE_FILE = /^(?:ENAMETOOLONG|ENOTDIR|EISDIR|ELOOP|EINVAL|EILSEQ)\b/;

function isAboutOneFile(error: unknown, message: string): boolean {
  return (error instanceof Error && error.name === 'Refusal') || ABOUT_ONE_FILE.test(message);
}

async function isMissing(path: string, vault: VaultPort): Promise<boolean> {
  try {
    const key = pathKey(path);
    return !(await vault.listPaths()).some((other) => pathKey(other) === key);
  } catch {
    // The host answers nothing at all: that is no word about the file.
    return false;
  }
}

/** Hosts differ in whether they give the mark; only copies of files have one. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
