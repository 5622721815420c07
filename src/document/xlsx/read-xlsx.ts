/** An Excel workbook (xlsx, xlsm; Transitional and Strict) to a Document: what its visible sheets show. */
import { diagnostic, type Diagnostic } from '../diagnostic';
import type { Block } from '../document';
import { isFault, readPart, readRelations, type OfficePackage, type Relation } from '../office/office-package';
import { refuse, type ReadResult } from '../read-result';
import { attributeOf, childOf, childrenOf, isTrue, type XmlElement } from '../xml/xml-element';
import { readCellFormats } from './cell-formats';
import { layOutSheet } from './lay-out-sheet';
import { readSheet, type Workbook } from './read-sheet';
import { blocksOfSheet } from './sheet-blocks';
import { readSharedStrings } from './sheet-strings';

/** Names that Excel and WPS give by themselves; they head nothing. */
const GENERIC_NAME = /^(?:sheet|工作表|表)\s*\d*$/i;

/** Reads the workbook `root`, found at `path`. Lines of the Document are row numbers of the sheet; each sheet is headed by its name. */
export function readXlsx(root: XmlElement, path: string, file: OfficePackage, fileName: string): ReadResult {
  const relations = readRelations(file, path);
  if (isFault(relations)) return refuse(relations);
  const workbook = readWorkbook(root, relations, file);
  if (isFault(workbook)) return refuse(workbook);
  const blocks: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const sheet of childrenOf(childOf(root, 'x:sheets'), 'x:sheet')) {
    const name = attributeOf(sheet, 'name') ?? '';
    if ((attributeOf(sheet, 'state') ?? 'visible') !== 'visible') {
      diagnostics.push(diagnostic('hidden-sheet', {}, { sheet: name }));
      continue;
    }
    const relation = relations.find(({ id }) => id === attributeOf(sheet, 'id'));
    if (relation?.type !== 'worksheet') continue;
    const read = readSheetBlocks(name, relation.target, workbook, file);
    if (isFault(read)) return refuse(read);
    diagnostics.push(...read.diagnostics);
    if (read.blocks.length > 0 && !GENERIC_NAME.test(name.trim())) blocks.push({ kind: 'heading', level: 2, text: name, links: [], line: 1 });
    blocks.push(...read.blocks);
  }
  if (blocks.length === 0) return { ok: false, diagnostics: [...diagnostics, diagnostic('office-empty')] };
  return { ok: true, document: { format: 'xlsx', fileName, frontMatter: { values: {}, comments: {} }, blocks, footnotes: [], diagnostics } };
}

function readWorkbook(root: XmlElement, relations: readonly Relation[], file: OfficePackage): Workbook | Diagnostic {
  const part = (type: string): ReturnType<typeof readPart> => {
    const target = relations.find((relation) => relation.type === type && !relation.external)?.target;
    return target === undefined ? null : readPart(file, target);
  };
  const strings = part('sharedStrings');
  if (isFault(strings)) return strings;
  const styles = part('styles');
  if (isFault(styles)) return styles;
  const properties = childOf(root, 'x:workbookPr');
  return { strings: readSharedStrings(strings), formats: readCellFormats(styles), from1904: properties !== null && isTrue(attributeOf(properties, 'date1904')) };
}

interface SheetBlocks {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

function readSheetBlocks(sheet: string, path: string, workbook: Workbook, file: OfficePackage): SheetBlocks | Diagnostic {
  const root = readPart(file, path);
  if (isFault(root)) return root;
  if (root === null) return { blocks: [], diagnostics: [diagnostic('sheet-missing', {}, { sheet })] };
  const relations = readRelations(file, path);
  if (isFault(relations)) return relations;
  const content = readSheet(root, workbook, new Map(relations.filter(({ external }) => external).map(({ id, target }) => [id, target])));
  const layout = layOutSheet(content);
  if (layout === null) return diagnostic('sheet-too-large', {}, { sheet });
  const diagnostics: Diagnostic[] = [];
  if (content.farCells > 0) diagnostics.push(diagnostic('far-cells', {}, { sheet, count: content.farCells }));
  if (content.emptyFormulas > 0) diagnostics.push(diagnostic('formula-without-result', {}, { sheet, count: content.emptyFormulas }));
  if (layout.hiddenRows > 0) diagnostics.push(diagnostic('hidden-rows', {}, { count: layout.hiddenRows }));
  if (layout.hiddenColumns > 0) diagnostics.push(diagnostic('hidden-columns', {}, { sheet, count: layout.hiddenColumns }));
  return { blocks: blocksOfSheet(layout.rows), diagnostics };
}
