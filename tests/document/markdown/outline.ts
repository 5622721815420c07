/** A document as lines that a person can compare: what each block is, its line, its text. */
import { nodeReaderHost } from '../../../cli/html';
import type { Block, Document, Link } from '../../../src/document/document';
import { readMarkdown } from '../../../src/document/markdown/read-markdown';

export function read(text: string): Document {
  return readMarkdown(text, 'test.md', nodeReaderHost);
}

/** One line a block, inner blocks set in by two blanks: `3 callout abstract "附件"`. */
export function outline(text: string): string[] {
  return read(text).blocks.flatMap((block) => describeBlock(block, ''));
}

/** The rows of all tables of a text, header first, cells parted by ` ¦ `. */
export function rowsOf(text: string): string[] {
  return outline(text).filter((line) => /^\s*\d+ (?:head|row)/.test(line)).map((line) => line.trimStart());
}

function describeBlock(block: Block, indent: string): string[] {
  const inner = (blocks: readonly Block[]): string[] => blocks.flatMap((each) => describeBlock(each, `${indent}  `));
  const say = (text: string): string => `${indent}${block.line} ${text}`;
  switch (block.kind) {
    case 'heading':
      return [say(`h${block.level} ${show(block.text)}${links(block.links)}`)];
    case 'paragraph':
      return [say(`p ${show(block.text)}${links(block.links)}${block.images.map((image) => ` !${image.alt}<${image.target}>`).join('')}${block.attributes === '' ? '' : ` {${block.attributes}}`}`)];
    case 'table': {
      const row = (cells: readonly { readonly text: string }[]): string => cells.map((cell) => show(cell.text)).join(' ¦ ');
      return [say(`table${block.caption === null ? '' : ` ${block.caption}`}`), `${indent}  ${block.line} head ${row(block.header)}`, ...block.rows.map((each) => `${indent}  ${each.line} row ${row(each.cells)}`)];
    }
    case 'code':
      return [say(`code ${block.language} ${show(block.text)}`)];
    case 'list':
      return [say(block.ordered ? 'ol' : 'ul'), ...block.items.flatMap((item) => [`${indent}  ${item.line} li ${item.marker ?? ''}`, ...item.blocks.flatMap((each) => describeBlock(each, `${indent}    `))])];
    case 'container':
      return [say(`${block.form} ${block.type} "${block.title}"`), ...inner(block.blocks)];
    case 'unreadable':
      return [say(`? ${show(block.text)}`)];
  }
}

function show(text: string): string {
  return text.replace(/\n/g, '⏎');
}

function links(all: readonly Link[]): string {
  return all.map((link) => ` [${link.text}]<${link.target}>`).join('');
}
