/** Texts of a workbook: the shared ones, and those that stand in their cell. */
import { childrenOf, ownText, type XmlElement } from '../xml/xml-element';

/** The shared texts in the order of their numbers. */
export function readSharedStrings(root: XmlElement | null): readonly string[] {
  return childrenOf(root, 'x:si').map(readRichText);
}

/** Text of a plain or rich string; the reading aids of East Asian text are left out. */
export function readRichText(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'x:t') text += ownText(child);
    else if (child.name === 'x:r') for (const part of childrenOf(child, 'x:t')) text += ownText(part);
  }
  return unescape(text);
}

/** Characters that XML cannot hold stand as `_x000D_`; `_x005F_` is the underscore of a text that only looks so. */
export function unescape(text: string): string {
  return text.includes('_x') ? text.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}
