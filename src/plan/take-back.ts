/**
 * Takes changes back, the last first. What was edited since stays and is named. A file that the program made goes, unless
 * it holds lines which the plan took out of a note that cannot be put back: then they would be nowhere.
 */
import { attempt, withoutByteOrderMark, withoutCause, type ChangeFailure } from './apply-change';
import { emptyResult, type ApplyListeners, type ApplyResult } from './apply-plan';
import { isTorn, readStates, textsOf, type ChangeState } from './change-states';
import { linesTakenOut } from './lines-taken-out';
import type { FileChange } from './plan';
import type { SettingsStore } from './settings-step';
import type { VaultPort } from './vault-port';

/** What the way back depends on beside the changes. */
export interface TakeBackOptions extends ApplyListeners {
  /** Where the settings are that changed with the files. */
  readonly settings?: SettingsStore | undefined;
  /** See `readStates`. */
  readonly edited?: ReadonlySet<number> | undefined;
}

/** What was taken back, and what was not. */
export interface TakenBack {
  /** In the words of the way back: a created file that went is `trashed`, a trashed one that is there again is `created`. */
  readonly result: ApplyResult;
  /** Places of changes that are still made: not reached, or kept by an error of the host. Empty where all is done that can be done. */
  readonly left: readonly number[];
  /** What the host said; null where it never refused. */
  readonly hostError: ChangeFailure | null;
}

/**
 * @param places places in `changes` of those to take back; those that are not made, or half made, are found out here
 */
export async function takeBack(changes: readonly FileChange[], places: readonly number[], vault: VaultPort, options: TakeBackOptions = {}): Promise<TakenBack> {
  await vault.clearLeftovers?.(changes);
  const states = await readStates(changes, places, vault, options.edited);
  const homeless = linesTakenOut([...states].flatMap(([place, state]) => (state === 'foreign' ? [changes[place]] : [])));
  const result = emptyResult();
  let hostError: ChangeFailure | null = null;
  let open = [...states.keys()];
  // A disk that was full has room again once what was made is gone: from the first refusal on only that is done, for one
  // step back may need the one before it, and the rest is tried a second time in its order.
  for (let round = 0; round < 2 && open.length > 0; round += 1) {
    const refused: number[] = [];
    for (const [index, place] of open.entries()) {
      const change = changes[place];
      if (change === undefined) continue;
      if (options.shouldStop?.() === true) {
        const notReached = [...refused, ...open.slice(index)];
        result.notDone.push(...notReached.flatMap((one) => changes[one]?.path ?? []));
        return { result, left: notReached, hostError };
      }
      if (refused.length > 0 && change.kind !== 'create' && change.kind !== 'create-binary') {
        refused.push(place);
        continue;
      }
      // What was written a moment ago and refused may be cut short by now.
      const state = states.get(place) ?? 'open';
      const failure = await takeBackOne(change, round > 0 && state === 'done' ? 'torn' : state, homeless, vault, result);
      if (failure?.isHostError === true) {
        hostError = failure;
        refused.push(place);
      } else if (failure !== null) result.failed.push(withoutCause(failure));
      options.onProgress?.(index + 1, open.length, change.path);
    }
    open = refused;
  }
  for (const place of open) {
    const change = changes[place];
    if (change !== undefined && hostError !== null) result.failed.push({ path: change.path, reason: 'error', message: hostError.message });
  }
  return { result, left: open, hostError: open.length > 0 ? hostError : null };
}

async function takeBackOne(change: FileChange, state: ChangeState, homeless: ReadonlySet<string>, vault: VaultPort, result: ApplyResult): Promise<ChangeFailure | null> {
  const path = change.kind === 'move' ? change.to : change.path;
  if (state === 'open') return null;
  if (state === 'foreign') return { path, reason: change.kind === 'trash' ? 'already-exists' : 'changed-since-preview', message: '', isHostError: false };
  if ((change.kind === 'create' || change.kind === 'create-binary') && holdsAny(change, homeless)) {
    result.notDone.push(path);
    return null;
  }
  const failure = await attempt(path, vault, () => step(change, state === 'torn', vault), change.kind === 'trash');
  if (failure === null) DONE_IN[change.kind](result).push(path);
  return failure;
}

const DONE_IN: Readonly<Record<FileChange['kind'], (result: ApplyResult) => string[]>> = {
  create: (result) => result.trashed,
  'create-binary': (result) => result.trashed,
  update: (result) => result.updated,
  move: (result) => result.moved,
  trash: (result) => result.created,
};

/** Looks again just before it writes, for the user may be at work. */
async function step(change: FileChange, isCutShort: boolean, vault: VaultPort): Promise<'changed-since-preview' | null> {
  const { path } = change;
  if (change.kind === 'move') {
    await vault.move(change.to, path);
    return null;
  }
  if (change.kind === 'trash') {
    if (isCutShort && (await isThere(path, vault))) {
      const torn = await vault.read(path);
      return isTorn(torn, change.before) && (await mend(path, torn, change.before, vault)) ? null : 'changed-since-preview';
    }
    if ((await vault.restore?.(path, change.before)) !== true) await vault.create(path, change.before);
    return null;
  }
  const [before, after] = textsOf(change);
  const now = await vault.read(path);
  if (withoutByteOrderMark(now) !== after && !(isCutShort && isTorn(now, before, after))) return 'changed-since-preview';
  if (change.kind === 'update') {
    const isWhole = now === change.after;
    return (await (isWhole ? vault.replace(path, now, change.before) : mend(path, now, change.before, vault))) ? null : 'changed-since-preview';
  }
  // Other bytes can read as the same text where they are no text.
  if (change.kind === 'create-binary' && !isCutShort && (await vault.holds?.(path, change.bytes)) === false) return 'changed-since-preview';
  await (vault.discard === undefined ? vault.trash(path) : vault.discard(path));
  return null;
}

function mend(path: string, torn: string, text: string, vault: VaultPort): Promise<boolean> {
  return vault.mend === undefined ? vault.replace(path, torn, text) : vault.mend(path, torn, text);
}

async function isThere(path: string, vault: VaultPort): Promise<boolean> {
  return (await vault.listPaths()).includes(path);
}

function holdsAny(change: FileChange, lines: ReadonlySet<string>): boolean {
  return lines.size > 0 && change.kind === 'create' && change.text.split(/\r?\n/).some((line) => lines.has(line.trim()));
}
