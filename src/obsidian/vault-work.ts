/** All that changes the vault goes through here, and the settings that change with it: one piece of work at a time, each of them in the journal of this device. */
import { applyWithJournal } from '../plan/apply-with-journal';
import type { JournalStore } from '../plan/journal';
import type { JournalAction } from '../plan/journal-entry';
import { describeInterrupted, findInterrupted, finishInterrupted, rollBackInterrupted, type InterruptedApply } from '../plan/recover';
import type { SettingsStore } from '../plan/settings-step';
import { lastApply, undoLast, type LastApply } from '../plan/undo-last';
import type { VaultPort } from '../plan/vault-port';
import type { Settings } from '../settings';
import { WorkRefused, type ApplyOutcome, type CarryOut, type FileWork } from './file-work';

/** What was cut off, and how far it got file by file. */
export type Unfinished = InterruptedApply & { readonly files: Awaited<ReturnType<typeof describeInterrupted>> };

/** One object for the plugin. */
export class VaultWork {
  private running: Promise<unknown> = Promise.resolve();
  private hasEntries = false;
  private isCutOff = false;

  /**
   * @param saveNotes saves what the user typed and the app did not write yet
   * @param onDamaged told the name under which a record of the journal was set aside, for it made no sense
   */
  constructor(
    private readonly vault: VaultPort,
    private readonly journal: JournalStore,
    private readonly settings: SettingsStore,
    private readonly saveNotes: () => Promise<void>,
    private readonly onDamaged: (name: string) => void = () => undefined,
  ) {}

  /** Whether there is anything that `undo` could take back, as far as is known without looking. */
  get canUndo(): boolean {
    return this.hasEntries && !this.isCutOff;
  }

  /** Whether an apply or an undo of this device was cut off. */
  get isUnfinished(): boolean {
    return this.isCutOff;
  }

  /** What was cut off, and how far it got; null where nothing was. To be asked once when the app has started. */
  findUnfinished(): Promise<Unfinished | null> {
    return this.oneAtATime(() => this.settle());
  }

  /** What an undo would take back; null where there is nothing. */
  last(): Promise<LastApply | null> {
    return this.oneAtATime(() => lastApply(this.journal, this.onDamaged));
  }

  /**
   * Carries plans out. Refused where something is unfinished: the two would get in each other's way.
   * @param settings those that change with the files, there and back
   */
  carryOut(action: JournalAction, settings?: { readonly before: Settings; readonly after: Settings }): CarryOut {
    return (plan, onProgress, shouldStop) =>
      this.oneAtATime(async () => {
        if ((await this.settle()) !== null) throw new WorkRefused('unfinished');
        const startedAt = new Date().toISOString();
        const result = await applyWithJournal(plan, this.vault, this.journal, {
          action, startedAt, onProgress, shouldStop, ...(settings === undefined ? {} : { settings: { ...settings, store: this.settings } }),
        });
        // All is written, and only the journal could not be closed: it is when there is room again.
        if (result.interrupted && result.failed.length + result.notDone.length === 0) return { ...result, interrupted: false };
        return result.rolledBack || result.interrupted ? result : { ...result, takeBack: this.undo(startedAt) };
      });
  }

  /**
   * Takes the last apply back.
   * @param at the time of the apply that is meant: refused where another one was made since
   */
  undo(at?: string): FileWork {
    return (onProgress, shouldStop) =>
      this.oneAtATime(async () => {
        if ((await this.settle()) !== null) throw new WorkRefused('unfinished');
        if (at !== undefined && (await lastApply(this.journal, this.onDamaged))?.at !== at) throw new WorkRefused('not-the-last');
        // What was typed since into a new note must be in its file before the file is compared and trashed.
        await this.saveNotes();
        return undoLast(this.vault, this.journal, { onProgress, shouldStop, settings: this.settings });
      });
  }

  /** Does the rest of what was cut off. */
  finish(unfinished: InterruptedApply): FileWork {
    return this.recovery(unfinished, finishInterrupted);
  }

  /** Takes back what was done before it was cut off. */
  rollBack(unfinished: InterruptedApply): FileWork {
    return this.recovery(unfinished, rollBackInterrupted);
  }

  /** What is unfinished. Where nothing is missing but a word in the journal there is nothing to ask the user. */
  private async settle(): Promise<Unfinished | null> {
    const found = await findInterrupted(this.journal, this.onDamaged);
    if (found === null) return null;
    const files = await describeInterrupted(found, this.vault);
    if (files.missing.length + files.edited.length > 0) return { ...found, files };
    const { interrupted } = await finishInterrupted(found, this.vault, this.journal, { settings: this.settings });
    return interrupted ? { ...found, files } : null;
  }

  private recovery(unfinished: InterruptedApply, recover: typeof finishInterrupted): FileWork {
    return (onProgress, shouldStop) =>
      this.oneAtATime(async (): Promise<ApplyOutcome> => {
        await this.saveNotes();
        const result = await recover(unfinished, this.vault, this.journal, { onProgress, shouldStop, settings: this.settings });
        // That all was put back is what the user asked for here, and no failure.
        return { ...result, rolledBack: false };
      });
  }

  /** The journal of a running apply looks like that of one that was cut off: nothing may look at it meanwhile. */
  private async oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const before = this.running;
    const mine = before.then(work);
    this.running = mine.then(() => this.lookUp(), () => this.lookUp());
    const result = await mine;
    await this.running;
    return result;
  }

  private async lookUp(): Promise<void> {
    try {
      this.hasEntries = (await this.journal.list()).length > 0;
      this.isCutOff = this.hasEntries && (await findInterrupted(this.journal, this.onDamaged)) !== null;
    } catch (error) {
      console.error(error);
    }
  }
}
