import { describe, expect, test } from 'vitest';
import { nodeReaderHost } from '../../cli/html';
import { describeDiagnostic, describePlace } from '../../src/document/diagnostic';
import { readDocument } from '../../src/document/read-document';
import { within } from '../support/processor-time';

const MEGABYTE = 1024 * 1024;

/** What a person is told of a source that is refused. */
async function refusal(bytes: Uint8Array | string): Promise<string[]> {
  const result = await readDocument({ fileName: '通报/甲.md', bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes }, nodeReaderHost);
  return result.ok ? ['read'] : result.diagnostics.map((d) => `${describePlace(d.place, 'en')}: ${describeDiagnostic(d, 'en')}`);
}

describe('readDocument', () => {
  test('reads markdown whatever the name of the file, and keeps only the name', async () => {
    const result = await readDocument({ fileName: '下载/甲.txt', bytes: new TextEncoder().encode('# 标题') }, nodeReaderHost);
    expect(result.ok && [result.document.format, result.document.fileName, result.document.blocks]).toEqual(['markdown', '甲.txt', [{ kind: 'heading', level: 1, text: '标题', links: [], line: 1 }]]);
  });

  test('an empty file, and one of blanks only', async () => {
    expect(await refusal('')).toEqual([': The file is empty.']);
    expect(await refusal('\uFEFF \n\t\n')).toEqual([': The file is empty.']);
  });

  test('a binary is named', async () => {
    expect(await refusal(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4))).toEqual([': This is not text: 7-Zip.']);
  });

  test('formats that have no reader', async () => {
    expect(await refusal('<?xml version="1.0"?>\n<rss><channel>甲</channel></rss>')).toEqual([': The format of this file is not known.']);
  });

  test('a line over 1,000,000 characters is refused by its number', async () => {
    expect(await refusal(`# 标题\n\n${'甲'.repeat(1_000_001)}\n`)).toEqual(['line 3: A line is 1000001 characters long, over the limit of 1000000.']);
    expect(await refusal(`# 标题\n\n${'甲'.repeat(1_000_000)}\n`)).toEqual(['read']);
  });

  test('one line of 50 MB is refused at once, by its number', async () => {
    const bytes = new Uint8Array(50 * MEGABYTE + 3).fill(0x61);
    bytes.set([0x61, 0x0a, 0x0a], 0);
    expect(await within(1000, () => refusal(bytes))).toEqual([': The file is 51 MB, over the limit of 50 MB.', 'line 3: A line is 52428800 characters long, over the limit of 1000000.']);
  });

  test('a paragraph of very many lines is read', async () => {
    expect(await refusal(`# 标题\n\n${'看图\n'.repeat(200_000)}`)).toEqual(['read']);
  });

  test('characters that could not be decoded are counted', async () => {
    const bytes = new TextEncoder().encode('工信部通报了一批应用。'.repeat(20));
    const result = await readDocument({ fileName: 'a.md', bytes: bytes.subarray(0, bytes.length - 1) }, nodeReaderHost);
    expect(result.ok && result.document.diagnostics.map((d) => [d.code, d.values['count']])).toEqual([['damaged-characters', 1]]);
  });
});
