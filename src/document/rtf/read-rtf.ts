/** Rich Text Format to a Document. Old notices come as RTF under the name `.doc`. */
import { diagnostic } from '../diagnostic';
import { makeBlocks } from '../doc/doc-blocks';
import { raiseTitle } from '../doc/raise-title';
import { refuse, type ReadResult } from '../read-result';
import { readRtfText } from './paragraphs';

const MARK = '{\\rtf';

/** Whether bytes begin with `{\rtf`. */
export function isRtf(bytes: Uint8Array): boolean {
  return Array.from(MARK).every((char, at) => bytes[at] === char.charCodeAt(0));
}

/** Reads a file. Refused with `damaged-file` where its groups nest deeper than in any real file, with `office-empty` where it holds no text. */
export function readRtf(bytes: Uint8Array, fileName: string): ReadResult {
  const text = readRtfText(bytes);
  if (text === null) return refuse(diagnostic('damaged-file', {}, { kind: 'RTF', reason: '{{{…' }));
  // Numbers of lists stand in the text: RTF keeps them for programs that cannot count.
  const blocks = raiseTitle(makeBlocks(text.paragraphs, { levels: [], ids: [] }, text.styles));
  if (blocks.length === 0) return refuse(diagnostic('office-empty'));
  return { ok: true, document: { format: 'rtf', fileName, frontMatter: { values: {}, comments: {} }, blocks, footnotes: [], diagnostics: [] } };
}
