/** The links of a line on an index page as they are written, and where in the vault they can lead. */
import { findBatch } from '../notice/batches';
import { kindOfTitle } from '../notice/titles';
import { decodeSafely } from '../document/web-address';
import { displayText, WIKILINK } from './inline-text';

/** A link as it is written. */
export interface ItemLink {
  readonly form: 'markdown' | 'angle' | 'wiki';
  /** Address as it stands, without angle brackets and subpath. */
  readonly address: string;
  /** Between the brackets as it stands; null for a wikilink without an alias. */
  readonly label: string | null;
}

/** A link by its place in the text. */
export interface LinkInText {
  readonly link: ItemLink;
  readonly from: number;
  readonly to: number;
  /** A note that is shown in full. */
  readonly isEmbed: boolean;
}

const MARKDOWN_LINK = /^\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*(?:<([^<>]*)>|((?:[^\s()\\<]|\\.|\((?:[^\s()]|\([^\s()]*\))*\))*)|([^()<>]*?\.md))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/i;

/** All links of a text in order. Of embeds those that show a note: an item leads to that; a picture is none. */
export function linksIn(text: string): readonly LinkInText[] {
  const found: LinkInText[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (text.charAt(i) === '\\') i += 1;
    else if (text.charAt(i) === '!' && text.charAt(i + 1) === '[') {
      const shown = WIKILINK.exec(text.slice(i + 1));
      if (shown !== null && !/\.(?!md(?:#|$))\w{2,5}$/i.test(shown[1] ?? '')) found.push({ link: { form: 'wiki', address: shown[1] ?? '', label: null }, from: i, to: i + 1 + shown[0].length, isEmbed: true });
      i += shown?.[0].length ?? 1;
    } else if (text.charAt(i) === '[') {
      const rest = text.slice(i);
      const wiki = WIKILINK.exec(rest);
      const plain = wiki === null ? MARKDOWN_LINK.exec(rest) : null;
      const length = wiki?.[0].length ?? plain?.[0].length;
      if (length === undefined) continue;
      const link: ItemLink = wiki !== null ? { form: 'wiki', address: wiki[1] ?? '', label: wiki[2] ?? null } : { form: plain?.[2] === undefined ? 'markdown' : 'angle', address: plain?.[2] ?? plain?.[3] ?? plain?.[4] ?? '', label: plain?.[1] ?? '' };
      found.push({ link, from: i, to: i + length, isEmbed: false });
      i += length - 1;
    }
  }
  return found;
}

/** Whether a link leads out of the vault. */
export function isWeb({ address }: ItemLink): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

/** What a link shows. */
export function wordsOf(link: ItemLink): string {
  return (link.label === null ? (link.address.split('/').pop() ?? '').replace(/#.*$/, '') : displayText(link.label)).trim();
}

/** Whether the words of a link, or the name of the file that it leads to, are the title or the batch of a notice. */
export function readsAsNotice(link: ItemLink): boolean {
  const name = decodeSafely(link.address).replace(/#.*$/, '').replace(/^.*\//, '').replace(/\.(?:md|html?)$/i, '');
  return [wordsOf(link), name].some((words) => findBatch(words) !== null || ['infringement', 'takedown'].includes(kindOfTitle(words, false)));
}

/** What a link can mean as a vault path, `.md` included, the likeliest first. None for one to the web. `page` is the path of the page. */
export function targetsOf(link: ItemLink, page: string): readonly string[] {
  if (isWeb(link)) return [];
  const plain = link.form === 'wiki' ? link.address.trim() : decodeSafely(link.address.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  const address = plain.replace(/#.*$/, '').normalize('NFC').replace(/\u00a0/g, ' ');
  if (address === '') return [];
  const full = /\.md$/i.test(address) ? address : `${address}.md`;
  if (full.startsWith('/')) return [full.slice(1)];
  const relative = joinPath(page.split('/').slice(0, -1), full);
  if (/^\.\.?\//.test(full)) return [relative];
  return link.form === 'wiki' ? [full, relative] : [relative, full];
}

function joinPath(folder: readonly string[], address: string): string {
  const parts = [...folder];
  for (const part of address.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
