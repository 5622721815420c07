/** Lists of ours that held notices of unknown agency: those whose agency is known by now leave them. */
import { readPageLists, type IndexContext } from './index-page';
import { joinPageLines, readPageLines } from './index-page-lines';
import { noteKey, type IndexedNotice } from './index-match';
import { findRegions } from './managed-regions';

/** Takes items off a list of unknown agency whose notice is known to belong to another, and the list with its last item. */
export function dropSettled(text: string, notices: readonly IndexedNotice[], context: IndexContext): string {
  if (!text.includes('^rn-index-unknown-')) return text;
  const settled = new Set(notices.filter(({ ref }) => !ref.series.startsWith('unknown-')).map(({ path }) => noteKey(path)));
  const page = readPageLines(text);
  const drop = new Set<number>();
  const empty: string[] = [];
  for (const { run, pieces } of readPageLists(page, text, notices, context)) {
    if (run.id?.startsWith('rn-index-unknown-') !== true) continue;
    const items = pieces.flatMap((piece) => (piece.kind === 'item' ? [piece.item] : []));
    const gone = items.filter(({ targets }) => targets.some((target) => settled.has(noteKey(target))));
    for (const { from, to } of gone) for (let i = from; i < to; i += 1) drop.add(i);
    if (gone.length > 0 && gone.length === items.length) empty.push(run.id);
  }
  let left = joinPageLines(page.filter((_, i) => !drop.has(i)));
  for (const id of empty) left = withoutList(left, id);
  return left;
}

function withoutList(text: string, id: string): string {
  const region = findRegions(text).find((one) => one.id === id);
  if (region === undefined) return text;
  const after = text.slice(region.markerEnd);
  return text.slice(0, region.start).replace(/(?:\r?\n)+$/, '') + (after.trim() === '' ? (text.includes('\r\n') ? '\r\n' : '\n') : after);
}
