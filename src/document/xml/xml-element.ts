/** What the XML reader gives: elements under one set of prefixes, whatever the file calls them. */

/** An element, or text with its character references undone. */
export type XmlNode = XmlElement | string;

/** An element with all that is in it. */
export interface XmlElement {
  /** Prefix of `namespaces.ts` and local name, e.g. `w:tbl`; `?:name` in a namespace that is not known there. */
  readonly name: string;
  /** Attributes as they stand in the source. Read them with `attributeOf`: most are never asked for. */
  readonly attributes: string;
  readonly children: readonly XmlNode[];
}

/** The value of the attribute with this local name, whatever its prefix; null where there is none. */
export function attributeOf(element: XmlElement, local: string): string | null {
  const source = element.attributes;
  let at = 0;
  for (;;) {
    const equals = source.indexOf('=', at);
    if (equals === -1) return null;
    let open = equals + 1;
    while (open < source.length && isBlank(source.charCodeAt(open))) open += 1;
    const close = source.indexOf(source.charAt(open), open + 1);
    if (close === -1) return null;
    let end = equals;
    while (end > at && isBlank(source.charCodeAt(end - 1))) end -= 1;
    const start = end - local.length;
    if (start >= at && source.startsWith(local, start) && isNameStart(source, start, at)) return decodeEntities(source.slice(open + 1, close));
    at = close + 1;
  }
}

/** The first child element of that name. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  if (!element) return null;
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child;
  return null;
}

/** All child elements, or those of one name. */
export function childrenOf(element: XmlElement | null | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? []) if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  return found;
}

/** `w:val` of a child, as Office writes most values: `<w:pStyle w:val="a3"/>`. */
export function valueOf(element: XmlElement | null | undefined, name: string): string | null {
  const child = childOf(element, name);
  return child === null ? null : attributeOf(child, 'val');
}

/** Whether a property that is on by its mere presence is on (`<w:vanish/>`, `<w:vanish w:val="0"/>`). */
export function isOn(element: XmlElement | null | undefined, name: string): boolean {
  const child = childOf(element, name);
  if (child === null) return false;
  return isTrue(attributeOf(child, 'val') ?? '1');
}

/** How Office writes yes. */
export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** The text directly inside an element. */
export function ownText(element: XmlElement): string {
  const [only] = element.children;
  if (element.children.length === 1 && typeof only === 'string') return only;
  return element.children.map((child) => (typeof child === 'string' ? child : '')).join('');
}

/** `&#x10FFFF`, with a zero or two before it. */
const LONGEST_REFERENCE = 12;
const NAMED: ReadonlyMap<string, string> = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]]);

/** Pieces of a text that are joined at once: a text of nothing but references must not take many times its size. */
const PIECES = 4096;

/** The five named entities and character references. What is no reference stays as it is. */
export function decodeEntities(text: string): string {
  let amp = text.indexOf('&');
  if (amp === -1) return text;
  let decoded = '';
  let pieces: string[] = [];
  let at = 0;
  for (; amp !== -1; amp = text.indexOf('&', amp + 1)) {
    // Not further than a reference can reach: a text of bare signs must not be searched to its end for each.
    const length = text.slice(amp, amp + LONGEST_REFERENCE).indexOf(';');
    const char = length === -1 ? null : decodeReference(text.slice(amp + 1, amp + length));
    if (char === null) continue;
    pieces.push(text.slice(at, amp), char);
    at = amp + length + 1;
    if (pieces.length > PIECES) {
      decoded += pieces.join('');
      pieces = [];
    }
  }
  return decoded + pieces.join('') + text.slice(at);
}

function decodeReference(name: string): string | null {
  if (!name.startsWith('#')) return NAMED.get(name) ?? null;
  const isHex = name.charAt(1) === 'x';
  const digits = name.slice(isHex ? 2 : 1);
  if (!(isHex ? /^[\da-fA-F]+$/ : /^\d+$/).test(digits)) return null;
  const code = Number.parseInt(digits, isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function isNameStart(source: string, start: number, from: number): boolean {
  if (start === from) return true;
  const code = source.charCodeAt(start - 1);
  return code === 58 || isBlank(code);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
