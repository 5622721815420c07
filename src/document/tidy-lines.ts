/** Lines of a cell or a paragraph, without the blanks around them. */
import { trimText } from './join-text';

/** Text as people read it: `\n` between lines, each trimmed, blank ones left out. */
export function tidyLines(text: string): string {
  if (!/[\n\r]/.test(text)) return trimText(text);
  return text.split(/\r\n?|\n/).map(trimText).filter((line) => line !== '').join('\n');
}

/** Each line trimmed, no blank line at the ends or twice in a row: so are lines of a page and of markdown, where a blank one parts. */
export function tidyText(text: string): string {
  if (!text.includes('\n')) return trimText(text);
  return trimText(text.split('\n').map(trimText).join('\n').replace(/\n{3,}/g, '\n\n'));
}
