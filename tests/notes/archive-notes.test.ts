/** Real notices through the notes: what is written reads back as the same notice, and merging it again changes nothing. */
import { describe, expect, it } from 'vitest';
import { listingsOf } from '../../src/apps/listings-of';
import { readDocument } from '../../src/document/read-document';
import { createNote, mergeNote } from '../../src/notes/managed-note';
import { renderNoticeNote } from '../../src/notes/notice-note';
import type { Notice } from '../../src/notice/notice';
import { recogniseNotice } from '../../src/notice/recognise';
import { DEFAULT_SETTINGS } from '../../src/settings';
import { archiveFiles, HAS_ARCHIVE } from '../support/archive';
import { parseHtml } from '../support/parse-html';

async function recognise(fileName: string, bytes: Uint8Array): Promise<Notice> {
  const result = await readDocument({ fileName, bytes }, { parseHtml });
  if (!result.ok) throw new Error(`${fileName} cannot be read`);
  return recogniseNotice(result.document);
}

describe.skipIf(!HAS_ARCHIVE)('notes of the archive', () => {
  const files = HAS_ARCHIVE ? archiveFiles('notices') : [];
  it.each(files.map(({ path, bytes }) => [path, bytes] as const))('%s', async (path, bytes) => {
    const notice = await recognise(path, bytes);
    const desired = renderNoticeNote(notice, { settings: DEFAULT_SETTINGS, appLink: (list, entry) => ({ path: `通报/应用/${list}-${entry}.md` }), related: [] });
    const note = createNote(desired);
    expect(mergeNote(note, desired)).toEqual({ text: note, conflicts: [], differences: [], damage: null });

    const again = await recognise(path, new TextEncoder().encode(note));
    expect(listingsOf(again)).toEqual(listingsOf(notice));
    // Every entry is linked once or more: its own row bears the link.
    const links = new Set(Array.from(note.matchAll(/通报\/应用\/(\d+-\d+)(?:\\\||\.md\))/g), ([, id]) => id));
    expect(links.size).toBe(notice.lists.reduce((sum, { entries }) => sum + entries.length, 0) - emptyNames(notice));
    // Ordinary text is not sprinkled with escapes: pipes of aliases are all there is.
    expect(note.replace(/\\\|/g, '')).not.toContain('\\');
  });
});

/** Numbered rows with an empty name cell: there is no text that could be a link. */
function emptyNames(notice: Notice): number {
  const isName = (heading: string): boolean => /名称|软件|APP/i.test(heading) && !/企业|公司|开发|运营/.test(heading);
  return notice.lists.flatMap(({ entries }) => entries).filter((entry) => entry.rows[0]?.cells.some(([heading, cell]) => isName(heading) && cell === '')).length;
}
