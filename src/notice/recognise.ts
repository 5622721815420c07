/** Document → Notice: what a source means. One function from plain data to plain data; every part it uses is a file of this folder. */
import { diagnostic, type Diagnostic } from '../document/diagnostic';
import { walkBlocks, type Block, type Document, type Table } from '../document/document';
import { originalUrl } from './agencies';
import { completeBatch, findBatch, mergeBatches } from './batches';
import { readBody, type Body } from './body';
import { readDay } from './dates';
import { findHeader } from './headers';
import { dedupeAttachments } from './attachments';
import { readBodyFacts } from './body-facts';
import { readCampaignPage } from './campaign';
import { findIssuer, seriesOf, type Issuer } from './issuer';
import { readLists, type ReadLists } from './lists';
import { frontMatterText, isWikiPage, readMetadata, type Metadata } from './metadata';
import { listsApps, type Batch, type Notice, type NoticeKind } from './notice';
import { fillFromPage, fillFromProperties } from './page-facts';
import { captionBlocks, placeTables } from './placed-tables';
import { readNumeral } from './numerals';
import { statedAgency, type StatedFacts } from './stated-facts';
import { checkStatedCount } from './stated-counts';
import { findTextLists } from './text-lists';
import { chooseTitle, kindOfTitle } from './titles';

/** Kinds whose list can stand in the text. */
const WITHOUT_TABLE: ReadonlySet<NoticeKind> = new Set(['infringement', 'takedown', 'other']);

/**
 * Recognises a notice. Never throws for what a source says: what cannot be read is in `diagnostics`, and kept as text.
 * @param stated what a person says of it; the reading goes by that
 */
export function recogniseNotice(document: Document, stated: StatedFacts = {}): Notice {
  const campaign = stated.kind === undefined ? readCampaignPage(document) : null;
  if (campaign !== null) return campaign;
  const { metadata: ofArticle, blocks, diagnostics: ofMetadata } = readMetadata(document);
  const metadata = document.format === 'html' || document.format === 'pdf' ? fillFromPage(ofArticle, document.frontMatter) : fillFromProperties(ofArticle, document.frontMatter);
  const titles = chooseTitle(document, metadata.title);
  const placed = placeTables(document, titles.title);
  const announced = stated.kind ?? kindOfTitle(titles.title, false);
  const inText = placed.some(({ table }) => findHeader(table) !== null) || !WITHOUT_TABLE.has(announced) ? null : findTextLists(document, announced !== 'other');
  const whole = [...blocks].map((block) => [block, Infinity] as const);
  const body = readBody(document, new Map<Block, number | ReadonlySet<number>>([...captionBlocks(document, titles.title), ...(inText?.blocks ?? []), ...titles.lines, ...whole]));
  const urls = orderUrls(metadata.urls.length > 0 ? metadata.urls : footnoteUrls(document));
  const found = findIssuer({ signatures: body.signatures, source: metadata.source, title: titles.title, urls });
  const issuer = stated.agency === undefined ? found : statedIssuer(stated.agency, found);
  const lists = readLists([...placed, ...(inText?.tables ?? [])], issuer.agency, titles.title);
  const kind = stated.kind ?? kindOfTitle(titles.title, lists.lists.length > 0, issuer.from === 'signature');
  const series = seriesOf(issuer.agency, kind);
  const date = stated.date === undefined ? publicationDay(document, metadata, body) : stated.date;
  const batch = readBatch(document, titles.title, metadata, lists, body);
  const completed = stated.batch === undefined ? completeBatch(batch.batch, kind, series, date) : stated.batch;
  const isNotice = listsApps(kind);
  const counts = { annexes: lists.annexes, lines: [...body.attachments.map((a) => a.name), titles.title] };
  const { statedCount, deadline, cites, figures } = readBodyFacts(body.paragraphs, { kind, lists: lists.lists, date, batch: completed, counts });
  // A notice without a list may hold it as pictures.
  const attachments = isNotice && lists.lists.length === 0 ? dedupeAttachments([...body.attachments, ...body.pictures]) : body.attachments;
  return {
    kind,
    series,
    title: titles.title,
    // News is about an agency and not by it.
    agency: kind === 'news' ? null : (issuer.agency?.name ?? null),
    agencyFrom: kind === 'news' ? null : issuer.from,
    source: metadata.source ?? (kind === 'news' ? frontMatterText(document.frontMatter, 'author') : null),
    ...(kind === 'news' && metadata.source !== null ? { author: frontMatterText(document.frontMatter, 'author') ?? frontMatterText(document.frontMatter, '作者') } : {}),
    date,
    signedDate: body.signedDate,
    batch: completed,
    deadline,
    statedCount,
    urls,
    attachments,
    // Where nobody signs, what was taken for a signature is text.
    paragraphs: [...body.paragraphs, ...(stated.agency === null ? body.signatures : []), ...lists.otherTables.flatMap(tableText)],
    cites,
    figures,
    lists: lists.lists,
    documents: [],
    index: [],
    diagnostics: [
      ...document.diagnostics,
      ...ofMetadata,
      ...(titles.other === null ? [] : [diagnostic('title-conflict', {}, { other: titles.other, title: titles.title })]),
      ...(stated.batch === undefined ? batch.diagnostics : []),
      ...(date === null && kind !== 'campaign' ? [diagnostic('no-date')] : []),
      ...(issuer.agency === null && isNotice ? [diagnostic('no-agency')] : []),
      ...issuer.diagnostics,
      ...tableDiagnostics(kind, lists),
      ...(inText?.diagnostics ?? []),
      ...lists.diagnostics,
      ...body.diagnostics,
      ...checkStatedCount(statedCount, lists.lists),
    ],
  };
}

