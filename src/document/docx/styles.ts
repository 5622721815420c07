/** Paragraph and character styles of a Word file, as far as they change what a paragraph is: heading, numbered, hidden. */
import { attributeOf, childOf, childrenOf, isOn, valueOf, type XmlElement } from '../xml/xml-element';

/** Which list a paragraph or a style belongs to: `w:numPr` (ECMA-376 part 1, 17.3.1.19). */
export interface NumberingRef {
  /** `w:numId` as written; `0` takes a paragraph out of its style's list. */
  readonly numId: string;
  /** From 0; null where the numbering's own link to the style decides. */
  readonly level: number | null;
}

/** What is taken from a style, those that it is based on included. */
export interface DocxStyle {
  /** 1 for the highest; null for body text. */
  readonly heading: number | null;
  readonly numbering: NumberingRef | null;
  readonly hidden: boolean;
}

interface OwnStyle {
  readonly basedOn: string | null;
  readonly heading: number | null | undefined;
  readonly numbering: NumberingRef | null;
  readonly hidden: boolean | null;
}

/** Styles by `w:styleId`. */
export type DocxStyles = ReadonlyMap<string, DocxStyle>;

/** Chains of styles in real files are three or four long; a circle must end. */
const MAX_CHAIN = 20;

/** Every style by its id, with what it takes from those it is based on. */
export function readStyles(root: XmlElement | null): DocxStyles {
  const own = new Map(childrenOf(root, 'w:style').map((style) => [attributeOf(style, 'styleId') ?? '', readStyle(style)]));
  const styles = new Map<string, DocxStyle>();
  for (const id of own.keys()) styles.set(id, inherit(id, own));
  return styles;
}

function readStyle(style: XmlElement): OwnStyle {
  const paragraph = childOf(style, 'w:pPr');
  const run = childOf(style, 'w:rPr');
  const outline = readOutline(paragraph);
  return {
    basedOn: valueOf(style, 'w:basedOn'),
    heading: outline === undefined ? headingOfName(valueOf(style, 'w:name') ?? '') : outline,
    numbering: readNumberingRef(paragraph),
    hidden: childOf(run, 'w:vanish') === null ? null : isOn(run, 'w:vanish'),
  };
}

function inherit(id: string, own: ReadonlyMap<string, OwnStyle>): DocxStyle {
  let heading: number | null | undefined;
  let numbering: NumberingRef | null = null;
  let hidden: boolean | null = null;
  let at: string | null = id;
  for (let step = 0; step < MAX_CHAIN && at !== null; step += 1) {
    const style: OwnStyle | undefined = own.get(at);
    if (style === undefined) break;
    if (heading === undefined) heading = style.heading;
    numbering ??= style.numbering;
    hidden ??= style.hidden;
    at = style.basedOn;
  }
  return { heading: heading ?? null, numbering, hidden: hidden ?? false };
}

/** `w:outlineLvl` of paragraph properties as a heading's level; level 9 is body text, undefined where nothing is said. */
export function readOutline(properties: XmlElement | null): number | null | undefined {
  const level = Number(valueOf(properties, 'w:outlineLvl') ?? Number.NaN);
  if (!Number.isInteger(level) || level < 0) return undefined;
  return level < 6 ? level + 1 : level < 9 ? 6 : null;
}

/** `w:numPr` of paragraph or style properties; null where it is missing or names no list. */
export function readNumberingRef(properties: XmlElement | null): NumberingRef | null {
  const element = childOf(properties, 'w:numPr');
  const numId = valueOf(element, 'w:numId');
  if (numId === null) return null;
  const level = Number(valueOf(element, 'w:ilvl') ?? Number.NaN);
  return { numId, level: Number.isInteger(level) && level >= 0 && level < 9 ? level : null };
}

/** Built-in names; WPS and Chinese versions of Word write their own. */
function headingOfName(name: string): number | undefined {
  const numbered = /^(?:heading|标题)\s*([1-9])$/i.exec(name.trim())?.[1];
  if (numbered !== undefined) return Math.min(6, Number(numbered));
  return /^(?:title|标题|文档标题)$/i.test(name.trim()) ? 1 : undefined;
}
