/**
 * Fingerprints of what was last written, so that an edit of the user can be told from an older text of the program.
 * They cover meaning. Not covered is what Obsidian and table formatters rewrite rightly: padding, delimiter rows, fold marks,
 * link targets and link forms, list marks, line ends.
 */
import type { YamlValue } from '../document/document';
import { decodeSafely } from '../document/web-address';
import { readInline } from './inline-text';
import { readLines, type Line } from './managed-regions';
import { isDelimiterRow, splitRow, unquoteLines } from './table-lines';

/** Fingerprints by the name of their part: `rn-list-1` for a region, the property's name for a property. */
export interface Fingerprints {
  readonly regions: ReadonlyMap<string, string>;
  readonly properties: ReadonlyMap<string, string>;
}

/** Of a note that the program never wrote, or whose fingerprints line is gone. */
export const NO_FINGERPRINTS: Fingerprints = { regions: new Map(), properties: new Map() };

const LINE = /^%% regulatory-notices((?: [^\s=]+=[0-9a-z]+)*) %%[ \t]*$/;

/** Fingerprint of a region: the callout, with or without its marker line left out. */
export function fingerprint(regionText: string): string {
  return hashText(meaningLines(regionText, true).join('\n'));
}

/** Fingerprint of the value of a property. A list of one and the value alone mean the same; a link means what it shows. */
export function fingerprintValue(value: YamlValue): string {
  const items = Array.isArray(value) ? (value as readonly YamlValue[]) : [value];
  return hashText(JSON.stringify(items.map(valueMeaning)));
}

function valueMeaning(value: YamlValue): YamlValue {
  if (typeof value !== 'string') return value;
  const link = /^\[\[([^\]|]*)(?:\|([^\]]*))?\]\]$/.exec(value);
  return link === null ? value : `[[${link[2] ?? link[1] ?? ''}]]`;
}

/**
 * What a region says, line by line, blank lines left out.
 * @param markLinks whether a link is told apart from its bare text
 */
export function meaningLines(regionText: string, markLinks: boolean): readonly string[] {
  const result: string[] = [];
  let rowsAbove = 0;
  for (const line of unquoteLines(regionText)) {
    const cells = line.trim().startsWith('|') ? splitRow(line) : null;
    // Only the second line of a table can be its delimiter row: a row of dashes further down is a row.
    if (cells !== null && rowsAbove === 1 && isDelimiterRow(cells)) {
      rowsAbove += 1;
      continue;
    }
    rowsAbove = cells === null ? 0 : rowsAbove + 1;
    const shown = cells === null ? showLine(line, markLinks) : dropEmptyEnd(cells.map((cell) => showInline(cell, markLinks))).join('\u0000');
    if (shown !== '') result.push(shown);
  }
  return result;
}

function showLine(line: string, markLinks: boolean): string {
  const callout = /^\s*\[!([^\]]+)\][+-]?\s*(.*)$/.exec(line);
  if (callout !== null) return `[!${(callout[1] ?? '').toLowerCase()}] ${showInline(callout[2] ?? '', markLinks)}`;
  const item = /^(\s*)[-+*]\s+(.*)$/.exec(line);
  return item === null ? showInline(line, markLinks) : `- ${showInline(item[2] ?? '', markLinks)}`;
}

function showInline(markdown: string, markLinks: boolean): string {
  return readInline(markdown)
    .map((part) => (part.kind === 'link' && markLinks ? `\u0002${part.text.trim()}\u0003` : part.text))
    .join('')
    .trim();
}

function dropEmptyEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}

/** 53 bits of a text in base 36: two 32-bit mixes side by side. Tells edits apart; not meant against an attacker. */
export function hashText(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0xcc9e2d51);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ code, 0x1b873593) + 0xe6546b64;
    b = (b << 11) | (b >>> 21);
  }
  a = Math.imul(a ^ (b >>> 15), 0xc2b2ae35);
  b = Math.imul(b ^ (a >>> 13), 0x27d4eb2f);
  return ((a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff)).toString(36);
}

/** What the last fingerprints line of a note says; null where it has none. */
export function readFingerprints(text: string): Fingerprints | null {
  const line = findFingerprintLine(text);
  return line === null ? null : parseFingerprints(line.text);
}

/**
 * The fingerprints line of a note, the last one where there are several. One inside a fence of code counts only where there is
 * no other: a fence that the user left open must not make the program forget what it wrote.
 */
export function findFingerprintLine(text: string): Line | null {
  const found = readLines(text).filter((line) => line.text.startsWith('%% regulatory') && LINE.test(line.text));
  const open = found.filter((line) => !line.inFence);
  return open[open.length - 1] ?? found[found.length - 1] ?? null;
}

function parseFingerprints(line: string): Fingerprints {
  const regions = new Map<string, string>();
  const properties = new Map<string, string>();
  for (const pair of (LINE.exec(line)?.[1] ?? '').trim().split(' ')) {
    const at = pair.lastIndexOf('=');
    if (at <= 0) continue;
    const name = decodeSafely(pair.slice(0, at));
    const value = pair.slice(at + 1);
    if (name.startsWith('@')) properties.set(name.slice(1), value);
    else if (isRegionName(name)) regions.set(`rn-${name}`, value);
    else properties.set(name, value);
  }
  return { regions, properties };
}

/** Names of regions and of properties share one line: a property that looks like a region bears an `@`. */
export function isRegionName(name: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(name);
}

/** The line that says these fingerprints. */
export function fingerprintLine(fingerprints: Fingerprints): string {
  const pairs = [
    ...Array.from(fingerprints.regions, ([id, value]) => `${id.replace(/^rn-/, '')}=${value}`),
    ...Array.from(fingerprints.properties, ([name, value]) => `${isRegionName(name) ? '@' : ''}${name.replace(/[\s%=@]/g, encodeURIComponent)}=${value}`),
  ];
  return ['%% regulatory-notices', ...pairs, '%%'].join(' ');
}

/** Puts the fingerprints into their line, or at the end of a note that has none. Nothing is written where there is nothing to say. */
export function writeFingerprints(text: string, fingerprints: Fingerprints): string {
  const line = findFingerprintLine(text);
  const written = fingerprintLine(fingerprints);
  if (line !== null) return line.text.trimEnd() === written ? text : text.slice(0, line.start) + written + text.slice(line.end);
  if (fingerprints.regions.size + fingerprints.properties.size === 0) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' ? '' : /\n\s*\n$/.test(text) ? '' : text.endsWith('\n') ? eol : eol + eol;
  return `${text}${gap}${written}${eol}`;
}
