/** Finds the tables of a document and the words that stand over each: its caption, and the sections around it. */
import { walkBlocks, type Block, type Container, type Document, type Paragraph, type Table } from '../document/document';
import { annexNumber, isAnnexNumber, isCaption, isCaptionParagraph, isContinued, isNoticeTitle, isSection } from './captions';
import { categoryName } from './row-kinds';
import { sectionProblems } from './section-problems';
import { titleKey } from './titles';

/** A table and the words that say what it is. */
export interface PlacedTable {
  readonly table: Table;
  readonly caption: string | null;
  /** Headings and titles around it, innermost first, without the caption: an annex can hold lists of several agencies. */
  readonly sections: readonly string[];
  /** The group of entries that words above it name: 一、游戏类. */
  readonly category: string | null;
  /** False where it stands under the same caption as the table before it. */
  readonly ownCaption: boolean;
}

const HEADS_A_LIST = /名单|附\s*[件表]|列表|清单|情况|通信管理局|通管局|应用|APP|软件|SDK|小程序/i;

interface Caption {
  readonly text: string | null;
  /** The block that says it; two tables with the same place share it. */
  readonly place: Block | null;
}

/** Lines right above a table that belong to it. */
interface Above {
  readonly caption: string | null;
  readonly annex: string | null;
  readonly category: string | null;
  /** （续表）: the table goes on with the one before. */
  readonly continued: boolean;
  readonly place: Block | null;
  /** The paragraphs that say it, and how many of their last lines do. */
  readonly blocks: readonly (readonly [block: Block, lines: number])[];
}

const NOTHING: Above = { caption: null, annex: null, category: null, continued: false, place: null, blocks: [] };

/** The paragraphs that are captions of tables, with the number of their last lines that are: these are no part of the body. @param title of the notice. */
export function captionBlocks(document: Document, title = ''): ReadonlyMap<Block, number> {
  const captions = new Map<Block, number>();
  const isTitle = isTitleOf(title);
  let above = NOTHING;
  for (const { block } of walkBlocks(document.blocks)) {
    if (block.kind === 'table') for (const [caption, lines] of above.blocks) captions.set(caption, lines);
    above = aboveAfter(block, above, isTitle);
  }
  return captions;
}

/** Every table with its caption, in reading order. @param title of the notice, which is the caption of no table, whatever agency it names. */
export function placeTables(document: Document, title = ''): readonly PlacedTable[] {
  const placed: PlacedTable[] = [];
  const headings: OpenHeading[] = [];
  /** Positions in reading order: some formats have no lines. */
  const order = new Map<Block, number>();
  const isTitle = isTitleOf(title);
  let above = NOTHING;
  let before: Caption | null = null;
  for (const { block, around } of walkBlocks(document.blocks)) {
    if (block.kind === 'container') order.set(block, order.size);
    if (block.kind === 'heading') {
      order.set(block, order.size);
      while ((headings.at(-1)?.level ?? 0) >= block.level) headings.pop();
      headings.push({ level: block.level, text: block.text.trim(), block });
    }
    if (block.kind === 'table') {
      const caption: Caption = above.continued && above.caption === null && before !== null ? before : captionOf(block, above, around, headings.filter((h) => !isTitle(h.text)), order);
      const sections = [above.annex ?? ''].concat([...around].reverse().map((c) => c.title), [...headings].reverse().map((h) => h.text));
      const category = above.category ?? sections.map(categoryName).find((c) => c !== null) ?? null;
      placed.push({
        table: block,
        caption: caption.text,
        sections: sections.filter((s) => s !== '' && s !== caption.text && !isTitle(s)),
        category,
        ownCaption: before === null || caption.place !== before.place,
      });
      before = caption;
    }
    above = aboveAfter(block, above, isTitle);
  }
  return placed;
}

/** What stands over the next table after one more block. A table leaves its caption to the next one, where no words come between. */
function aboveAfter(block: Block, above: Above, isTitle: IsTitle): Above {
  if (block.kind === 'container') return above;
  if (block.kind === 'table') return { ...above, annex: above.annex, category: null, continued: false, blocks: [] };
  return block.kind === 'paragraph' ? aboveAfterParagraph(block, above, isTitle) : NOTHING;
}

function aboveAfterParagraph(paragraph: Paragraph, above: Above, isTitle: IsTitle): Above {
  const all = paragraph.text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (all.length === 0) return paragraph.images.length > 0 ? NOTHING : above;
  let next = above;
  let count = 0;
  for (const line of all) {
    next = isTitle(line) ? NOTHING : aboveAfterLine(line, next, paragraph);
    count = next === NOTHING ? 0 : count + 1;
  }
  return count === 0 ? NOTHING : { ...next, blocks: [...(count < all.length ? [] : next.blocks), [paragraph, count]] };
}

function aboveAfterLine(line: string, above: Above, place: Block): Above {
  const group = categoryName(line);
  if (group !== null) return { ...above, category: group };
  if (isContinued(line)) return { ...above, continued: true };
  if (isAnnexNumber(line)) return { ...NOTHING, annex: line, place };
  if (!isCaptionParagraph(line)) return NOTHING;
  const named = { ...NOTHING, caption: line.replace(/\s*[:：]$/, ''), place };
  // 附件1, and the title of the annex below it.
  if (above.caption === null) return { ...named, annex: above.annex, blocks: above.blocks };
  // 附件2：…, and 一、…, 二、… over the lists that it holds.
  if (!isSection(line)) return named;
  const isAnnex = /^\s*[（(【]?附\s*[件表]/.test(above.caption);
  return { ...named, annex: isAnnex ? above.caption : above.annex, blocks: isAnnex ? above.blocks : [] };
}

type IsTitle = (text: string) => boolean;

/** Whether a text is the title of the page; the title of an annex that is a file of its own heads its list. */
function isTitleOf(title: string): IsTitle {
  const key = /^\s*附\s*[件表]|^[^，：。]*(?:名单|清单|一览表|汇总表|情况表)$/.test(title) ? '' : titleKey(title);
  // A long paragraph is no title: it need not be compared.
  return (text) => key !== '' && text.length <= title.length * 3 && titleKey(text) === key;
}

interface OpenHeading {
  readonly level: number;
  readonly text: string;
  readonly block: Block;
}

function captionOf(table: Table, above: Above, around: readonly Container[], headings: readonly OpenHeading[], order: ReadonlyMap<Block, number>): Caption {
  if (table.caption !== null && table.caption.trim() !== '' && !isContinued(table.caption)) return { text: table.caption.trim(), place: table };
  if (above.caption !== null) return { text: above.caption, place: above.place };
  const container = [...around].reverse().find((c) => c.form !== 'quote' && isCaption(c.title) && !isNoticeTitle(c.title) && categoryName(c.title) === null);
  const heading = [...headings].reverse().find((h) => categoryName(h.text) === null);
  const nearer = container !== undefined && (heading === undefined || (order.get(heading.block) ?? 0) < (order.get(container) ?? 0) || !headsAList(heading.text));
  if (nearer) return { text: container.title.trim(), place: container };
  if (above.annex !== null && annexNumber(above.annex) !== null) return { text: above.annex, place: above.place };
  if (heading === undefined) return { text: null, place: null };
  return { text: headsAList(heading.text) ? heading.text : null, place: heading.block };
}

function headsAList(text: string): boolean {
  return isCaption(text) && (HEADS_A_LIST.test(text) || sectionProblems(text) !== null) && !isNoticeTitle(text);
}
