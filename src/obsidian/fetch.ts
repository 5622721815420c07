/** The web in Obsidian: `requestUrl`, which no page's rules of origin hold back, on phones too. */
import { requestUrl } from 'obsidian';
import type { Fetcher, GivenUp } from '../import-url';

/** In seconds. */
const LONGEST_WAIT = 60;

/** Redirects are followed by the app, which does not say where they led. */
export const obsidianFetcher: Fetcher = async (url) => {
  let timer: number | undefined;
  const late = new Promise<GivenUp>((resolve) => {
    timer = window.setTimeout(() => resolve({ givenUp: 'late', limit: LONGEST_WAIT }), LONGEST_WAIT * 1000);
  });
  try {
    const answer = await Promise.race([requestUrl({ url, throw: false }), late]);
    if ('givenUp' in answer) return answer;
    const { status, headers, arrayBuffer } = answer;
    const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
    return { status, contentType: type, bytes: new Uint8Array(arrayBuffer), finalUrl: url };
  } finally {
    window.clearTimeout(timer);
  }
};