function statedIssuer(agency: string | null, found: Issuer): Issuer {
  return agency === null ? { agency: null, from: null, diagnostics: [] } : { agency: statedAgency(agency), from: found.from, diagnostics: [] };
}

/** Metadata 时间, else the signing date, else, for posts only, the date of the front matter (docs/notice-json.md, `date`). */
function publicationDay(document: Document, metadata: Metadata, body: Body): string | null {
  const stated = metadata.time === null ? null : readDay(metadata.time);
  if (stated !== null) return stated;
  if (body.postedDay !== null) return body.postedDay;
  if (body.signedDate !== null) return body.signedDate;
  const front = isWikiPage(document.frontMatter) ? null : frontMatterText(document.frontMatter, 'date');
  return front === null ? null : readDay(front);
}

/** Title first, then metadata, captions and headings, names of attachments, footnotes: each fills only what those before leave out. */
function readBatch(document: Document, title: string, metadata: Metadata, lists: ReadLists, body: Body): { batch: Batch | null; diagnostics: readonly Diagnostic[] } {
  const fromTitle = findBatch(title);
  const stated = metadata.batch === null ? null : findBatch(metadata.batch);
  // 批次 of wiki archives is the total: 26, 第26批.
  const total = stated?.total ?? (metadata.batch === null ? null : (readNumeral(metadata.batch) ?? (stated?.year === null ? stated.number : null)));
  const fromMetadata: Batch | null = total === null ? stated : { year: stated?.year ?? null, number: stated?.year == null ? null : stated.number, total };
  const conflict = fromTitle?.total != null && total !== null && fromTitle.total !== total;
  const elsewhere = [
    ...lists.lists.map((list) => list.caption ?? ''),
    ...body.attachments.map((a) => a.name),
    ...[...walkBlocks(document.blocks)].map(({ block }) => (block.kind === 'heading' ? block.text : '')),
    document.fileName,
  ];
  let batch = mergeBatches(fromTitle, fromMetadata);
  for (const text of batch?.number == null || batch.total === null ? elsewhere : []) {
    const found = findBatch(text);
    if (batch?.number == null || found?.number === batch.number) batch = mergeBatches(batch, found);
  }
  return { batch, diagnostics: conflict ? [diagnostic('batch-conflict', {}, { title: `总第${fromTitle.total}批`, other: `总第${total}批` })] : [] };
}

/** A notice whose tables all lack a column of names is an error; one such table beside lists, a warning; none at all, a list still to be added. */
function tableDiagnostics(kind: NoticeKind, lists: ReadLists): readonly Diagnostic[] {
  const isNotice = listsApps(kind);
  const headings = (table: Table): string => table.header.map((c) => c.text).join(' | ');
  if (isNotice && lists.lists.length === 0 && lists.otherTables.length === 0) return [diagnostic('no-list')];
  const code = isNotice && lists.lists.length === 0 ? 'no-name-column' : 'table-not-a-list';
  return lists.otherTables.map((table) => diagnostic(code, { line: table.line }, { headings: headings(table) }));
}

function tableText(table: Table): readonly string[] {
  return [table.header, ...table.rows.map((row) => row.cells)].map((cells) => cells.map((c) => c.text.replace(/\n/g, ' ')).join(' | '));
}

/** Originals first, then archived copies, each once. The archive answers on https, however old pages link to it. */
function orderUrls(urls: readonly string[]): readonly string[] {
  const originals = urls.map(originalUrl);
  const archived = urls.filter((url) => originalUrl(url) !== url).map((url) => url.replace(/^http:/, 'https:'));
  return [...new Set([...originals, ...archived])];
}

/** A page without metadata may cite its source in a footnote. */
function footnoteUrls(document: Document): readonly string[] {
  const links = document.footnotes.flatMap((f) => f.links);
  return links.filter((link) => /通报/.test(link.text) && /gov\.cn/.test(link.target)).map((link) => link.target);
}
