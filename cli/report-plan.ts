/** A plan carried out, or shown, and what became of it in words: the way of every command that changes notes by a decision. */
import { applyPlan } from '../src/plan/apply-plan';
import { countPlan, describeCounts, describePlan } from '../src/plan/describe-plan';
import type { Plan } from '../src/plan/plan';
import type { VaultPort } from '../src/plan/vault-port';
import { complainOfDiagnostics, complainOfFailures } from './complaints';
import type { ExitCode } from './exit-code';
import { printable } from './terminal';
import type { Terminal } from './terminal';
import { fill, SENTENCES } from './texts';

export async function carryOut(plan: Plan, vault: VaultPort, dryRun: boolean, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const { errors } = complainOfDiagnostics(plan.diagnostics, terminal);
  const counts = countPlan(plan);
  if (dryRun) {
    for (const line of describePlan(plan, language)) terminal.out(printable(line));
    terminal.out(describeCounts(counts, language));
    terminal.out(SENTENCES.dryRun[language]);
    return errors > 0 ? 1 : 0;
  }
  const result = await applyPlan(plan, vault, terminal.progress, terminal.stopped);
  complainOfFailures(result.failed, terminal);
  terminal.out(describeCounts({ ...counts, created: result.created.length, changed: result.updated.length, trashed: result.trashed.length }, language));
  if (result.notDone.length > 0) terminal.out(fill(SENTENCES.stopped[language], { count: result.notDone.length }));
  return errors + result.failed.length + result.notDone.length > 0 ? 1 : 0;
}
