/**
 * How far a set of changes got, read off the vault itself: no note of progress can be lost or be behind the truth.
 * The changes are walked from the last to the first and taken back in thought, so that a file which is written and then
 * moved is looked for where it is.
 */
import { withoutByteOrderMark } from './apply-change';
import type { FileChange } from './plan';
import { pathKey } from './paths';
import type { VaultPort } from './vault-port';

/**
 * `done`: the vault is as after the change. `open`: as before it. `torn`: what we wrote, cut short by the crash.
 * `foreign`: neither; somebody else had a hand in it.
 */
export type ChangeState = 'done' | 'open' | 'torn' | 'foreign';

/** A file as it is in thought: at a path of the vault, or a text that the walk has put back. */
type Held = { readonly at: string } | { readonly text: string } | null;

/**
 * @param places places in `changes` of those that are asked about
 * @param edited those of them that were all there once and that somebody cut short since: `foreign`, where else they would be `torn`
 * @returns the state of each, by its place
 */
export async function readStates(changes: readonly FileChange[], places: readonly number[], vault: VaultPort, edited: ReadonlySet<number> = new Set()): Promise<ReadonlyMap<number, ChangeState>> {
  const files = new Map((await vault.listPaths()).map((path) => [pathKey(path), path]));
  const thought = new Map<string, Held>();
  const look = (path: string): Held => {
    const changed = thought.get(pathKey(path));
    if (changed !== undefined) return changed;
    const at = files.get(pathKey(path));
    return at === undefined ? null : { at };
  };
  const textOf = async (held: Held): Promise<string | null> => (held === null ? null : 'text' in held ? held.text : withoutByteOrderMark(await vault.read(held.at)));
  const put = (path: string, held: Held): void => void thought.set(pathKey(path), held);

  const stateOf = async (change: FileChange, place: number): Promise<ChangeState> => {
    const { path } = change;
    if (change.kind === 'move') {
      const isOtherCase = pathKey(path) === pathKey(change.to);
      const from = look(path);
      if (isOtherCase) return from !== null && 'at' in from && from.at === change.to.normalize('NFC') ? 'done' : 'open';
      const to = look(change.to);
      if (from === null && to === null) return 'foreign';
      // Where files are at both, one of them was put there by somebody else, unless it still waits for its own move.
      if (from !== null && to !== null) return isInTheWay(changes, place, look) ? 'open' : 'foreign';
      if (from !== null) return 'open';
      put(path, to);
      put(change.to, null);
      return 'done';
    }
    const text = await textOf(look(path));
    const [before, after] = textsOf(change);
    const state = compare(text, before, after);
    if (state === 'done' || state === 'torn') put(path, before === null ? null : { text: before });
    return state;
  };

  const states = new Map<number, ChangeState>();
  for (const place of [...places].sort((a, b) => b - a)) {
    const change = changes[place];
    if (change === undefined) continue;
    const state = await stateOf(change, place);
    states.set(place, state === 'torn' && edited.has(place) ? 'foreign' : state);
  }
  return states;
}

/** Whether the file that stands where a move leads to may be one that an earlier change has yet to take away. */
function isInTheWay(changes: readonly FileChange[], place: number, look: (path: string) => Held): boolean {
  const move = changes[place];
  if (move?.kind !== 'move') return false;
  return changes.slice(0, place).some((other) => {
    if (pathKey(other.path) !== pathKey(move.to)) return false;
    return other.kind === 'trash' || (other.kind === 'move' && look(other.to) === null);
  });
}

/** What a file holds before and after a change, as a vault reads it; null where it is not there. */
export function textsOf(change: Exclude<FileChange, { kind: 'move' }>): readonly [before: string | null, after: string | null] {
  switch (change.kind) {
    case 'create': return [null, withoutByteOrderMark(change.text)];
    case 'create-binary': return [null, new TextDecoder().decode(change.bytes)];
    case 'update': return [withoutByteOrderMark(change.before), withoutByteOrderMark(change.after)];
    case 'trash': return [withoutByteOrderMark(change.before), null];
  }
}

function compare(text: string | null, before: string | null, after: string | null): ChangeState {
  if (text === after) return 'done';
  if (text === before) return 'open';
  return text !== null && isTorn(text, before, after) ? 'torn' : 'foreign';
}

/** Whether a text is the beginning of one of the two that we write there, on the way forth or on the way back. */
export function isTorn(text: string, ...written: readonly (string | null)[]): boolean {
  return written.some((whole) => whole !== null && text !== whole && whole.startsWith(withoutRaggedEnd(text)));
}

/** Without what a cut character reads as, and without the zeros that some disks put where text was promised. */
function withoutRaggedEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\0') end -= 1;
  for (let cut = 0; cut < 3 && text[end - 1] === '\uFFFD'; cut += 1) end -= 1;
  return text.slice(0, end);
}
