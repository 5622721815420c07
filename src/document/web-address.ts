/** Addresses on web pages: what a link leads to, whoever rewrote it on the way. Nothing here goes to the network. */

/** `web.archive.org/web/<14 digits>[mp_|id_]/<original>`, with or without its host. */
const ARCHIVED = /^(?:(?:https?:)?\/\/(?:www\.)?web\.archive\.org)?\/web\/(\d{4,14})(?:[a-z]{2}_)?\/((?:https?:)?\/\/.+)$/i;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;
const VIEWER = /viewer(?:\.s?html?)?\?(?:[^#]*&)?file=([^&#]+)/i;
/** Stands in for the address of a page that nobody knows. */
const NOWHERE = 'http://page.invalid/';

/** The address that an archived copy is of, without the archive's; null for any other address. */
export function originalOfArchived(address: string): string | null {
  const original = ARCHIVED.exec(address.trim())?.[2];
  if (original === undefined) return null;
  return original.startsWith('//') ? `http:${original}` : original;
}

/**
 * What a link on a page leads to: an archive's own prefix and a PDF viewer's page taken away, relative addresses completed.
 * @param base address of the page; null where it is not known: then a relative address stays as it is written
 * Empty where the link leads nowhere but into a script or to a place on the page itself.
 */
export function resolveLink(href: string, base: string | null): string {
  const written = href.trim();
  if (written === '' || written.startsWith('#') || /^(?:javascript|vbscript|data|about):/i.test(written)) return '';
  const plain = originalOfArchived(written) ?? written;
  const file = VIEWER.exec(plain)?.[1];
  if (file === undefined) return complete(plain, base);
  return complete(originalOfArchived(decodeSafely(file)) ?? decodeSafely(file), complete(plain, base ?? NOWHERE)).replace(/^http:\/\/page\.invalid(?=\/)/, '');
}

/** An http or https address, told by its form; null for all others. */
export function httpAddress(text: string): URL | null {
  const url = parseAddress(text);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url : null;
}

const DOCUMENT_FILE = /\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)(?=$|[?#&\s）)])/i;

/** Whether a text or an address names a document (Word, Excel, PDF, an archive of such) rather than a page. */
export function namesFile(text: string): boolean {
  return DOCUMENT_FILE.test(text) || DOCUMENT_FILE.test(decodeSafely(text));
}

/** The name of the file that an address leads to: of `fileName=` where there is one, else the last part of its path. */
export function fileNameOf(address: string): string {
  const named = /[?&]fileName=([^&#]+)/i.exec(address)?.[1];
  return decodeSafely(named ?? /([^/?#]+)\/?(?:[?#].*)?$/.exec(address)?.[1] ?? address);
}

/** Undoes percent-encoding; the text as it is where that is not valid UTF-8. */
export function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function complete(address: string, base: string | null): string {
  if (ABSOLUTE.test(address) || base === null) return address;
  return parseAddress(address, base)?.href ?? address;
}

function parseAddress(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
