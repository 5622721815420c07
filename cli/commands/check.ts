/** `check --vault DIR [--json]`: what a person should look at in the vault, and the apps that may be one. */
import { severityOf } from '../../src/document/diagnostic';
import { checkVault, type VaultCheck } from '../../src/insight/check-vault';
import { describeFileDiagnostic } from '../../src/plan/describe-plan';
import type { ExitCode } from '../exit-code';
import { nodeReaderHost } from '../html';
import { fileDiagnosticJson, type FileDiagnosticJson } from '../notice-json';
import { reviewJson, type ReviewJson } from '../review-json';
import { printable } from '../terminal';
import type { Terminal } from '../terminal';
import { fill, SENTENCES } from '../texts';
import { vaultSettings } from '../vault-settings';
import { openReadableVault } from '../writable-vault';

/** What `check --json` prints: one object. */
export interface CheckJson {
  readonly counts: VaultCheck['counts'];
  readonly findings: readonly FileDiagnosticJson[];
  /** Figures of news that count notices, and what the vault comes to. */
  readonly figures: VaultCheck['figures'];
  readonly review: readonly ReviewJson[];
}

/** Checks the vault. 2 where there is no vault, 1 where the check was stopped or found an error. */
export async function runCheck(command: { readonly vault: string; readonly json: boolean }, terminal: Terminal): Promise<ExitCode> {
  const { language, progress, stopped } = terminal;
  const vault = await openReadableVault(command.vault, terminal);
  if (vault === null) return 2;
  const check = await checkVault(vault, vaultSettings(command.vault), nodeReaderHost, { onProgress: progress, shouldStop: stopped });
  if (!check.isComplete) {
    terminal.err(SENTENCES.checkStopped[language]);
    return 1;
  }
  if (command.json) {
    const { counts, findings, figures, review } = check;
    const json: CheckJson = { counts, findings: findings.map((each) => fileDiagnosticJson(each, language)), figures, review: review.map((pair) => reviewJson(pair, language)) };
    terminal.out(JSON.stringify(json));
  } else printCheck(check, terminal);
  return check.findings.some((each) => severityOf(each) === 'error') ? 1 : 0;
}

function printCheck({ counts, findings, review }: VaultCheck, { out, language }: Terminal): void {
  const { error, warning, note } = counts.findings;
  out(fill(SENTENCES.checked[language], { notices: counts.notices, entries: counts.entries, apps: counts.apps, news: counts.news, errors: error, warnings: warning, notes: note }));
  for (const each of findings) out(printable(`  ${describeFileDiagnostic(each, language)}`));
  out(fill(SENTENCES.review[language], { count: review.length }));
  for (const { evidence, a, b } of review) {
    out(printable(`  ? ${evidence[language]}`));
    out(printable(`      ${a.path ?? a.name}  |  ${b.path ?? b.name}`));
  }
}
