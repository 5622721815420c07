/** A vault that a command writes to: what an earlier call left unfinished is finished first, and all that is written goes through the journal. */
import type { JournalAction } from '../src/plan/journal-entry';
import { applyWithJournal, type JournaledResult } from '../src/plan/apply-with-journal';
import type { Plan } from '../src/plan/plan';
import { describeInterrupted, findInterrupted, finishInterrupted } from '../src/plan/recover';
import type { VaultPort } from '../src/plan/vault-port';
import { complainOfFailures } from './complaints';
import { openJournalFolder, type JournalFolder } from './journal-folder';
import { printable } from './terminal';
import type { Terminal } from './terminal';
import { ACTIONS, fill, SENTENCES } from './texts';
import { openVaultFolder } from './vault-folder';

export interface WritableVault {
  readonly vault: VaultPort;
  readonly apply: (plan: Plan, action: JournalAction) => Promise<JournaledResult>;
}

/**
 * Opens the vault, or says why not and gives null. A dry run only says what would be finished first.
 * @throws Error where another call is writing to it, or where what was left unfinished cannot be finished
 */
export async function openWritableVault(folder: string, mayBeNew: boolean, dryRun: boolean, terminal: Terminal): Promise<WritableVault | null> {
  const vault = openVaultFolder(folder, mayBeNew, terminal);
  if (vault === null) return null;
  const journal = openJournalFolder(folder);
  await finishEarlier(vault, journal, dryRun, terminal);
  return {
    vault,
    apply: (plan, action) => underLock(journal, terminal, plan.changes.length > 0, () =>
      applyWithJournal(plan, vault, journal.store, { action, startedAt: new Date().toISOString(), onProgress: terminal.progress, shouldStop: terminal.stopped })),
  };
}

async function finishEarlier(vault: VaultPort, journal: JournalFolder, dryRun: boolean, terminal: Terminal): Promise<void> {
  const { language } = terminal;
  if ((await journal.store.list()).length === 0) return;
  const interrupted = await findInterrupted(journal.store, (name) => terminal.err(printable(fill(SENTENCES.damagedJournal[language], { name }))));
  if (interrupted === null) return;
  const { missing } = await describeInterrupted(interrupted, vault);
  const text = interrupted.isUndo ? SENTENCES.finishesUndo : SENTENCES.finishesFirst;
  terminal.err(fill((dryRun ? SENTENCES.wasCutOff : text)[language], { action: ACTIONS[interrupted.action][language], at: interrupted.at, count: missing.length }));
  if (dryRun) return;
  const result = await underLock(journal, terminal, true, () => finishInterrupted(interrupted, vault, journal.store));
  complainOfFailures(result.failed, terminal);
  if (result.interrupted) throw new Error(SENTENCES.notFinished[language]);
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
