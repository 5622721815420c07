import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { severityOf, describeDiagnostic } from '../../src/document/diagnostic';
import { walkBlocks } from '../../src/document/document';
import type { Cell, Document, Table } from '../../src/document/document';
import { readDocument } from '../../src/document/read-document';
import { placeTables } from '../../src/notice/placed-tables';
import { within } from '../support/processor-time';

const SHARED = fileURLToPath(new URL('../../../shared/documents/', import.meta.url));
const present = existsSync(SHARED);
const title = present ? 'Word and Excel files beside the repository' : 'SKIPPED: ../shared/documents is not here';

interface ExpectedTable {
  readonly caption?: string | null;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
interface ExpectedDocument {
  readonly title?: string;
  readonly tables?: readonly ExpectedTable[];
  readonly reject?: boolean;
}

const texts = (cells: readonly Cell[]): string[] => cells.map((cell) => cell.text);

function tablesOf(document: Document): Table[] {
  return [...walkBlocks(document.blocks)].flatMap(({ block }) => (block.kind === 'table' ? [block] : []));
}

/** Cells of both in the same place and of the same text; a row or table too many or missing counts with all its cells. */
function compareCells(found: readonly Table[], expected: readonly ExpectedTable[]): { right: number; wrong: number } {
  let right = 0;
  let wrong = 0;
  for (let t = 0; t < Math.max(found.length, expected.length); t += 1) {
    const is = found[t] === undefined ? [] : [texts(found[t]!.header), ...found[t]!.rows.map((row) => texts(row.cells))];
    const should = expected[t] === undefined ? [] : [expected[t]!.header, ...expected[t]!.rows];
    for (let r = 0; r < Math.max(is.length, should.length); r += 1) {
      for (let c = 0; c < Math.max(is[r]?.length ?? 0, should[r]?.length ?? 0); c += 1) {
        if (is[r]?.[c] === should[r]?.[c]) right += 1;
        else wrong += 1;
      }
    }
  }
  return { right, wrong };
}

describe.skipIf(!present)(title, () => {
  const expected = present ? (JSON.parse(readFileSync(`${SHARED}expected.json`, 'utf8')) as Record<string, ExpectedDocument>) : {};
  const files = Object.entries(expected).filter(([name]) => /\.(?:docx|xlsx)$/.test(name));
  const lines: string[] = [];
  afterAll(() => console.log(['file | cells right | cells wrong', ...lines].join('\n')));

  for (const [path, entry] of files.filter(([, { reject }]) => reject !== true)) {
    test(`${path}: tables as expected, cell by cell`, async () => {
      const result = await readDocument({ fileName: path, bytes: readFileSync(SHARED + path) }, nodeReaderHost);
      if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
      const tables = tablesOf(result.document);
      const { right, wrong } = compareCells(tables, entry.tables ?? []);
      lines.push(`${path} | ${right} | ${wrong}`);
      expect(tables.map((table) => [texts(table.header), ...table.rows.map((row) => texts(row.cells))])).toEqual(entry.tables?.map((table) => [table.header, ...table.rows]));
      const captions = placeTables(result.document).map(({ table, caption }) => table.caption ?? caption);
      for (const [at, table] of (entry.tables ?? []).entries()) {
        // （续表） is what stands over the second half; the caption of its list is that of the first.
        if (table.caption !== undefined && table.caption !== '（续表）') expect(captions[at]).toBe(table.caption);
      }
      if (entry.title !== undefined) expect([...walkBlocks(result.document.blocks)].some(({ block }) => 'text' in block && block.text === entry.title)).toBe(true);
    });
  }

  for (const [path] of files.filter(([, { reject }]) => reject === true)) {
    test(`${path}: refused with a sentence, soon and in little memory`, async () => {
      const bytes = readFileSync(SHARED + path);
      const before = process.memoryUsage();
      const result = await within(1000, () => readDocument({ fileName: path, bytes }, nodeReaderHost));
      const after = process.memoryUsage();
      const megabytes = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20;
      if (result.ok) throw new Error('read, though it should be refused');
      lines.push(`${path} | refused, ${Math.max(0, megabytes).toFixed(0)} MB | ${describeDiagnostic(result.diagnostics[0]!, 'en')}`);
      expect(result.diagnostics.some((d) => severityOf(d) === 'error')).toBe(true);
      expect(megabytes).toBeLessThan(100);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });
  }
});
