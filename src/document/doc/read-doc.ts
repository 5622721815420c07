/** A Word 97–2003 document (doc, wps) to a Document. Source: [MS-DOC]. */
import type { CompoundFile } from '../cfb/compound-file';
import { diagnostic } from '../diagnostic';
import { refuse, type ReadResult } from '../read-result';
import { makeBlocks } from './doc-blocks';
import { readLists } from './list-numbers';
import { readParagraphs } from './paragraphs';
import { raiseTitle } from './raise-title';
import { readStyles } from './styles';
import { openWordFile, readPieces, type WordFile } from './word-file';

/** Reads the Word document in the root of a compound file: the main text, then its text boxes. */
export function readDoc(compound: CompoundFile, fileName: string): ReadResult {
  const file = openWordFile(compound);
  if (file === 'old') return refuse(diagnostic('office-before-97', {}, { program: 'Word' }));
  if (file === 'locked') return refuse(diagnostic('file-locked'));
  if (file === 'damaged') return refuse(diagnostic('damaged-file', {}, { kind: 'Word 97', reason: 'WordDocument' }));
  const [lists, styles] = [readLists(file), readStyles(file)];
  const main = makeBlocks(readParagraphs(file, 0, file.mainLength), lists, styles);
  const boxes = file.boxLength === 0 ? [] : makeBlocks(readParagraphs(file, file.boxStart, file.boxStart + file.boxLength), lists, styles);
  const blocks = raiseTitle([...main, ...boxes]);
  if (blocks.length === 0) return refuse(diagnostic('office-empty'));
  const diagnostics = isWhole(file) ? [] : [diagnostic('cut-off')];
  return { ok: true, document: { format: 'doc', fileName, frontMatter: { values: {}, comments: {} }, blocks, footnotes: [], diagnostics } };
}

/** Whether the pieces that lie in the file make up the whole main text. */
function isWhole(file: WordFile): boolean {
  return readPieces(file).reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, file.mainLength) - start), 0) >= file.mainLength;
}
