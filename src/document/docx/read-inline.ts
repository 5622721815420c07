/** The runs of a paragraph to text, as Word shows it with all tracked changes accepted and hidden text hidden. */
import { diagnostic } from '../diagnostic';
import type { Image, Link } from '../document';
import { attributeOf, childOf, isOn, isTrue, ownText, valueOf, type XmlElement, type XmlNode } from '../xml/xml-element';
import { chooseBranch } from './alternate-content';
import type { DocxReading } from './docx-reading';
import { isPlaceholder } from './structure';

/** The text of a paragraph while it is gathered. */
export interface InlineText {
  /** Breaks are `\n`, tabs `\t`; ends not trimmed. */
  text: string;
  readonly links: Link[];
  readonly images: Image[];
  /** Contents of the text boxes anchored here, in order. */
  readonly boxes: XmlElement[];
}

/** A text to be filled. */
export function emptyInline(): InlineText {
  return { text: '', links: [], images: [], boxes: [] };
}

/** Reads the children of a paragraph onto `out`. */
export function readInline(nodes: readonly XmlNode[], out: InlineText, reading: DocxReading): void {
  for (const node of nodes) if (typeof node !== 'string') readNode(node, out, reading);
}

function readNode(node: XmlElement, out: InlineText, reading: DocxReading): void {
  switch (node.name) {
    case 'w:r':
      readRun(node, out, reading);
      break;
    case 'w:pPr':
    case 'w:del':
    case 'w:moveFrom':
      break;
    case 'w:hyperlink':
      readLink(node, addressOf(node, reading), out, reading);
      break;
    case 'w:fldSimple':
      readLink(node, hyperlinkOf(attributeOf(node, 'instr') ?? ''), out, reading);
      break;
    case 'w:sdt':
      if (!isPlaceholder(node)) readInline(childOf(node, 'w:sdtContent')?.children ?? [], out, reading);
      break;
    case 'mc:AlternateContent':
      readInline(chooseBranch(node), out, reading);
      break;
    case 'm:t':
      append(out, ownText(node), reading);
      break;
    default:
      // Smart tags, insertions, what was moved here, and whatever else wraps runs.
      readInline(node.children, out, reading);
  }
}

function readRun(run: XmlElement, out: InlineText, reading: DocxReading): void {
  const properties = childOf(run, 'w:rPr');
  if (properties !== null && isHidden(properties, reading)) {
    for (const child of run.children) if (typeof child !== 'string' && child.name === 'w:fldChar') readFieldMark(child, out, reading);
    return;
  }
  for (const child of run.children) {
    if (typeof child === 'string') continue;
    switch (child.name) {
      case 'w:t':
        append(out, textOf(child), reading);
        break;
      case 'w:tab':
      case 'w:ptab':
        append(out, '\t', reading);
        break;
      case 'w:br':
      case 'w:cr':
        append(out, '\n', reading);
        break;
      case 'w:noBreakHyphen':
        append(out, '-', reading);
        break;
      case 'w:sym':
        append(out, symbolOf(child), reading);
        break;
      case 'w:fldChar':
        readFieldMark(child, out, reading);
        break;
      case 'w:instrText':
        addInstruction(ownText(child), reading);
        break;
      case 'w:ruby':
        readInline(childOf(child, 'w:rubyBase')?.children ?? [], out, reading);
        break;
      case 'mc:AlternateContent':
        for (const branch of chooseBranch(child)) if (typeof branch !== 'string') readDrawing(branch, '', out, reading);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        readDrawing(child, '', out, reading);
        break;
      default:
        break;
    }
  }
}

function isHidden(properties: XmlElement, { styles }: DocxReading): boolean {
  if (childOf(properties, 'w:vanish') !== null) return isOn(properties, 'w:vanish');
  if (childOf(properties, 'w:del') !== null) return true;
  return styles.get(valueOf(properties, 'w:rStyle') ?? '')?.hidden ?? false;
}

