/** What a web page says of itself, beside what its article says (see `readHtml` for the keys). */
import type { FrontMatter } from '../document/document';
import { frontMatterText, frontMatterTexts, type Metadata } from './metadata';

/** In the order in which they are believed: what the page states in words comes before what its head says. */
const TIMES = ['发布时间', '发布日期', '公布日期', '时间', '日期', 'PubDate', '发文日期', '成文日期'];
const SOURCES = ['来源', '信息来源', '文章来源', '稿件来源', '稿源', 'ContentSource', '发布机构', '发布单位', '发文机关', '发文单位'];

/** Fills from a note's properties what its text leaves out; 日期 and 时间 of a note can be those of the note itself, and a 来源 that is an address is no name. */
export function fillFromProperties(metadata: Metadata, properties: FrontMatter): Metadata {
  const own = Object.entries(properties.values).filter(([key]) => !/^(?:时间|日期)$/.test(key) && !/^[a-z]+:\/\//i.test(frontMatterText(properties, key) ?? ''));
  const { time, source } = fillFromPage(metadata, { ...properties, values: Object.fromEntries(own) });
  return { ...metadata, time, source: source === null ? null : source.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]$/, '$1') };
}

/** Fills what the article leaves out. */
export function fillFromPage(metadata: Metadata, page: FrontMatter): Metadata {
  const first = (keys: readonly string[]): string | null => keys.map((key) => frontMatterText(page, key)).find((text) => text !== null) ?? null;
  return {
    ...metadata,
    time: metadata.time ?? first(TIMES),
    source: metadata.source ?? first(SOURCES),
    urls: metadata.urls.length > 0 ? metadata.urls : frontMatterTexts(page, 'url'),
  };
}
