import { CORE_SCHEMA, load } from 'js-yaml';
import type * as Obsidian from 'obsidian';
import { findLinks, frontMatterEnd, readLines, type LineOfText } from './link-syntax';

/** What the app's metadata cache holds of a note: properties, links, headings, blocks, tags. Not the text, and no table cells. */
export function parseMetadata(text: string): Obsidian.CachedMetadata {
  const cache: Obsidian.CachedMetadata = {};
  const lines = readLines(text);
  readProperties(text, cache);
  for (const line of lines) {
    if (line.inCode || line.inFrontMatter) continue;
    readLineLinks(line, cache);
    readHeading(line, cache);
    readTags(line, cache);
  }
  readBlocks(lines, cache);
  return cache;
}

function position(line: LineOfText, from: number, length: number): Obsidian.Pos {
  const at = (col: number): Obsidian.Loc => ({ line: line.number, col, offset: line.start + col });
  return { start: at(from), end: at(from + length) };
}

function readProperties(text: string, cache: Obsidian.CachedMetadata): void {
  const end = frontMatterEnd(text);
  if (end === 0) return;
  const yaml = text.slice(0, end).replace(/^---[ \t]*\r?\n/, '').replace(/---[ \t]*$/, '');
  let values: unknown;
  try {
    values = load(yaml, { schema: CORE_SCHEMA });
  } catch {
    // As the app: a block that is not YAML gives the note no properties.
    return;
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return;
  cache.frontmatter = values;
  const endLine = text.slice(0, end).split('\n').length - 1;
  cache.frontmatterPosition = { start: { line: 0, col: 0, offset: 0 }, end: { line: endLine, col: 3, offset: end } };
  const links = Object.entries(values).flatMap(([key, value]) => (Array.isArray(value) ? value.map((item, index) => propertyLink(`${key}.${index}`, item)) : [propertyLink(key, value)]));
  const found = links.filter((link) => link !== null);
  if (found.length > 0) cache.frontmatterLinks = found;
}

/** A property counts as a link only where its whole value is one. */
function propertyLink(key: string, value: unknown): Obsidian.FrontmatterLinkCache | null {
  if (typeof value !== 'string' || !/^\[\[[^[\]]+\]\]$/.test(value.trim())) return null;
  const [link] = findLinks(value.trim());
  return link ? { key, link: link.link, original: link.original, displayText: link.display } : null;
}

function readLineLinks(line: LineOfText, cache: Obsidian.CachedMetadata): void {
  for (const link of findLinks(line.text)) {
    const entry = { link: link.link, original: link.original, displayText: link.display, position: position(line, link.start, link.original.length) };
    if (link.isEmbed) (cache.embeds ??= []).push(entry);
    else (cache.links ??= []).push(entry);
  }
}

function readHeading(line: LineOfText, cache: Obsidian.CachedMetadata): void {
  // Headings inside a callout are not in the app's outline.
  const match = /^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*\r?$/.exec(line.text);
  if (!match) return;
  const [whole, marks = '', heading = ''] = match;
  (cache.headings ??= []).push({ heading, level: marks.length, position: position(line, 0, whole.length) });
}

function readTags(line: LineOfText, cache: Obsidian.CachedMetadata): void {
  const bare = line.text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)).replace(/\[\[[^\]]*\]\]|\]\([^)]*\)/g, (link) => ' '.repeat(link.length));
  for (const match of bare.matchAll(/(^|[\s>])(#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gu)) {
    const [, before = '', tag = ''] = match;
    (cache.tags ??= []).push({ tag, position: position(line, match.index + before.length, tag.length) });
  }
}

function readBlocks(lines: readonly LineOfText[], cache: Obsidian.CachedMetadata): void {
  for (const line of lines) {
    if (line.inCode || line.inFrontMatter) continue;
    const id = /(?:^|\s)\^([A-Za-z0-9-]+)[ \t]*\r?$/.exec(line.text)?.[1];
    // The app keeps block ids in lower case.
    if (id !== undefined) (cache.blocks ??= {})[id.toLowerCase()] = { id: id.toLowerCase(), position: position(line, 0, line.text.length) };
  }
}
