/** The made web pages beside the repository: title, date, attachments, words of the body, and every cell. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { walkBlocks } from '../../src/document/document';
import type { Table } from '../../src/document/document';
import { readDocument } from '../../src/document/read-document';
import { recogniseNotice } from '../../src/notice/recognise';

const SHARED = fileURLToPath(new URL('../../../shared/documents/', import.meta.url));
const present = existsSync(SHARED);
const name = present ? 'the web pages beside the repository' : 'SKIPPED: ../shared is not here';

interface ExpectedTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
interface ExpectedPage {
  readonly title: string;
  readonly date: string;
  readonly attachments?: readonly string[];
  readonly mustContain: readonly string[];
  readonly mustNotContain: readonly string[];
  readonly tables: readonly ExpectedTable[];
}

const results: { file: string; right: number; wrong: number }[] = [];

describe.skipIf(!present)(name, () => {
  const expected = present ? (JSON.parse(readFileSync(`${SHARED}expected.json`, 'utf8')) as Record<string, ExpectedPage>) : {};
  for (const [file, page] of Object.entries(expected).filter(([path]) => path.startsWith('html/'))) {
    test(file, async () => {
      const read = await readDocument({ fileName: file, bytes: readFileSync(SHARED + file) }, nodeReaderHost);
      if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
      const notice = recogniseNotice(read.document);
      const tables = [...walkBlocks(read.document.blocks)].flatMap(({ block }) => (block.kind === 'table' ? [block] : []));
      count(file, page.tables, tables);
      const said = JSON.stringify(read.document.blocks);
      expect({ title: notice.title, date: notice.date, attachments: notice.attachments.map((each) => each.url) }).toEqual({ title: page.title, date: page.date, attachments: page.attachments ?? [] });
      expect(page.mustContain.filter((text) => !notice.paragraphs.includes(text))).toEqual([]);
      expect(page.mustNotContain.filter((text) => said.includes(text) || JSON.stringify(notice).includes(text))).toEqual([]);
      expect(tables.map(plain)).toEqual(page.tables);
    });
  }
  afterAll(() => {
    for (const { file, right, wrong } of results) console.log(`${file} | ${right} cells right | ${wrong} cells wrong`);
  });
});

function plain(table: Table): ExpectedTable {
  return { header: table.header.map((cell) => cell.text), rows: table.rows.map((row) => row.cells.map((cell) => cell.text)) };
}

function count(file: string, expected: readonly ExpectedTable[], found: readonly Table[]): void {
  const result = { file, right: 0, wrong: 0 };
  expected.forEach((table, at) => {
    const other = found[at] === undefined ? null : plain(found[at]);
    [table.header, ...table.rows].forEach((cells, row) => {
      const others = row === 0 ? other?.header : other?.rows[row - 1];
      cells.forEach((cell, column) => (cell === others?.[column] ? (result.right += 1) : (result.wrong += 1)));
    });
  });
  results.push(result);
}
