/** Finds the tables of a document and the words that stand over each: its caption, and the sections around it. */
import { walkBlocks, type Block, type Container, type Document, type Table } from '../document/document';
import { isOnlyAgency } from './agencies';
import { isCaption, isCaptionParagraph } from './captions';

export interface PlacedTable {
  readonly table: Table;
  readonly caption: string | null;
  /** Headings and titles around it, innermost first, without the caption: an annex can hold lists of several agencies. */
  readonly sections: readonly string[];
  /** False where it stands under the same caption as the table before it. */
  readonly ownCaption: boolean;
}

const HEADS_A_LIST = /名单|附\s*[件表]|列表|清单|情况|通信管理局|通管局|应用|APP|软件|SDK|小程序/i;
const IS_TITLE = /通报\s*(?:[（(][^）)]*[）)])?\s*$/;
const CONTINUED = /^[（(]?\s*续\s*表?\s*[0-9一二三四五六七八九十]*\s*[）)]?$/;

interface Caption {
  readonly text: string | null;
  /** Where it stands; two tables with the same place share it. */
  readonly place: string;
}

/** The paragraphs that serve as captions: they are no part of the body. */
export function captionBlocks(document: Document): ReadonlySet<Block> {
  const captions = new Set<Block>();
  let near: NearCaption | null = null;
  for (const { block } of walkBlocks(document.blocks)) {
    if (block.kind === 'table' && near !== null) captions.add(near.block);
    if (block.kind === 'paragraph' && CONTINUED.test(block.text.trim())) captions.add(block);
    near = nearAfter(block, near);
  }
  return captions;
}

interface NearCaption {
  readonly text: string;
  readonly line: number;
  readonly block: Block;
}

/** Every table with its caption, in reading order. */
export function placeTables(document: Document): readonly PlacedTable[] {
  const placed: PlacedTable[] = [];
  const headings: { level: number; text: string; line: number }[] = [];
  let near: NearCaption | null = null;
  let before: Caption | null = null;
  for (const { block, around } of walkBlocks(document.blocks)) {
    if (block.kind === 'heading') {
      while ((headings.at(-1)?.level ?? 0) >= block.level) headings.pop();
      headings.push({ level: block.level, text: block.text.trim(), line: block.line });
    }
    if (block.kind === 'table') {
      const caption = captionOf(block, near, around, headings);
      const sections = [...around].reverse().map((c) => c.title).concat([...headings].reverse().map((h) => h.text));
      placed.push({
        table: block,
        caption: caption.text,
        sections: sections.filter((s) => s !== '' && s !== caption.text),
        ownCaption: before === null || caption.place !== before.place,
      });
      before = caption;
    }
    near = nearAfter(block, near);
  }
  return placed;
}

/** The caption paragraph that the next table may stand under. Entering a container, or （续表） between two tables, does not part them. */
function nearAfter(block: Block, near: NearCaption | null): NearCaption | null {
  if (block.kind === 'container') return near;
  if (block.kind !== 'paragraph') return null;
  const text = block.text.trim();
  if (isCaptionParagraph(text) || isOnlyAgency(text)) return { text, line: block.line, block };
  return null;
}

function captionOf(table: Table, near: NearCaption | null, around: readonly Container[], headings: readonly { text: string; line: number; level: number }[]): Caption {
  if (table.caption !== null && table.caption.trim() !== '' && !CONTINUED.test(table.caption.trim())) return { text: table.caption.trim(), place: `table ${table.line}` };
  if (near !== null) return { text: near.text, place: `line ${near.line}` };
  const container = [...around].reverse().find((c) => c.form !== 'quote' && isCaption(c.title) && !IS_TITLE.test(c.title));
  if (container !== undefined) return { text: container.title.trim(), place: `line ${container.line}` };
  const heading = headings.at(-1);
  if (heading === undefined) return { text: null, place: 'none' };
  const heads = isCaption(heading.text) && HEADS_A_LIST.test(heading.text) && !IS_TITLE.test(heading.text);
  return { text: heads ? heading.text : null, place: `line ${heading.line}` };
}
