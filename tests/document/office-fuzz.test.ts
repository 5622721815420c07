/** Damaged Word and Excel files: whatever a byte is turned into, reading ends soon, with a document or a reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { describeDiagnostic } from '../../src/document/diagnostic';
import { walkBlocks } from '../../src/document/document';
import { readDocument } from '../../src/document/read-document';
import { cell, docxParts, paragraph, row, run, sheetRows, table, xlsxParts, zipParts } from '../support/office-files';
import { within } from '../support/processor-time';

const SEED = 20210122;
/** Milliseconds of the processor for one file: far more than any takes that is not read for ever. */
const MAX_MS = 2000;

const word = docxParts(
  paragraph('通报', '<w:pStyle w:val="t"/>') + paragraph(`<w:hyperlink r:id="k">${run('名单')}</w:hyperlink><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>`) +
    table(row(['序号', '名称', '版本'], '<w:tblHeader/>'), row([cell(paragraph('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')), cell('甲', '<w:vMerge w:val="restart"/>'), '1.0']), row(['2', cell('', '<w:vMerge/>'), cell('2.0', '<w:gridSpan w:val="1"/>')], '<w:gridBefore w:val="0"/>')),
  {
    styles: '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="heading 1"/></w:style>',
    numbering: '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    links: { k: 'https://example.com/' },
  },
);
const excel = xlsxParts(
  [{ name: '名单', content: `<cols><col min="9" max="9" hidden="1"/></cols><sheetData>${sheetRows([['名单', '', ''], ['序号', '名称', '日期'], ['1', '甲', '']])}<row r="4"><c r="A4" t="s"><v>0</v></c><c r="C4" s="1"><v>45207</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells><hyperlinks><hyperlink ref="B3" r:id="k"/></hyperlinks>`, links: { k: 'https://example.com/' } }],
  { strings: ['乙'], formats: ['0.00', 'yyyy.mm.dd'] },
);

/** Reads a file, soon. Every text of a document is a text, every refusal a sentence. */
async function readDamaged(bytes: Uint8Array): Promise<void> {
  const result = await within(MAX_MS, () => readDocument({ fileName: '名单', bytes }, nodeReaderHost));
  if (result.ok) {
    for (const { block } of walkBlocks(result.document.blocks)) if (block.kind === 'table') for (const { cells } of block.rows) expect(cells).toHaveLength(block.header.length);
  } else expect(result.diagnostics.map((d) => describeDiagnostic(d, 'zh')).join('')).not.toMatch(/^$|[{}]/);
}

const changes = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), byte: fc.nat(255) }), { minLength: 1, maxLength: 8 });

/** Pieces that mean something to the readers, put where they were not. */
const pieces = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    piece: fc.constantFrom('', '<', '>', '</w:tc>', '<w:tbl>', '<w:tr>', '<w:p/>', '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '"', '<!--', '<![CDATA[', '<!DOCTYPE a>', '&#0;', '&#x110000;', 'w:val="99999999999"', '-1', '1e308', 'A1:XFD1048576', '<w:vMerge/>', '<w:sdt>', 'NaN', '\u0000'),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('damaged Word and Excel files', () => {
  for (const [name, parts] of [['Word', word], ['Excel', excel]] as const) {
    const deflated = zipParts(parts);
    const stored = zipParts(parts, 0);

    test(`${name}: bytes of the archive turned into others, and the archive cut off`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(deflated, stored), changes, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), async (whole, bytes, length, isCut) => {
          const file = whole.slice(0, isCut ? Math.ceil(whole.length * length) : whole.length);
          for (const { at, byte } of bytes) file[Math.floor(at * file.length)] = byte;
          if (file.length > 0) await readDamaged(file);
        }),
        { seed: SEED, numRuns: 600 },
      );
    });

    test(`${name}: parts that are sound archives of damaged XML`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...Object.keys(parts)), pieces, async (path, edits) => {
          let text = parts[path] ?? '';
          for (const { at, cut, piece } of edits) {
            const place = Math.floor(at * text.length);
            text = text.slice(0, place) + piece + text.slice(place + cut);
          }
          await readDamaged(zipParts({ ...parts, [path]: text }));
        }),
        { seed: SEED, numRuns: 600 },
      );
    });

    test(`${name}: values of attributes turned into others`, async () => {
      const value = fc.oneof(fc.constantFrom('', '0', '-1', '63', '64', '999', '1001', '4294967296', 'NaN', '1e9', 'A1', 'ZZZZ99', 'A1:B2:C3', '__proto__', '%1%2%9', '../../..', 'x'.repeat(500)), fc.string({ maxLength: 8 }).map((text) => text.replace(/[<&"]/g, '')));
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...Object.keys(parts)), fc.array(fc.tuple(fc.nat(200), value), { minLength: 1, maxLength: 4 }), async (path, edits) => {
          let text = parts[path] ?? '';
          for (const [nth, other] of edits) {
            let seen = 0;
            text = text.replace(/(?<name>\s[\w:]+=)"[^"]*"/g, (whole: string, start: string) => (seen++ === nth && !start.includes('xmlns') ? `${start}"${other}"` : whole));
          }
          await readDamaged(zipParts({ ...parts, [path]: text }));
        }),
        { seed: SEED, numRuns: 600 },
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  }

  test('the files that are damaged here are sound before', async () => {
    for (const parts of [word, excel]) expect((await readDocument({ fileName: '名单', bytes: zipParts(parts) }, nodeReaderHost)).ok).toBe(true);
  });
});
