/** What a source says of itself: the metadata block 元数据 of wiki pages, lines such as 发布时间：… of posts, and front matter. */
import { walkBlocks, type Block, type Document, type FrontMatter, type YamlValue } from '../document/document';
import { readYamlBlock } from '../document/front-matter';
import type { Diagnostic } from '../document/diagnostic';
import { isOnlyAgency } from './agencies';
import { fitOf } from './cell-fit';
import { simplify } from './traditional';

/** What the source says, verbatim; null for what it does not. */
export interface Metadata {
  readonly title: string | null;
  readonly source: string | null;
  readonly time: string | null;
  readonly urls: readonly string[];
  /** 批次 as written: the total batch in wiki archives. */
  readonly batch: string | null;
}

/** What was read, and the blocks that it was read from. */
export interface ReadMetadata {
  readonly metadata: Metadata;
  /** Blocks that hold it: they are no part of the body. */
  readonly blocks: ReadonlySet<Block>;
  readonly diagnostics: readonly Diagnostic[];
}

type MetadataField = keyof Metadata;

/** Keys as wiki authors and agencies' pages write them. */
const KEYS: readonly (readonly [field: MetadataField, pattern: RegExp])[] = [
  ['title', /^(?:标题|题目|名称|title)$/i],
  ['source', /^(?:来源|信息来源|发布机构|发文机关|发布单位|发文单位|文章来源|source)$/i],
  ['time', /^(?:时间|发布时间|发布日期|日期|发文日期|成文日期|date|time)$/i],
  ['urls', /^(?:链接|网址|原文|原文链接|存档|存档链接|地址|url|link)$/i],
  ['batch', /^(?:批次|总批次)$/],
];
const SOURCE_AND_TIME = /^(\D+?)[\s|]+(\d{4}\s*[-/.年].+)$/;
const DAY = '\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}日?(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?';
const BARE_DAY = new RegExp(`^\\s*[\\[【（(]?\\s*${DAY}\\s*[\\]】）)]?\\s*$`);
const AGENCY_AND_DAY = new RegExp(`^\\s*(?:(${DAY})[\\s|｜]+)?(\\D{4,40}?)(?:[\\s|｜]+(${DAY}))?\\s*$`);
/** 【字号：大 中 小】, [打印]: what a page offers beside its source and day. */
const PAGE_TOOLS = /\s*(?:[【[（(]\s*(?:字[体号]|打印|关闭|分享|收藏)[^】\]）)]*[】\]）)]\s*)+$/;
/** A title whose lines the metadata follow without a blank line. */
const TITLE_LINE = /(?:通报|公告|公示|通告|[批期][）)])$/;
/** 现予以通报: a sentence that ends as titles do. */
const SENTENCE = /^(?:现|我[局部]|经|为|根据|依据|按照|截至|近[日期])|[，。；：](?![^（(]*[）)])/;
const LINE = /^([\u4e00-\u9fff]{2,5}|[a-z]{3,6})\s*[:：]\s*`?(.+?)`?$/i;

/** The first metadata of a document: a YAML block, or a run of `key: value` lines or list items. */
export function readMetadata(document: Document): ReadMetadata {
  const found: Partial<Record<MetadataField, readonly string[]>> = {};
  const blocks = new Set<Block>();
  const diagnostics: Diagnostic[] = [];
  let block = false;
  let inBody = false;
  for (const { block: b } of walkBlocks(document.blocks)) {
    if (b.kind === 'code' && /^(?:ya?ml)?$/.test(b.language) && !block) {
      const yaml = readYamlBlock(b.text, b.line + 1);
      const fields = Object.entries(yaml.values).map(([key, value]) => [fieldOf(key), texts(value)] as const);
      if (yaml.diagnostics.length > 0 && /^(?:标题|来源|时间|链接)\s*[:：]/m.test(b.text)) diagnostics.push(...yaml.diagnostics);
      if (!fields.some(([field]) => field !== null)) continue;
      block = true;
      blocks.add(b);
      for (const [field, values] of fields) if (field !== null && values.length > 0) found[field] = values;
    }
    const lines = plainLines(b, inBody);
    inBody ||= lines.length === 0 && isBody(b);
    for (const line of lines) {
      const match = LINE.exec(line.trim());
      const field = match === null ? null : fieldOf(match[1] ?? '');
      if (field === null || match === null || found[field] !== undefined || block) continue;
      // 来源：应用宝 below an app that the text names.
      if (field === 'source' && inBody && fitOf(match[2] ?? '', 'source', '') === 3) continue;
      // 原文：点此 says its address in the link.
      const link = b.kind === 'paragraph' ? b.links[0] : undefined;
      found[field] = [field === 'urls' && link !== undefined ? link.target : (match[2] ?? '').trim()];
      blocks.add(b);
    }
  }
  return { metadata: toMetadata(found), blocks, diagnostics };
}

