/** A notice that the user copied: of the clipboard's HTML and its text, the one that says more. */
import type { ReaderHost } from '../document/document';
import type { PastedText } from '../document/pasted-text';
import { readDocument } from '../document/read-document';
import { listsApps } from '../notice/notice';
import { recogniseNotice } from '../notice/recognise';
import type { ImportSource } from './read-sources';

/** More than any notice; a clipboard can hold a whole book. */
const MAX_CHARACTERS = 10_000_000;

/**
 * The source that a pasted text is. Of a page that shows markdown as it is written, an editor copies HTML in which that is one paragraph:
 * so both are read, and the HTML is taken unless the text holds more.
 * @param name what the source is called, without ending
 */
export async function pastedSource({ html, text }: PastedText, host: ReaderHost, name: string): Promise<ImportSource> {
  const plain = encode(`${name}.md`, text);
  if (html === null || html.length > MAX_CHARACTERS) return plain;
  const page = encode(`${name}.html`, /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`);
  return text.trim() !== '' && (await weigh(plain, host)) > (await weigh(page, host)) ? plain : page;
}

function encode(fileName: string, text: string): ImportSource {
  return { fileName, bytes: new TextEncoder().encode(text), charset: 'utf-8' };
}

/** How much a source says: entries first, then the facts that a notice should have. */
async function weigh(source: ImportSource, host: ReaderHost): Promise<number> {
  const read = await readDocument(source, host);
  if (!read.ok) return -1;
  const notice = recogniseNotice(read.document);
  const entries = notice.lists.reduce((sum, list) => sum + list.entries.length, 0);
  const facts = [listsApps(notice.kind), notice.date !== null, notice.agency !== null, notice.batch !== null].filter(Boolean).length;
  return entries * 10 + facts;
}
