/** A list that the user copied, for a notice whose list is still to be added. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import type { Block, Document, ReaderHost } from '../document/document';
import { readPasted, type PastedText } from '../document/pasted-text';
import { baseName } from '../notes/file-names';
import { addLists } from '../notice/add-lists';
import type { Notice } from '../notice/notice';
import { recogniseNotice } from '../notice/recognise';
import type { Settings } from '../settings';
import { readKnownNotice } from './plan-notices';
import type { ImportSource } from './read-sources';
import type { VaultPort } from './vault-port';
import { takeSnapshot, type KnownNotice } from './vault-snapshot';
import { WorkingNotes } from './working-notes';

/** What a pasted text lacks, the notice says. */
const SAID_BY_NOTICE: ReadonlySet<string> = new Set(['no-date', 'no-agency', 'no-list', 'not-a-notice', 'title-conflict', 'batch-conflict', 'count-mismatch', 'part-count-mismatch']);

/** What was pasted, as a source of the notice, or why it is none. */
export type PastedList =
  | { readonly ok: true; readonly source: ImportSource }
  /** Why there is no list: what was found in the text, or nothing at all. */
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a clipboard as the list of the notice at `path`: a further source of that notice, with its identity and the pasted lists, so that
 * an import of it fills what is empty and changes nothing else.
 */
export async function readPastedList(path: string, pasted: PastedText, vault: VaultPort, host: ReaderHost, settings: Settings): Promise<PastedList> {
  const snapshot = await takeSnapshot(vault, settings);
  const known = snapshot.notices.find((notice) => notice.path === path);
  if (known === undefined) return { ok: false, diagnostics: [diagnostic('not-a-notice-note')] };
  let first: readonly Diagnostic[] | null = null;
  for (const blocks of readPasted(pasted, host)) {
    const read = recogniseNotice(documentOf(blocks, known));
    const diagnostics = read.diagnostics.filter(({ code }) => !SAID_BY_NOTICE.has(code));
    if (read.lists.length === 0) {
      first ??= diagnostics;
      continue;
    }
    const { notice } = await readKnownNotice(known, new WorkingNotes(vault, snapshot.paths), host);
    // Only its lists speak: what the note says of itself is no news to it.
    const bare: Notice = { ...notice, lists: [], attachments: [], diagnostics };
    return { ok: true, source: { fileName: baseName(path), bytes: new Uint8Array(), notice: addLists(bare, read.lists) } };
  }
  return { ok: false, diagnostics: first ?? [] };
}

/** The pasted blocks under the notice's own title: what a list of such a notice is, the title says. */
function documentOf(blocks: readonly Block[], { title, path }: KnownNotice): Document {
  const heading: Block = { kind: 'heading', level: 1, text: title, links: [], line: 1 };
  return { format: 'markdown', fileName: baseName(path), frontMatter: { values: {}, comments: {} }, blocks: [heading, ...blocks], footnotes: [], diagnostics: [] };
}
