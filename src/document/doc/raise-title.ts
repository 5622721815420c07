/** The title of a Word document without heading styles: most agencies only set it in the middle. */
import type { Block, Paragraph } from '../document';

const LONGEST = 120;
/** A title stands near the top, below a number of the document or a word such as 附件. */
const DEPTH = 6;

/**
 * Makes the first centred lines of the document its heading, where it has none of the first level. Several centred lines one
 * under the other are one title; a line right above a table is the table's.
 */
export function raiseTitle(blocks: readonly Block[]): Block[] {
  if (blocks.some((block) => block.kind === 'heading' && block.level === 1)) return [...blocks];
  const from = blocks.slice(0, DEPTH).findIndex(isCentred);
  if (from === -1 || blocks.slice(0, from).some((block) => block.kind === 'table')) return [...blocks];
  let end = from;
  while (isCentred(blocks[end])) end += 1;
  const lines = blocks.slice(from, end) as Paragraph[];
  const text = lines.map((line) => line.text.replace(/\n/g, '')).join('');
  const [first] = lines;
  if (first === undefined || text.length > LONGEST || /。$/.test(text) || blocks[end]?.kind === 'table') return [...blocks];
  return [...blocks.slice(0, from), { kind: 'heading', level: 1, text, links: lines.flatMap((line) => line.links), line: first.line }, ...blocks.slice(end)];
}

function isCentred(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.attributes === 'align=center';
}
