/**
 * Properties of a note, changed line by line: what is not named by a change stays byte for byte, with its comments, order and quoting.
 */
import type { YamlValue } from '../document/document';
import { readFrontMatter } from '../document/front-matter';
import { readPropertyBlock, type PropertyBlock, type PropertyLines } from './property-lines';
import { yamlScalar } from './yaml-scalar';

/** A value as Obsidian shows it: text, number, checkbox or list. Days are text, `YYYY-MM-DD`. */
export type PropertyValue = string | number | boolean | readonly string[];

/** The properties of a note; null where its front matter is not valid. A note without any has none. */
export function readProperties(text: string): Readonly<Record<string, YamlValue>> | null {
  const result = readFrontMatter(text);
  return result.diagnostics.length > 0 ? null : result.frontMatter.values;
}

/**
 * Sets properties, or takes them away where the value is null. A property that has the value already is not touched.
 * Front matter is made where there is none.
 * Returns null where the front matter is not valid, or is written in a way that cannot be changed line by line without risk.
 */
export function setProperties(text: string, changes: ReadonlyMap<string, PropertyValue | null>): string | null {
  if (changes.size === 0) return text;
  const before = readProperties(text);
  if (before === null) return null;
  const block = readPropertyBlock(text);
  // Blank lines above front matter: other programs read it, Obsidian does not. A second block would hide it from them.
  if (block === null && Object.keys(before).length > 0) return null;
  const needed = Array.from(changes).filter(([name, value]) => !hasValue(before, name, value));
  if (needed.length === 0) return text;
  if (block === null) return createBlock(text, needed);
  const after = editBlock(text, block, needed, before);
  return isEditOf(before, readProperties(after), new Map(needed)) ? after : null;
}

/** The lines of one property. */
export function propertyLines(name: string, value: PropertyValue): readonly string[] {
  const key = yamlScalar(name);
  if (!Array.isArray(value)) return [`${key}: ${yamlScalar(value as string | number | boolean)}`];
  const items = value as readonly string[];
  return items.length === 0 ? [`${key}: []`] : [`${key}:`, ...items.map((item) => `  - ${yamlScalar(item)}`)];
}

function hasValue(values: Readonly<Record<string, YamlValue>>, name: string, value: PropertyValue | null): boolean {
  const has = Object.prototype.hasOwnProperty.call(values, name);
  return value === null ? !has : has && sameValue(values[name], value);
}

function createBlock(text: string, changes: readonly (readonly [string, PropertyValue | null])[]): string {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(bom.length);
  const eol = /\r\n/.test(body) ? '\r\n' : '\n';
  const lines = changes.flatMap(([name, value]) => (value === null ? [] : propertyLines(name, value)));
  if (lines.length === 0) return text;
  return `${bom}${['---', ...lines, '---', ''].join(eol)}${body === '' || /^\r?\n/.test(body) ? '' : eol}${body}`;
}

function editBlock(
  text: string,
  block: PropertyBlock,
  changes: readonly (readonly [string, PropertyValue | null])[],
  before: Readonly<Record<string, YamlValue>>,
): string {
  const lines = [...block.lines];
  // Entries further down are changed first, so that the places of the others hold.
  const places = changes.map(([name, value]) => ({ name, value, entry: block.entries.find((entry) => entry.name === name) }));
  places.sort((a, b) => (b.entry?.start ?? -1) - (a.entry?.start ?? -1));
  for (const { name, value, entry } of places) {
    if (entry === undefined) continue;
    const old = lines.slice(entry.start, entry.end);
    lines.splice(entry.start, old.length, ...rewriteEntry(old, entry, before[name] ?? null, value, block.eol));
  }
  for (const [name, value] of changes) {
    if (value === null || block.entries.some((entry) => entry.name === name)) continue;
    lines.push(...propertyLines(name, value).map((line) => line + block.eol));
  }
  return text.slice(0, block.start) + lines.join('') + text.slice(block.end);
}

/** The lines of one entry, line ends included, with a new value: its comments stay, and so do the items of a list that remain. */
function rewriteEntry(lines: readonly string[], entry: PropertyLines, old: YamlValue, value: PropertyValue | null, eol: string): readonly string[] {
  const comments = entry.isBlockScalar ? [] : lines.slice(1).filter((line) => /^\s*#/.test(line));
  if (value === null) return comments;
  const ofKey = (propertyLines('k', value)[0] ?? '').slice(1);
  const head = entry.keyText + ofKey + (entry.comment === '' ? '' : ` ${entry.comment}`) + eol;
  if (!Array.isArray(value)) return [head, ...comments];
  const itemLines = lines.slice(1).filter((line) => /^\s*-(?:\s|$)/.test(line));
  const oldItems = Array.isArray(old) && old.length === itemLines.length && !entry.isBlockScalar ? (old as readonly YamlValue[]) : [];
  const indent = oldItems.length > 0 ? (/^\s*/.exec(itemLines[0] ?? '')?.[0] ?? '  ') : '  ';
  const written = (value as readonly string[]).map((item) => {
    const at = oldItems.findIndex((one) => itemText(one) === item);
    return (at === -1 ? undefined : itemLines[at]) ?? `${indent}- ${yamlScalar(item)}${eol}`;
  });
  return [head, ...written, ...comments];
}

/** Whether the note now says what was asked and nothing else changed: line edits of YAML that we misread must not reach a file. */
function isEditOf(before: Readonly<Record<string, YamlValue>>, after: Readonly<Record<string, YamlValue>> | null, changes: ReadonlyMap<string, PropertyValue | null>): boolean {
  if (after === null) return false;
  for (const name of new Set([...Object.keys(before), ...Object.keys(after), ...changes.keys()])) {
    const value = changes.get(name);
    const wanted = value === undefined ? before[name] : value === null ? undefined : value;
    if (!sameValue(after[name], wanted)) return false;
  }
  return true;
}

/** Whether two values say the same. Items of a list are compared as text: the user's `- 360` and our `"360"` are one alias. */
function sameValue(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b);
  return a.length === b.length && a.every((item: YamlValue, i) => itemText(item) === itemText(b[i] as YamlValue));
}

function itemText(item: YamlValue): string {
  return item === null ? '' : typeof item === 'object' ? JSON.stringify(item) : String(item);
}
