/** `index --vault DIR [--dry-run]`: the index pages in order. */
import { planIndex } from '../../src/import-notices';
import { applyPlan } from '../../src/plan/apply-plan';
import { countPlan, describeCounts, describePlan } from '../../src/plan/describe-plan';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { complainOfDiagnostics, complainOfFailures } from '../complaints';
import type { ExitCode } from '../exit-code';
import { printable } from '../terminal';
import type { Terminal } from '../terminal';
import { fill, SENTENCES } from '../texts';
import { openVaultFolder } from '../vault-folder';

export async function runIndex(command: { readonly vault: string; readonly dryRun: boolean }, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const vault = openVaultFolder(command.vault, false, terminal);
  if (vault === null) return 2;
  const plan = await planIndex(vault, DEFAULT_SETTINGS);
  const { errors } = complainOfDiagnostics(plan.diagnostics, terminal);
  const counts = countPlan(plan);
  if (command.dryRun) {
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
