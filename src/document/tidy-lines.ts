/** Lines of a cell or paragraph of an office file. */
import { trimText } from './join-text';

/** Text as people read it: `\n` between lines, each trimmed, blank ones left out. */
export function tidyLines(text: string): string {
  if (!/[\n\r]/.test(text)) return trimText(text);
  return text.split(/\r\n?|\n/).map(trimText).filter((line) => line !== '').join('\n');
}
