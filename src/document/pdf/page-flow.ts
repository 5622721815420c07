/** One page in reading order: its tables, and the lines between them. */
import { completeRuns } from './cut-runs';
import { asMatrix, IDENTITY } from './matrices';
import { fillGrid, type PageTable } from './page-tables';
import { readDrawing } from './page-rules';
import type { PdfJs, PdfPage } from './pdf-library';
import { findGrids } from './ruled-grid';
import type { Run } from './run';
import { makeLines, readRuns, type Line } from './text-runs';
import { findUnruledTables } from './unruled-tables';

/** A line or a table; order on the page is order in the array. */
export type FlowItem = { readonly kind: 'line'; readonly line: Line } | { readonly kind: 'table'; readonly table: PageTable };

/** A page in its order. Lengths in points; `number` counts from 1. */
export interface PageFlow {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly FlowItem[];
  /** Slanting text, such as a watermark. */
  readonly turned: readonly string[];
  /** `scan`: pictures and no text. `undecoded`: text whose characters its fonts do not name. */
  readonly state: 'read' | 'blank' | 'scan' | 'undecoded';
}

/** Reads one page. Throws what pdf.js throws. */
export async function readPage(page: PdfPage, number: number, pdfjs: PdfJs): Promise<PageFlow> {
  const viewport = page.getViewport({ scale: 1 });
  const toPage = asMatrix(viewport.transform) ?? IDENTITY;
  const [content, operators] = [await page.getTextContent(), await page.getOperatorList()];
  const { rules, hasPictures, writes } = readDrawing(operators, pdfjs.OPS, toPage);
  const { runs: shown, turned } = readRuns(content.items, toPage);
  const runs = completeRuns(shown, operators, pdfjs.OPS['showText'], viewport.width);
  page.cleanup();
  const items: FlowItem[] = [];
  let rest: readonly Run[] = runs;
  // Inner tables first: what they hold is not text of the cell around them.
  const grids = findGrids(rules).sort((a, b) => areaOf(a) - areaOf(b));
  for (const grid of grids) {
    const filled = fillGrid(grid, rest);
    if (filled === null) continue;
    rest = filled.rest;
    items.push({ kind: 'table', table: filled.table });
  }
  const lines = makeLines(rest);
  const unruled = findUnruledTables(lines, rules);
  items.push(...unruled.map(({ table }): FlowItem => ({ kind: 'table', table })));
  const taken = new Set(unruled.flatMap((found) => [...found.lines]));
  items.push(...lines.filter((line) => !taken.has(line)).map((line): FlowItem => ({ kind: 'line', line })));
  items.sort((a, b) => topOf(a) - topOf(b));
  return { number, width: viewport.width, height: viewport.height, items, turned, state: stateOf(runs.length + turned.length, hasPictures, writes) };
}

function stateOf(texts: number, hasPictures: boolean, writes: boolean): PageFlow['state'] {
  if (texts > 0) return 'read';
  if (hasPictures) return 'scan';
  return writes ? 'undecoded' : 'blank';
}

function areaOf({ columns, rows }: { readonly columns: readonly number[]; readonly rows: readonly number[] }): number {
  return ((columns.at(-1) ?? 0) - (columns[0] ?? 0)) * ((rows.at(-1) ?? 0) - (rows[0] ?? 0));
}

function topOf(item: FlowItem): number {
  return item.kind === 'table' ? item.table.top : item.line.base - item.line.size;
}
