/** A Word file (docx, docm; Transitional and Strict) to a Document. Own walk over its XML: see docs/decisions/0008-office-readers.md. */
import { diagnostic } from '../diagnostic';
import { FORMATTING } from '../office/formatting';
import { isFault, readPart, readRelations, type OfficePackage } from '../office/office-package';
import { refuse, type ReadResult } from '../read-result';
import { childOf, type XmlElement } from '../xml/xml-element';
import type { DocxReading } from './docx-reading';
import { readNumbering } from './numbering';
import { readBlocks } from './read-blocks';
import { readStyles } from './styles';

/** Reads the main part `root`, found at `path`. Lines of the Document count paragraphs outside tables and rows of tables, from 1. */
export function readDocx(root: XmlElement, path: string, file: OfficePackage, fileName: string): ReadResult {
  const relations = readRelations(file, path);
  if (isFault(relations)) return refuse(relations);
  const part = (type: string): XmlElement | null | ReturnType<typeof readPart> => {
    const target = relations.find((relation) => relation.type === type && !relation.external)?.target;
    return target === undefined ? null : readPart(file, target, FORMATTING);
  };
  const styles = part('styles');
  if (isFault(styles)) return refuse(styles);
  const numbering = part('numbering');
  if (isFault(numbering)) return refuse(numbering);
  const reading: DocxReading = {
    styles: readStyles(styles),
    numbering: readNumbering(numbering),
    targets: new Map(relations.map((relation) => [relation.id, relation.target])),
    fields: [],
    diagnostics: [],
    line: 0,
    hiddenRows: 0,
    fault: null,
  };
  const blocks = readBlocks(childOf(root, 'w:body')?.children ?? [], reading);
  if (reading.fault !== null) return refuse(reading.fault);
  if (reading.hiddenRows > 0) reading.diagnostics.push(diagnostic('hidden-rows', {}, { count: reading.hiddenRows }));
  if (blocks.length === 0) return refuse(diagnostic('office-empty'));
  return { ok: true, document: { format: 'docx', fileName, frontMatter: { values: {}, comments: {} }, blocks, footnotes: [], diagnostics: reading.diagnostics } };
}
