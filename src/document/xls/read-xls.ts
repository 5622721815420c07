/** An Excel 97–2003 workbook (xls, et) to a Document: what its visible sheets show. */
import type { CompoundFile } from '../cfb/compound-file';
import { diagnostic, type Diagnostic } from '../diagnostic';
import type { Block } from '../document';
import { refuse, type ReadResult } from '../read-result';
import { layOutSheet } from '../xlsx/lay-out-sheet';
import { blocksOfSheet } from '../xlsx/sheet-blocks';
import { readSheetCells } from './sheet-cells';
import { readWorkbook, type XlsSheet, type XlsWorkbook } from './workbook';

/** Names that Excel and WPS give by themselves; they head nothing. */
const GENERIC_NAME = /^(?:sheet|工作表|表)\s*\d*$/i;

/** Reads the workbook in the root of a compound file. Lines of the Document are row numbers of the sheet; each sheet is headed by its name. */
export function readXls(file: CompoundFile, fileName: string): ReadResult {
  const stream = file.stream('Workbook');
  const workbook = stream === null ? 'old' : readWorkbook(stream);
  if (stream === null || workbook === 'old') return refuse(diagnostic('office-before-97', {}, { program: 'Excel' }));
  if (workbook === 'locked') return refuse(diagnostic('file-locked'));
  if (workbook === 'damaged') return refuse(diagnostic('damaged-file', {}, { kind: 'Excel 97', reason: 'Workbook' }));
  const blocks: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const sheet of workbook.sheets) {
    if (!sheet.holdsCells) continue;
    if (sheet.hidden) {
      diagnostics.push(diagnostic('hidden-sheet', {}, { sheet: sheet.name }));
      continue;
    }
    const read = readSheetBlocks(stream, sheet, workbook);
    if ('code' in read) return refuse(read);
    diagnostics.push(...read.diagnostics);
    if (read.blocks.length > 0 && !GENERIC_NAME.test(sheet.name.trim())) blocks.push({ kind: 'heading', level: 2, text: sheet.name, links: [], line: 1 });
    blocks.push(...read.blocks);
  }
  if (blocks.length === 0) return { ok: false, diagnostics: [...diagnostics, diagnostic('office-empty')] };
  return { ok: true, document: { format: 'xls', fileName, frontMatter: { values: {}, comments: {} }, blocks, footnotes: [], diagnostics } };
}

interface SheetBlocks {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

function readSheetBlocks(stream: Uint8Array, { name, offset }: XlsSheet, workbook: XlsWorkbook): SheetBlocks | Diagnostic {
  const content = readSheetCells(stream, offset, workbook);
  const layout = layOutSheet(content);
  if (layout === null) return diagnostic('sheet-too-large', {}, { sheet: name });
  const diagnostics: Diagnostic[] = content.isWhole ? [] : [diagnostic('cut-off')];
  if (layout.hiddenRows > 0) diagnostics.push(diagnostic('hidden-rows', {}, { count: layout.hiddenRows }));
  if (layout.hiddenColumns > 0) diagnostics.push(diagnostic('hidden-columns', {}, { sheet: name, count: layout.hiddenColumns }));
  return { blocks: blocksOfSheet(layout.rows), diagnostics };
}
