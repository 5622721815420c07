/** Makes the links, pictures and embedded files of a page lead to what they mean. */
import { fileNameOf, namesFile, resolveLink } from '../web-address';
import { FILE_NAME_ATTRIBUTE, nameOf } from './dom-text';

/**
 * Rewrites addresses in place: complete where the page's own address is known, without viewers and archives. Embedded files become
 * links that bear their name; embedded pages (advertisements, players) are removed.
 */
export function resolveLinks(body: Element, base: string | null): void {
  for (const link of Array.from(body.querySelectorAll('a[href]'))) {
    const target = resolveLink(link.getAttribute('href') ?? '', base);
    if (target === '') link.removeAttribute('href');
    else link.setAttribute('href', target);
  }
  for (const image of Array.from(body.querySelectorAll('img'))) {
    // Pictures that load as one scrolls keep their address beside `src`.
    const lazy = ['data-src', 'data-original', 'data-lazy-src', 'original'].map((name) => image.getAttribute(name)).find((value) => value !== null && value !== '');
    const target = resolveLink(lazy ?? image.getAttribute('src') ?? '', base);
    if (target === '') image.remove();
    else image.setAttribute('src', target);
  }
  for (const frame of Array.from(body.querySelectorAll('iframe, embed, object'))) replaceFrame(frame, base);
}

function replaceFrame(frame: Element, base: string | null): void {
  const written = ['fileurl', 'src', 'data'].map((name) => frame.getAttribute(name) ?? '').filter((value) => value !== '');
  const target = written.map((value) => resolveLink(value, base)).find((value) => namesFile(value));
  if (target === undefined) {
    // An `object` may hold the link that a browser without its plug-in shows.
    if (nameOf(frame) !== 'object' || frame.querySelector('a') === null) frame.remove();
    return;
  }
  frame.setAttribute('src', target);
  frame.setAttribute(FILE_NAME_ATTRIBUTE, fileNameOf(target));
}
