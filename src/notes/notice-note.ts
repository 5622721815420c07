/** Notice → the note that holds it: properties, metadata, text, and one table a list. */
import { listsApps, type Figure, type Notice } from '../notice/notice';
import { bothLanguages, NOTE_WORDS } from '../notice/note-words';
import type { NoteLanguage, Settings } from '../settings';
import { regionIn, TEXT_ID, type DesiredNote, type RegionPart, type TextPart } from './desired-note';
import { inertText } from './inert';
import { webAddress, webLink } from './links';
import { noticeProperties, sortAddresses, type NoteLink } from './notice-properties';
import { listPart, missingListPart, ownCaption, type AppLinkOf } from './notice-lists';
import { calloutLines } from './table-lines';
import { yamlScalar } from './yaml-scalar';

/** What the text of a notice's note depends on beside the notice. */
export interface NoticeNoteContext {
  readonly settings: Settings;
  /** The note of the app that an entry names; null where it has none. Both count from 0. */
  readonly appLink: AppLinkOf;
  /** Notices that this one cites or that cite it. */
  readonly related: readonly NoteLink[];
}

/** What the note of a notice should say. Everything that comes from the source is inert. */
export function renderNoticeNote(notice: Notice, context: NoticeNoteContext): DesiredNote {
  const { noteLanguage: language } = context.settings;
  const parts: (TextPart | RegionPart)[] = [{ kind: 'text', markdown: `## ${NOTE_WORDS.fullText[language]}` }, metadataPart(notice, language)];
  const links = addressLine(notice, language);
  if (links !== '') parts.push({ kind: 'text', markdown: links });
  parts.push(textPart(notice, language));

  const isListed = listsApps(notice.kind);
  if (isListed || notice.lists.length > 0 || notice.attachments.length > 0) parts.push({ kind: 'text', markdown: `## ${NOTE_WORDS.annexes[language]}` });
  const attachments = attachmentLines(notice);
  if (attachments !== '') parts.push({ kind: 'text', markdown: attachments });
  notice.lists.forEach((list, i) => {
    parts.push({ kind: 'text', markdown: `### ${inertText(list.caption ?? ownCaption(i, language), 'title')}` });
    parts.push(listPart(list, i, context.appLink, context.settings));
  });
  if (isListed && notice.lists.length === 0) parts.push(missingListPart(language));
  return { properties: noticeProperties(notice, context.settings, context.related), parts };
}

/** The metadata as the source has them, in the form of the archive's YAML block. */
function metadataPart(notice: Notice, language: NoteLanguage): RegionPart {
  const { original, archived } = sortAddresses(notice.urls);
  const pairs: readonly (readonly [string, string | number | null])[] = [
    ['标题', notice.title],
    ['来源', notice.source],
    ['作者', notice.author ?? null],
    ['时间', notice.date],
    ['链接', original ?? archived],
    ['存档', original === null ? null : archived],
    ['批次', notice.batch?.total ?? notice.batch?.number ?? null],
  ];
  const yaml = [...pairs.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${yamlScalar(value)}`])), ...figureLines(notice.figures)];
  return regionIn(language, { id: 'rn-meta', policy: 'fill' }, (one) => calloutLines('abstract', NOTE_WORDS.metadata[one], ['```yaml', ...yaml, '```']));
}

const MEASURES: Readonly<Record<Figure['measure'], string>> = { tested: '检测', named: '通报', 'taken-down': '下架', 'removed-by-stores': '应用商店下架', other: '其他' };

/** The figures of news as data: what was counted, how many, until when, and the words that say so. */
function figureLines(figures: readonly Figure[]): readonly string[] {
  if (figures.length === 0) return [];
  return ['数据:', ...figures.flatMap((figure) => [
    `  - 指标: ${MEASURES[figure.measure]}`,
    `    数量: ${figure.value}`,
    ...(figure.approximate ? ['    约数: true'] : []),
    ...(figure.until === null ? [] : [`    截至: ${figure.until}`]),
    `    原文: ${yamlScalar(figure.phrase)}`,
  ])];
}

function addressLine(notice: Notice, language: NoteLanguage): string {
  const { original, archived } = sortAddresses(notice.urls);
  const links = [original === null ? null : webLink(original, NOTE_WORDS.original[language]), archived === null ? null : webLink(archived, NOTE_WORDS.archivedCopy[language])];
  return links.filter((link) => link !== null).join(' · ');
}

function attachmentLines(notice: Notice): string {
  return notice.attachments
    .map(({ name, url }) => (url === null || webAddress(url) === null ? inertText(name.replace(/\s+/g, ' ').trim(), 'paragraph') : (webLink(url, name) ?? '')))
    .filter((line) => line !== '')
    .map((line) => `- ${line}`)
    .join('\n');
}

/** The text with its signature, which a notice keeps apart from its paragraphs. */
function textPart(notice: Notice, language: NoteLanguage): RegionPart {
  const signature = [notice.agencyFrom === 'signature' ? notice.agency : null, notice.signedDate === null ? null : chineseDay(notice.signedDate)];
  const paragraphs = [...notice.paragraphs, ...signature.filter((line) => line !== null)];
  const lines = paragraphs.flatMap((paragraph, i) => [...(i === 0 ? [] : ['']), ...inertText(paragraph, 'paragraph').split('\n')]);
  return regionIn(language, { id: TEXT_ID, policy: 'fill', placeholders: bothLanguages('textToBeAdded') }, (one) =>
    calloutLines('quote', inertText(notice.title, 'title'), notice.paragraphs.length === 0 ? [NOTE_WORDS.textToBeAdded[one]] : lines),
  );
}

/** `2021-01-22` as notices write it: 2021年1月22日. */
function chineseDay(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
