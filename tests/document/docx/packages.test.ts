import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxParts, outline, paragraph, readOfficeFile, refusal, relations, row, table, zipParts } from '../../support/office-files';

const BODY = paragraph('题') + table(row(['名称', '版本']), row(['甲', '1.0']));
const READ = ['题', '名称 | 版本', '甲 | 1.0'];

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = mark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let at = 0; at < units.length; at += 1) view.setUint16(at * 2, units.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('packages that are put together in their own way', () => {
  test('the main part is found by the relations, wherever it stands and whatever case its name has', async () => {
    const { 'word/document.xml': main, ...rest } = docxParts(BODY);
    expect(outline(await readOfficeFile(zipParts({ ...rest, '_rels/.rels': relations(['x', 'officeDocument', '/Inhalt/./Teil/../Text.xml']), 'inhalt/TEXT.xml': main! })))).toEqual(READ);
  });

  test('without relations the usual place is looked at', async () => {
    expect(outline(await readOfficeFile(zipParts({ 'word/document.xml': docxParts(BODY)['word/document.xml']! })))).toEqual(READ);
  });

  test('Strict files and other prefixes are the same document', async () => {
    const parts = docxParts(BODY);
    const strict = parts['word/document.xml']!.replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main').replace(/(<\/?)w:/g, '$1q:').replace('xmlns:w=', 'xmlns:q=').replace(/ w:/g, ' q:');
    expect(strict).toContain('<q:tbl>');
    expect(outline(await readOfficeFile(zipParts({ ...parts, 'word/document.xml': strict, '_rels/.rels': parts['_rels/.rels']!.replace('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument') })))).toEqual(READ);
    const plain = parts['word/document.xml']!.replace(/(<\/?)w:/g, '$1').replace('xmlns:w=', 'xmlns=');
    expect(outline(await readOfficeFile(zipParts({ ...parts, 'word/document.xml': plain })))).toEqual(READ);
  });

  test.each([[true, true], [false, true], [true, false], [false, false]])('UTF-16 parts (little endian %s, marked %s)', async (littleEndian, mark) => {
    const parts = docxParts(BODY);
    const main = parts['word/document.xml']!.replace('UTF-8', 'UTF-16');
    expect(outline(await readOfficeFile(zipParts({ ...parts, 'word/document.xml': utf16(main, littleEndian, mark) })))).toEqual(READ);
  });

  test('a part in an encoding that it names', async () => {
    const parts = docxParts('');
    // 题 in GBK
    const [head, tail] = docxParts(paragraph('@'))['word/document.xml']!.replace('UTF-8', 'GBK').split('@');
    const main = new Uint8Array([...strToU8(head!), 0xcc, 0xe2, ...strToU8(tail!)]);
    expect(outline(await readOfficeFile(zipParts({ ...parts, 'word/document.xml': main })))).toEqual(['题']);
  });

  test('a DOCTYPE refuses the file, in whatever part it stands', async () => {
    const parts = docxParts(BODY);
    const doctype = '<!DOCTYPE w:styles [<!ENTITY a "aaaa">]>';
    expect(await refusal(zipParts({ ...parts, 'word/document.xml': parts['word/document.xml']!.replace('<w:document', `${doctype}<w:document`) }))).toMatch(/word\/document\.xml holds a DOCTYPE/);
    expect(await refusal(zipParts({ ...parts, 'word/styles.xml': `${doctype}${parts['word/styles.xml']!}` }))).toMatch(/word\/styles\.xml holds a DOCTYPE/);
  });

  test('archives that are no document are named', async () => {
    expect(await refusal(zipParts({ '名单.docx': 'x' }))).toMatch(/but ZIP, which is not read/);
    expect(await refusal(zipParts({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }))).toMatch(/OpenDocument/);
    expect(await refusal(zipParts({ '_rels/.rels': relations(['m', 'officeDocument', 'ppt/presentation.xml']), 'ppt/presentation.xml': '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>' }))).toMatch(/PowerPoint/);
    expect(await refusal(zipParts({ '_rels/.rels': relations(['m', 'officeDocument', 'xl/workbook.bin']), 'xl/workbook.bin': 'x' }))).toMatch(/xlsb/);
  });

  test('a file without text says so', async () => {
    expect(await refusal(zipParts(docxParts('<w:p/>')))).toBe('The file holds no text that is shown.');
  });

  test('an error page saved under the name of a document is named with its title; a list in HTML is not mistaken for one', async () => {
    expect(await refusal(strToU8('<!DOCTYPE html>\n<html><head><title>页面 不存在</title></head><body>404</body></html>'), '名单.docx')).toMatch(/a web page \(“页面 不存在”\)/);
    expect(await refusal(strToU8('<html><body><table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>甲</td></tr></table></body></html>'), '名单.doc')).not.toMatch(/download fails/);
  });

  test('paths with .. never leave the package', async () => {
    const parts = docxParts(BODY);
    expect(outline(await readOfficeFile(zipParts({ ...parts, '_rels/.rels': relations(['m', 'officeDocument', '../../../word/document.xml']) })))).toEqual(READ);
  });
});
