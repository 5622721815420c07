/** A ZIP archive to a Document, where it is a Word or an Excel file; else what it is, by name. */
import { diagnostic } from '../diagnostic';
import { readDocx } from '../docx/read-docx';
import { refuse, type ReadResult } from '../read-result';
import { readXlsx } from '../xlsx/read-xlsx';
import type { XmlElement } from '../xml/xml-element';
import { openZip, type ZipArchive } from '../zip/open-zip';
import { isFault, openPackage, readPart, readRelations } from './office-package';
import { FORMATTING } from './formatting';

/** Where the main part stands if the package does not say. */
const USUAL_PARTS = ['word/document.xml', 'xl/workbook.xml'];

/** Reads the bytes of a ZIP archive. Whether it is Word or Excel is told by its main part, never by the name of the file. */
export function readOffice(bytes: Uint8Array, fileName: string): ReadResult {
  const archive = openZip(bytes);
  if (archive === null) return refuse(diagnostic('archive-damaged', {}, { part: fileName }));
  const file = openPackage(archive);
  const relations = readRelations(file, '');
  if (isFault(relations)) return refuse(relations);
  const main = relations.find((relation) => relation.type === 'officeDocument' && !relation.external)?.target ?? '';
  for (const path of [main, ...USUAL_PARTS]) {
    if (path === '' || path.toLowerCase().endsWith('.bin')) continue;
    const root = readPart(file, path, FORMATTING);
    if (root === null) continue;
    if (isFault(root)) return refuse(root);
    return readMain(root, path, file, fileName, archive);
  }
  return refuse(diagnostic('archive-unread', {}, { kind: nameKind(archive, main) }));
}

function readMain(root: XmlElement, path: string, file: ReturnType<typeof openPackage>, fileName: string, archive: ZipArchive): ReadResult {
  if (root.name === 'w:document') return readDocx(root, path, file, fileName);
  if (root.name === 'x:workbook') return readXlsx(root, path, file, fileName);
  return refuse(diagnostic('archive-unread', {}, { kind: nameKind(archive, path) }));
}

/** What a person would call the archive. */
function nameKind({ entries }: ZipArchive, main: string): string {
  const names = [...entries.keys()];
  if (main.toLowerCase().endsWith('.bin')) return 'Excel (xlsb)';
  if (main.toLowerCase().startsWith('ppt/')) return 'PowerPoint (pptx)';
  if (names.includes('content.xml') && names.includes('mimetype')) return 'OpenDocument (odt, ods)';
  if (names.includes('ofd.xml')) return 'OFD';
  if (names.includes('meta-inf/manifest.mf')) return names.includes('classes.dex') ? 'APK' : 'JAR';
  return 'ZIP';
}
