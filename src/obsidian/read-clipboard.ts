/** The system's clipboard, as far as the app lets a plugin read it. */
import type { PastedText } from '../document/pasted-text';

/** Reads HTML and text; null where the clipboard is refused or holds neither. Phones and older systems give text only, or nothing. */
export async function readClipboard(): Promise<PastedText | null> {
  const { clipboard } = activeWindow.navigator;
  try {
    let html: string | null = null;
    let text = '';
    for (const item of await clipboard.read()) {
      if (item.types.includes('text/html')) html ??= await (await item.getType('text/html')).text();
      if (text === '' && item.types.includes('text/plain')) text = await (await item.getType('text/plain')).text();
    }
    if (html !== null || text !== '') return { html, text };
  } catch {
    // Not allowed, or not known here: the plain text may still be had.
  }
  try {
    const text = await clipboard.readText();
    return text === '' ? null : { html: null, text };
  } catch {
    return null;
  }
}

/** What a paste event brings. */
export function readPasteEvent(event: ClipboardEvent): PastedText | null {
  const html = event.clipboardData?.getData('text/html') ?? '';
  const text = event.clipboardData?.getData('text/plain') ?? '';
  return html === '' && text === '' ? null : { html: html === '' ? null : html, text };
}
