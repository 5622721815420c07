/** Links in a line of markdown: how long they are, and where their words stand. */
import { decodeSafely } from '../document/web-address';

const WIKILINK = /^\[\[([^[\]|\n]*?)(?:\\?\|([^\]\n]*(?:\](?!\])[^\]\n]*)*))?\]\]/;
const LINK = /^\[((?:[^[\]\\\n]|\\.|\[[^[\]\n]*\])*)\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)/;
const REFERENCE = /^\[((?:[^[\]\\\n]|\\.)*)\](?:\[([^[\]\n]*)\])?/;

/** A link by its place in the line; offsets in UTF-16 units. */
export interface LinkSpan {
  readonly length: number;
  /** Where its words stand; null where it shows none of its own. */
  readonly words: { readonly from: number; readonly to: number } | null;
  /** Where it leads, percent signs decoded; null for a reference to a definition or a footnote. */
  readonly target: string | null;
}

/**
 * Reads the link at the beginning of a text: a wikilink, a markdown link, a reference to a definition or to a footnote.
 * @param labels labels of the definitions of the note, in lower case
 */
export function readLink(rest: string, labels: ReadonlySet<string>): LinkSpan | null {
  const wiki = WIKILINK.exec(rest);
  if (wiki !== null) {
    const words = wiki[2] ?? wiki[1] ?? '';
    const from = wiki[0].length - 2 - words.length;
    return { length: wiki[0].length, words: { from, to: from + words.length }, target: (wiki[1] ?? '').replace(/\\$/, '').trim() };
  }
  const link = LINK.exec(rest);
  if (link !== null) return { length: link[0].length, words: { from: 1, to: 1 + (link[1] ?? '').length }, target: decodeSafely(link[2] ?? link[3] ?? '') };
  if (rest.startsWith('[^')) {
    const note = /^\[\^[^\]\s]+\]/.exec(rest)?.[0];
    return note === undefined ? null : { length: note.length, words: null, target: null };
  }
  const reference = REFERENCE.exec(rest);
  if (reference === null) return null;
  const label = (reference[2] ?? '') === '' ? (reference[1] ?? '') : (reference[2] ?? '');
  return labels.has(label.toLowerCase()) ? { length: reference[0].length, words: { from: 1, to: 1 + (reference[1] ?? '').length }, target: null } : null;
}
