/** Tag plugins of Hexo: `{% note info %} … {% endnote %}`. */
import { tagOf } from './line-starts';
import { MAX_DEPTH } from './reading';
import type { BlockReader, Reading, TagEnds } from './reading';
import type { SourceLine } from './source-lines';

/** Reads a tag with its end to a container; one without an end, to the blocks behind it. */
export const readTag: BlockReader = (lines, at, reading, depth) => {
  const line = lines[at];
  const tag = line === undefined ? null : tagOf(line.text);
  if (line === undefined || tag === null || depth >= MAX_DEPTH) return null;
  const sameLine = endTagIn(tag.after, tag.name);
  const end = sameLine === null ? tagEnds(lines, reading).get(at) : at;
  if (end === undefined) return readLooseTag(line, tag.name, tag.after, reading, depth, at);
  const inner: SourceLine[] = [];
  if (sameLine !== null) inner.push({ text: tag.after.slice(0, sameLine.start), line: line.line });
  else inner.push({ text: tag.after, line: line.line }, ...lines.slice(at + 1, end));
  const blocks = reading.readInner(inner, reading, depth + 1);
  const after = sameLine === null ? afterEndTag(lines[end]?.text ?? '', tag.name) : tag.after.slice(sameLine.end);
  const rest = reading.readInner([{ text: after, line: lines[end]?.line ?? line.line }], reading, depth + 1);
  return { blocks: [{ kind: 'container', form: 'tag', type: tag.name.toLowerCase(), title: titleOf(tag.rest), blocks, line: line.line }, ...rest], next: end + 1 };
};

/** A tag without an end, such as `{% asset_img a.png %}`, is kept as it stands; a stray end tag says nothing. */
function readLooseTag(line: SourceLine, name: string, after: string, reading: Reading, depth: number, at: number): ReturnType<BlockReader> {
  const rest = reading.readInner([{ text: after, line: line.line }], reading, depth + 1);
  if (/^end/i.test(name)) return { blocks: rest, next: at + 1 };
  const text = line.text.slice(0, line.text.length - after.length).trim();
  return { blocks: [{ kind: 'unreadable', text, line: line.line }, ...rest], next: at + 1 };
}

/** `info no-icon 附件` → `附件`: words in Latin letters choose a style, `@` and quotes mark a title. */
function titleOf(rest: string): string {
  const words = rest.split(/\s+/).filter((word) => !/^[a-z][a-z0-9_-]*$/.test(word));
  return words.join(' ').replace(/^[@"'“]+|["'”]+$/g, '');
}

function endTagIn(text: string, name: string): { readonly start: number; readonly end: number } | null {
  if (!text.includes('{%')) return null;
  const match = new RegExp(`\\{%-?[ \\t]*end${name}[ \\t]*-?%\\}`, 'i').exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

function afterEndTag(text: string, name: string): string {
  const found = endTagIn(text, name);
  return found === null ? '' : text.slice(found.end);
}

/** Pairs every opening tag with its end in one pass. */
function tagEnds(lines: readonly SourceLine[], reading: Reading): TagEnds {
  const known = reading.tagEnds.get(lines);
  if (known !== undefined) return known;
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  lines.forEach((line, at) => {
    const tag = tagOf(line.text);
    if (tag === null) return;
    const name = tag.name.toLowerCase();
    if (name.startsWith('end')) {
      const start = open.get(name.slice(3))?.pop();
      if (start !== undefined) ends.set(start, at);
    } else if (endTagIn(tag.after, tag.name) === null) {
      const places = open.get(name);
      if (places === undefined) open.set(name, [at]);
      else places.push(at);
    }
  });
  reading.tagEnds.set(lines, ends);
  return ends;
}
