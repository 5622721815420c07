/** A plan carried out, or shown, and what became of it in words: the way of every command that changes notes by a decision. */
import { countPlan, describeCounts, describePlan } from '../src/plan/describe-plan';
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
  const counts = countPlan(plan);
  if (dryRun) {
    for (const line of describePlan(plan, language)) terminal.out(printable(line));
    terminal.out(describeCounts(counts, language));
    terminal.out(SENTENCES.dryRun[language]);
    return errors > 0 ? 1 : 0;
  }
  const result = await apply(plan, action);
  complainOfFailures(result.failed, terminal);
  terminal.out(describeCounts({ ...counts, created: result.created.length, changed: result.updated.length, moved: result.moved.length, trashed: result.trashed.length }, language));
  const end = describeEnd(result, language);
  if (end !== null) terminal.out(end);
  return errors + result.failed.length + result.notDone.length > 0 ? 1 : 0;
}

/** How an apply ended that did not do all it should; null where it did. */
export function describeEnd(result: JournaledResult, language: Language): string | null {
  if (result.interrupted) return SENTENCES.notFinished[language];
  if (result.rolledBack) return SENTENCES.rolledBack[language];
  return result.notDone.length > 0 ? fill(SENTENCES.stopped[language], { count: result.notDone.length }) : null;
}
