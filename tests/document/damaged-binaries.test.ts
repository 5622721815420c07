/** Word 97, Excel 97, RTF and PDF files with damaged bytes: they are read or refused, never in long, and nothing throws. */
import { afterAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { nodeReaderHost } from '../../cli/html';
import { describeDiagnostic } from '../../src/document/diagnostic';
import { readDocument } from '../../src/document/read-document';
import { format, label, makeExcel97, merge, number, strings, style } from '../support/made-files/excel-97';
import { drawTable, makePdf } from '../support/made-files/pdf';
import { cell, DELETED, makeWord97, plain, rowEnd, rowLayout } from '../support/made-files/word-97';
import { within } from '../support/processor-time';

const SEED = 20210122;
/** Of one file, in milliseconds of the processor. */
const LONGEST = 2000;
/** Of all files together, in megabytes. A length that is believed would be gigabytes; when garbage is collected is the engine's affair. */
const MOST_MEMORY = 500;

const layout = rowLayout([0, 1000, 4000, 6000], [0, 0, 0x60]);
const table = drawTable({ edges: [50, 90, 200, 330, 545], top: 700, rows: [['序号', '应用名称', '版本号', '所涉问题'], ['1', '看图', '4.10', '账号注销难'], ['2', '看书', '007', '账号注销难']] });
const FILES: Readonly<Record<string, { readonly bytes: Uint8Array; readonly runs: number }>> = {
  doc: { bytes: makeWord97([plain('关于通报的公告', { text: '旧', changes: DELETED }), plain('见\u0013 HYPERLINK "https://example.cn" \u0014附件\u0015'), ...['1', '2', '3'].flatMap((no) => [cell(no), cell('看图'), cell('甲公司'), rowEnd(layout)])]), runs: 1500 },
  xls: { bytes: makeExcel97({ shared: [format(164, '0.00'), style(0), style(164), strings('序号', '应用名称', '看图')], sheets: [{ name: '附件1', records: [label(0, 0, 0), label(0, 1, 1), number(1, 0, 1, 1), label(1, 1, 2), merge(1, 2, 1, 1)] }] }), runs: 1500 },
  rtf: { bytes: new TextEncoder().encode("{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 A;}}{\\stylesheet{\\s1 heading 1;}}\\pard\\s1\\f0 \\'b9\\'a4\\par\\trowd\\cellx900\\clvmgf\\cellx3000\\pard\\intbl 1\\cell \\u22270?\\cell\\row{\\field{\\*\\fldinst HYPERLINK \"https://example.cn\"}{\\fldrslt a}}\\par}"), runs: 1500 },
  pdf: { bytes: makePdf([table, { ...table, picture: true }]), runs: 250 },
};

/** A place, and what becomes of it: another byte, bytes left out, bytes put in, or the end of the file. */
const damage = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), kind: fc.constantFrom('change', 'change', 'change', 'leave-out', 'put-in', 'end'), byte: fc.integer({ min: 0, max: 255 }), count: fc.integer({ min: 1, max: 64 }) }),
  { minLength: 1, maxLength: 12 },
);

function applyDamage(bytes: Uint8Array, steps: readonly { at: number; kind: string; byte: number; count: number }[]): Uint8Array {
  const result = [...bytes];
  for (const { at, kind, byte, count } of steps) {
    const place = Math.floor(at * result.length);
    if (kind === 'change') result[place] = byte;
    else if (kind === 'leave-out') result.splice(place, count);
    else if (kind === 'put-in') result.splice(place, 0, ...new Array<number>(count).fill(byte));
    else result.length = Math.max(1, place);
  }
  return Uint8Array.from(result);
}

describe('damaged files', () => {
  const before = process.memoryUsage().rss;
  afterAll(() => {
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(MOST_MEMORY);
  });

  for (const [kind, { bytes, runs }] of Object.entries(FILES)) {
    test(`${kind}: ${runs} damaged copies`, async () => {
      await fc.assert(
        fc.asyncProperty(damage, async (steps) => {
          const result = await within(LONGEST, () => readDocument({ fileName: `名单.${kind}`, bytes: applyDamage(bytes, steps) }, nodeReaderHost));
          if (result.ok) for (const block of result.document.blocks) expect(block.line).toBeGreaterThan(0);
          else for (const one of result.diagnostics) expect(describeDiagnostic(one, 'zh')).not.toMatch(/\{\w+\}/);
        }),
        { seed: SEED, numRuns: runs },
      );
    });
  }

  test('chains and trees of a compound file that lead back to themselves', async () => {
    const whole = FILES['doc']?.bytes ?? new Uint8Array();
    for (let at = 0; at + 4 <= whole.length; at += 4) {
      const bytes = Uint8Array.from(whole);
      // Everything that is a sector number or an entry now names the first, or itself.
      if (at >= 48 && at < 512) bytes.set([0, 0, 0, 0], at);
      else if (at >= whole.length - 1024) bytes.set([(at >> 2) & 0x7f, 0, 0, 0], at);
      else continue;
      await within(LONGEST, () => readDocument({ fileName: 'a.doc', bytes }, nodeReaderHost));
    }
  });
});
