/** Reads the markdown of a test as a notice, and says its lists in short. */
import { readMarkdown } from '../../src/document/markdown/read-markdown';
import type { Entry, Notice } from '../../src/notice/notice';
import { recogniseNotice } from '../../src/notice/recognise';
import { parseHtml } from '../support/parse-html';

export const TITLE = '关于侵害用户权益行为的APP通报（2021年第7批，总第16批）';

/** A notice with the given text under a title and its metadata. */
export function readNotice(text: string, fileName = 'notice.md'): Notice {
  return recogniseNotice(readMarkdown(text, fileName, { parseHtml }));
}

/** A notice of the ministry whose lists are what the test is about. */
export function readLists(markdown: string): Notice {
  return readNotice(`---\ntitle: ${TITLE}\n---\n\n来源：信息通信管理局\n\n时间：2021-08-02\n\n${markdown}\n`);
}

/** Every entry as `no name/developer/source/version/problems`, packages behind it with a +; what is empty is left out. */
export function shortLists(notice: Notice): readonly (readonly string[])[] {
  return notice.lists.map((list) => list.entries.map(shortEntry));
}

function shortEntry(entry: Entry): string {
  const parts = [entry, ...entry.packages].map((p) => [p.developer, p.source, p.version, p.problems.join('、')].map((v) => v ?? '').join('/').replace(/\/+$/, ''));
  return `${entry.no ?? '-'} ${entry.name}${parts[0] === '' ? '' : '/'}${parts.join(' + ')}`;
}

export function codesOf(notice: Notice): readonly string[] {
  return notice.diagnostics.map((d) => d.code);
}
