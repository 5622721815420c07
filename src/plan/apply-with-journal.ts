/**
 * Carries a Plan out so that it can be taken back, by the user or after a crash: the whole plan is in the journal before
 * the first file is touched. An error of the host (disk full, no permission) takes everything back at once; a file that
 * changed since the preview does not: it is left alone and named, and the rest is done.
 */
import { messageOf } from '../document/message-of';
import { removeEmptied, takeSettingsBack, takesSettings, untouched, writeSettings } from './after-files';
import { applyChange, withoutCause, type ChangeFailure } from './apply-change';
import { applyChanges, type ApplyListeners, type ApplyResult, type FailedChange } from './apply-plan';
import { beginEntry, entryName, forgetEntry, markApplied, pruneJournal, withoutSettings, type JournalStore } from './journal';
import type { JournalAction, JournalEntry } from './journal-entry';
import type { Settings } from '../settings';
import type { FileChange, Plan } from './plan';
import { planSettings, SETTINGS_PLACE, type SettingsOutcome, type SettingsStore, type SettingsTexts } from './settings-step';
import { takeBack, type TakeBackOptions } from './take-back';
import { pathKey } from './paths';
import type { VaultPort } from './vault-port';

/** What an apply is called in the journal, and who follows it. */
export interface JournalOptions extends ApplyListeners {
  readonly action: JournalAction;
  /** ISO time. */
  readonly startedAt: string;
  /** Settings that change together with the files: after the last of them, and not where the user stopped. */
  readonly settings?: { readonly before: Settings; readonly after: Settings; readonly store: SettingsStore } | undefined;
}

/** What whoever finishes, rolls back or undoes may hand in. */
export interface RecoverOptions extends ApplyListeners {
  /** Needed where settings changed with the files. */
  readonly settings?: SettingsStore | undefined;
}

/** What became of an apply. */
export interface JournaledResult extends ApplyResult {
  /** Whether the host refused a write and all that was done before it was taken back: the vault is as it was. */
  readonly rolledBack: boolean;
  /** Whether the host let neither the one nor the other be finished: the journal knows, and the next start goes on. */
  readonly interrupted: boolean;
  readonly settings: SettingsOutcome;
}

/** Where an error of the journal is said to lie, in place of a file's path. */
export const JOURNAL_PLACE = 'journal';

/** Never throws for a file, nor for a journal that cannot be written: then nothing is done, and the result says so. */
export async function applyWithJournal(plan: Plan, vault: VaultPort, journal: JournalStore, options: JournalOptions): Promise<JournaledResult> {
  const { changes } = plan;
  const hopeless = changes.length === 0 ? new Map<number, ChangeFailure>() : await findHopeless(changes, vault);
  let settings: SettingsTexts | null;
  try {
    settings = options.settings === undefined ? null : planSettings(await options.settings.store.read(), options.settings.before, options.settings.after);
  } catch (error) {
    return nothingDone(changes, { path: SETTINGS_PLACE, reason: 'error', message: messageOf(error) });
  }
  if (hopeless.size === changes.length && (changes.length > 0 || settings === null)) {
    return { ...untouched(), failed: [...hopeless.values()].map(withoutCause), rolledBack: false, interrupted: false };
  }
  const entry: JournalEntry = {
    action: options.action, startedAt: options.startedAt, folders: (await vault.foldersToMake?.(changes)) ?? [], skipped: [...hopeless.keys()], changes,
    emptied: plan.emptied ?? [], ...(settings === null ? {} : { settings }),
  };
  let id: string;
  try {
    id = await beginEntry(entry, journal);
  } catch (error) {
    await pruneJournal(journal).catch(() => undefined);
    return nothingDone(changes, { path: JOURNAL_PLACE, reason: 'error', message: messageOf(error) });
  }
  const { onProgress, shouldStop } = options;
  const make = async (change: FileChange, place: number): Promise<ChangeFailure | null> => hopeless.get(place) ?? applyChange(change, vault);
  const { result, done, hostError } = await applyChanges(changes, { make, endsAtHostError: true, onProgress, shouldStop });
  const store = options.settings?.store;
  if (hostError !== null) return rollBack(id, entry, withoutCause(hostError), vault, journal, store);
  const written = takesSettings(result, done, entry) ? entry : withoutSettings(entry);
  let { settings: outcome } = untouched();
  let place = changes[0]?.path ?? '';
  try {
    await vault.flush?.();
    await removeEmptied(entry, result, vault);
    place = SETTINGS_PLACE;
    outcome = await writeSettings(written, store);
  } catch (error) {
    return rollBack(id, entry, { path: place, reason: 'error', message: messageOf(error) }, vault, journal, store);
  }
  return { ...result, rolledBack: false, interrupted: !(await isClosed(id, done, written, journal)), settings: outcome };
}

