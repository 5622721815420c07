/** Lists: an item holds what is set in to its text. */
import type { ListItem } from '../document';
import { interruptsParagraph, itemStartOf } from './line-starts';
import type { ItemStart } from './line-starts';
import { MAX_DEPTH } from './reading';
import type { BlockReader } from './reading';
import { indentOf, isBlank, skipBlankLines, stripIndent } from './source-lines';
import type { SourceLine } from './source-lines';
import { startsTable } from './table';

/** Reads items of one family to a list, blank lines between them or not. Deeper than `MAX_DEPTH` it is left to be a paragraph. */
export const readList: BlockReader = (lines, at, reading, depth) => {
  const start = itemStartOf(lines[at]?.text ?? '');
  if (start === null || depth >= MAX_DEPTH) return null;
  const items: ListItem[] = [];
  let next = at;
  for (let item: ItemStart | null = start; item !== null && item.family === start.family && item.ordered === start.ordered; ) {
    const gathered = gatherItem(lines, next, item);
    items.push({ blocks: reading.readInner(gathered.inner, reading, depth + 1), marker: item.marker, line: lines[next]?.line ?? 1 });
    next = gathered.next;
    const following = skipBlankLines(lines, next);
    item = itemStartOf(lines[following]?.text ?? '');
    if (item !== null && item.family === start.family && item.ordered === start.ordered) next = following;
  }
  return { blocks: [{ kind: 'list', ordered: start.ordered, items, line: lines[at]?.line ?? 1 }], next };
};

function gatherItem(lines: readonly SourceLine[], at: number, item: ItemStart): { readonly inner: SourceLine[]; readonly next: number } {
  const first = lines[at];
  const inner: SourceLine[] = [{ text: withoutMarker(first?.text ?? '', item), line: first?.line ?? 1 }];
  let next = at + 1;
  // An item without a word on its first line ends at a blank line (CommonMark 5.2).
  if (item.empty && isBlank(lines[next]?.text ?? '')) return { inner, next };
  for (let look = next; look < lines.length; look += 1) {
    const line = lines[look];
    if (line === undefined) break;
    if (isBlank(line.text)) {
      inner.push({ text: '', line: line.line });
      continue;
    }
    const belongs = indentOf(line.text) >= item.content;
    const goesOn = look === next && !interruptsParagraph(line.text) && itemStartOf(line.text) === null && !startsTable(lines, look);
    if (!belongs && !goesOn) break;
    inner.push({ text: belongs ? stripIndent(line.text, item.content) : line.text.trimStart(), line: line.line });
    next = look + 1;
  }
  return { inner: inner.slice(0, next - at), next };
}

function withoutMarker(text: string, item: ItemStart): string {
  const after = text.trimStart().slice(item.marker.length);
  const lead = indentOf(text) + item.marker.length;
  return item.empty ? '' : stripIndent(after, item.content - lead);
}
