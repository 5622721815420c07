/** `import SOURCE… --vault DIR [--dry-run] [--json]`: notices become notes. */
import { describeDiagnostic, severityOf, type Severity } from '../../src/document/diagnostic';
import { planImport } from '../../src/import-notices';
import type { ImportReport, SourceReport } from '../../src/import-notices';
import type { JournaledResult } from '../../src/plan/apply-with-journal';
import { describeKept, describePlan, describeStays } from '../../src/plan/describe-plan';
import type { FileChange, FileDiagnostic } from '../../src/plan/plan';
import { fetchAddresses, isAddress } from '../addresses';
import { complainOfDiagnostics, complainOfFailures, complainOfSources, ofFile } from '../complaints';
import type { ExitCode } from '../exit-code';
import { nodeReaderHost } from '../html';
import { diagnosticJson, fileDiagnosticJson } from '../notice-json';
import type { DiagnosticJson, FileDiagnosticJson } from '../notice-json';
import { describeDone, describeEnd, isUnwritten } from '../report-plan';
import { reviewJson, type ReviewJson } from '../review-json';
import { collectSources } from '../source-files';
import type { SourceFiles } from '../source-files';
import { printable } from '../terminal';
import type { Terminal } from '../terminal';
import { fill, SENTENCES, SOURCE_PROBLEMS } from '../texts';
import { describeWatched, watchedJson, type WatchedJson } from '../watched';
import { vaultSettings } from '../vault-settings';
import { openWritableVault } from '../writable-vault';

