/** Campaign page → the note that is its index: texts of the rules in quote callouts under their metadata, lists to be put in order. */
import type { IndexList, Notice, RuleDocument } from '../notice/notice';
import { NOTE_WORDS } from '../notice/note-words';
import type { NoteStyle } from '../settings';
import { regionIn, type DesiredNote, type RegionPart, type TextPart } from './desired-note';
import { hashText } from './fingerprints';
import { DEFAULT_ITEM_STYLE } from './index-item-style';
import { splitIndexLabel } from './index-items';
import { readPageLists } from './index-page';
import { readPageLines } from './index-page-lines';
import { inertText } from './inert';
import { foreignProperty, linkTo, webLink } from './links';
import { calloutLines } from './table-lines';
import { yamlScalar } from './yaml-scalar';

/** What the text of the page depends on beside the campaign. */
export interface CampaignNoteContext {
  /** Text of the note so far, null for a new one: sections and lists that it has are not written again. */
  readonly existing: string | null;
  /** The note of the vault that a link of the page leads to; null where there is none. */
  readonly noteAt: (target: string) => string | null;
  readonly style: NoteStyle;
}

/** What the note of a campaign page should say. Its lists come with entries only as words; the index makes links of those whose note is there. */
export function renderCampaignNote(page: Notice, context: CampaignNoteContext): DesiredNote {
  const parts: (TextPart | RegionPart)[] = [];
  const written = new Set((context.existing ?? '').split(/\r?\n/).filter((line) => line.startsWith('## ')));
  const items = [...page.documents.map((document) => ({ document, index: null, ...place(document) })), ...page.index.map((index) => ({ document: null, index, ...place(index) }))];
  for (const item of items.sort((a, b) => a.line - b.line)) {
    const heading = `## ${inertText(item.section, 'title')}`;
    if (item.section !== '' && !written.has(heading)) {
      written.add(heading);
      parts.push({ kind: 'text', markdown: heading });
    }
    if (item.document !== null) parts.push(...documentParts(item.document, context));
    else parts.push(...indexParts(item.index, context));
  }
  return { properties: [{ name: 'title', value: foreignProperty(page.title), policy: 'fill' }], parts };
}

function place(part: { readonly section: string; readonly line: number }): { section: string; line: number } {
  return { section: part.section, line: part.line };
}

function documentParts(document: RuleDocument, context: CampaignNoteContext): readonly (TextPart | RegionPart)[] {
  const id = `rn-doc-${hashText(document.metadata['发文字号'] ?? (document.title || document.paragraphs.join('\n')))}`;
  const text = document.paragraphs.flatMap((paragraph, i) => [...(i === 0 ? [] : ['']), ...linkedText(paragraph, document.links, context).split('\n')]);
  if (!document.quoted) {
    const isThere = context.existing?.includes(text.join('\n')) === true;
    return isThere ? [] : [{ kind: 'text', markdown: text.join('\n') }];
  }
  const yaml = Object.entries(document.metadata).map(([key, value]) => `${yamlScalar(key)}: ${yamlScalar(value)}`);
  const quote = calloutLines('quote', inertText(document.title, 'title'), text);
  return [
    ...(yaml.length === 0 ? [] : [regionIn(context.style.noteLanguage, { id: `${id}-meta`, policy: 'fill' }, (language) => calloutLines('abstract', NOTE_WORDS.metadata[language], ['```yaml', ...yaml, '```']))]),
    ...(text.length === 0 ? [] : [{ kind: 'region', id, markdown: quote, policy: 'fill' } as const]),
  ];
}

/** Each list once: in a note that has it, the index keeps it. */
function indexParts(index: IndexList, context: CampaignNoteContext): readonly RegionPart[] {
  const kind = /下架/.test(index.title) ? 'takedown' : 'infringement';
  const id = `rn-index-${kind}`;
  if (context.existing !== null && holdsListOf(kind, context.existing)) return [];
  const lines = index.items.map(({ label }) => {
    const { month, title } = splitIndexLabel(label);
    return `${DEFAULT_ITEM_STYLE.mark}${month === '' ? '' : `${month} `}${inertText(title, 'title')}`;
  });
  return [{ kind: 'region', id, markdown: [`> [!abstract]+ ${inertText(index.title, 'title')}`, '>', ...lines].join('\n'), policy: 'fill' }];
}

/** Whether the note has the list, written by us or by the user. */
function holdsListOf(kind: 'infringement' | 'takedown', existing: string): boolean {
  const lists = readPageLists(readPageLines(existing), existing, [], { path: '', title: '', agencyOf: () => null });
  return existing.includes(`^rn-index-${kind}`) || lists.some(({ series }) => series === `miit-${kind}`);
}

/** A paragraph with its links alive where they lead to the web or to a note of the vault, as words elsewhere. */
function linkedText(paragraph: string, links: RuleDocument['links'], context: CampaignNoteContext): string {
  let result = '';
  let at = 0;
  for (const link of links) {
    const found = link.text === '' ? -1 : paragraph.indexOf(link.text, at);
    const note = found < 0 ? null : context.noteAt(link.target);
    const written = found < 0 ? null : note === null ? webLink(link.target, link.text) : linkTo(note, link.text, { inTable: false, style: context.style.linkStyle });
    if (written === null) continue;
    result += inertText(paragraph.slice(at, found), 'paragraph') + written;
    at = found + link.text.length;
  }
  return result + inertText(paragraph.slice(at), 'paragraph');
}
