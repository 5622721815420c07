/** Lines that pages carry at their head or foot: a letterhead, a page number, the address of a printed web page. */
import { trimText } from '../join-text';
import type { FlowItem, PageFlow } from './page-flow';
import { textOfLine } from './text-runs';

const PAGE_NUMBER = /^[\s\-–—－·.]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[,，/／、]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[\s\-–—－·.]*$/;
/** Only so many lines from either end of a page can be such. */
const DEPTH = 3;
/** The head and the foot of a page, in parts of its height. */
const MARGIN = 0.12;

/** Takes running lines out. Gives the pages without them, and each line once. */
export function dropRunningLines(pages: readonly PageFlow[]): { readonly pages: readonly PageFlow[]; readonly dropped: readonly string[] } {
  const counts = new Map<string, number>();
  for (const page of pages) for (const key of new Set(edgeLines(page).map(({ key }) => key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const readable = pages.filter((page) => page.items.length > 0).length;
  const dropped = new Map<string, string>();
  const seen = new Set<string>();
  const kept = pages.map((page) => {
    const out = new Set<FlowItem>();
    for (const { item, key, text, before } of edgeLines(page)) {
      const repeats = (counts.get(key) ?? 0) >= 2 && (counts.get(key) ?? 0) * 2 >= readable;
      // What stands right over the first table may be its caption, repeated with it.
      const captions = !seen.has(key) && before;
      seen.add(key);
      if ((repeats && !captions) || PAGE_NUMBER.test(text)) {
        out.add(item);
        dropped.set(key, text);
      }
    }
    return out.size === 0 ? page : { ...page, items: page.items.filter((item) => !out.has(item)) };
  });
  return { pages: kept, dropped: [...dropped.values()] };
}

interface EdgeLine {
  readonly item: FlowItem;
  readonly text: string;
  /** What it says but for its numbers, and where it stands. */
  readonly key: string;
  /** Whether a table stands right below it. */
  readonly before: boolean;
}

function edgeLines(page: PageFlow): EdgeLine[] {
  const last = page.items.length - 1;
  return page.items.flatMap((item, at) => {
    if (item.kind === 'table' || (at >= DEPTH && at <= last - DEPTH)) return [];
    const { line } = item;
    const atHead = line.base < page.height * MARGIN;
    if (!atHead && line.base < page.height * (1 - MARGIN)) return [];
    const text = trimText(textOfLine(line));
    return [{ item, text, key: `${atHead ? 'head' : 'foot'} ${Math.round(line.base / 4)} ${text.replace(/\d+/g, '#')}`, before: page.items[at + 1]?.kind === 'table' }];
  });
}
