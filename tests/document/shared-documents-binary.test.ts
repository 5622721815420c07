/** Made documents of Word 97, Excel 97, RTF and PDF, and pictures of lists, against what a person reads in them; where the folder is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { describeDiagnostic } from '../../src/document/diagnostic';
import { walkBlocks, type Document, type Table } from '../../src/document/document';
import { readDocument } from '../../src/document/read-document';
import { recogniseNotice } from '../../src/notice/recognise';
import { within } from '../support/processor-time';

interface ExpectedTable {
  readonly caption: string | null;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
interface ExpectedDocument {
  readonly title?: string;
  readonly date?: string;
  readonly mustContain?: readonly string[];
  readonly mustNotContain?: readonly string[];
  readonly tables: readonly ExpectedTable[];
}

const SHARED = fileURLToPath(new URL('../../../shared/documents/', import.meta.url));
const present = existsSync(`${SHARED}expected.json`);
const FORMATS = /^(?:doc|xls|pdf)\//;
const PICTURES = /^(?:pdf\/scan|png\/)/;

describe.skipIf(!present)(present ? 'documents beside the repository' : 'SKIPPED: ../shared/documents is not here', () => {
  const expected = present ? (JSON.parse(readFileSync(`${SHARED}expected.json`, 'utf8')) as Record<string, ExpectedDocument>) : {};
  const report: string[] = [];
  afterAll(() => {
    console.info(['file | cells right | cells wrong', ...report].join('\n'));
  });

  for (const [path, entry] of Object.entries(expected).filter(([path]) => FORMATS.test(path) && !PICTURES.test(path))) {
    // In PDF, line breaks and blanks beside Chinese cannot be told for sure.
    const said = (text: string): string => (path.startsWith('pdf/') ? text.replace(/\s+/g, '') : text);

    test(`${path}: every cell, the title and the text`, async () => {
      const result = await readDocument({ fileName: path, bytes: readFileSync(SHARED + path) }, nodeReaderHost);
      if (!result.ok) throw new Error(result.diagnostics.map((one) => describeDiagnostic(one, 'en')).join(' '));
      const tables = tablesOf(result.document);
      let [right, wrong] = [0, 0];
      for (const [index, table] of entry.tables.entries()) {
        const read = tables[index];
        const rows = [read?.header ?? [], ...(read?.rows.map((row) => row.cells) ?? [])].map((cells) => cells.map((cell) => said(cell.text)));
        for (const [y, row] of [table.header, ...table.rows].entries()) for (const [x, text] of row.entries()) if (rows[y]?.[x] === said(text)) right += 1; else wrong += 1;
      }
      report.push(`${path} | ${right} | ${wrong}`);
      expect(tables.map((table) => ({ header: table.header.map((cell) => said(cell.text)), rows: table.rows.map((row) => row.cells.map((cell) => said(cell.text))) }))).toEqual(
        entry.tables.map(({ header, rows }) => ({ header: header.map(said), rows: rows.map((row) => row.map(said)) })),
      );
      const notice = recogniseNotice(result.document);
      if (entry.title !== undefined) expect(notice.title.replace(/\s+/g, '')).toBe(entry.title.replace(/\s+/g, ''));
      if (entry.date !== undefined) expect(notice.date).toBe(entry.date);
      expect(notice.lists.map((list) => list.caption)).toEqual(entry.tables.map((table, at) => table.caption ?? notice.lists[at]?.caption ?? null));
      const text = [...walkBlocks(result.document.blocks)].map(({ block }) => ('text' in block ? block.text : '')).join('\n').replace(/[^\S\n]+/g, '');
      for (const part of entry.mustContain ?? []) expect(text).toContain(part.replace(/\s+/g, ''));
      for (const part of entry.mustNotContain ?? []) expect(text).not.toContain(part);
    });
  }

  for (const path of Object.keys(expected).filter((path) => PICTURES.test(path))) {
    test(`${path}: named as a scan, nothing guessed`, async () => {
      const result = await within(1000, () => readDocument({ fileName: path, bytes: readFileSync(SHARED + path) }, nodeReaderHost));
      report.push(`${path} | refused as a scan |`);
      expect(result.ok ? [] : result.diagnostics.map((one) => describeDiagnostic(one, 'zh'))).toEqual([expect.stringMatching(/^这是没有文字层的扫描件或图片（(?:PDF|PNG|JPEG)），名单待补，未作猜测。$/)]);
    });
  }

  test('a list of 2,000 rows over 176 pages is one table, no row lost', async () => {
    const result = await readDocument({ fileName: 'lib-2000.pdf', bytes: readFileSync(`${SHARED}pdf/lib-2000.pdf`) }, nodeReaderHost);
    const [table, ...others] = result.ok ? tablesOf(result.document) : [];
    expect(others).toEqual([]);
    expect(table?.rows.map((row) => row.cells[0]?.text)).toEqual(Array.from({ length: 2000 }, (_, at) => String(at + 1)));
    expect(table?.rows.filter((row) => row.cells.some((cell) => cell.text === '')).length).toBe(0);
  });
});

function tablesOf(document: Document): Table[] {
  return [...walkBlocks(document.blocks)].flatMap(({ block }) => (block.kind === 'table' ? [block] : []));
}