/** Blanks at the ends count only where the file says so; line ends of the file are blanks. */
function textOf(element: XmlElement): string {
  const text = ownText(element);
  const plain = /[\r\n\t]/.test(text) ? text.replace(/\r\n?|[\n\t]/g, ' ') : text;
  return element.attributes.includes('preserve') ? plain : plain.replace(/^ +| +$/g, '');
}

/** Signs of picture fonts stand at U+F000 and mean nothing outside them. */
function symbolOf(symbol: XmlElement): string {
  const code = Number.parseInt(attributeOf(symbol, 'char') ?? '', 16);
  return code >= 32 && (code < 0xe000 || code > 0xf8ff) && code <= 0xffff ? String.fromCharCode(code) : '';
}

function append(out: InlineText, text: string, { fields }: DocxReading): void {
  if (fields.length === 0 || fields.every((field) => field.phase === 'result')) out.text += text;
}

function readLink(node: XmlElement, target: string | null, out: InlineText, reading: DocxReading): void {
  const start = out.text.length;
  readInline(node.children, out, reading);
  addLink(out, start, target);
}

function addLink(out: InlineText, start: number, target: string | null): void {
  const text = out.text.slice(start).trim();
  if (target !== null && text !== '') out.links.push({ text, target });
}

/** Address of a link; null for one to a place in the document. */
function addressOf(link: XmlElement, { targets }: DocxReading): string | null {
  const target = targets.get(attributeOf(link, 'id') ?? '');
  if (target === undefined) return null;
  const anchor = attributeOf(link, 'anchor');
  return anchor === null || target.includes('#') ? target : `${target}#${anchor}`;
}

function readFieldMark(mark: XmlElement, out: InlineText, { fields }: DocxReading): void {
  const type = attributeOf(mark, 'fldCharType');
  const field = fields[fields.length - 1];
  if (type === 'begin') fields.push({ phase: 'instruction', instruction: '', start: out.text.length });
  else if (field === undefined) return;
  else if (type === 'separate') {
    field.phase = 'result';
    field.start = out.text.length;
  } else if (type === 'end') {
    fields.pop();
    if (field.phase === 'result') addLink(out, field.start, hyperlinkOf(field.instruction));
  }
}

function addInstruction(text: string, { fields }: DocxReading): void {
  const field = fields[fields.length - 1];
  if (field?.phase === 'instruction' && field.instruction.length < 4096) field.instruction += text;
}

/** Address in the instruction of a field; null where it is no link out of the document. */
function hyperlinkOf(instruction: string): string | null {
  const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))/i.exec(instruction);
  return address?.[1] ?? address?.[2] ?? null;
}

/** Text boxes and pictures of a drawing, old or new. */
function readDrawing(element: XmlElement, alt: string, out: InlineText, reading: DocxReading): void {
  if (element.name === 'w:txbxContent') {
    out.boxes.push(element);
    return;
  }
  if (element.name === 'mc:AlternateContent') {
    for (const branch of chooseBranch(element)) if (typeof branch !== 'string') readDrawing(branch, alt, out, reading);
    return;
  }
  if (element.name === 'o:OLEObject') {
    // A list can hide in a sheet that only shows as a picture.
    reading.diagnostics.push(diagnostic('office-embedded-part', { line: reading.line }));
    return;
  }
  if (element.name === 'a:blip' || element.name === 'v:imagedata') {
    const target = reading.targets.get(attributeOf(element, 'embed') ?? attributeOf(element, 'link') ?? attributeOf(element, 'id') ?? '');
    if (target !== undefined) out.images.push({ alt: alt || (attributeOf(element, 'title') ?? ''), target });
    return;
  }
  const named = childOf(element, 'wp:docPr');
  if (named !== null && isTrue(attributeOf(named, 'hidden'))) return;
  const inner = (named === null ? null : attributeOf(named, 'descr')) ?? alt;
  for (const child of element.children) if (typeof child !== 'string') readDrawing(child, inner, out, reading);
}
