/** The HTML parser that tests hand to readers: the command line's own. */
import { parseHTML } from 'linkedom';

export function parseHtml(html: string): ParentNode {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}
