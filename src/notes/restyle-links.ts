/** Wikilinks ↔ markdown links in the parts of a note that the program manages. */
import type { LinkStyle } from '../settings';
import { readInline } from './inline-text';
import { linkTo, type LinkForm } from './links';
import { findRegions } from './managed-regions';

const LINK = /\[\[(?:[^[\]\n]|\\.)+?\]\]|\[(?:[^[\]\\\n]|\\.)*\]\([^\s()<>]*\)/g;

/**
 * Writes the links of the managed regions in the other style. Only a link that stands there as the program writes it is changed, so that
 * the way back gives the same bytes; links that the user wrote or changed keep their form. Fingerprints hold: they know no form of link.
 * @param from how the links are written so far
 */
export function restyleLinks(text: string, from: LinkStyle, to: LinkStyle): string {
  let result = '';
  let at = 0;
  for (const region of findRegions(text)) {
    const lines = text.slice(region.start, region.end).split('\n');
    const restyled = lines.map((line) => line.replace(LINK, (link) => restyle(link, /^[> \t]*\|/.test(line), from, to)));
    result += text.slice(at, region.start) + restyled.join('\n');
    at = region.end;
  }
  return result + text.slice(at);
}

function restyle(link: string, inTable: boolean, from: LinkStyle, to: LinkStyle): string {
  const [read, ...rest] = readInline(link);
  if (read?.kind !== 'link' || rest.length > 0 || /^[a-z][a-z0-9+.-]*:/i.test(read.target)) return link;
  const [, path = '', mark = '', sub = ''] = /^([^#]*)(?:#(\^?)(.*))?$/s.exec(read.target) ?? [];
  const form: LinkForm = { inTable, ...(sub === '' ? {} : mark === '' ? { heading: sub } : { block: sub }) };
  // A wikilink leaves `.md` out, and out only: the name of another kind of file stands in full.
  const note = link.startsWith('[[') && !/\.[a-z0-9]{1,5}$/i.test(path) ? `${path}.md` : path;
  return [note, `${path}.md`].flatMap((one) => (linkTo(one, read.text, { ...form, style: from }) === link ? [linkTo(one, read.text, { ...form, style: to })] : []))[0] ?? link;
}
