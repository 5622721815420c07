/** Work at the files of a vault as a window sees it: it goes on file by file, can be stopped, and may be taken back. */
import type { ApplyResult } from '../plan/apply-plan';
import type { Plan } from '../plan/plan';
import type { SettingsOutcome } from '../plan/settings-step';

/** Work at many files: it tells how far it is, and asks before each file whether to stop. */
export type FileWork = (onProgress: (done: number, total: number, path: string) => void, shouldStop: () => boolean) => Promise<ApplyOutcome>;

/** Carries out the plan that a window shows. */
export type CarryOut = (plan: Plan, ...work: Parameters<FileWork>) => Promise<ApplyOutcome>;

/** What was done to the files, and what can be done about it. */
export interface ApplyOutcome extends ApplyResult {
  /** Takes back what was done; left out where there is nothing, or it is itself the taking back. */
  readonly takeBack?: FileWork;
  /** The host failed (disk full, no permission), and all files are as they were before. */
  readonly rolledBack?: boolean;
  /** What became of the settings that go with the files. */
  readonly settings?: SettingsOutcome;
  /** The host let neither the work nor the taking back be finished. */
  readonly interrupted?: boolean;
}

/** What stands in the way of a piece of work; the windows have the words for it. */
export class WorkRefused extends Error {
  constructor(readonly why: 'unfinished' | 'not-the-last') {
    super(why);
  }
}