/** Changes that cannot be made as the vault is now: what stands in the way of a new file, or is gone. They are not tried, or a crash could not tell theirs from ours. */
async function findHopeless(changes: readonly FileChange[], vault: VaultPort): Promise<Map<number, ChangeFailure>> {
  const taken = new Set((await vault.listPaths()).map(pathKey));
  const found = new Map<number, ChangeFailure>();
  for (const [place, change] of changes.entries()) {
    const { path } = change;
    const key = pathKey(path);
    const isNew = change.kind === 'create' || change.kind === 'create-binary';
    if (isNew ? taken.has(key) : !taken.has(key)) {
      found.set(place, { path, reason: isNew ? 'already-exists' : 'changed-since-preview', message: '', isHostError: false });
    } else if (change.kind === 'move' && pathKey(change.to) !== key && taken.has(pathKey(change.to))) {
      found.set(place, { path, reason: 'already-exists', message: '', isHostError: false });
    } else {
      if (change.kind === 'move' || change.kind === 'trash') taken.delete(key);
      if (change.kind === 'move') taken.add(pathKey(change.to));
      if (isNew) taken.add(key);
    }
  }
  return found;
}

async function rollBack(id: string, entry: JournalEntry, failure: FailedChange, vault: VaultPort, journal: JournalStore, settings: SettingsStore | undefined): Promise<JournaledResult> {
  const places = placesOf(entry);
  const taken = await takeBackEntry(id, entry, places, vault, journal, { settings });
  const none = nothingDone(entry.changes, failure);
  return { ...none, failed: [failure, ...taken.failed], rolledBack: !taken.interrupted, interrupted: taken.interrupted, settings: taken.settings };
}

/** Takes an entry back and forgets it. Shared by the rolling back of an error, of a crash, and by undo. Never throws. */
export async function takeBackEntry(
  id: string, entry: JournalEntry, places: readonly number[], vault: VaultPort, journal: JournalStore, options: TakeBackOptions = {},
): Promise<ApplyResult & Pick<JournaledResult, 'interrupted' | 'settings'>> {
  try {
    const { result, left, hostError } = await takeBack(entry.changes, places, vault, options);
    await vault.flush?.();
    let { settings } = untouched();
    if (hostError !== null) return { ...result, interrupted: true, settings };
    if (left.length > 0) await markApplied(id, left, entry, journal);
    else {
      settings = await takeSettingsBack(entry, options.settings);
      await vault.removeEmptyFolders?.([...entry.folders].reverse());
      await forgetEntry(id, journal);
    }
    return { ...result, interrupted: false, settings };
  } catch (error) {
    return { ...untouched(), failed: [{ path: `journal/${entryName(id)}`, reason: 'error', message: messageOf(error) }], interrupted: true };
  }
}

/** Places of the changes that were tried. */
export function placesOf({ changes, skipped }: JournalEntry): readonly number[] {
  const never = new Set(skipped);
  return changes.flatMap((_, place) => (never.has(place) ? [] : [place]));
}

/** Takes the entry down as done, or forgets it where nothing was; says whether the journal took it. */
export async function isClosed(id: string, done: readonly number[], entry: JournalEntry, journal: JournalStore): Promise<boolean> {
  try {
    if (done.length === 0 && entry.settings === undefined) await forgetEntry(id, journal);
    else await markApplied(id, done, entry, journal);
  } catch {
    return false;
  }
  // A journal that is longer than it should be harms nobody.
  await pruneJournal(journal).catch(() => undefined);
  return true;
}

function nothingDone(changes: readonly FileChange[], failure: FailedChange): JournaledResult {
  return { ...untouched(), failed: [failure], notDone: changes.map(({ path }) => path).filter((path) => path !== failure.path), rolledBack: true, interrupted: false };
}
