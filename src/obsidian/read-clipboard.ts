/** The system's clipboard, as far as the app lets a plugin read it. */
import { shownText, type PastedText } from '../document/pasted-text';
import { obsidianReaderHost } from './reader-host';

/** Why nothing came: the app may not read the clipboard, or it holds no text (a picture, say). */
export type NoClipboard = 'refused' | 'empty';

/** Reads HTML and text. Phones and older systems give text only, or nothing. */
export async function readClipboard(): Promise<PastedText | NoClipboard> {
  const { clipboard } = activeWindow.navigator;
  let why: NoClipboard = 'refused';
  try {
    let html = '';
    let text = '';
    for (const item of await clipboard.read()) {
      if (html === '' && item.types.includes('text/html')) html = await (await item.getType('text/html')).text();
      if (text === '' && item.types.includes('text/plain')) text = await (await item.getType('text/plain')).text();
    }
    why = 'empty';
    const found = pastedOf(html, text);
    if (found !== null) return found;
  } catch {
    // Not allowed, or not known here: the plain text may still be had.
  }
  try {
    return pastedOf('', await clipboard.readText()) ?? 'empty';
  } catch {
    return why;
  }
}

/** What a paste event brings; null where there is no text in it. */
export function readPasteEvent({ clipboardData: data }: ClipboardEvent): PastedText | null {
  return pastedOf(data?.getData('text/html') ?? '', data?.getData('text/plain') ?? '');
}

/** HTML alone shows as what a reader sees of it; where he sees nothing (a copied picture), there is nothing. */
function pastedOf(html: string, plain: string): PastedText | null {
  const text = plain.trim() === '' ? shownText(html, obsidianReaderHost) : plain;
  return text.trim() === '' ? null : { html: html === '' ? null : html, text };
}
