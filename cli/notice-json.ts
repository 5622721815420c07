/** The notice as `parse --json` prints it: the public contract of docs/notice-json.md, its keys in that order. */
import { describeDiagnostic, describePlace, severityOf } from '../src/document/diagnostic';
import type { Diagnostic, Language, Severity } from '../src/document/diagnostic';
import type { Notice } from '../src/notice/notice';
import type { FileDiagnostic } from '../src/plan/plan';

/** A diagnostic for programs; `message` is in the language of the terminal. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  /** `list 1, row 39` or `line 41`, always in English: programs read it. Empty where there is no place. */
  readonly place: string;
  readonly message: string;
}

/** A diagnostic as it is printed. */
export function diagnosticJson(diagnostic: Diagnostic, language: Language): DiagnosticJson {
  return { code: diagnostic.code, severity: severityOf(diagnostic), place: describePlace(diagnostic.place, 'en'), message: describeDiagnostic(diagnostic, language) };
}

/** A diagnostic with the file that it speaks of, for programs. */
export type FileDiagnosticJson = { readonly file: string } & DiagnosticJson;

/** A diagnostic of a file as it is printed. */
export function fileDiagnosticJson(diagnostic: FileDiagnostic, language: Language): FileDiagnosticJson {
  return { file: diagnostic.file, ...diagnosticJson(diagnostic, language) };
}

/** A notice with the file that it was read from. */
export type NoticeJson = { readonly file: string } & Omit<Notice, 'diagnostics'> & { readonly diagnostics: readonly DiagnosticJson[] };

/** @param file the source as the user named it */
export function noticeJson(file: string, notice: Notice, language: Language): NoticeJson {
  const { kind, series, title, agency, agencyFrom, source, date, signedDate, batch, deadline, statedCount } = notice;
  const { urls, attachments, paragraphs, cites, figures, lists, documents, index } = notice;
  return {
    file, kind, series, title, agency, agencyFrom, source, date, signedDate, batch, deadline, statedCount,
    urls, attachments, paragraphs, cites, figures, lists, documents, index,
    diagnostics: notice.diagnostics.map((each) => diagnosticJson(each, language)),
  };
}
