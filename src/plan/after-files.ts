/** What an entry of the journal does once its files are done: folders that are empty go, and the settings follow. */
import { emptyResult, type ApplyResult } from './apply-plan';
import type { JournalEntry } from './journal-entry';
import { stepSettings, UNTOUCHED_SETTINGS, type SettingsOutcome, type SettingsStore } from './settings-step';
import type { VaultPort } from './vault-port';

/** Whether the settings follow: they speak of the files, and wait where the user stopped or where no file could be written. */
export function takesSettings({ notDone }: ApplyResult, done: readonly number[], { changes }: JournalEntry): boolean {
  return notDone.length === 0 && (changes.length === 0 || done.length > 0);
}

/** @throws what the store throws; Error where there is none and it is needed */
export async function writeSettings({ settings }: JournalEntry, store: SettingsStore | undefined): Promise<SettingsOutcome> {
  return settings === undefined ? UNTOUCHED_SETTINGS : stepSettings(settings.before, settings.after, needed(store));
}

/** @throws as `writeSettings` */
export async function takeSettingsBack({ settings }: JournalEntry, store: SettingsStore | undefined): Promise<SettingsOutcome> {
  return settings === undefined ? UNTOUCHED_SETTINGS : stepSettings(settings.after, settings.before, needed(store));
}

/** An empty folder that stays harms nobody: an error counts for nothing. */
export async function removeEmptied({ emptied = [] }: JournalEntry, { notDone }: ApplyResult, vault: VaultPort): Promise<void> {
  if (emptied.length > 0 && notDone.length === 0) await vault.removeEmptyFolders?.(emptied).catch(() => undefined);
}

/** A result in which nothing is done yet, neither to files nor to settings. */
export function untouched(): ApplyResult & { readonly settings: SettingsOutcome } {
  return { ...emptyResult(), settings: UNTOUCHED_SETTINGS };
}

function needed(store: SettingsStore | undefined): SettingsStore {
  if (store === undefined) throw new Error('Settings changed with these files, and nobody says where the settings are.');
  return store;
}
