/** What the end of a link names in a note. */
import { displayText } from './inline-text';
import { readPageLines } from './index-page-lines';

/** Whether the text of a note has that heading. Sites write headings in small letters, with dashes for blanks. */
export function hasHeading(text: string, heading: string): boolean {
  return readPageLines(text).some(({ raw, isSilent }) => !isSilent && headingKey(displayText(/^ {0,3}#{1,6}[ \t]+(.*)/.exec(raw)?.[1] ?? '')) === headingKey(heading));
}

function headingKey(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
