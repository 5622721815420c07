/** HTML on the command line: linkedom builds a DOM and runs nothing in it. */
import { DOMParser } from 'linkedom';
import type { ReaderHost } from '../src/document/document';
import { loadNodePdf } from './pdf-js';

/** What the readers ask of a host, on Node: HTML by linkedom, PDF by pdf.js. */
export const nodeReaderHost: ReaderHost = {
  parseHtml(html) {
    // linkedom makes the first element the root; a fragment needs the frame that a browser would put around it.
    const whole = /<html[\s>]/i.test(html) ? html : `<!DOCTYPE html><html><head></head><body>${html}</body></html>`;
    // linkedom has its own types for the same DOM.
    const document = new DOMParser().parseFromString(whole, 'text/html') as unknown as ParentNode;
    if (CAPITAL_ATTRIBUTE.test(whole)) lowerAttributeNames(document);
    partCells(document);
    return document;
  },
  loadPdf: loadNodePdf,
};

/** `<TD ROWSPAN=2>`, as editors of the nineties wrote it. */
const CAPITAL_ATTRIBUTE = /<[A-Za-z][^<>]*\s(?:[A-Z]|[a-z-]+[A-Z])[A-Za-z-]*\s*=/;

/** Names of attributes in HTML have no case; linkedom keeps the case and then does not find them. */
function lowerAttributeNames(root: ParentNode): void {
  for (const element of Array.from(root.querySelectorAll('*'))) {
    for (const { name, value } of Array.from(element.attributes)) {
      const lower = name.toLowerCase();
      if (lower === name) continue;
      element.removeAttribute(name);
      if (!element.hasAttribute(lower)) element.setAttribute(lower, value);
    }
  }
}

/** `<td><p>1<td><p>甲`, as people wrote it by hand: a browser ends the paragraph with its cell, linkedom puts each cell into the one before. */
function partCells(root: ParentNode): void {
  const lastRows = new Map<Element, Element>();
  const mended = new Set<Element>();
  for (const element of Array.from(root.querySelectorAll('tr, td, th'))) {
    const around = element.parentElement?.closest('table, td, th') ?? null;
    const table = element.closest('table');
    if (around === null || table === null) continue;
    const row = lastRows.get(table);
    const isInCell = around !== table;
    if (element.localName === 'tr') {
      if (isInCell) row?.after(element);
      lastRows.set(table, element);
    } else if (row !== undefined && (isInCell || mended.has(row))) {
      row.append(element);
      mended.add(row);
    }
  }
}
