/**
 * A small XML reader for the parts of Office files: one pass over the text, elements under known prefixes, attributes left
 * unread until asked for. It refuses any DOCTYPE (entities that grow or fetch need one, and Office files never have one), and is
 * bounded in depth and in elements. What is not well-formed is refused with its place.
 */
import { decodeEntities, type XmlElement, type XmlNode } from './xml-element';
import { prefixOf } from './namespaces';

/** Why a text is refused. `offset` is in UTF-16 units. */
export type XmlFault = { readonly fault: 'doctype' | 'malformed' | 'too-large'; readonly offset: number };

/** Tables within tables within text boxes go some ten elements deep each; the walks over the tree are recursive. */
const MAX_DEPTH = 256;
/** A list of 2,000 rows makes some 80,000 once formatting is left out. */
const MAX_ELEMENTS = 1_000_000;
const NOTHING: readonly XmlNode[] = [];

interface OpenElement {
  readonly qualified: string;
  readonly element: { name: string; attributes: string; children: readonly XmlNode[] };
  readonly scope: Scope;
}

/** Prefixes in force, and the names already resolved under them. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
}

/** Reads a text to its root element. Elements named in `without` are left out with all that is in them. */
export function readXml(text: string, without: ReadonlySet<string> = new Set()): XmlElement | XmlFault {
  const top: OpenElement = { qualified: '', element: { name: '', attributes: '', children: NOTHING }, scope: { prefixes: new Map(), names: new Map() } };
  const open: OpenElement[] = [top];
  let current = top;
  let elements = 0;
  /** Qualified names of elements that are left out and still open. */
  let skipped: string[] = [];
  let at = 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    if (tag === -1) break;
    const first = text.charCodeAt(tag + 1);
    if (first === 33 || first === 63) {
      const end = endOfMarkup(text, tag);
      if (end === null) return { fault: text.startsWith('<!DOCTYPE', tag) ? 'doctype' : 'malformed', offset: tag };
      if (skipped.length === 0 && text.startsWith('<![CDATA[', tag)) append(current, text.slice(at, tag), text.slice(tag + 9, end - 3));
      else if (skipped.length === 0) append(current, text.slice(at, tag), '');
      at = end;
      continue;
    }
    if (first === 47) {
      const end = text.indexOf('>', tag);
      if (end === -1) return { fault: 'malformed', offset: tag };
      const isSkipped = skipped.length > 0;
      const expected = isSkipped ? skipped.pop() : current.qualified;
      if (expected === undefined || !closes(text, tag + 2, end, expected)) return { fault: 'malformed', offset: tag };
      if (!isSkipped) {
        if (tag > at) append(current, text.slice(at, tag), '');
        open.pop();
        const parent = open[open.length - 1];
        if (parent === undefined) return { fault: 'malformed', offset: tag };
        current = parent;
      }
      at = end + 1;
      continue;
    }
    const end = endOfTag(text, tag + 1);
    if (end === -1) return { fault: 'malformed', offset: tag };
    const isEmpty = text.charCodeAt(end - 1) === 47;
    const nameEnd = endOfName(text, tag + 1, end);
    const qualified = text.slice(tag + 1, isEmpty && nameEnd === end ? end - 1 : nameEnd);
    if (qualified === '') return { fault: 'malformed', offset: tag };
    const from = at;
    at = end + 1;
    if (skipped.length > 0) {
      if (!isEmpty) skipped.push(qualified);
      if (skipped.length > MAX_DEPTH) return { fault: 'too-large', offset: tag };
      continue;
    }
    if (tag > from && /\S/.test(text.slice(from, tag))) append(current, text.slice(from, tag), '');
    const attributes = nameEnd >= end - 1 ? '' : text.slice(nameEnd, isEmpty ? end - 1 : end);
    const scope = attributes.includes('xmlns') ? innerScope(current.scope, attributes) : current.scope;
    const name = resolve(qualified, scope);
    if (without.has(name)) {
      if (!isEmpty) skipped = [qualified];
      continue;
    }
    elements += 1;
    if (elements > MAX_ELEMENTS || open.length > MAX_DEPTH) return { fault: 'too-large', offset: tag };
    const element = { name, attributes, children: NOTHING };
    if (current.element.children === NOTHING) current.element.children = [element];
    else (current.element.children as XmlNode[]).push(element);
    if (!isEmpty) {
      current = { qualified, element, scope };
      open.push(current);
    }
  }
  const roots = top.element.children.filter((child) => typeof child !== 'string');
  const [root] = roots;
  return root === undefined || roots.length > 1 || open.length > 1 || skipped.length > 0 ? { fault: 'malformed', offset: text.length } : root;
}

/** Tells a refusal from the root element. */
export function isXmlFault(answer: XmlElement | XmlFault): answer is XmlFault {
  return 'fault' in answer;
}

/** Blanks between elements are no content; blanks that are all an element holds are. */
function append({ element }: OpenElement, source: string, literal: string): void {
  if (source === '' && literal === '') return;
  const text = decodeEntities(source) + literal;
  const children = element.children as XmlNode[];
  const last = children[children.length - 1];
  if (children.length > 0 && typeof last !== 'string' && text.trim() === '') return;
  if (children.length === 0) element.children = [text];
  else if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

/** Where a comment, a CDATA section or an instruction ends; null where it does not, or is a DOCTYPE. */
function endOfMarkup(text: string, tag: number): number | null {
  const close = text.startsWith('<!--', tag) ? '-->' : text.startsWith('<![CDATA[', tag) ? ']]>' : text.startsWith('<?', tag) ? '?>' : null;
  if (close === null) return null;
  const end = text.indexOf(close, tag + 2);
  return end === -1 ? null : end + close.length;
}

/** The `>` of a start tag; one inside an attribute's quotes does not count. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    else if (code === 34 || code === 39) quote = code;
    else if (code === 60) return -1;
  }
  return -1;
}

function endOfName(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10 || code === 13 || code === 9) break;
    at += 1;
  }
  return at;
}

function closes(text: string, from: number, end: number, qualified: string): boolean {
  if (!text.startsWith(qualified, from)) return false;
  for (let at = from + qualified.length; at < end; at += 1) if (text.charCodeAt(at) > 32) return false;
  return true;
}

const DECLARATION = /xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function innerScope(outer: Scope, attributes: string): Scope {
  const prefixes = new Map(outer.prefixes);
  for (const [, prefix = '', double, single] of attributes.matchAll(DECLARATION)) prefixes.set(prefix, prefixOf(decodeEntities(double ?? single ?? '')));
  return { prefixes, names: new Map() };
}

function resolve(qualified: string, { prefixes, names }: Scope): string {
  const known = names.get(qualified);
  if (known !== undefined) return known;
  const colon = qualified.indexOf(':');
  const name = `${prefixes.get(colon === -1 ? '' : qualified.slice(0, colon)) ?? '?'}:${qualified.slice(colon + 1)}`;
  names.set(qualified, name);
  return name;
}
