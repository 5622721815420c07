/** A web server on this machine for the tests: what it answers stands in the test. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Writes the answer by itself: for slow and endless ones. */
  readonly write?: (response: ServerResponse) => void;
}

export interface LocalServer {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  /** Paths that were asked for, in order, with their queries. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts a server that answers by path, without query; any other path is 404. */
export async function startServer(answers: Readonly<Record<string, Answer | ((request: IncomingMessage) => Answer)>>): Promise<LocalServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const found = answers[decodeURI(path.split('?')[0] ?? '')];
    const answer = typeof found === 'function' ? found(request) : (found ?? { status: 404, type: 'text/html', body: '<html><body>没有这个页面</body></html>' });
    response.writeHead(answer.status ?? 200, { ...(answer.type === undefined ? {} : { 'content-type': answer.type }), ...answer.headers });
    if (answer.write !== undefined) answer.write(response);
    else response.end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
