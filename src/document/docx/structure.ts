/** What stands directly in a body, a table or a row, through the controls, tags and tracked changes that Word wraps around it. */
import { childOf, childrenOf, isOn, type XmlElement, type XmlNode } from '../xml/xml-element';
import { chooseBranch } from './alternate-content';

/** Paragraphs and tables, through the wrappers that Word puts around them. */
export function* ownBlocks(nodes: readonly XmlNode[]): Generator<XmlElement> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    switch (node.name) {
      case 'w:p':
      case 'w:tbl':
      case 'w:altChunk':
        yield node;
        break;
      case 'w:sdt':
        if (!isPlaceholder(node)) yield* ownBlocks(childOf(node, 'w:sdtContent')?.children ?? []);
        break;
      case 'mc:AlternateContent':
        yield* ownBlocks(chooseBranch(node));
        break;
      case 'w:del':
      case 'w:moveFrom':
        break;
      default:
        yield* ownBlocks(node.children);
    }
  }
}

/** Whether a table holds another that is at least as large: then it is a frame, and the inner one the list. */
export function arrangesTables(table: XmlElement): boolean {
  const cells = rowsOf(table).flatMap(cellsOf);
  return cells.some((cell) => innerTables(cell.children).some((inner) => arrangesTables(inner) || countCells(inner) >= Math.max(4, cells.length)));
}

function countCells(table: XmlElement): number {
  return rowsOf(table).reduce((sum, row) => sum + cellsOf(row).length, 0);
}

function innerTables(nodes: readonly XmlNode[]): XmlElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.name === 'w:tbl') return [node];
    return node.name === 'w:p' ? [] : innerTables(node.children);
  });
}

/** The table's own rows that are left once changes are accepted. */
export function rowsOf(table: XmlElement): XmlElement[] {
  return ownParts(table.children, 'w:tr').filter((row) => !childrenOf(childOf(row, 'w:trPr')).some(({ name }) => name === 'w:del' || name === 'w:moveFrom'));
}

/** Cells of a `w:tr`, those left out whose deletion was tracked. */
export function cellsOf(row: XmlElement): XmlElement[] {
  return ownParts(row.children, 'w:tc').filter((cell) => childOf(childOf(cell, 'w:tcPr'), 'w:cellDel') === null);
}

/** Rows or cells through the content controls and tags around them. */
function ownParts(nodes: readonly XmlNode[], name: 'w:tr' | 'w:tc'): XmlElement[] {
  const found: XmlElement[] = [];
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (node.name === name) found.push(node);
    else if (node.name === 'w:sdt') {
      if (!isPlaceholder(node)) found.push(...ownParts(childOf(node, 'w:sdtContent')?.children ?? [], name));
    } else if (node.name !== 'w:del' && node.name !== 'w:moveFrom' && !node.name.endsWith('Pr')) found.push(...ownParts(node.children, name));
  }
  return found;
}

/** Whether a content control shows only the prompt to fill it in. */
export function isPlaceholder(control: XmlElement): boolean {
  return isOn(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr');
}
