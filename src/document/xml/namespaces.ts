/**
 * The namespaces of Office files and the one prefix that each is read under. Files choose their own prefixes, and the Strict
 * form of the standard (ISO 29500) has namespaces of its own for the same things.
 */

const OPENXML = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';

const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OPENXML}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  // Word 2003's own XML and the drafts of 2006 are other formats; they stay unknown.
  [`${OPENXML}/spreadsheetml/2006/main`, 'x'],
  [`${STRICT}/spreadsheetml/main`, 'x'],
  [`${OPENXML}/presentationml/2006/main`, 'p'],
  [`${STRICT}/presentationml/main`, 'p'],
  [`${OPENXML}/drawingml/2006/main`, 'a'],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${OPENXML}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${OPENXML}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OPENXML}/package/2006/relationships`, 'rel'],
  [`${OPENXML}/markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
]);

/** The prefix that a namespace is read under, `?` for one that is not known. */
export function prefixOf(uri: string): string {
  return PREFIXES.get(uri) ?? '?';
}
