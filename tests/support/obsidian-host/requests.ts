import type * as Obsidian from 'obsidian';

export interface WebAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | Uint8Array;
}

/** Who answers for an address. */
export type Web = (url: string) => Promise<WebAnswer>;

const NOT_FOUND: WebAnswer = { status: 404, type: 'text/html', body: 'Not Found' };

let answer: Web | null = null;

/** For tests: the web as it is from now on, answers by address or one who gives them; null is no network, as at first. */
export function setWeb(web: Readonly<Record<string, WebAnswer>> | Web | null): void {
  answer = web === null || typeof web === 'function' ? web : (url) => Promise.resolve(web[url] ?? NOT_FOUND);
}

/** As in the app: redirects are followed unseen, and an answer over 399 throws unless `throw` is false. */
export const requestUrl: typeof Obsidian.requestUrl = (request) => {
  const { url, throw: throws = true } = typeof request === 'string' ? { url: request } : request;
  const response = ask(url, throws);
  // The promise of the app bears the parts of the answer as promises too; who asks for none of them hears no failure of theirs.
  const part = <T>(read: (answer: Obsidian.RequestUrlResponse) => T): Promise<T> => {
    const promise = response.then(read);
    promise.catch(() => undefined);
    return promise;
  };
  return Object.assign(response, { arrayBuffer: part((each) => each.arrayBuffer), json: part((each) => each.json as unknown), text: part((each) => each.text) });
};

async function ask(url: string, throws: boolean): Promise<Obsidian.RequestUrlResponse> {
  await Promise.resolve();
  if (answer === null) throw new Error('net::ERR_INTERNET_DISCONNECTED');
  const { status = 200, type = '', body = '' } = await answer(url);
  if (throws && status > 399) throw new Error(`Request failed, status ${status}`);
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const text = new TextDecoder().decode(bytes);
  return { status, headers: { 'Content-Type': type }, arrayBuffer: bytes.slice().buffer, text, json: null };
}
