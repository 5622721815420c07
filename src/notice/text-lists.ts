/** Lists that stand in the text of a notice without a table, in the forms in which people copy and agencies tell them. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import type { Block, Document } from '../document/document';
import { isFileLine } from './attachments';
import { findNumberedLists } from './lists-in-lines';
import { findCellLists, findTabLists } from './pasted-lists';
import type { PlacedTable } from './placed-tables';
import { findEnumeratedList, findSectionList } from './prose-lists';
import { linesByBlock, textLines, type TextList } from './text-lines';

/** The lists found, in the form of tables. */
export interface TextLists {
  readonly tables: readonly PlacedTable[];
  /** The lines of blocks that are lists and no body, by their place. */
  readonly blocks: ReadonlyMap<Block, ReadonlySet<number>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A notice is short; what is longer is no text to look for lists in. */
const MAX_LINES = 40_000;

/**
 * The lists of a document without a table of apps; the first form that is found, most certain first: pasted tables, sections, numbered lines, a sentence.
 * @param isNotice the title says so; else only lists that say versions, stores or problems are taken for such.
 */
export function findTextLists(document: Document, isNotice: boolean): TextLists {
  const all = textLines(document, isNotice);
  const lines = all.filter((line) => !isFileLine(line.block, line.text));
  if (all.length > MAX_LINES) return { tables: [], blocks: new Map(), diagnostics: [] };
  const made = (lists: readonly TextList[], diagnostics: readonly Diagnostic[] = []): TextLists => ({
    tables: lists.map((list) => list.placed),
    blocks: linesByBlock(lists, all),
    diagnostics: [...lists.map(({ placed: { table } }) => diagnostic('list-from-text', { line: table.line }, { rows: table.rows.length })), ...diagnostics],
  });
  const pasted = [...findCellLists(lines), ...findTabLists(lines)];
  if (pasted.length > 0) return made(pasted);
  const sections = findSectionList(lines);
  if (sections !== null) return made([sections], sections.diagnostics);
  const numbered = findNumberedLists(lines, isNotice);
  if (numbered.length > 0) return made(numbered);
  const enumerated = isNotice ? findEnumeratedList(lines) : null;
  return enumerated === null ? made([]) : made([enumerated]);
}
