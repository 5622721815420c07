/** The real archive against its checked truth: every list, row and field. What differs is counted and printed; the aim is zero. */
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document/read-document';
import type { Notice } from '../../src/notice/notice';
import { recogniseNotice } from '../../src/notice/recognise';
import { archiveFiles, HAS_ARCHIVE, readTruth, type ArchiveFile } from '../support/archive';
import { compareNotice } from '../support/notice-truth';
import type { TruthNotice } from '../support/notice-truth-types';
import { parseHtml } from '../support/parse-html';

async function read(file: ArchiveFile): Promise<Notice> {
  const result = await readDocument({ fileName: file.path, bytes: file.bytes }, { parseHtml });
  if (!result.ok) throw new Error(`${file.path}: ${JSON.stringify(result.diagnostics)}`);
  return recogniseNotice(result.document);
}

describe.skipIf(!HAS_ARCHIVE)('the archive of real notices', () => {
  const truths = HAS_ARCHIVE ? readTruth<readonly TruthNotice[]>('notices.json') : [];

  it('gives the models that were checked by hand', async () => {
    const files = archiveFiles('notices');
    const differences: string[] = [];
    let rows = 0;
    for (const truth of truths) {
      const file = files.find((f) => f.path === truth.file);
      if (file === undefined) throw new Error(`no file ${truth.file}`);
      const notice = await read(file);
      rows += notice.lists.reduce((sum, list) => sum + list.entries.length, 0);
      differences.push(...compareNotice(notice, truth));
    }
    console.info(`archive: ${truths.length} notices, ${rows} entries, ${differences.length} fields differ`);
    for (const line of differences.slice(0, 40)) console.info(line);
    expect(differences).toEqual([]);
    expect(rows).toBe(2280);
  });

  it('gives the same models for the pages in their first, Wiki.js form', async () => {
    const differences: string[] = [];
    let compared = 0;
    for (const file of archiveFiles('wikijs-2021')) {
      const notice = await read(file);
      const truth = truths.find((t) => t.file === file.path);
      if (truth !== undefined) {
        compared += 1;
        differences.push(...compareNotice(notice, truth));
      } else if (notice.lists.length > 0) {
        // The file without a batch in its name holds only list 1 of 总第15批.
        const whole = truths.find((t) => t.total_batch === notice.batch?.total);
        expect(whole?.id).toBe('Q15');
        compared += 1;
        if (whole !== undefined) differences.push(...compareFirstList(notice, whole));
      }
    }
    console.info(`wikijs-2021: ${compared} notices, ${differences.length} fields differ`);
    for (const line of differences.slice(0, 40)) console.info(line);
    expect(compared).toBe(7);
    expect(differences).toEqual([]);
  });
});

/** Lists are compared alone; the page separates labels by ；, the later form of the same list by `<br>`. */
function compareFirstList(notice: Notice, truth: TruthNotice): string[] {
  const only = { ...truth, lists: truth.lists.slice(0, 1) };
  return compareNotice(notice, only).filter((line) => / list 1 /.test(line) && !/verbatim problems/.test(line));
}
