/** A plan carried out, or shown, and what became of it in words: the way of every command that changes notes by a decision. */
import { countPlan, describeCounts, describePlan, describeStays } from '../src/plan/describe-plan';
import type { JournaledResult } from '../src/plan/apply-with-journal';
import type { Language } from '../src/document/diagnostic';
import type { Plan } from '../src/plan/plan';
import type { JournalAction } from '../src/plan/journal-entry';
import { complainOfDiagnostics, complainOfFailures } from './complaints';
import type { ExitCode } from './exit-code';
import { printable } from './terminal';
import type { Terminal } from './terminal';
import { fill, SENTENCES } from './texts';
import type { WritableVault } from './writable-vault';

/** Applies a plan through the journal and says what was done; for `dryRun` shows it and writes nothing. 1 where something was refused or not written. */
export async function carryOut(plan: Plan, { apply }: WritableVault, action: JournalAction, dryRun: boolean, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const { errors } = complainOfDiagnostics(plan.diagnostics, terminal);
  const result = dryRun ? null : await apply(plan, action);
  for (const line of result === null ? describePlan(plan, language) : describeStays(plan, language)) terminal.out(printable(line));
  if (result !== null) complainOfFailures(result.failed, terminal);
  terminal.out(describeDone(plan, result, language));
  const end = describeEnd(result, language);
  if (end !== null) terminal.out(end);
  return errors > 0 || isUnwritten(result) ? 1 : 0;
}

/** What an apply did, as one sentence; what it would do, where `result` is null for a dry run. */
export function describeDone(plan: Plan, result: JournaledResult | null, language: Language): string {
  const counts = countPlan(plan);
  if (result === null) return describeCounts(counts, language);
  return describeCounts({ ...counts, created: result.created.length, changed: result.updated.length, moved: result.moved.length, trashed: result.trashed.length }, language);
}

/** How an apply ended that did not do all it should, or that it was a dry run (null); null where all was done. */
export function describeEnd(result: JournaledResult | null, language: Language): string | null {
  if (result === null) return SENTENCES.dryRun[language];
  if (result.interrupted) return SENTENCES.notFinished[language];
  if (result.rolledBack) return SENTENCES.rolledBack[language];
  return result.notDone.length > 0 ? fill(SENTENCES.stopped[language], { count: result.notDone.length }) : null;
}

/** Whether an apply left something undone; null, a dry run, leaves nothing. */
export function isUnwritten(result: JournaledResult | null): boolean {
  return result !== null && result.failed.length + result.notDone.length > 0;
}
