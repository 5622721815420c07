/** Entries without a link: their words become one as soon as the note is there. */
import { findBatch } from '../notice/batches';
import { titleKey } from '../notice/titles';
import { inertText } from './inert';
import type { ItemStyle } from './index-item-style';
import type { MatchedItem } from './index-match';
import type { VaultFiles } from './index-page';
import { writeLink } from './index-write-item';

/** Markup in which words are no words, or which a link would break. */
const MARKUP = /[`<%$*=~[\]\\|]/;

/**
 * The line of an item with a link on the title of its notice; what stands beside the title stays. The line as it is where the item has a link, or
 * more than a batch or a day and no title that could be singled out.
 */
export function linkWords(raw: string, { item, notice }: MatchedItem, style: ItemStyle, page: string, files: VaultFiles): string {
  if (notice === null || item.link !== null) return raw;
  const found = wordsToLink(raw, item.mark.length, item.title, notice.ref.title);
  if (found === null) return raw;
  const { from, to, words } = found;
  // A link without an alias shows the name of the file: the words stay only where they are that name.
  const showsName = style.label === null && style.address === 'name' && notice.path.replace(/^.*\//, '') === `${words}.md`;
  const link = writeLink({ ...style, isEmbed: false, label: showsName ? null : '{title}', escapesUnderscores: false }, { before: '', words, after: '' }, notice, page, files);
  return raw.slice(0, from) + link + raw.slice(to);
}

/** All words where they say the notice and nothing else, else the title in them. */
function wordsToLink(raw: string, start: number, said: string, title: string): { readonly from: number; readonly to: number; readonly words: string } | null {
  const isAlone = isTitleAlone(said, title);
  const words = isAlone ? said : title.trim();
  const inert = inertText(words, 'title');
  const from = inert === '' ? -1 : raw.indexOf(inert, start);
  return from === -1 || (!isAlone && MARKUP.test(raw.slice(start, from))) ? null : { from, to: from + inert.length, words };
}

/** Whether the words are the title or the batch of the notice, or both, and nothing else. */
function isTitleAlone(said: string, title: string): boolean {
  const rest = withoutBatch(said);
  return titleKey(said) === titleKey(title) || rest === withoutBatch(title) || (rest === '' && findBatch(said) !== null);
}

function withoutBatch(words: string): string {
  return titleKey(words.replace(/(?:\d{4}\s*年?\s*)?(?:总\s*)?第\s*[\d零一二三四五六七八九十百]+\s*[批期]/g, ''));
}
