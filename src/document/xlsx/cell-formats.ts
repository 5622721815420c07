/** Number formats by the style number that cells carry. */
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml/xml-element';
import { builtinFormat } from './builtin-formats';
import { readFormat, type NumberFormat } from './format-number';

/** Formats in the order of the cell styles. */
export function readCellFormats(root: XmlElement | null): readonly NumberFormat[] {
  const own = new Map(childrenOf(childOf(root, 'x:numFmts'), 'x:numFmt').map((format) => [Number(attributeOf(format, 'numFmtId')), attributeOf(format, 'formatCode') ?? 'General']));
  const read = new Map<string, NumberFormat>();
  return childrenOf(childOf(root, 'x:cellXfs'), 'x:xf').map((style) => {
    const id = Number(attributeOf(style, 'numFmtId') ?? '0');
    const code = own.get(id) ?? builtinFormat(id);
    const format = read.get(code) ?? readFormat(code);
    read.set(code, format);
    return format;
  });
}
