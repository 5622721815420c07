/** Characters that nobody sees: soft hyphens, zero-width blanks and joiners, byte order marks within the text. */
const UNSEEN = /[\u00ad\u200b\u200c\u2060\ufeff]+/g;

/** The text as it looks: with what is not seen it would be another name of what looks the same. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}
