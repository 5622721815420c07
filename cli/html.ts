/** HTML on the command line: linkedom builds a DOM and runs nothing in it. */
import { DOMParser } from 'linkedom';
import type { ReaderHost } from '../src/document/document';

export const nodeReaderHost: ReaderHost = {
  parseHtml(html) {
    // linkedom makes the first element the root; a fragment needs the frame that a browser would put around it.
    const whole = /<html[\s>]/i.test(html) ? html : `<!DOCTYPE html><html><head></head><body>${html}</body></html>`;
    // linkedom has its own types for the same DOM.
    return new DOMParser().parseFromString(whole, 'text/html') as unknown as ParentNode;
  },
};
