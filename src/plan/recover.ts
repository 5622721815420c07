/**
 * What to do about an apply, or an undo, that was cut off: finish it or roll it back. Both read off the vault how far it
 * got, so that both may be cut off again.
 */
import { messageOf } from '../document/message-of';
import { removeEmptied, takesSettings, untouched, writeSettings } from './after-files';
import { applyChange, attempt } from './apply-change';
import { applyChanges, emptyResult, type AppliedChanges } from './apply-plan';
import { isClosed, placesOf, takeBackEntry, type JournaledResult, type RecoverOptions } from './apply-with-journal';
import { isTorn, readStates, textsOf, type ChangeState } from './change-states';
import { findEntry, withoutSettings, type JournalStore, type KnownEntry } from './journal';
import type { JournalAction } from './journal-entry';
import type { FileChange } from './plan';
import type { VaultPort } from './vault-port';

/** An apply, or an undo, that was cut off. */
export interface InterruptedApply {
  readonly action: JournalAction;
  /** ISO time at which the apply began. */
  readonly at: string;
  /** Whether it was the taking back of that action that was cut off. */
  readonly isUndo: boolean;
  readonly changes: readonly FileChange[];
  readonly entry: KnownEntry;
}

/** The apply or undo of this device that was cut off, the newest first; null where there is none. `onDamaged` is told of entries that made no sense and were set aside. */
export async function findInterrupted(journal: JournalStore, onDamaged?: (name: string) => void): Promise<InterruptedApply | null> {
  const entry = await findEntry(journal, (state) => state !== 'applied', onDamaged);
  if (entry === null) return null;
  const places = new Set(placesTried(entry));
  return { action: entry.action, at: entry.startedAt, isUndo: entry.status.state === 'undoing', changes: entry.changes.filter((_, place) => places.has(place)), entry };
}

/** Paths of what was done and what was not when it was cut off; `edited` are those in which somebody had a hand since. */
export async function describeInterrupted({ entry, isUndo }: InterruptedApply, vault: VaultPort): Promise<{ readonly done: readonly string[]; readonly missing: readonly string[]; readonly edited: readonly string[] }> {
  const states = await readStates(entry.changes, placesTried(entry), vault, editedBefore(entry));
  const of = (...wanted: readonly string[]): string[] => entry.changes.flatMap(({ path }, place) => (wanted.includes(states.get(place) ?? '') ? [path] : []));
  return { done: of(isUndo ? 'open' : 'done'), missing: of(isUndo ? 'done' : 'open', 'torn'), edited: of('foreign') };
}

/** Does what is left to do. What somebody edited meanwhile is left as it is, and named. */
export function finishInterrupted(interrupted: InterruptedApply, vault: VaultPort, journal: JournalStore, listeners: RecoverOptions = {}): Promise<JournaledResult> {
  return interrupted.isUndo ? goBack(interrupted.entry, vault, journal, listeners) : goOn(interrupted.entry, vault, journal, listeners);
}

/** Makes the vault as it was before: takes back what was applied, or applies again what an undo has taken back. */
export function rollBackInterrupted(interrupted: InterruptedApply, vault: VaultPort, journal: JournalStore, listeners: RecoverOptions = {}): Promise<JournaledResult> {
  return interrupted.isUndo ? goOn(interrupted.entry, vault, journal, listeners) : goBack(interrupted.entry, vault, journal, listeners);
}

async function goBack(entry: KnownEntry, vault: VaultPort, journal: JournalStore, listeners: RecoverOptions): Promise<JournaledResult> {
  const result = await takeBackEntry(entry.id, entry, placesTried(entry), vault, journal, { ...listeners, edited: editedBefore(entry) });
  return { ...result, rolledBack: !result.interrupted };
}

async function goOn(entry: KnownEntry, vault: VaultPort, journal: JournalStore, listeners: RecoverOptions): Promise<JournaledResult> {
  let applied: AppliedChanges = { result: emptyResult(), done: [], hostError: null };
  let { settings } = untouched();
  try {
    await vault.clearLeftovers?.(entry.changes);
    const places = placesTried(entry);
    const states = await readStates(entry.changes, places, vault, editedBefore(entry));
    applied = await applyChanges(entry.changes, {
      make: (change, place) => goOnWith(change, states.get(place) ?? 'open', vault),
      places,
      isOpen: (place) => states.get(place) === 'open',
      isWriteLost: entry.skipped.some((place) => entry.changes[place]?.kind !== 'trash'),
      endsAtHostError: true,
      onProgress: listeners.onProgress,
      shouldStop: listeners.shouldStop,
    });
    const { result, done, hostError } = applied;
    await vault.flush?.();
    if (hostError === null) {
      await removeEmptied(entry, result, vault);
      if (takesSettings(result, done, entry)) settings = await writeSettings(entry, listeners.settings);
    }
  } catch (error) {
    const { result } = applied;
    return { ...result, failed: [...result.failed, { path: '', reason: 'error', message: messageOf(error) }], rolledBack: false, interrupted: true, settings };
  }
  const { result, done, hostError } = applied;
  const isOver = hostError === null && (await isClosed(entry.id, done, takesSettings(result, done, entry) ? entry : withoutSettings(entry), journal));
  return { ...result, rolledBack: false, interrupted: !isOver, settings };
}

function goOnWith(change: FileChange, state: ChangeState, vault: VaultPort): ReturnType<typeof applyChange> {
  const { path } = change;
  if (state === 'done') return Promise.resolve(null);
  if (state === 'foreign') return Promise.resolve({ path, reason: 'changed-since-preview', message: '', isHostError: false });
  if (state === 'open' || change.kind === 'move') return applyChange(change, vault);
  return attempt(path, vault, async () => {
    const now = await vault.read(path);
    const [before, after] = textsOf(change);
    if (!isTorn(now, before, after)) return 'changed-since-preview';
    if (change.kind === 'trash') await vault.trash(path);
    else if (change.kind === 'create-binary') {
      await (vault.discard === undefined ? vault.trash(path) : vault.discard(path));
      await vault.createBinary(path, change.bytes);
    } else {
      const text = change.kind === 'create' ? change.text : change.after;
      return (await (vault.mend === undefined ? vault.replace(path, now, text) : vault.mend(path, now, text))) ? null : 'changed-since-preview';
    }
    return null;
    // A copy of a file is taken away before it is made anew: that it is missing then says nothing of anybody's hand.
  }, change.kind === 'create-binary');
}

/** Places of the changes that the entry speaks of: all that were tried, or those that were still made when the undo began. */
function placesTried(entry: KnownEntry): readonly number[] {
  return entry.status.state === 'undoing' && entry.status.done !== null ? entry.status.done : placesOf(entry);
}

/** What somebody had a hand in before the undo began that was cut off. */
function editedBefore({ status }: KnownEntry): ReadonlySet<number> {
  return new Set(status.state === 'undoing' ? status.edited : []);
}
