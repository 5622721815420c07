import type * as Obsidian from 'obsidian';

export interface WebAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | Uint8Array;
}

let answers: Readonly<Record<string, WebAnswer>> | null = null;

/** For tests: the web as it is from now on, answers by address; null is no network, as at first. */
export function setWeb(web: Readonly<Record<string, WebAnswer>> | null): void {
  answers = web;
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
  if (answers === null) throw new Error('net::ERR_INTERNET_DISCONNECTED');
  const answer = answers[url] ?? { status: 404, type: 'text/html', body: 'Not Found' };
  const status = answer.status ?? 200;
  if (throws && status > 399) throw new Error(`Request failed, status ${status}`);
  const bytes = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : (answer.body ?? new Uint8Array());
  const text = new TextDecoder().decode(bytes);
  return { status, headers: { 'Content-Type': answer.type ?? '' }, arrayBuffer: bytes.slice().buffer, text, json: null };
}
