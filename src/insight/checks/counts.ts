/** What a notice says of itself against what its lists hold, and lists that stand in two notices. */
import { diagnostic, severityOf, type Diagnostic } from '../../document/diagnostic';
import type { ReaderHost } from '../../document/document';
import { readMarkdown } from '../../document/markdown/read-markdown';
import { recogniseNotice } from '../../notice/recognise';
import { hashText } from '../../notes/fingerprints';
import { findRegions, readLines } from '../../notes/managed-regions';
import { readProperties } from '../../notes/properties';
import { sourceText } from '../../notes/source-text';
import type { FileDiagnostic } from '../../plan/plan';
import { numberOf } from '../../plan/vault-snapshot';
import type { Settings } from '../../settings';
import type { ReadNotice } from '../read-vault';

/** Shorter lists may be the same by chance, or because the same few apps were named again. */
const SHORTEST_COPY = 5;

/** What reading the note says that a person should look at, and the property of the count of entries. */
export function checkCounts(notices: readonly ReadNotice[], { propertyNames }: Settings, host: ReaderHost): readonly FileDiagnostic[] {
  return notices.flatMap((one) => {
    const { known, text, read: { notice } } = one;
    const found: Diagnostic[] = diagnosticsOf(one, host).filter((each) => severityOf(each) !== 'note');
    const entries = notice.lists.reduce((sum, list) => sum + list.entries.length, 0);
    const property = propertyNames.listedCount;
    const stated = numberOf(readProperties(text)?.[property]);
    if (stated !== null && stated !== entries) found.push(diagnostic('listed-count-differs', {}, { property, stated, read: entries }));
    return found.map((each) => ({ ...each, file: known.path }));
  });
}

/** What was seen in reading the note; tables that the user put beside the lists are none of the notice's. */
function diagnosticsOf({ known, text, read: { notice } }: ReadNotice, host: ReaderHost): readonly Diagnostic[] {
  const plain = withoutOwnTables(text);
  return plain === text ? notice.diagnostics : recogniseNotice(readMarkdown(sourceText(plain), known.path, host)).diagnostics;
}

/** The text without rows of tables outside the regions, its lines with their numbers. A note whose lists have no regions is all the notice's. */
function withoutOwnTables(text: string): string {
  const regions = findRegions(text);
  if (!regions.some(({ id }) => id.startsWith('rn-list-'))) return text;
  const rows = readLines(text).filter((line) => /^[\s>]*\|/.test(line.text) && !regions.some(({ start, end }) => start <= line.start && line.end <= end));
  let plain = text;
  for (const { start, end } of rows.reverse()) plain = plain.slice(0, start) + plain.slice(end);
  return plain;
}

/** A list that is another's, row by row: the wrong table was pasted. */
export function checkCopiedLists(notices: readonly ReadNotice[]): readonly FileDiagnostic[] {
  const seen = new Map<string, { readonly path: string; readonly list: number }>();
  return notices.flatMap(({ known, read: { notice } }) => notice.lists.flatMap((list, i): readonly FileDiagnostic[] => {
    if (list.entries.length < SHORTEST_COPY) return [];
    const key = `${known.kind} ${hashText(JSON.stringify(list.entries.map((entry) => [entry.name, entry.developer, entry.source, entry.version])))}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, { path: known.path, list: i + 1 });
    return first === undefined ? [] : [{ ...diagnostic('list-copied', { list: i + 1 }, { list: first.list, other: first.path }), file: known.path }];
  }));
}
