/** Files of Office 97–2003 and WPS: which program's they are is told by their streams, never by their names. */
import { diagnostic } from '../diagnostic';
import { readDoc } from '../doc/read-doc';
import { refuse, type ReadResult } from '../read-result';
import { readXls } from '../xls/read-xls';
import { openCompoundFile } from './compound-file';

/** Reads a compound file: a Word document, a workbook, or else a refusal that names what it is. */
export function readCompound(bytes: Uint8Array, fileName: string): ReadResult {
  const file = openCompoundFile(bytes);
  if (file === null) return refuse(diagnostic('damaged-file', {}, { kind: 'Office 97', reason: 'CFB' }));
  const names = new Set(file.names.map((name) => name.toLowerCase()));
  if (names.has('worddocument')) return readDoc(file, fileName);
  if (names.has('workbook') || names.has('book')) return readXls(file, fileName);
  // Office keeps a docx or xlsx with a password in a compound file.
  if (names.has('encryptedpackage')) return refuse(diagnostic('file-locked'));
  const kind = names.has('powerpoint document') ? 'PowerPoint' : names.has('__properties_version1.0') ? 'Outlook' : 'Office 97';
  return refuse(diagnostic('binary-file', {}, { kind }));
}
