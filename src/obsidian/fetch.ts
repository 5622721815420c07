/** The web in Obsidian: `requestUrl`, which no page's rules of origin hold back, on phones too. */
import { requestUrl } from 'obsidian';
import type { Fetcher } from '../import-url';

const TIMEOUT = 60_000;

/** Redirects are followed by the app, which does not say where they led. */
export const obsidianFetcher: Fetcher = async (url) => {
  let timer: number | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => reject(new Error(`no answer within ${TIMEOUT / 1000} s`)), TIMEOUT);
  });
  try {
    const { status, headers, arrayBuffer } = await Promise.race([requestUrl({ url, throw: false }), late]);
    const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
    return { status, contentType: type, bytes: new Uint8Array(arrayBuffer), finalUrl: url };
  } finally {
    window.clearTimeout(timer);
  }
};
