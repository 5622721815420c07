/** `undo --vault DIR [--dry-run] [--json]`: the last thing that was done to the vault is taken back; what was cut off before that, if anything was. */
import type { ApplyResult, FailedChange } from '../../src/plan/apply-plan';
import { UNTOUCHED_SETTINGS, type SettingsOutcome } from '../../src/plan/settings-step';
import { describePlan } from '../../src/plan/describe-plan';
import { findInterrupted } from '../../src/plan/recover';
import { lastApply, undoLast } from '../../src/plan/undo-last';
import { complainOfFailures, complainOfSettings } from '../complaints';
import type { ExitCode } from '../exit-code';
import { onlyReading, openJournalFolder } from '../journal-folder';
import { printable } from '../terminal';
import type { Terminal } from '../terminal';
import { fill, SENTENCES, workOf } from '../texts';
import { openVaultFolder } from '../vault-folder';
import { vaultSettingsStore } from '../vault-settings';
import { damagedTeller, refuseWhileLocked, underLock } from '../writable-vault';

/** What was asked for. */
export interface UndoCommand {
  readonly vault: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** What `undo --json` prints: one object. `action` and `at` are null where there was nothing to undo; in a dry run the lists are what would be. */
export interface UndoJson {
  readonly dryRun: boolean;
  readonly action: string | null;
  readonly at: string | null;
  /** Files that went, because they had been made. */
  readonly removed: readonly string[];
  /** Files that hold again what they held before. */
  readonly changed: readonly string[];
  /** Files that are back at their old path; named by the path that they leave. */
  readonly moved: readonly string[];
  /** Files that came back from the trash. */
  readonly restored: readonly string[];
  /** Files that were left as they are, and why. */
  readonly left: readonly FailedChange[];
  readonly notDone: readonly string[];
  /** Whether settings are as before again, and which were left because they had been changed since. */
  readonly settings: SettingsOutcome;
}

/** Takes the last apply back. 2 where there is no vault, 1 where a file was left as it is. */
export async function runUndo(command: UndoCommand, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const vault = openVaultFolder(command.vault, false, terminal);
  if (vault === null) return 2;
  const journal = openJournalFolder(command.vault);
  const store = command.dryRun ? onlyReading(journal.store) : journal.store;
  const onDamaged = command.dryRun ? undefined : damagedTeller(terminal);
  const cutOff = await findInterrupted(store, onDamaged);
  const last = cutOff ?? (await lastApply(store, onDamaged));
  const report = (result: ApplyResult, settings = UNTOUCHED_SETTINGS): ExitCode => {
    if (command.json) terminal.out(JSON.stringify(undoJson(result, settings, last, command.dryRun)));
    else terminal.out(last === null ? SENTENCES.nothingToUndo[language] : fill(SENTENCES[command.dryRun ? 'undoable' : 'undone'][language], {
      ...workOf(last, language), removed: result.trashed.length, changed: result.updated.length + result.moved.length, restored: result.created.length,
    }));
    if (!command.json && settings.changed) terminal.out(SENTENCES[command.dryRun ? 'settingsToGoBack' : 'settingsBack'][language]);
    return result.failed.length + result.notDone.length > 0 ? 1 : 0;
  };
  if (last === null) {
    // A call that was killed before it began can have left an empty journal.
    if (!command.dryRun && journal.exists()) await underLock(journal, terminal, true, () => Promise.resolve());
    return report(NOTHING);
  }
  if (command.dryRun) {
    if (cutOff !== null) refuseWhileLocked(journal, terminal);
    if (cutOff !== null) terminal.err(fill(SENTENCES.wasCutOff[language], workOf(cutOff, language)));
    const inverse = 'inverse' in last ? last.inverse : null;
    if (!command.json && inverse !== null) for (const line of describePlan(inverse, language)) terminal.out(printable(line));
    const of = (...kinds: readonly string[]): string[] => (inverse?.changes ?? []).flatMap(({ kind, path }) => (kinds.includes(kind) ? [path] : []));
    // Of what was cut off the journal does not say how far it got: the line above has said all.
    const code = cutOff !== null && !command.json ? 0 : report({ created: of('create'), updated: of('update'), moved: of('move'), trashed: of('trash'), failed: [], notDone: [] }, { changed: 'settings' in last && last.settings, kept: [] });
    if (!command.json) terminal.out(SENTENCES.dryRun[language]);
    return code;
  }
  const result = await underLock(journal, terminal, true, () => undoLast(vault, journal.store, { onProgress: terminal.progress, shouldStop: terminal.stopped, settings: vaultSettingsStore(command.vault) }));
  complainOfFailures(result.failed, terminal);
  complainOfSettings(result.settings, terminal);
  if (result.interrupted) terminal.err(SENTENCES.notFinished[language]);
  return report(result, result.settings);
}

const NOTHING: ApplyResult = { created: [], updated: [], moved: [], trashed: [], failed: [], notDone: [] };

function undoJson(result: ApplyResult, settings: SettingsOutcome, last: { readonly action: string; readonly at: string } | null, dryRun: boolean): UndoJson {
  return {
    dryRun, action: last?.action ?? null, at: last?.at ?? null,
    removed: result.trashed, changed: result.updated, moved: result.moved, restored: result.created, left: result.failed, notDone: result.notDone, settings,
  };
}