/** Title of the front matter, trimmed; null where it has none. */
export function frontMatterText(frontMatter: FrontMatter, key: string): string | null {
  return texts(frontMatter.values[key] ?? null)[0] ?? null;
}

/** All texts under a key of the front matter: of a list, each. */
export function frontMatterTexts(frontMatter: FrontMatter, key: string): readonly string[] {
  return texts(frontMatter.values[key] ?? null);
}

/** Wiki archives carry the dates of page edits; a post's date is its own (docs/notice-json.md, `date`). */
export function isWikiPage(frontMatter: FrontMatter): boolean {
  return ['dateCreated', 'editor', 'published'].some((key) => key in frontMatter.values);
}

/** A list, a picture or a sentence; titles have a comma only in what numbers them. */
function isBody(block: Block): boolean {
  if (block.kind !== 'paragraph') return block.kind === 'table' || (block.kind === 'list' && block.ordered);
  return block.images.length > 0 || block.text.split('\n').some((line) => /[，。；]/.test(line) && !TITLE_LINE.test(line.trim()));
}

/** @param inBody text stands above the block: an agency and a day are a signature there. */
function plainLines(block: Block, inBody: boolean): readonly string[] {
  if (block.kind !== 'paragraph' || block.text.length > 300) return [];
  const all = block.text.split('\n');
  const above = all.slice(0, all.findLastIndex((line) => TITLE_LINE.test(line.trim())) + 1);
  const own = inBody || above.some((line) => SENTENCE.test(line.trim())) ? all : all.slice(above.length);
  // 甲省通信管理局 2022-06-01, or the day first
  const signed = inBody || own.length !== 1 ? null : AGENCY_AND_DAY.exec(own[0] ?? '');
  const day = signed?.[1] ?? signed?.[3];
  if (day !== undefined && isOnlyAgency(signed?.[2] ?? '')) return [`来源：${signed?.[2] ?? ''}`, `时间：${day}`];
  // 来源：甲局, 发布时间：2022-03-05 on one line.
  const lines = own.flatMap((line) => line.replace(PAGE_TOOLS, '').split(/[\s\u3000|｜/]+(?=[\u4e00-\u9fff]{2,5}\s*[:：])/));
  // 2025-08-01 来源：甲局: a day without a word before it is the time.
  const named = lines.map((line, i) => (lines.length > 1 && i === 0 && BARE_DAY.test(line) ? `时间：${line.trim()}` : line));
  return named.length > 0 && named.every((line) => LINE.test(line.trim())) ? named : [];
}

function fieldOf(key: string): MetadataField | null {
  return KEYS.find(([, pattern]) => pattern.test(simplify(key.trim())))?.[0] ?? null;
}

function texts(value: YamlValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((v: YamlValue) => texts(v));
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return typeof value === 'number' ? [String(value)] : [];
}

function toMetadata(found: Partial<Record<MetadataField, readonly string[]>>): Metadata {
  // 来源：甲网 2021年06月11日 16:00
  const dated = found.time === undefined ? SOURCE_AND_TIME.exec(found.source?.[0] ?? '') : null;
  return {
    title: found.title?.[0] ?? null,
    source: dated?.[1] ?? found.source?.[0] ?? null,
    time: dated?.[2] ?? found.time?.[0] ?? null,
    urls: (found.urls ?? []).flatMap((text) => text.split(/\s+/)).filter((url) => /^https?:\/\//i.test(url)),
    batch: found.batch?.[0] ?? null,
  };
}
