/** A vault that a command writes to, with the settings that may change with it: what an earlier call left unfinished is finished first, and all that is written goes through the journal. */
import type { JournalAction } from '../src/plan/journal-entry';
import { applyWithJournal, type JournaledResult } from '../src/plan/apply-with-journal';
import type { Plan } from '../src/plan/plan';
import { describeInterrupted, findInterrupted, finishInterrupted, type InterruptedApply } from '../src/plan/recover';
import type { SettingsStore } from '../src/plan/settings-step';
import type { VaultPort } from '../src/plan/vault-port';
import type { Settings } from '../src/settings';
import { complainOfFailures, complainOfSettings } from './complaints';
import { onlyReading, openJournalFolder, type JournalFolder } from './journal-folder';
import { printable } from './terminal';
import type { Terminal } from './terminal';
import { fill, SENTENCES, workOf } from './texts';
import { folderOutside } from './vault-folders';
import { openVaultFolder } from './vault-folder';
import { vaultSettingsStore } from './vault-settings';

/** A vault that is open for writing. */
export interface WritableVault {
  readonly vault: VaultPort;
  /** @param settings those that change with the files, and go back with them */
  readonly apply: (plan: Plan, action: JournalAction, settings?: { readonly before: Settings; readonly after: Settings }) => Promise<JournaledResult>;
}

/**
 * Opens the vault, or says why not and gives null. A dry run only says what would be finished first.
 * @throws Error where another call is writing to it, or where what was left unfinished cannot be finished
 */
export async function openWritableVault(folder: string, mayBeNew: boolean, dryRun: boolean, terminal: Terminal): Promise<WritableVault | null> {
  const vault = openVaultFolder(folder, mayBeNew, terminal);
  if (vault === null) return null;
  const journal = openJournalFolder(folder);
  const store = vaultSettingsStore(folder);
  await finishEarlier(vault, journal, store, dryRun, terminal);
  return {
    vault,
    apply: (plan, action, settings) => underLock(journal, terminal, plan.changes.length > 0 || settings !== undefined, () =>
      applyWithJournal(plan, vault, journal.store, {
        action, startedAt: new Date().toISOString(), onProgress: terminal.progress, shouldStop: terminal.stopped, ...(settings === undefined ? {} : { settings: { ...settings, store } }),
      }).catch((error: unknown) => {
        throw inWords(error, terminal);
      })),
  };
}

/** Opens the vault for a command that only reads, or says why not and gives null. That an earlier call was cut off is said: what is read may be half of it. */
export async function openReadableVault(folder: string, terminal: Terminal): Promise<VaultPort | null> {
  const vault = openVaultFolder(folder, false, terminal);
  const journal = vault === null ? null : openJournalFolder(folder);
  if (journal?.isLocked() === false) sayCutOff(await findInterrupted(onlyReading(journal.store)), terminal);
  return vault;
}

function sayCutOff(interrupted: InterruptedApply | null, { err, language }: Terminal): void {
  if (interrupted !== null) err(fill(SENTENCES.wasCutOff[language], workOf(interrupted, language)));
}

/** A folder that leads out of the vault is found before anything is written. */
function inWords(error: unknown, { language }: Terminal): unknown {
  const folder = folderOutside(error);
  return folder === null ? error : new Error(fill(SENTENCES.folderOutside[language], { folder }));
}

async function finishEarlier(vault: VaultPort, journal: JournalFolder, settings: SettingsStore, dryRun: boolean, terminal: Terminal): Promise<void> {
  const { language } = terminal;
  if ((await journal.store.list()).length === 0) return;
  const isLooking = dryRun || journal.isLocked();
  const interrupted = isLooking ? await findInterrupted(onlyReading(journal.store)) : await findInterrupted(journal.store, damagedTeller(terminal));
  if (interrupted === null) return;
  if (dryRun) {
    refuseWhileLocked(journal, terminal);
    sayCutOff(interrupted, terminal);
    return;
  }
  const result = await underLock(journal, terminal, true, async () => {
    // Another call may have been at work on it a moment ago, and have finished it or taken it back.
    const left = await findInterrupted(journal.store);
    if (left === null) return null;
    const { missing } = await describeInterrupted(left, vault);
    const text = left.isUndo ? SENTENCES.finishesUndo : SENTENCES.finishesFirst;
    terminal.err(fill(text[language], { ...workOf(left, language), count: missing.length }));
    return finishInterrupted(left, vault, journal.store, { settings });
  });
  if (result === null) return;
  complainOfFailures(result.failed, terminal);
  complainOfSettings(result.settings, terminal);
  if (result.interrupted) throw new Error(SENTENCES.notFinished[language]);
}

/** Says that a record of the journal was set aside. */
export function damagedTeller({ language, err }: Terminal): (name: string) => void {
  return (name) => err(printable(fill(SENTENCES.damagedJournal[language], { name })));
}

/** What another call is writing at this moment was not cut off. @throws Error that says so */
export function refuseWhileLocked(journal: JournalFolder, { language }: Terminal): void {
  if (journal.isLocked()) throw new Error(SENTENCES.busy[language]);
}

/** Runs what writes while no other call can. */
export async function underLock<T>(journal: JournalFolder, { language }: Terminal, isNeeded: boolean, run: () => Promise<T>): Promise<T> {
  if (!isNeeded) return run();
  if (!journal.lock()) throw new Error(SENTENCES.busy[language]);
  try {
    return await run();
  } finally {
    journal.unlock();
  }
}
