/** The web on the command line: Node's own fetch, with a limit of time and of size. */
import { MAX_FETCHED_BYTES, type FetchedResource, type Fetcher, type GivenUp } from '../src/import-url';

/** How long and how much is waited for. */
export interface FetchLimits {
  /** Whole time for one address, redirects included, in milliseconds. */
  readonly timeout: number;
  /** Largest body, in bytes. */
  readonly bytes: number;
}

const LIMITS: FetchLimits = { timeout: 60_000, bytes: MAX_FETCHED_BYTES };

/** Some government sites turn away programs that do not say what they take. */
const HEADERS = { accept: 'text/html,application/xhtml+xml,application/pdf,application/msword,application/vnd.openxmlformats-officedocument.*;q=0.9,*/*;q=0.8', 'accept-language': 'zh-CN,zh;q=0.9' };

/** A fetcher that stops reading as soon as an answer is over the limit. */
export function nodeFetcher(limits: FetchLimits = LIMITS): Fetcher {
  return async (url) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), limits.timeout);
    try {
      const response = await fetch(url, { headers: HEADERS, redirect: 'follow', signal: stop.signal });
      const bytes = await readBody(response, limits.bytes);
      if (bytes === null) return { givenUp: 'too-large', limit: Math.round(limits.bytes / 1024 / 1024) } satisfies GivenUp;
      return { status: response.status, contentType: response.headers.get('content-type') ?? '', bytes, finalUrl: response.url } satisfies FetchedResource;
    } catch (error) {
      if (stop.signal.aborted) return { givenUp: 'late', limit: limits.timeout / 1000 } satisfies GivenUp;
      throw new Error(reasonOf(error));
    } finally {
      clearTimeout(timer);
      // Drops what is still under way of an answer that was given up.
      stop.abort();
    }
  };
}

/** Null where there are more than `limit` bytes of it. */
async function readBody(response: Response, limit: number): Promise<Uint8Array | null> {
  const stated = Number(response.headers.get('content-length') ?? 0);
  if (stated > limit) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > limit) return null;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Node hides the reason of a failed fetch in `cause`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
