/** The project's own samples as web page, Word and Excel files: each gives the Notice that the markdown gave. PDF: tests/e2e/same-notice-pdf.test.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeReaderHost } from '../cli/html';
import { readDocument } from '../src/document/read-document';
import type { Notice } from '../src/notice/notice';
import { recogniseNotice } from '../src/notice/recognise';
import { listsOf, meaningOf, toDocx, toHtml, toXlsx } from './support/convert-notice';

async function read(fileName: string, bytes: Uint8Array): Promise<Notice> {
  const result = await readDocument({ fileName, bytes }, nodeReaderHost);
  if (!result.ok) throw new Error(`${fileName}: ${JSON.stringify(result.diagnostics)}`);
  return recogniseNotice(result.document);
}

const folder = new URL('../samples/', import.meta.url);
const samples = ['侵害通报/', '下架通报/'].flatMap((sub) => readdirSync(new URL(sub, folder)).map((name) => ({ name, bytes: readFileSync(new URL(sub + name, folder)) })));

describe.each(samples)('$name', ({ name, bytes }) => {
  it('is the same notice as a web page', async () => {
    const notice = await read(name, bytes);
    const page = await read('page.html', toHtml(notice));
    expect({ ...meaningOf(page), date: page.date, agency: page.agency }).toEqual({ ...meaningOf(notice), date: notice.date, agency: notice.agency });
  });
  it('is the same notice as a Word file', async () => {
    const notice = await read(name, bytes);
    expect(meaningOf(await read('list.docx', toDocx(notice)))).toEqual(meaningOf(notice));
  });
  it('has the same lists as an Excel file', async () => {
    const notice = await read(name, bytes);
    expect(listsOf(await read('list.xlsx', toXlsx(notice)))).toEqual(listsOf(notice));
  });
});
