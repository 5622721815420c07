/** What reading a source gives: a Document, or why there is none. */
import type { Diagnostic } from './diagnostic';
import type { Document } from './document';

/** The document, or the errors for which the source is refused. */
export type ReadResult = { readonly ok: true; readonly document: Document } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The result of a source that is refused for one error. */
export function refuse(reason: Diagnostic): ReadResult {
  return { ok: false, diagnostics: [reason] };
}
