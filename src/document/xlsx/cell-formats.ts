/** Number formats by the style number that cells carry. */
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml/xml-element';
import { builtinFormat } from './builtin-formats';

/** Format codes in the order of the cell styles. */
export function readCellFormats(root: XmlElement | null): readonly string[] {
  const own = new Map(childrenOf(childOf(root, 'x:numFmts'), 'x:numFmt').map((format) => [Number(attributeOf(format, 'numFmtId')), attributeOf(format, 'formatCode') ?? 'General']));
  return childrenOf(childOf(root, 'x:cellXfs'), 'x:xf').map((style) => {
    const id = Number(attributeOf(style, 'numFmtId') ?? '0');
    return own.get(id) ?? builtinFormat(id);
  });
}
