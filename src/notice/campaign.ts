/**
 * Campaign pages 专项整治行动: a page of rules that keeps the index of its notices. Read as an ordered run of documents (a text with
 * its own metadata block) and index lists; the metadata blocks on it speak of the documents and not of the page.
 */
import { diagnostic } from '../document/diagnostic';
import { walkBlocks, type Container, type Document, type Link, type List, type YamlValue } from '../document/document';
import { readYamlBlock } from '../document/front-matter';
import { frontMatterText } from './metadata';
import type { IndexList, Notice, RuleDocument } from './notice';
import { kindOfTitle } from './titles';

/** The page as a Notice of kind `campaign`; null where the document is no such page. */
export function readCampaignPage(document: Document): Notice | null {
  const heading = document.blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const title = frontMatterText(document.frontMatter, 'title') ?? (heading?.kind === 'heading' ? heading.text.trim() : null);
  if (title === null || kindOfTitle(title, false) !== 'campaign') return null;
  const { documents, index } = readParts(document);
  return {
    kind: 'campaign', series: 'campaign', title, agency: null, agencyFrom: null, source: null, date: null, signedDate: null,
    batch: null, deadline: null, statedCount: null, urls: [], attachments: [], cites: [], figures: [], lists: [],
    paragraphs: documents.flatMap((one) => one.paragraphs),
    documents,
    index,
    diagnostics: [...document.diagnostics, ...(documents.length === 0 && index.length === 0 ? [diagnostic('empty-campaign')] : [])],
  };
}

interface OpenDocument {
  title: string;
  readonly section: string;
  readonly metadata: Record<string, string>;
  readonly paragraphs: string[];
  readonly links: Link[];
  readonly line: number;
  readonly quoted: boolean;
  /** The container whose text it holds. */
  container: Container | null;
}

function readParts(document: Document): { documents: readonly RuleDocument[]; index: readonly IndexList[] } {
  const documents: OpenDocument[] = [];
  const index: IndexList[] = [];
  const inIndex = new Set<number>();
  let section = '';
  let heading = '';
  for (const { block, around } of walkBlocks(document.blocks)) {
    const outer = around[0] ?? null;
    if (block.kind === 'heading' && outer === null) {
      heading = block.text.trim();
      if (block.level <= 2) section = heading;
    }
    if (block.kind === 'list') {
      const items = linkItems(block);
      if (items.length > 0) {
        index.push({ title: (outer?.title ?? '') || heading, section, items, line: block.line });
        for (const item of block.items) for (const inner of item.blocks) inIndex.add(inner.line);
      }
    }
    if (block.kind === 'code') {
      const metadata = metadataOf(block.text, block.line);
      if (metadata !== null) documents.push({ title: metadata['标题'] ?? heading, section, metadata, paragraphs: [], links: [], line: block.line, quoted: true, container: null });
    }
    if (block.kind !== 'paragraph' || inIndex.has(block.line)) continue;
    const target = documentFor(documents, outer, section, block.line, document);
    target.paragraphs.push(block.text);
    target.links.push(...block.links);
  }
  return { documents: documents.map(({ title, section: s, metadata, paragraphs, links, line, quoted }) => ({ title, section: s, metadata, paragraphs, links, line, quoted })), index };
}

/** The document that a paragraph belongs to: that of its container, else the last metadata block that has no text yet, else a new one. */
function documentFor(documents: OpenDocument[], outer: Container | null, section: string, line: number, document: Document): OpenDocument {
  const last = documents.at(-1);
  if (last !== undefined && last.section === section && last.container === outer && (last.paragraphs.length > 0 || last.quoted === (outer !== null))) {
    if (outer !== null || !last.quoted) return last;
  }
  if (outer !== null && last?.container === null && last.paragraphs.length === 0) {
    last.container = outer;
    if (outer.title !== '') last.title = outer.title;
    return last;
  }
  const title = outer === null ? '' : outer.title || (document.footnotes[0]?.links[0]?.text ?? '');
  const opened: OpenDocument = { title, section, metadata: {}, paragraphs: [], links: [], line, quoted: outer !== null, container: outer };
  documents.push(opened);
  return opened;
}

function linkItems(list: List): IndexList['items'] {
  return list.items.flatMap((item) => {
    const first = item.blocks[0];
    const link = first?.kind === 'paragraph' ? first.links[0] : undefined;
    return first?.kind === 'paragraph' && link !== undefined ? [{ label: first.text.trim(), target: link.target }] : [];
  });
}

function metadataOf(text: string, line: number): Record<string, string> | null {
  const values = Object.entries(readYamlBlock(text, line + 1).values);
  if (!values.some(([key]) => key === '标题')) return null;
  return Object.fromEntries(values.map(([key, value]) => [key, Array.isArray(value) ? value.map(plainText).join(' ') : plainText(value)]));
}

function plainText(value: YamlValue): string {
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
