/** Text that runs over the edge of the page: pdf.js leaves out what lies outside, and a table set too wide loses the ends of its cells. */
import { replaceRadicals } from './radicals';
import type { Run } from './run';

const MAX_STRINGS = 20_000;

/** Completes runs that end at the right edge of the page from what the page writes, where only one string goes on from them. */
export function completeRuns(runs: readonly Run[], list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }, showText: number | undefined, pageWidth: number): readonly Run[] {
  if (!runs.some((run) => isCut(run, pageWidth))) return runs;
  const written = new Set<string>();
  for (const [at, operator] of list.fnArray.entries()) {
    if (operator === showText && written.size < MAX_STRINGS) written.add(stringOf(list.argsArray[at]));
  }
  return runs.map((run) => {
    if (!isCut(run, pageWidth)) return run;
    const longer = [...written].filter((text) => text.length > run.text.length && text.startsWith(run.text.trim()));
    return longer.length === 1 ? { ...run, text: longer[0] ?? run.text } : run;
  });
}

/** Whether one more character would stand outside the page. */
function isCut(run: Run, pageWidth: number): boolean {
  return run.right + run.size > pageWidth;
}

/** The characters of one `showText`; numbers among them are shifts. */
function stringOf(args: unknown): string {
  const glyphs: unknown = Array.isArray(args) ? args[0] : null;
  if (!Array.isArray(glyphs)) return '';
  return replaceRadicals((glyphs as readonly unknown[]).map((glyph) => (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph && typeof glyph.unicode === 'string' ? glyph.unicode : '')).join('')).trim();
}
