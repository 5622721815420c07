/** What could not be read or written, as lines on the error stream: file, place, sentence. */
import { severityOf } from '../src/document/diagnostic';
import type { Diagnostic } from '../src/document/diagnostic';
import type { FailedChange } from '../src/plan/apply-plan';
import { describeFileDiagnostic } from '../src/plan/describe-plan';
import type { FileDiagnostic } from '../src/plan/plan';
import { SETTINGS_PLACE, type SettingsOutcome } from '../src/plan/settings-step';
import type { SourceProblem } from './source-files';
import { printable } from './terminal';
import type { Terminal } from './terminal';
import { fill, FAILURES, SENTENCES, SOURCE_PROBLEMS } from './texts';
import { DATA_FILE } from './vault-settings';

/** Sources that could not be had at all. */
export function complainOfSources(problems: readonly SourceProblem[], terminal: Terminal): void {
  for (const { file, reason, detail } of problems) complain(file, fill(SOURCE_PROBLEMS[reason][terminal.language], { detail }), terminal);
}

/** Changes that were not made. */
export function complainOfFailures(failed: readonly FailedChange[], terminal: Terminal): void {
  for (const { path, reason, message } of failed) complain(path === SETTINGS_PLACE ? DATA_FILE : path, fill(FAILURES[reason][terminal.language], { detail: message }), terminal);
}

/** Settings that were not changed with the files, for they had been changed meanwhile. */
export function complainOfSettings({ kept }: SettingsOutcome, terminal: Terminal): void {
  if (kept.length > 0) complain(DATA_FILE, fill(SENTENCES.settingsKept[terminal.language], { names: kept.join(', ') }), terminal);
}

/** Errors and warnings, each once; what is said of notes and rows that were mended (`note`) is only counted. Gives both numbers back. */
export function complainOfDiagnostics(diagnostics: readonly FileDiagnostic[], terminal: Terminal): { readonly errors: number; readonly notes: number } {
  const counts = { error: 0, warning: 0, note: 0 };
  const said = new Set<string>();
  for (const each of diagnostics) {
    const line = describeFileDiagnostic(each, terminal.language);
    if (said.has(line)) continue;
    said.add(line);
    counts[severityOf(each)] += 1;
    if (severityOf(each) !== 'note') terminal.err(printable(line));
  }
  return { errors: counts.error, notes: counts.note };
}

/** The diagnostics of one source, with its name. */
export function ofFile(file: string, diagnostics: readonly Diagnostic[]): FileDiagnostic[] {
  return diagnostics.map((each) => ({ ...each, file }));
}

function complain(file: string, sentence: string, terminal: Terminal): void {
  terminal.err(printable(`${file}${terminal.language === 'zh' ? '：' : ': '}${sentence}`));
}
