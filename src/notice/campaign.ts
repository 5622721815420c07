/** Pages of rules 专项整治行动: the texts of the rules with their metadata blocks, and the index lists that the page keeps. */
import { walkBlocks, type Document, type List, type ListItem, type YamlValue } from '../document/document';
import { readYamlBlock } from '../document/front-matter';
import type { IndexList, NoticeKind, RuleDocument } from './notice';

export interface Campaign {
  readonly documents: readonly RuleDocument[];
  readonly index: readonly IndexList[];
}

/** Reads the parts that only a campaign page has; other kinds have none. */
export function readCampaign(document: Document, kind: NoticeKind): Campaign {
  if (kind !== 'campaign') return { documents: [], index: [] };
  const documents: { title: string; metadata: Record<string, string>; paragraphs: string[] }[] = [];
  const index: IndexList[] = [];
  let heading = '';
  for (const { block, around } of walkBlocks(document.blocks)) {
    if (block.kind === 'heading') heading = block.text.trim();
    if (block.kind === 'list') {
      const items = linkItems(block);
      if (items.length > 0) index.push({ title: around.at(-1)?.title || heading, items });
    }
    if (block.kind === 'code') {
      const metadata = metadataOf(block.text, block.line);
      if (metadata !== null) documents.push({ title: metadata['标题'] ?? heading, metadata, paragraphs: [] });
    }
    if (block.kind === 'paragraph') documents.at(-1)?.paragraphs.push(block.text);
  }
  return { documents, index };
}

function linkItems(list: List): IndexList['items'] {
  return list.items.flatMap((item) => {
    const link = linkOf(item);
    return link === null ? [] : [link];
  });
}

function linkOf(item: ListItem): { label: string; target: string } | null {
  const first = item.blocks[0];
  if (first?.kind !== 'paragraph') return null;
  const link = first.links[0];
  return link === undefined ? null : { label: first.text.trim(), target: link.target };
}

function metadataOf(text: string, line: number): Record<string, string> | null {
  const values = Object.entries(readYamlBlock(text, line + 1).values);
  if (!values.some(([key]) => key === '标题')) return null;
  return Object.fromEntries(values.map(([key, value]) => [key, Array.isArray(value) ? value.join(' ') : plainText(value)]));
}

function plainText(value: YamlValue): string {
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
