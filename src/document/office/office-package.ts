/** A Word or Excel file as a package: parts found by their relations, read as XML only when asked for, within limits. */
import { diagnostic, type Diagnostic } from '../diagnostic';
import { decodeXml } from '../xml/decode-xml';
import { isXmlFault, readXml, type XmlFault } from '../xml/read-xml';
import { attributeOf, childrenOf, type XmlElement } from '../xml/xml-element';
import type { ZipArchive } from '../zip/open-zip';
import { unpackPart, type UnpackFault } from '../zip/unpack-part';

/** A relation of a part to another (ECMA-376 part 2, "Relationships"). */
export interface Relation {
  readonly id: string;
  /** Last word of the relation's type (`styles`, `hyperlink`, `worksheet`): Strict and older files differ in the rest. */
  readonly type: string;
  /** Path of a part in the package, or the address outside it. */
  readonly target: string;
  readonly external: boolean;
}

/** An open package. */
export interface OfficePackage {
  readonly archive: ZipArchive;
  /** Bytes that may still be unpacked: a file of many parts may not do what one part may not. */
  budget: number;
}

/** Unpacked size of one part; the text of a notice of 10,000 rows takes some 20 MB. */
const MAX_PART = 24 * 1024 * 1024;
const MAX_ALL = 48 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** A package of an archive, with the whole allowance of bytes to unpack. */
export function openPackage(archive: ZipArchive): OfficePackage {
  return { archive, budget: MAX_ALL };
}

/**
 * Reads a part to its root element; null where the package holds no such part. Elements named in `without` are left out. A
 * part that is damaged, too large, protected or with a DOCTYPE gives the reason: the file is then refused as a whole, as Word
 * and Excel do.
 */
export function readPart(file: OfficePackage, path: string, without?: ReadonlySet<string>): XmlElement | Diagnostic | null {
  const entry = file.archive.entries.get(path.toLowerCase());
  if (entry === undefined) return null;
  const bytes = unpackPart(file.archive, entry, Math.min(MAX_PART, file.budget));
  if (typeof bytes === 'string') return unpackDiagnostic(bytes, entry.name, entry.size);
  file.budget -= bytes.length;
  const root = readXml(decodeXml(bytes), without);
  return isXmlFault(root) ? xmlDiagnostic(root, entry.name) : root;
}

/** Whether an answer is a reason not to read the file. */
export function isFault(answer: object | null): answer is Diagnostic {
  return answer !== null && 'code' in answer;
}

/** The relations of a part, or of the package itself where `path` is empty. None where the package says nothing of it. */
export function readRelations(file: OfficePackage, path: string): readonly Relation[] | Diagnostic {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const root = readPart(file, `${folder}_rels/${path.slice(slash)}.rels`);
  if (root === null) return [];
  if (isFault(root)) return root;
  return childrenOf(root, 'rel:Relationship').map((relation) => {
    const target = attributeOf(relation, 'Target') ?? '';
    const external = attributeOf(relation, 'TargetMode')?.toLowerCase() === 'external';
    const type = attributeOf(relation, 'Type') ?? '';
    return { id: attributeOf(relation, 'Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target: external ? target : resolvePath(folder, target), external };
  });
}

/** A part's path from the folder that names it; `..` never leaves the package. */
function resolvePath(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.replace(/\\/g, '/').split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function unpackDiagnostic(fault: UnpackFault, part: string, size: number): Diagnostic {
  if (fault === 'encrypted') return diagnostic('archive-protected');
  if (fault === 'too-large') return diagnostic('archive-too-large', {}, { part, size: Math.ceil(size / MEGABYTE), limit: MAX_PART / MEGABYTE });
  return diagnostic('archive-damaged', {}, { part });
}

function xmlDiagnostic({ fault }: XmlFault, part: string): Diagnostic {
  if (fault === 'doctype') return diagnostic('office-doctype', {}, { part });
  return diagnostic(fault === 'too-large' ? 'office-part-too-complex' : 'office-part-malformed', {}, { part });
}
