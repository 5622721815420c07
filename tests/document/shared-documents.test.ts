import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { walkBlocks } from '../../src/document/document';
import type { Document, Table } from '../../src/document/document';
import { readDocument } from '../../src/document/read-document';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const present = existsSync(SHARED);
const title = present ? 'the documents and the archive beside the repository' : 'SKIPPED: ../shared is not here';

interface ExpectedDocument {
  readonly tables: readonly { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }[];
}
interface TrueNotice {
  readonly id: string;
  readonly file: string;
  readonly row_count: number;
}

async function read(path: string): Promise<Document> {
  const result = await readDocument({ fileName: path, bytes: readFileSync(SHARED + path) }, nodeReaderHost);
  if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.diagnostics)}`);
  return result.document;
}

function tablesOf(document: Document): Table[] {
  return [...walkBlocks(document.blocks)].flatMap(({ block }) => (block.kind === 'table' ? [block] : []));
}

function markdownFiles(folder: string): string[] {
  return readdirSync(SHARED + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
    .sort();
}

describe.skipIf(!present)(title, () => {
  const expected = present ? (JSON.parse(readFileSync(`${SHARED}documents/expected.json`, 'utf8')) as Record<string, ExpectedDocument>) : {};
  for (const [path, entry] of Object.entries(expected).filter(([name]) => name.startsWith('md/'))) {
    test(`${path}: tables as expected, cell by cell`, async () => {
      const tables = tablesOf(await read(`documents/${path}`));
      expect(tables.map((table) => ({ header: table.header.map((cell) => cell.text), rows: table.rows.map((row) => row.cells.map((cell) => cell.text)) }))).toEqual(entry.tables);
    });
  }

  const notices = present ? (JSON.parse(readFileSync(`${SHARED}archive/truth/notices.json`, 'utf8')) as TrueNotice[]) : [];
  test('every entry of the archive is read, none twice', async () => {
    const counts = await Promise.all(notices.map(async (notice) => {
      const rows = tablesOf(await read(`archive/notices/${notice.file}`)).flatMap((table) => table.rows);
      // An entry is a row with a number in one of its first two cells (some lists lead with a category).
      const entries = rows.filter((row) => row.cells.slice(0, 2).some((cell) => /^\d+$/.test(cell.text)));
      return `${notice.id} ${entries.length}`;
    }));
    expect(counts).toEqual(notices.map((notice) => `${notice.id} ${notice.row_count}`));
  });

  for (const path of present ? [...markdownFiles('archive'), ...markdownFiles('seeds')] : []) {
    test(`${path}: no Chinese character is lost and every line number is right`, async () => {
      const source = readFileSync(SHARED + path, 'utf8');
      const document = await read(path);
      const lines = source.split(/\r?\n/);
      // Comments, styles and tool tips are not shown to a reader of the page either.
      const body = source.replace(/<!--[\s\S]*?-->/g, '').replace(/<style[\s\S]*?<\/style>/g, '').replace(/ title="[^"]*"/g, '');
      const found = countChinese(shownText(document));
      const missing = [...countChinese(body)].filter(([char, count]) => (found.get(char) ?? 0) < count).map(([char, count]) => `${char} ${found.get(char) ?? 0}/${count}`);
      expect(missing).toEqual([]);
      for (const table of tablesOf(document)) {
        for (const row of [{ cells: table.header, line: table.line }, ...table.rows]) {
          const text = lines[row.line - 1] ?? '';
          for (const cell of row.cells) expect(text).toContain(cell.raw);
        }
      }
    });
  }
});

function countChinese(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const char of text.match(/[\u3400-\u9fff]/g) ?? []) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

/** All that a document holds, as one text, the words of a link once. */
function shownText(document: Document): string {
  return JSON.stringify(document, (key, value: unknown) => {
    if (key === 'raw' || key === 'fileName') return undefined;
    return key === 'links' ? (value as readonly { readonly target: string }[]).map((link) => link.target) : value;
  });
}
