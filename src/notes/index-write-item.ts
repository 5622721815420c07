/** A new entry of a list, written in the list's style. */
import type { NoticeRef } from '../apps/listing';
import { decodeSafely } from '../document/web-address';
import { baseName } from './file-names';
import type { ItemStyle } from './index-item-style';
import type { VaultFiles } from './index-page';
import { fillPattern } from './index-patterns';
import { encodePath, linkLabel, linkTo, relativePath } from './links';

/** Where a new item leads. */
export interface ItemTarget {
  readonly ref: NoticeRef;
  readonly path: string;
}

/** What stands between the brackets of a link: plain words, and the markdown around them. */
export interface LinkWords {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** The first line of a new item. `number` is that of an ordered one. */
export function writeItem(style: ItemStyle, target: ItemTarget, page: string, files: VaultFiles, number: number): string {
  const { ref, path } = target;
  const mark = style.mark.replace(/\{(N+)\}/, (_, figures: string) => String(number).padStart(figures.length, '0'));
  const label = style.label === null ? { before: '', words: baseName(path), after: '' } : fillLabel(style.label, ref, path);
  return `${mark}${fillPattern(style.before, ref)}${writeLink(style, label, target, page, files)}${fillPattern(style.after, ref)}`;
}

function fillLabel(template: string, ref: NoticeRef, path: string): LinkWords {
  const token = /\{(title|name)\}/.exec(template);
  if (token === null) {
    const shared = fillPattern(template, ref);
    return shared === '' ? { before: '', words: ref.title, after: '' } : { before: shared, words: '', after: '' };
  }
  return { before: fillPattern(template.slice(0, token.index), ref), words: token[1] === 'name' ? baseName(path) : ref.title, after: fillPattern(template.slice(token.index + token[0].length), ref) };
}

/** A link in the style of a list. */
export function writeLink(style: ItemStyle, label: LinkWords, { ref, path }: ItemTarget, page: string, files: VaultFiles): string {
  const full = fullAddress(style, path, page, files);
  // A heading that the note does not have leads nowhere.
  const subpath = style.subpath !== '' && files.holds?.(path, decodeSafely(style.subpath.slice(1))) === true ? style.subpath : '';
  const address = style.hasEnding ? full : full.replace(/\.md$/i, '');
  if (style.link === 'wiki') {
    // Without an alias no words need to be shown; an underscore inside a word is one in an alias, too.
    const words = style.label === null ? '-' : (label.words || '-').replace(/([\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu, '$1-');
    if (!linkTo(full, words, { inTable: false }).startsWith('[[')) return linkTo(path, label.words || baseName(path), { inTable: false });
    const alias = style.label === null ? '' : `|${`${label.before}${label.words}${label.after}`.trim()}`;
    return `${style.isEmbed ? '!' : ''}[[${address}${subpath}${alias}]]`;
  }
  const shown = linkLabel(label.words, false);
  const escaped = style.escapesUnderscores ? shown.replace(/\\?_/g, '\\_') : shown;
  const inAngles = style.link === 'angle' && !/[<>\n%]/.test(address);
  // A title that would end the quotes is left out with them.
  const hover = /["'\\]/.test(ref.title) ? '' : style.hover.replace('{title}', () => ref.title);
  return `[${label.before}${escaped}${label.after}](${inAngles ? `<${address}${subpath}>` : encodeAddress(address, style) + subpath}${hover})`;
}

/** The address with its ending: one that leads to the note, whatever other notes the vault has. */
function fullAddress(style: ItemStyle, path: string, page: string, files: VaultFiles): string {
  const isWiki = style.link === 'wiki';
  const relative = relativePath(page, path);
  const place = style.address === 'name' && files.countName(baseName(path)) > 1 ? (isWiki ? 'vault' : 'relative') : style.address;
  if (place === 'name') return path.split('/').slice(-1 - style.folders).join('/');
  if (place === 'rooted') return `/${path}`;
  // From the top of the vault the same address may lead to another note.
  if (place === 'vault' || (place === 'relative' && isWiki && files.exists(relative))) return path;
  if (place === 'dotted-all' || (place === 'dotted' && !relative.startsWith('.'))) return `./${relative}`;
  return relative;
}

function encodeAddress(address: string, style: ItemStyle): string {
  if (style.encoding === 'readable') return encodePath(address);
  return address.split('/').map((part) => encodeURIComponent(part).replace(/[()*']/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)).join('/');
}