/** What was asked for; sources are files, folders and addresses. */
export interface ImportCommand {
  readonly sources: readonly string[];
  readonly vault: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Imports the sources. 2 where there is no vault, 1 where a source was refused or a note not written; what can be done is done. */
export async function runImport(command: ImportCommand, terminal: Terminal): Promise<ExitCode> {
  const writable = await openWritableVault(command.vault, true, command.dryRun, terminal);
  if (writable === null) return 2;
  const files = collectSources(command.sources.filter((word) => !isAddress(word)));
  complainOfSources(files.problems, terminal);
  const fetched = await fetchAddresses(command.sources);
  const report = await planImport([...files.sources, ...fetched.sources], writable.vault, nodeReaderHost, vaultSettings(command.vault));
  const result = command.dryRun ? null : await writable.apply(report.plan, 'import');
  const diagnostics = [...fetched.diagnostics, ...report.sources.flatMap((source) => ofFile(source.fileName, source.diagnostics)), ...report.plan.diagnostics];
  // That a note was deleted is said of its source.
  const { errors, notes } = complainOfDiagnostics(diagnostics.filter(({ code }) => code !== 'note-deleted'), terminal);
  if (result !== null) complainOfFailures(result.failed, terminal);
  if (command.json) terminal.out(JSON.stringify(importJson(files, fetched.diagnostics, report, result, terminal)));
  else for (const line of describeImport(files, report, result, notes, terminal)) terminal.out(printable(line));
  const refused = report.sources.some(({ outcome }) => outcome === 'refused');
  return files.problems.length > 0 || refused || errors > 0 || isUnwritten(result) ? 1 : 0;
}

/** The likeliest pairs come first; more than these are for the review window. */
const SHOWN_REVIEWS = 20;

/** What an import comes to, for people: one line a source, the plan of a dry run, the counts. */
function describeImport(files: SourceFiles, report: ImportReport, result: JournaledResult | null, notes: number, terminal: Terminal): string[] {
  const { language } = terminal;
  const sources = report.sources.map(({ fileName, outcome, notice, path }) => {
    const said = `${fileName}: ${SENTENCES[outcome][language]}`;
    if (path !== null) return `${said} → ${path}`;
    if (outcome === 'known') return `${fileName}: ${describeKept('deleted-by-user', language)}`;
    return notice === null ? said : `${said} (${notice.title})`;
  });
  const lines = [...describeWatched(report.watched, language), ...sources];
  if (files.skipped.length > 0) lines.push(fill(SENTENCES.passedOver[language], { files: files.skipped.join(language === 'zh' ? '、' : ', ') }));
  lines.push(...(result === null ? describePlan(report.plan, language) : describeStays(report.plan, language)));
  lines.push(fill(SENTENCES.apps[language], { ...report.apps }));
  if (report.review.length > 0) {
    lines.push(fill(SENTENCES.review[language], { count: report.review.length }));
    lines.push(...report.review.slice(0, SHOWN_REVIEWS).map(({ evidence }) => `  ? ${evidence[language]}`));
  }
  if (notes > 0) lines.push(fill(SENTENCES.remarks[language], { count: notes }));
  lines.push(describeDone(report.plan, result, language));
  const end = describeEnd(result, language);
  if (end !== null) lines.push(end);
  return lines;
}

/** What an import comes to, for programs: one object. In a dry run `created`, `changed` and `trashed` are what would be. */
export interface ImportJson {
  readonly dryRun: boolean;
  readonly sources: readonly { readonly file: string; readonly outcome: SourceReport['outcome']; readonly title: string | null; readonly path: string | null; readonly diagnostics: readonly DiagnosticJson[] }[];
  readonly apps: ImportReport['apps'];
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly trashed: readonly string[];
  readonly kept: readonly { readonly path: string; readonly reason: string }[];
  readonly conflicts: readonly { readonly path: string; readonly part: string; readonly kept: string; readonly proposed: string }[];
  /** Pairs of apps that may be one, the likeliest first; `score` from 0 to 1. */
  readonly review: readonly ReviewJson[];
  /** Watched apps and firms that occur in the sources. */
  readonly watched: readonly WatchedJson[];
  /** Findings about notes of the vault. */
  readonly diagnostics: readonly FileDiagnosticJson[];
  /** Sources that could not be had at all. */
  readonly unread: readonly { readonly file: string; readonly reason: string; readonly severity: Severity; readonly message: string }[];
  readonly failed: readonly { readonly path: string; readonly reason: string; readonly message: string }[];
  /** Whether an error of the disk came between, and all that was written before it was taken back. */
  readonly rolledBack: boolean;
  /** Files of the given folders that were passed over. */
  readonly skipped: readonly string[];
  readonly notDone: readonly string[];
}

function importJson(files: SourceFiles, unfetched: readonly FileDiagnostic[], report: ImportReport, result: JournaledResult | null, { language }: Terminal): ImportJson {
  const planned = (...kinds: FileChange['kind'][]): string[] => report.plan.changes.filter((change) => kinds.includes(change.kind)).map(({ path }) => path);
  return {
    dryRun: result === null,
    sources: report.sources.map(({ fileName, outcome, notice, path, diagnostics }) => ({
      file: fileName, outcome, title: notice?.title ?? null, path, diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
    })),
    apps: report.apps,
    created: result?.created ?? planned('create', 'create-binary'),
    changed: result?.updated ?? planned('update'),
    trashed: result?.trashed ?? planned('trash'),
    kept: report.plan.kept,
    conflicts: report.plan.conflicts,
    review: report.review.map((pair) => reviewJson(pair, language)),
    watched: report.watched.map(watchedJson),
    diagnostics: report.plan.diagnostics.map((each) => fileDiagnosticJson(each, language)),
    unread: [
      ...files.problems.map(({ file, reason, detail }) => ({ file, reason, severity: 'error' as const, message: fill(SOURCE_PROBLEMS[reason][language], { detail }) })),
      ...unfetched.map((each) => ({ file: each.file, reason: each.code, severity: severityOf(each), message: describeDiagnostic(each, language) })),
    ],
    rolledBack: result?.rolledBack ?? false,
    failed: result?.failed ?? [],
    skipped: files.skipped,
    notDone: result?.notDone ?? [],
  };
}
