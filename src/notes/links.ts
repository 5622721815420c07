/** Links that the program writes: by full vault path, so that no later note of the same name can capture them. */
import type { LinkStyle } from '../settings';
import { inertText } from './inert';

/** How a link is to be written. */
export interface LinkForm {
  /** In a table the pipe of an alias needs a backslash. */
  readonly inTable: boolean;
  /** Block id that the link leads to, without `^`. */
  readonly block?: string;
  /** Heading that the link leads to, as it stands; instead of a block. */
  readonly heading?: string;
  /** A wikilink where it is left out. */
  readonly style?: LinkStyle;
}

/** Characters that an alias does not show as they stand, or that end it. */
const NOT_IN_ALIAS = /[[\]|<>%#^`*_~$\\\n]/;
const NOT_IN_WIKI_TARGET = /[[\]|#^`\\\n]|%%|<%|%>|::/;

/**
 * A link to the note at `path` that shows `display`: a wikilink where that is the style and an alias can show the words, else a markdown link.
 * Both lead from the top of the vault: Obsidian finds that from every note, and a note that moves keeps its links.
 */
export function linkTo(path: string, display: string, form: LinkForm): string {
  const subpath = form.block !== undefined ? `#^${form.block}` : form.heading !== undefined ? `#${form.heading}` : '';
  const target = path.replace(/\.md$/i, '');
  const shown = display.trim();
  if (form.style !== 'markdown' && shown !== '' && !NOT_IN_WIKI_TARGET.test(target) && !NOT_IN_ALIAS.test(shown) && inertText(shown, 'cell') === shown) {
    return `[[${target}${subpath}${form.inTable ? '\\|' : '|'}${shown}]]`;
  }
  return `[${linkLabel(display, form.inTable)}](${encodePath(path)}${form.block === undefined && form.heading !== undefined ? `#${encodePath(form.heading)}` : subpath})`;
}

/** Whether a wikilink can lead to a path; a property knows no other kind of link. */
export function isLinkable(path: string): boolean {
  return !NOT_IN_WIKI_TARGET.test(path);
}

/** Text between the brackets of a markdown link. */
export function linkLabel(display: string, inTable: boolean): string {
  return inertText(display, inTable ? 'cell' : 'title').replace(/\]/g, '\\]');
}

/** A link as the value of a property. Properties know wikilinks only: brackets and pipes of the display become full-width. */
export function propertyLink(path: string, display: string): string {
  const target = path.replace(/\.md$/i, '');
  const shown = display.replace(/\[/g, '［').replace(/\]/g, '］').replace(/\|/g, '｜').replace(/\s+/g, ' ').trim();
  return NOT_IN_WIKI_TARGET.test(target) ? shown : `[[${target}|${shown}]]`;
}

/** A foreign string as the value of a property: one that looks like a link would be one, so its brackets become full-width. */
export function foreignProperty(text: string): string {
  return /^\s*!?\[\[.*\]\]\s*$/s.test(text) ? text.replace(/\[/g, '［').replace(/\]/g, '］') : text;
}

/** A vault path as the address of a markdown link: blanks and what would end or change the link are encoded, Chinese stays readable. */
export function encodePath(path: string): string {
  return path.replace(/[\p{Cc}\s"#%()<>?[\\\]^`{|}*$~:]/gu, encodeByte).replace(/==/g, '=%3D');
}

/** One ASCII character percent-encoded, those too that an address may hold as they are. */
export function encodeByte(c: string): string {
  const encoded = encodeURIComponent(c);
  return encoded === c ? `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : encoded;
}

/** `to` as seen from the folder of the note `from`. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}

/** A markdown link to a page of the web; null where the address is not one (`obsidian://`, `javascript:`, a path). */
export function webLink(url: string, display: string): string | null {
  const address = webAddress(url);
  return address === null ? null : `[${linkLabel(display, false)}](${address})`;
}

/** The address of a page of the web with what would end or change a link encoded; null for anything else. */
export function webAddress(url: string): string | null {
  const trimmed = url.trim();
  if (!/^https?:\/\/[^\s/]/i.test(trimmed)) return null;
  return trimmed
    .replace(/[\p{Cc}\s"()<>[\\\]^`{|}*$~]/gu, encodeByte)
    .replace(/%(?=[%>])/g, '%25')
    .replace(/::/g, ':%3A')
    .replace(/==/g, '=%3D');
}
