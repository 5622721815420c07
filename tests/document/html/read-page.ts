/** A page as a person sees it after reading: title and facts, then one line a block. */
import { nodeReaderHost } from '../../../cli/html';
import type { Block, Document, YamlValue } from '../../../src/document/document';
import { readDocument } from '../../../src/document/read-document';

export async function readPage(html: string | Uint8Array, fileName = '页面.html', address?: string): Promise<Document> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const result = await readDocument({ fileName, bytes, ...(address === undefined ? {} : { address }) }, nodeReaderHost);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.document;
}

/** `p 文字 <链接的地址>`, `h2 标题`, `head 甲 ¦ 乙`, `row 1 ¦ 2`, `caption …`, `- 列表项`, `!图片 <地址>`. */
export function linesOf(document: Document): readonly string[] {
  return document.blocks.flatMap(describe);
}

export function facts(document: Document): Readonly<Record<string, YamlValue>> {
  return document.frontMatter.values;
}

function describe(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`h${block.level} ${block.text}`];
    case 'paragraph':
      return [`p ${block.text.replace(/\n/g, '⏎')}${block.links.map((link) => ` <${link.target}>`).join('')}`, ...block.images.map((image) => `!${image.alt} <${image.target}>`)].filter((line) => line !== 'p ');
    case 'table':
      return [...(block.caption === null ? [] : [`caption ${block.caption}`]), `head ${cells(block.header)}`, ...block.rows.map((row) => `row ${cells(row.cells)}`)];
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(describe).map((line) => `- ${line}`));
    case 'container':
      return [`> ${block.title}`, ...block.blocks.flatMap(describe).map((line) => `> ${line}`)];
    case 'code':
    case 'unreadable':
      return [`${block.kind} ${block.text}`];
  }
}

function cells(row: readonly { readonly text: string }[]): string {
  return row.map((cell) => cell.text.replace(/\n/g, '⏎')).join(' ¦ ');
}
