/** HTML tags inside a paragraph or a cell. Tags of unknown names are text: `编译器<IDE>` is an app, not an element. */

/** A tag as it stands in the text. `end` is the place after its `>`, in UTF-16 units. */
export interface InlineTag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  /** What stands between the name and the end of the tag. */
  readonly attributes: string;
  readonly end: number;
}

const KNOWN = new Set(
  ('a abbr acronym b bdi bdo big br center cite code data del details dfn div em embed font h1 h2 h3 h4 h5 h6 hr i iframe img input ins kbd label li mark ' +
    'nobr object ol p q rp rt ruby s samp script section small span strike strong style sub summary sup table tbody td th thead time tr tt u ul var video wbr').split(' '),
);
/** Elements that begin and end a line of text. */
const BREAKING = new Set('br center details div h1 h2 h3 h4 h5 h6 hr li ol p section summary table tr ul'.split(' '));
const TAG = /^<(\/?)([A-Za-z][A-Za-z0-9]*)((?:[\s/][^<>]*)?)>/;
const MAX_TAG = 4096;

/** The tag whose `<` stands at `at`, or null where it is plain text. */
export function inlineTagAt(text: string, at: number): InlineTag | null {
  const match = TAG.exec(text.slice(at, at + MAX_TAG));
  const name = match?.[2]?.toLowerCase();
  if (match === null || name === undefined || !KNOWN.has(name)) return null;
  return { name, closing: match[1] === '/', attributes: match[3] ?? '', end: at + match[0].length };
}

/** Whether text before and behind the tag stands on lines of their own: `<br>`, `<p>` and the like. */
export function breaksLine(tag: InlineTag): boolean {
  return BREAKING.has(tag.name);
}

/** The value of an attribute, or an empty string. */
export function attributeOf(attributes: string, name: 'href' | 'src' | 'alt'): string {
  const match = ATTRIBUTES[name].exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

const ATTRIBUTES = {
  href: /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  src: /(?:^|\s)src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  alt: /(?:^|\s)alt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
} as const;

/** Where the content of a `<script>` or `<style>` that began before `from` ends, its closing tag included. */
export function endOfRawElement(text: string, from: number, name: string): number {
  const close = new RegExp(`</${name}[^>]*>`, 'ig');
  close.lastIndex = from;
  const found = close.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}
