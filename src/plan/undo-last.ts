/** "Undo last import": takes the last apply of this device back, exactly. */
import { messageOf } from '../document/message-of';
import { untouched } from './after-files';
import type { ApplyResult } from './apply-plan';
import { JOURNAL_PLACE, takeBackEntry, type JournaledResult, type RecoverOptions } from './apply-with-journal';
import { readStates } from './change-states';
import { findEntry, markUndoing, type JournalStore } from './journal';
import type { JournalAction } from './journal-entry';
import { EMPTY_PLAN, type Plan } from './plan';
import { findInterrupted, finishInterrupted, rollBackInterrupted } from './recover';
import { invertPlan } from './invert-plan';
import type { VaultPort } from './vault-port';

/** The apply that an undo would take back. */
export interface LastApply {
  readonly action: JournalAction;
  /** ISO time. */
  readonly at: string;
  /** What was done and can be taken back, in its order. */
  readonly plan: Plan;
  /** The way back, for a preview. */
  readonly inverse: Plan;
  /** Whether settings changed with the files, and go back with them. */
  readonly settings: boolean;
}

/** The last apply that undo would take back; null where there is none. An apply that was cut off comes first: see `findInterrupted`. `onDamaged` as there. */
export async function lastApply(journal: JournalStore, onDamaged?: (name: string) => void): Promise<LastApply | null> {
  const entry = await findEntry(journal, (state) => state === 'applied', onDamaged);
  if (entry?.status.state !== 'applied') return null;
  const done = new Set(entry.status.done);
  const plan = { ...EMPTY_PLAN, changes: entry.changes.filter((_, place) => done.has(place)) };
  return { action: entry.action, at: entry.startedAt, plan, inverse: invertPlan(plan), settings: entry.settings !== undefined };
}

/** What became of an undo; what was edited since is in `failed`. */
export interface UndoResult extends ApplyResult, Pick<JournaledResult, 'interrupted' | 'settings'> {
  /** What was taken back; null where there was nothing. */
  readonly action: JournalAction | null;
}

/**
 * Takes the last apply back and forgets it; one that was cut off before it, if there is one. In the result a created file
 * that went is `trashed`, and one that came back from the trash is `created`. What was edited since is left and in `failed`.
 * Stopped half-way, the rest can still be taken back by the next undo. Never throws.
 */
export async function undoLast(vault: VaultPort, journal: JournalStore, listeners: RecoverOptions = {}): Promise<UndoResult> {
  try {
    const cutOff = await findInterrupted(journal);
    if (cutOff !== null) {
      const back = await (cutOff.isUndo ? finishInterrupted : rollBackInterrupted)(cutOff, vault, journal, listeners);
      return { ...back, action: cutOff.action };
    }
    const entry = await findEntry(journal, (state) => state === 'applied');
    if (entry?.status.state !== 'applied') return { ...untouched(), action: null, interrupted: false };
    const { done } = entry.status;
    // All of it was written once: what is shorter now was cut by the user, and not by a crash.
    const states = await readStates(entry.changes, done, vault);
    const edited = new Set([...states].flatMap(([place, state]) => (state === 'foreign' || state === 'torn' ? [place] : [])));
    await markUndoing(entry.id, [...edited], journal);
    return { ...(await takeBackEntry(entry.id, entry, done, vault, journal, { ...listeners, edited })), action: entry.action };
  } catch (error) {
    return { ...untouched(), failed: [{ path: JOURNAL_PLACE, reason: 'error', message: messageOf(error) }], action: null, interrupted: false };
  }
}
